//! `knowledge_returns`: drafts that were sent back.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// A draft that was sent back to whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Return {
    /// The key of the button that sent it back.
    pub id: Id,
    pub article: Id,
    /// The version it would have become.
    pub version: i64,
    /// The draft's, as it was read.
    pub revision: i64,
    pub reason: String,
    pub staff: Id,
    pub made_at: Micros,
}

sql!(
    INSERT,
    "INSERT INTO knowledge_returns (id, article, version, revision, reason, staff, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
);
sql!(MADE_BY, "SELECT 1 FROM knowledge_returns WHERE id = $1");
sql!(
    OF,
    "SELECT id, article, version, revision, reason, staff, made_at FROM knowledge_returns
     WHERE article = $1 AND version = $2 ORDER BY revision DESC LIMIT $3"
);

/// Keeps one; false where this press was kept before, or somebody sent the same draft back.
pub(crate) async fn insert(tx: &mut Conn, one: &Return) -> Result<bool> {
    let Return { id, article, version, revision, reason, staff, made_at } = one;
    Ok(tx.exec(&INSERT, params![*id, *article, *version, *revision, reason, *staff, *made_at]).await? == 1)
}

/// Whether this press sent one back.
pub(crate) async fn made_by(conn: &mut Conn, key: Id) -> Result<bool> {
    Ok(conn.row(&MADE_BY, params![key]).await?.is_some())
}

/// How often what became, or is to become, this version was sent back; the last first.
pub(crate) async fn of(conn: &mut Conn, article: Id, version: i64, most: usize) -> Result<Vec<Return>> {
    conn.rows(&OF, params![article, version, most]).await?.into_iter().map(read).collect()
}

fn read(row: Row) -> Result<Return> {
    let mut c = row.columns();
    Ok(Return {
        id: c.take()?,
        article: c.take()?,
        version: c.take()?,
        revision: c.take()?,
        reason: c.take()?,
        staff: c.take()?,
        made_at: c.take()?,
    })
}
