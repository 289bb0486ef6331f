//! Asking for a job.

use super::ENQUEUED;
use crate::app::App;
use crate::clock::Micros;
use crate::db::Tx;
use crate::error::Result;
use crate::id::Id;
use crate::{params, sql};

// A key stands for "this must be done after now". One that waits is enough; one that runs may have read the state
// before this transaction, so it runs again; one that is dead gets a new life.
sql!(
    ENQUEUE,
    "INSERT INTO jobs (id, kind, key, payload, state, due, every, again, attempts, worker, trouble, made_at)
     VALUES ($1, $2, $3, $4, 'waiting', $5, $6, 0, 0, $7, '', $8)
     ON CONFLICT (key) DO UPDATE SET
         again = CASE WHEN jobs.state = 'waiting' AND jobs.worker <> $7 THEN 1 ELSE 0 END,
         attempts = CASE WHEN jobs.state = 'dead' THEN 0 ELSE jobs.attempts END,
         due = CASE WHEN jobs.state = 'dead' OR (jobs.worker = $7 AND $5 < jobs.due) THEN $5 ELSE jobs.due END,
         state = 'waiting'"
);
sql!(
    KEEP,
    "INSERT INTO jobs (id, kind, key, payload, state, due, every, again, attempts, worker, trouble, made_at)
     VALUES ($1, $2, $3, '{}', 'waiting', $4, $5, 0, 0, $6, '', $4)
     ON CONFLICT (key) DO UPDATE SET every = $5 WHERE jobs.every <> $5"
);

/// A job about to be enqueued.
#[derive(Debug, Clone)]
pub struct Job {
    kind: &'static str,
    key: Option<String>,
    payload: serde_json::Value,
    due: Option<Micros>,
}

impl Job {
    /// A job of this kind on these ids and codes (never personal text), due at once.
    pub fn new(kind: &'static str, payload: serde_json::Value) -> Job {
        Job { kind, key: None, payload, due: None }
    }

    /// At most one of this key waits. Asking again is heard: a waiting one comes sooner if asked to, a running one runs
    /// once more, a dead one gets a new life. The payload of the first stays.
    pub fn key(mut self, key: impl Into<String>) -> Job {
        self.key = Some(key.into());
        self
    }

    /// Not before this moment.
    pub fn due(mut self, due: Micros) -> Job {
        self.due = Some(due);
        self
    }
}

/// Asks for the job, in this transaction.
pub async fn enqueue(tx: &mut Tx, app: &App, job: Job) -> Result<()> {
    let now = app.now();
    let (due, payload) = (job.due.unwrap_or(now), job.payload.to_string());
    let row = params![app.id(), job.kind, job.key, payload, due, 0i64, Id::NONE, now];
    tx.exec(&ENQUEUE, row).await?;
    ENQUEUED.ring();
    Ok(())
}

/// Makes sure that a recurring job is there, with this period.
pub(super) async fn keep(tx: &mut Tx, app: &App, kind: &'static str, every: Micros) -> Result<()> {
    let key = format!("every {kind}");
    tx.exec(&KEEP, params![app.id(), kind, key, app.now(), every, Id::NONE]).await?;
    Ok(())
}
