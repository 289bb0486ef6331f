//! `GET /kiosk/{site}/{tag}/still`: asks whether anybody is still there, before everything is wiped.

use super::{Asked, at, frame};
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
    html(&Page { frame, asked, site: site.id.clone() })
}
