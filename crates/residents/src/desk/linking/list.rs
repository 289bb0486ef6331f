//! `GET /desk/linking`: pairs of records that may be of one person, the likeliest first. Whose names are shown is on record before
//! the answer leaves.

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
    lines: Vec<Line>,
    more: Option<String>,
    safe: bool,
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

/// Draws the list.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    access::may(&who, Action::Link)?;
    let safe = asked.safe == "yes" && sees_guarded(&who);
    // Pairs with a confidential record stand among the others, for whoever may see them.
    let hidden = if sees_guarded(&who) { "" } else { "restricted" };
    let state = STATES.into_iter().find(|state| *state == asked.of).unwrap_or("open");
    let english = Who { lang: Lang::EN, ..who.clone() };
    let frame = Frame::new(&app, &english, PATH, "residents-desk-linking-title");
    let mut read = app.db.read().await?;
    let mut tabs = Vec::new();
    for (of, guarded) in STATES.into_iter().map(|of| (of, false)).chain(STATES.into_iter().map(|of| (of, true))) {
        let is_this = (of, guarded) == (state, safe);
        let count = if guarded && !sees_guarded(&who) {
            continue;
        } else {
            merges::how_many(&mut read, (of, guarded), hidden, COUNTED).await?
        };
        // An empty list of safe addresses is not offered; what is to be done always is.
        if !is_this && count == 0 && (guarded || of == "disputed") {
            continue;
        }
        let count = if count == COUNTED { format!("{}+", COUNTED - 1) } else { count.to_string() };
        let key = format!("residents-desk-linking-of-{of}{}", if guarded { "-safe" } else { "" });
        tabs.push(Tab { href: address(of, guarded, None), words: frame.with(&key, "n", count), is_this });
    }
    let mut found = merges::proposals(&mut read, (state, safe), hidden, asked.bits.zip(asked.before), PAGE + 1).await?;
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
    html(&Page { tabs, lines, more, safe, frame })
}
