//! `GET /desk/linking`: pairs of records that may be of one person, the likeliest first. Whose names are shown is on record before
//! the answer leaves.

use super::weights::Weights;
use super::{PATH, sees_guarded};
use crate::access::{self, Action};
use crate::store::merges::{self, Proposal};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{Id, Lang, Result, link, looks};
use serde::Deserialize;

/// Pairs on one page.
const PAGE: usize = 25;
/// Counted up to here.
const COUNTED: usize = 100;
/// The lists there are. What a resident said is not them comes first.
const STATES: [&str; 5] = ["disputed", "open", "unsure", "never", "joined"];

/// A list: of which state, and whether of those with a safe address.
type List = (&'static str, bool);

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Which list.
    of: String,
    /// Those with a safe address.
    safe: String,
    /// Those less likely than this, and after this one.
    bits: Option<i64>,
    before: Option<Id>,
}

struct Line {
    href: String,
    names: [String; 2],
    likely: String,
    found: String,
}

struct Tab {
    href: String,
    words: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "desk-linking.html")]
struct Page {
    frame: Frame,
    tabs: Vec<Tab>,
    weights: Weights,
    lines: Vec<Line>,
    more: Option<String>,
    safe: bool,
    /// These are those whose holders say that they are not this person.
    disputed: bool,
}

fn address(state: &str, safe: bool, after: Option<&Proposal>) -> String {
    let (bits, before) = after.map_or_else(Default::default, |last| (last.bits.to_string(), last.id.to_string()));
    let all = [("of", state), ("safe", if safe { "yes" } else { "" }), ("bits", &bits), ("before", &before)];
    let said: Vec<(&str, &str)> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    link::path(PATH, &said)
}

/// How likely it is, in words.
pub(super) fn likely(frame: &Frame, bits: f64) -> String {
    let words = match bits {
        bits if bits >= 10.0 => "residents-desk-linking-almost-sure",
        bits if bits >= 6.0 => "residents-desk-linking-very-likely",
        bits if bits >= 2.0 => "residents-desk-linking-likely",
        _ => "residents-desk-linking-doubtful",
    };
    frame.t(words).to_owned()
}

/// Which list this is: the one that is asked for. Who asks for none sees first what somebody said is not them, for that waits most.
fn opened_on(asked: &Asked, safe: bool, counts: &[(List, usize)]) -> List {
    match STATES.into_iter().find(|state| *state == asked.of) {
        Some(state) => (state, safe),
        None => {
            let waits = |((of, guarded), count): &&(List, usize)| *of == "disputed" && *guarded >= safe && *count > 0;
            counts.iter().find(waits).map_or(("open", safe), |(list, _)| *list)
        }
    }
}

/// The ways to the lists. An empty list of safe addresses is not offered; what is to be done always is.
fn tabs(frame: &Frame, this: List, counts: &[(List, usize)]) -> Vec<Tab> {
    let is_offered = |(list, count): &&(List, usize)| *list == this || *count > 0 || !(list.1 || list.0 == "disputed");
    let tab = |((of, guarded), count): &(List, usize)| {
        let count = if *count == COUNTED { format!("{}+", COUNTED - 1) } else { count.to_string() };
        let key = format!("residents-desk-linking-of-{of}{}", if *guarded { "-safe" } else { "" });
        let words = frame.with(&key, "n", count);
        Tab { href: address(of, *guarded, None), words, is_this: (*of, *guarded) == this }
    };
    counts.iter().filter(is_offered).map(tab).collect()
}

/// Draws the list.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    access::may(&who, Action::Link)?;
    let safe = asked.safe == "yes" && sees_guarded(&who);
    // Pairs with somebody confidential stand among the others, for whoever may see them.
    let kept = sees_guarded(&who);
    let english = Who { lang: Lang::EN, ..who.clone() };
    let frame = Frame::new(&app, &english, PATH, "residents-desk-linking-title");
    let mut read = app.db.read().await?;
    let mut counts = Vec::new();
    for (of, guarded) in STATES.into_iter().map(|of| (of, false)).chain(STATES.into_iter().map(|of| (of, true))) {
        if !guarded || sees_guarded(&who) {
            counts.push(((of, guarded), merges::how_many(&mut read, (of, guarded), kept, COUNTED).await?));
        }
    }
    let (state, safe) = opened_on(&asked, safe, &counts);
    let tabs = tabs(&frame, (state, safe), &counts);
    let mut found = merges::proposals(&mut read, (state, safe), kept, asked.bits.zip(asked.before), PAGE + 1).await?;
    let weights = Weights::read(&mut read, &app, &frame).await?;
    drop(read);
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    if !found.is_empty() {
        let shown: Vec<String> = found.iter().map(|(one, _)| one.id.to_string()).collect();
        let query = serde_json::json!({ "list": state, "shown": shown }).to_string();
        let mut tx = app.db.begin().await?;
        looks::record_query(&mut tx, &app, &who, "proposals", Id::NONE, "linking", &query).await?;
        for id in found.iter().flat_map(|(one, _)| [one.a, one.b]) {
            looks::record(&mut tx, &app, &who, "resident", id, "linking").await?;
        }
        tx.commit().await?;
    }
    let line = |(one, names): &(Proposal, [String; 2])| Line {
        href: super::path(one.id),
        names: names.clone(),
        likely: likely(&frame, one.bits as f64 / 100.0),
        found: Lang::EN.date(one.made_at),
    };
    let lines = found.iter().map(line).collect();
    let more = found.last().filter(|_| more).map(|(last, _)| address(state, safe, Some(last)));
    html(&Page { tabs, weights, lines, more, safe, disputed: state == "disputed", frame })
}
