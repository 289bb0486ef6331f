//! `POST /ticket/{ticket}/out`: they step out, or run late; nobody calls them for so many minutes, and their place is kept. With 0
//! they are back.

use super::path;
use super::show::CHOICES;
use crate::act;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Result};

/// Keeps their place.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(ticket): Path<String>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut visit = crate::of_token(&mut tx, &ticket).await?;
    // What the page does not offer is as good as too late: it shows what can be done now.
    let offered = |minutes: &i64| *minutes == 0 || CHOICES.contains(minutes);
    let Some(minutes) = form.value("minutes").parse().ok().filter(offered) else {
        return Ok(see(&format!("{}?said=late", path(&ticket))));
    };
    match act::step_out(&mut tx, &app, &who, &mut visit, minutes).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Changed) => return Ok(see(&format!("{}?said=late", path(&ticket)))),
        Err(cause) => return Err(cause),
    }
    Ok(see(&path(&ticket)))
}
