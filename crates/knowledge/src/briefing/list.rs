//! `GET /desk/briefings`: what was given, the last first.

use super::{is_for, path, sees_readers, stands};
use crate::access::{Action, can, may};
use crate::desk::{self, day};
use crate::library::name_of;
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use serde::Deserialize;

/// Briefings on one page.
const PAGE: usize = 50;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Those given before this one.
    before: String,
    /// What was just done.
    done: String,
}

struct Line {
    path: String,
    title: String,
    by: String,
    given: String,
    until: String,
    stands: bool,
    read: bool,
}

#[derive(Template)]
#[template(path = "briefings.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    older: Option<Id>,
    give: bool,
}

/// Draws it: those for whoever asks, and those whose readers they see.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    may(&who, Action::Read)?;
    let staff = who.staff()?;
    let mut read = app.db.read().await?;
    let before = asked.before.parse().unwrap_or(Id([0xff; 16]));
    let mut found = store::briefings::before(&mut read, before, PAGE + 1).await?;
    let older = (found.len() > PAGE).then(|| found[PAGE - 1].id);
    found.truncate(PAGE);
    let mut lines = Vec::new();
    for briefing in found {
        if !is_for(&briefing, staff) && !sees_readers(&briefing, &who)? {
            continue;
        }
        lines.push(Line {
            path: path(briefing.id),
            by: name_of(&mut read, briefing.author).await?,
            given: Lang::EN.short_date(briefing.made_at),
            until: day(briefing.until),
            stands: stands(&briefing, app.now()),
            read: store::briefings::has_read(&mut read, briefing.id, staff.id).await?.is_some(),
            title: briefing.title,
        });
    }
    drop(read);
    let frame = desk::frame(&app, &who, "/desk/briefings".into(), "knowledge-briefing-list");
    let notice = (asked.done == "read").then(|| frame.t("knowledge-done-read").to_owned());
    html(&ListPage { frame: frame.with_notice(notice), lines, older, give: can(&who, Action::Brief)? })
}
