//! The tracking page: where it has got to, in plain words.

use crate::attached::Shown;
use crate::book::{self, Answered, Book, For};
use crate::model::{Case, Place, Status, Timeliness};
use crate::names::Names;
use crate::resident::door::{self, Seen};
use crate::resident::message;
use crate::store::{self, messages::Message};
use crate::timeline::{Entry, Reader, Telling, machine_time};
use crate::{attached, dates, facts as journal, handed};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts::{self, Recorded, Subject};
use kit::files::File;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{Checkboxes, Choices};
use kit::who::Who;
use kit::{App, Id, Result};
use serde::Deserialize;

/// Lines of the timeline on one page.
const LINES: usize = 30;
/// Messages on one page.
const MESSAGES: usize = 50;
/// After every id.
const NEWEST: Id = Id([0xff; 16]);

/// What the address says besides the reference.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Older lines than this fact.
    before: String,
    /// Older messages than this one.
    messages: String,
    /// What was just done.
    done: String,
    /// The danger that what was just written speaks of.
    danger: String,
}

/// A message as the page shows it.
pub(crate) struct Written {
    pub ours: bool,
    pub by: String,
    pub at: String,
    pub when: String,
    pub text: String,
    pub new: bool,
    pub files: Vec<Shown>,
}

/// Everything the page says.
#[derive(Template)]
#[template(path = "follow.html")]
pub(crate) struct FollowPage {
    pub frame: Frame,
    pub form: Form,
    /// What was sent with the message before something else was wrong.
    pub kept: Vec<File>,
    dangers: Vec<services::Note>,
    address: String,
    reference: String,
    pub(crate) title: String,
    pub(crate) service: String,
    pub(crate) place: String,
    pub(crate) status_name: String,
    status_words: String,
    late: Option<String>,
    stale: Option<String>,
    due: Option<String>,
    reason: String,
    replaced: Option<String>,
    pub(crate) owner: String,
    /// By when the next thing is done, after the key of its words.
    next: Option<(&'static str, String)>,
    /// With whom it is besides the council.
    with: Vec<String>,
    undated: bool,
    pub(crate) outcome: Option<String>,
    pub(crate) answers: Vec<Answered>,
    pub(crate) messages: Vec<Written>,
    /// The newest message older than those shown comes before this one.
    older_messages: Option<Id>,
    key: Id,
    pub(crate) entries: Vec<Entry>,
    older: Option<Id>,
    pub(crate) may_withdraw: bool,
    withdraw_why: Option<String>,
    pub(crate) reopen_until: Option<String>,
    reopen_heading: &'static str,
    appeal: Option<String>,
}

/// Draws the page for whoever may see it; others are led to `/track`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let Some(seen) = door::open(&mut conn, &app, &who, &reference).await? else {
        return Ok(page::see(&door::elsewhere(&reference)));
    };
    let form = Form::empty().fill("key", app.id().to_string());
    let found = gather(&mut conn, &seen, &asked).await?;
    drop(conn);
    // Only what this page shows has been read.
    if found.written.iter().any(|one| one.ours && one.read_at == 0) {
        let mut tx = app.db.begin().await?;
        store::messages::mark_read(&mut tx, seen.case.id, seen.me(), true, &found.written, app.now()).await?;
        tx.commit().await?;
    }
    let mut drawn = page_of(&app, &who, &seen, found, form)?;
    drawn.with =
        handed::of_resident(&mut *app.db.read().await?, &app, &drawn.frame, (seen.case.id, seen.resident())).await?;
    if asked.done == "message" {
        drawn.dangers = services::notes(&drawn.frame, [asked.danger.as_str()]);
    }
    drawn.frame.notice = done_words(&asked.done).map(|key| drawn.frame.t(key).to_owned());
    page::html(&drawn)
}

/// The words of what was just done.
fn done_words(done: &str) -> Option<&'static str> {
    match done {
        "message" => Some("cases-done-message"),
        "withdrawn" => Some("cases-done-withdrawn"),
        "reopened" => Some("cases-done-reopened"),
        _ => None,
    }
}

