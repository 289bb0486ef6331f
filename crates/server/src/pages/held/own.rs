//! `GET /account/data`: a resident reads everything held on them, or takes it along as a file.

use super::Asked;
use super::sections::{self, Section};
use crate::held;
use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::personal::Reader;
use kit::who::Who;
use kit::{App, Result};

#[derive(Template)]
#[template(path = "held.html")]
struct HeldPage {
    frame: Frame,
    sections: Vec<Section>,
}

impl HeldPage {
    /// The council's number, its groups in order in a language written from right to left.
    fn phone(&self) -> String {
        self.frame.council().phone.replace(' ', "\u{a0}")
    }
}

/// Draws the page, or gives the same as a file.
pub async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let parts = held::read(&app, who.resident()?, Reader::Themselves, who.lang).await?;
    if asked.as_file() {
        return Ok(as_file(&app, &parts, Reader::Themselves, "my-data.json"));
    }
    let frame = Frame::new(&app, &who, "/account/data", "server-held-title");
    html(&HeldPage { sections: sections::of(&frame, &parts), frame })
}

/// An answer that a browser keeps as a file, and nobody in between keeps at all.
pub(super) fn as_file(app: &App, parts: &[kit::personal::Part], reader: Reader, name: &str) -> Response {
    let headers =
        [(CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")), (CACHE_CONTROL, "no-store".into())];
    (headers, Json(held::file(app, parts, reader, app.now()))).into_response()
}
