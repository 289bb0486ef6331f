//! `/desk/mail/originals`: passports and papers that came in a letter and go back, the longest here first; and
//! `/desk/mail/{id}/originals`: saying that a letter has some, and how they went back.

use super::{find, frame};
use crate::model::{How, Originals, Received};
use crate::{facts, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::Action;
use kit::clock::{DAY, Micros};
use kit::db::{Conn, Tx};
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, looks, read};
use serde::Deserialize;

/// Letters on one page of the list.
const PAGE: usize = 25;
/// Letters of a line.
pub(super) const LINE: usize = 200;
/// Whoever sent a passport misses it.
const LONG: Micros = 14 * DAY;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// After this place of the list.
    after: String,
    /// What was just done.
    done: String,
}

struct Line {
    /// Where it is; nothing for whoever may not see the case it is on.
    href: Option<String>,
    /// What it is and who sent it is told.
    told: bool,
    what: String,
    sender: String,
    since: String,
    long: bool,
}

#[derive(Template)]
#[template(path = "originals.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// Draws the list; whom it names is on record first. Two reads by key for each line.
pub(crate) async fn list(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    contact::check(&who, Action::Take)?;
    let after = place(&asked.after);
    let mut read = app.db.read().await?;
    let begin = (Micros::MIN, Id::NONE);
    let mut found = store::originals::waiting(&mut read, after.unwrap_or(begin), PAGE + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let frame = frame(&app, &who, "/desk/mail/originals".to_owned(), "mail-desk-originals-title");
    let (mut lines, mut shown) = (Vec::new(), Vec::new());
    for one in &found {
        let line = line(&mut read, &app, &who, &frame, one).await?;
        shown.extend(line.told.then(|| one.mail.to_string()));
        lines.push(line);
    }
    drop(read);
    if !shown.is_empty() {
        let query = serde_json::json!({ "shown": shown }).to_string();
        let mut tx = app.db.begin().await?;
        looks::record_query(&mut tx, &app, &who, "mail", Id::NONE, "mail", &query).await?;
        tx.commit().await?;
    }
    let last = found.last().filter(|_| more);
    let next = last.map(|one| format!("/desk/mail/originals?after={}.{}", one.received, one.mail));
    page::html(&ListPage { frame, lines, first: after.map(|_| "/desk/mail/originals".to_owned()), next })
}

async fn line(conn: &mut Conn, app: &App, who: &Who, frame: &Frame, one: &Originals) -> Result<Line> {
    let (since, long) = (Lang::EN.date(one.received), app.now() - one.received > LONG);
    let href = Some(format!("{}/originals", crate::path(one.mail)));
    let line = |href, what: &str| Line { href, told: false, what: what.to_owned(), sender: String::new(), since, long };
    match find(conn, app, who, &one.mail.to_string()).await {
        Ok(mail) => Ok(Line { told: true, sender: mail.sender, ..line(href, &one.what) }),
        // It leads to where the record is opened.
        Err(Error::First(_)) => Ok(line(href, frame.t("mail-desk-originals-on-record"))),
        Err(Error::NotFound | Error::Forbidden | Error::Refused(_)) => {
            Ok(line(None, frame.t("mail-desk-originals-elsewhere")))
        }
        Err(other) => Err(other),
    }
}

fn place(text: &str) -> Option<(Micros, Id)> {
    let (at, id) = text.split_once('.')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

#[derive(Template)]
#[template(path = "originals-one.html")]
struct OnePage {
    frame: Frame,
    form: Form,
    path: String,
    received: Received,
    originals: Option<Originals>,
    /// Since when they are here, or when and how they went, and who said so.
    stands: String,
}

impl OnePage {
    fn how(&self) -> Markup<'_> {
        let (form, frame) = (&self.form, &self.frame);
        let choice = |how: How| Choice::new(how.code(), frame.t(words(how)));
        let how = Radios::new("how", frame.t("mail-desk-originals-how")).choices(How::ALL.map(choice));
        how.value(form.value("how")).error(frame, form.error("how")).into()
    }
}

fn words(how: How) -> &'static str {
    match how {
        How::Post => "mail-desk-originals-post",
        How::Hand => "mail-desk-originals-hand",
    }
}

