//! `GET /api`: the API for people who build programs, drawn from the same list.

use crate::operation::{Operation, Scope};
use crate::operations;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Lang, Result};

struct Line {
    method: &'static str,
    path: &'static str,
    summary: String,
    scope: &'static str,
}

#[derive(Template)]
#[template(path = "api.html")]
struct ApiPage {
    frame: Frame,
    lines: Vec<Line>,
    scopes: Vec<(&'static str, String)>,
}

/// Draws it.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let english = |name: String| app.t(Lang::EN, &name).to_owned();
    let line = |one: Operation| Line {
        method: one.method,
        path: one.path,
        summary: english(format!("api-op-{}", one.id)),
        scope: one.scope.map_or("", Scope::code),
    };
    let scopes =
        Scope::ALL.map(|scope| (scope.code(), english(format!("api-scope-{}", scope.code().replace('.', "-")))));
    html(&ApiPage {
        frame: Frame::new(&app, &who, "/api", "api-title"),
        lines: operations::all().into_iter().map(line).collect(),
        scopes: scopes.into(),
    })
}
