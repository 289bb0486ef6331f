//! `GET /desk/sites`: every site, with who waits there and how long the longest has.

use crate::access::{Action, check};
use crate::model::{State as Stands, Visit};
use crate::site::Sites;
use crate::store::{desks, visits};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::MINUTE;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Lang, Result};

/// A site in the list.
struct Line {
    id: String,
    name: String,
    said: String,
}

#[derive(Template)]
#[template(path = "lead-list.html")]
struct Page {
    frame: Frame,
    sites: Vec<Line>,
}

/// Draws it.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    check(&who, Action::Lead)?;
    let frame = Frame::new(&app, &who, "/desk/sites", "queue-desk-lead-sites");
    let (mut read, mut sites) = (app.db.read().await?, Vec::new());
    for site in app.part::<Sites>()?.all() {
        let mut around = visits::live(&mut read, &site.id).await?;
        around.retain(|visit| visit.state == Stands::Waiting);
        let open = desks::at(&mut read, &site.id).await?.len();
        let waits = frame.with("queue-desk-lead-wait", "count", around.len());
        let longest = around.iter().map(|visit: &Visit| visit.waited(app.now()) / MINUTE).max();
        let longest = longest.map(|minutes| frame.with("queue-desk-lead-longest-of", "count", minutes));
        let open = frame.with("queue-desk-lead-open", "count", open);
        let said = [Some(waits), longest, Some(open)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        sites.push(Line { id: site.id.clone(), name: site.called(Lang::EN.tag).to_owned(), said });
    }
    html(&Page { frame, sites })
}
