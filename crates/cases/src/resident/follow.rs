//! The tracking page: where it has got to, in plain words.

use crate::book::{self, Book};
use crate::model::{Case, Status, Timeliness};
use crate::names::Names;
use crate::resident::door::{self, Seen};
use crate::store::{self, messages::Message};
use crate::timeline::{Entry, Reader, Telling, machine_time};
use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kit::db::Conn;
use kit::facts::{self, Subject};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Result};
use serde::Deserialize;

/// Lines of the timeline on one page.
const LINES: usize = 30;
/// Messages on one page.
const MESSAGES: usize = 50;

/// What the address says besides the reference.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Older lines than this fact.
    before: String,
    /// What was just done.
    done: String,
}

/// A message as the page shows it.
pub(crate) struct Written {
    pub ours: bool,
    pub by: String,
    pub at: String,
    pub when: String,
    pub text: String,
    pub new: bool,
}

/// Everything the page says.
#[derive(Template)]
#[template(path = "follow.html")]
pub(crate) struct FollowPage {
    pub frame: Frame,
    pub form: Form,
    address: String,
    reference: String,
    title: String,
    service: String,
    place: String,
    status_name: String,
    status_words: String,
    late: Option<String>,
    stale: Option<String>,
    due: Option<String>,
    reason: String,
    replaced: Option<String>,
    owner: String,
    next: Option<String>,
    undated: bool,
    outcome: Option<String>,
    messages: Vec<Written>,
    key: Id,
    entries: Vec<Entry>,
    older: Option<Id>,
    may_withdraw: bool,
    withdraw_why: Option<String>,
    reopen_until: Option<String>,
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
    let mut drawn = draw(&app, &mut conn, &who, &seen, form, asked.before.parse().ok()).await?;
    let unread = store::messages::unread(&mut conn, seen.case.id, seen.me(), true).await?;
    drop(conn);
    if unread > 0 {
        let mut tx = app.db.begin().await?;
        store::messages::mark_read(&mut tx, seen.case.id, seen.me(), true, app.now()).await?;
        tx.commit().await?;
    }
    let done = done_words(&asked.done);
    drawn.frame.notice = done.map(|key| drawn.frame.t(key).to_owned());
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
    before: Option<Id>,
) -> Result<FollowPage> {
    let (case, lang) = (&seen.case, who.lang);
    let book = book::of(app, case)?;
    let facts = facts::timeline(conn, &[Subject::new("case", case.id)], before, LINES).await?;
    let written = store::messages::of_case(conn, case.id, Id([0xff; 16]), MESSAGES).await?;
    let staff = facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who);
    let owners = facts.iter().filter_map(|fact| fact.data::<crate::facts::Data>().ok()?.owner);
    let writers = written.iter().filter(|message| message.ours).map(|message| message.author);
    let staff: Vec<Id> = staff.chain(owners).chain(writers).chain([case.owner]).collect();
    let names = Names::load(conn, staff).await?;
    let reader = Reader::Reporter(seen.me());
    let telling = Telling { app, book: &book, names: &names, reader, lang };
    let shared = !store::reporters::of_case(conn, case.id, Id::NONE, 1).await?.is_empty();
    let promises = store::promises::of_case(conn, case.id).await?;
    let frame = Frame::titled(app, who, seen.path(), seen.title.clone()).with_error(!form.is_good());
    let older = (facts.len() == LINES).then(|| facts.last().map(|fact| fact.id)).flatten();
    Ok(FollowPage {
        address: seen.path(),
        reference: seen.reference().grouped(),
        title: seen.title.clone(),
        service: book.name(case, lang),
        place: place_words(case),
        status_name: frame.t(&format!("cases-status-{}", case.status.code())).to_owned(),
        status_words: status_words(&frame, case),
        late: (case.timeliness(app.now()) == Timeliness::Late)
            .then(|| frame.with("cases-late", "due", lang.date(case.promise.due))),
        stale: case.is_stale(app.now()).then(|| frame.with("cases-stale", "next", lang.date(case.next_action))),
        due: case.status.is_live().then(|| lang.date(case.promise.due)),
        reason: book.reason(&case.promise, lang),
        replaced: promises
            .first()
            .map(|given| frame.with("cases-promise-replaced", "due", lang.date(given.due_before))),
        owner: owner_words(app, &frame, case, &names),
        next: case.status.is_live().then(|| lang.date(case.next_action)),
        undated: !case.dated,
        outcome: (!case.outcome.is_empty()).then(|| book.outcome(&case.outcome, lang)),
        messages: written
            .iter()
            .rev()
            .filter(|one| one.reporter == seen.me())
            .map(|one| message(&telling, one))
            .collect(),
        key: form.value("key").parse().unwrap_or_else(|_| app.id()),
        entries: telling.entries(&facts)?,
        older,
        may_withdraw: case.status.is_live() && book.may_withdraw() && !shared,
        withdraw_why: withdraw_why(&frame, case, &book, shared),
        reopen_until: case.reopen_until(book.reopen_days()).filter(|until| *until >= app.now()).map(|u| lang.date(u)),
        appeal: (!case.outcome.is_empty()).then(|| book.appeal(lang)).flatten(),
        form,
        frame,
    })
}

fn place_words(case: &Case) -> String {
    let parts = [case.place.street.as_str(), case.place.postcode.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn status_words(frame: &Frame, case: &Case) -> String {
    match case.status {
        Status::PassedOn => frame.with("cases-status-words-passed-on", "to", case.passed_to.as_str()),
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
    }
}
