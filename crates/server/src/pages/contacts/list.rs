//! `GET /desk/contacts`: what I have open, and what I finished today, or before.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::{Action, Contact, Outcome, Pass, To};
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Lang, Result, looks};
use serde::Deserialize;

/// Finished contacts on one page.
const PAGE: usize = 25;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `all` for those before today too.
    days: String,
    /// Older ones than the one that began then and has this id.
    began: Option<Micros>,
    before: Option<Id>,
    /// What was just done.
    done: String,
}

/// A contact that was passed on and waits to be taken up.
struct Waiting {
    take: String,
    who: String,
    about: Vec<(String, String)>,
    /// By whom, or to whom, and when.
    passed: String,
    note: String,
    /// It is not taken up since its day.
    lost: bool,
}

struct Line {
    href: String,
    who: String,
    began: String,
    channel: &'static str,
    /// What was asked: the service with what came of it, and what was typed.
    about: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "contacts.html")]
struct ListPage {
    frame: Frame,
    /// What was passed to me or a team of mine, and what I passed on, while nobody has taken it up.
    to_me: Vec<Waiting>,
    by_me: Vec<Waiting>,
    open: Vec<Line>,
    finished: Vec<Line>,
    all: bool,
    older: Option<(Micros, Id)>,
}

/// Draws it; whom it names is on record first.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let me = contact::check(&who, Action::Take)?;
    let staff = me.id;
    let all = asked.days == "all";
    let since = if all { Micros::MIN } else { midnight(app.now())? };
    let mut read = app.db.read().await?;
    let open = contact::open_of(&mut read, staff).await?;
    let before = asked.began.zip(asked.before);
    let mut found = contact::finished(&mut read, staff, before, since, PAGE + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let (to_me, by_me) = (contact::passed_to(&mut read, me).await?, contact::passed_by(&mut read, staff).await?);
    let passed = to_me.iter().chain(&by_me).map(|pass| pass.contact);
    let shown = open.iter().chain(&found).map(|contact| contact.id).chain(passed);
    let shown: Vec<String> = shown.map(|id| id.to_string()).collect();
    let mut drawn = ListPage {
        frame: Frame::new(&app, &who, "/desk/contacts", "contact-list-title"),
        to_me: Vec::new(),
        by_me: Vec::new(),
        open: Vec::new(),
        older: found.last().filter(|_| more).map(|oldest| (oldest.began, oldest.id)),
        finished: Vec::new(),
        all,
    };
    for pass in to_me {
        drawn.to_me.push(waiting(&mut read, &app, pass, staff).await?);
    }
    for pass in by_me {
        drawn.by_me.push(waiting(&mut read, &app, pass, staff).await?);
    }
    for contact in &open {
        drawn.open.push(line(&mut read, &app, contact).await?);
    }
    for contact in &found {
        drawn.finished.push(line(&mut read, &app, contact).await?);
    }
    drop(read);
    if !shown.is_empty() {
        let query = serde_json::json!({ "shown": shown }).to_string();
        let mut tx = app.db.begin().await?;
        looks::record_query(&mut tx, &app, &who, "contacts", Id::NONE, "contacts", &query).await?;
        tx.commit().await?;
    }
    let notice = match asked.done.as_str() {
        "finish" => Some("contact-finished"),
        "pass" => Some("contact-passed"),
        _ => None,
    };
    drawn.frame.notice = notice.map(|key| drawn.frame.t(key).to_owned());
    page::html(&drawn)
}

async fn waiting(conn: &mut Conn, app: &App, pass: Pass, me: Id) -> Result<Waiting> {
    let contact = contact::by_id(conn, pass.contact).await?;
    let line = line(conn, app, &contact).await?;
    Ok(Waiting {
        take: format!("{}/take", contact::path(pass.contact)),
        who: line.who,
        about: line.about,
        passed: said(conn, app, &pass, me).await?,
        note: pass.note,
        lost: pass.lost,
    })
}

/// By whom it was passed on, or, to whoever did, to whom; and when.
pub(super) async fn said(conn: &mut Conn, app: &App, pass: &Pass, me: Id) -> Result<String> {
    let (key, name) = match &pass.to {
        _ if pass.sender != me => ("contact-passed-from", workforce::name_of(conn, pass.sender).await?),
        To::Colleague(id) => ("contact-passed-to", workforce::name_of(conn, *id).await?),
        To::Team(code) => ("contact-passed-to", workforce::team(conn, code).await?.map(|team| team.name)),
    };
    let (name, at) = (name.unwrap_or_default(), Lang::EN.date_time(pass.at));
    Ok(app.words.with(Lang::EN, key, &[("name", name.into()), ("at", at.into())]))
}

async fn line(conn: &mut Conn, app: &App, contact: &Contact) -> Result<Line> {
    let mut about = Vec::new();
    for question in contact::questions(conn, contact.id).await? {
        let service = super::service_name(app, &question.service)?;
        let outcome = question.outcome.filter(|_| !contact.is_open());
        let said = match outcome.map(Outcome::code) {
            Some(code) => format!("{service}: {}", app.words.get(Lang::EN, &format!("contact-outcome-{code}"))),
            None => service,
        };
        about.push((said, services::shortened(&question.words)));
    }
    let named = [contact.name.as_str(), contact.number.as_str()].into_iter().find(|text| !text.is_empty());
    Ok(Line {
        href: contact::path(contact.id),
        who: named.unwrap_or_else(|| app.t(Lang::EN, "contact-unknown")).to_owned(),
        began: Lang::EN.date_time(contact.began),
        channel: contact.channel.code(),
        about,
    })
}

/// When this day began.
fn midnight(now: Micros) -> Result<Micros> {
    let day = kit::lang::local(now).start_of_day().map_err(kit::Error::internal)?;
    Ok(day.timestamp().as_microsecond())
}
