//! Following the journal: a reader with a stored place, safe to run twice and on several nodes.

use super::read::{Recorded, after};
use crate::app::{App, Boxed};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::{params, sql};

sql!(CURSOR, "SELECT seq FROM facts_cursors WHERE name = $1");
sql!(
    MOVE,
    "INSERT INTO facts_cursors (name, seq) VALUES ($1, $3)
     ON CONFLICT (name) DO UPDATE SET seq = $3 WHERE facts_cursors.seq = $2"
);

/// What a listener does with new facts, in the transaction that moves its place. What it writes and the new place are
/// committed together, so a fact is worked once; anything outside the database belongs into a job.
pub type Handler = for<'a> fn(&'a App, &'a mut Tx, &'a [Recorded]) -> Boxed<'a, Result<()>>;

/// Somebody who follows the journal.
#[derive(Clone, Copy)]
pub struct Listener {
    /// The name of its place: "feedback.invites".
    pub name: &'static str,
    /// What it does.
    pub handler: Handler,
}

/// The number of the last fact this reader has worked; 0 at first.
pub async fn cursor(conn: &mut Conn, name: &str) -> Result<i64> {
    conn.row(&CURSOR, params![name]).await?.map_or(Ok(0), |row| row.get(0))
}

/// Hands the next facts, at most `limit`, to the listener. Returns how many there were.
///
/// If another node did the same at the same time, one of the two gets [`Error::Changed`] or [`Error::Rerun`], its work
/// is rolled back, and it may simply go on.
pub async fn follow_once(app: &App, listener: &Listener, limit: usize) -> Result<usize> {
    let mut read = app.db.read().await?;
    let place = cursor(&mut read, listener.name).await?;
    let facts = after(&mut read, place, limit).await?;
    drop(read);
    let Some(last) = facts.last().and_then(|fact| fact.seq) else { return Ok(0) };
    let mut tx = app.db.begin().await?;
    (listener.handler)(app, &mut tx, &facts).await?;
    match tx.exec(&MOVE, params![listener.name, place, last]).await? {
        1 => tx.commit().await?,
        _ => return Err(Error::Changed),
    }
    Ok(facts.len())
}
