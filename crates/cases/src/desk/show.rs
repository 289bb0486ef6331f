//! The case page: everything about one case, and what may be done with it. Looking at it leaves a row.

use crate::access::{self, Action};
use crate::attached;
use crate::book;
use crate::dates;
use crate::desk::act::Act;
use crate::desk::message::reporter_name;
use crate::desk::note::Note;
use crate::desk::people::{self, Person};
use crate::desk::untold::{self, Line};
use crate::desk::whose::Whose;
use crate::desk::written::{Written, marked, written};
use crate::desk::{
    ahead, behind, offered, offered::Fits, on_the_spot, outside, standing_of, systems, withheld::Withheld,
};
use crate::handed;
use crate::model::{Case, Status, Timeliness};
use crate::names::Names;
use crate::store::{self, reporters::Reporter};
use crate::timeline::{Entry, Reader, Telling};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::{Path, Query};
use kit::facts::{self, Recorded, Subject};
use kit::files::File;
use kit::form::Form;
use kit::holds::{self, Hold};
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Reference, Result, looks};
use serde::Deserialize;

/// Lines of the timeline on one page.
const LINES: usize = 40;
/// Messages on one page.
const MESSAGES: usize = 100;
/// People who reported it on one page, besides the first.
const PEOPLE: usize = 100;

/// What the address says besides the reference.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Older lines than this fact.
    before: String,
    /// Older messages than this one.
    messages: String,
    /// Who reported it after this reporter.
    people: String,
    /// What was just done.
    done: String,
}

/// A promise after the first.
struct PromiseLine {
    when: String,
    before: String,
    due: String,
    reason: String,
    by: String,
}

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    frame: Frame,
    path: String,
    case: Case,
    service: String,
    status: String,
    timeliness: Timeliness,
    team: String,
    owner: String,
    opened: String,
    /// Nothing where it was passed on: the council promises nothing for others.
    promised: Option<String>,
    reason: String,
    next: String,
    closed: Option<String>,
    outcome: Option<String>,
    ward: String,
    source: String,
    /// Who is still to be rung or written to.
    untold: Vec<Line>,
    of: Whose,
    people: Vec<Person>,
    /// More people reported it after this one.
    more_people: Option<Id>,
    messages: Vec<Written>,
    older_messages: Option<Id>,
    passed_to: String,
    promises: Vec<PromiseLine>,
    entries: Vec<Entry>,
    older: Option<Id>,
    /// How often somebody asked after it, and what that cost.
    chased: Option<String>,
    systems: Option<(String, Vec<String>)>,
    /// How many of the systems it was handed to have answered, and how it stands with each.
    handed: Option<(String, Vec<String>)>,
    /// Answers that belong to its service: where each leads, and its question.
    beside: Vec<(String, String)>,
    /// Why it is kept, and until when somebody looks again.
    hold: Option<(String, String)>,
    /// What may be done: the last part of the address and the words.
    actions: Vec<(&'static str, String)>,
    note: bool,
    /// What was typed for a note before its officer left for something else.
    noted: String,
    write: bool,
    /// The record of whom it was just sent for, and their name.
    back_to: Option<(String, String)>,
    key: Id,
}

/// The case, what is beyond the caller in it, and what was written; the look is on record. Else the page that says why it is closed.
type Entered = (Case, Option<outside::Beyond>, Vec<store::messages::Message>);

async fn entered(app: &App, who: &Who, reference: &str, asked: &Asked) -> Result<Result<Entered, Response>> {
    let mut tx = app.db.begin().await?;
    let case = behind(&mut tx, who, reference).await?;
    access::check(who, Action::See, &case, &standing_of(app)?)?;
    let beyond = outside::beyond(&mut tx, app, who, &case).await?;
    if let Some(beyond) = beyond.as_ref().filter(|beyond| !beyond.looked) {
        return outside::closed(app, who, &case, beyond, Form::empty()).map(Err);
    }
    looks::record(&mut tx, app, who, "case", case.id, "case").await?;
    let before = asked.messages.parse().unwrap_or(Id([0xff; 16]));
    let written = store::messages::of_case(&mut tx, case.id, before, MESSAGES).await?;
    if access::works_on(who.staff()?, &case, &standing_of(app)?) {
        opened(&mut tx, app, &case, &written).await?;
    }
    tx.commit().await?;
    Ok(Ok((case, beyond, written)))
}

