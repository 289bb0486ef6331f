//! GET /services: every service under its heading.

use crate::catalogue::Catalogue;
use crate::find::Line;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Result};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    frame: Frame,
    /// Identifier and name of each heading, and its services.
    headings: Vec<(String, String, Vec<Line>)>,
}

/// The page.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let frame = Frame::new(&app, &who, "/services", "services-list-title");
    let lang = who.lang;
    let under = app.part::<Catalogue>()?.by_category(lang).into_iter();
    let headings = under.map(|(category, services)| {
        let name = category.name.get(lang.tag).unwrap_or(&category.id).clone();
        (category.id.clone(), name, services.iter().map(|service| Line::of(&frame, service)).collect())
    });
    let headings = headings.collect();
    html(&ListPage { frame, headings })
}
