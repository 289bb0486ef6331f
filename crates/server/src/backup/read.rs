//! Reading a backup, and restoring it into an empty place.

use super::{Contents, Done, Entry, FILES, FORMAT, MANIFEST, Manifest, Progress, TABLES, contents, hex};
use flate2::read::GzDecoder;
use kit::db::{Db, Kind, Migration, Row, Table, Value};
use kit::{Error, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Component, Path, PathBuf};

type Archive = tar::Archive<GzDecoder<BufReader<File>>>;

/// A backup that was read whole once, and is undamaged.
pub struct Backup {
    file: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

fn damaged(why: impl std::fmt::Display) -> Error {
    Error::internal(format!("the backup is damaged and was not restored: {why}"))
}

fn open(file: &Path) -> Result<Archive> {
    let opened = File::open(file).map_err(|cause| Error::internal(format!("{}: {cause}", file.display())))?;
    Ok(tar::Archive::new(GzDecoder::new(BufReader::new(opened))))
}

/// The next entry, its name and all of its bytes.
fn whole<R: Read>(entry: std::io::Result<tar::Entry<'_, R>>) -> Result<(String, Vec<u8>)> {
    let mut entry = entry.map_err(damaged)?;
    let name = entry.path().map_err(damaged)?.to_str().ok_or_else(|| damaged("a name is not UTF-8"))?.to_owned();
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes).map_err(damaged)?;
    Ok((name, bytes))
}

impl Backup {
    /// Reads all of it and compares every entry with the manifest.
    pub fn check(file: &Path) -> Result<Backup> {
        let mut archive = open(file)?;
        let mut found = BTreeMap::new();
        let mut manifest = None;
        for entry in archive.entries().map_err(damaged)? {
            let (name, bytes) = whole(entry)?;
            if name == MANIFEST {
                manifest = Some(serde_json::from_slice::<Manifest>(&bytes).map_err(damaged)?);
            } else {
                let entry = Entry { bytes: bytes.len() as u64, sha256: hex(Sha256::digest(&bytes)) };
                if found.insert(name.clone(), entry).is_some() {
                    return Err(damaged(format!("{name} is there twice")));
                }
            }
        }
        // The archive ends before its file does; only at the end of that is the sum over all of it compared.
        std::io::copy(&mut archive.into_inner(), &mut std::io::sink()).map_err(damaged)?;
        let manifest = manifest.ok_or_else(|| damaged("its end is missing"))?;
        if manifest.format != FORMAT {
            let of = format!("it was made by guildhall {} in a form this version cannot read", manifest.guildhall);
            return Err(Error::internal(of));
        }
        if let Some((name, _)) = manifest.entries.iter().find(|(name, entry)| found.get(*name) != Some(entry)) {
            return Err(damaged(format!("{name} is not as it was")));
        }
        if let Some(name) = found.keys().find(|name| !manifest.entries.contains_key(*name)) {
            return Err(damaged(format!("{name} does not belong to it")));
        }
        Ok(Backup { file: file.to_owned(), manifest })
    }

