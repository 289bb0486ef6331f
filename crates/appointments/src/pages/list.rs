//! `GET /appointments`: what can be booked.

use crate::diary::{Diaries, named};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Result};

/// Something that can be booked.
struct Line {
    href: String,
    name: String,
    about: String,
    /// How long it takes, in words.
    length: String,
    places: String,
}

#[derive(Template)]
#[template(path = "list.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
}

/// Draws it.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let (diaries, lang) = (app.part::<Diaries>()?, who.lang);
    let (frame, mut lines) = (Frame::new(&app, &who, "/appointments", "appointments-title"), Vec::new());
    for kind in &diaries.kinds {
        let places: Vec<&str> = diaries.with(&kind.id).map(|diary| diary.called(lang)).collect();
        if !places.is_empty() {
            lines.push(Line {
                href: format!("/appointments/{}", kind.id),
                name: named(&kind.name, lang).to_owned(),
                about: named(&kind.about, lang).to_owned(),
                length: frame.with("appointments-minutes", "count", kind.minutes),
                places: places.join(", "),
            });
        }
    }
    html(&Page { frame, lines })
}
