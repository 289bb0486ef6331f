//! Signing out.

use crate::access::{self, Action};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::Result;
use kit::app::App;
use kit::page::{see, with_cookies};
use kit::session::{self, Surface};
use kit::who::Who;

/// POST `/sign-out`: ends this session, and with it what this browser was allowed to see.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    access::may(&who, Action::SignOut)?;
    let gone = session::sign_out(&app, &who, Surface::Resident).await?;
    with_cookies(see("/"), [gone])
}
