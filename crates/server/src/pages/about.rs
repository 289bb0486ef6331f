//! What a public body must say about its site: accessibility, privacy, cookies.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Result};

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    frame: Frame,
    /// Words keys of the paragraphs, each `<key>-title` and `<key>`.
    parts: &'static [&'static str],
}

fn page(app: &App, who: &Who, path: &str, title: &str, parts: &'static [&'static str]) -> Result<Response> {
    html(&AboutPage { frame: Frame::new(app, who, path, title), parts })
}

/// The accessibility statement.
pub async fn accessibility(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let parts = &[
        "server-access-how",
        "server-access-status",
        "server-access-known",
        "server-access-tell",
        "server-access-enforce",
    ];
    page(&app, &who, "/about/accessibility", "server-access-title", parts)
}

/// The privacy notice.
pub async fn privacy(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let parts = &[
        "server-privacy-what",
        "server-privacy-why",
        "server-privacy-long",
        "server-privacy-who",
        "server-privacy-rights",
    ];
    page(&app, &who, "/about/privacy", "server-privacy-title", parts)
}

/// The cookies, all of them needed.
pub async fn cookies(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let parts = &[
        "server-cookies-only",
        "server-cookies-session",
        "server-cookies-staff",
        "server-cookies-device",
        "server-cookies-lang",
    ];
    page(&app, &who, "/about/cookies", "server-cookies-title", parts)
}
