//! Changing the name.

use super::{changed, done, own, read_own};
use crate::{chosen, find, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::Result;
use kit::app::App;
use kit::form::Form;
use kit::page::{Frame, html, invalid};
use kit::who::Who;

#[derive(Template)]
#[template(path = "name.html")]
struct Page {
    frame: Frame,
    form: Form,
    revision: i64,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, revision: i64) -> Page {
        let frame = Frame::new(app, who, "/account/details/name", "residents-name").with_error(!form.is_good());
        Page { frame, form, revision }
    }
}

/// GET `/account/details/name`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let resident = read_own(&app, &who).await?;
    html(&Page::new(&app, &who, Form::empty().fill("name", resident.name), resident.revision))
}

/// POST `/account/details/name`.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let resident = read_own(&app, &who).await?;
    let Some(name) = chosen::name(&app, &who, &mut form) else {
        let drawn = form.value("revision").parse().unwrap_or(resident.revision);
        return invalid(&Page::new(&app, &who, form, drawn));
    };
    let revision: i64 = form.value("revision").parse().unwrap_or(0);
    let mut tx = app.db.begin().await?;
    let now = own(&mut tx, &who).await?;
    if now.revision != revision && now.name != name {
        let words = app.words.with(who.lang, "residents-name-changed", &[("name", (&now.name).into())]);
        form.refuse("name", words);
        return invalid(&Page::new(&app, &who, form, now.revision));
    }
    if now.name != name {
        store::set_name(&mut tx, now.id, now.revision, &name).await?;
        find::keys::write(&mut tx, now.id).await?;
        changed(&mut tx, &app, &who, "name").await?;
    }
    tx.commit().await?;
    Ok(done("name"))
}
