//! `POST /desk/counter/{id}/…`: what happens to the person at the desk. Sent again, or by whoever was slower, it changes nothing
//! and leads back with a word.

use super::{HOME, LATE};
use crate::{act, call};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Tx;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// What is done with a visit, and where it leads.
async fn doing<T>(
    app: &App,
    id: &str,
    done: impl AsyncFnOnce(&mut Tx, Id) -> Result<T>,
) -> Result<Result<T, Response>> {
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    match done(&mut tx, id).await {
        Ok(led) => {
            tx.commit().await?;
            Ok(Ok(led))
        }
        Err(Error::Changed) => Ok(Err(see(LATE))),
        Err(cause) => Err(cause),
    }
}

fn home(done: Result<(), Response>) -> Response {
    done.err().unwrap_or_else(|| see(HOME))
}

/// Once more.
pub async fn recall(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    doing(&app, &id, async |tx, id| act::recall(tx, &app, &who, id).await).await.map(home)
}

/// They are here: it leads to the contact that has started.
pub async fn begin(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let begun = doing(&app, &id, async |tx, id| act::begin(tx, &app, &who, id).await).await?;
    Ok(begun.map_or_else(|late| late, |contact| see(&contact::path(contact))))
}

/// They did not come.
pub async fn no_show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    doing(&app, &id, async |tx, id| act::no_show(tx, &app, &who, id).await).await.map(home)
}

/// They fetch something.
pub async fn park(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    doing(&app, &id, async |tx, id| act::park(tx, &app, &who, id).await).await.map(home)
}

/// They have fetched it.
pub async fn this(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let called = async |tx: &mut Tx, id| call::this(tx, &app, &who, id).await.map(drop);
    doing(&app, &id, called).await.map(home)
}

/// They have come after all.
pub async fn back(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    doing(&app, &id, async |tx, id| act::back(tx, &app, &who, id).await).await.map(home)
}

/// They need somebody else.
pub async fn transfer(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let moved = async |tx: &mut Tx, id| act::transfer(tx, &app, &who, id, form.value("business")).await;
    doing(&app, &id, moved).await.map(home)
}

/// Somebody who waits is seen with them.
pub async fn merge(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    crate::check(&who, crate::Action::Serve)?;
    let Ok(other) = form.value("with").parse::<Id>() else { return Ok(see(LATE)) };
    doing(&app, &id, async |tx, id| act::merge(tx, &app, &who, other, id).await).await.map(home)
}
