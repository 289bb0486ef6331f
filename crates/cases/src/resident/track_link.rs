//! The link in the last code for following a case: a page with a button, then what the right code does.

use crate::resident::track;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Query;
use kit::form::Form;
use kit::page::{see, with_cookies};
use kit::who::Who;
use kit::{App, Result};
use residents::{grants, links};
use serde::Deserialize;

const DOOR: &str = "/track/link";

/// What the link says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    token: String,
}

/// The page with the button.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let found = links::find(&mut *app.db.read().await?, &app, DOOR, &asked.token).await?;
    links::draw(&app, &who, DOOR, "/track", (&asked.token, found.as_ref()))
}

/// Opens the case in this browser. A second press does the same again.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let Some(link) = links::take(&mut tx, &app, DOOR, &form).await? else {
        return links::draw(&app, &who, DOOR, "/track", ("", None));
    };
    let (visitor, cookie) = grants::visitor(&mut tx, &app, &who).await?;
    let path = track::open(&mut tx, &app, visitor, link.subject, &link.address).await?;
    tx.commit().await?;
    with_cookies(see(&path), cookie)
}
