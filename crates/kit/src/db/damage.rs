//! A database file that is not as it was left.

use super::{Db, Engine, sqlite};
use crate::error::Result;
use rusqlite::Row;
use std::path::Path;

impl Db {
    /// What is wrong with SQLite's file, in its own words: pages and indexes that do not fit together, and references to
    /// rows that are not there. PostgreSQL looks after its files itself.
    pub async fn damage(&self) -> Result<Vec<String>> {
        match &self.0.engine {
            Engine::Sqlite { file, .. } => tokio::task::block_in_place(|| of_file(file)),
            Engine::Postgres(_) => Ok(Vec::new()),
        }
    }
}

fn of_file(file: &Path) -> Result<Vec<String>> {
    let conn = sqlite::open_existing(file)?;
    let mut asked = conn.prepare("PRAGMA integrity_check")?;
    let mut wrong: Vec<String> = asked.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    wrong.retain(|line| line != "ok");
    let lost = |row: &Row<'_>| {
        let (table, to): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("a row of {table} refers to a row of {to} that is not there"))
    };
    wrong.extend(conn.prepare("PRAGMA foreign_key_check")?.query_map([], lost)?.collect::<Result<Vec<_>, _>>()?);
    Ok(wrong)
}
