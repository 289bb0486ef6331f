//! `GET /kiosk/{site}/{tag}/ticket/{ticket}`: the ticket, to read, to take along on a phone, or to print.

use super::{Asked, at, frame, leads_on};
use crate::ticket::Outlook;
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::page::{Frame, html};
use kit::qr::{Picture, picture};
use kit::{App, Result};

#[derive(Template)]
#[template(path = "kiosk-ticket.html")]
struct Page {
    frame: Frame,
    asked: Asked,
    site: String,
    called: String,
    ticket: String,
    at: String,
    outlook: Outlook,
    /// A picture of the address of the visitor's own page.
    code: Picture,
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Path((site, tag, ticket)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let (site, lang) = at(&mut read, &app, &headers, (&site, &tag)).await?;
    let visit = crate::of_token(&mut read, &ticket).await?;
    let frame = frame(&app, lang, format!("/kiosk/{}/{tag}/ticket/{ticket}", site.id), "queue-kiosk-yours");
    let outlook = Outlook::of(&mut read, &app, &frame, site, &visit).await?;
    let mark = if asked.is_low() { "&low=1" } else { "" };
    let still = format!("/kiosk/{}/{tag}/still?ticket={ticket}{mark}", site.id);
    let page = Page {
        asked,
        site: site.id.clone(),
        called: site.called(lang.tag).to_owned(),
        ticket: visit.ticket.clone(),
        at: lang.time(visit.joined),
        outlook,
        code: picture(&format!("{}/ticket/{ticket}", app.council.origin))?,
        frame,
    };
    leads_on(html(&page)?, 60, &still)
}
