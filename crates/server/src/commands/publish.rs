//! `guildhall publish`: changed definitions become new versions, without a restart.

use super::Common;
use super::socket::{self, Out, Said, Work};
use crate::wiring;
use clap::Args;
use kit::{App, Result};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::process::ExitCode;

/// Publish the service definitions of the data folder, also while the server runs.
#[derive(Debug, Args)]
pub struct Publish {}

/// The folder whose `definitions/` are laid over those delivered with the program.
#[derive(Debug, Serialize, Deserialize)]
pub struct DataFolder(PathBuf);

impl Publish {
    /// Does the work, or hands it over to the server that runs.
    pub async fn run(self, common: &Common) -> Result<ExitCode> {
        common.has_a_council()?;
        socket::do_or_hand_over(common, Work::Publish(DataFolder::of(common)?)).await
    }
}

impl DataFolder {
    /// The data folder, under a name that a server with another working directory knows too.
    pub fn of(common: &Common) -> Result<DataFolder> {
        Ok(DataFolder(std::path::absolute(&common.data)?))
    }

    /// Publishes what has changed; with a mistake anywhere, nothing.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let folder = wiring::definitions(Some(&self.0))?;
        let mistakes = folder.check();
        for mistake in &mistakes {
            let _ = out.send(Said::Wrong(mistake.to_string()));
        }
        if !mistakes.is_empty() {
            let _ = out.send(Said::Wrong(format!("nothing was published; mistakes: {}", mistakes.len())));
            return Ok(2);
        }
        let published = wiring::publish_folder(app, &folder).await?;
        for (service, version) in &published {
            let _ = out.send(Said::Line(format!("published {service}, version {version}")));
        }
        if published.is_empty() {
            let _ = out.send(Said::Line("nothing has changed".to_owned()));
        }
        Ok(0)
    }
}
