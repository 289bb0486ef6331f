//! Telling again what was told, from a number of the journal on: a job that walks the journal a piece at a time.

use super::follow::note;
use crate::store::hooks;
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{self, Recorded};
use kit::jobs::{self, Job, Running};
use kit::{App, Id, Result};
use serde::{Deserialize, Serialize};

/// The job.
pub(crate) const REPLAY: &str = "api.replay";
/// Facts in one go.
const PIECE: usize = 200;

#[derive(Serialize, Deserialize)]
struct Asked {
    hook: Id,
    /// The first to be told again.
    from: i64,
    /// The last.
    to: i64,
}

/// Asks for what this webhook is told of between two numbers to be told again.
pub(crate) async fn ask(tx: &mut Tx, app: &App, hook: Id, from: i64, to: i64) -> Result<()> {
    jobs::enqueue(tx, app, Job::new(REPLAY, serde_json::to_value(Asked { hook, from, to })?)).await
}

/// Does a piece, and asks for the next.
pub(crate) fn job<'a>(app: &'a App, job: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let asked: Asked = job.payload()?;
        let mut read = app.db.read().await?;
        let Some(hook) = hooks::by_id(&mut read, asked.hook).await?.filter(|hook| hook.ended == 0) else {
            return Ok(());
        };
        let mut some = facts::after(&mut read, asked.from - 1, PIECE).await?;
        drop(read);
        let whole = some.len() == PIECE;
        some.retain(|fact: &Recorded| fact.seq.is_some_and(|seq| seq <= asked.to));
        let mut tx = app.db.begin().await?;
        for fact in &some {
            note(app, &mut tx, &hook, fact, true).await?;
        }
        if let Some(last) = some.last().and_then(|fact| fact.seq).filter(|last| whole && *last < asked.to) {
            ask(&mut tx, app, asked.hook, last + 1, asked.to).await?;
        }
        tx.commit().await
    })
}
