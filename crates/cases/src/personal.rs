//! What cases hold on a resident: what they asked for, what was written, promised and done.

use crate::book::{self, Answered, For};
use crate::facts::Data;
use crate::handed::Handed;
use crate::model::{Case, Contact, Status};
use crate::names::Names;
use crate::store::{self, messages::Message, reporters::Reporter};
use crate::timeline::{self, Telling};
use crate::{attached, retention, status_key};
use kit::db::Conn;
use kit::facts::{self, Recorded, Subject};
use kit::holds;
use kit::personal::{Part, Reader, Row};
use kit::{App, Id, Lang, Result};
use serde_json::Value;

/// Read in one go.
const PAGE: usize = 500;
/// More than anybody has.
const ALL: usize = 1_000_000;

/// What cases hold on a resident, and by what other nouns find more.
pub struct Personal {
    /// Tables and their rows.
    pub parts: Vec<Part>,
    /// The cases they opened or joined.
    pub cases: Vec<Id>,
    /// The drafts those came from.
    pub drafts: Vec<Id>,
    /// The email addresses and phone numbers they gave.
    pub addresses: Vec<String>,
}

/// One of a resident's cases: their own, or one they joined.
struct Theirs<'a> {
    case: &'a Case,
    joiner: Option<&'a Reporter>,
}

impl Theirs<'_> {
    fn me(&self) -> Id {
        self.joiner.map_or(Id::NONE, |joiner| joiner.id)
    }

    /// The account it was reported from.
    fn account(&self) -> Option<Id> {
        self.joiner.map_or(self.case.resident, |joiner| joiner.resident)
    }

    /// The page of the case for this reader.
    fn page(&self, reader: Reader) -> String {
        match reader {
            Reader::Themselves => {
                format!("/cases/{}", self.joiner.map_or(&self.case.reference, |joiner| &joiner.reference))
            }
            Reader::Staff => format!("/desk/cases/{}", self.case.reference),
        }
    }

    fn reference(&self) -> String {
        self.joiner.map_or(&self.case.reference, |joiner| &joiner.reference).grouped()
    }
}

#[derive(Default)]
struct Tables {
    cases: Vec<Row>,
    reporters: Vec<Row>,
    messages: Vec<Row>,
    promises: Vec<Row>,
    untold: Vec<Row>,
    marks: Vec<Row>,
    handed: Vec<Row>,
    facts: Vec<Row>,
    files: Vec<Row>,
    holds: Vec<Row>,
    found: Vec<Row>,
}

/// Everything cases hold on this resident. Words are in `lang`.
pub async fn personal_data(conn: &mut Conn, app: &App, resident: Id, reader: Reader, lang: Lang) -> Result<Personal> {
    let mut names = Names::load(conn, Vec::new()).await?;
    let mut found = Personal { parts: Vec::new(), cases: Vec::new(), drafts: Vec::new(), addresses: Vec::new() };
    let mut tables = Tables::default();
    let newest = Id([0xff; 16]);
    for case in store::cases::of_resident(conn, resident, newest, ALL).await? {
        let theirs = Theirs { case: &case, joiner: None };
        let answers = store::cases::answers(conn, case.id).await?;
        tables.cases.push(own_row(app, &case, &answers, lang)?);
        tables.files.extend(attached::personal(conn, (case.id, Id::NONE), &answers, &theirs.page(reader)).await?);
        rest(conn, app, &theirs, &mut tables, &mut names, reader, lang).await?;
        found.add(&case.contact, case.id, case.draft);
    }
    for joiner in store::reporters::of_resident(conn, resident, newest, ALL).await? {
        let case = store::cases::by_id(conn, joiner.case).await?;
        let theirs = Theirs { case: &case, joiner: Some(&joiner) };
        tables.reporters.push(joined_row(app, &case, &joiner, lang)?);
        tables
            .files
            .extend(attached::personal(conn, (case.id, joiner.id), &joiner.answers, &theirs.page(reader)).await?);
        rest(conn, app, &theirs, &mut tables, &mut names, reader, lang).await?;
        found.add(&joiner.contact, case.id, joiner.draft);
    }
    let Tables { cases, reporters, messages, promises, untold, marks, handed, facts, files, holds, found: keys } =
        tables;
    found.parts = vec![
        Part::of("cases", cases),
        Part::of("cases_reporters", reporters),
        Part::of("cases_messages", messages),
        Part::of("cases_promises", promises),
        Part::of("cases_untold", untold),
        Part::of("cases_marks", marks),
        Part::of("cases_handed", handed),
        Part::of("facts", facts),
        Part::of("files", files),
        Part::of("holds", holds),
        Part::of("cases_found", keys),
    ];
    Ok(found)
}

