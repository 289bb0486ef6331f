//! Signing out.

use crate::access::{self, Action};
use crate::door::with_cookies;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::Result;
use kit::app::App;
use kit::page::see;
use kit::session::{self, Surface};
use kit::who::Who;

/// POST `/desk/sign-out`.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    access::may(&who, Action::SignOut)?;
    if let Some(session) = who.session {
        let mut tx = app.db.begin().await?;
        session::end(&mut tx, session).await?;
        tx.commit().await?;
    }
    with_cookies(see("/desk/sign-in"), [session::set_cookie(Surface::Staff.cookie(), "", 0)])
}
