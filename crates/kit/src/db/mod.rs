//! The seam over SQLite and PostgreSQL: one way to begin, ask and commit, the same statements on both.
//!
//! `db.begin()` opens a writing transaction, only after the body is read, passwords hashed and files stored; between
//! begin and commit the only awaits are methods of [`Tx`]. `db.read()` checks out one reader for a page.

mod again;
mod at_once;
mod damage;
mod dump;
mod lane;
mod log;
mod migrate;
mod postgres;
pub mod settle;
mod sqlite;
mod statement;
pub(crate) mod tls;
mod value;

pub use again::again_if_collided;
pub use at_once::{AT_ONCE, FEW, at_once};
pub use dump::Table;
pub use migrate::{Column, Migration, Schema};
pub use statement::{STATEMENTS, Sql};
pub use value::{Columns, FromValue, Row, Value};

use crate::clock::Stopwatch;
use crate::error::{Error, Result};
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Where the data lives.
#[derive(Debug, Clone)]
pub enum Place {
    /// SQLite in this folder, as `guildhall.db`.
    Folder(PathBuf),
    /// PostgreSQL at this address, `postgres://user:password@host:port/name?sslmode=require`.
    Postgres(String),
}

/// How the database is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the data lives.
    pub place: Place,
    /// Readers of SQLite, or connections to PostgreSQL.
    pub connections: usize,
    /// SQLite only: every commit waits for the disk, as with `synchronous=FULL`; always, except where a bench measures
    /// without.
    pub sure: bool,
    /// SQLite only: commit each transaction alone instead of in a group; a baseline for the bench.
    pub group_commit: bool,
    /// SQLite only: nothing is written and nothing is made; a folder without a database is refused.
    pub read_only: bool,
    /// How long a request waits for the writer lane, a reader or a connection before it is told to try again.
    pub wait: Duration,
    /// How long a statement of an inline read may take.
    pub read_limit: Duration,
    /// How long the statements of a long read may take together.
    pub long_read_limit: Duration,
}

impl Options {
    /// The options every council runs with.
    pub fn new(place: Place) -> Self {
        Options {
            place,
            connections: 8,
            sure: true,
            group_commit: true,
            read_only: false,
            wait: WAIT,
            read_limit: READ_LIMIT,
            long_read_limit: LONG_READ_LIMIT,
        }
    }
}

/// How long a request waits for its turn: one that asks twice at once is told so instead of stopping everybody.
pub const WAIT: Duration = Duration::from_secs(10);
/// How long an inline read may take.
pub const READ_LIMIT: Duration = Duration::from_millis(200);
/// How long one transaction of a long read may take.
pub const LONG_READ_LIMIT: Duration = Duration::from_secs(5);

/// The database; clones share it.
#[derive(Clone)]
pub struct Db(Arc<Shared>);

struct Shared {
    engine: Engine,
    read_limit: Duration,
    long_read_limit: Duration,
    /// Long reads at the same time: half of the readers, so that pages never wait for figures alone.
    long_reads: Arc<Semaphore>,
    wait: Duration,
}

enum Engine {
    Sqlite { lane: lane::Lane, readers: sqlite::Readers, file: PathBuf },
    Postgres(postgres::Pool),
}