/// The page, with what was typed.
pub(crate) async fn draw(
    app: &App,
    conn: &mut Conn,
    who: &Who,
    seen: &Seen,
    form: Form,
    asked: &Asked,
) -> Result<FollowPage> {
    let mut drawn = page_of(app, who, seen, gather(conn, seen, asked).await?, form)?;
    drawn.with = handed::of_resident(conn, app, &drawn.frame, (seen.case.id, seen.resident())).await?;
    Ok(drawn)
}

/// What the page is drawn from.
struct Gathered {
    facts: Vec<Recorded>,
    /// Newest first, this reporter's only.
    written: Vec<Message>,
    names: Names,
    /// Somebody else reported it too.
    shared: bool,
    /// A question waits for this reporter's answer.
    asks: bool,
    promises: Vec<store::promises::Given>,
    /// This reporter's own, as JSON text.
    answers: String,
    kept: Vec<File>,
}

async fn gather(conn: &mut Conn, seen: &Seen, asked: &Asked) -> Result<Gathered> {
    let (case, me) = (&seen.case, seen.me());
    let facts = facts::timeline(conn, &[Subject::new("case", case.id)], asked.before.parse().ok(), LINES).await?;
    let before = asked.messages.parse().unwrap_or(NEWEST);
    let written = store::messages::of_reporter(conn, case.id, me, before, MESSAGES).await?;
    let staff = facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who);
    let owners = facts.iter().filter_map(|fact| fact.data::<journal::Data>().ok()?.owner);
    let writers = written.iter().filter(|message| message.ours).map(|message| message.author);
    let staff: Vec<Id> = staff.chain(owners).chain(writers).chain([case.owner]).collect();
    let answers = match &seen.joiner {
        Some(joiner) => joiner.answers.clone(),
        None => store::cases::answers(conn, case.id).await?,
    };
    Ok(Gathered {
        names: Names::load(conn, staff).await?,
        shared: store::reporters::others(conn, case.id, 1).await? > 0,
        asks: case.status == Status::Waiting && store::messages::asks(conn, case.id, me).await?,
        promises: store::promises::of_case(conn, case.id).await?,
        kept: {
            let kept = attached::of_case(conn, case.id, &[answers.as_str()]).await?;
            attached::with_messages(conn, case.id, kept, &written).await?
        },
        facts,
        written,
        answers,
    })
}

fn page_of(app: &App, who: &Who, seen: &Seen, found: Gathered, form: Form) -> Result<FollowPage> {
    let (case, lang) = (&seen.case, who.lang);
    let (book, soon) = (book::of(app, case)?, dates::soon(app)?);
    let Gathered { facts, written, names, shared, asks, promises, answers, kept } = found;
    let telling = Telling { app, book: &book, names: &names, reader: Reader::Reporter(seen.me()), lang };
    let frame = Frame::titled(app, who, seen.path(), seen.title.clone()).with_error(!form.is_good());
    let when = |due| dates::words(app, due, lang);
    // What only another reporter was asked is nothing this one has to do.
    let status = if case.status == Status::Waiting && !asks { Status::Open } else { case.status };
    let mut answers = book.answers(app, &answers, lang, For::Themselves)?;
    attached::fill(&frame, &seen.path(), answers.iter_mut(), &kept);
    let said = |one: &Message| Written {
        files: one.came.files.iter().map(|file| attached::shown(frame.lang, &seen.path(), file, &kept)).collect(),
        ..message(&telling, one)
    };
    let replaced = promises.first().filter(|given| given.promise.due == case.promise.due);
    Ok(FollowPage {
        dangers: Vec::new(),
        address: seen.path(),
        reference: seen.reference().grouped(),
        title: seen.title.clone(),
        service: book.name(case, lang),
        place: place_words(seen)?,
        status_name: frame.t(&format!("cases-status-{}", status.code())).to_owned(),
        status_words: status_words(&frame, case, status, &book),
        late: (case.timeliness(app.now(), soon) == Timeliness::Late)
            .then(|| frame.with("cases-late", "due", when(case.promise.due))),
        stale: case.is_stale(app.now()).then(|| frame.with("cases-stale", "next", when(case.next_action))),
        due: case.status.is_live().then(|| when(case.promise.due)),
        reason: book.reason(&case.promise, lang),
        replaced: replaced.map(|given| frame.with("cases-promise-replaced", "due", when(given.due_before))),
        owner: owner_words(app, &frame, case, &names),
        next: case.status.is_live().then(|| next(&frame, when(case.next_action), is_over(case.next_action, app.now()))),
        with: Vec::new(),
        undated: !case.dated,
        outcome: (!case.outcome.is_empty()).then(|| book.outcome(&case.outcome, lang)),
        answers,
        older_messages: (written.len() == MESSAGES).then(|| written.last().map(|one| one.id)).flatten(),
        messages: written.iter().rev().filter(|one| one.came.sender.is_empty()).map(said).collect(),
        key: form.value("key").parse().unwrap_or_else(|_| app.id()),
        entries: telling.entries(&facts)?,
        older: (facts.len() == LINES).then(|| facts.last().map(|fact| fact.id)).flatten(),
        may_withdraw: case.status.is_live() && book.may_withdraw() && !shared && seen.joiner.is_none(),
        withdraw_why: withdraw_why(&frame, case, &book, shared),
        reopen_until: case.reopen_until(book.reopen_days()).filter(|until| *until > app.now()).map(when),
        reopen_heading: match case.status {
            Status::Withdrawn => "cases-reopen-heading-withdrawn",
            _ => "cases-reopen-heading",
        },
        appeal: (!case.outcome.is_empty()).then(|| book.appeal(lang)).flatten(),
        kept: Vec::new(),
        form,
        frame,
    })
}

