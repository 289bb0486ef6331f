//! The four ways to a person: the number is on every page; these are the other three.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::page::{Frame, html, see};
use kit::who::Who;
use kit::{App, Result};

#[derive(Template)]
#[template(path = "visit.html")]
struct VisitPage {
    frame: Frame,
}

/// Where to come and when.
pub async fn visit(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    html(&VisitPage { frame: Frame::new(&app, &who, "/contact/visit", "server-visit-title") })
}

/// "Call me back" is a service like any other.
pub async fn callback() -> Response {
    see("/services/call-me-back")
}

/// A message is a general enquiry.
pub async fn message() -> Response {
    see("/services/general-enquiry")
}