async fn draw(conn: &mut Conn, app: &App, who: &Who, received: Received, form: Form) -> Result<OnePage> {
    let frame = frame(app, who, format!("{}/originals", crate::path(received.id)), "mail-desk-originals-one");
    let frame = frame.with_error(!form.is_good());
    let originals = store::originals::of_mail(conn, received.id).await?;
    let stands = match &originals {
        None => String::new(),
        Some(one) => stands(conn, &frame, one).await?,
    };
    Ok(OnePage { path: crate::path(received.id), frame, form, received, originals, stands })
}

/// How it stands with them, in words.
pub(super) async fn stands(conn: &mut Conn, frame: &Frame, one: &Originals) -> Result<String> {
    let Some(how) = one.how else {
        return Ok(frame.with("mail-desk-originals-waits", "day", Lang::EN.date(one.received)));
    };
    let by = workforce::name_of(conn, one.staff).await?.unwrap_or_default();
    let went =
        frame.with2("mail-desk-originals-went", ("day", Lang::EN.date(one.returned_at)), ("how", frame.t(words(how))));
    Ok(format!("{went} ({by})"))
}

/// Draws one letter's and leaves the look.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let received = find(&mut tx, &app, &who, &id).await?;
    looks::record(&mut tx, &app, &who, "mail", received.id, "mail").await?;
    let mut drawn = draw(&mut tx, &app, &who, received, Form::empty()).await?;
    tx.commit().await?;
    drawn.frame.notice = match asked.done.as_str() {
        "kept" => Some(drawn.frame.t("mail-desk-originals-kept").to_owned()),
        "returned" => Some(drawn.frame.t("mail-desk-originals-returned").to_owned()),
        _ => None,
    };
    page::html(&drawn)
}

/// Keeps that there are some, or how they went back; said twice it is said once.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let received = find(&mut tx, &app, &who, &id).await?;
    let words = frame(&app, &who, String::new(), "mail-desk-originals-one");
    let done = match store::originals::of_mail(&mut tx, received.id).await? {
        None => match read::line(&words, &mut form, "what", "mail-desk-originals-what-empty", LINE) {
            Some(what) => keep(&mut tx, &app, &who, &received, &what).await.map(|()| Some("kept"))?,
            None => None,
        },
        Some(_) => {
            let how = read::choice(&words, &mut form, "how", "mail-desk-originals-how-empty", How::of);
            let note = read::line(&words, &mut form, "note", "mail-desk-originals-note-empty", LINE);
            match how.zip(note) {
                Some((how, note)) => {
                    returned(&mut tx, &app, &who, &received, how, &note).await.map(|()| Some("returned"))?
                }
                None => None,
            }
        }
    };
    let Some(done) = done else {
        return page::invalid(&draw(&mut tx, &app, &who, received, form).await?);
    };
    tx.commit().await?;
    Ok(page::see(&format!("{}/originals?done={done}", crate::path(received.id))))
}

/// Keeps that a letter has some.
pub(super) async fn keep(tx: &mut Tx, app: &App, who: &Who, received: &Received, what: &str) -> Result<()> {
    let staff = who.staff()?.id;
    if store::originals::insert(tx, received.id, what, received.received, staff).await? {
        record(tx, app, who, received, "mail.originals").await?;
    }
    Ok(())
}

async fn returned(tx: &mut Tx, app: &App, who: &Who, received: &Received, how: How, note: &str) -> Result<()> {
    if store::originals::returned(tx, received.id, app.now(), how, note, who.staff()?.id).await? {
        record(tx, app, who, received, "mail.returned").await?;
    }
    Ok(())
}

async fn record(tx: &mut Tx, app: &App, who: &Who, received: &Received, kind: &'static str) -> Result<()> {
    let fact = facts::about(kind, who, received);
    let fact = match received.resident {
        Some(resident) => fact.about("resident", resident),
        None => fact,
    };
    kit::facts::record(tx, app, fact).await.map(drop)
}
