//! The link in the last code: a page with a button (mail scanners open links, they press nothing), then signed in, or the case.

use crate::access::{self, Action};
use crate::codes::{self, Purpose};
use crate::sign_in_code::enter;
use crate::store::links::Link;
use crate::{grants, links};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use kit::app::App;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, html_with, see, with_cookies};
use kit::who::Who;
use kit::{Error, Result};

#[derive(Template)]
#[template(path = "sign-in-link.html")]
struct Page {
    frame: Frame,
    token: String,
    /// Where the link was sent; nothing when it is no longer good.
    address: Option<String>,
}

impl Page {
    fn new(app: &App, who: &Who, token: &str, found: Option<&Link>) -> Page {
        let title = if found.is_some() { "residents-link" } else { "residents-link-over" };
        let address = found.and_then(|link| link.address.as_ref()).map(|address| address.as_str().to_owned());
        let frame = Frame::new(app, who, link::path(links::PATH, &[("token", token)]), title);
        Page { frame, token: token.to_owned(), address }
    }
}

fn over(app: &App, who: &Who) -> Result<Response> {
    html_with(StatusCode::NOT_FOUND, &Page::new(app, who, "", None))
}

/// GET `/sign-in/link?token=…`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = link::query(query.as_deref());
    let token = asked.value("token");
    match links::find(&mut *app.db.read().await?, &app, &who, token).await? {
        Some(link) => html(&Page::new(&app, &who, token, Some(&link))),
        None => over(&app, &who),
    }
}

/// POST `/sign-in/link`: does what the right code would have done. A second press in the same browser does the same again.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let mut tx = app.db.begin().await?;
    let (visitor, cookie) = grants::visitor(&mut tx, &app, &who).await?;
    let Some(link) = links::take(&mut tx, &app, visitor, form.value("token")).await? else { return over(&app, &who) };
    let purpose = links::purpose(&link)?;
    if purpose == Purpose::Track {
        grants::give(&mut tx, &app, visitor, grants::CASE, link.subject).await?;
        tx.commit().await?;
        return with_cookies(see(&link.leads_to), cookie);
    }
    let address = link.address.as_ref().ok_or_else(|| Error::internal("a link without an address"))?;
    let proof = codes::prove(&mut tx, &app, visitor, purpose, address).await?;
    // A browser that was never here has its session since a moment ago; signing in begins another in its place.
    let who = Who { session: who.session.or(Some(visitor)), visitor: Some(visitor), ..who };
    let (to, cookies) = enter(tx, &app, &who, &headers, &proof, (purpose == Purpose::SignUp, &link.leads_to)).await?;
    with_cookies(see(&to), cookie.into_iter().chain(cookies))
}
