//! SQLite: opening, readers, and its errors in our words.

use super::log::Log;
use super::value::{Row, Value};
use super::{Sql, Table};
use crate::clock::Stopwatch;
use crate::error::{Error, Result, Violation};
use crate::secret_file;
use rusqlite::backup::Backup;
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi, params_from_iter};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Statements kept prepared on each connection.
const PREPARED: usize = 256;
/// Pages the write-ahead log grows to before it is copied back: 32 MB.
const LOG_PAGES: i64 = 8_000;

/// Opens the database for writing, and makes it. With `sure`, SQLite syncs where its log and its file depend on each
/// other, and every commit is made sure by [`Log`].
pub(super) fn open_writer(file: &Path, sure: bool) -> Result<Connection> {
    // SQLite gives its log, and the index of that, the rights of the database.
    secret_file::keep_private(file)?;
    for beside in ["-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(beside);
        // Mostly they are not there yet.
        drop(secret_file::take_from_others(Path::new(&name)));
    }
    let conn = Connection::open(file)?;
    keep_a_log(&conn)?;
    conn.pragma_update(None, "synchronous", if sure { "NORMAL" } else { "OFF" })?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    conn.pragma_update(None, "cache_size", -32_000)?;
    // Copying the log back costs a sync and every page that changed: rarely, so that a page changed often is copied once.
    conn.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    // Every request works in a savepoint, which keeps the pages it touches: in memory, not in a file on the side.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.busy_timeout(Duration::from_secs(10))?;
    conn.set_prepared_statement_cache_capacity(PREPARED);
    Ok(conn)
}

/// Turns the write-ahead log on. Two that open a new file together may each hold what the other needs; SQLite then
/// tells one at once that it is busy, without its usual wait.
fn keep_a_log(conn: &Connection) -> Result<()> {
    const TRIES: u32 = 500;
    let mut tries = 1..TRIES;
    let kept = loop {
        match conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0)) {
            Err(cause) if tries.next().is_some() && cause.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                std::thread::sleep(Duration::from_millis(10));
            }
            done => break done?,
        }
    };
    if kept != "wal" {
        return Err(Error::internal(format!("this file system takes no write-ahead log, only {kept}")));
    }
    // SQLite makes the log's file when it first reads.
    Ok(conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?)
}

/// Opens a database that is there, for reading alone.
pub(super) fn open_existing(file: &Path) -> Result<Connection> {
    if !file.is_file() {
        return Err(Error::internal(format!("there is no database {}", file.display())));
    }
    open_reader(file)
}

fn open_reader(file: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.pragma_update(None, "cache_size", -2_000)?;
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(PREPARED);
    Ok(conn)
}

pub(super) fn rows(conn: &Connection, sql: &Sql, params: &[Value]) -> Result<Vec<Row>> {
    let mut statement = conn.prepare_cached(sql.for_sqlite())?;
    let width = statement.column_count();
    let mut found = statement.query(params_from_iter(params))?;
    let mut out = Vec::new();
    while let Some(row) = found.next()? {
        let columns = (0..width).map(|i| Value::from_sqlite(row.get_ref(i)?)).collect::<Result<_>>()?;
        out.push(Row(columns));
    }
    Ok(out)
}

pub(super) fn exec(conn: &Connection, sql: &Sql, params: &[Value]) -> Result<u64> {
    Ok(conn.prepare_cached(sql.for_sqlite())?.execute(params_from_iter(params))? as u64)
}

/// How many rows the tables have in all.
pub(super) fn count_rows(file: &Path, tables: &[Table]) -> Result<u64> {
    let conn = open_existing(file)?;
    let mut all = 0;
    for table in tables {
        let count = format!("SELECT count(*) FROM \"{}\"", table.name);
        all += conn.query_row(&count, [], |row| row.get::<_, i64>(0))? as u64;
    }
    Ok(all)
}

/// Copies the file as it is at one moment into this folder, and hands out all rows of the copy.
pub(super) fn dump(
    file: &Path,
    folder: &Path,
    tables: &[Table],
    mut each: impl FnMut(usize, Row) -> Result<()>,
) -> Result<()> {
    let copy = tempfile::Builder::new().prefix(".guildhall-copy-").tempfile_in(folder)?;
    // Nobody else opens it, and a disk somewhere in the network may know neither locks nor shared memory.
    let mut conn = Connection::open_with_flags_and_vfs(copy.path(), OpenFlags::default(), "unix-none")?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    conn.pragma_update(None, "journal_mode", "OFF")?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    // In one step: in several it would begin anew whenever somebody writes.
    Backup::new(&open_existing(file)?, &mut conn)?.step(-1)?;
    read_all(&conn, tables, &mut each)
}

/// Hands out every row of these tables.
fn read_all(conn: &Connection, tables: &[Table], each: &mut impl FnMut(usize, Row) -> Result<()>) -> Result<()> {
    for (at, table) in tables.iter().enumerate() {
        let mut statement = conn.prepare(&table.select())?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let values =
                (0..table.columns.len()).map(|i| Value::from_sqlite(row.get_ref(i)?)).collect::<Result<_>>()?;
            each(at, Row(values))?;
        }
    }
    Ok(())
}

