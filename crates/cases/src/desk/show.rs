//! The case page: everything about one case, and what may be done with it. Looking at it leaves a row.

use crate::access::{self, Action};
use crate::attached;
use crate::book::{self, Answered, For};
use crate::dates;
use crate::desk::message::reporter_name;
use crate::desk::untold::{self, Line};
use crate::desk::{find, team_of};
use crate::model::{Case, Contact, Status, Timeliness};
use crate::names::Names;
use crate::store::{self, reporters::Reporter};
use crate::timeline::{Entry, Reader, Telling, machine_time};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::{Path, Query};
use kit::facts::{self, Recorded, Subject};
use kit::holds::{self, Hold};
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Result, looks};
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

/// A message as staff read it.
struct Written {
    ours: bool,
    who: String,
    at: String,
    when: String,
    text: String,
    unread: bool,
    danger: bool,
}

/// Somebody who reported it.
struct Person {
    reference: String,
    name: String,
    email: String,
    phone: String,
    language: &'static str,
    reachable: bool,
    /// Nobody said who they are.
    unknown: bool,
    joined: String,
    answers: Vec<Answered>,
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
    /// Answers that belong to its service: where each leads, and its question.
    beside: Vec<(String, String)>,
    /// Why it is kept, and until when somebody looks again.
    hold: Option<(String, String)>,
    /// What may be done: the last part of the address and the words.
    actions: Vec<(&'static str, String)>,
    note: bool,
    write: bool,
    key: Id,
}

/// Draws the page, writes the look, and marks what the residents wrote as read.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let case = find(&mut tx, &app, &who, &reference, Action::See).await?;
    looks::record(&mut tx, &app, &who, "case", case.id, "case").await?;
    let before = asked.messages.parse().unwrap_or(Id([0xff; 16]));
    let written = store::messages::of_case(&mut tx, case.id, before, MESSAGES).await?;
    opened(&mut tx, &app, &case, &written).await?;
    tx.commit().await?;
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
    let untold = untold::lines(&mut conn, &app, &frame, &untold).await?;
    let kept = attached::every(&mut conn, case.id, &answers, &reporters).await?;
    drop(conn);
    let found =
        Gathered { case, written, facts, reporters, elsewhere, promises, answers, proved, names, hold, untold, chased };
    let mut drawn = draw(&app, &who, frame, found)?;
    drawn.frame.notice = notice(&drawn, &asked.done);
    let answers = drawn.people.iter_mut().flat_map(|person| &mut person.answers);
    attached::fill(&drawn.frame, &drawn.path, answers, &kept);
    page::html(&drawn)
}

