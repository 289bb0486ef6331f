//! Telling the people of a case what happened, each once, in their own language, with their own reference.

use crate::book;
use crate::model::{Case, Contact};
use crate::store::{self, reporters::Reporter};
use kit::db::Tx;
use kit::facts::Subject;
use kit::{App, Id, Lang, Reference, Result};
use residents::{Message, To};

/// The values a message's words may use besides `$reference` and `$title`, in this language.
pub(crate) type Values<'a> = &'a (dyn Fn(Lang) -> Vec<(&'static str, String)> + Sync);

/// Somebody to tell: how they are reached and what they know the case by.
struct Reached<'a> {
    resident: Option<Id>,
    contact: &'a Contact,
    reference: &'a Reference,
}

async fn one(
    tx: &mut Tx,
    app: &App,
    case: &Case,
    reached: Reached<'_>,
    key: &str,
    values: Values<'_>,
) -> Result<()> {
    let lang = lang_of(tx, reached.resident, reached.contact).await?;
    let mut all = vec![("reference", reached.reference.grouped()), ("title", book::title(tx, app, case, lang).await?)];
    all.extend(values(lang));
    let link = Some(format!("/cases/{}", reached.reference));
    let message = Message { key, values: all, about: vec![Subject::new("case", case.id)], link };
    // What they gave with this report comes first; an account without one is told as the account says.
    let to = match reached.resident {
        Some(resident) if reached.contact.address().is_none() => To::Resident(resident),
        _ => To::Contact(reached.contact),
    };
    residents::tell(tx, app, to, message).await.map(drop)
}

/// The language a reporter is told things in.
pub(crate) async fn lang_of(tx: &mut Tx, resident: Option<Id>, contact: &Contact) -> Result<Lang> {
    if let (Some(resident), None) = (resident, contact.address()) {
        return Ok(residents::by_id(tx, resident).await?.map_or(contact.lang, |resident| resident.lang));
    }
    Ok(contact.lang)
}

/// Tells the first reporter.
pub(crate) async fn first(tx: &mut Tx, app: &App, case: &Case, key: &str, values: Values<'_>) -> Result<()> {
    let reached = Reached { resident: case.resident, contact: &case.contact, reference: &case.reference };
    one(tx, app, case, reached, key, values).await
}

/// Tells one of those who joined.
pub(crate) async fn joiner(
    tx: &mut Tx,
    app: &App,
    case: &Case,
    reporter: &Reporter,
    key: &str,
    values: Values<'_>,
) -> Result<()> {
    let reached = Reached { resident: reporter.resident, contact: &reporter.contact, reference: &reporter.reference };
    one(tx, app, case, reached, key, values).await
}

/// Tells everybody who reported it.
pub(crate) async fn everybody(tx: &mut Tx, app: &App, case: &Case, key: &str, values: Values<'_>) -> Result<()> {
    first(tx, app, case, key, values).await?;
    let mut after = Id::NONE;
    loop {
        let some = store::reporters::of_case(tx, case.id, after, 100).await?;
        for reporter in &some {
            joiner(tx, app, case, reporter, key, values).await?;
        }
        match some.last() {
            Some(last) if some.len() == 100 => after = last.id,
            _ => return Ok(()),
        }
    }
}

/// Tells the reporter of a new case that we have it, or to whom it was passed on.
pub(crate) async fn opened(tx: &mut Tx, app: &App, case: &Case) -> Result<()> {
    if case.passed_to.is_empty() {
        return first(tx, app, case, "cases-told-opened", &|lang| vec![("due", lang.date(case.promise.due))]).await;
    }
    first(tx, app, case, "cases-told-passed-on", &|_| vec![("to", case.passed_to.clone())]).await
}

/// Tells a joiner that somebody had reported it before, and by when it is promised.
pub(crate) async fn joined(tx: &mut Tx, app: &App, case: &Case, reporter: &Reporter) -> Result<()> {
    let due = |lang: Lang| vec![("due", lang.date(case.promise.due))];
    joiner(tx, app, case, reporter, "cases-told-joined", &due).await
}