/// Puts rows in the place of what stands in the tables.
pub(super) fn fill(
    conn: &mut Connection,
    tables: &[Table],
    mut next: impl FnMut() -> Result<Option<(usize, Vec<Value>)>>,
    mut back: impl FnMut(Option<(usize, Row)>) -> Result<()>,
) -> Result<()> {
    let tx = conn.transaction()?;
    tx.pragma_update(None, "defer_foreign_keys", "ON")?;
    for table in tables.iter().rev() {
        tx.execute(&format!("DELETE FROM \"{}\"", table.name), [])?;
    }
    let insert = |table: &Table| {
        let places = (1..=table.columns.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
        format!("INSERT INTO \"{}\" ({}) VALUES ({places})", table.name, table.column_names())
    };
    let inserts: Vec<String> = tables.iter().map(insert).collect();
    while let Some((at, values)) = next()? {
        tx.prepare_cached(&inserts[at])?.execute(params_from_iter(&values))?;
    }
    read_all(&tx, tables, &mut |at, row| back(Some((at, row))))?;
    back(None)?;
    tx.commit()?;
    // So that no log as long as the whole is left.
    Ok(conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?)
}

/// Readers, opened as they are first needed and kept.
#[derive(Clone)]
pub(super) struct Readers {
    file: Arc<Path>,
    log: Arc<Log>,
    idle: Arc<Mutex<Vec<Timed>>>,
    permits: Arc<Semaphore>,
    wait: Duration,
}

struct Timed {
    conn: Connection,
    limit: Arc<Limit>,
}

/// When the running statement must stop. The connection's progress handler looks at it.
struct Limit {
    began: Stopwatch,
    until_micros: AtomicU64,
}

impl Readers {
    pub(super) fn new(file: &Path, log: &Arc<Log>, count: usize, wait: Duration) -> Readers {
        let permits = Arc::new(Semaphore::new(count));
        Readers { file: file.into(), log: log.clone(), idle: Arc::default(), permits, wait }
    }

    /// The running request is answered when the disk has all that can be read now.
    pub(super) fn settle(&self) {
        self.log.settle();
    }

    /// `limit` is for each statement, or with `whole` for all of them together.
    pub(super) async fn check_out(&self, limit: Duration, whole: bool) -> Result<Reader> {
        let permit = tokio::time::timeout(self.wait, self.permits.clone().acquire_owned()).await;
        let permit = permit.map_err(|_| Error::Unavailable("all readers are busy".into()))?.map_err(Error::internal)?;
        let kept = self.idle.lock().unwrap_or_else(|e| e.into_inner()).pop();
        let timed = match kept {
            Some(timed) => timed,
            None => Timed::open(&self.file)?,
        };
        timed.conn.prepare_cached("BEGIN")?.execute([])?;
        timed.stop_after(limit);
        let anew = (!whole).then_some(limit);
        Ok(Reader { timed: Some(timed), anew, log: self.log.clone(), home: self.idle.clone(), _permit: permit })
    }
}

impl Timed {
    fn open(file: &Path) -> Result<Timed> {
        let mut conn = open_reader(file)?;
        let limit = Arc::new(Limit { began: Stopwatch::start(), until_micros: AtomicU64::new(u64::MAX) });
        let watched = limit.clone();
        let over = move || watched.began.elapsed().as_micros() as u64 > watched.until_micros.load(Ordering::Relaxed);
        conn.progress_handler(20_000, Some(over))?;
        Ok(Timed { conn, limit })
    }

    fn stop_after(&self, limit: Duration) {
        let until = self.limit.began.elapsed() + limit;
        self.limit.until_micros.store(until.as_micros() as u64, Ordering::Relaxed);
    }
}

/// One reader in a read transaction; goes back to the others when dropped.
pub(super) struct Reader {
    timed: Option<Timed>,
    /// The limit that each statement has for itself.
    anew: Option<Duration>,
    log: Arc<Log>,
    home: Arc<Mutex<Vec<Timed>>>,
    _permit: OwnedSemaphorePermit,
}

impl Reader {
    pub(super) fn rows(&mut self, sql: &Sql, params: &[Value]) -> Result<Vec<Row>> {
        let timed = self.timed.as_ref().ok_or_else(|| Error::internal("reader already given back"))?;
        if let Some(limit) = self.anew {
            timed.stop_after(limit);
        }
        rows(&timed.conn, sql, params)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(timed) = self.timed.take() {
            self.log.settle();
            timed.limit.until_micros.store(u64::MAX, Ordering::Relaxed);
            let ended = timed.conn.prepare_cached("COMMIT").and_then(|mut s| s.execute([])).is_ok();
            if ended {
                self.home.lock().unwrap_or_else(|e| e.into_inner()).push(timed);
            }
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(code, message) = &cause {
            let told = message.as_deref().unwrap_or_default();
            match code.code {
                ErrorCode::ConstraintViolation => {
                    return violation(code.extended_code, told).unwrap_or(Error::internal(cause));
                }
                ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::DatabaseBusy
                | ErrorCode::OperationInterrupted => return Error::Unavailable(cause.to_string()),
                _ => {}
            }
        }
        Error::internal(cause)
    }
}

/// Reads "UNIQUE constraint failed: cases.ref, cases.x" and its kin.
fn violation(extended: i32, told: &str) -> Option<Error> {
    let (_, rule) = told.split_once("failed: ").unwrap_or(("", ""));
    let of = |table: &str, columns: Vec<String>| Some(Error::Violation(Violation { table: table.into(), columns }));
    match extended {
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => of("", vec!["reference".into()]),
        ffi::SQLITE_CONSTRAINT_CHECK => of("", vec![rule.into()]),
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            let (table, _) = rule.split_once('.')?;
            let columns = rule.split(", ").filter_map(|c| c.split_once('.')).map(|(_, c)| c.to_owned()).collect();
            of(table, columns)
        }
        // A missing value or one of the wrong type is a fault of ours, not a conflict.
        _ => None,
    }
}
