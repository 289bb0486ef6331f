//! `GET /open/promises`: what is promised, what is kept, how long it takes; and the same as data.

use crate::kept::measure::{FEW, Measured, Share, Took, published};
use crate::kept::published::{Line, Published, gather};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use kit::page::{self, Frame};
use kit::ui::{Cell, Table};
use kit::who::Who;
use kit::{App, Result};
use serde::Serialize;

/// A service in the picture.
struct Bar {
    id: String,
    name: String,
    online: bool,
    /// What is promised, in words.
    promise: Option<String>,
    /// "86%" and "from 82% to 89%"; `None` when there are too few to publish.
    kept: Option<(String, String)>,
    /// The same in tenths of a percent, for drawing.
    drawn: Option<Drawn>,
}

/// A bar and the range upon it, in tenths of a percent.
struct Drawn {
    percent: i64,
    low: i64,
    width: i64,
}

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage<'a> {
    frame: Frame,
    period: String,
    headline: Option<String>,
    bars: Vec<Bar>,
    table: Table<'a>,
    notes: Vec<String>,
}

/// The page.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let found = gather(&app).await?;
    let frame = Frame::new(&app, &who, "/open/promises", "cases-kept-title");
    let (from, until) = (frame.lang.civil(found.period.from), frame.lang.civil(found.period.until));
    let page = KeptPage {
        period: frame.with2("cases-kept-period", ("from", from), ("until", until)),
        headline: headline(&frame, &found.all),
        bars: found.lines.iter().map(|line| bar(&frame, line)).collect(),
        table: table(&frame, &found),
        notes: notes(&frame, &found.all),
        frame,
    };
    page::html(&page)
}

fn headline(frame: &Frame, all: &Measured) -> Option<String> {
    let share = all.share()?;
    let due = frame.lang.number(all.due());
    Some(frame.with2("cases-kept-headline", ("percent", percent(share.percent)), ("promises", due)))
}

fn name(frame: &Frame, line: &Line) -> String {
    line.definition.as_ref().map_or_else(|| line.service.clone(), |service| service.name(frame.lang).to_owned())
}

fn bar(frame: &Frame, line: &Line) -> Bar {
    let share = line.figures.share();
    let range = |share: &Share| {
        let (low, high) = (percent(share.low.floor()), percent(share.high.ceil()));
        frame.with2("cases-kept-range", ("low", low), ("high", high))
    };
    let tenths = |percent: f64| (percent * 10.0).round() as i64;
    Bar {
        id: line.service.clone(),
        name: name(frame, line),
        online: line.definition.as_ref().is_some_and(|service| service.state == services::State::Online),
        promise: line.definition.as_ref().and_then(|service| services::promise_in_words(frame, service)),
        kept: share.as_ref().map(|share| (percent(share.percent), range(share))),
        drawn: share.map(|share| Drawn {
            percent: tenths(share.percent),
            low: tenths(share.low),
            width: tenths(share.high) - tenths(share.low),
        }),
    }
}

/// "86%". Only all of them are 100%, and only none 0%.
fn percent(share: f64) -> String {
    let whole = match share.round() as i64 {
        100 if share < 100.0 => 99,
        0 if share > 0.0 => 1,
        whole => whole,
    };
    format!("{whole}%")
}

fn table<'a>(frame: &Frame, found: &Published) -> Table<'a> {
    let head = |key: &str| Cell::numeric(frame.t(key).to_owned());
    let mut table = Table::new(frame.t("cases-kept-table").to_owned()).first_is_header().scrolls().head([
        Cell::new(frame.t("cases-kept-service").to_owned()),
        head("cases-kept-requests"),
        head("cases-kept-share"),
        head("cases-kept-half"),
        head("cases-kept-nine"),
        head("cases-kept-moved"),
        head("cases-kept-late-now"),
    ]);
    for line in &found.lines {
        table = table.row(row(frame, name(frame, line), &line.figures));
    }
    table.row(row(frame, frame.t("cases-kept-all").to_owned(), &found.all))
}

