//! The link in the last code for signing in or up: a page with a button, then what the right code does.

use crate::access::{self, Action};
use crate::codes::{self, Purpose};
use crate::sign_in_code::enter;
use crate::{grants, links, next};
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use kit::app::App;
use kit::form::Form;
use kit::link;
use kit::page::{see, with_cookies};
use kit::who::{Person, Who};
use kit::{Error, Result};

const DOOR: &str = "/sign-in/link";

fn over(app: &App, who: &Who) -> Result<Response> {
    if matches!(who.person, Person::Resident(_)) {
        return Ok(see(next::HOME));
    }
    links::draw(app, who, DOOR, "/sign-in", ("", None))
}

/// GET `/sign-in/link?token=…`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = link::query(query.as_deref());
    let token = asked.value("token");
    match links::find(&mut *app.db.read().await?, &app, DOOR, token).await? {
        Some(link) => links::draw(&app, &who, DOOR, "/sign-in", (token, Some(&link))),
        None => over(&app, &who),
    }
}

/// POST `/sign-in/link`: does what the right code would have done. A second press does the same again.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let mut tx = app.db.begin().await?;
    let Some(link) = links::take(&mut tx, &app, DOOR, &form).await? else { return over(&app, &who) };
    // A link can be passed on. What this browser has sent without an account goes with it only where it asked for the code.
    let own = who.visitor.filter(|visitor| *visitor == link.asked_by);
    let (visitor, cookie) = grants::visitor(&mut tx, &app, &Who { visitor: own, ..who.clone() }).await?;
    let purpose = Purpose::of(&link.purpose).ok_or_else(|| Error::internal("a link for nothing we know"))?;
    let proof = codes::prove(&mut tx, &app, visitor, purpose, &link.address).await?;
    // A browser that was never here has its session since a moment ago; signing in begins another in its place.
    let session = if own.is_some() { who.session } else { Some(visitor) };
    let who = Who { session, visitor: Some(visitor), ..who };
    let (to, cookies) = enter(tx, &app, &who, &headers, &proof, (purpose == Purpose::SignUp, &link.leads_to)).await?;
    with_cookies(see(&to), cookie.into_iter().chain(cookies))
}