impl Personal {
    fn add(&mut self, contact: &Contact, case: Id, draft: Id) {
        if !self.cases.contains(&case) {
            self.cases.push(case);
        }
        self.drafts.push(draft);
        for address in [&contact.email, &contact.phone].into_iter().flatten() {
            if !self.addresses.contains(address) {
                self.addresses.push(address.clone());
            }
        }
    }
}

fn pairs(answers: Vec<Answered>) -> Vec<(String, String)> {
    answers.into_iter().map(|one| (one.question, one.answer)).collect()
}

fn contact(row: Row, contact: &Contact) -> Row {
    let row = row.text("name", contact.name.as_str()).text("email", contact.email.clone().unwrap_or_default());
    row.text("phone", contact.phone.clone().unwrap_or_default()).code("contact_by", contact.by.code())
}

fn own_row(app: &App, case: &Case, answers: &str, lang: Lang) -> Result<Row> {
    let book = book::of(app, case)?;
    let row = Row::new().id("id", case.id).text("reference", case.reference.grouped());
    let row = row.text("service", book.name(case, lang)).text("about", case.title.as_str());
    let row = row.word("status", case.status.code(), status_key(case.status)).time("opened", case.opened);
    let promised = (case.status != Status::PassedOn).then_some(case.promise.due);
    let row = row.time("promised", promised).time("closed", case.closed);
    let outcome = if case.outcome.is_empty() { String::new() } else { book.outcome(&case.outcome, lang) };
    let row = row.text("outcome", outcome).time("kept-until", retention::kept_until(app, case)?);
    let place = [case.place.street.as_str(), case.place.postcode.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let row = contact(row.text("place", place.join(", ")), &case.contact);
    let row = row.answers("answers", pairs(book.answers(app, answers, lang, For::Themselves)?));
    let (latitude, longitude) = case.place.position.unzip();
    let row = row.code("latitude", latitude).code("longitude", longitude).code("ward", case.place.ward.as_str());
    let row =
        row.code("kind", case.kind.as_str()).code("source", case.source.as_str()).code("team", case.team.as_str());
    Ok(row.id("visitor", case.visitor).id("draft", case.draft).code("given", serde_json::from_str::<Value>(answers)?))
}

fn joined_row(app: &App, case: &Case, joiner: &Reporter, lang: Lang) -> Result<Row> {
    let book = book::of(app, case)?;
    let row = Row::new().id("id", joiner.id).text("reference", joiner.reference.grouped());
    let row = row.text("service", book.name(case, lang)).word("status", case.status.code(), status_key(case.status));
    let row = contact(row.time("opened", joiner.joined), &joiner.contact);
    let row = row.answers("answers", pairs(book.answers(app, &joiner.answers, lang, For::Themselves)?));
    let row = row.id("visitor", joiner.visitor).id("draft", joiner.draft);
    Ok(row.code("given", serde_json::from_str::<Value>(&joiner.answers)?))
}

async fn rest(
    conn: &mut Conn,
    app: &App,
    theirs: &Theirs<'_>,
    tables: &mut Tables,
    names: &mut Names,
    reader: Reader,
    lang: Lang,
) -> Result<()> {
    let case = theirs.case;
    for message in written(conn, case.id, theirs.me()).await? {
        // What somebody else may have written is told when whoever answers has read it through.
        if reader == Reader::Themselves && !message.came.sender.is_empty() {
            continue;
        }
        tables.messages.push(message_row(theirs, &message));
        for mark in store::marks::of_message(conn, message.id).await? {
            tables.marks.extend(crate::marks::row(&mark, reader));
        }
    }
    let opening = theirs.joiner.map_or(case.id, |joiner| joiner.id);
    for mark in store::marks::of_message(conn, opening).await? {
        tables.marks.extend(crate::marks::row(&mark, reader));
    }
    for given in store::promises::of_case(conn, case.id).await? {
        let row = Row::new().text("reference", theirs.reference()).time("at", given.at);
        tables.promises.push(row.time("promised", given.promise.due).text("reason", given.promise.reason));
    }
    if let Some(one) = store::untold::of_reporter(conn, case.id, theirs.me()).await? {
        let row = Row::new().text("reference", theirs.reference()).time("at", one.since).code("what", one.what);
        tables.untold.push(row.code("tries", one.tries).code("tried", one.tried));
    }
    let by = theirs.joiner.map_or(case.id, |joiner| joiner.id);
    let keys = store::found::keys(conn, by).await?.into_iter();
    tables.found.extend(keys.map(|key| Row::new().code("reference", theirs.reference()).code("key", key)));
    for one in store::handed::of_case(conn, case.id).await? {
        tables.handed.push(handed_row(conn, theirs, &one, reader).await?);
    }
    let facts = facts::timeline(conn, &[Subject::new("case", case.id)], None, ALL).await?;
    names.add(conn, facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who).collect()).await?;
    names.add(conn, facts.iter().filter_map(|fact| fact.data::<Data>().ok()?.owner).collect()).await?;
    let book = book::of(app, case)?;
    let as_whom = match reader {
        Reader::Staff => timeline::Reader::Staff,
        Reader::Themselves => timeline::Reader::Reporter(theirs.me()),
    };
    let telling = Telling { app, book: &book, names, reader: as_whom, lang };
    for fact in facts.iter().rev() {
        tables.facts.extend(fact_row(&telling, theirs, fact)?);
    }
    // Why something is kept for a court is told when whoever answers has read it through.
    if reader == Reader::Staff {
        for hold in holds::of(conn, &Subject::new("case", case.id)).await? {
            let row = Row::new().text("reference", theirs.reference()).text("reason", hold.reason);
            tables.holds.push(row.time("made", hold.made_at).time("review", hold.review).time("ended", hold.ended_at));
        }
    }
    Ok(())
}

