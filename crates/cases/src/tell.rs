//! Telling the people of a case what happened, each once, in their own language, with their own reference.

use crate::model::{Case, Contact};
use crate::store::{self, reporters::Reporter};
use crate::{book, dates};
use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::{Conn, Tx, again_if_collided};
use kit::facts::{self, Subject};
use kit::jobs::{self, Job, Running};
use kit::mail::Inbox;
use kit::outbox::Reply;
use kit::page::Frame;
use kit::{App, Id, Lang, Reference, Result};
use residents::{By, Message, To, Written};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The values a message's words may use besides `$reference` and `$title`, in this language.
pub(crate) type Values<'a> = &'a (dyn Fn(Lang) -> Vec<(&'a str, String)> + Sync);

/// Reporters told in one transaction, in which everybody else waits.
pub(crate) const FEW: usize = 200;
/// The job that tells the rest.
pub(crate) const REST: &str = "cases.letters";

/// Somebody to tell: how they are reached and what they know the case by.
struct Reached<'a> {
    resident: Option<Id>,
    contact: &'a Contact,
    reference: &'a Reference,
    joiner: Option<&'a Reporter>,
    /// What goes along.
    files: &'a [Id],
}

async fn one(tx: &mut Tx, app: &App, case: &Case, reached: Reached<'_>, key: &str, values: Values<'_>) -> Result<()> {
    let lang = lang_of(tx, reached.resident, reached.contact).await?;
    let title = book::title(tx, app, case, reached.joiner, lang).await?;
    let joiner = reached.joiner;
    let reporter = joiner.map_or(Id::NONE, |joiner| joiner.id);
    let (resident, contact) = (reached.resident, reached.contact);
    match written(tx, app, case, reached, key, with_title(values(lang), title), lang).await? {
        Some(message) => message.send(tx, app).await,
        None if asked_for_silence(tx, case.id, joiner, contact).await? => Ok(()),
        None => to_be_rung(tx, app, case.id, (reporter, resident, contact), key).await,
    }
}

/// Somebody said on their form that they are not to be contacted, and left no address since: nobody rings or writes either.
pub(crate) async fn asked_for_silence(
    conn: &mut Conn,
    case: Id,
    joiner: Option<&Reporter>,
    contact: &Contact,
) -> Result<bool> {
    if contact.address().is_some() || contact.phone.is_some() {
        return Ok(false);
    }
    let answers = match joiner {
        Some(joiner) => joiner.answers.clone(),
        None => store::cases::answers(conn, case).await?,
    };
    book::wants_silence(&answers)
}

/// Whom a change of a case would reach, as things stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Outlook {
    /// They are sent a message.
    pub sent: usize,
    /// They are put on the list of those to ring or write to.
    pub by_hand: usize,
    /// They asked not to be contacted.
    pub silent: usize,
    /// There are more than were looked at.
    pub more: bool,
}

impl Outlook {
    /// The same in words.
    pub(crate) fn words(&self, frame: &Frame) -> String {
        if self.more {
            return frame.t("cases-tells-more").to_owned();
        }
        let parts = [
            (self.sent, "cases-tells-sent"),
            (self.by_hand, "cases-tells-by-hand"),
            (self.silent, "cases-done-silent"),
        ];
        let said: Vec<String> =
            parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, key)| frame.with(key, "n", n)).collect();
        if said.is_empty() { frame.t("cases-tells-nobody").to_owned() } else { said.join(" ") }
    }
}

/// Reporters looked at for it, besides the first.
const LOOKED_AT: usize = 20;

