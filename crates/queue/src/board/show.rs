//! `GET /board/{site}`: draws it. `?lang=ar` is a board in one language, `?zone=…` the board of a part of the house.

use super::words::{Tongue, Tongues};
use crate::shown::{Board, Call, Shown};
use crate::{Sites, Zone};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Lang, Result};
use std::sync::Arc;

/// Which board of the site it is, and how far whoever asks has heard that the site has come.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    lang: String,
    zone: String,
    seen: u64,
}

#[derive(Template)]
#[template(path = "board.html")]
struct Page {
    frame: Frame,
    site: String,
    name: String,
    tongues: Vec<Tongue>,
    board: Arc<Board>,
    quiet: bool,
}

impl Page {
    /// The languages in turn, for the script.
    fn languages(&self) -> String {
        self.tongues.iter().map(|tongue| tongue.lang.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn first(&self) -> (&str, &str) {
        self.tongues.first().map_or((Lang::EN.tag, Lang::EN.dir), |tongue| (&tongue.lang, &tongue.dir))
    }

    fn kind(call: &Call) -> &'static str {
        if call.room { "room" } else { "desk" }
    }

    /// The moment of the last call, so that a later one sounds.
    fn latest(&self) -> i64 {
        self.board.calls.first().map_or(0, |call| call.called)
    }
}

/// Draws it.
pub async fn get(State(app): State<App>, Path(site): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let site = app.part::<Sites>()?.get(&site)?;
    let board = app.part::<Shown>()?.of(&app, site, asked.seen).await?;
    let tongues = app.part::<Tongues>()?.of_site(&app, site, &asked.lang);
    let lang = tongues.first().and_then(|tongue| Lang::of(&tongue.lang)).unwrap_or(Lang::EN);
    let zone: Option<&Zone> = site.zones.iter().find(|zone| zone.id == asked.zone);
    let place = site.called(lang.tag).to_owned();
    let name = zone.map_or(place.clone(), |zone| format!("{place} – {}", zone.called(lang.tag)));
    let now = app.now();
    let quiet = site.quiet.is(now) || zone.is_some_and(|zone| zone.quiet.is(now));
    // Nobody is signed in at a board, whoever the browser belongs to.
    let frame = Frame::titled(&app, &Who::anyone(lang), format!("/board/{}", site.id), name.clone());
    html(&Page { frame, site: site.id.clone(), name, tongues, board, quiet })
}
