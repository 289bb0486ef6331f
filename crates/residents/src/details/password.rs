//! Setting, changing and removing the password.

use super::{changed, done, own, read_own};
use crate::model::Resident;
use crate::tell::{self, Message, To};
use crate::{chosen, door, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::app::App;
use kit::facts::Subject;
use kit::form::Form;
use kit::page::{Frame, html, invalid, too_often};
use kit::who::Who;
use kit::{Result, keys, password, session};

#[derive(Template)]
#[template(path = "password-change.html")]
struct Page {
    frame: Frame,
    form: Form,
    has: bool,
    username: String,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, resident: &Resident) -> Page {
        let has = resident.password_hash.is_some();
        let title = if has { "residents-password-change" } else { "residents-password-choose" };
        let frame = Frame::new(app, who, "/account/details/password", title).with_error(!form.is_good());
        let username = resident.email.clone().or_else(|| resident.phone.clone()).unwrap_or_default();
        Page { frame, form, has, username }
    }
}

/// GET `/account/details/password`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let resident = read_own(&app, &who).await?;
    html(&Page::new(&app, &who, Form::empty(), &resident))
}

/// POST `/account/details/password` and `/account/details/password/remove`. Other sessions and keys end, and the resident is told.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    uri: Uri,
    mut form: Form,
) -> Result<Response> {
    let remove = uri.path().ends_with("/remove");
    let resident = read_own(&app, &who).await?;
    match prove(&app, &who, &mut form, &resident).await? {
        Proved::Right => {}
        Proved::Wrong => return invalid(&Page::new(&app, &who, form, &resident)),
        Proved::TooOften(seconds) => return too_often(seconds, &Page::new(&app, &who, form, &resident)),
    }
    let wanted = form.value("password").to_owned();
    if !remove {
        let own = [Some(resident.name.clone()), resident.email.clone(), resident.phone.clone()];
        let own: Vec<String> = own.into_iter().flatten().collect();
        chosen::password(&app, &who, &mut form, &wanted, &own);
        if !form.is_good() {
            return invalid(&Page::new(&app, &who, form, &resident));
        }
    }
    let hash = if remove { None } else { Some(password::hash(&app.entropy, &wanted).await?) };
    let mut tx = app.db.begin().await?;
    let now = own(&mut tx, &who).await?;
    // What was proved must still be what is replaced.
    if now.password_hash != resident.password_hash {
        return Err(kit::Error::Changed);
    }
    store::set_password(&mut tx, now.id, now.revision, hash.as_deref()).await?;
    if let Some(this) = who.session {
        session::end_others(&mut tx, now.id, this).await?;
    }
    // A thief's device must not stay a known one, nor a key they made.
    keys::end_all(&mut tx, &app, &who, &Subject::new("resident", now.id)).await?;
    let this = match who.device {
        Some(device) if store::devices::known(&mut tx, now.id, device).await? => Some(device),
        _ => None,
    };
    store::devices::forget_all(&mut tx, now.id).await?;
    if let Some(this) = this {
        store::devices::remember(&mut tx, now.id, this, app.now()).await?;
    }
    let what = if remove { "password-removed" } else { "password" };
    changed(&mut tx, &app, &who, what).await?;
    let message = Message {
        key: "residents-told-password",
        values: vec![("when", now.lang.date_time(app.now()))],
        about: vec![Subject::new("resident", now.id)],
        link: None,
        ..Message::default()
    };
    tell::tell(&mut tx, &app, To::Resident(now.id), message).await?;
    tx.commit().await?;
    Ok(done(what))
}

/// What came of asking for the present password.
enum Proved {
    /// It is the one, or there is none.
    Right,
    /// It is another.
    Wrong,
    /// One try too many, for so many seconds.
    TooOften(u64),
}

/// Asks for the present password where there is one, counted like signing in.
async fn prove(app: &App, who: &Who, form: &mut Form, resident: &Resident) -> Result<Proved> {
    let Some(stored) = resident.password_hash.as_deref() else { return Ok(Proved::Right) };
    let behind = door::Behind::of(app, who, resident).await?;
    if let Some(seconds) = behind.count(app).await? {
        let minutes = door::minutes(seconds);
        form.refuse("current", app.words.with(who.lang, "residents-too-many", &[("minutes", minutes.into())]));
        return Ok(Proved::TooOften(seconds));
    }
    if password::verify(password::Asker::Known, Some(stored), form.value("current")).await? {
        let mut tx = app.db.begin().await?;
        behind.clear(&mut tx).await?;
        tx.commit().await?;
        return Ok(Proved::Right);
    }
    form.refuse("current", app.t(who.lang, "residents-password-current-wrong"));
    Ok(Proved::Wrong)
}
