//! Making a backup, while the council goes on.

use super::{Contents, Done, Entry, FILES, FORMAT, MANIFEST, Manifest, Progress, TABLES, hex};
use flate2::Compression;
use flate2::write::GzEncoder;
use kit::clock::Clock;
use kit::db::Db;
use kit::{Error, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Rows are kept in entries of about this many bytes.
const PIECE: usize = 4 << 20;
/// What of the data folder is not of the council: the database, which is read as rows, and what a running server needs.
const NOT_KEPT: [&str; 6] =
    ["guildhall.db", "guildhall.db-wal", "guildhall.db-shm", "guildhall.db-journal", "guildhall.sock", "lock"];

/// An archive being written.
struct Archive<W: Write> {
    tar: tar::Builder<GzEncoder<W>>,
    entries: BTreeMap<String, Entry>,
}

impl<W: Write> Archive<W> {
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        self.tar.append_data(&mut header, name, bytes)?;
        let entry = Entry { bytes: bytes.len() as u64, sha256: hex(Sha256::digest(bytes)) };
        self.entries.insert(name.to_owned(), entry);
        Ok(())
    }
}

/// Rows of one table that wait to become an entry.
#[derive(Default)]
struct Piece {
    table: usize,
    number: u32,
    lines: Vec<u8>,
}

impl Piece {
    fn leave<W: Write>(&mut self, archive: &mut Archive<W>, name: &str) -> Result<()> {
        if !self.lines.is_empty() {
            self.number += 1;
            archive.add(&format!("{TABLES}{name}/{:06}.jsonl", self.number), &self.lines)?;
            self.lines.clear();
        }
        Ok(())
    }
}

/// Writes a backup of a database and its data folder to `file`, which must not be there yet; readable by the council's own
/// account only. It is there whole or not at all.
pub async fn write(db: &Db, folder: &Path, file: &Path, progress: Progress<'_>) -> Result<Done> {
    if file.exists() {
        return Err(Error::internal(format!("{} is there already; name a new file", file.display())));
    }
    let place = file.parent().filter(|place| !place.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let draft = tempfile::Builder::new().prefix(".guildhall-backup-").tempfile_in(place)?;
    let zipped = GzEncoder::new(std::io::BufWriter::new(draft.as_file().try_clone()?), Compression::fast());
    let mut archive = Archive { tar: tar::Builder::new(zipped), entries: BTreeMap::new() };
    let kept = files_of(folder)?;
    for path in &kept {
        let name = path.strip_prefix(folder).map_err(Error::internal)?;
        let name = name.to_str().ok_or_else(|| Error::internal(format!("{} is not UTF-8", name.display())))?;
        archive.add(&format!("{FILES}{name}"), &std::fs::read(path)?)?;
    }
    let contents = rows(db, place, &mut archive, progress).await?;
    let (done_rows, sent) = (contents.rows(), contents.sent());
    let (tables, contents) = contents.finish();
    let done = Done { rows: done_rows, tables: tables.len(), sent, files: kept.len(), contents: contents.clone() };
    let manifest = Manifest {
        format: FORMAT,
        guildhall: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: jiff::Timestamp::from_microsecond(Clock::System.now()).map_err(Error::internal)?.to_string(),
        migrations: db.migrations().await?,
        tables,
        entries: std::mem::take(&mut archive.entries),
        contents,
    };
    archive.add(MANIFEST, &serde_json::to_vec_pretty(&manifest).map_err(Error::internal)?)?;
    archive.tar.into_inner()?.finish()?.into_inner().map_err(|cause| Error::internal(cause.to_string()))?.sync_all()?;
    draft.persist_noclobber(file).map_err(|cause| Error::internal(format!("{}: {}", file.display(), cause.error)))?;
    std::fs::File::open(place)?.sync_all()?;
    Ok(done)
}

/// All rows, by way of a copy in this folder: the running council must not run out of room for it.
async fn rows<W: Write>(db: &Db, place: &Path, archive: &mut Archive<W>, progress: Progress<'_>) -> Result<Contents> {
    let tables = db.tables().await?;
    let all = db.count_rows(&tables).await?;
    let mut contents = Contents::of(&tables);
    let mut piece = Piece::default();
    db.dump_by_way_of(Some(place), &tables, |table, row| {
        if table != piece.table {
            piece.leave(archive, &tables[piece.table].name)?;
            piece = Piece { table, ..Piece::default() };
        }
        piece.lines.extend(contents.add(table, row.values())?);
        if piece.lines.len() >= PIECE {
            piece.leave(archive, &tables[table].name)?;
            progress(contents.rows(), all.max(contents.rows()));
        }
        Ok(())
    })
    .await?;
    if let Some(table) = tables.get(piece.table) {
        piece.leave(archive, &table.name)?;
    }
    Ok(contents)
}

/// The council's own files, in the order of their names; links are not followed.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() && !name.starts_with(".guildhall-") && !(next == folder && is_left_out(&name)) {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_left_out(name: &str) -> bool {
    NOT_KEPT.contains(&name)
}