fn row<'a>(frame: &Frame, name: String, figures: &Measured) -> [Cell<'a>; 7] {
    let few = || frame.t("cases-kept-few").to_owned();
    let number = |number: i64| Cell::numeric(published(number).map_or_else(few, |number| frame.lang.number(number)));
    let too_few = |due: i64| if due == 0 { "–".to_owned() } else { few() };
    let took = |took: Option<Took>| {
        Cell::numeric(match took {
            Some(Took::Days(0)) => frame.t("cases-kept-same-day").to_owned(),
            Some(Took::Days(days)) => frame.lang.number(days),
            Some(Took::Longer) => frame.t("cases-kept-longer").to_owned(),
            Some(Took::NotYet) => frame.t("cases-kept-not-yet").to_owned(),
            None => too_few(figures.due()),
        })
    };
    let share = figures.share().map_or_else(|| too_few(figures.due()), |share| percent(share.percent));
    [
        Cell::new(name),
        number(figures.received),
        Cell::numeric(share),
        took(figures.half()),
        took(figures.nine_in_ten()),
        number(figures.moved),
        number(figures.late_now),
    ]
}

/// How it is counted.
fn notes(frame: &Frame, all: &Measured) -> Vec<String> {
    let keys = ["first", "open", "again", "stopped", "days", "range", "few"];
    let mut notes: Vec<String> = keys.iter().map(|key| frame.t(&format!("cases-kept-note-{key}")).to_owned()).collect();
    if all.undated > 0 {
        let number =
            published(all.undated).map_or_else(|| frame.t("cases-kept-few").to_owned(), |n| frame.lang.number(n));
        notes.push(frame.with("cases-kept-note-undated", "number", number));
    }
    notes
}

/// The figures as data; `null` where a number is too small to publish or there is none.
#[derive(Serialize)]
struct Data {
    /// First and last day of the period.
    from: String,
    until: String,
    /// Counts above none and below this are `null`.
    smallest_count: i64,
    services: Vec<ServiceData>,
}

#[derive(Serialize)]
struct ServiceData {
    service: String,
    name: String,
    promise: Option<String>,
    requests: Option<i64>,
    withdrawn_or_passed_on: Option<i64>,
    promises_due: Option<i64>,
    kept_percent: Option<f64>,
    kept_percent_low: Option<f64>,
    kept_percent_high: Option<f64>,
    half_done_within_working_days: Option<i64>,
    nine_in_ten_done_within_working_days: Option<i64>,
    given_a_later_date: Option<i64>,
    late_and_open_now: Option<i64>,
    undated_from_other_systems: Option<i64>,
}

/// The same figures as data.
pub(crate) async fn data(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let found = gather(&app).await?;
    let frame = Frame::new(&app, &who, "/open/promises.json", "cases-kept-title");
    let services = found.lines.iter().map(|line| service_data(&frame, line)).collect();
    let (from, until) = (found.period.from.to_string(), found.period.until.to_string());
    let mut answer = Json(Data { from, until, smallest_count: FEW, services }).into_response();
    // Anybody may use the data from pages of their own.
    answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(answer)
}

fn service_data(frame: &Frame, line: &Line) -> ServiceData {
    let figures = &line.figures;
    let share = figures.share();
    let tenth = |percent: fn(&Share) -> f64| share.as_ref().map(|share| (percent(share) * 10.0).round() / 10.0);
    let days = |took: Option<Took>| match took {
        Some(Took::Days(days)) => Some(days),
        Some(Took::Longer | Took::NotYet) | None => None,
    };
    ServiceData {
        service: line.service.clone(),
        name: name(frame, line),
        promise: line.definition.as_ref().and_then(|service| services::promise_in_words(frame, service)),
        requests: published(figures.received),
        withdrawn_or_passed_on: published(figures.stopped),
        promises_due: published(figures.due()),
        kept_percent: tenth(|share| share.percent),
        kept_percent_low: tenth(|share| share.low),
        kept_percent_high: tenth(|share| share.high),
        half_done_within_working_days: days(figures.half()),
        nine_in_ten_done_within_working_days: days(figures.nine_in_ten()),
        given_a_later_date: published(figures.moved),
        late_and_open_now: published(figures.late_now),
        undated_from_other_systems: published(figures.undated),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn only_all_are_a_hundred_percent() {
        assert_eq!([100.0, 99.8, 99.4, 86.5, 0.2, 0.0].map(percent), ["100%", "99%", "99%", "87%", "1%", "0%"]);
    }
}
