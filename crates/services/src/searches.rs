//! GET /manage/searches: what residents searched for and did not find, week by week. POST marks one as dealt with.

use crate::access::{Action, may};
use crate::miss;
use crate::store::{self, misses::Miss};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use jiff::civil::{Date, Weekday};
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html, see};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// Searches of a week on one page.
const MOST: usize = 50;
/// Weeks kept, and offered.
pub(crate) const WEEKS: i64 = 12;

/// One week of searches.
struct Week {
    /// Its Monday: "2026-11-16".
    day: String,
    heading: String,
    misses: Vec<Line>,
    /// Where the rest of the week is.
    more: Option<String>,
}

/// One search.
struct Line {
    id: Id,
    /// Empty where it spoke of danger.
    words: String,
    language: &'static str,
    tag: String,
    times: i64,
    dealt: bool,
    revision: i64,
}

#[derive(Template)]
#[template(path = "searches.html")]
struct SearchesPage {
    frame: Frame,
    weeks: Vec<Week>,
    /// Earlier weeks: their Monday and their name.
    earlier: Vec<(String, String)>,
}

/// The page: this week and the last, or the week asked for.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    may(&who, Action::See)?;
    if let Err(cause) = miss::write_misses(&app).await {
        tracing::warn!(%cause, "the searches of the last minute are not on the page");
    }
    let frame = Frame::new(&app, &who, "/manage/searches", "services-manage-misses-title");
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    let this = miss::week(app.now());
    let all: Vec<Date> = (0..WEEKS).map(|ago| weeks_before(this, ago)).collect();
    let chosen = asked.value("week").parse().ok().filter(|week| all.contains(week));
    let shown = chosen.map_or_else(|| all[..2].to_vec(), |week| vec![week]);
    let after = chosen.and_then(|_| place(asked.value("after")));
    let mut weeks = Vec::new();
    let mut read = app.db.read().await?;
    for monday in shown {
        let day = monday.to_string();
        let mut misses = store::misses::of_week(&mut read, &day, after, MOST + 1).await?;
        let rest = misses.len() > MOST;
        misses.truncate(MOST);
        let last = misses.last().filter(|_| rest);
        weeks.push(Week {
            heading: frame.with("services-manage-misses-week", "day", frame.lang.civil(monday)),
            more: last.map(|last| format!("/manage/searches?week={day}&after={}.{}", last.times, last.id)),
            misses: misses.into_iter().map(line).collect(),
            day,
        });
    }
    drop(read);
    let earlier = all.iter().map(|week| (week.to_string(), frame.lang.civil(*week))).collect();
    html(&SearchesPage { frame, weeks, earlier })
}

/// Marks a search as dealt with, or takes the mark away, under a check of the revision the page showed.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    may(&who, Action::Deal)?;
    let id: Id = id.parse()?;
    let revision = form.trimmed("revision").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let mut tx = app.db.begin().await?;
    let known = store::misses::by_id(&mut tx, id).await?;
    let dealt = form.chose("dealt", "yes");
    // Where it stands so already, the button was pressed twice, or somebody else pressed it.
    if known.dealt != dealt {
        store::misses::deal(&mut tx, id, revision, dealt).await?;
    }
    tx.commit().await?;
    Ok(see(&format!("/manage/searches?week={}", known.week)))
}

fn line(miss: Miss) -> Line {
    let lang = Lang::of(&miss.lang).unwrap_or(Lang::EN);
    Line {
        id: miss.id,
        words: miss.words,
        language: lang.name,
        tag: miss.lang,
        times: miss.times,
        dealt: miss.dealt,
        revision: miss.revision,
    }
}

/// The Monday so many weeks before this one.
pub(crate) fn weeks_before(monday: Date, weeks: i64) -> Date {
    debug_assert_eq!(monday.weekday(), Weekday::Monday);
    monday.saturating_sub(jiff::Span::new().weeks(weeks))
}

/// Where a page of a week goes on: `times.id`.
fn place(after: &str) -> Option<(i64, Id)> {
    let (times, id) = after.split_once('.')?;
    Some((times.parse().ok()?, id.parse().ok()?))
}