/// That it was handed to another system. Why that refused is told when whoever answers has read it through.
async fn handed_row(conn: &mut Conn, theirs: &Theirs<'_>, one: &Handed, reader: Reader) -> Result<Row> {
    let name = store::systems::by_id(conn, one.system).await?.map(|system| system.name).unwrap_or_default();
    let row = Row::new().text("reference", theirs.reference()).text("sent-to", name);
    let row = row.time("begun", one.asked).time("closed", one.ended);
    let row = row.code("state", one.state.code()).code("number", one.theirs.as_str());
    let row = row.code("answered", one.answered);
    Ok(if reader == Reader::Staff { row.text("reason", one.reason.as_str()) } else { row })
}

/// What the council and this reporter wrote to each other, oldest first.
async fn written(conn: &mut Conn, case: Id, reporter: Id) -> Result<Vec<Message>> {
    let (mut all, mut before): (Vec<Message>, Id) = (Vec::new(), Id([0xff; 16]));
    loop {
        let some = store::messages::of_reporter(conn, case, reporter, before, PAGE).await?;
        let last = some.len() < PAGE;
        before = some.last().map_or(before, |oldest| oldest.id);
        all.extend(some);
        if last {
            all.reverse();
            return Ok(all);
        }
    }
}

fn message_row(theirs: &Theirs<'_>, message: &Message) -> Row {
    let (code, key) = if message.ours { ("council", "cases-by-council") } else { ("resident", "cases-by-you") };
    let row = Row::new().id("id", message.id).text("reference", theirs.reference()).time("at", message.at);
    row.word("by", code, key)
        .text("text", message.text.as_str())
        .time("read", message.read_at)
        .code("channel", message.came.channel.as_str())
}

/// A fact as this reader may have it: what others wrote or did is left out, and the row says so; and so is that somebody keeps the case
/// for a court, which nobody reads before it was read through.
fn fact_row(telling: &Telling<'_>, theirs: &Theirs<'_>, fact: &Recorded) -> Result<Option<Row>> {
    let themselves = matches!(telling.reader, timeline::Reader::Reporter(_));
    if themselves && matches!(fact.kind.as_str(), "case.held" | "case.released") {
        return Ok(None);
    }
    let row = Row::new().id("id", fact.id).code("kind", fact.kind.as_str());
    let row = row.code("who", fact.who_kind.as_str());
    let entry = telling.entries(std::slice::from_ref(fact))?.pop();
    let mine = fact.data::<Data>()?.reporter.is_none_or(|reporter| reporter == theirs.me());
    let entry = entry.filter(|_| mine || fact.who_kind == "staff");
    // Whom else it is about, and with what figures, is for whoever may read it.
    let row = match entry.is_some() || !themselves {
        true => {
            let others =
                |about: &&Subject| themselves && about.kind == "resident" && Some(about.id) != theirs.account();
            let about: Vec<String> =
                fact.about.iter().filter(|about| !others(about)).map(ToString::to_string).collect();
            row.code("about", about).code("data", fact.data::<Value>()?)
        }
        false => row,
    };
    let Some(entry) = entry else {
        let withheld = fact.text().is_some();
        let row = row.code("reference", theirs.reference()).code("withheld", withheld);
        return Ok(Some(row.code("at", timeline::machine_time(fact.at))));
    };
    let row = row.text("reference", theirs.reference());
    Ok(Some(row.time("at", fact.at).text("what", entry.title).text("by", entry.by).text("text", entry.body)))
}
