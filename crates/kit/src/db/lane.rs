//! The one writer lane of SQLite, with group commit.
//!
//! A request queues for a fair lock, works inside a savepoint of the open transaction, releases it, leaves a waiter and
//! lets go of the lane. The committer queues for the same lock, so everyone already waiting gets in before it; on a
//! blocking thread it commits, lets go of the lane so that the next batch fills, has the disk take the log, and wakes
//! all waiters. An answer leaves only after that.

use super::log::{Log, Outcome};
use super::value::{Row, Value};
use super::{Migration, Schema, Sql, Table, migrate, settle, sqlite};
use crate::error::{Error, Result};
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};
use tokio::task::AbortHandle;

/// How often a disk that refused is asked again.
const HEAL: Duration = Duration::from_secs(1);

pub(super) struct Lane {
    writer: Arc<Mutex<Writer>>,
    log: Arc<Log>,
    ready: Arc<Notify>,
    group: bool,
    wait: Duration,
    commits: Arc<AtomicU64>,
    committer: AbortHandle,
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.committer.abort();
    }
}

struct Writer {
    conn: Connection,
    log: Arc<Log>,
    /// A transaction is open on the connection.
    open: bool,
    /// Those whose work is in the open transaction and who wait for its commit.
    waiters: Vec<oneshot::Sender<Outcome>>,
}

impl Lane {
    pub(super) fn new(conn: Connection, log: &Arc<Log>, group: bool, wait: Duration) -> Lane {
        let log = log.clone();
        let writer = Arc::new(Mutex::new(Writer { conn, log: log.clone(), open: false, waiters: Vec::new() }));
        let (ready, commits) = (Arc::<Notify>::default(), Arc::<AtomicU64>::default());
        let committer = commit_for_ever(writer.clone(), log.clone(), ready.clone(), commits.clone());
        Lane { writer, log, ready, group, wait, commits, committer: tokio::spawn(committer).abort_handle() }
    }

    pub(super) async fn begin(&self) -> Result<Writing> {
        let turn = tokio::time::timeout(self.wait, self.writer.clone().lock_owned()).await;
        let mut writer = turn.map_err(|_| Error::Unavailable("the writer lane is held".into()))?;
        let begun = writer.begin();
        writer.check(begun)?;
        Ok(Writing {
            writer: Some(writer),
            ready: self.ready.clone(),
            group: self.group,
            commits: self.commits.clone(),
        })
    }

    pub(super) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Takes the lane alone, with everything before it committed.
    async fn alone(&self) -> Result<OwnedMutexGuard<Writer>> {
        let _turn = self.log.turn().await;
        let mut writer = self.writer.clone().lock_owned().await;
        writer.commit();
        self.log.sync();
        Ok(writer)
    }

    /// Does what commits by itself, and returns when the disk has it.
    async fn maintaining<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let mut writer = self.alone().await?;
        self.log.doubt();
        let done = work(&mut writer.conn);
        self.log.sync();
        if let Err(lost) = writer.healthy() {
            self.ready.notify_one();
            return Err(lost);
        }
        done
    }

    pub(super) async fn migrate(&self, migrations: &[Migration]) -> Result<usize> {
        self.maintaining(|conn| migrate::on_sqlite(conn, migrations)).await
    }

    pub(super) async fn schema(&self) -> Result<Schema> {
        migrate::schema_of_sqlite(&self.alone().await?.conn)
    }

    pub(super) async fn maintain(&self, text: &str) -> Result<()> {
        self.maintaining(|conn| Ok(conn.execute_batch(text)?)).await
    }

    pub(super) async fn fill(
        &self,
        tables: &[Table],
        next: impl FnMut() -> Result<Option<(usize, Vec<Value>)>>,
        back: impl FnMut(Option<(usize, Row)>) -> Result<()>,
    ) -> Result<()> {
        self.maintaining(|conn| tokio::task::block_in_place(|| sqlite::fill(conn, tables, next, back))).await
    }

    pub(super) async fn explain(&self, sql: &Sql) -> Result<Vec<String>> {
        let writer = self.alone().await?;
        let mut statement = writer.conn.prepare(&format!("EXPLAIN QUERY PLAN {}", sql.for_sqlite()))?;
        let steps = statement.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Result<_, _>>()?;
        Ok(steps)
    }
}

/// The committer: lives as long as the lane, whatever happens to a batch. The first who waits wakes it.
async fn commit_for_ever(writer: Arc<Mutex<Writer>>, log: Arc<Log>, ready: Arc<Notify>, commits: Arc<AtomicU64>) {
    loop {
        ready.notified().await;
        let _turn = log.turn().await;
        commit_batch(&writer, &log, &commits).await;
        while let Some(why) = log.lost() {
            heal(&writer, why).await;
        }
    }
}

async fn commit_batch(writer: &Arc<Mutex<Writer>>, log: &Arc<Log>, commits: &AtomicU64) {
    let mut guard = writer.clone().lock_owned().await;
    if guard.waiters.is_empty() {
        return;
    }
    commits.fetch_add(1, Ordering::Relaxed);
    let syncing = log.clone();
    let done = tokio::task::spawn_blocking(move || {
        guard.commit();
        drop(guard);
        syncing.sync();
    });
    // Cancelled means that the whole program is ending, and its last batches were told.
    if let Err(broken) = done.await
        && broken.is_panic()
    {
        tracing::error!(%broken, "the committer met a panic and carries on");
        writer.lock().await.abandon("the commit was broken off");
        log.sync();
    }
}

