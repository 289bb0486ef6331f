//! `GET /desk/outages`: one's own reports; for those over others, who cannot work now, the figures, and what was reported.

use super::Over;
use super::model::{Figures, Kind, Outage, Tally, figures, week_of};
use super::show::{Line, times};
use crate::access::{self, Action};
use crate::admin::team_names;
use crate::door::frame;
use crate::model::Team;
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Lang, Result, link};
use std::collections::BTreeMap;

/// Weeks that are added up, with this one.
const WEEKS: Micros = 12;
/// Reports on one page, and of one's own.
const PAGE: usize = 50;
const OWN: usize = 20;
/// Reports that are added up, of everybody or of one team.
const MOST: usize = 20_000;

/// A line of a table of figures.
struct Counted {
    name: String,
    tally: Tally,
}

/// A table of figures.
struct Part {
    id: &'static str,
    /// Words keys.
    title: &'static str,
    of: &'static str,
    lines: Vec<Counted>,
}

/// What somebody over others sees.
struct Led {
    now: Vec<Line>,
    all: Tally,
    parts: [Part; 3],
    /// More than are added up.
    cut: bool,
    lines: Vec<Line>,
    older: Option<Id>,
}

#[derive(Template)]
#[template(path = "outages.html")]
struct Page {
    frame: Frame,
    at: String,
    own: Vec<Line>,
    led: Option<Led>,
}

impl Page {
    fn times(&self, line: &Line) -> String {
        times(&self.frame, line)
    }

    /// All of it in a sentence.
    fn sum(&self, led: &Led) -> String {
        let Tally { reports, open, untold, .. } = led.all;
        let head = self.frame.with2("workforce-outages-sum", ("reports", reports), ("minutes", led.all.minutes()));
        format!("{head} {}", self.frame.with2("workforce-outages-sum-rest", ("open", open), ("untold", untold)))
    }
}

/// The page.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    access::may(&who, Action::Own)?;
    let before = link::query(query.as_deref()).value("before").parse().unwrap_or(Id([0xff; 16]));
    let mut read = app.db.read().await?;
    let own = store::outages::of_staff(&mut read, who.staff()?.id, Id([0xff; 16]), OWN).await?;
    let own = own.iter().map(|outage| Line::of(outage, String::new(), String::new())).collect();
    let led = match Over::of(&who)? {
        Over::Nobody => None,
        over => Some(led(&mut read, &app, &over, before).await?),
    };
    drop(read);
    let frame = frame(&app, &who, "/desk/outages", "workforce-outages", false);
    html(&Page { frame, at: Lang::EN.time(app.now()), own, led })
}

async fn led(conn: &mut Conn, app: &App, over: &Over, before: Id) -> Result<Led> {
    let teams = store::teams(conn).await?;
    let from = week_of(app.now() - (WEEKS - 1) * 7 * DAY);
    let mut rows = Vec::new();
    let mut cut = false;
    for team in asked(over) {
        let some = store::outages::since(conn, team, from, MOST).await?;
        cut |= some.len() == MOST;
        rows.extend(some);
    }
    let of_whom = rows.iter().fold(BTreeMap::<Id, Vec<String>>::new(), |mut of_whom, (outage, team)| {
        of_whom.entry(outage.id).or_default().push(team.clone());
        of_whom
    });
    let Figures { all, kinds, weeks, teams: by_team, open } = figures(rows);
    let mut now = Vec::new();
    for outage in &open {
        let codes = of_whom.get(&outage.id).map(Vec::as_slice).unwrap_or_default();
        now.push(line(conn, outage, team_names(&teams, codes)).await?);
    }
    let mut found = reported(conn, over, before).await?;
    let older = (found.len() > PAGE).then(|| found[PAGE - 1].id);
    found.truncate(PAGE);
    let mut lines = Vec::new();
    for outage in &found {
        lines.push(line(conn, outage, String::new()).await?);
    }
    Ok(Led { now, all, parts: parts(app, &teams, (kinds, weeks, by_team)), cut, lines, older })
}

/// Which teams are asked for one by one; none for everybody at once.
fn asked(over: &Over) -> Vec<Option<&str>> {
    match over {
        Over::Teams(teams) => teams.iter().map(|team| Some(team.as_str())).collect(),
        Over::All => vec![None],
        Over::Nobody => Vec::new(),
    }
}

async fn reported(conn: &mut Conn, over: &Over, before: Id) -> Result<Vec<Outage>> {
    let mut found = Vec::new();
    for team in asked(over) {
        found.extend(match team {
            Some(team) => store::outages::of_team(conn, team, before, PAGE + 1).await?,
            None => store::outages::before(conn, before, PAGE + 1).await?,
        });
    }
    found.sort_by_key(|outage| std::cmp::Reverse(outage.id));
    found.dedup_by_key(|outage| outage.id);
    Ok(found)
}

async fn line(conn: &mut Conn, outage: &Outage, teams: String) -> Result<Line> {
    let name = store::name_of(conn, outage.staff).await?.unwrap_or_default();
    Ok(Line::of(outage, name, teams))
}

type Sums = (BTreeMap<Kind, Tally>, BTreeMap<Micros, Tally>, BTreeMap<String, Tally>);

fn parts(app: &App, teams: &[Team], (kinds, weeks, by_team): Sums) -> [Part; 3] {
    let t = |key: &str| app.t(Lang::EN, key).to_owned();
    let named =
        |code: String| if code.is_empty() { t("workforce-outages-no-team") } else { team_names(teams, &[code]) };
    let kinds = kinds.into_iter().map(|(kind, tally)| Counted { name: t(kind.words()), tally }).collect();
    // The last week first.
    let weeks =
        weeks.into_iter().rev().map(|(week, tally)| Counted { name: Lang::EN.short_date(week), tally }).collect();
    let by_team = by_team.into_iter().map(|(code, tally)| Counted { name: named(code), tally }).collect();
    [
        Part { id: "kind", title: "workforce-outages-by-kind", of: "workforce-outages-kind", lines: kinds },
        Part { id: "week", title: "workforce-outages-by-week", of: "workforce-outages-week", lines: weeks },
        Part { id: "team", title: "workforce-outages-by-team", of: "workforce-outages-team", lines: by_team },
    ]
}
