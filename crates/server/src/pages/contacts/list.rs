//! `GET /desk/contacts`: what I have open, and what I finished today, or before.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::{Action, Contact, Outcome};
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Lang, Result, looks};
use serde::Deserialize;
use services::Catalogue;

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

struct Line {
    href: String,
    who: String,
    began: String,
    channel: &'static str,
    about: Vec<String>,
}

#[derive(Template)]
#[template(path = "contacts.html")]
struct ListPage {
    frame: Frame,
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
    let staff = contact::check(&who, Action::Take)?.id;
    let all = asked.days == "all";
    let since = if all { Micros::MIN } else { midnight(app.now())? };
    let mut read = app.db.read().await?;
    let open = contact::open_of(&mut read, staff).await?;
    let before = asked.began.zip(asked.before);
    let mut found = contact::finished(&mut read, staff, before, since, PAGE + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let shown: Vec<String> = open.iter().chain(&found).map(|contact| contact.id.to_string()).collect();
    let mut drawn = ListPage {
        frame: Frame::new(&app, &who, "/desk/contacts", "contact-list-title"),
        open: Vec::new(),
        older: found.last().filter(|_| more).map(|oldest| (oldest.began, oldest.id)),
        finished: Vec::new(),
        all,
    };
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
    drawn.frame.notice = (asked.done == "finish").then(|| drawn.frame.t("contact-finished").to_owned());
    page::html(&drawn)
}

async fn line(conn: &mut Conn, app: &App, contact: &Contact) -> Result<Line> {
    let catalogue = app.part::<Catalogue>()?;
    let mut about = Vec::new();
    for question in contact::questions(conn, contact.id).await? {
        let service = catalogue.current(&question.service);
        let service = service.map_or_else(
            || app.t(Lang::EN, "contact-service-other").to_owned(),
            |found| found.name(Lang::EN).to_owned(),
        );
        let outcome = question.outcome.filter(|_| !contact.is_open());
        about.push(match outcome.map(Outcome::code) {
            Some(code) => format!("{service}: {}", app.words.get(Lang::EN, &format!("contact-outcome-{code}"))),
            None => service,
        });
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