/// Which of the two databases this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Db {
    /// Opens the database and makes its folder (but see [`Options::read_only`]); it does not migrate.
    pub async fn open(options: &Options) -> Result<Db> {
        let engine = match &options.place {
            Place::Folder(folder) => {
                let file = folder.join("guildhall.db");
                let writer = if options.read_only {
                    sqlite::open_existing(&file)?
                } else {
                    crate::secret_file::make_folder(folder)?;
                    sqlite::open_writer(&file, options.sure)?
                };
                let log = Arc::new(log::Log::of(&file, options.sure && !options.read_only)?);
                Engine::Sqlite {
                    lane: lane::Lane::new(writer, &log, options.group_commit, options.wait),
                    readers: sqlite::Readers::new(&file, &log, options.connections, options.wait),
                    file,
                }
            }
            Place::Postgres(url) => Engine::Postgres(postgres::Pool::open(url, options).await?),
        };
        let (read_limit, long_read_limit) = (options.read_limit, options.long_read_limit);
        let (long_reads, wait) = (Arc::new(Semaphore::new((options.connections / 2).max(1))), options.wait);
        Ok(Db(Arc::new(Shared { engine, read_limit, long_read_limit, long_reads, wait })))
    }

    /// Which of the two databases this is.
    pub fn kind(&self) -> Kind {
        match &self.0.engine {
            Engine::Sqlite { .. } => Kind::Sqlite,
            Engine::Postgres(_) => Kind::Postgres,
        }
    }

    /// The SQLite file, where there is one.
    pub fn file(&self) -> Option<&std::path::Path> {
        match &self.0.engine {
            Engine::Sqlite { file, .. } => Some(file),
            Engine::Postgres(_) => None,
        }
    }

    /// Begins a writing transaction: SERIALIZABLE on PostgreSQL, a savepoint in the one writer lane on SQLite.
    /// Dropping it without [`Tx::commit`] rolls back at once.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(Tx(Conn::new(match &self.0.engine {
            Engine::Sqlite { lane, .. } => Inner::Write(lane.begin().await?),
            Engine::Postgres(pool) => Inner::Postgres(pool.begin(postgres::Mode::Write).await?),
        })))
    }

    /// Checks out one reader; all its statements see one state. At most [`READ_LIMIT`] a statement.
    pub async fn read(&self) -> Result<Read> {
        self.reader(self.0.read_limit, false).await
    }

    async fn reader(&self, limit: Duration, whole: bool) -> Result<Read> {
        let mut conn = Conn::new(match &self.0.engine {
            Engine::Sqlite { readers, .. } => Inner::Read(readers.check_out(limit, whole).await?),
            Engine::Postgres(pool) => Inner::Postgres(pool.begin(postgres::Mode::Read(limit)).await?),
        });
        conn.ends = whole.then(|| (Stopwatch::start(), limit));
        Ok(Read(conn))
    }

    /// Runs a long read (search, export, figures) off the request threads, at most [`LONG_READ_LIMIT`] in all: the
    /// statement that meets the limit is stopped and none begins after it.
    pub async fn read_long<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: AsyncFnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let turn = tokio::time::timeout(self.0.wait, self.0.long_reads.clone().acquire_owned()).await;
        let turn = turn.map_err(|_| Error::Unavailable("too many long reads".into()))?.map_err(Error::internal)?;
        let mut read = self.reader(self.0.long_read_limit, true).await?;
        let handle = tokio::runtime::Handle::current();
        let done = tokio::task::spawn_blocking(move || {
            // Held until the work ends, also when nobody waits for it any longer.
            let _turn = turn;
            handle.block_on(async move { work(&mut read).await })
        });
        let answer = done.await.map_err(Error::internal)?;
        if let Engine::Sqlite { readers, .. } = &self.0.engine {
            readers.settle();
        }
        answer
    }

    /// Brings the schema up to date; every migration runs once, in order. Returns how many ran.
    pub async fn migrate(&self, migrations: &[Migration]) -> Result<usize> {
        match &self.0.engine {
            Engine::Sqlite { lane, .. } => lane.migrate(migrations).await,
            Engine::Postgres(pool) => pool.migrate(migrations).await,
        }
    }

    /// Tables, columns and unique indexes as the database itself tells them, in the names of SQLite's types.
    pub async fn schema(&self) -> Result<Schema> {
        match &self.0.engine {
            Engine::Sqlite { lane, .. } => lane.schema().await,
            Engine::Postgres(pool) => pool.schema().await,
        }
    }

    /// The plan of a statement, a step a line, as the database explains it. Parameters are taken as NULL.
    pub async fn explain(&self, sql: &Sql) -> Result<Vec<String>> {
        match &self.0.engine {
            Engine::Sqlite { lane, .. } => lane.explain(sql).await,
            Engine::Postgres(pool) => pool.explain(sql).await,
        }
    }

    /// Runs maintenance text (ANALYZE, PRAGMA wal_checkpoint) outside of any transaction; never with outside words in it.
    pub async fn maintain(&self, text: &str) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite { lane, .. } => lane.maintain(text).await,
            Engine::Postgres(pool) => pool.maintain(text).await,
        }
    }

    /// SQLite: commits done by the lane so far; PostgreSQL: 0.
    pub fn commits(&self) -> u64 {
        match &self.0.engine {
            Engine::Sqlite { lane, .. } => lane.commits(),
            Engine::Postgres(_) => 0,
        }
    }
}

/// A connection in a transaction: what store functions take.
pub struct Conn {
    inner: Inner,
    failed: Option<Failure>,
    /// When a long read is over: since when, and how long it may take.
    ends: Option<(Stopwatch, Duration)>,
}

