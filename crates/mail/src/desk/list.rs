//! `GET /desk/mail`: what belongs nowhere yet, danger first, then what has waited longest; what was laid aside, and what
//! machines wrote. Below it what came by month.

use super::frame;
use crate::model::{Channel, Received, State as Became};
use crate::store;
use crate::store::received::{BEGIN, Place};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::Action;
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Lang, Result, looks};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Mails on one page.
const PAGE: usize = 25;
/// Months of figures.
const MONTHS: i16 = 3;
/// The lists.
const TABS: [Became; 3] = [Became::Waiting, Became::Aside, Became::Automatic];

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Which list.
    list: String,
    /// After this place.
    after: String,
    /// What was just done.
    done: String,
}

/// A mail as the list names it.
struct Line {
    href: String,
    subject: String,
    sender: String,
    name: String,
    when: String,
    channel: String,
    why: Option<String>,
    danger: bool,
    files: usize,
    /// Files that were not kept.
    left_out: usize,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct ListPage {
    frame: Frame,
    tabs: Vec<(&'static str, String, bool)>,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
    /// Month, way, what became of it as it came, how many.
    figures: Vec<(String, String, i64, i64, i64)>,
}

/// A page of a list.
#[derive(Debug)]
pub struct Listed {
    /// Which list.
    pub state: Became,
    /// What is on it.
    pub found: Vec<Received>,
    /// There is more after the last.
    pub more: bool,
}

/// The mails of a list after a place, for whoever takes contacts; whom it names is on record first.
pub async fn listed(app: &App, who: &Who, list: &str, after: &str, most: usize) -> Result<Listed> {
    contact::check(who, Action::Take)?;
    let state = Became::of(list).filter(|state| TABS.contains(state)).unwrap_or(Became::Waiting);
    let after = place(after).unwrap_or(BEGIN);
    let mut found = store::received::in_state(&mut *app.db.read().await?, state, after, most + 1).await?;
    let more = found.len() > most;
    found.truncate(most);
    let shown: Vec<String> = found.iter().map(|received| received.id.to_string()).collect();
    if !shown.is_empty() {
        let query = serde_json::json!({ "shown": shown }).to_string();
        let mut tx = app.db.begin().await?;
        looks::record_query(&mut tx, app, who, "mail", Id::NONE, "mail", &query).await?;
        tx.commit().await?;
    }
    Ok(Listed { state, found, more })
}

/// What an address says to go on after this one.
pub fn after_of(received: &Received) -> String {
    let (place, at, id) = received.place();
    format!("{place}.{at}.{id}")
}

/// Draws it.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let after = place(&asked.after);
    let Listed { state, found, more } = listed(&app, &who, &asked.list, &asked.after, PAGE).await?;
    let mut read = app.db.read().await?;
    let today = kit::lang::local(app.now()).date();
    let since = today.saturating_sub(jiff_months(MONTHS - 1)).strftime("%Y-%m").to_string();
    let counted = store::figures::since(&mut read, &since).await?;
    drop(read);
    let mut frame = frame(&app, &who, "/desk/mail".to_owned(), "mail-desk-title");
    let tab = |one: Became| (one.code(), frame.t(&format!("mail-desk-list-{}", one.code())).to_owned(), one == state);
    let tabs = TABS.map(tab).into();
    let address = |after: Option<&Received>| {
        let after = after.map(|received| format!("&after={}", after_of(received)));
        format!("/desk/mail?list={}{}", state.code(), after.unwrap_or_default())
    };
    let drawn = ListPage {
        tabs,
        next: found.last().filter(|_| more).map(|last| address(Some(last))),
        first: after.map(|_| address(None)),
        lines: found.iter().map(|received| line(&frame, received)).collect(),
        figures: figures(&frame, &counted),
        frame: {
            frame.notice = done(&asked.done).map(|key| frame.t(key).to_owned());
            frame
        },
    };
    page::html(&drawn)
}

fn done(done: &str) -> Option<&'static str> {
    match done {
        "aside" => Some("mail-desk-done-aside"),
        "placed" => Some("mail-desk-done-placed"),
        _ => None,
    }
}

fn place(text: &str) -> Option<Place> {
    let mut parts = text.split('.');
    let place = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(place)
}

fn line(frame: &Frame, received: &Received) -> Line {
    Line {
        href: crate::path(received.id),
        subject: Some(received.called())
            .filter(|called| !called.is_empty())
            .unwrap_or_else(|| frame.t("mail-desk-no-subject").to_owned()),
        sender: received.sender.clone(),
        name: received.sender_name.clone(),
        when: Lang::EN.date_time(received.received),
        channel: received.channel.words(),
        why: super::show::why(frame, received),
        danger: received.danger,
        files: received.with.files.len(),
        left_out: received.with.refused.len(),
    }
}

/// By month and way: how many found their case, how many waited, how many a machine wrote.
fn figures(frame: &Frame, counted: &[store::figures::Figure]) -> Vec<(String, String, i64, i64, i64)> {
    let mut rows: BTreeMap<(&str, &str), [i64; 3]> = BTreeMap::new();
    for figure in counted {
        let row = rows.entry((&figure.month, &figure.channel)).or_default();
        match Became::of(&figure.what) {
            Some(Became::Automatic) => row[2] += figure.number,
            Some(Became::Waiting) => row[1] += figure.number,
            _ => row[0] += figure.number,
        }
    }
    let row = |((month, channel), [found, waited, machine]): ((&str, &str), [i64; 3])| {
        let channel = Channel::of(channel).map(|channel| frame.t(&channel.words()).to_owned()).unwrap_or_default();
        (Lang::EN.month(month), channel, found, waited, machine)
    };
    rows.into_iter().rev().map(row).collect()
}

fn jiff_months(months: i16) -> jiff::Span {
    jiff::Span::new().months(months)
}
