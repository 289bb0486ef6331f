//! The cases in the hands of other systems: what somebody has to look at, and of each system what it was handed, with how many it
//! has taken, refused, done and never answered.

use crate::access::{self, Part};
use crate::book;
use crate::desk::services_of;
use crate::handed::{self, Counts, State, Taker};
use crate::store::handed::{self as store, Line};
use askama::Template;
use axum::Extension;
use axum::extract::State as From;
use axum::response::Response;
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Result};
use serde::Deserialize;
use std::collections::HashMap;

/// Lines of one page.
const PAGE: usize = 25;
/// Before everything.
pub(crate) const BEGIN: (Micros, Id) = (Micros::MIN, Id::NONE);

/// Which list, and from where.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A system, by its webhook; none for what somebody has to look at.
    system: String,
    /// A state, of a system.
    state: String,
    after: String,
}

/// A case as the list shows it.
struct Row {
    href: String,
    title: String,
    service: String,
    reference: String,
    words: String,
}

/// A system with what it has had: the name of each column, where its cases stand, and how many they are.
struct System {
    href: String,
    name: String,
    /// Since when it takes no more cases, in words.
    ended: Option<String>,
    cells: Vec<(String, String, String)>,
}

/// The columns: what is counted, and the state of the cases it leads to.
const COLUMNS: [(&str, State); 6] = [
    ("asked", State::Asked),
    ("silent", State::Asked),
    ("accepted", State::Accepted),
    ("refused", State::Refused),
    ("done", State::Done),
    ("taken-back", State::TakenBack),
];

fn column(frame: &Frame, column: &str) -> String {
    frame.t(&format!("cases-handed-count-{column}")).to_owned()
}

fn system_of(frame: &Frame, taker: &Taker, counts: Counts) -> System {
    let href = format!("/desk/cases/handed?system={}", taker.id);
    let numbers = [counts.asked, counts.silent, counts.accepted, counts.refused, counts.done, counts.taken_back];
    let cell = |((name, state), n): ((&str, State), i64)| {
        let to = if n > 0 { format!("{href}&state={}", state.code()) } else { String::new() };
        (column(frame, name), to, frame.lang.number(n))
    };
    let cells = COLUMNS.into_iter().zip(numbers).map(cell).collect();
    let ended = (taker.ended > 0).then(|| frame.with("cases-handed-ended", "when", frame.date(&taker.ended)));
    System { name: taker.name.clone(), ended, cells, href }
}

#[derive(Template)]
#[template(path = "handed.html")]
struct HandedPage {
    frame: Frame,
    systems: Vec<System>,
    columns: Vec<String>,
    rows: Vec<Row>,
    /// What the list is of.
    heading: String,
    first: Option<String>,
    next: Option<String>,
}

/// Draws the list.
pub async fn get(From(app): From<App>, Extension(who): Extension<Who>, Query(asked): Query<Asked>) -> Result<Response> {
    let parts = access::parts(who.staff()?, &services_of(&app)?)?;
    let frame = Frame::new(&app, &who, "/desk/cases/handed", "cases-handed-title");
    let mut conn = app.db.read().await?;
    let system = asked.system.parse::<Id>().ok();
    let state = State::of(&asked.state).map_or("", State::code);
    let mut found = match system {
        Some(system) => {
            let before = asked.after.parse().unwrap_or(Id([0xff; 16]));
            newest(&mut conn, (system, state), &parts, before).await?
        }
        None => to_look_at(&mut conn, app.now(), &parts, place(&asked.after).unwrap_or(BEGIN), PAGE + 1).await?,
    };
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let (mut systems, mut names) = (Vec::new(), HashMap::new());
    for taker in handed::takers(&mut conn).await? {
        let counts = handed::counts(&mut conn, taker.id, app.now()).await?;
        systems.push(system_of(&frame, &taker, counts));
        names.insert(taker.id, (taker.name, taker.ended > 0));
    }
    drop(conn);
    let services: HashMap<String, String> = book::services(&app, frame.lang)?.into_iter().collect();
    let words = |line: &Line| {
        let known = names.get(&line.handed.system);
        let said = handed::state_words(&app, &frame, &line.handed, known.map_or("", |(name, _)| name.as_str()));
        match known {
            Some((_, true)) if line.handed.state.is_live() => format!("{said} {}", frame.t("cases-handed-left")),
            _ => said,
        }
    };
    let row = |line: &Line| Row {
        href: format!("/desk/cases/{}", line.reference),
        title: line.title.clone(),
        service: services.get(&line.service).unwrap_or(&line.service).clone(),
        reference: line.reference.grouped(),
        words: words(line),
    };
    let rows = found.iter().map(row).collect();
    let here = match system {
        Some(system) => format!("/desk/cases/handed?system={system}&state={state}"),
        None => "/desk/cases/handed?".to_owned(),
    };
    let end = |line: &Line| match system {
        Some(_) => line.handed.id.to_string(),
        None => format!("{}.{}", line.handed.look, line.handed.id),
    };
    let heading = match system.and_then(|system| names.get(&system)) {
        Some((name, _)) => frame.with("cases-handed-of", "name", name.as_str()),
        None => frame.t("cases-handed-look").to_owned(),
    };
    let next = found.last().filter(|_| more).map(|last| format!("{here}&after={}", end(last)));
    let first = (!asked.after.is_empty()).then_some(here);
    let columns = COLUMNS.map(|(name, _)| column(&frame, name)).to_vec();
    page::html(&HandedPage { frame, systems, columns, rows, heading, first, next })
}

fn place(text: &str) -> Option<(Micros, Id)> {
    let (look, id) = text.split_once('.')?;
    Some((look.parse().ok()?, id.parse().ok()?))
}

fn narrowed(part: &Part) -> (&str, &str) {
    match part {
        Part::Everything => ("", ""),
        Part::Team(team) => (team.as_str(), ""),
        Part::Service(service) => ("", service.as_str()),
    }
}

/// What has to be looked at in the stretches of cases somebody may see, a page of it.
pub(crate) async fn to_look_at(
    conn: &mut Conn,
    now: Micros,
    parts: &[Part],
    after: (Micros, Id),
    limit: usize,
) -> Result<Vec<Line>> {
    let mut found = Vec::new();
    for part in parts {
        found.extend(store::to_look_at(conn, now, after, narrowed(part), limit).await?);
    }
    found.sort_by_key(|line| (line.handed.look, line.handed.id));
    found.dedup_by_key(|line| line.handed.id);
    found.truncate(limit);
    Ok(found)
}

/// What a system was handed, the newest first.
async fn newest(conn: &mut Conn, asked: (Id, &str), parts: &[Part], before: Id) -> Result<Vec<Line>> {
    let mut found = Vec::new();
    for part in parts {
        found.extend(store::newest(conn, asked, before, narrowed(part), PAGE + 1).await?);
    }
    found.sort_by_key(|line| std::cmp::Reverse(line.handed.id));
    found.dedup_by_key(|line| line.handed.id);
    Ok(found)
}
