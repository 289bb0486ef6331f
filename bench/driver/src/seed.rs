//! A council with a long history, made once and kept: the demo's own people and requests, more of them.

use crate::council;
use clap::Args;
use kit::db::{Kind, Options};
use kit::{App, Result, params, sql};
use server::demo::Size;
use std::path::PathBuf;

sql!(INDEXES, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'cases'");

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
        let options = Options { sure: false, ..common.options() };
        let app = council::maker(&common, options).await?;
        let indexes = take_indexes_off(&app).await?;
        council::fill(&app, Size { households: self.households, weeks: self.weeks }).await?;
        for index in indexes {
            app.db.maintain(&index).await?;
        }
        app.db.maintain("ANALYZE").await
    }
}

/// Takes the indexes off the table of cases and says how they are made again: all at once at the end costs a tenth.
async fn take_indexes_off(app: &App) -> Result<Vec<String>> {
    if app.db.kind() == Kind::Postgres {
        return Ok(Vec::new());
    }
    let mut made = Vec::new();
    let rows = app.db.read().await?.rows(&INDEXES, params![]).await?;
    for row in rows {
        let (name, again): (String, String) = (row.get(0)?, row.get(1)?);
        app.db.maintain(&format!("DROP INDEX {name}")).await?;
        made.push(again);
    }
    Ok(made)
}
