//! Telling the people of a case what happened, each once, in their own language, with their own reference.

use crate::model::{Case, Contact};
use crate::store::{self, reporters::Reporter};
use crate::{book, dates};
use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::outbox;
use kit::{App, Id, Lang, Reference, Result};
use residents::{By, Message, To};

/// The values a message's words may use besides `$reference` and `$title`, in this language.
pub(crate) type Values<'a> = &'a (dyn Fn(Lang) -> Vec<(&'static str, String)> + Sync);

/// Somebody to tell: how they are reached and what they know the case by.
struct Reached<'a> {
    resident: Option<Id>,
    contact: &'a Contact,
    reference: &'a Reference,
    joiner: Option<&'a Reporter>,
}

async fn one(tx: &mut Tx, app: &App, case: &Case, reached: Reached<'_>, key: &str, values: Values<'_>) -> Result<()> {
    let lang = lang_of(tx, reached.resident, reached.contact).await?;
    let title = book::title(tx, app, case, reached.joiner, lang).await?;
    match written(tx, app, case, reached, key, with_title(values(lang), title), lang).await? {
        Some(message) => outbox::send(tx, app, message).await.map(drop),
        None => Ok(()),
    }
}

fn with_title(mut values: Vec<(&'static str, String)>, title: String) -> Vec<(&'static str, String)> {
    values.push(("title", title));
    values
}

async fn written(
    conn: &mut Conn,
    app: &App,
    case: &Case,
    reached: Reached<'_>,
    key: &str,
    mut values: Vec<(&'static str, String)>,
    lang: Lang,
) -> Result<Option<outbox::Message>> {
    values.push(("reference", reached.reference.grouped()));
    let link = Some(format!("/cases/{}", reached.reference));
    let message = Message { key, values, about: vec![Subject::new("case", case.id)], link };
    let to = match reached.resident {
        Some(resident) if by_account(reached.contact) => To::Resident(resident),
        _ => To::Contact(&Contact { lang, ..reached.contact.clone() }),
    };
    residents::write(conn, app, to, message).await
}

/// The language a reporter is told things in.
pub(crate) async fn lang_of(conn: &mut Conn, resident: Option<Id>, contact: &Contact) -> Result<Lang> {
    if let Some(resident) = resident {
        return Ok(residents::by_id(conn, resident).await?.map_or(contact.lang, |resident| resident.lang));
    }
    Ok(contact.lang)
}

/// True when somebody with an account hears as it says now: they gave what it had, or nothing.
fn by_account(contact: &Contact) -> bool {
    match contact.by {
        By::Account => true,
        By::Address => contact.address().is_none(),
        By::Hand => false,
    }
}

/// Tells the first reporter.
pub(crate) async fn first(tx: &mut Tx, app: &App, case: &Case, key: &str, values: Values<'_>) -> Result<()> {
    let reached = Reached { resident: case.resident, contact: &case.contact, reference: &case.reference, joiner: None };
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
    let (resident, contact, reference) = (reporter.resident, &reporter.contact, &reporter.reference);
    let reached = Reached { resident, contact, reference, joiner: Some(reporter) };
    one(tx, app, case, reached, key, values).await
}

/// Tells everybody who reported it, however often they did.
pub(crate) async fn everybody(tx: &mut Tx, app: &App, case: &Case, key: &str, values: Values<'_>) -> Result<()> {
    first(tx, app, case, key, values).await?;
    let mut after = Id::NONE;
    loop {
        let some = store::reporters::once_each(tx, case.id, after, 100).await?;
        for reporter in &some {
            joiner(tx, app, case, reporter, key, values).await?;
        }
        match some.last() {
            Some(last) if some.len() == 100 => after = last.id,
            _ => return Ok(()),
        }
    }
}

/// What the reporter of a case about to be opened is told: that we have it, or to whom it was passed on. Written before the
/// transaction, so that nobody waits for words; nothing where there is no way to reach them.
pub(crate) async fn opened(conn: &mut Conn, app: &App, case: &Case, answers: &str) -> Result<Option<outbox::Message>> {
    let (book, due) = (book::of(app, case)?, case.promise.due);
    let lang = lang_of(conn, case.resident, &case.contact).await?;
    let (key, values) = if case.passed_to.is_empty() {
        let next = book.next(app, "next", &case.reference, due, lang).unwrap_or_default();
        ("cases-told-opened", vec![("due", dates::words(app, due, lang)), ("next", next)])
    } else {
        ("cases-told-passed-on", vec![("to", book.passed_to(case, lang))])
    };
    let reached = Reached { resident: case.resident, contact: &case.contact, reference: &case.reference, joiner: None };
    let values = with_title(values, book.title(app, case, answers, lang)?);
    written(conn, app, case, reached, key, values, lang).await
}

/// Tells a joiner that somebody had reported it before, and by when it is promised.
pub(crate) async fn joined(tx: &mut Tx, app: &App, case: &Case, reporter: &Reporter) -> Result<()> {
    let due = |lang: Lang| vec![("due", dates::words(app, case.promise.due, lang))];
    joiner(tx, app, case, reporter, "cases-told-joined", &due).await
}
