//! `guildhall backup`: a reader, so it runs beside the server.

use super::Common;
use super::shown::{Shown, line};
use super::socket::Said;
use crate::backup;
use clap::Args;
use kit::db::{Db, Options};
use kit::{Error, Result};
use std::path::PathBuf;
use std::process::ExitCode;

/// Write all of the council's data into one file, while the server runs.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; it must not be there yet. It holds personal data and the council's keys: keep it as safe as those.
    file: PathBuf,
}

impl Backup {
    /// Writes it and says what it holds.
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        if !common.data.is_dir() {
            return Err(Error::internal(format!("there is no data folder {}", common.data.display())));
        }
        let db = Db::open(&Options { read_only: true, ..common.options() }).await?;
        let mut shown = Shown::default();
        let done =
            backup::write(&db, &common.data, &self.file, &mut |rows, of| shown.say(Said::Progress(rows, of))).await?;
        drop(shown);
        line(done.words());
        line(format_args!("contents {}", done.contents));
        line(format_args!("backed up to {}", self.file.display()));
        Ok(ExitCode::SUCCESS)
    }
}
