//! `POST /desk/keep`: somebody rings while something is typed into a page of the desk. What was typed is kept for that page, and
//! its officer goes where they want: to a new contact, or to one that is open. By script it is sent now and then, and answers with
//! nothing.

use super::contacts;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::form::Form;
use kit::page::see;
use kit::session::Surface;
use kit::who::Who;
use kit::{App, Error, Result, link, typed};

/// Letters of the address of a page.
const LONGEST: usize = 200;

/// Keeps it and leads on.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    let staff = who.staff()?.id;
    let page = form.value("page");
    if page.len() > LONGEST || !link::is_ours(page, Surface::Staff) {
        return Err(Error::BadRequest("page-form-not-understood"));
    }
    let mut tx = app.db.begin().await?;
    typed::keep(&mut tx, (staff, page), app.now(), &form).await?;
    let then = match form.value("then") {
        "new" => contact::path(contacts::begin(&mut tx, &app, &who, (&form, "start")).await?),
        then => at_the_desk(then).unwrap_or_else(|| page.to_owned()),
    };
    tx.commit().await?;
    if form.value("quiet") == "1" {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(see(&then))
}

/// Where a button leads, if that is a page of the desk.
pub fn at_the_desk(then: &str) -> Option<String> {
    let is_ours = then.strip_prefix("/desk/").is_some_and(|rest| {
        !rest.starts_with('/') && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-/?=".contains(&byte))
    });
    is_ours.then(|| then.to_owned())
}
