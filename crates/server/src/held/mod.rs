//! What is held on a person, over every noun: the one list of who holds something, for the access request and for erasing.
//! A new noun that holds something on people is a line here; `every_table_that_can_hold_a_person_is_accounted_for` asks.

mod erase;
pub mod fates;
mod looked;

pub use erase::{Plan, ask, carry_out, finish_waiting, plan};
pub use looked::{WITHHELD, by_day};

use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::{self, Recorded, Subject};
use kit::outbox;
use kit::personal::{Part, Reader, Row};
use kit::{App, Id, Lang, Result, holds, session};
use residents::linking::joined;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::HashSet;

/// More facts than there are about anybody.
const ALL: usize = 1_000_000;

/// Everything held on a resident, under every account that was shown to be theirs, whoever reads: what staff take goes to whoever asked
/// for it. Words are in `lang`.
pub async fn on(conn: &mut Conn, app: &App, resident: Id, reader: Reader, lang: Lang) -> Result<Vec<Part>> {
    let accounts = joined::own(conn, resident).await?;
    let mut parts = Vec::new();
    for account in &accounts {
        parts.extend(on_one(conn, app, *account, reader, lang).await?);
    }
    let mut parts = joined_parts(parts);
    if accounts.len() > 1 {
        // A fact about both is one fact.
        for part in &mut parts {
            let mut seen = HashSet::new();
            part.rows.retain(|row| seen.insert(row.clone()));
        }
    }
    Ok(parts)
}

async fn on_one(conn: &mut Conn, app: &App, resident: Id, reader: Reader, lang: Lang) -> Result<Vec<Part>> {
    let visitors = session::visitors(conn, resident).await?;
    let mut parts = residents::personal::personal_data(conn, resident, &visitors, lang).await?;
    parts.extend(residents::personal_record::personal_data(conn, app, resident, reader, lang).await?);
    parts.push(session::personal_data(conn, resident).await?);
    parts.push(api::keys::personal::personal_data(conn, resident).await?);
    parts.extend(contact::personal_data(conn, app, resident, reader, lang).await?);
    parts.extend(queue::personal_data(conn, app, resident, lang).await?);
    parts.extend(appointments::personal_data(conn, app, resident, lang).await?);
    let cases = cases::personal_data(conn, app, resident, reader, lang).await?;
    let (of_forms, begun) = forms::personal_data(conn, app, resident, &cases.drafts, lang).await?;
    parts.extend(cases.parts);
    parts.extend(of_forms);
    let drafts: Vec<Id> = cases.drafts.iter().chain(&begun).copied().collect();
    parts.push(Part::of("facts", other_facts(conn, app, (resident, reader), &cases.cases, &drafts, lang).await?));
    let mut addresses = residents::personal::addresses(conn, resident).await?;
    parts.extend(knowledge::personal_data(conn, resident, &addresses, lang).await?);
    addresses.extend(cases.addresses);
    addresses.sort();
    addresses.dedup();
    parts.extend(mail::personal_data(conn, resident, (&cases.cases, &addresses), reader).await?);
    parts.push(sent(conn, resident, &addresses).await?);
    let mails = mail::ids_of(conn, resident, (&cases.cases, &addresses), reader).await?;
    let mut subjects = subjects(resident, &cases.cases, &drafts);
    subjects.extend(mails.into_iter().map(|id| Subject::new("mail", id)));
    parts.push(looked::part(conn, app, &subjects, reader, lang).await?);
    if reader == Reader::Staff {
        parts.push(holds_on(conn, resident).await?);
    }
    Ok(parts)
}

/// What a look or a fact about this person may be about.
fn subjects(resident: Id, cases: &[Id], drafts: &[Id]) -> Vec<Subject> {
    let cases = cases.iter().map(|id| Subject::new("case", *id));
    let drafts = drafts.iter().map(|id| Subject::new("draft", *id));
    [Subject::new("resident", resident)].into_iter().chain(cases).chain(drafts).collect()
}

