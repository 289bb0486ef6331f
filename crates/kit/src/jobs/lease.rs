//! Leases: taking due jobs, holding them, and giving them back done or failed.

use super::{MOST_ATTEMPTS, Running, backoff};
use crate::app::App;
use crate::clock::Micros;
use crate::db::{Kind, Row, Sql, Tx};
use crate::error::Result;
use crate::id::Id;
use crate::{params, sql};

macro_rules! take {
    ($found:literal, $end:literal) => {
        concat!(
            "UPDATE jobs SET due = $2, worker = $3, attempts = attempts + 1, again = 0
             WHERE id ",
            $found,
            "SELECT id FROM jobs WHERE state = 'waiting' AND due <= $1 ORDER BY due LIMIT $4",
            $end,
            " RETURNING id, kind, key, attempts, made_at, payload, worker, every"
        )
    };
}
sql!(TAKE_SQLITE, take!("IN (", ")"));
sql!(TAKE_POSTGRES, take!("= ANY (ARRAY(", " FOR UPDATE SKIP LOCKED))"));
sql!(NEXT_DUE, "SELECT due FROM jobs WHERE state = 'waiting' AND due > 0 ORDER BY due LIMIT 1");
sql!(RENEW, "UPDATE jobs SET due = $3 WHERE id = $1 AND worker = $2 AND state = 'waiting'");
sql!(DONE, "DELETE FROM jobs WHERE id = $1 AND worker = $2 AND state = 'waiting' AND again = 0 AND every = 0");
sql!(
    REST,
    "UPDATE jobs SET due = CASE WHEN again = 1 THEN CAST($3 AS BIGINT) ELSE CAST($4 AS BIGINT) END,
            worker = $5, attempts = 0, again = 0, trouble = ''
     WHERE id = $1 AND worker = $2 AND state = 'waiting'"
);
sql!(
    FAILED,
    "UPDATE jobs SET due = $3, worker = $4, again = 0, trouble = $5, state = $6
     WHERE id = $1 AND worker = $2 AND state = 'waiting'"
);

// Not in the list of statements: it reads nothing, so there is no plan to look at.
static READ_COMMITTED: Sql = Sql::new("READ_COMMITTED", "SET TRANSACTION ISOLATION LEVEL READ COMMITTED", file!());

/// Makes a transaction that has not begun its work READ COMMITTED on PostgreSQL. Only for taking and giving back work,
/// where rows are locked one by one: SERIALIZABLE would make takers collide with everybody who enqueues.
pub(crate) async fn read_committed(tx: &mut Tx) -> Result<()> {
    if tx.kind() == Kind::Postgres {
        tx.exec(&READ_COMMITTED, &[]).await?;
    }
    Ok(())
}

/// Takes up to `most` due jobs for this worker.
pub(super) async fn take(app: &App, worker: Id, most: usize, lease: Micros) -> Result<Vec<Running>> {
    let now = app.now();
    if next_due(app).await?.is_none_or(|due| due > now) {
        return Ok(Vec::new());
    }
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    let statement = match tx.kind() {
        Kind::Sqlite => &TAKE_SQLITE,
        Kind::Postgres => &TAKE_POSTGRES,
    };
    let rows = tx.rows(statement, params![now, now + lease, worker, most]).await?;
    let jobs = rows.into_iter().filter_map(readable).collect();
    tx.commit().await?;
    Ok(jobs)
}

/// When the next job is due, running ones included; looked at by a reader, so that idling costs the writers nothing.
pub(super) async fn next_due(app: &App) -> Result<Option<i64>> {
    app.db.read().await?.row(&NEXT_DUE, &[]).await?.map(|row| row.get(0)).transpose()
}

/// Holds the job for another lease; false when it is somebody else's by now.
pub(super) async fn renew(app: &App, job: &Running, lease: Micros) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    let held = tx.exec(&RENEW, params![job.id, job.worker, app.now() + lease]).await? == 1;
    tx.commit().await?;
    Ok(held)
}

/// The job is done: gone, or due again if it recurs or was asked for while it ran.
pub(super) async fn done(app: &App, job: &Running) -> Result<()> {
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    if tx.exec(&DONE, params![job.id, job.worker]).await? == 0 {
        let now = app.now();
        tx.exec(&REST, params![job.id, job.worker, now, now + job.every, Id::NONE]).await?;
    }
    tx.commit().await
}

/// The attempt failed: later again, or dead. A recurring job never dies.
pub(super) async fn failed(app: &App, job: &Running, trouble: &str) -> Result<()> {
    let over = job.every == 0 && job.attempt >= MOST_ATTEMPTS;
    let due = app.now() + backoff(job.attempt, &app.entropy);
    let trouble: String = trouble.replace('\0', " ").chars().take(2_000).collect();
    let state = if over { "dead" } else { "waiting" };
    let mut tx = app.db.begin().await?;
    read_committed(&mut tx).await?;
    tx.exec(&FAILED, params![job.id, job.worker, due, Id::NONE, trouble, state]).await?;
    tx.commit().await
}

/// One that cannot be read (written by a newer version, say) stays behind under its lease, so that the others go on.
fn readable(row: Row) -> Option<Running> {
    let id = row.get::<Id>(0);
    Running::of(row).inspect_err(|cause| tracing::error!(?id, %cause, "a job that cannot be read is left")).ok()
}

impl Running {
    fn of(row: Row) -> Result<Running> {
        let mut row = row.columns();
        Ok(Running {
            id: row.take()?,
            kind: row.take()?,
            key: row.take()?,
            attempt: row.take()?,
            made_at: row.take()?,
            payload: row.take()?,
            worker: row.take()?,
            every: row.take()?,
        })
    }
}