/// Whom a change of this case would reach, and how.
pub(crate) async fn outlook(conn: &mut Conn, app: &App, case: &Case) -> Result<Outlook> {
    let mut joined = store::reporters::once_each(conn, case.id, Id::NONE, LOOKED_AT + 1).await?;
    let mut found = Outlook { more: joined.len() > LOOKED_AT, ..Outlook::default() };
    joined.truncate(LOOKED_AT);
    let first = (case.resident, &case.contact, None);
    let others = joined.iter().map(|joiner| (joiner.resident, &joiner.contact, Some(joiner)));
    for (resident, contact, joiner) in std::iter::once(first).chain(others) {
        if residents::can_tell(conn, app, to(resident, contact)).await? {
            found.sent += 1;
        } else if asked_for_silence(conn, case.id, joiner, contact).await? {
            found.silent += 1;
        } else if !is_beyond_reach(conn, resident, contact).await? {
            found.by_hand += 1;
        }
    }
    Ok(found)
}

/// They have died, or nobody knows who they are.
pub(crate) async fn is_beyond_reach(conn: &mut Conn, resident: Option<Id>, contact: &Contact) -> Result<bool> {
    match resident {
        Some(resident) => Ok(residents::person(conn, resident).await?.is_some_and(|person| person.deceased)),
        None => Ok(contact.is_nobody()),
    }
}

/// Nothing can be sent to them: somebody has to ring or write, and the desk's list says so until it is done.
async fn to_be_rung(
    tx: &mut Tx,
    app: &App,
    case: Id,
    (reporter, resident, contact): (Id, Option<Id>, &Contact),
    key: &str,
) -> Result<()> {
    let Some(what) = untold(key) else { return Ok(()) };
    let gone = is_beyond_reach(tx, resident, contact).await?;
    if gone { Ok(()) } else { store::untold::keep(tx, case, reporter, what, app.now()).await }
}

/// The code of what these words tell; nothing where whoever is told did it themselves, or was there.
fn untold(key: &str) -> Option<&'static str> {
    Some(match key {
        "cases-told-asked" => "asked",
        "cases-told-message" => "message",
        "cases-told-promised" | "cases-told-sooner" => "promised",
        "cases-told-late" => "late",
        "cases-told-decided" | "cases-told-decided-appeal" => "decided",
        "cases-told-closed" => "closed",
        "cases-told-reopened-why" => "reopened",
        _ => return None,
    })
}

fn with_title(mut values: Vec<(&str, String)>, title: String) -> Vec<(&str, String)> {
    values.push(("title", title));
    values
}

async fn written(
    conn: &mut Conn,
    app: &App,
    case: &Case,
    reached: Reached<'_>,
    key: &str,
    mut values: Vec<(&str, String)>,
    lang: Lang,
) -> Result<Option<Written>> {
    values.push(("reference", reached.reference.grouped()));
    let link = Some(format!("/cases/{}", reached.reference));
    // An answer by mail comes in under this reporter's reference.
    let reply = app.part::<Inbox>().map_or_else(|_| Reply::default(), |inbox| reply(inbox, reached.reference));
    let files = reached.files.to_vec();
    let message = Message { key, values, about: vec![Subject::new("case", case.id)], link, reply, files };
    let contact = Contact { lang, ..reached.contact.clone() };
    residents::write(conn, app, to(reached.resident, &contact), message).await
}

pub(crate) fn to(resident: Option<Id>, contact: &Contact) -> To<'_> {
    match resident {
        Some(resident) if by_account(contact) => To::Resident(resident),
        Some(resident) => To::ResidentAt(resident, contact),
        None => To::Contact(contact),
    }
}

fn reply(inbox: &Inbox, reference: &Reference) -> Reply {
    Reply { to: inbox.answers(reference), thread: inbox.thread(reference), answers: String::new() }
}

