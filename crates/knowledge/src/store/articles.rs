//! `knowledge_articles`, and which press made which.

use crate::model::Article;
use kit::clock::Micros;
use kit::db::{Columns, Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO knowledge_articles (id, slug, revision, owner, review, version, corrected, retired, made_at)
     VALUES ($1, $2, 1, $3, $4, 0, 0, 0, $5) ON CONFLICT (slug) DO NOTHING"
);
sql!(
    BY_SLUG,
    "SELECT id, slug, revision, owner, review, version, corrected, retired, made_at FROM knowledge_articles
     WHERE slug = $1"
);
sql!(
    BY_ID,
    "SELECT id, slug, revision, owner, review, version, corrected, retired, made_at FROM knowledge_articles
     WHERE id = $1"
);
// Every id is above the least: read through the key.
sql!(
    ALL,
    "SELECT id, slug, revision, owner, review, version, corrected, retired, made_at FROM knowledge_articles
     WHERE id > $1 ORDER BY id"
);
sql!(MARK, "SELECT CAST(COALESCE(sum(revision), 0) AS BIGINT) FROM knowledge_articles WHERE id > $1");
sql!(
    SAVE,
    "UPDATE knowledge_articles
     SET owner = $3, review = $4, version = $5, corrected = $6, retired = $7, revision = revision + 1
     WHERE id = $1 AND revision = $2"
);
sql!(CLAIM, "INSERT INTO knowledge_keys (id, article) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING");
sql!(CLAIMED, "SELECT article FROM knowledge_keys WHERE id = $1");

/// Begins an article; false when there is one of this name.
pub(crate) async fn insert(tx: &mut Conn, id: Id, slug: &str, owner: Id, review: Micros, now: Micros) -> Result<bool> {
    Ok(tx.exec(&INSERT, params![id, slug, owner, review, now]).await? == 1)
}

/// The article of this name, which may be anything somebody sent: a NUL, which no database takes, is in no name.
pub(crate) async fn by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Article>> {
    if slug.contains('\0') {
        return Ok(None);
    }
    conn.row(&BY_SLUG, params![slug]).await?.map(read).transpose()
}

/// The article with this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Article>> {
    conn.row(&BY_ID, params![id]).await?.map(read).transpose()
}

/// Every article, the oldest first.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Article>> {
    conn.rows(&ALL, params![Id::NONE]).await?.into_iter().map(read).collect()
}

/// A number that grows with every change to any article.
pub(crate) async fn mark(conn: &mut Conn) -> Result<i64> {
    conn.one(&MARK, params![Id::NONE]).await?.get(0)
}

/// Stores an article under a check of its revision.
pub(crate) async fn save(tx: &mut Conn, article: &Article) -> Result<()> {
    let Article { id, revision, owner, review, version, corrected, retired, .. } = article;
    tx.exec_one(&SAVE, params![*id, *revision, *owner, *review, *version, *corrected, *retired]).await
}

/// Takes the key of a press; false when it was taken before.
pub(crate) async fn claim(tx: &mut Conn, key: Id, article: Id) -> Result<bool> {
    Ok(tx.exec(&CLAIM, params![key, article]).await? == 1)
}

/// The article a press made.
pub(crate) async fn claimed(conn: &mut Conn, key: Id) -> Result<Option<Id>> {
    conn.row(&CLAIMED, params![key]).await?.map(|row| row.get(0)).transpose()
}

fn read(row: Row) -> Result<Article> {
    let mut c: Columns = row.columns();
    Ok(Article {
        id: c.take()?,
        slug: c.take()?,
        revision: c.take()?,
        owner: c.take()?,
        review: c.take()?,
        version: c.take()?,
        corrected: c.take()?,
        retired: c.take()?,
        made_at: c.take()?,
    })
}
