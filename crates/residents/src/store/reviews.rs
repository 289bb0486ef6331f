//! Openings of records with a reason, as a leader looks into them.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(FORGET_REASONS, "UPDATE residents_openings SET reason = '', withdrawn_why = '' WHERE resident = $1");
sql!(
    WAITING,
    "SELECT id, resident, staff, at, purpose, reason FROM residents_openings
     WHERE review = 1 AND looked_at = 0 AND id > $1 AND staff <> $2 ORDER BY id LIMIT $3"
);
sql!(
    LOOK_INTO,
    "UPDATE residents_openings SET looked_at = $3, looked_by = $2
     WHERE id = $1 AND review = 1 AND looked_at = 0 AND staff <> $2 RETURNING resident"
);
sql!(LOOKED, "SELECT looked_at FROM residents_openings WHERE id = $1 AND review = 1 AND staff <> $2");
sql!(
    RISKS_DUE,
    "SELECT resident, review FROM residents_markers
     WHERE ended_at IS NULL AND kind = 'risk' AND review <= $1 ORDER BY review, id LIMIT $2"
);

/// Somebody opened a record to work on it, or one that few are to open for somebody of whom an officer only ticked who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The opening.
    pub id: Id,
    /// Whose record.
    pub resident: Id,
    /// Who opened it.
    pub staff: Id,
    /// When.
    pub at: Micros,
    /// `work`, or `caller` where somebody asked.
    pub purpose: String,
    /// What they said they were working on; empty for what was opened before reasons were kept here, or was erased.
    pub reason: String,
}

/// Forgets why somebody's record was opened, and why a check was withdrawn: it may say something of them.
pub(crate) async fn forget_reasons(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET_REASONS, params![resident]).await.map(drop)
}

/// What nobody has looked into yet, the oldest first, after this one; nobody looks into their own.
pub async fn waiting(conn: &mut Conn, leader: Id, after: Id, limit: usize) -> Result<Vec<Opened>> {
    let read = |row: Row| {
        let mut c = row.columns();
        let (id, resident, staff) = (c.take()?, c.take()?, c.take()?);
        Ok(Opened { id, resident, staff, at: c.take()?, purpose: c.take()?, reason: c.take()? })
    };
    conn.rows(&WAITING, params![after, leader, limit]).await?.into_iter().map(read).collect()
}

/// Says that this leader looked into it: whose record it was, where nobody had before.
pub async fn look_into(tx: &mut Conn, opening: Id, leader: Id, now: Micros) -> Result<Option<Id>> {
    tx.row(&LOOK_INTO, params![opening, leader, now]).await?.map(|row| row.get(0)).transpose()
}

/// Whether there is such an opening, which is not the leader's own.
pub async fn is_there(conn: &mut Conn, opening: Id, leader: Id) -> Result<bool> {
    Ok(conn.row(&LOOKED, params![opening, leader]).await?.is_some())
}

/// Whose standing risks were to be looked at again by this day (`YYYY-MM-DD`), and on which day; the oldest first.
pub async fn risks_due(conn: &mut Conn, day: &str, limit: usize) -> Result<Vec<(Id, String)>> {
    let rows = conn.rows(&RISKS_DUE, params![day, limit]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
