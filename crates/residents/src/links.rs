//! The link in the last code that is sent for a while. Strangers can ask for codes until no more are sent; whoever reads the
//! messages there is let in by the link all that time, so nobody is kept out. It cannot be guessed, so no tries are counted.
//!
//! Behind a link stands a page with a button: mail scanners open links, they press nothing. The page has a number of its own,
//! so that a button pressed twice does the same twice, and nobody else can press it again.

use crate::codes::{Ask, Purpose};
use crate::store::links;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kit::app::App;
use kit::attempts::{self, CODES_SENT};
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::page::{Frame, html_with};
use kit::session::token_hash;
use kit::who::Who;
use kit::{Id, Result, link};

pub use crate::store::links::Link;

/// Where the link of a code leads, by what the code is for; nothing where strangers cannot ask for one.
fn door(purpose: Purpose) -> Option<&'static str> {
    match purpose {
        Purpose::SignIn | Purpose::SignUp => Some("/sign-in/link"),
        Purpose::Track => Some("/track/link"),
        Purpose::Resume | Purpose::Verify | Purpose::Caller | Purpose::Join => None,
    }
}

/// The link for the last code, good for as long as no more are sent: its path.
pub(crate) async fn make(tx: &mut Tx, app: &App, ask: &Ask<'_>, bucket: String) -> Result<Option<String>> {
    let Some(door) = door(ask.purpose) else { return Ok(None) };
    let token = app.entropy.token();
    let link = Link {
        purpose: ask.purpose.code().to_owned(),
        subject: ask.subject,
        address: ask.address.clone(),
        leads_to: ask.leads_to.to_owned(),
        bucket,
        asked_by: ask.visitor,
    };
    links::insert(tx, token_hash(&token), &link, app.now() + CODES_SENT.window).await?;
    Ok(Some(link::path(door, &[("token", &token)])))
}

/// The link behind a token at this door, if it is good and nobody has used it.
pub async fn find(conn: &mut Conn, app: &App, door: &str, token: &str) -> Result<Option<Link>> {
    let found = links::find(conn, token_hash(token), app.now()).await?;
    Ok(found.filter(|link| is_of(link, door)))
}

/// Uses the link that the button of a page stands for; from now on codes are sent again. A second press finds it too.
pub async fn take(tx: &mut Tx, app: &App, door: &str, form: &Form) -> Result<Option<Link>> {
    let Ok(page) = form.value("page").parse::<Id>() else { return Ok(None) };
    let used = links::take(tx, token_hash(form.value("token")), page, app.now()).await?;
    let Some(link) = used.filter(|link| is_of(link, door)) else { return Ok(None) };
    attempts::clear(tx, &link.bucket).await?;
    Ok(Some(link))
}

fn is_of(link: &Link, its_door: &str) -> bool {
    Purpose::of(&link.purpose).and_then(door) == Some(its_door)
}

#[derive(Template)]
#[template(path = "link.html")]
struct Page<'a> {
    frame: Frame,
    door: &'a str,
    token: &'a str,
    /// The page's own number.
    page: Id,
    /// Where the link was sent; nothing when it is no longer good.
    address: Option<&'a str>,
    /// Where a new code is asked for.
    again: &'a str,
}

/// Draws the page of a link: who it was sent to, and a button; or that it is no longer good, and where to ask `again`.
pub fn draw(app: &App, who: &Who, door: &str, again: &str, (token, found): (&str, Option<&Link>)) -> Result<Response> {
    let here = link::path(door, &[("token", token)]);
    let title = if found.is_some() { "residents-link" } else { "residents-link-over" };
    let frame = Frame::new(app, who, here, title);
    let address = found.map(|link| link.address.as_str());
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    html_with(status, &Page { frame, door, token, page: app.id(), address, again })
}
