//! `POST /desk/outages/{id}/done`: whoever is over its reporter says what was done about it.

use super::{WORDS, fact, found, path, show};
use crate::door::{frame, t};
use crate::store;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Result, read};

/// Puts it in the place of what was said before, under a check of the revision.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut seen = found(&mut tx, &who, &id).await?;
    if !seen.leads {
        return Err(Error::Forbidden);
    }
    let frame = frame(&app, &who, path(seen.outage.id), "workforce-outages-one", false);
    let Some(done) = read::line(&frame, &mut form, "done", "workforce-outages-done-empty", WORDS) else {
        return show::again(&mut tx, &app, &who, seen, form).await;
    };
    let outage = &mut seen.outage;
    if outage.done != done {
        if form.value("revision") != outage.revision.to_string() {
            form.refuse("done", t(&app, "workforce-outages-changed"));
            return show::again(&mut tx, &app, &who, seen, form).await;
        }
        (outage.done, outage.done_by, outage.done_at) = (done, who.staff()?.id, app.now());
        store::outages::save(&mut tx, outage).await?;
        facts::record(&mut tx, &app, fact("outage.dealt", &who, outage)).await?;
        tx.commit().await?;
    }
    Ok(see(&format!("{}?done=dealt", path(seen.outage.id))))
}
