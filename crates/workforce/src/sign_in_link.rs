//! A link for a member of staff whom strangers' guesses keep waiting on a new device: it comes by email, at most once while it is
//! good, and makes the device it is opened on a known one. Password and code are asked there as ever.

use crate::access::{self, Action};
use crate::door::{frame, remember, t};
use crate::store::{self, Keys};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use hmac::{Hmac, KeyInit, Mac};
use kit::app::App;
use kit::attempts::{self, Limit};
use kit::clock::{HOUR, Micros};
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::outbox::{self, Message};
use kit::page::{Frame, html, html_with, see, with_cookies};
use kit::who::Who;
use kit::{Error, Id, Lang, Result, link};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// How long a link is good, and how long no other is sent.
const LASTS: Micros = 6 * HOUR;
const ONE: Limit = Limit { most: 1, window: LASTS };
const PATH: &str = "/desk/sign-in/link";

#[derive(Template)]
#[template(path = "sign-in-link.html")]
struct Page {
    frame: Frame,
    /// Who it is for, until when, and the mark that only we can make; nothing when it is no longer good.
    link: Option<Link>,
}

/// What a link says.
struct Link {
    staff: Id,
    until: Micros,
    mark: String,
}

impl Link {
    fn new(app: &App, staff: Id, until: Micros) -> Result<Link> {
        Ok(Link { staff, until, mark: mark(app, staff, until)? })
    }

    /// The link of a query or a form, if it is ours and still good.
    fn read(app: &App, form: &Form) -> Result<Option<Link>> {
        let (Ok(staff), Ok(until)) = (form.value("staff").parse::<Id>(), form.value("until").parse::<Micros>()) else {
            return Ok(None);
        };
        let link = Link::new(app, staff, until)?;
        let ours = bool::from(link.mark.as_bytes().ct_eq(form.value("mark").as_bytes()));
        Ok((ours && until > app.now()).then_some(link))
    }

    fn path(&self) -> String {
        let (staff, until) = (self.staff.to_string(), self.until.to_string());
        link::path(PATH, &[("staff", &staff), ("until", &until), ("mark", &self.mark)])
    }
}

fn mark(app: &App, staff: Id, until: Micros) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).map_err(Error::internal)?;
    mac.update(b"workforce: a device to be known");
    mac.update(&staff.0);
    mac.update(&until.to_be_bytes());
    Ok(mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Sends the link, unless one is on its way that is still good.
pub async fn offer(app: &App, keys: &Keys) -> Result<()> {
    let mut tx = app.db.begin().await?;
    match attempts::take(&mut tx, app, &format!("sign-in-link:{}", keys.id), ONE).await {
        Ok(_) => {}
        Err(Error::TooMany(_)) => return Ok(()),
        Err(cause) => return Err(cause),
    }
    let until = app.now() + LASTS;
    let url = format!("{}{}", app.council.origin.trim_end_matches('/'), Link::new(app, keys.id, until)?.path());
    let values = [("council", app.council.name.as_str().into()), ("link", url.as_str().into())];
    let text = app.words.with(Lang::EN, "workforce-told-link-body", &values);
    let message = Message::email(Lang::EN, &keys.email, t(app, "workforce-told-link-subject"), &text);
    outbox::send(&mut tx, app, message.about("staff", keys.id).secret(until)).await?;
    tx.commit().await
}

fn draw(app: &App, who: &Who, link: Option<Link>) -> Result<Response> {
    let title = if link.is_some() { "workforce-link" } else { "workforce-set-up-over" };
    let page = Page { frame: frame(app, who, PATH, title, false), link };
    if page.link.is_some() { html(&page) } else { html_with(StatusCode::NOT_FOUND, &page) }
}

/// GET `/desk/sign-in/link`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let link = Link::read(&app, &link::query(query.as_deref()))?;
    draw(&app, &who, link)
}

/// POST `/desk/sign-in/link`: makes the device a known one; a second press changes nothing.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let Some(link) = Link::read(&app, &form)? else { return draw(&app, &who, None) };
    let mut tx = app.db.begin().await?;
    if store::keys_by_id(&mut tx, link.staff).await?.is_none_or(|keys| !keys.active) {
        return draw(&app, &who, None);
    }
    let known = remember(&mut tx, &app, &who, link.staff).await?;
    facts::record(&mut tx, &app, Fact::new("staff.device-known", &who).about("staff", link.staff)).await?;
    tx.commit().await?;
    with_cookies(see("/desk/sign-in?done=link"), [known])
}
