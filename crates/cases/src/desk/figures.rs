//! The picture of what was reported: by category, ward and team, and where. It names nobody.

use crate::book;
use crate::desk::chased::{self, Sum};
use crate::desk::plot::Plot;
use crate::desk::{list, show};
use crate::facts::Standing;
use crate::names::Names;
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Lang, Result};
use std::collections::BTreeMap;

/// The newest positions that are plotted, of live and of closed cases each.
const POSITIONS: usize = 20_000;

/// One line of a table: its name, how many are live, ended, and both, and the bar in hundredths of the longest.
struct Line {
    name: String,
    live: String,
    ended: String,
    all: String,
    bar: i64,
}

/// One table.
struct Part {
    id: &'static str,
    title: String,
    of: String,
    lines: Vec<Line>,
}

/// What was asked, of one service, by one channel or with one outcome.
struct AskedLine {
    name: String,
    questions: String,
    chasers: String,
    cost: String,
}

/// One table of what was asked.
struct AskedPart {
    id: &'static str,
    title: String,
    of: String,
    lines: Vec<AskedLine>,
}

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresPage {
    frame: Frame,
    parts: Vec<Part>,
    asked: Vec<AskedPart>,
    /// Some chasers came by a channel without a price.
    unpriced: bool,
    plot: Plot,
    caption: String,
}

/// Draws the page.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    who.staff()?;
    let since = year_before(app.now());
    let (figures, sources, live, closed, names, asked) = app
        .db
        .read_long(async move |conn| {
            let figures = store::figures::all(conn).await?;
            let sources = store::figures::sources(conn).await?;
            let live = store::figures::positions(conn, true, POSITIONS).await?;
            let closed = store::figures::positions(conn, false, POSITIONS).await?;
            let asked = contact::figures(conn, &since).await?;
            Ok((figures, sources, live, closed, Names::load(conn, Vec::new()).await?, asked))
        })
        .await?;
    let frame = Frame::new(&app, &who, "/desk/figures", "cases-figures-title");
    let wards: BTreeMap<String, String> = list::wards(&app)?.into_iter().collect();
    let ward = |at: &Standing| match wards.get(&at.ward) {
        Some(name) => name.clone(),
        None => frame.t("cases-figures-no-ward").to_owned(),
    };
    let kinds = kinds(&app, &figures, who.lang)?;
    let kind = |at: &Standing| kinds.get(&(at.service.clone(), at.kind.clone())).cloned().unwrap_or_default();
    let part = |id: &'static str, name: &dyn Fn(&Standing) -> String| Part {
        id,
        title: frame.t(&format!("cases-figures-{id}")).to_owned(),
        of: frame.t(&format!("cases-figures-{id}-of")).to_owned(),
        lines: lines(figures.iter().map(|(at, cases)| (name(at), at.is_live(), *cases)), who.lang),
    };
    let mut parts = vec![part("kind", &kind), part("ward", &ward), part("team", &|at| names.team(&at.team))];
    let came = sources.into_iter().map(|(source, live, cases)| (show::source(&frame, &source), live, cases));
    parts.push(Part { lines: lines(came, who.lang), ..part("source", &|_| String::new()) });
    let plot = Plot::of(&live, &closed);
    let (drawn, outside) = (who.lang.number(plot.drawn as i64), who.lang.number(plot.outside as i64));
    let caption = frame.with2("cases-figures-plot-words", ("drawn", drawn), ("outside", outside));
    let unpriced = asked.iter().any(|figure| figure.how == "chaser" && figure.priced < figure.questions);
    page::html(&FiguresPage { parts, asked: asked_parts(&app, &frame, &asked)?, unpriced, plot, caption, frame })
}

/// The same month a year before, as figures of contacts name it.
fn year_before(now: kit::clock::Micros) -> String {
    let day = kit::lang::local(now).date();
    format!("{:04}-{:02}", day.year() - 1, day.month())
}

/// What was asked in contacts, by service, channel and outcome; nothing where nobody got in touch yet.
fn asked_parts(app: &App, frame: &Frame, figures: &[contact::Figure]) -> Result<Vec<AskedPart>> {
    if figures.is_empty() {
        return Ok(Vec::new());
    }
    let line = |(name, sum): (String, Sum)| AskedLine {
        name,
        questions: frame.lang.number(sum.questions),
        chasers: frame.lang.number(sum.chasers),
        cost: sum.cost(frame),
    };
    let part = |id: &'static str, sums: Vec<(String, Sum)>| AskedPart {
        id,
        title: frame.t(&format!("contact-figures-{id}")).to_owned(),
        of: frame.t(&format!("contact-figures-{id}-of")).to_owned(),
        lines: sums.into_iter().map(line).collect(),
    };
    let mut by_service = Vec::new();
    for (service, sum) in chased::sums(figures, |figure| figure.service.clone()) {
        let name = match service.as_str() {
            "" => frame.t("contact-service-other").to_owned(),
            service => book::service_name(app, service, frame.lang)?,
        };
        by_service.push((name, sum));
    }
    let word = |key: String| frame.t(&key).to_owned();
    Ok(vec![
        part("service", by_service),
        part("channel", chased::sums(figures, |figure| word(format!("contact-channel-{}", figure.channel)))),
        part("outcome", chased::sums(figures, |figure| word(format!("contact-outcome-{}", figure.outcome)))),
    ])
}

/// "Street problem: pothole", by service and kind.
fn kinds(app: &App, figures: &[(Standing, i64)], lang: Lang) -> Result<BTreeMap<(String, String), String>> {
    let mut names = BTreeMap::new();
    for (at, _) in figures {
        let key = (at.service.clone(), at.kind.clone());
        if names.contains_key(&key) {
            continue;
        }
        let service = book::service_name(app, &at.service, lang)?;
        let kind = book::kinds(app, &at.service, lang)?.into_iter().find(|(code, _)| *code == at.kind);
        names.insert(key, kind.map_or_else(|| service.clone(), |(_, words)| format!("{service}: {words}")));
    }
    Ok(names)
}

/// Adds up cases by a name, live and ended, the largest first.
fn lines(figures: impl Iterator<Item = (String, bool, i64)>, lang: Lang) -> Vec<Line> {
    let mut sums: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for (name, is_live, cases) in figures {
        let sum = sums.entry(name).or_default();
        if is_live { sum.0 += cases } else { sum.1 += cases }
    }
    sums.retain(|_, (live, ended)| *live + *ended > 0);
    let mut sums: Vec<(String, (i64, i64))> = sums.into_iter().collect();
    sums.sort_by_key(|(_, (live, ended))| -(live + ended));
    let most = sums.first().map_or(1, |(_, (live, ended))| (live + ended).max(1));
    let line = |(name, (live, ended)): (String, (i64, i64))| Line {
        name,
        live: lang.number(live),
        ended: lang.number(ended),
        all: lang.number(live + ended),
        bar: (live + ended) * 100 / most,
    };
    sums.into_iter().map(line).collect()
}
