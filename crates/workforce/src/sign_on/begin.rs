//! On the way to the council's provider. The answer is a page that leads on by itself and not a redirect: browsers hold the answer
//! to a form to our own pages (`form-action`), wherever the provider leads on to.

use super::SignOn;
use crate::access::{self, Action};
use crate::door::frame;
use crate::{next, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::clock::{MINUTE, Micros};
use kit::form::Form;
use kit::page::{Frame, html, leads_on, with_cookies};
use kit::session::{self, Surface, token_hash};
use kit::who::{Person, Who};
use kit::{Error, Result};

/// How long the way there and back may take: the first time a second factor may have to be set up there.
const LASTS: Micros = 15 * MINUTE;

#[derive(Template)]
#[template(path = "sign-on.html")]
struct Page {
    frame: Frame,
    to: String,
}

/// POST `/desk/sign-in/council`. Where the council has no provider there is no such page.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let sign_on = SignOn::of(&app).ok_or(Error::NotFound)?;
    let next = next::safe(form.value("next"));
    let state = app.entropy.token();
    let to = match sign_on.provider.address(&app, &state).await {
        Ok(to) => to,
        Err(refusal) => return Ok(refusal.back(next)),
    };
    let mut tx = app.db.begin().await?;
    let (session, cookie) = session::start(&mut tx, &app, Surface::Staff, &Person::Anyone, &who).await?;
    let visitor = who.visitor.unwrap_or(session);
    store::begin_sign_on(&mut tx, token_hash(&state), visitor, next, app.now() + LASTS).await?;
    tx.commit().await?;
    let page = Page { frame: frame(&app, &who, "/desk/sign-in", "workforce-council-way", false), to };
    with_cookies(leads_on(html(&page)?, 0, &page.to)?, [cookie])
}
