//! The one writer lane of SQLite, with group commit.
//!
//! A request queues for a fair lock, works inside a savepoint of the open transaction, releases it, leaves a waiter and
//! lets go of the lane. The committer queues for the same lock, so everyone already waiting gets in before it; it
//! commits on a blocking thread and wakes all waiters. An answer leaves only after that.

use super::value::{Row, Value};
use super::{Migration, Schema, Sql, migrate, settle, sqlite};
use crate::error::{Error, Result};
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};
use tokio::task::AbortHandle;

type Outcome = Result<(), String>;

pub(super) struct Lane {
    writer: Arc<Mutex<Writer>>,
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
    /// A transaction is open on the connection.
    open: bool,
    /// Those whose work is in the open transaction and who wait for its commit.
    waiters: Vec<oneshot::Sender<Outcome>>,
}

impl Lane {
    pub(super) fn new(conn: Connection, group: bool, wait: Duration) -> Lane {
        let writer = Arc::new(Mutex::new(Writer { conn, open: false, waiters: Vec::new() }));
        let (ready, commits) = (Arc::<Notify>::default(), Arc::<AtomicU64>::default());
        let committer = tokio::spawn(commit_for_ever(writer.clone(), ready.clone(), commits.clone())).abort_handle();
        Lane { writer, ready, group, wait, commits, committer }
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
        let mut writer = self.writer.clone().lock_owned().await;
        writer.commit();
        Ok(writer)
    }

    pub(super) async fn migrate(&self, migrations: &[Migration]) -> Result<usize> {
        migrate::on_sqlite(&mut self.alone().await?.conn, migrations)
    }

    pub(super) async fn schema(&self) -> Result<Schema> {
        migrate::schema_of_sqlite(&self.alone().await?.conn)
    }

    pub(super) async fn maintain(&self, text: &str) -> Result<()> {
        Ok(self.alone().await?.conn.execute_batch(text)?)
    }

    pub(super) async fn explain(&self, sql: &Sql) -> Result<Vec<String>> {
        let writer = self.alone().await?;
        let mut statement = writer.conn.prepare(&format!("EXPLAIN QUERY PLAN {}", sql.for_sqlite()))?;
        let steps = statement.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Result<_, _>>()?;
        Ok(steps)
    }
}

/// The committer: lives as long as the lane, whatever happens to a batch. The first who waits wakes it.
async fn commit_for_ever(writer: Arc<Mutex<Writer>>, ready: Arc<Notify>, commits: Arc<AtomicU64>) {
    loop {
        ready.notified().await;
        let mut guard = writer.clone().lock_owned().await;
        if guard.waiters.is_empty() {
            continue;
        }
        commits.fetch_add(1, Ordering::Relaxed);
        let done = tokio::task::spawn_blocking(move || guard.commit()).await;
        // Cancelled means that the whole program is ending, and its last batches were told.
        if let Err(broken) = done
            && broken.is_panic()
        {
            tracing::error!(%broken, "the committer met a panic and carries on");
            writer.lock().await.abandon("the commit was broken off");
        }
    }
}

impl Writer {
    fn begin(&mut self) -> Result<()> {
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

    /// Commits the batch and tells everybody in it; a failing COMMIT is rolled back and told to all.
    fn commit(&mut self) {
        if !self.open {
            return;
        }
        let done = self.conn.prepare_cached("COMMIT").and_then(|mut s| s.execute([]));
        match done {
            Ok(_) => {
                self.open = false;
                self.tell(&Ok(()));
            }
            Err(cause) => self.abandon(&format!("commit failed: {cause}")),
        }
    }

    /// Gives the whole batch up and tells everybody in it.
    fn abandon(&mut self, why: &str) {
        if !self.conn.is_autocommit() {
            let _ = self.conn.execute_batch("ROLLBACK");
        }
        self.open = false;
        self.tell(&Err(why.to_owned()));
    }

    fn tell(&mut self, outcome: &Outcome) {
        for waiter in self.waiters.drain(..) {
            let _ = waiter.send(outcome.clone());
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
        let first = writer.waiters.len() == 1;
        if !group {
            commits.fetch_add(1, Ordering::Relaxed);
            writer.commit();
        }
        self.writer = None;
        if group && first {
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
mod tests {
    use super::*;
    use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

    /// A writer with one request's work in its open batch.
    fn with_a_batch() -> (Writer, oneshot::Receiver<Outcome>) {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE notes (id INTEGER)").unwrap();
        let mut writer = Writer { conn, open: false, waiters: Vec::new() };
        writer.begin().unwrap();
        writer.conn.execute_batch("INSERT INTO notes VALUES (1); RELEASE request").unwrap();
        let told = writer.wait();
        (writer, told)
    }

    #[test]
    fn a_batch_lost_under_a_beginning_request_is_told_to_those_in_it() {
        let (mut writer, mut told) = with_a_batch();
        // As SQLite does for want of memory: the batch is rolled back, and the savepoint fails.
        writer.conn.execute_batch("ROLLBACK").unwrap();
        let no_savepoint = |asked: AuthContext<'_>| match asked.action {
            AuthAction::Savepoint { .. } => Authorization::Deny,
            _ => Authorization::Allow,
        };
        writer.conn.authorizer(Some(no_savepoint)).unwrap();
        let begun = writer.begin();
        assert!(writer.check(begun).is_err());
        assert!(told.try_recv().unwrap().is_err(), "nobody is told that it is stored");
        writer.conn.authorizer(None::<fn(AuthContext<'_>) -> Authorization>).unwrap();
        writer.begin().unwrap();
    }

    #[test]
    fn a_transaction_left_behind_is_cleared_before_the_next() {
        let (mut writer, _told) = with_a_batch();
        writer.open = false;
        writer.begin().unwrap();
        let kept: i64 = writer.conn.query_row("SELECT count(*) FROM notes", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 0);
    }
}
