//! `POST /notify/callback`: GOV.UK Notify tells what became of a message. It shows the token that was agreed on; a council
//! that agreed on none has no such page.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::notify::Notify;
use kit::{App, Error, Id, Result, outbox};
use serde::Deserialize;
use std::sync::Arc;

/// What is told; more than this is told, and not kept.
#[derive(Deserialize)]
struct Told {
    /// Our own id of the message; another program of the council's may send by the same key and have none, or its own.
    reference: Option<String>,
    status: String,
}

/// Keeps it. Sent again it changes nothing: the first last word stands.
pub async fn post(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let notify = app.part::<Arc<Notify>>().map_err(|_| Error::NotFound)?;
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = shown.and_then(|shown| shown.strip_prefix("Bearer ")).unwrap_or_default();
    match notify.is_told_by(token) {
        None => return Err(Error::NotFound),
        Some(false) => return Err(Error::Forbidden),
        Some(true) => {}
    }
    let told: Told = serde_json::from_slice(&body).map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    if let Some(message) = told.reference.and_then(|reference| reference.parse::<Id>().ok()) {
        outbox::became(&app, message, &told.status).await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
