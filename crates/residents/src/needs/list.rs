//! `/desk/adjustments`: what people asked for and did not get, and how many need what.

use super::{Ask, Criteria};
use crate::access;
use crate::store::breaches::{self, Breach};
use crate::store::needs as store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::clock::DAY;
use kit::db::{Conn, Tx};
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{Id, Lang, Result, looks};
use serde::Deserialize;
use std::collections::HashMap;

/// Rows on one page.
const PAGE: usize = 25;
/// Counted over so long.
const YEAR: i64 = 365;

/// From where.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    before: Option<Id>,
}

/// One row.
struct Line {
    who: Option<(String, String)>,
    adjustment: String,
    how: String,
    reason: String,
    by: String,
    when: String,
}

#[derive(Template)]
#[template(path = "desk-adjustments.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    older: Option<Id>,
    /// Under each heading, what is counted and how many.
    counts: Vec<(String, Vec<(String, String)>)>,
}

/// GET `/desk/adjustments`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    access::may_find(&who)?;
    let who = Who { lang: Lang::EN, ..who };
    let frame = Frame::new(&app, &who, "/desk/adjustments", "residents-desk-adjustments");
    let mut tx = app.db.begin().await?;
    let mut found = breaches::newest(&mut tx, asked.before.unwrap_or(Id([0xff; 16])), PAGE + 1).await?;
    let older = (found.len() > PAGE).then(|| found[PAGE - 1].id);
    found.truncate(PAGE);
    for one in found.iter().filter_map(|one| one.resident) {
        looks::record(&mut tx, &app, &who, "resident", one, "adjustments").await?;
    }
    let lines = lines(&mut tx, &app, &frame, found).await?;
    let page = counted(&mut tx, &app, frame, lines, older).await?;
    tx.commit().await?;
    html(&page)
}

async fn lines(tx: &mut Tx, app: &App, frame: &Frame, found: Vec<Breach>) -> Result<Vec<Line>> {
    let mut names: HashMap<Id, String> = HashMap::new();
    let mut lines = Vec::new();
    for one in found {
        let by = match names.get(&one.staff) {
            Some(name) => name.clone(),
            None => {
                let staff = (app.staff)(tx, one.staff).await?;
                names.entry(one.staff).or_insert(staff.map(|staff| staff.name).unwrap_or_default()).clone()
            }
        };
        lines.push(Line {
            who: one.resident.map(|id| (crate::desk::path(id), one.name.unwrap_or_default())),
            adjustment: frame.t(&format!("residents-needs-may-{}", one.adjustment)).to_owned(),
            how: frame.t(&format!("residents-desk-needs-how-{}", one.how)).to_owned(),
            reason: one.reason,
            by,
            when: frame.date_time(&one.at),
        });
    }
    Ok(lines)
}

async fn counted(conn: &mut Conn, app: &App, frame: Frame, lines: Vec<Line>, older: Option<Id>) -> Result<Page> {
    let since = app.now() - YEAR * DAY;
    let criteria = app.part::<Criteria>()?;
    let number = |n: i64| frame.lang.number(n);
    let (mut broken, mut asked, mut barriers, mut offered) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for ask in Ask::ALL {
        let words = frame.t(&format!("residents-needs-may-{}", ask.code())).to_owned();
        broken.push((words.clone(), number(breaches::since(conn, ask.code(), since).await?)));
        asked.push((words, number(store::how_many(conn, false, ask.code()).await?)));
    }
    for one in criteria.barriers() {
        barriers.push((one.name(frame.lang).to_owned(), number(store::how_many(conn, true, &one.id).await?)));
    }
    for rule in criteria.rules() {
        offered.push((rule.name(frame.lang).to_owned(), number(store::how_many_by(conn, &rule.id).await?)));
    }
    let titled = |key: &str, counts| (frame.t(key).to_owned(), counts);
    let counts = vec![
        titled("residents-desk-adjustments-counted", broken),
        titled("residents-desk-adjustments-asks", asked),
        titled("residents-desk-adjustments-barriers", barriers),
        titled("residents-desk-adjustments-offered", offered),
    ];
    Ok(Page { frame, lines, older, counts })
}