/// Draws the page, writes the look, and marks what the residents wrote as read.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (case, beyond, written) = match entered(&app, &who, &reference, &asked).await? {
        Ok(entered) => entered,
        Err(closed) => return Ok(closed),
    };
    let mut conn = app.db.read().await?;
    let facts = facts::timeline(&mut conn, &[Subject::new("case", case.id)], asked.before.parse().ok(), LINES).await?;
    let after = asked.people.parse().unwrap_or(Id::NONE);
    let reporters = store::reporters::of_case(&mut conn, case.id, after, PEOPLE).await?;
    let elsewhere = not_among(&mut conn, &reporters, &written).await?;
    let promises = store::promises::of_case(&mut conn, case.id).await?;
    let answers = store::cases::answers(&mut conn, case.id).await?;
    let proved = store::claims::proved(&mut conn, case.id).await?;
    let staff = facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who);
    let owners = facts.iter().filter_map(|fact| fact.data::<crate::facts::Data>().ok()?.owner);
    let writers = written.iter().filter(|message| message.ours).map(|message| message.author);
    let givers = promises.iter().map(|given| given.by);
    let staff: Vec<Id> = staff.chain(owners).chain(writers).chain(givers).chain([case.owner]).collect();
    let names = Names::load(&mut conn, staff).await?;
    let chased = contact::chased(&mut conn, case.id).await?;
    let hold = holds::standing(&mut conn, &Subject::new("case", case.id)).await?;
    let frame = Frame::titled(&app, &who, format!("/desk/cases/{}", case.reference), case.title.clone());
    let untold = store::untold::of_case(&mut conn, case.id, PEOPLE).await?;
    let untold = untold::lines(&mut conn, &app, &frame, &untold, (&who, std::slice::from_ref(&case), false)).await?;
    let kept = attached::every(&mut conn, case.id, &answers, &reporters).await?;
    let (staff, mut marks) = (who.staff()?, store::marks::of_case(&mut conn, case.id).await?);
    marks.retain(|mark| crate::marks::is_shown(staff, mark));
    let outside = beyond.map(|beyond| beyond.words(&frame));
    let of = Whose::of(&mut conn, &app, &who, (&case, &reporters), outside).await?;
    let kept = attached::with_messages(&mut conn, case.id, kept, &written).await?;
    let hands = handed::hands(&mut conn, &app, &frame, &case).await?;
    let withheld = Withheld::of(&mut conn, &app, &who, &case, &reporters).await?;
    let fits = Fits {
        held: hold.is_some(),
        delegated: on_the_spot::offered(&mut conn, &app, &who, &case).await?,
        offered: !hands.offers.is_empty(),
        handed: !hands.live.is_empty(),
    };
    let noted = ahead::kept(&mut conn, &who, &case, Note::CODE)
        .await?
        .map_or(String::new(), |form| form.value("text").to_owned());
    let with = handed::of_case(&mut conn, &app, &frame, case.id).await?;
    drop(conn);
    let letters = written;
    let found = Gathered {
        case,
        letters,
        facts,
        reporters,
        elsewhere,
        promises,
        answers,
        proved,
        names,
        hold,
        untold,
        chased,
        kept,
        fits,
        withheld,
    };
    let mut drawn = CasePage { of, handed: with, ..draw(&app, &who, frame, found)? };
    for message in &mut drawn.messages {
        message.marks = marked(&app, &drawn.frame, message.id, &marks);
    }
    for person in &mut drawn.people {
        person.marks = marked(&app, &drawn.frame, person.id, &marks);
    }
    begun(&mut drawn, noted, &asked.done);
    if asked.done == "sent" {
        sent(&mut drawn, &reference);
    }
    drawn.systems = systems::words(&app, &drawn.frame, drawn.case.id).await?;
    page::html(&drawn)
}

