//! `GET /desk/sites/{site}`: who waits and how long, who is called, which desks are open, what became of today, and what the next hour
//! will be like.

use super::foresee::{Range, ahead};
use super::today::Today;
use crate::Tongues;
use crate::access::{Action, check};
use crate::line::{Line, business, in_turn};
use crate::model::{State as Stands, Visit};
use crate::site::{Site, Sites, day_of};
use crate::store::desks::{self, OpenDesk};
use crate::store::visits;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::{MINUTE, Micros};
use kit::extract::Path;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Lang, Result};

/// A desk that is open.
struct Open {
    desk: String,
    /// What people are called to it for.
    does: String,
    /// What goes on there now.
    now: String,
}

/// How long somebody would wait for one business.
struct Ahead {
    business: String,
    moments: Vec<String>,
}

#[derive(Template)]
#[template(path = "lead.html")]
struct Page {
    frame: Frame,
    site: String,
    called: String,
    /// Within how many minutes people are to be seen, as it is published.
    within: i64,
    waiting: Vec<Line>,
    /// The ticket that waits longest, and for how many minutes.
    longest: Option<(String, i64)>,
    /// How many wait longer than is published.
    past: usize,
    /// Who is called and on the way, and for how long.
    on_the_way: Vec<String>,
    open: Vec<Open>,
    /// Desks nobody sits at.
    shut: Vec<String>,
    ahead: Vec<Ahead>,
    today: Today,
}

impl Page {
    fn since(&self, line: &Line) -> String {
        let minutes = self.frame.with("queue-desk-minutes", "count", line.minutes);
        self.frame.with2("queue-staff-floor-since", ("time", line.since.as_str()), ("waited", minutes.as_str()))
    }

    fn is_past(&self, line: &Line) -> bool {
        line.minutes >= self.within
    }

    fn past_words(&self) -> String {
        self.frame.with("queue-desk-lead-past", "count", self.within)
    }

    /// How many wait longer than is published, in words; nothing where nobody does.
    fn past_of(&self) -> Option<String> {
        let many = ("many", self.past as i64);
        (self.past > 0).then(|| self.frame.with2("queue-desk-lead-past-of", many, ("count", self.within)))
    }

    /// How many of today left without being seen, and how.
    fn gone(&self) -> String {
        let Today { turned_away, gave_up, missed, .. } = self.today;
        let said = [
            self.frame.with("queue-desk-lead-turned-away", "count", turned_away),
            self.frame.with("queue-desk-lead-gave-up", "count", gave_up),
            self.frame.with("queue-desk-lead-missed", "count", missed),
        ];
        said.join(" ")
    }

    fn longest_words(&self) -> Option<String> {
        let (ticket, minutes) = self.longest.as_ref()?;
        let minutes = self.frame.with("queue-desk-minutes", "count", *minutes);
        Some(format!("{ticket}, {minutes}"))
    }

    fn in_time(&self) -> String {
        let seen = ("seen", self.today.seen as i64);
        let words = self.frame.with2("queue-desk-lead-seen-of", seen, ("came", self.today.came as i64));
        match (self.today.in_time * 100).checked_div(self.today.seen) {
            Some(share) => {
                let share = ("share", share as i64);
                format!("{words} {}", self.frame.with2("queue-desk-lead-in-time", share, ("count", self.within)))
            }
            None => words,
        }
    }
}

/// Draws it.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(site): Path<String>) -> Result<Response> {
    check(&who, Action::Lead)?;
    let site = app.part::<Sites>()?.get(&site)?;
    let (now, tongues) = (app.now(), app.part::<Tongues>()?);
    let mut read = app.db.read().await?;
    let around = visits::live(&mut read, &site.id).await?;
    let open = desks::at(&mut read, &site.id).await?;
    let today = visits::of_day(&mut read, &site.id, day_of(now)).await?;
    // Whose initials they are is for those who see people.
    let sees = check(&who, Action::Serve).is_ok();
    let line = |visit: &Visit| {
        let line = Line::of(site, tongues, now, visit);
        if sees { line } else { Line { initials: String::new(), ..line } }
    };
    let waiting: Vec<Line> = in_turn(&mut read, site).await?.iter().map(line).collect();
    drop(read);
    let frame = Frame::new(&app, &who, format!("/desk/sites/{}", site.id), "queue-desk-lead-title");
    let ahead = ahead(site, &open, (&around, &today), now).into_iter();
    let longest = waiting.iter().max_by_key(|line| line.minutes);
    let nobody_at = |desk: &&crate::Desk| !open.iter().any(|one| one.desk == desk.id);
    html(&Page {
        site: site.id.clone(),
        called: site.called(Lang::EN.tag).to_owned(),
        within: site.seen_within,
        longest: longest.map(|line| (line.ticket.clone(), line.minutes)),
        past: waiting.iter().filter(|line| line.minutes >= site.seen_within).count(),
        on_the_way: around.iter().filter(|visit| visit.state == Stands::Called).map(|v| called(&frame, v)).collect(),
        open: open.iter().map(|desk| at_desk(&frame, site, desk, &around, now)).collect(),
        shut: site.desks.iter().filter(nobody_at).map(|desk| desk.id.clone()).collect(),
        ahead: ahead.map(|(id, moments)| foreseen(&frame, site, &id, &moments)).collect(),
        today: Today::of(&today, site.seen_within),
        waiting,
        frame,
    })
}

/// Somebody on the way to a desk.
fn called(frame: &Frame, visit: &Visit) -> String {
    let times = frame.with2("queue-desk-calls", ("count", visit.calls), ("time", Lang::EN.time(visit.called)));
    let desk = frame.with("queue-desk-at", "desk", visit.desk.as_str());
    format!("{}, {desk}. {times}", visit.ticket)
}

fn at_desk(frame: &Frame, site: &Site, desk: &OpenDesk, around: &[Visit], now: Micros) -> Open {
    let does = site.desk(&desk.desk).map(|desk| desk.business.as_slice()).unwrap_or_default();
    let does: Vec<String> = does.iter().map(|id| business(site, id)).collect();
    let at_it = around.iter().find(|visit| Some(visit.id) == desk.visit);
    let now = match (at_it, desk.paused) {
        (Some(visit), _) if visit.state == Stands::Serving => {
            let minutes = frame.with("queue-desk-minutes", "count", (now - visit.called).max(0) / MINUTE);
            frame.with2("queue-desk-lead-with", ("ticket", visit.ticket.as_str()), ("time", minutes.as_str()))
        }
        (Some(visit), _) => frame.with("queue-desk-lead-called", "ticket", visit.ticket.as_str()),
        (None, Some(since)) => frame.with("queue-desk-lead-break", "time", Lang::EN.time(since)),
        (None, None) => frame.t("queue-desk-lead-free").to_owned(),
    };
    Open { desk: desk.desk.clone(), does: does.join(", "), now }
}

fn foreseen(frame: &Frame, site: &Site, id: &str, moments: &[(Micros, Range)]) -> Ahead {
    let words = |(at, range): &(Micros, Range)| {
        let range = match *range {
            None => frame.t("queue-desk-lead-nobody").to_owned(),
            Some((0, high)) => frame.with("queue-desk-lead-most", "count", high),
            Some((low, high)) => frame.with2("queue-desk-lead-range", ("low", low), ("high", high)),
        };
        frame.with2("queue-desk-lead-coming", ("time", Lang::EN.time(*at)), ("range", range))
    };
    Ahead { business: business(site, id), moments: moments.iter().map(words).collect() }
}