impl FollowPage {
    fn kept(&self) -> Choices<'_> {
        Checkboxes::of_files(&self.frame, message::KEPT, "cases-message-kept", &self.kept)
    }
}

/// The day this is due has passed, and not merely its hour; a midnight ends the day before it.
fn is_over(due: Micros, now: Micros) -> bool {
    kit::lang::local(due - 1).date() < kit::lang::local(now).date()
}

/// When the next thing is done, or was to be: a day that is over is said to be.
fn next(frame: &Frame, day: String, is_past: bool) -> (&'static str, String) {
    match is_past {
        false => ("cases-next-action", day),
        true => ("cases-next-action-past", frame.with("cases-next-past", "next", day)),
    }
}

/// Where it is, as this reporter wrote it.
fn place_words(seen: &Seen) -> Result<String> {
    let place: Place = match &seen.joiner {
        Some(joiner) => book::own_place(joiner)?,
        None => seen.case.place.clone(),
    };
    let parts = [place.street.as_str(), place.postcode.as_str()];
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}

fn status_words(frame: &Frame, case: &Case, status: Status, book: &Book) -> String {
    match status {
        Status::PassedOn => book.passed_words(frame, case),
        other => frame.t(&format!("cases-status-words-{}", other.code())).to_owned(),
    }
}

fn owner_words(app: &App, frame: &Frame, case: &Case, names: &Names) -> String {
    let team = book::team_name(app, &case.team, frame.lang).unwrap_or_else(|| names.team(&case.team));
    let person = names.first_name(case.owner);
    if person.is_empty() {
        frame.with("cases-owner-team", "team", team)
    } else {
        frame.with2("cases-owner-person", ("person", person), ("team", team))
    }
}

/// Why it cannot be taken back, when somebody might expect it can.
fn withdraw_why(frame: &Frame, case: &Case, book: &Book, shared: bool) -> Option<String> {
    if !case.status.is_live() {
        None
    } else if !book.may_withdraw() {
        Some(book.withdraw_why(frame.lang).unwrap_or_else(|| frame.t("cases-withdraw-not").to_owned()))
    } else if shared {
        Some(frame.t("cases-withdraw-shared").to_owned())
    } else {
        None
    }
}

fn message(telling: &Telling<'_>, message: &Message) -> Written {
    let (app, lang) = (telling.app, telling.lang);
    let by = match (message.ours, telling.names.first_name(message.author)) {
        (true, name) if name.is_empty() => app.council.name.clone(),
        (true, name) => name,
        (false, _) => app.t(lang, "cases-by-you").to_owned(),
    };
    Written {
        ours: message.ours,
        by,
        at: machine_time(message.at),
        when: lang.date_time(message.at),
        text: message.text.clone(),
        new: message.ours && message.read_at == 0,
        files: Vec::new(),
    }
}