/// The disk refused a sync: gives up what was begun since, and copies the log; tries again later where that fails too.
async fn heal(writer: &Arc<Mutex<Writer>>, why: String) {
    let mut guard = writer.clone().lock_owned().await;
    tracing::error!(%why, "nothing is taken until all of the log is copied into the database");
    let healed = tokio::task::spawn_blocking(move || {
        guard.abandon(&why);
        guard.log.heal(&guard.conn)
    });
    match healed.await {
        Ok(Ok(true)) => tracing::info!("the log is copied: everything is taken again"),
        _ => tokio::time::sleep(HEAL).await,
    }
}

impl Writer {
    fn healthy(&self) -> Result<()> {
        self.log.lost().map_or(Ok(()), |why| Err(Error::Unavailable(why)))
    }

    fn begin(&mut self) -> Result<()> {
        self.healthy()?;
        if !self.open {
            if !self.conn.is_autocommit() {
                // Giving up the last batch did not work then; what it left must go before anything new begins.
                self.conn.execute_batch("ROLLBACK")?;
            }
            self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
            self.open = true;
        }
        self.conn.prepare_cached("SAVEPOINT request")?.execute([])?;
        Ok(())
    }

    /// Commits the batch; those in it are told when the log is synced. A failing COMMIT is rolled back and told to all.
    fn commit(&mut self) {
        if !self.open {
            return;
        }
        self.log.doubt();
        let done = self.conn.prepare_cached("COMMIT").and_then(|mut s| s.execute([]));
        match done {
            Ok(_) => {
                self.open = false;
                self.log.join(std::mem::take(&mut self.waiters));
            }
            Err(cause) => {
                self.log.nothing_new();
                self.abandon(&format!("commit failed: {cause}"));
            }
        }
    }

    /// Gives the whole batch up and tells everybody in it.
    fn abandon(&mut self, why: &str) {
        if !self.conn.is_autocommit() {
            let _ = self.conn.execute_batch("ROLLBACK");
        }
        self.open = false;
        for waiter in self.waiters.drain(..) {
            let _ = waiter.send(Err(why.to_owned()));
        }
    }

    /// After an error SQLite may have rolled the whole transaction back (a full disk does), neighbours included.
    fn check<T>(&mut self, answer: Result<T>) -> Result<T> {
        if let Err(cause) = &answer
            && self.open
            && self.conn.is_autocommit()
        {
            self.abandon(&cause.to_string());
        }
        answer
    }

    fn wait(&mut self) -> oneshot::Receiver<Outcome> {
        let (tell, told) = oneshot::channel();
        self.waiters.push(tell);
        told
    }

    fn roll_back_request(&mut self) {
        // What it read of the batch before may still be on its way to the disk.
        self.log.settle();
        if !self.open {
            // The batch went away under this request: what it read there must not be told either.
            let (tell, told) = oneshot::channel();
            let _ = tell.send(Err("the transaction was rolled back".to_owned()));
            settle::await_batch(told);
            return;
        }
        if self.waiters.is_empty() {
            self.abandon("nothing to keep");
            return;
        }
        let undone = self.conn.execute_batch("ROLLBACK TO request; RELEASE request");
        if let Err(cause) = undone {
            self.abandon(&cause.to_string());
            return;
        }
        settle::await_batch(self.wait());
    }
}

/// One request's turn in the lane.
pub(super) struct Writing {
    writer: Option<OwnedMutexGuard<Writer>>,
    ready: Arc<Notify>,
    group: bool,
    commits: Arc<AtomicU64>,
}

impl Writing {
    fn turn(&mut self) -> Result<&mut Writer> {
        match self.writer.as_deref_mut() {
            Some(writer) if writer.open => Ok(writer),
            _ => Err(Error::Unavailable("the transaction was rolled back".into())),
        }
    }

    pub(super) fn rows(&mut self, sql: &Sql, params: &[Value]) -> Result<Vec<Row>> {
        let writer = self.turn()?;
        let answer = sqlite::rows(&writer.conn, sql, params);
        writer.check(answer)
    }

    pub(super) fn exec(&mut self, sql: &Sql, params: &[Value]) -> Result<u64> {
        let writer = self.turn()?;
        let answer = sqlite::exec(&writer.conn, sql, params);
        writer.check(answer)
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        let group = self.group;
        let commits = self.commits.clone();
        let writer = self.turn()?;
        let released = writer.conn.prepare_cached("RELEASE request").and_then(|mut s| s.execute([]));
        writer.check(released.map_err(Error::from))?;
        let told = writer.wait();
        let mut wanted = group && writer.waiters.len() == 1;
        if !group {
            commits.fetch_add(1, Ordering::Relaxed);
            writer.commit();
            writer.log.sync();
            wanted = writer.healthy().is_err();
        }
        self.writer = None;
        if wanted {
            self.ready.notify_one();
        }
        match told.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(why)) => Err(Error::Unavailable(why)),
            Err(_) => Err(Error::Unavailable("the committer stopped".into())),
        }
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.as_deref_mut() {
            writer.roll_back_request();
        }
    }
}

#[cfg(test)]
mod tests;
