//! `guildhall migrate`.

use super::{Common, Lock, shown};
use clap::Args;
use kit::Result;
use kit::db::Db;
use std::process::ExitCode;

/// Bring the database up to date with this version.
#[derive(Debug, Args)]
pub struct Migrate {}

impl Migrate {
    /// Runs the steps the database has not had.
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        let _lock = Lock::need(&common.data)?;
        let db = Db::open(&common.options()).await?;
        let ran = db.migrate(&crate::embedded::migrations()?).await?;
        shown::line(format_args!("{ran} migrations run, the database is up to date"));
        Ok(ExitCode::SUCCESS)
    }
}
