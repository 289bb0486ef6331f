//! `knowledge_versions`: insert-only.

use crate::model::{Content, Version};
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO knowledge_versions
     (id, article, version, service, public, texts, note, correction, author, approved_by, approved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"
);
sql!(
    OF,
    "SELECT id, version, service, public, texts, note, correction, author, approved_by, approved_at
     FROM knowledge_versions WHERE article = $1 AND version = $2"
);
sql!(
    BEFORE,
    "SELECT id, version, service, public, texts, note, correction, author, approved_by, approved_at
     FROM knowledge_versions WHERE article = $1 AND version < $2 ORDER BY version DESC LIMIT $3"
);
sql!(MADE_BY, "SELECT article, version FROM knowledge_versions WHERE id = $1");

/// Keeps a version for good; false when somebody else was faster, or this press was.
pub(crate) async fn insert(tx: &mut Conn, article: Id, version: &Version) -> Result<bool> {
    let Version { id, number, content, note, correction, author, approved_by, approved_at } = version;
    let texts = serde_json::to_string(&content.texts)?;
    let row = params![
        *id,
        article,
        *number,
        &content.service,
        content.public,
        texts,
        note,
        *correction,
        *author,
        *approved_by,
        *approved_at
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// One version.
pub(crate) async fn of(conn: &mut Conn, article: Id, number: i64) -> Result<Option<Version>> {
    conn.row(&OF, params![article, number]).await?.map(read).transpose()
}

/// The versions before this number, newest first.
pub(crate) async fn before(conn: &mut Conn, article: Id, number: i64, most: usize) -> Result<Vec<Version>> {
    conn.rows(&BEFORE, params![article, number, most]).await?.into_iter().map(read).collect()
}

/// The article and the number of the version that this press approved.
pub(crate) async fn made_by(conn: &mut Conn, key: Id) -> Result<Option<(Id, i64)>> {
    conn.row(&MADE_BY, params![key]).await?.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

fn read(row: Row) -> Result<Version> {
    let mut c = row.columns();
    let (id, number, service, public) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let texts = serde_json::from_str(&c.take::<String>()?)?;
    Ok(Version {
        id,
        number,
        content: Content { service, public, texts },
        note: c.take()?,
        correction: c.take()?,
        author: c.take()?,
        approved_by: c.take()?,
        approved_at: c.take()?,
    })
}
