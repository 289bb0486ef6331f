//! How it reads on a person's timeline that they were told an answer, for staff.

use crate::store;
use kit::db::Conn;
use kit::facts::Recorded;
use kit::{Lang, Result};
use serde::Deserialize;

/// What of the answer stands in the fact.
#[derive(Deserialize)]
struct Told {
    version: i64,
}

/// The question somebody was told the answer to, in these words then. Nothing for another kind of fact, and for what was told in a
/// contact: that contact says so.
pub async fn told(conn: &mut Conn, fact: &Recorded) -> Result<Option<String>> {
    if fact.kind != "article.told" || fact.subject("contact").is_some() {
        return Ok(None);
    }
    let Some(article) = fact.subject("article") else { return Ok(None) };
    let version = store::versions::of(conn, article, fact.data::<Told>()?.version).await?;
    Ok(version.map(|version| version.content.texts.in_lang(Lang::EN).1.question.clone()))
}
