//! `POST /desk/contacts/start`: one press, from the head of every desk page, a found person, a record or a case.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::Start;
use kit::db::Tx;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Starts it: happens once; its key is made when the button is drawn.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let id = begin(&mut tx, &app, &who, (&form, "key")).await?;
    tx.commit().await?;
    Ok(see(&contact::path(id)))
}

/// Starts a contact with what the button said: its key, in the field of this name, and the person, or the case on whose page it stood.
pub async fn begin(tx: &mut Tx, app: &App, who: &Who, (form, key): (&Form, &str)) -> Result<Id> {
    contact::check(who, contact::Action::Take)?;
    let key: Id = form.value(key).parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let case = cases::known(tx, app, who, form.value("case")).await?;
    let resident = match form.value("resident") {
        "" => case.as_ref().and_then(|case| case.resident),
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    // Who was checked on the telephone is who speaks.
    let opening = match resident {
        Some(resident) => residents::desk::is_open(tx, app, who, resident).await?,
        None => None,
    };
    let behalf = opening.filter(|opening| opening.passed).map(|opening| opening.caller).unwrap_or_default();
    let case = case.map(|case| (case.service, case.reference.to_string()));
    contact::start(tx, app, who, &Start { key, resident, behalf, case, channel: None }).await
}
