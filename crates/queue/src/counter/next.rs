//! `POST /desk/counter/next`: calls the next, once a press.

use super::HOME;
use crate::access::{Action, check};
use crate::{Turns, call, seat};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Calls them. Pressed twice it is one call.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    check(&who, Action::Serve)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let mine = seat::mine(&mut *app.db.read().await?, &app, &who).await?;
    let Some((desk, _)) = mine else { return Ok(see(HOME)) };
    let turn = app.part::<Turns>()?.take(&desk.site).await;
    let mut tx = app.db.begin().await?;
    let called = call::next(&mut tx, &app, &who, key).await?;
    tx.commit().await?;
    drop(turn);
    let busy = desk.visit.is_some() || desk.paused.is_some();
    Ok(see(if called.is_some() || busy { HOME } else { "/desk/counter?said=nobody" }))
}
