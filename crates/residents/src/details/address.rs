//! Changing the email address or the telephone number: a code goes to the new one, and only then is it the account's. A
//! landline cannot be texted: it is kept as typed, for calls, and opens nothing.

use super::{changed, done, own, read_own};
use crate::codes::{self, Ask, Purpose};
use crate::door::{Instead, slow_down};
use crate::model::{Address, Resident};
use crate::sign_in::no_texts;
use crate::{find, grants, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::app::App;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, too_often};
use kit::who::Who;
use kit::{Error, Result};

/// The email address or the telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The email address.
    Email,
    /// The telephone number.
    Phone,
}

impl Which {
    fn of(uri: &Uri) -> Which {
        if uri.path().starts_with("/account/details/email") { Which::Email } else { Which::Phone }
    }

    /// Which of the two an address is.
    pub fn is(address: &Address) -> Which {
        match address {
            Address::Email(_) => Which::Email,
            Address::Phone(_) => Which::Phone,
        }
    }

    /// The code, in paths and facts.
    pub fn code(self) -> &'static str {
        match self {
            Which::Email => "email",
            Which::Phone => "phone",
        }
    }

    /// The one the account has.
    pub fn held(self, resident: &Resident) -> Option<&str> {
        match self {
            Which::Email => resident.email.as_deref(),
            Which::Phone => resident.phone.as_deref(),
        }
    }

    fn read(self, typed: &str) -> Result<Address, &'static str> {
        match self {
            Which::Email => Address::email(typed),
            Which::Phone => Address::phone(typed),
        }
    }
}

#[derive(Template)]
#[template(path = "address.html")]
struct Page {
    frame: Frame,
    form: Form,
    email: bool,
    removable: bool,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, which: Which, resident: &Resident) -> Page {
        let (path, title) = match which {
            Which::Email => ("/account/details/email", "residents-email"),
            Which::Phone => ("/account/details/phone", "residents-phone"),
        };
        let frame = Frame::new(app, who, path, title).with_error(!form.is_good());
        Page { frame, form, email: which == Which::Email, removable: can_remove(resident, which) }
    }
}

/// An address may go only while another one is left to sign in with.
fn can_remove(resident: &Resident, which: Which) -> bool {
    let other = match which {
        Which::Email => resident.phone.as_deref(),
        Which::Phone => resident.email.as_deref(),
    };
    let left = other.and_then(|other| Address::read(other).ok()).is_some_and(|other| other.reachable());
    let held = which.held(resident).and_then(|held| Address::read(held).ok());
    held.is_some_and(|held| left || !held.reachable())
}

/// GET `/account/details/email` and `/account/details/phone`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, uri: Uri) -> Result<Response> {
    let (which, resident) = (Which::of(&uri), read_own(&app, &who).await?);
    let form = Form::empty().fill(which.code(), which.held(&resident).unwrap_or_default());
    html(&Page::new(&app, &who, form, which, &resident))
}

/// POST `/account/details/email` and `/account/details/phone`.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    uri: Uri,
    mut form: Form,
) -> Result<Response> {
    let (which, resident) = (Which::of(&uri), read_own(&app, &who).await?);
    let address = match which.read(form.value(which.code())) {
        Ok(address) => address,
        Err(key) => {
            form.refuse(which.code(), app.t(who.lang, key));
            return invalid(&Page::new(&app, &who, form, which, &resident));
        }
    };
    if !address.reachable() {
        return keep_landline(&app, &who, form, &resident, &address).await;
    }
    if !address.can_get_codes(&app) {
        form.refuse(which.code(), no_texts(&app, &who));
        return invalid(&Page::new(&app, &who, form, which, &resident));
    }
    let mut tx = app.db.begin().await?;
    let (visitor, _) = grants::visitor(&mut tx, &app, &who).await?;
    let ask = Ask {
        purpose: Purpose::Verify,
        subject: resident.id,
        visitor,
        device: who.device,
        address: &address,
        deliver: true,
        leads_to: "/account/details",
        lang: resident.lang,
        read_out: false,
    };
    match codes::send(&mut tx, &app, ask).await {
        Ok(challenge) => {
            tx.commit().await?;
            Ok(see(&link::path("/account/details/verify", &[("challenge", &challenge.to_string())])))
        }
        Err(Error::TooMany(seconds)) => {
            form.refuse(which.code(), slow_down(&app, &who, Instead::Newest, seconds));
            too_often(seconds, &Page::new(&app, &who, form, which, &resident))
        }
        Err(cause) => Err(cause),
    }
}

/// A landline replaces a number only if the account can still be signed in to.
async fn keep_landline(
    app: &App,
    who: &Who,
    mut form: Form,
    resident: &Resident,
    address: &Address,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let now = own(&mut tx, who).await?;
    if now.email.is_none() {
        form.refuse("phone", app.t(who.lang, "residents-phone-last"));
        return invalid(&Page::new(app, who, form, Which::Phone, resident));
    }
    store::set_address(&mut tx, now.id, now.revision, "phone", Some(address)).await?;
    find::keys::write(&mut tx, now.id).await?;
    super::verify::warn(&mut tx, app, &now, Which::Phone).await?;
    changed(&mut tx, app, who, "phone").await?;
    tx.commit().await?;
    Ok(done("phone"))
}

/// POST `/account/details/email/remove` and `/account/details/phone/remove`.
pub async fn remove(State(app): State<App>, Extension(who): Extension<Who>, uri: Uri) -> Result<Response> {
    crate::access::own(&who)?;
    let which = Which::of(&uri);
    let mut tx = app.db.begin().await?;
    let now = own(&mut tx, &who).await?;
    if which.held(&now).is_some() {
        if !can_remove(&now, which) {
            return Err(Error::Refused("residents-address-last"));
        }
        store::set_address(&mut tx, now.id, now.revision, which.code(), None).await?;
        find::keys::write(&mut tx, now.id).await?;
        super::verify::warn(&mut tx, &app, &now, which).await?;
        changed(&mut tx, &app, &who, which.code()).await?;
    }
    tx.commit().await?;
    Ok(done(if which == Which::Email { "email-removed" } else { "phone-removed" }))
}
