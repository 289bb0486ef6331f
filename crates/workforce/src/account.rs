//! `/desk/account`: one's own password and device.

use crate::access::{self, Action};
use crate::chosen;
use crate::door::{self, Behind, frame, t, too_many};
use crate::{next, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use kit::app::App;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, html_with, see};
use kit::who::Who;
use kit::{Error, Result, password, session};
use serde_json::json;

#[derive(Template)]
#[template(path = "account.html")]
struct Page {
    frame: Frame,
    form: Form,
    email: String,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, email: &str) -> Page {
        let frame = frame(app, who, "/desk/account", "workforce-account", !form.is_good());
        Page { frame, form, email: email.to_owned() }
    }
}

async fn behind(app: &App, who: &Who) -> Result<(Behind, store::Keys)> {
    access::may(who, Action::Own)?;
    let behind = Behind::of(app, who, who.staff()?.id).await?;
    let keys = behind.keys.clone().ok_or(Error::SignIn)?;
    Ok((behind, keys))
}

/// GET `/desk/account`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let (_, keys) = behind(&app, &who).await?;
    let mut page = Page::new(&app, &who, Form::empty(), &keys.email);
    if next::query(query).value("done") == "password" {
        page.frame.notice = Some(t(&app, "workforce-done-password").to_owned());
    }
    html(&page)
}

/// Asks for the present password, counted like signing in. Gives the status of the refusal.
async fn prove(
    app: &App,
    behind: &Behind,
    keys: &store::Keys,
    form: &mut Form,
    field: &str,
) -> Result<Option<StatusCode>> {
    if let Some(seconds) = behind.count(app).await? {
        form.refuse(field, too_many(app, seconds));
        return Ok(Some(StatusCode::TOO_MANY_REQUESTS));
    }
    if password::verify(password::Asker::Known, keys.password_hash.as_deref(), form.value(field)).await? {
        let mut tx = app.db.begin().await?;
        behind.clear(&mut tx).await?;
        tx.commit().await?;
        return Ok(None);
    }
    form.refuse(field, t(app, "workforce-password-current-wrong"));
    Ok(Some(StatusCode::UNPROCESSABLE_ENTITY))
}

/// POST `/desk/account/password`: other sessions end.
pub async fn change_password(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    mut form: Form,
) -> Result<Response> {
    let (behind, keys) = behind(&app, &who).await?;
    if let Some(status) = prove(&app, &behind, &keys, &mut form, "current").await? {
        return html_with(status, &Page::new(&app, &who, form, &keys.email));
    }
    let wanted = form.value("password").to_owned();
    chosen::password(&app, &mut form, &wanted, &[&keys.name, &keys.email]);
    if !form.is_good() {
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&app, &who, form, &keys.email));
    }
    let hash = password::hash(&app.entropy, &wanted).await?;
    let mut tx = app.db.begin().await?;
    store::set_password(&mut tx, keys.id, &hash).await?;
    if let Some(this) = who.session {
        session::end_others(&mut tx, keys.id, this).await?;
    }
    let fact = Fact::new("staff.changed", &who).about("staff", keys.id).data(json!({ "what": ["password"] }));
    facts::record(&mut tx, &app, fact).await?;
    tx.commit().await?;
    Ok(see("/desk/account?done=password"))
}

/// POST `/desk/account/renew`: leads to a set-up link for a new device. The old device's codes open until the new one's are
/// set up.
pub async fn renew(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let (behind, keys) = behind(&app, &who).await?;
    if let Some(status) = prove(&app, &behind, &keys, &mut form, "renew").await? {
        return html_with(status, &Page::new(&app, &who, form, &keys.email));
    }
    let mut tx = app.db.begin().await?;
    let link = door::offer(&mut tx, &app, keys.id).await?;
    let fact = Fact::new("staff.link-made", &who).about("staff", keys.id);
    facts::record(&mut tx, &app, fact).await?;
    tx.commit().await?;
    Ok(see(&link))
}
