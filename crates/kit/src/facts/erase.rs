//! Erasing what a person wrote: body and salt go, the seal stays, and the erasure itself is a fact.

use super::{Fact, Subject, record};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::who::Who;
use crate::{params, sql};

/// The fact that says bodies were erased, with `bodies` as their number.
pub(super) const ERASED: &str = "facts.erased";

sql!(
    ERASE,
    "UPDATE facts SET body = NULL, salt = NULL
     WHERE body IS NOT NULL AND id IN (SELECT fact FROM facts_subjects WHERE kind = $1 AND subject = $2)"
);
sql!(
    ERASE_BUT,
    "UPDATE facts SET body = NULL, salt = NULL
     WHERE body IS NOT NULL AND about NOT LIKE $3
       AND id IN (SELECT fact FROM facts_subjects WHERE kind = $1 AND subject = $2)"
);

/// Erases the text of all facts about the subject and records that it was done. Returns how many had a text.
/// Whether the law lets it be erased is for the caller to know.
pub async fn erase(tx: &mut Tx, app: &App, who: &Who, subject: &Subject) -> Result<u64> {
    let bodies = tx.exec(&ERASE, params![&subject.kind, subject.id]).await?;
    recorded(tx, app, who, subject, bodies).await
}

/// The same, but for facts that are also about something of this noun: a case keeps what was decided in it after its
/// resident's account has gone.
pub async fn erase_but(tx: &mut Tx, app: &App, who: &Who, subject: &Subject, but: &str) -> Result<u64> {
    let bodies = tx.exec(&ERASE_BUT, params![&subject.kind, subject.id, format!("%{but}:%")]).await?;
    recorded(tx, app, who, subject, bodies).await
}

async fn recorded(tx: &mut Tx, app: &App, who: &Who, subject: &Subject, bodies: u64) -> Result<u64> {
    let fact = Fact::new(ERASED, who).about(&subject.kind, subject.id);
    record(tx, app, fact.data(serde_json::json!({ "bodies": bodies }))).await?;
    Ok(bodies)
}