/// Says what was just done, and who heard of it; a note that was begun before stands in its field.
fn begun(drawn: &mut CasePage, noted: String, done: &str) {
    let has_died = drawn.of.markers.iter().any(|marker| marker.kind == "deceased");
    drawn.frame.notice = offered::notice(&drawn.frame, told(drawn, has_died), done);
    drawn.frame.keeps = drawn.note.then(|| kit::typed::KEEP.to_owned());
    drawn.noted = noted;
}

/// It was filled in for somebody and sent: their reference, to be read out, and the way back to their record.
fn sent(drawn: &mut CasePage, reference: &str) {
    let Ok(reference) = reference.parse::<Reference>() else { return };
    let reference = reference.grouped();
    drawn.frame.notice = Some(drawn.frame.with("cases-desk-sent-for", "reference", reference.as_str()));
    let theirs = drawn.people.iter().find(|person| person.reference == reference);
    drawn.back_to = theirs.and_then(|person| Some((residents::desk::path(person.record?), person.name.clone())));
}

/// Who of those on the page heard of what was done.
fn told(drawn: &CasePage, has_died: bool) -> offered::Told {
    offered::Told {
        by_hand: drawn.untold.len(),
        silent: drawn.people.iter().filter(|person| person.silent).count(),
        all: drawn.people.len(),
        has_died,
        decided: !drawn.case.outcome.is_empty(),
    }
}

/// Those who wrote or were written to and stand on another page of the people: a message is never under a wrong name.
async fn not_among(
    conn: &mut Conn,
    reporters: &[Reporter],
    written: &[store::messages::Message],
) -> Result<Vec<Reporter>> {
    let mut others: Vec<Reporter> = Vec::new();
    for message in written.iter().filter(|message| !message.reporter.is_none()) {
        if !reporters.iter().chain(&others).any(|reporter| reporter.id == message.reporter) {
            others.push(store::reporters::by_id(conn, message.reporter).await?);
        }
    }
    Ok(others)
}

/// Marks what residents wrote and this page shows as read; the case stands among the unread while there is more. Called for whoever
/// works on it alone: a look of somebody else takes nothing from those who have to act, least of all words of danger.
async fn opened(tx: &mut Tx, app: &App, case: &Case, written: &[store::messages::Message]) -> Result<()> {
    let new = written.iter().filter(|message| !message.ours && message.read_at == 0);
    let mut marked = Vec::new();
    for message in new {
        if !marked.contains(&message.reporter) {
            store::messages::mark_read(tx, case.id, message.reporter, false, written, app.now()).await?;
            marked.push(message.reporter);
        }
    }
    if marked.is_empty() { Ok(()) } else { store::messages::settle_unread(tx, case.id).await }
}

/// What the page is drawn from.
struct Gathered {
    case: Case,
    letters: Vec<store::messages::Message>,
    kept: Vec<File>,
    facts: Vec<Recorded>,
    reporters: Vec<Reporter>,
    /// Who stands on another page of the people but in a message on this one.
    elsewhere: Vec<Reporter>,
    promises: Vec<store::promises::Given>,
    answers: String,
    /// Whose address is proved: the case for its first reporter, and those who joined.
    proved: Vec<Id>,
    names: Names,
    hold: Option<Hold>,
    untold: Vec<Line>,
    chased: contact::Chased,
    fits: Fits,
    withheld: Withheld,
}

