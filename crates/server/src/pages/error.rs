//! Errors as pages: what happened, what to do next, never a trace of the inside.

use super::notified;
use askama::Template;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use kit::page::{Frame, html_with, see};
use kit::session::Surface;
use kit::who::Who;
use kit::{App, Error, Result};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    words: String,
    seconds: Option<i64>,
    home: &'static str,
}

/// The same under the desk's header.
#[derive(Template)]
#[template(path = "error-desk.html")]
struct DeskErrorPage {
    frame: Frame,
    words: String,
    seconds: Option<i64>,
    home: &'static str,
}

/// The words of an error: title key and body key.
fn keys(cause: &Error) -> (&'static str, &'static str) {
    match cause {
        Error::NotFound => ("server-error-not-found-title", "server-error-not-found"),
        Error::Forbidden | Error::First(_) => ("server-error-forbidden-title", "server-error-forbidden"),
        Error::SignIn => ("server-error-sign-in-title", "server-error-sign-in"),
        Error::Changed | Error::Violation(_) => ("server-error-changed-title", "server-error-changed"),
        Error::Refused(key) => ("server-error-refused-title", key),
        Error::BadRequest(key) => ("server-error-bad-request-title", key),
        Error::TooMany(_) => ("server-error-too-many-title", "server-error-too-many"),
        Error::TooLarge => ("server-error-too-large-title", "server-error-too-large"),
        Error::Rerun | Error::Unavailable(_) => ("server-error-unavailable-title", "server-error-unavailable"),
        Error::Internal(_) => ("server-error-internal-title", "server-error-internal"),
    }
}

/// Draws the page of an error.
pub fn draw(app: &App, who: &Who, path: &str, cause: &Error) -> Result<Response> {
    let (title, body) = keys(cause);
    let seconds = if let Error::TooMany(seconds) = cause { i64::try_from(*seconds).ok() } else { None };
    page(app, who, path, cause.status(), title, body, seconds)
}

/// Draws the page of a refusal that is no [`Error`].
pub fn draw_keyed(app: &App, who: &Who, path: &str, status: StatusCode, key: &'static str) -> Result<Response> {
    draw_titled(app, who, path, status, "server-error-refused-title", key)
}

/// The same under a title of its own.
pub fn draw_titled(
    app: &App,
    who: &Who,
    path: &str,
    status: StatusCode,
    title: &'static str,
    key: &'static str,
) -> Result<Response> {
    page(app, who, path, status, title, key, None)
}

fn page(
    app: &App,
    who: &Who,
    path: &str,
    status: StatusCode,
    title: &'static str,
    body: &'static str,
    seconds: Option<i64>,
) -> Result<Response> {
    // Programs call these addresses: they get what their standard says, in words for whoever builds them.
    if let Some(answer) = api::problem(app, path, status, body) {
        return Ok(answer);
    }
    if let Some(key) = notified::said(path, status, body) {
        return Ok(api::said(app, status, key));
    }
    if let Some(answer) = open311::page(path, status, || api::detail(app, status, body)) {
        return answer;
    }
    let frame = Frame::new(app, who, path, title);
    let words = || app.t(who.lang, body).to_owned();
    match Surface::of(path) {
        // Of a colleague: what they can do next is at the desk, and nothing that a resident would.
        Surface::Staff if who.staff().is_ok() => {
            let words = app.t(who.lang, at_the_desk(body)).to_owned();
            html_with(status, &DeskErrorPage { frame, words, seconds, home: "/desk" })
        }
        Surface::Staff => html_with(status, &DeskErrorPage { frame, words: words(), seconds, home: "/desk" }),
        Surface::Resident => html_with(status, &ErrorPage { frame, words: words(), seconds, home: "/" }),
    }
}

/// The same words as they are said to a member of staff who is signed in.
fn at_the_desk(body: &'static str) -> &'static str {
    match body {
        "server-error-not-found" => "server-desk-error-not-found",
        "server-error-forbidden" => "server-desk-error-forbidden",
        other => other,
    }
}

/// Where people sign in.
pub fn door(surface: Surface) -> &'static str {
    match surface {
        Surface::Staff => "/desk/sign-in",
        Surface::Resident => "/sign-in",
    }
}

/// Where people without an account prove that a case is theirs, from an address of it.
pub fn track(path: &str) -> Option<String> {
    let reference = path.strip_prefix("/cases/")?.split('/').next()?;
    let clean: String = reference.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    Some(format!("/track?reference={clean}"))
}

/// Leads to the sign-in of the surface, and from there back: to the page itself, or to the surface's start after a POST.
pub fn lead_to_sign_in(parts: &Parts) -> Response {
    let path = parts.uri.path();
    let back = if parts.method.is_safe() { parts.uri.path_and_query().map_or(path, |p| p.as_str()) } else { "" };
    if let Some(track) = track(path).filter(|_| back.is_empty()) {
        return see(&track);
    }
    let door = door(Surface::of(path));
    match back {
        "" => see(door),
        back => see(&format!("{door}?next={}", utf8_percent_encode(back, NON_ALPHANUMERIC))),
    }
}
