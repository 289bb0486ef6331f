//! `guildhall export`: everything held on a person, as a file for whoever answers their access request.

use super::{
    Common,
    socket::{self, Out, Said, Work},
};
use crate::held;
use clap::Args;
use kit::facts::{self, Fact};
use kit::personal::Reader;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use residents::Address;
use serde::{Deserialize, Serialize};
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::ExitCode;

/// Whose data, and where to.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct Export {
    /// The resident: the id of their account, or the email address or mobile number they sign in with.
    #[arg(long, value_name = "ID|EMAIL")]
    resident: String,
    /// The file to write; it must not be there yet. It is a draft for redaction and holds personal data.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Export {
    /// Does the work, or hands it over to the server that runs.
    pub async fn run(mut self, common: &Common) -> Result<ExitCode> {
        common.has_a_council()?;
        self.out = std::path::absolute(&self.out)?;
        socket::do_or_hand_over(common, Work::Export(self)).await
    }

    /// Writes the file. Exit code 2 when nobody is known by that.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let Some(resident) = self.find(app).await? else {
            let _ = out.send(Said::Wrong(format!("no account is known by “{}”", self.resident)));
            return Ok(2);
        };
        let parts = held::read(app, resident, Reader::Staff, Lang::EN).await?;
        let mut tx = app.db.begin().await?;
        facts::record(&mut tx, app, Fact::new("resident.exported", &Who::system()).about("resident", resident)).await?;
        tx.commit().await?;
        let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&self.out);
        let mut file = opened.map_err(|cause| Error::internal(format!("{}: {cause}", self.out.display())))?;
        let text = serde_json::to_string_pretty(&held::file(app, &parts, Reader::Staff, app.now()))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        let rows: usize = parts.iter().map(|part| part.rows.len()).sum();
        let tables = parts.iter().filter(|part| !part.rows.is_empty()).count();
        let _ = out.send(Said::Line(format!("{rows} rows of {tables} tables")));
        let _ = out.send(Said::Line(format!(
            "written to {}: a draft, read it through before it goes out",
            self.out.display()
        )));
        Ok(0)
    }

    async fn find(&self, app: &App) -> Result<Option<Id>> {
        let mut read = app.db.read().await?;
        if let Ok(id) = self.resident.parse::<Id>() {
            return Ok(residents::by_id(&mut read, id).await?.map(|resident| resident.id));
        }
        let Ok(address) = Address::read(&self.resident) else { return Ok(None) };
        Ok(residents::store::by_address(&mut read, &address).await?.map(|resident| resident.id))
    }
}
