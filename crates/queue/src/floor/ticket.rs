//! `GET /floor/{site}/ticket/{ticket}`: the number, large, and its picture for the visitor's phone.

use super::{at, home};
use crate::line::business;
use crate::ticket::Outlook;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html};
use kit::qr::{Picture, picture};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

#[derive(Template)]
#[template(path = "floor-ticket.html")]
struct Page {
    frame: Frame,
    site: String,
    called: String,
    id: Id,
    ticket: String,
    business: String,
    since: String,
    outlook: Outlook,
    /// A picture of the address of the visitor's own page, and that address.
    code: Picture,
    link: String,
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((site, ticket)): Path<(String, String)>,
) -> Result<Response> {
    let site = at(&app, &who, &site)?;
    let mut read = app.db.read().await?;
    let visit = crate::of_token(&mut read, &ticket).await?;
    if visit.site != site.id {
        return Err(Error::NotFound);
    }
    let title = app.words.with(Lang::EN, "queue-ticket-title", &[("ticket", visit.ticket.as_str().into())]);
    let frame = Frame::titled(&app, &who, format!("{}/ticket/{ticket}", home(site)), title);
    let outlook = Outlook::of(&mut read, &app, &frame, site, &visit).await?;
    let link = format!("{}{}", app.council.origin, crate::ticket::path(&ticket));
    html(&Page {
        frame,
        site: site.id.clone(),
        called: site.called(Lang::EN.tag).to_owned(),
        id: visit.id,
        ticket: visit.ticket.clone(),
        business: business(site, &visit.business),
        since: Lang::EN.time(visit.came),
        outlook,
        code: picture(&link)?,
        link,
    })
}
