//! Looks: a member of staff who opens something that identifies a person leaves a row before the answer leaves.

use crate::app::App;
use crate::db::Conn;
use crate::error::Result;
use crate::id::Id;
use crate::who::{Person, Who};
use crate::{params, sql};

sql!(
    INSERT,
    "INSERT INTO looks (id, at, staff, subject_kind, subject, purpose, query) VALUES ($1, $2, $3, $4, $5, $6, $7)"
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

/// When the last look was recorded; for the figures of the machine room, where silence would be strange.
pub async fn latest(conn: &mut Conn) -> Result<Option<i64>> {
    conn.row(&LATEST, params![Id::NONE]).await?.map(|row| row.get(0)).transpose()
}
