//! `GET /kiosk/{site}/{tag}/still`: asks whether anybody is still there, before everything is wiped.

use super::{Asked, at, frame, leads_on};
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kit::App;
use kit::Result;
use kit::extract::{Path, Query};
use kit::page::{Frame, html};

#[derive(Template)]
#[template(path = "kiosk-still.html")]
struct Page {
    frame: Frame,
    asked: Asked,
    /// Where they were.
    back: String,
    site: String,
}

/// Asks; with no answer the screen goes back to the beginning by itself.
pub async fn get(
    State(app): State<App>,
    Path((site, tag)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let (site, lang) = at(&mut read, &app, &headers, (&site, &tag)).await?;
    let frame = frame(&app, lang, format!("/kiosk/{}/{tag}/still", site.id), "queue-kiosk-still");
    let back = match asked.ticket() {
        Some(ticket) => format!("/kiosk/{}/{tag}/ticket/{ticket}{}", site.id, asked.query()),
        None => format!("/kiosk/{}/{tag}{}", site.id, asked.query()),
    };
    let home = format!("/kiosk/{}", site.id);
    leads_on(html(&Page { frame, asked, back, site: site.id.clone() })?, 20, &home)
}
