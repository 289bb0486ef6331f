//! Ending other sessions: one, or all but this.

use super::{changed, done};
use crate::access;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::form::Form;
use kit::who::Who;
use kit::{Error, Id, Result, session};

/// POST `/account/details/sessions/end`: the one named in the form. Ending one that is over is no fault.
pub async fn end(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    let id = access::own(&who)?;
    let ended: Id = form.value("session").parse()?;
    let mut tx = app.db.begin().await?;
    if session::end_of(&mut tx, id, ended).await? {
        changed(&mut tx, &app, &who, "sessions").await?;
    }
    tx.commit().await?;
    Ok(done("sessions"))
}

/// POST `/account/details/sessions/end-others`.
pub async fn end_others(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let id = access::own(&who)?;
    let this = who.session.ok_or(Error::SignIn)?;
    let mut tx = app.db.begin().await?;
    session::end_others(&mut tx, id, this).await?;
    changed(&mut tx, &app, &who, "sessions").await?;
    tx.commit().await?;
    Ok(done("sessions"))
}
