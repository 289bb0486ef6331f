//! The first page of signing in or up: an email or a phone; a code goes there, whether or not there is an account.

use crate::access::{self, Action};
use crate::codes::{self, Ask, Purpose};
use crate::desk::said_to;
use crate::door::{Instead, slow_down};
use crate::model::Address;
use crate::{grants, next};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::Uri;
use axum::response::Response;
use kit::app::App;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, too_often, with_cookies};
use kit::who::{Person, Who};
use kit::{Error, Id, Result};

#[derive(Template)]
#[template(path = "sign-in.html")]
struct Page {
    frame: Frame,
    form: Form,
    next: String,
    up: bool,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, next: &str, up: bool) -> Page {
        let (path, title) = if up { ("/sign-up", "residents-sign-up") } else { ("/sign-in", "residents-sign-in") };
        let here = if next == next::HOME { path.to_owned() } else { link::path(path, &[("next", next)]) };
        let frame = Frame::new(app, who, here, title).with_error(!form.is_good());
        Page { frame, form, next: next.to_owned(), up }
    }

    fn with_password(&self) -> String {
        link::path("/sign-in/password", &[("next", &self.next)])
    }

    fn other(&self) -> String {
        link::path(if self.up { "/sign-in" } else { "/sign-up" }, &[("next", &self.next)])
    }
}

fn purpose(up: bool) -> Purpose {
    if up { Purpose::SignUp } else { Purpose::SignIn }
}

/// GET `/sign-in` and `/sign-up`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
    uri: Uri,
) -> Result<Response> {
    let next = next::of_query(query.as_deref());
    if matches!(who.person, Person::Resident(_)) {
        return Ok(see(&next));
    }
    html(&Page::new(&app, &who, Form::empty(), &next, uri.path() == "/sign-up"))
}

/// POST `/sign-in` and `/sign-up`: sends a code and leads to the page that asks for it.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    uri: Uri,
    mut form: Form,
) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let up = uri.path() == "/sign-up";
    let next = next::safe(form.value("next")).to_owned();
    let address = match read(&app, &who, &form) {
        Ok(address) => address,
        Err(words) => {
            form.refuse("address", words);
            return invalid(&Page::new(&app, &who, form, &next, up));
        }
    };
    match send(&app, &who, &address, purpose(up), &next).await {
        Ok((challenge, cookie)) => {
            let values = [("challenge", challenge.to_string()), ("next", next)];
            let to = link::path(code_path(up), &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            with_cookies(see(&to), cookie)
        }
        Err(Error::TooMany(seconds)) => {
            form.refuse("address", slow_down(&app, &who, Instead::Link, seconds));
            too_often(seconds, &Page::new(&app, &who, form, &next, up))
        }
        Err(cause) => Err(cause),
    }
}

/// The page that asks for the code.
pub fn code_path(up: bool) -> &'static str {
    if up { "/sign-up/code" } else { "/sign-in/code" }
}

/// The address typed, if a code can reach it; else what is wrong, in words.
pub fn read(app: &App, who: &Who, form: &Form) -> Result<Address, String> {
    let said = |key: &'static str| app.t(who.lang, said_to(who, key)).to_owned();
    let address = Address::read(form.value("address")).map_err(said)?;
    match address.can_get_codes(app) {
        true => Ok(address),
        false if address.reachable() => Err(no_texts(app, who)),
        false => Err(said("residents-address-landline")),
    }
}

/// Words for a mobile number where nobody carries texts for the council.
pub fn no_texts(app: &App, who: &Who) -> String {
    let key = said_to(who, "residents-address-no-texts");
    app.words.with(who.lang, key, &[("phone", app.council.phone.as_str().into())])
}

async fn send(app: &App, who: &Who, address: &Address, purpose: Purpose, next: &str) -> Result<(Id, Option<String>)> {
    let mut tx = app.db.begin().await?;
    let (visitor, cookie) = grants::visitor(&mut tx, app, who).await?;
    let ask = Ask {
        purpose,
        subject: Id::NONE,
        visitor,
        device: who.device,
        address,
        deliver: true,
        leads_to: next,
        lang: who.lang,
        read_out: false,
    };
    let challenge = codes::send(&mut tx, app, ask).await?;
    tx.commit().await?;
    Ok((challenge, cookie))
}