/// What was just done, and whether everybody who reported it could be told: some can only be rung or written to.
fn notice(page: &CasePage, done: &str) -> Option<String> {
    let words = page.frame.t(done_words(done)?).to_owned();
    let by_hand = page.untold.len();
    let tells = ["promise", "decide", "close", "reopen"].contains(&done);
    Some(match by_hand {
        0 if tells => format!("{words} {}", page.frame.t("cases-done-told")),
        n if tells || done == "message" && n > 0 => {
            format!("{words} {}", page.frame.with("cases-done-by-hand", "n", n))
        }
        _ => words,
    })
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

/// Marks what residents wrote and this page shows as read; the case stands among the unread while there is more.
async fn opened(tx: &mut Tx, app: &App, case: &Case, written: &[store::messages::Message]) -> Result<()> {
    let new = written.iter().filter(|message| !message.ours && message.read_at == 0);
    let mut marked = Vec::new();
    for message in new {
        if !marked.contains(&message.reporter) {
            store::messages::mark_read(tx, case.id, message.reporter, false, written, app.now()).await?;
            marked.push(message.reporter);
        }
    }
    if !marked.is_empty() && !store::messages::is_unread_here(tx, case.id).await? {
        store::cases::set_unread(tx, case.id, 0).await?;
    }
    Ok(())
}

/// What the page is drawn from.
struct Gathered {
    case: Case,
    written: Vec<store::messages::Message>,
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
}

fn draw(app: &App, who: &Who, frame: Frame, found: Gathered) -> Result<CasePage> {
    let Gathered { case, written, facts, reporters, elsewhere, promises, answers, proved, names, hold, untold, chased } =
        found;
    let (lang, book) = (who.lang, book::of(app, &case)?);
    let telling = Telling { app, book: &book, names: &names, reader: Reader::Staff, lang };
    let first = frame.t("cases-desk-first").to_owned();
    let message = |one: &store::messages::Message| {
        let reporter = reporter_name(&first, reporters.iter().chain(&elsewhere), one.reporter, &case.contact.name);
        Written {
            ours: one.ours,
            who: if one.ours { format!("{} → {reporter}", names.staff(one.author)) } else { reporter },
            at: machine_time(one.at),
            when: lang.date_time(one.at),
            text: one.text.clone(),
            unread: one.read_at == 0,
            danger: one.danger,
        }
    };
    let own = person(
        &frame,
        &case.reference,
        &case.contact,
        case.resident,
        case.opened,
        book.answers(app, &answers, lang, For::Staff { proved: proved.contains(&case.id) })?,
    );
    let mut people = vec![own];
    for reporter in &reporters {
        let whom = For::Staff { proved: proved.contains(&reporter.id) };
        people.push(joiner(&frame, reporter, book.answers(app, &reporter.answers, lang, whom)?));
    }
    let promise = |given: &store::promises::Given| PromiseLine {
        when: lang.short_date(given.at),
        before: dates::short(app, given.due_before, lang),
        due: dates::short(app, given.promise.due, lang),
        reason: given.promise.reason.clone(),
        by: names.staff(given.by),
    };
    let owner = names.staff(case.owner);
    Ok(CasePage {
        path: format!("/desk/cases/{}", case.reference),
        service: book.name(&case, lang),
        beside: crate::answers::beside(app, &case),
        status: frame.t(&format!("cases-desk-status-{}", case.status.code())).to_owned(),
        timeliness: case.timeliness(app.now(), dates::soon(app)?),
        team: names.team(&case.team),
        owner: if owner.is_empty() { frame.t("cases-assign-nobody").to_owned() } else { owner },
        opened: lang.date_time(case.opened),
        promised: (case.status != Status::PassedOn).then(|| dates::words(app, case.promise.due, lang)),
        reason: book.reason(&case.promise, lang),
        next: dates::words(app, case.next_action, lang),
        closed: (case.closed > 0).then(|| lang.date_time(case.closed)),
        outcome: (!case.outcome.is_empty()).then(|| book.outcome(&case.outcome, lang)),
        ward: ward(app, &case)?,
        source: source(&frame, &case.source),
        older_messages: (written.len() == MESSAGES).then(|| written.last().map(|one| one.id)).flatten(),
        messages: written.iter().rev().map(message).collect(),
        passed_to: match (book.passed_to(&case, lang), case.passed_sent) {
            (_, _) if case.passed_to.is_empty() => String::new(),
            (to, true) => to,
            (to, false) => frame.with("cases-desk-not-passed-to", "to", to),
        },
        promises: promises.iter().map(promise).collect(),
        entries: telling.entries(&facts)?,
        older: (facts.len() == LINES).then(|| facts.last().map(|fact| fact.id)).flatten(),
        actions: actions(app, who, &frame, &case, hold.is_some())?,
        note: !case.erased && access::may(who.staff()?, Action::Note, &case, &team_of(app)?),
        write: !case.erased && access::may(who.staff()?, Action::Message, &case, &team_of(app)?),
        chased: crate::desk::chased::words(&frame, &chased),
        hold: hold.map(|hold| (hold.reason, lang.short_date(hold.review))),
        key: app.id(),
        untold,
        more_people: (reporters.len() == PEOPLE).then(|| reporters.last().map(|one| one.id)).flatten(),
        people,
        case,
        frame,
    })
}

fn done_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "assign" => "cases-assign-done",
        "note" => "cases-note-done",
        "message" => "cases-desk-message-done",
        "call" => "cases-call-done",
        "plan" => "cases-plan-done",
        "promise" => "cases-promise-done",
        "decide" => "cases-decide-done",
        "close" => "cases-close-done",
        "reopen" => "cases-desk-reopen-done",
        "hold" => "cases-hold-done",
        "release" => "cases-release-done",
        _ => return None,
    })
}

fn person(
    frame: &Frame,
    reference: &kit::Reference,
    contact: &Contact,
    resident: Option<Id>,
    joined: i64,
    answers: Vec<Answered>,
) -> Person {
    Person {
        reference: reference.grouped(),
        name: contact.name.clone(),
        email: contact.email.clone().unwrap_or_default(),
        phone: contact.phone.clone().unwrap_or_default(),
        language: contact.lang.name,
        reachable: contact.address().is_some() || resident.is_some() && contact.by != residents::By::Hand,
        unknown: resident.is_none() && contact.is_nobody(),
        joined: frame.lang.date_time(joined),
        answers,
    }
}

fn joiner(frame: &Frame, reporter: &Reporter, answers: Vec<Answered>) -> Person {
    person(frame, &reporter.reference, &reporter.contact, reporter.resident, reporter.joined, answers)
}

fn ward(app: &App, case: &Case) -> Result<String> {
    let wards = crate::desk::list::wards(app)?;
    let found = wards.into_iter().find(|(code, _)| *code == case.place.ward);
    Ok(found.map_or_else(|| case.place.ward.clone(), |(_, name)| name))
}

/// How it came: by a form here, or from a named list of reports.
fn source(frame: &Frame, source: &str) -> String {
    match source {
        "web" => frame.t("cases-desk-source-web").to_owned(),
        "open311" => frame.t("cases-desk-source-open311").to_owned(),
        list => frame.with("cases-desk-source-list", "list", list),
    }
}

/// What this member of staff may do with the case as it stands.
fn actions(app: &App, who: &Who, frame: &Frame, case: &Case, held: bool) -> Result<Vec<(&'static str, String)>> {
    let live = case.status.is_live();
    let all = [
        (Action::Assign, "assign", live),
        (Action::Plan, "plan", live),
        (Action::Promise, "promise", live),
        (Action::Decide, "decide", live),
        (Action::Close, "close", live && !case.outcome.is_empty()),
        (Action::Reopen, "reopen", !live),
        (Action::Hold, "hold", !held),
        (Action::Hold, "release", held),
    ];
    let team_of = team_of(app)?;
    let staff = who.staff()?;
    let possible = all
        .into_iter()
        .filter(|(action, _, fits)| *fits && !case.erased && access::may(staff, *action, case, &team_of));
    Ok(possible.map(|(_, code, _)| (code, frame.t(&format!("cases-{code}-title")).to_owned())).collect())
}
