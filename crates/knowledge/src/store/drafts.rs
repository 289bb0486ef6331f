//! `knowledge_drafts`: what waits to be approved.

use crate::model::{Content, Draft};
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO knowledge_drafts (article, revision, service, public, texts, note, review, authors, changed_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (article) DO NOTHING"
);
sql!(
    SAVE,
    "UPDATE knowledge_drafts SET service = $3, public = $4, texts = $5, note = $6, review = $7, authors = $8,
            changed_at = $9, revision = revision + 1
     WHERE article = $1 AND revision = $2"
);
sql!(
    OF,
    "SELECT article, revision, service, public, texts, note, review, authors, changed_at FROM knowledge_drafts
     WHERE article = $1"
);
sql!(
    ALL,
    "SELECT article, revision, service, public, texts, note, review, authors, changed_at FROM knowledge_drafts
     WHERE article > $1 ORDER BY article LIMIT $2"
);
sql!(FORGET, "DELETE FROM knowledge_drafts WHERE article = $1 AND revision = $2");

/// Keeps a draft in the place of the one with this revision; 0 for none. [`kit::Error::Changed`] when somebody else was
/// faster.
pub(crate) async fn save(tx: &mut Conn, article: Id, draft: &Draft) -> Result<()> {
    let Draft { revision, content, note, review, authors, changed_at } = draft;
    let texts = serde_json::to_string(&content.texts)?;
    let authors = serde_json::to_string(&authors.iter().map(Id::to_string).collect::<Vec<_>>())?;
    let Content { service, public, .. } = content;
    match revision {
        0 => tx.exec_one(&INSERT, params![article, service, *public, texts, note, *review, authors, *changed_at]).await,
        _ => {
            let row = params![article, *revision, service, *public, texts, note, *review, authors, *changed_at];
            tx.exec_one(&SAVE, row).await
        }
    }
}

/// The draft of an article.
pub(crate) async fn of(conn: &mut Conn, article: Id) -> Result<Option<Draft>> {
    let row = conn.row(&OF, params![article]).await?;
    Ok(row.map(read).transpose()?.map(|(_, draft)| draft))
}

/// Drafts of any article.
pub(crate) async fn all(conn: &mut Conn, most: usize) -> Result<Vec<(Id, Draft)>> {
    conn.rows(&ALL, params![Id::NONE, most]).await?.into_iter().map(read).collect()
}

/// Takes a draft away, under a check of its revision: it was approved.
pub(crate) async fn forget(tx: &mut Conn, article: Id, revision: i64) -> Result<()> {
    tx.exec_one(&FORGET, params![article, revision]).await
}

fn read(row: Row) -> Result<(Id, Draft)> {
    let mut c = row.columns();
    let (article, revision, service, public) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let texts = serde_json::from_str(&c.take::<String>()?)?;
    let (note, review) = (c.take()?, c.take()?);
    let authors: Vec<String> = serde_json::from_str(&c.take::<String>()?)?;
    let authors = authors.iter().map(|id| id.parse()).collect::<Result<_>>()?;
    let content = Content { service, public, texts };
    Ok((article, Draft { revision, content, note, review, authors, changed_at: c.take()? }))
}
