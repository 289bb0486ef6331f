//! Ending other sessions: one, or all but this.

use super::{changed, done};
use crate::access;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::facts::Subject;
use kit::form::Form;
use kit::who::Who;
use kit::{Error, Id, Result, keys, session};

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

/// POST `/account/details/sessions/end-others`: of every account that is theirs; keys for programs end with them.
pub async fn end_others(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    access::own(&who)?;
    let this = who.session.ok_or(Error::SignIn)?;
    let mut tx = app.db.begin().await?;
    for account in who.accounts() {
        session::end_others(&mut tx, account, this).await?;
        keys::end_all(&mut tx, &app, &who, &Subject::new("resident", account)).await?;
    }
    changed(&mut tx, &app, &who, "sessions").await?;
    tx.commit().await?;
    Ok(done("sessions"))
}
