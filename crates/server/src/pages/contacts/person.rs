//! `POST /desk/contacts/{id}/person`: says who it is.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Id, Result};

/// Links the contact to the person beside whom the button stood.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let contact = super::own(&mut tx, &who, &id).await?;
    // Whoever said nobody is led to where somebody is found.
    let Ok(resident) = form.value("resident").parse::<Id>() else {
        return Ok(see(&format!("/desk/find?contact={}", contact.id)));
    };
    contact::name(&mut tx, &app, &who, &contact, resident).await?;
    tx.commit().await?;
    Ok(see(&contact::path(contact.id)))
}
