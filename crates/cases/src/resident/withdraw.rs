//! A resident takes their case back, where the service allows it and nobody else reported the same.

use crate::book;
use crate::facts::{self, Data};
use crate::resident::door::{self, Seen};
use crate::resident::text;
use crate::{store, tell};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Id, Result};

#[derive(Template)]
#[template(path = "withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    form: Form,
    path: String,
    title: String,
    /// What becomes of it, and whether it can be opened again.
    words: String,
    key: String,
}

fn draw(app: &App, who: &Who, seen: &Seen, form: Form) -> Result<WithdrawPage> {
    let path = format!("{}/withdraw", seen.path());
    let frame = Frame::new(app, who, path, "cases-withdraw-title").with_error(!form.is_good());
    let words = match book::of(app, &seen.case)?.reopen_days() {
        0 => frame.t("cases-withdraw-for-good").to_owned(),
        days => frame.with("cases-withdraw-words", "days", i64::from(days)),
    };
    let (title, key) = (seen.title.clone(), form.value("key").to_owned());
    Ok(WithdrawPage { path: seen.path(), title, words, key, form, frame })
}

/// The page that asks whether they are sure.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let Some(seen) = door::open(&mut conn, &app, &who, &reference).await? else {
        return Ok(page::see(&door::elsewhere(&reference)));
    };
    if !seen.case.status.is_live() || !allowed(&app, &mut conn, &seen).await? {
        return Ok(page::see(&seen.path()));
    }
    page::html(&draw(&app, &who, &seen, Form::empty().fill("key", app.id().to_string()))?)
}

async fn allowed(app: &App, conn: &mut Conn, seen: &Seen) -> Result<bool> {
    let alone = seen.joiner.is_none() && store::reporters::others(conn, seen.case.id, 1).await? == 0;
    Ok(alone && book::of(app, &seen.case)?.may_withdraw())
}

/// Takes the case back, once.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let frame = Frame::new(&app, &who, "", "cases-withdraw-title");
    let reason = text(&frame, &mut form, "reason", None);
    if !form.is_good() {
        let mut conn = app.db.read().await?;
        let seen = door::open(&mut conn, &app, &who, &reference).await?.ok_or(Error::SignIn)?;
        return page::invalid(&draw(&app, &who, &seen, form)?);
    }
    let seen = take_back(&app, &who, &reference, reason, key).await?;
    Ok(page::see(&format!("{}?done=withdrawn", seen.path())))
}

/// Takes it back, once, with a reason that may be empty.
pub(crate) async fn take_back(app: &App, who: &Who, reference: &str, reason: String, key: Id) -> Result<Seen> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let seen = door::open(&mut tx, app, who, reference).await?.ok_or(Error::SignIn)?;
    if store::keys::claim(&mut tx, key, seen.case.id, now).await? {
        let before = seen.case.clone();
        let mut case = seen.case.clone();
        case.withdraw(allowed(app, &mut tx, &seen).await?, now)?;
        store::cases::save(&mut tx, &mut case).await?;
        let data = Data { reporter: Some(seen.me()), ..facts::change(&before, &case) };
        let mut fact = facts::about("case.withdrawn", who, &case).data(data.json());
        if !reason.is_empty() {
            fact = fact.body(reason);
        }
        facts::record(&mut tx, app, fact).await?;
        store::untold::forget(&mut tx, case.id, seen.me()).await?;
        tell::first(&mut tx, app, &case, "cases-told-withdrawn", &|_| Vec::new()).await?;
        tx.commit().await?;
    }
    Ok(seen)
}
