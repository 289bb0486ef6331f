//! A council with a long history, made once and kept: the demo's own people and requests, more of them.

use crate::council;
use clap::Args;
use kit::Result;
use kit::db::Options;
use server::demo::Size;
use std::path::PathBuf;

/// Makes a council with a long history.
#[derive(Args)]
pub struct Asked {
    /// Its data folder.
    #[arg(long)]
    data: PathBuf,
    /// Its PostgreSQL, where it has one.
    #[arg(long)]
    database: Option<String>,
    /// Households; four in ten have a resident with an account.
    #[arg(long, default_value_t = 625_000)]
    households: u32,
    /// Weeks of history.
    #[arg(long, default_value_t = 34)]
    weeks: u32,
}

impl Asked {
    pub async fn run(&self) -> Result<()> {
        let common = council::common(&self.data, self.database.as_deref());
        // What is made here can be made again, so the disk need not have each row for sure.
        let options = Options { synchronous: "OFF", ..common.options() };
        let app = council::maker(&common, options).await?;
        council::fill(&app, Size { households: self.households, weeks: self.weeks }).await
    }
}