/// The language a reporter is told things in.
pub(crate) async fn lang_of(conn: &mut Conn, resident: Option<Id>, contact: &Contact) -> Result<Lang> {
    if let Some(resident) = resident {
        return Ok(residents::account(conn, resident).await?.map_or(contact.lang, |resident| resident.lang));
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

impl<'a> Reached<'a> {
    fn first(case: &'a Case) -> Reached<'a> {
        let (contact, reference) = (&case.contact, &case.reference);
        Reached { resident: case.resident, contact, reference, joiner: None, files: &[] }
    }

    fn joined(reporter: &'a Reporter) -> Reached<'a> {
        let (contact, reference) = (&reporter.contact, &reporter.reference);
        Reached { resident: reporter.resident, contact, reference, joiner: Some(reporter), files: &[] }
    }
}

/// Tells one reporter, `None` for the first, what was written to them, with the files that go along.
pub(crate) async fn message(
    tx: &mut Tx,
    app: &App,
    case: &Case,
    (reporter, files): (Option<&Reporter>, &[Id]),
    key: &str,
    values: Values<'_>,
) -> Result<()> {
    let reached = reporter.map_or_else(|| Reached::first(case), Reached::joined);
    one(tx, app, case, Reached { files, ..reached }, key, values).await
}

/// Tells the first reporter.
pub(crate) async fn first(tx: &mut Tx, app: &App, case: &Case, key: &str, values: Values<'_>) -> Result<()> {
    one(tx, app, case, Reached::first(case), key, values).await
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
    one(tx, app, case, Reached::joined(reporter), key, values).await
}

/// What everybody who reported a case is told.
#[derive(Clone, Copy)]
pub(crate) struct Letter<'a> {
    /// The words' key, without its end.
    pub key: &'a str,
    /// What its words name; nothing that a person wrote.
    pub values: Values<'a>,
    /// What somebody wrote, told as `$reason`, and the fact whose text it is.
    pub reason: Option<(Id, &'a str)>,
}

/// Tells everybody who reported it, each once however often they did: [`FEW`] in this transaction, the others right after.
pub(crate) async fn everybody(tx: &mut Tx, app: &App, case: &Case, letter: Letter<'_>) -> Result<()> {
    some_now(tx, app, case, letter, FEW).await
}

/// The same with so many in this transaction.
pub(crate) async fn some_now(tx: &mut Tx, app: &App, case: &Case, letter: Letter<'_>, most: usize) -> Result<()> {
    let values = |lang: Lang| written_out(letter, lang);
    first(tx, app, case, letter.key, &values).await?;
    let span = Span { after: Id::NONE, until: app.now(), most };
    let Some(after) = joiners(tx, app, case, letter, span).await? else { return Ok(()) };
    let values = Lang::ALL.map(|lang| (lang.tag.to_owned(), own((letter.values)(lang))));
    let reason = letter.reason.map(|(fact, _)| fact);
    let rest =
        Rest { case: case.id, key: letter.key.to_owned(), values: values.into(), reason, after, until: span.until };
    jobs::enqueue(tx, app, Job::new(REST, serde_json::to_value(rest)?)).await
}

/// The values of a letter, with what somebody wrote.
fn written_out<'a>(letter: Letter<'a>, lang: Lang) -> Vec<(&'a str, String)> {
    let mut values = (letter.values)(lang);
    values.extend(letter.reason.map(|(_, text)| ("reason", text.to_owned())));
    values
}

fn own(values: Vec<(&str, String)>) -> Vec<(String, String)> {
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Which of those who joined are told at once.
#[derive(Clone, Copy)]
struct Span {
    after: Id,
    /// Whoever joined later has heard how it stands.
    until: Micros,
    most: usize,
}

/// Tells some of those who joined; the last of them, where there are more.
async fn joiners(tx: &mut Tx, app: &App, case: &Case, letter: Letter<'_>, span: Span) -> Result<Option<Id>> {
    let mut some = store::reporters::once_each(tx, case.id, span.after, span.most + 1).await?;
    some.retain(|reporter| reporter.joined <= span.until);
    let more = some.len() > span.most;
    some.truncate(span.most);
    let values = |lang: Lang| written_out(letter, lang);
    for reporter in &some {
        joiner(tx, app, case, reporter, letter.key, &values).await?;
    }
    Ok(some.last().map(|last| last.id).filter(|_| more))
}

/// A letter on its way to those it has not reached yet, in ids, codes and words of ours.
#[derive(Clone, Serialize, Deserialize)]
struct Rest {
    case: Id,
    key: String,
    /// By language.
    values: BTreeMap<String, Vec<(String, String)>>,
    /// The fact whose text is told as `$reason`.
    reason: Option<Id>,
    after: Id,
    until: Micros,
}

/// Tells the next few, and asks for the rest in the same transaction.
pub(crate) fn rest<'a>(app: &'a App, job: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let rest: Rest = job.payload()?;
        again_if_collided(|| tell_rest(app, job.id, rest.clone())).await
    })
}

async fn tell_rest(app: &App, job: Id, rest: Rest) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let case = store::cases::by_id(&mut tx, rest.case).await?;
    // Its id is the key: a job may be done twice, a letter comes once.
    if case.erased || !store::keys::claim(&mut tx, job, case.id, app.now()).await? {
        return Ok(());
    }
    let reason = match rest.reason {
        Some(fact) => match text_of(&mut tx, &case, fact).await? {
            Some(text) => Some((fact, text)),
            // Somebody had it erased since.
            None => return Ok(()),
        },
        None => None,
    };
    let values = |lang: Lang| {
        let values = rest.values.get(lang.tag).into_iter().flatten();
        values.map(|(name, value)| (name.as_str(), value.clone())).collect()
    };
    let reason = reason.as_ref().map(|(fact, text)| (*fact, text.as_str()));
    let letter = Letter { key: &rest.key, values: &values, reason };
    let span = Span { after: rest.after, until: rest.until, most: FEW };
    if let Some(after) = joiners(&mut tx, app, &case, letter, span).await? {
        let next = serde_json::to_value(Rest { after, ..rest.clone() })?;
        jobs::enqueue(&mut tx, app, Job::new(REST, next)).await?;
    }
    tx.commit().await
}

