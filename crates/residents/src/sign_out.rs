//! Signing out.

use crate::access::{self, Action};
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::response::Response;
use kit::Result;
use kit::app::App;
use kit::page::{see, with_cookies};
use kit::session::{self, Surface};
use kit::who::Who;

/// Has the browser forget the pages it kept for the way back: those with errors may be.
const FORGET: HeaderValue = HeaderValue::from_static("\"cache\"");

/// POST `/sign-out`: ends this session, and with it what this browser was allowed to see.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    access::may(&who, Action::SignOut)?;
    let gone = session::sign_out(&app, &who, Surface::Resident).await?;
    let mut answer = with_cookies(see("/"), [gone])?;
    answer.headers_mut().insert("clear-site-data", FORGET);
    Ok(answer)
}
