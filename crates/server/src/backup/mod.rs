//! A backup: one file with all rows of the database and the files of the data folder, the same whichever database they
//! came from. So it is also the way from SQLite to PostgreSQL and back.
//!
//! The file is a gzipped tar: `files/…` as they stand in the data folder; `tables/<name>/<number>.jsonl` with a row a
//! line, its values as a JSON array (blobs in base 64) in the order of the columns; and last `manifest.json`, which says
//! how long every other entry is and what its SHA-256 is, so that a damaged or shortened backup is found before
//! anything is restored.

mod contents;
mod read;
mod write;

pub use read::Backup;
pub use write::write;

use contents::Contents;
use kit::db::Table;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of the file described above.
const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
const FILES: &str = "files/";
const TABLES: &str = "tables/";

/// What a backup holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    /// The version of the program that made it.
    guildhall: String,
    /// When, RFC 3339.
    made_at: String,
    /// The migrations its database had had.
    migrations: Vec<String>,
    tables: Vec<TableHeld>,
    entries: BTreeMap<String, Entry>,
    /// SHA-256 over what all tables hold.
    contents: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct TableHeld {
    name: String,
    columns: Vec<(String, String)>,
    key: Vec<String>,
    rows: u64,
    sha256: String,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    bytes: u64,
    sha256: String,
}

impl TableHeld {
    fn table(&self) -> Table {
        Table { name: self.name.clone(), columns: self.columns.clone(), key: self.key.clone() }
    }
}

/// What a backup or a restore came to.
#[derive(Debug)]
pub struct Done {
    /// Rows of all tables.
    pub rows: u64,
    /// Tables.
    pub tables: usize,
    /// Files that people sent: they are rows.
    pub sent: u64,
    /// Files of the data folder: keys, configuration, words.
    pub files: usize,
    /// SHA-256 over what all tables hold, in hexadecimal.
    pub contents: String,
}

impl Done {
    /// What it holds, in the words of `verify`.
    pub fn words(&self) -> String {
        let of_folder = format!("{} files of the data folder (keys, configuration, words)", self.files);
        format!(
            "{} rows of {} tables, among them {} files that people sent; and {of_folder}",
            self.rows, self.tables, self.sent
        )
    }
}

/// Told how many rows of how many are done.
pub type Progress<'a> = &'a mut (dyn FnMut(u64, u64) + Send);

fn hex(hash: impl AsRef<[u8]>) -> String {
    hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