/// What somebody wrote with a fact about the case, if it is still there.
async fn text_of(conn: &mut Conn, case: &Case, fact: Id) -> Result<Option<String>> {
    let next = Id(u128::from_be_bytes(fact.0).saturating_add(1).to_be_bytes());
    let found = facts::timeline(conn, &[Subject::new("case", case.id)], Some(next), 1).await?;
    Ok(found.iter().find(|found| found.id == fact).and_then(|found| found.text().map(str::to_owned)))
}

/// What the reporter of a case about to be opened is told: that we have it, or to whom it was passed on. Written before the
/// transaction, so that nobody waits for words; nothing where there is no way to reach them.
pub(crate) async fn opened(conn: &mut Conn, app: &App, case: &Case, answers: &str) -> Result<Option<Written>> {
    let (book, due) = (book::of(app, case)?, case.promise.due);
    let lang = lang_of(conn, case.resident, &case.contact).await?;
    let (key, values) = if case.passed_to.is_empty() {
        let next = book.next(app, "next", &case.reference, due, lang).unwrap_or_default();
        ("cases-told-opened", vec![("due", dates::words(app, due, lang)), ("next", next)])
    } else {
        let key = if case.passed_sent { "cases-told-passed-on" } else { "cases-told-not-passed-on" };
        (key, vec![("to", book.passed_to(case, lang)), ("how", book.how_to_tell(case, lang))])
    };
    let reached = Reached::first(case);
    let values = with_title(values, book.title(app, case, answers, lang)?);
    written(conn, app, case, reached, key, values, lang).await
}

/// Tells a joiner that somebody had reported it before, and by when it is promised.
pub(crate) async fn joined(tx: &mut Tx, app: &App, case: &Case, reporter: &Reporter) -> Result<()> {
    let due = |lang: Lang| vec![("due", dates::words(app, case.promise.due, lang))];
    joiner(tx, app, case, reporter, "cases-told-joined", &due).await
}
