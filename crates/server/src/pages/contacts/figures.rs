//! `GET /desk/contacts/figures`: what became of what people asked: resolved at first contact, passed on, asked again; by service.

use super::service_name;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::{Became, Day};
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Result};
use serde::Deserialize;

/// The periods that are offered, in months up to today.
const PERIODS: [i8; 3] = [1, 3, 12];

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// How many months; twelve where it says none that is offered.
    months: String,
}

/// A line of a table: its name, and what stands in each column; the bar in hundredths, where there is a share to draw.
struct Line {
    name: String,
    cells: Vec<String>,
    bar: Option<i64>,
}

/// One table.
struct Part {
    id: &'static str,
    title: String,
    of: String,
    columns: Vec<String>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "contacts-figures.html")]
struct FiguresPage {
    frame: Frame,
    /// The periods: address, words, and whether it is this one.
    periods: Vec<(String, String, bool)>,
    period: String,
    /// What is to be said first; nothing where nobody got in touch.
    headline: Option<[String; 3]>,
    resolved: Vec<Part>,
    passed: Option<Part>,
    again: Option<Part>,
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    who.staff()?;
    let frame = Frame::new(&app, &who, "/desk/contacts/figures", "contact-became-title");
    let months = PERIODS.into_iter().find(|months| months.to_string() == asked.months).unwrap_or(12);
    let today = kit::lang::local(app.now()).date();
    let since = today.checked_sub(jiff::Span::new().months(months)).map_err(Error::internal)?;
    let days = app.db.read_long(async move |conn| contact::became_since(conn, since).await).await?;
    let by_service = contact::became_by(&days, today, |day: &Day| day.service.clone())?;
    let by_service = by_service.into_iter().map(|(id, sum)| Ok((service_name(&app, &id)?, sum)));
    let by_service: Vec<(String, Became)> = by_service.collect::<Result<_>>()?;
    let channel = |day: &Day| frame.t(&format!("contact-channel-{}", day.channel)).to_owned();
    let by_channel = contact::became_by(&days, today, channel)?;
    let all = contact::became_by(&days, today, |_| ())?.pop().map(|(_, sum)| sum);
    let (from, until) = (frame.lang.civil(since), frame.lang.civil(today));
    let offered = PERIODS.map(|of| (path(of), frame.with("contact-became-months", "n", i64::from(of)), of == months));
    page::html(&FiguresPage {
        periods: offered.to_vec(),
        period: frame.with2("contact-became-period", ("from", from), ("until", until)),
        headline: all.map(|all| headline(&app, &frame, &all)),
        resolved: match all {
            Some(_) => vec![resolved(&frame, "service", by_service.clone()), resolved(&frame, "channel", by_channel)],
            None => Vec::new(),
        },
        passed: all.map(|_| passed(&frame, by_service.clone())),
        again: all.map(|_| again(&frame, by_service)),
        frame,
    })
}

fn path(months: i8) -> String {
    format!("/desk/contacts/figures?months={months}")
}

/// How much of the whole, in hundredths; nothing of nothing.
fn share(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 100 + whole / 2) / whole)
}

/// "63%", or that there is nothing to divide.
fn percent(frame: &Frame, part: i64, whole: i64) -> String {
    share(part, whole).map_or_else(|| frame.t("contact-became-none-yet").to_owned(), |share| format!("{share}%"))
}

/// The three sentences everybody looks for first.
fn headline(app: &App, frame: &Frame, all: &Became) -> [String; 3] {
    let number = |n: i64| frame.lang.number(n);
    let of = |key: &str, part: i64| match share(part, all.judged) {
        Some(share) => {
            let values = [
                ("share", share.to_string().into()),
                ("part", number(part).into()),
                ("whole", number(all.judged).into()),
            ];
            app.words.with(frame.lang, key, &values)
        }
        None => frame.t("contact-became-too-young").to_owned(),
    };
    let left = frame.with2("contact-became-left-lead", ("young", number(all.young)), ("nobody", number(all.nobody)));
    [of("contact-became-resolved-lead", all.resolved), of("contact-became-again-lead", all.again), left]
}

fn part(frame: &Frame, id: &'static str, title: &str, of: &str, columns: &[&str]) -> Part {
    let columns = columns.iter().map(|column| frame.t(&format!("contact-became-{column}")).to_owned()).collect();
    Part { id, title: frame.t(title).to_owned(), of: frame.t(of).to_owned(), columns, lines: Vec::new() }
}

fn resolved(frame: &Frame, by: &'static str, sums: Vec<(String, Became)>) -> Part {
    let columns = ["asked", "judged", "resolved", "share", "young", "nobody"];
    let (title, of) = match by {
        "service" => ("contact-became-resolved-service", "contact-figures-service-of"),
        _ => ("contact-became-resolved-channel", "contact-figures-channel-of"),
    };
    let line = |(name, sum): (String, Became)| {
        let counts = [sum.asked, sum.judged, sum.resolved].map(|n| frame.lang.number(n));
        let left = [sum.young, sum.nobody].map(|n| frame.lang.number(n));
        let share_of = percent(frame, sum.resolved, sum.judged);
        let cells = counts.into_iter().chain([share_of]).chain(left).collect();
        Line { name, cells, bar: share(sum.resolved, sum.judged) }
    };
    Part { lines: sums.into_iter().map(line).collect(), ..part(frame, by, title, of, &columns) }
}

fn passed(frame: &Frame, sums: Vec<(String, Became)>) -> Part {
    let columns = ["asked", "transfers", "transfers-each", "passed", "lost"];
    let most = sums.iter().filter_map(|(_, sum)| share(sum.transfers, sum.asked)).max().unwrap_or(1).max(1);
    let line = |(name, sum): (String, Became)| {
        let number = |n: i64| frame.lang.number(n);
        let each = match share(sum.transfers, sum.asked) {
            Some(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100),
            None => frame.t("contact-became-none-yet").to_owned(),
        };
        let bar = share(sum.transfers, sum.asked).map(|each| each * 100 / most);
        let cells = vec![number(sum.asked), number(sum.transfers), each, number(sum.passed), number(sum.lost)];
        Line { name, cells, bar }
    };
    let empty = part(frame, "passed", "contact-became-passed-title", "contact-figures-service-of", &columns);
    Part { lines: sums.into_iter().map(line).collect(), ..empty }
}

fn again(frame: &Frame, sums: Vec<(String, Became)>) -> Part {
    let columns = ["judged", "again", "share", "chasers", "young"];
    let line = |(name, sum): (String, Became)| {
        let number = |n: i64| frame.lang.number(n);
        let share_of = percent(frame, sum.again, sum.judged);
        let cells = vec![number(sum.judged), number(sum.again), share_of, number(sum.chasers), number(sum.young)];
        Line { name, cells, bar: share(sum.again, sum.judged) }
    };
    let empty = part(frame, "again", "contact-became-again-title", "contact-figures-service-of", &columns);
    Part { lines: sums.into_iter().map(line).collect(), ..empty }
}