    /// Which of the program's migrations its database had had; more than this version knows is refused.
    pub fn migrations<'a>(&self, known: &'a [Migration]) -> Result<Vec<&'a Migration>> {
        let find = |name: &String| {
            known.iter().find(|migration| migration.name == name).ok_or_else(|| {
                let of = format!("the backup was made by guildhall {}, which knows {name}", self.manifest.guildhall);
                Error::internal(format!("{of}; this version does not: use that version or a later one"))
            })
        };
        self.manifest.migrations.iter().map(find).collect()
    }

    /// Fills an empty database with its rows and reads them back, all in one transaction: what is there then is what was
    /// backed up, or nothing is.
    pub async fn fill(&self, db: &Db, progress: Progress<'_>) -> Result<Done> {
        let tables: Vec<Table> = self.manifest.tables.iter().map(|held| held.table()).collect();
        if db.tables().await? != tables {
            let of = format!("the tables of guildhall {} are not those of this version", self.manifest.guildhall);
            return Err(Error::internal(of));
        }
        let all: u64 = self.manifest.tables.iter().map(|held| held.rows).sum();
        let mut archive = open(&self.file)?;
        let mut rows = Rows { entries: archive.entries().map_err(damaged)?, of: &self.manifest, piece: None };
        let mut read = 0;
        let next = || {
            let Some((table, values)) = rows.next()? else { return Ok(None) };
            self.is_numbered(db, table, &values)?;
            read += 1;
            if read % 10_000 == 0 {
                progress(read, all);
            }
            Ok(Some((table, values)))
        };
        let mut there = Contents::of(&tables);
        let back = |row: Option<(usize, Row)>| match row {
            Some((table, row)) => there.add(table, row.values()).map(drop),
            None if there.digest() == self.manifest.contents => Ok(()),
            None => Err(Error::internal("what was restored is not what was backed up; nothing was kept")),
        };
        db.fill(&tables, next, back).await?;
        let contents = self.manifest.contents.clone();
        let files = self.manifest.entries.keys().filter(|name| name.starts_with(FILES)).count();
        Ok(Done { rows: read, tables: tables.len(), sent: there.sent(), files, contents })
    }

    /// On PostgreSQL the newest facts are numbered a moment after they are there; SQLite has no facts without a number.
    fn is_numbered(&self, db: &Db, table: usize, values: &[Value]) -> Result<()> {
        let held = &self.manifest.tables[table];
        let unnumbered = |((name, _), value): (&(String, String), &Value)| name == "seq" && *value == Value::Null;
        if db.kind() == Kind::Sqlite && held.name == "facts" && held.columns.iter().zip(values).any(unnumbered) {
            return Err(Error::internal(
                "the backup was made on PostgreSQL while facts were arriving; to restore it into SQLite, stop the server and \
                 back up again",
            ));
        }
        Ok(())
    }

    /// Writes its files into a folder, each readable by the council's own account only.
    pub fn files(&self, folder: &Path) -> Result<()> {
        let mut archive = open(&self.file)?;
        for entry in archive.entries().map_err(damaged)? {
            let (name, bytes) = whole(entry)?;
            let Some(name) = name.strip_prefix(FILES) else { continue };
            if Path::new(name).components().any(|part| !matches!(part, Component::Normal(_))) {
                return Err(damaged(format!("{name} would lie outside of the data folder")));
            }
            write(&folder.join(name), &bytes)?;
        }
        Ok(())
    }
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    if let Some(folder) = file.parent() {
        kit::secret_file::make_folder(folder)?;
    }
    let mut out = File::options().write(true).create_new(true).mode(0o600).open(file)?;
    out.write_all(bytes)?;
    Ok(out.sync_all()?)
}

/// The rows of all tables, one after the other.
struct Rows<'a, R: Read> {
    entries: tar::Entries<'a, R>,
    of: &'a Manifest,
    /// The table whose rows are being read, and what is left of the entry.
    piece: Option<(usize, std::vec::IntoIter<Vec<u8>>)>,
}

impl<R: Read> Rows<'_, R> {
    fn next(&mut self) -> Result<Option<(usize, Vec<Value>)>> {
        loop {
            if let Some((table, lines)) = &mut self.piece
                && let Some(line) = lines.next()
            {
                return Ok(Some((*table, contents::row(&self.of.tables[*table], &line)?)));
            }
            let Some(entry) = self.entries.next() else { return Ok(None) };
            let (name, bytes) = whole(entry)?;
            let Some((table, _)) = name.strip_prefix(TABLES).and_then(|name| name.split_once('/')) else { continue };
            let known = self.of.tables.iter().position(|held| held.name == table);
            let table = known.ok_or_else(|| damaged(format!("there is no table {table}")))?;
            let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec);
            self.piece = Some((table, lines.collect::<Vec<_>>().into_iter()));
        }
    }
}
