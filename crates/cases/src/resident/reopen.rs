//! A resident opens an ended case again, within the days the service allows, and says why.

use crate::book;
use crate::facts::{self, Data};
use crate::resident::door::{self, Seen};
use crate::resident::text;
use crate::tell::{self, Letter};
use crate::{dates, leavers, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Id, Result};

#[derive(Template)]
#[template(path = "reopen.html")]
struct ReopenPage {
    frame: Frame,
    form: Form,
    path: String,
    title: String,
    key: String,
}

fn draw(app: &App, who: &Who, seen: &Seen, form: Form) -> ReopenPage {
    let path = format!("{}/reopen", seen.path());
    let frame = Frame::new(app, who, path, "cases-reopen-title").with_error(!form.is_good());
    ReopenPage { path: seen.path(), title: seen.title.clone(), key: form.value("key").to_owned(), form, frame }
}

/// The page that asks why.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let Some(seen) = door::open(&mut conn, &app, &who, &reference).await? else {
        return Ok(page::see(&door::elsewhere(&reference)));
    };
    let until = seen.case.reopen_until(book::of(&app, &seen.case)?.reopen_days());
    if until.is_none_or(|until| app.now() >= until) {
        return Ok(page::see(&seen.path()));
    }
    page::html(&draw(&app, &who, &seen, Form::empty().fill("key", app.id().to_string())))
}

/// Opens the case again, once, with a new promise.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let frame = Frame::new(&app, &who, "", "cases-reopen-title");
    let reason = text(&frame, &mut form, "reason", Some("cases-reopen-empty"));
    if !form.is_good() {
        let mut conn = app.db.read().await?;
        let seen = door::open(&mut conn, &app, &who, &reference).await?.ok_or(Error::SignIn)?;
        return page::invalid(&draw(&app, &who, &seen, form));
    }
    let seen = open_again(&app, &who, &reference, reason, key).await?;
    Ok(page::see(&format!("{}?done=reopened", seen.path())))
}

/// Opens it again, once, with what is still wrong.
pub(crate) async fn open_again(app: &App, who: &Who, reference: &str, reason: String, key: Id) -> Result<Seen> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let seen = door::open(&mut tx, app, who, reference).await?.ok_or(Error::SignIn)?;
    if store::keys::claim(&mut tx, key, seen.case.id, now).await? {
        let before = seen.case.clone();
        let mut case = seen.case.clone();
        let book = book::of(app, &case)?;
        let answers = store::cases::answers(&mut tx, case.id).await?;
        let look = dates::in_working_days(app, now, dates::FIRST_LOOK)?;
        case.reopen(Some(book.reopen_days()), book.promise_again(app, &answers, now)?, look, now)?;
        case.owner = leavers::owner_now(&mut tx, case.owner).await?;
        store::cases::save(&mut tx, &mut case).await?;
        let data = Data { due: case.promise.due, reporter: Some(seen.me()), ..facts::change(&before, &case) };
        let fact = facts::about("case.reopened", who, &case).data(data.json()).body(reason);
        facts::record(&mut tx, app, fact).await?;
        let values = |lang: kit::Lang| vec![("due", dates::words(app, case.promise.due, lang))];
        let letter = Letter { key: "cases-told-reopened", values: &values, reason: None };
        tell::everybody(&mut tx, app, &case, letter).await?;
        tx.commit().await?;
    }
    Ok(seen)
}
