//! `POST /notify/callback`: GOV.UK Notify tells what became of a message, of a letter that came back, and of a text message that somebody sent. It shows the
//! token that was agreed on; a council that agreed on none has no such page.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use kit::notify::{Notify, RETURNED};
use kit::{App, Error, Id, Result, outbox};
use serde::Deserialize;
use std::sync::Arc;

/// Where it is told.
pub const PATH: &str = "/notify/callback";

/// What a program is told here that could not be dealt with, for which a person would get a page with these words; nothing for any other
/// path. Nobody is signed in here, and nobody reads it.
pub fn said(path: &str, status: StatusCode, key: &'static str) -> Option<&'static str> {
    (path == PATH).then_some(match key {
        "server-error-forbidden" => "api-refused-callback-token",
        _ if status == StatusCode::BAD_REQUEST => "api-refused-callback",
        _ => key,
    })
}

/// What is told; more than this is told, and not kept.
#[derive(Deserialize)]
struct Told {
    /// Our own id of the message; another program of the council's may send by the same key and have none, or its own.
    reference: Option<String>,
    /// What became of it.
    status: Option<String>,
    /// Their id of a letter that came back, of which they tell no status.
    notification_id: Option<String>,
}

impl Told {
    /// What became of the message, in a word.
    fn word(&self) -> Option<&str> {
        self.status.as_deref().or_else(|| self.notification_id.as_ref().map(|_| RETURNED))
    }
}

/// A text message that somebody sent.
#[derive(Deserialize)]
struct Came {
    id: String,
    source_number: String,
    #[serde(default)]
    destination_number: String,
    message: String,
    #[serde(default)]
    date_received: String,
}

impl From<Came> for mail::Text {
    fn from(came: Came) -> mail::Text {
        let at = came.date_received.parse::<Timestamp>().ok().map(Timestamp::as_microsecond);
        mail::Text { id: came.id, from: came.source_number, to: came.destination_number, words: came.message, at }
    }
}

/// Keeps it. Sent again it changes nothing: the first last word stands, and a text message is kept once.
pub async fn post(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let notify = app.part::<Arc<Notify>>().map_err(|_| Error::NotFound)?;
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = shown.and_then(|shown| shown.strip_prefix("Bearer ")).unwrap_or_default();
    match notify.is_told_by(token) {
        None => return Err(Error::NotFound),
        Some(false) => return Err(Error::Forbidden),
        Some(true) => {}
    }
    if let Ok(came) = serde_json::from_slice::<Came>(&body) {
        mail::take_text(&app, came.into()).await?;
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let told: Told = serde_json::from_slice(&body).map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let word = told.word().ok_or(Error::BadRequest("page-form-not-understood"))?;
    if let Some(message) = told.reference.as_ref().and_then(|reference| reference.parse::<Id>().ok()) {
        outbox::became(&app, message, word).await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
