//! `/desk/outages/{id}`: one report; its reporter says more about it.

use super::model::{Ended, Kind, Outage};
use super::{Seen, WORDS, fact, found, own, path};
use crate::door::{frame, t};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::clock::MINUTE;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Radios};
use kit::who::Who;
use kit::{App, Lang, Result, link, read};

/// A report in words.
pub(super) struct Line {
    pub path: String,
    pub name: String,
    pub teams: String,
    pub kind: &'static str,
    pub day: String,
    pub since: String,
    /// When it ended, where that was told.
    pub until: Option<String>,
    pub minutes: Option<i64>,
    /// A words key.
    pub ended: &'static str,
    pub page: String,
    pub words: String,
    pub done: String,
}

impl Line {
    pub fn of(outage: &Outage, name: String, teams: String) -> Line {
        Line {
            path: path(outage.id),
            kind: outage.kind.words(),
            day: Lang::EN.short_date(outage.from),
            since: Lang::EN.time(outage.from),
            until: outage.lost().map(|_| Lang::EN.time(outage.until)),
            minutes: outage.lost().map(|lost| lost / MINUTE),
            ended: match outage.ended {
                Ended::Not => "workforce-outages-lasts",
                Ended::Told => "workforce-outages-told",
                Ended::Afterwards => "workforce-outages-told-later",
                Ended::Untold => "workforce-outages-untold",
            },
            page: outage.page.clone(),
            words: outage.words.clone(),
            done: outage.done.clone(),
            name,
            teams,
        }
    }
}

#[derive(Template)]
#[template(path = "outage.html")]
struct Page {
    frame: Frame,
    form: Form,
    line: Line,
    revision: i64,
    mine: bool,
    leads: bool,
    lasts: bool,
    can_be_told: bool,
    done_by: Option<String>,
}

impl Page {
    fn kinds(&self) -> Choices<'_> {
        ask_kind(&self.frame, &self.form)
    }

    fn times(&self) -> String {
        times(&self.frame, &self.line)
    }
}

/// From when until when, and how long that was, as far as it was told.
pub(super) fn times(frame: &Frame, line: &Line) -> String {
    match (&line.until, line.minutes) {
        (Some(until), Some(minutes)) => {
            let times =
                frame.with2("workforce-outages-times", ("from", line.since.as_str()), ("until", until.as_str()));
            format!("{times}, {}", frame.with(line.ended, "minutes", minutes))
        }
        _ => format!(
            "{}: {}",
            frame.with("workforce-outages-from-time", "from", line.since.as_str()),
            frame.t(line.ended)
        ),
    }
}

/// The question what it is.
pub(super) fn ask_kind<'a>(frame: &'a Frame, form: &'a Form) -> Choices<'a> {
    let choice = |kind: Kind| Choice::new(kind.code(), frame.t(kind.words()));
    Radios::new("kind", frame.t("workforce-outages-what"))
        .choices(Kind::ALL.map(choice))
        .value(form.value("kind"))
        .error(frame, form.error("kind"))
}

async fn page(conn: &mut Conn, app: &App, who: &Who, seen: Seen, form: Form) -> Result<Page> {
    let Seen { outage, mine, leads, teams } = seen;
    let name = store::name_of(conn, outage.staff).await?.unwrap_or_default();
    let known = store::teams(conn).await?;
    let teams = crate::admin::team_names(&known, &teams);
    let by = if outage.done.is_empty() { None } else { store::name_of(conn, outage.done_by).await? };
    let held = [("kind", outage.kind.code()), ("words", &outage.words), ("done", &outage.done)];
    // What was typed stays; a form of this page that was not sent is filled with what is held.
    let form = held.into_iter().fold(form, |form, (name, value)| {
        if form.fields().iter().any(|(other, _)| other == name) { form } else { form.fill(name, value) }
    });
    Ok(Page {
        frame: frame(app, who, path(outage.id), "workforce-outages-one", !form.is_good()),
        revision: outage.revision,
        lasts: outage.ended == Ended::Not,
        can_be_told: mine && outage.can_be_told(app.now()),
        done_by: by.map(|by| format!("{by}, {}", Lang::EN.date_time(outage.done_at))),
        line: Line::of(&outage, name, teams),
        form,
        mine,
        leads,
    })
}

/// The same page with what has to be put right.
pub(super) async fn again(conn: &mut Conn, app: &App, who: &Who, seen: Seen, form: Form) -> Result<Response> {
    invalid(&page(conn, app, who, seen, form).await?)
}

/// GET.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let seen = found(&mut read, &who, &id).await?;
    let mut page = page(&mut read, &app, &who, seen, Form::empty()).await?;
    page.frame.notice = match link::query(query.as_deref()).value("done") {
        "said" => Some(t(&app, "workforce-outages-said").to_owned()),
        "ended" => Some(t(&app, "workforce-outages-over").to_owned()),
        "dealt" => Some(t(&app, "workforce-outages-dealt").to_owned()),
        _ => None,
    };
    html(&page)
}

/// POST: what it is, and a line about it, by its reporter.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut seen = own(&mut tx, &who, &id).await?;
    let frame = frame(&app, &who, path(seen.outage.id), "workforce-outages-one", false);
    let kind = read::choice(&frame, &mut form, "kind", "workforce-outages-what-empty", Kind::of);
    let words = read::line_if_any(&frame, &mut form, "words", WORDS);
    let (Some(kind), Some(words)) = (kind, words) else { return again(&mut tx, &app, &who, seen, form).await };
    let outage = &mut seen.outage;
    if (outage.kind, &outage.words) != (kind, &words) {
        if form.value("revision") != outage.revision.to_string() {
            form.refuse("words", t(&app, "workforce-outages-changed"));
            return again(&mut tx, &app, &who, seen, form).await;
        }
        (outage.kind, outage.words) = (kind, words);
        store::outages::save(&mut tx, outage).await?;
        facts::record(&mut tx, &app, fact("outage.described", &who, outage)).await?;
        tx.commit().await?;
    }
    Ok(see(&format!("{}?done=said", path(seen.outage.id))))
}
