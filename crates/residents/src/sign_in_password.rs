//! Signing in with a password. The same words and the same work, whether or not there is an account.

use crate::access::{self, Action};
use crate::door::{self, Behind, minutes};
use crate::model::Address;
use crate::{next, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use kit::Result;
use kit::app::App;
use kit::db::Tx;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, too_often, with_cookies};
use kit::password;
use kit::who::{Person, Who};

#[derive(Template)]
#[template(path = "password.html")]
struct Page {
    frame: Frame,
    form: Form,
    next: String,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, next: &str) -> Page {
        let frame = Frame::new(app, who, "/sign-in/password", "residents-sign-in-password").with_error(!form.is_good());
        Page { frame, form, next: next.to_owned() }
    }

    fn with_code(&self) -> String {
        link::path("/sign-in", &[("next", &self.next)])
    }
}

/// GET `/sign-in/password`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let next = next::of_query(query.as_deref());
    if matches!(who.person, Person::Resident(_)) {
        return Ok(see(&next));
    }
    html(&Page::new(&app, &who, Form::empty(), &next))
}

/// POST `/sign-in/password`.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let next = next::safe(form.value("next")).to_owned();
    let address = match Address::read(form.value("address")) {
        Ok(address) => address,
        Err(key) => {
            form.refuse("address", app.t(who.lang, key));
            return invalid(&Page::new(&app, &who, form, &next));
        }
    };
    if form.value("password").is_empty() {
        form.refuse("password", app.t(who.lang, "residents-password-empty"));
        return invalid(&Page::new(&app, &who, form, &next));
    }
    let behind = Behind::find(&app, &who, &address).await?;
    if let Some(seconds) = behind.count(&app).await? {
        let words = app.words.with(who.lang, "residents-too-many", &[("minutes", minutes(seconds).into())]);
        form.refuse("password", words);
        return too_often(seconds, &Page::new(&app, &who, form, &next));
    }
    let stored = behind.resident.as_ref().and_then(|resident| resident.password_hash.as_deref());
    let right = password::verify(password::Asker::on(behind.device), stored, form.value("password")).await?;
    let mut tx = app.db.begin().await?;
    // Checking takes its time: a password changed meanwhile no longer opens.
    let right = right && is_still(&mut tx, &behind).await?;
    match (&behind.resident, right) {
        (Some(resident), true) => {
            behind.clear(&mut tx).await?;
            let cookies = door::open(&mut tx, &app, &who, &headers, resident, "password").await?;
            tx.commit().await?;
            with_cookies(see(&next), cookies)
        }
        (resident, _) => {
            door::refused(&mut tx, &app, &who, resident.as_ref().map(|resident| resident.id), "password").await?;
            tx.commit().await?;
            form.refuse("password", app.t(who.lang, "residents-password-wrong"));
            invalid(&Page::new(&app, &who, form, &next))
        }
    }
}

/// True while the account has the password that was checked.
async fn is_still(tx: &mut Tx, behind: &Behind) -> Result<bool> {
    let Some(checked) = &behind.resident else { return Ok(false) };
    let now = store::by_id(tx, checked.id).await?;
    Ok(now.is_some_and(|resident| resident.password_hash == checked.password_hash))
}