fn draw(app: &App, who: &Who, frame: Frame, found: Gathered) -> Result<CasePage> {
    let Gathered { case, letters, facts, reporters, elsewhere, promises, answers, proved, names, .. } = found;
    let Gathered { hold, untold, chased, kept, fits, withheld, .. } = found;
    let (lang, book) = (who.lang, book::of(app, &case)?);
    let telling = Telling { app, book: &book, names: &names, reader: Reader::Staff, lang };
    let path = format!("/desk/cases/{}", case.reference);
    let first = frame.t("cases-desk-first").to_owned();
    let from = |id: Id| reporter_name(&first, reporters.iter().chain(&elsewhere), id, &case.contact.name);
    let messages = letters.iter().rev().map(|one| {
        let who = match one.ours {
            true => format!("{} → {}", names.staff(one.author), from(one.reporter)),
            false if !one.came.sender.is_empty() => one.came.sender.clone(),
            false => from(one.reporter),
        };
        written(&frame, &path, one, who, &kept)
    });
    let mut people = people::all(app, &frame, (&case, &book), &answers, (&reporters, &proved), &withheld)?;
    let promise = |given: &store::promises::Given| PromiseLine {
        when: lang.short_date(given.at),
        before: dates::short(app, given.due_before, lang),
        due: dates::short(app, given.promise.due, lang),
        reason: given.promise.reason.clone(),
        by: names.staff(given.by),
    };
    attached::fill(&frame, &path, people.iter_mut().flat_map(|person| &mut person.answers), &kept);
    let owner = names.staff(case.owner);
    Ok(CasePage {
        service: book.name(&case, lang),
        beside: crate::answers::beside(app, &case),
        status: frame.t(&format!("cases-desk-status-{}", case.status.code())).to_owned(),
        timeliness: case.timeliness(app.now(), dates::soon(app)?),
        team: names.team(&case.team),
        owner: super::owner_words(&frame, case.status, owner),
        opened: lang.date_time(case.opened),
        promised: (case.status != Status::PassedOn).then(|| dates::words(app, case.promise.due, lang)),
        reason: book.reason(&case.promise, lang),
        next: dates::words(app, case.next_action, lang),
        closed: (case.closed > 0).then(|| lang.date_time(case.closed)),
        outcome: (!case.outcome.is_empty()).then(|| book.outcome_for_staff(&case.outcome)),
        ward: ward(app, &case)?,
        source: source(&frame, &case.source),
        older_messages: (letters.len() == MESSAGES).then(|| letters.last().map(|one| one.id)).flatten(),
        messages: messages.collect(),
        path: path.clone(),
        passed_to: match (book.passed_to(&case, lang), case.passed_sent) {
            (_, _) if case.passed_to.is_empty() => String::new(),
            (to, true) => to,
            (to, false) => frame.with("cases-desk-not-passed-to", "to", to),
        },
        promises: promises.iter().map(promise).collect(),
        entries: telling.entries(&facts)?,
        older: (facts.len() == LINES).then(|| facts.last().map(|fact| fact.id)).flatten(),
        actions: offered::actions(app, who, &frame, &case, fits)?,
        note: !case.erased && access::may(who.staff()?, Action::Note, &case, &standing_of(app)?),
        noted: String::new(),
        back_to: None,
        write: !case.erased && access::may(who.staff()?, Action::Message, &case, &standing_of(app)?),
        chased: crate::desk::chased::words(&frame, &chased),
        systems: None,
        handed: None,
        hold: hold.map(|hold| (hold.reason, lang.short_date(hold.review))),
        key: app.id(),
        untold,
        of: Whose::default(),
        more_people: (reporters.len() == PEOPLE).then(|| reporters.last().map(|one| one.id)).flatten(),
        people,
        case,
        frame,
    })
}

fn ward(app: &App, case: &Case) -> Result<String> {
    let wards = crate::desk::list::wards(app)?;
    let found = wards.into_iter().find(|(code, _)| *code == case.place.ward);
    Ok(found.map_or_else(|| case.place.ward.clone(), |(_, name)| name))
}

/// How it came: by a form here, by a contact, or from a named list of reports.
pub(crate) fn source(frame: &Frame, source: &str) -> String {
    match source_key(source).as_str() {
        "" => frame.with("cases-desk-source-list", "list", source),
        key => frame.t(key).to_owned(),
    }
}

/// The words of how it came; empty for a list of reports.
pub(crate) fn source_key(source: &str) -> String {
    match source {
        "web" | "open311" | "writing" => format!("cases-desk-source-{source}"),
        channel if contact::Channel::of(channel).is_some() => format!("contact-channel-{channel}"),
        _ => String::new(),
    }
}