/// The journal's facts about the account and the drafts; those about the cases are told by the cases.
async fn other_facts(
    conn: &mut Conn,
    app: &App,
    (resident, reader): (Id, Reader),
    cases: &[Id],
    drafts: &[Id],
    lang: Lang,
) -> Result<Vec<Row>> {
    let kept_back = |fact: &Recorded| reader == Reader::Themselves && residents::facts::is_withheld(fact);
    let told = |fact: &Recorded| fact.about.iter().any(|about| about.kind == "case" && cases.contains(&about.id));
    let whole = |fact: &Recorded| {
        reader == Reader::Staff || fact.kind.starts_with("draft.") || residents::facts::is_told_whole(&fact.kind)
    };
    let (mut rows, mut seen) = (Vec::new(), HashSet::new());
    for subject in subjects(resident, &[], drafts) {
        let facts = facts::timeline(conn, &[subject], None, ALL).await?;
        for fact in facts.iter().rev().filter(|fact| !told(fact) && !kept_back(fact)) {
            // What is about the account and a draft is one fact.
            if !seen.insert(fact.id) {
                continue;
            }
            let about: Vec<String> = fact.about.iter().map(ToString::to_string).collect();
            let row = Row::new().id("id", fact.id).code("kind", fact.kind.as_str());
            // What nobody can read a word of is in the file.
            let row = match words_key(reader, &fact.kind) {
                Some(key) => row.time("at", fact.at).text("what", app.t(lang, &key)),
                None => row.code("at", kit::lang::local(fact.at).timestamp().to_string()),
            };
            if !whole(fact) {
                rows.push(row.code("who", fact.who_kind.as_str()));
                continue;
            }
            let row = row.code("about", about).code("data", fact.data::<Value>()?).code("who", fact.who_kind.as_str());
            rows.push(row.text("text", fact.text().unwrap_or_default()));
        }
    }
    Ok(rows)
}

/// The key of how a kind of fact reads.
fn words_key(reader: Reader, kind: &str) -> Option<Cow<'static, str>> {
    let ours = match reader {
        Reader::Themselves => residents::facts::own_words_key(kind).map(Cow::from),
        Reader::Staff => residents::facts::words_key(kind).map(Cow::from),
    };
    let visits = || queue::words_key(kind).or_else(|| appointments::words_key(kind));
    let others = || contact::words_key(kind).or_else(visits).or_else(|| forms::facts::words_key(kind));
    ours.or_else(|| others().map(Cow::from))
}

async fn sent(conn: &mut Conn, resident: Id, addresses: &[String]) -> Result<Part> {
    let row = |past: outbox::Past| {
        let row = Row::new().id("id", past.id).code("channel", past.channel).text("sent-to", past.to);
        let row = row.text("subject", past.subject).text("text", past.text).code("state", past.state);
        row.time("made", past.made_at).time("sent", past.done_at)
    };
    let past = outbox::to_person(conn, resident, addresses).await?;
    Ok(Part::of("outbox_messages", past.into_iter().map(row).collect()))
}

async fn holds_on(conn: &mut Conn, resident: Id) -> Result<Part> {
    let mut rows = Vec::new();
    for hold in holds::of(conn, &Subject::new("resident", resident)).await? {
        let row = Row::new().text("reason", hold.reason).time("made", hold.made_at).time("review", hold.review);
        rows.push(row.time("ended", hold.ended_at));
    }
    Ok(Part::of("holds", rows))
}

/// Parts of one table become one.
fn joined_parts(parts: Vec<Part>) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    for part in parts {
        match all.iter_mut().find(|other| other.table == part.table) {
            Some(other) => other.rows.extend(part.rows),
            None => all.push(part),
        }
    }
    all
}

/// The file: who made it, when, and every table. One for staff is a draft, and says so.
pub fn file(app: &App, parts: &[Part], reader: Reader, now: Micros) -> Value {
    let draft = reader == Reader::Staff;
    json!({
        "council": app.council.name,
        "made": kit::lang::local(now).timestamp().to_string(),
        "draft_for_redaction": draft,
        "held": kit::personal::json(parts),
    })
}

/// Reads everything held on a resident, off the request's threads.
pub async fn read(app: &App, resident: Id, reader: Reader, lang: Lang) -> Result<Vec<Part>> {
    let of = app.clone();
    app.db.read_long(async move |conn| on(conn, &of, resident, reader, lang).await).await
}
