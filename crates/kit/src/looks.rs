//! Looks: a member of staff who opens something that identifies a person leaves a row before the answer leaves.

use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Row};
use crate::error::Result;
use crate::facts::Subject;
use crate::id::Id;
use crate::who::{Person, Who};
use crate::{params, sql};

sql!(
    INSERT,
    "INSERT INTO looks (id, at, staff, subject_kind, subject, purpose, query) VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
sql!(
    AT_SUBJECT,
    "SELECT id, at, staff, purpose FROM looks WHERE subject_kind = $1 AND subject = $2 AND id < $3
     ORDER BY id DESC LIMIT $4"
);
sql!(LATEST, "SELECT at FROM looks WHERE id > $1 ORDER BY id DESC LIMIT 1");

/// Records that a member of staff saw this; a resident's own view is not a look. Needs a writing transaction.
pub async fn record(tx: &mut Conn, app: &App, who: &Who, kind: &str, subject: Id, purpose: &str) -> Result<()> {
    record_query(tx, app, who, kind, subject, purpose, "").await
}

/// Records a list or search: what was asked, and the ids shown, as codes.
pub async fn record_query(
    tx: &mut Conn,
    app: &App,
    who: &Who,
    kind: &str,
    subject: Id,
    purpose: &str,
    query: &str,
) -> Result<()> {
    let Person::Staff(staff) = &who.person else { return Ok(()) };
    tx.exec(&INSERT, params![app.id(), app.now(), staff.id, kind, subject, purpose, query]).await.map(drop)
}

/// A look at one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Its row; sorts by time.
    pub id: Id,
    /// When.
    pub at: Micros,
    /// Who looked. A person is told their role, never who they are.
    pub staff: Id,
    /// What for, as a code.
    pub purpose: String,
}

/// The looks at this, newest first, before this id, at most `limit`.
pub async fn at(conn: &mut Conn, subject: &Subject, before: Option<Id>, limit: usize) -> Result<Vec<Look>> {
    let before = before.unwrap_or(Id([0xff; 16]));
    let rows = conn.rows(&AT_SUBJECT, params![&subject.kind, subject.id, before, limit]).await?;
    let look = |row: Row| Ok(Look { id: row.get(0)?, at: row.get(1)?, staff: row.get(2)?, purpose: row.get(3)? });
    rows.into_iter().map(look).collect()
}

/// When the last look was recorded; for the figures of the machine room, where silence would be strange.
pub async fn latest(conn: &mut Conn) -> Result<Option<i64>> {
    conn.row(&LATEST, params![Id::NONE]).await?.map(|row| row.get(0)).transpose()
}