enum Inner {
    Read(sqlite::Reader),
    Write(lane::Writing),
    Postgres(postgres::Transaction),
}

/// Why a transaction can only be rolled back. PostgreSQL answers the COMMIT of such a transaction with a quiet
/// ROLLBACK and SQLite would keep the rest, so both refuse here: nobody who swallowed an error is told it is stored.
enum Failure {
    Rerun,
    Unavailable(String),
    Statement(&'static str),
}

impl Failure {
    fn of(sql: &'static Sql, cause: &Error) -> Failure {
        match cause {
            Error::Rerun => Failure::Rerun,
            Error::Unavailable(why) => Failure::Unavailable(why.clone()),
            _ => Failure::Statement(sql.name),
        }
    }

    fn again(&self) -> Error {
        match self {
            Failure::Rerun => Error::Rerun,
            Failure::Unavailable(why) => Error::Unavailable(why.clone()),
            Failure::Statement(name) => Error::internal(format!("{name} failed before, so this transaction is over")),
        }
    }
}

impl Conn {
    fn new(inner: Inner) -> Conn {
        Conn { inner, failed: None, ends: None }
    }

    fn still_good(&self) -> Result<()> {
        self.failed.as_ref().map_or(Ok(()), |failure| Err(failure.again()))
    }

    /// PostgreSQL keeps no NUL in text and SQLite would: refused on both.
    fn can_take(&self, sql: &Sql, params: &[Value]) -> Result<()> {
        self.still_good()?;
        if self.ends.is_some_and(|(since, limit)| since.elapsed() > limit) {
            return Err(Error::Unavailable("a long read took too long".into()));
        }
        let with_nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
        match params.iter().any(with_nul) {
            true => Err(Error::internal(format!("{} was given text with a NUL character", sql.name))),
            false => Ok(()),
        }
    }

    /// All rows of the answer. After an error the transaction takes no further statement.
    pub async fn rows(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Vec<Row>> {
        self.can_take(sql, params)?;
        let answer = match &mut self.inner {
            Inner::Read(reader) => reader.rows(sql, params),
            Inner::Write(writing) => writing.rows(sql, params),
            Inner::Postgres(transaction) => transaction.rows(sql, params).await,
        };
        answer.inspect_err(|cause| self.failed = Some(Failure::of(sql, cause)))
    }

    /// The first row, if there is one.
    pub async fn row(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Option<Row>> {
        Ok(self.rows(sql, params).await?.into_iter().next())
    }

    /// The first row, or [`Error::NotFound`].
    pub async fn one(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Row> {
        self.row(sql, params).await?.ok_or(Error::NotFound)
    }

    /// Runs a statement and says how many rows it changed. After an error the transaction takes no further one.
    pub async fn exec(&mut self, sql: &'static Sql, params: &[Value]) -> Result<u64> {
        self.can_take(sql, params)?;
        let answer = match &mut self.inner {
            Inner::Read(_) => Err(Error::internal(format!("{} writes through a reader", sql.name))),
            Inner::Write(writing) => writing.exec(sql, params),
            Inner::Postgres(transaction) => transaction.exec(sql, params).await,
        };
        answer.inspect_err(|cause| self.failed = Some(Failure::of(sql, cause)))
    }

    /// Runs a statement that must change exactly one row; none means somebody else changed it first.
    pub async fn exec_one(&mut self, sql: &'static Sql, params: &[Value]) -> Result<()> {
        match self.exec(sql, params).await? {
            1 => Ok(()),
            0 => Err(Error::Changed),
            n => Err(Error::internal(format!("{} changed {n} rows instead of one", sql.name))),
        }
    }

    /// Which of the two databases this is, for the few statements that differ.
    pub fn kind(&self) -> Kind {
        match &self.inner {
            Inner::Read(_) | Inner::Write(_) => Kind::Sqlite,
            Inner::Postgres(_) => Kind::Postgres,
        }
    }
}

/// A writing transaction. Dropped without [`Tx::commit`], it rolls back.
pub struct Tx(Conn);

impl Tx {
    /// Commits and returns only when the disk has it. Refused when a statement of this transaction has failed.
    pub async fn commit(self) -> Result<()> {
        self.0.still_good()?;
        match self.0.inner {
            Inner::Write(writing) => writing.commit().await,
            Inner::Postgres(transaction) => transaction.commit().await,
            Inner::Read(_) => Err(Error::internal("a reader has nothing to commit")),
        }
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

/// A reading transaction.
pub struct Read(Conn);

impl Deref for Read {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Read {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}
