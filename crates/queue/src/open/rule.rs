//! `GET /open/queue/{site}`: who is called before whom, and everything else the site's data promises, in words and numbers.

use crate::rule::Rule;
use crate::site::{DAYS, Site, Sites, named};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Lang, Result};

/// What the weekdays are called, Monday first.
const WEEKDAYS: [&str; 7] = [
    "queue-day-mon",
    "queue-day-tue",
    "queue-day-wed",
    "queue-day-thu",
    "queue-day-fri",
    "queue-day-sat",
    "queue-day-sun",
];

/// A desk, and what is done there.
struct Seat {
    room: bool,
    number: String,
    business: Vec<String>,
    step_free: bool,
}

#[derive(Template)]
#[template(path = "open_rule.html")]
struct Page {
    frame: Frame,
    rule: Rule,
    seen_within: i64,
    /// A need, and what it is worth in minutes.
    needs: Vec<(String, i64)>,
    /// A weekday, and its hours.
    opening: Vec<(String, Option<(String, String)>)>,
    seats: Vec<Seat>,
    /// A partner, and its weekdays.
    partners: Vec<(String, Vec<String>)>,
}

impl Page {
    fn counted(&self, key: &str, count: &i64) -> String {
        self.frame.with(key, "count", *count)
    }

    fn bound(&self) -> String {
        self.frame.with("queue-rule-bound", "count", self.rule.places)
    }

    fn seat(&self, seat: &Seat) -> String {
        let key = if seat.room { "queue-board-room" } else { "queue-board-desk" };
        format!("{} {}", self.frame.t(key), seat.number)
    }
}

/// Draws it.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(site): Path<String>) -> Result<Response> {
    let site = app.part::<Sites>()?.get(&site)?;
    html(&page(&app, &who, site))
}

fn page(app: &App, who: &Who, site: &Site) -> Page {
    let lang = who.lang;
    let title = app.words.with(lang, "queue-rule-title", &[("site", site.called(lang.tag).into())]);
    let seat = |desk: &crate::Desk| Seat {
        room: desk.room,
        number: desk.number().to_owned(),
        business: desk
            .business
            .iter()
            .filter_map(|id| site.business(id))
            .map(|one| named(&one.name, lang.tag).to_owned())
            .collect(),
        step_free: desk.step_free,
    };
    let days = |partner: &crate::Partner| {
        let there = DAYS.iter().enumerate().filter(|(_, day)| partner.days.iter().any(|one| one == *day));
        there.map(|(place, _)| app.t(lang, WEEKDAYS[place]).to_owned()).collect()
    };
    Page {
        frame: Frame::titled(app, who, format!("/open/queue/{}", site.id), title),
        seen_within: site.seen_within,
        needs: site.rule.needs.iter().map(|need| (named(&need.name, lang.tag).to_owned(), need.minutes)).collect(),
        rule: site.rule.clone(),
        opening: opening(app, site, lang),
        seats: site.desks.iter().map(seat).collect(),
        partners: site.partners.iter().map(|one| (named(&one.name, lang.tag).to_owned(), days(one))).collect(),
    }
}

fn opening(app: &App, site: &Site, lang: Lang) -> Vec<(String, Option<(String, String)>)> {
    let time = |time: calendar::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    let days = site.week().into_iter().enumerate();
    days.map(|(place, hours)| {
        let hours = hours.map(|hours| (time(hours.open()), time(hours.close())));
        (app.t(lang, WEEKDAYS[place]).to_owned(), hours)
    })
    .collect()
}
