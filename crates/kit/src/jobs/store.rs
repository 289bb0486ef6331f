//! Looking at jobs that gave up, and giving them another life.

use super::ENQUEUED;
use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::id::Id;
use crate::{params, sql};

sql!(
    DEAD,
    "SELECT id, kind, key, attempts, trouble, made_at FROM jobs
     WHERE state = 'dead' AND id < $1 ORDER BY id DESC LIMIT $2"
);
sql!(COUNT_DEAD, "SELECT CAST(count(*) AS BIGINT) FROM jobs WHERE state = 'dead' AND id > $1");
sql!(REVIVE, "UPDATE jobs SET state = 'waiting', due = $2, attempts = 0 WHERE id = $1 AND state = 'dead'");

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dead {
    /// Its id.
    pub id: Id,
    /// Its kind.
    pub kind: String,
    /// Its key, where it has one.
    pub key: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// What went wrong the last time.
    pub trouble: String,
    /// When it was asked for.
    pub made_at: Micros,
}

/// Jobs that were given up, the latest first, before this id, at most `limit`.
pub async fn dead(conn: &mut Conn, before: Option<Id>, limit: usize) -> Result<Vec<Dead>> {
    let rows = conn.rows(&DEAD, params![before.unwrap_or(Id([0xff; 16])), limit]).await?;
    let read = |row: crate::db::Row| {
        let mut row = row.columns();
        Ok(Dead {
            id: row.take()?,
            kind: row.take()?,
            key: row.take()?,
            attempts: row.take()?,
            trouble: row.take()?,
            made_at: row.take()?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// How many jobs were given up; for the figures of the machine room.
pub async fn count_dead(conn: &mut Conn) -> Result<i64> {
    conn.one(&COUNT_DEAD, params![Id::NONE]).await?.get(0)
}

/// Lets a dead job try again from the beginning.
pub async fn revive(tx: &mut Tx, app: &App, id: Id) -> Result<()> {
    tx.exec_one(&REVIVE, params![id, app.now()]).await?;
    ENQUEUED.ring();
    Ok(())
}
