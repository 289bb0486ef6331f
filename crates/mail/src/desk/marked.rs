//! `GET /desk/marked`: every message that is more than a message, what is due first first.

use super::frame;
use crate::desk::mark::kind_key;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::marks::{self, Mark};
use kit::clock::Micros;
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Lang, Result, looks};
use serde::Deserialize;
use services::{Catalogue, by_when_short};

/// Marks on one page.
const PAGE: usize = 25;

/// From where.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    after: String,
}

struct Line {
    href: String,
    kind: &'static str,
    /// The case's title, and its reference; empty where it is on none.
    title: String,
    reference: String,
    received: String,
    first: String,
    due: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "marked.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// Draws it; what it names is on record first.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let staff = who.staff()?;
    let takes = contact::check(&who, contact::Action::Take).is_ok();
    let after = place(&asked.after);
    let mut read = app.db.read().await?;
    let begin = (Micros::MIN, Id::NONE);
    let mut found = marks::due(&mut read, &app, staff, takes, after.unwrap_or(begin), PAGE + 1).await?;
    drop(read);
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    if !found.is_empty() {
        let shown: Vec<String> = found.iter().map(|(mark, ..)| mark.id.to_string()).collect();
        let query = serde_json::json!({ "shown": shown }).to_string();
        let mut tx = app.db.begin().await?;
        looks::record_query(&mut tx, &app, &who, "marked", Id::NONE, "marked", &query).await?;
        tx.commit().await?;
    }
    let frame = frame(&app, &who, "/desk/marked".to_owned(), "mail-desk-marked-title");
    let catalogue = app.part::<Catalogue>()?;
    let day = |at: Micros| if at == 0 { String::new() } else { by_when_short(catalogue.calendar(), at, Lang::EN) };
    let line = |(mark, reference, title): &(Mark, String, String)| Line {
        href: format!("/desk/marked/{}", mark.id),
        kind: kind_key(mark.kind),
        title: title.clone(),
        reference: reference.parse::<kit::Reference>().map(|one| one.grouped()).unwrap_or_default(),
        received: Lang::EN.short_date(mark.received),
        first: match mark.told_at {
            told if told > 0 && mark.first > 0 => frame.with("mail-desk-mark-told", "date", Lang::EN.short_date(told)),
            _ => day(mark.first),
        },
        due: day(mark.due),
        late: mark.due < app.now(),
    };
    let last = found.last().filter(|_| more);
    let drawn = ListPage {
        next: last.map(|(mark, ..)| format!("/desk/marked?after={}.{}", mark.due, mark.id)),
        first: after.map(|_| "/desk/marked".to_owned()),
        lines: found.iter().map(line).collect(),
        frame,
    };
    page::html(&drawn)
}

fn place(text: &str) -> Option<(Micros, Id)> {
    let (due, id) = text.split_once('.')?;
    Some((due.parse().ok()?, id.parse().ok()?))
}
