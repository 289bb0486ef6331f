//! `POST /ticket/{ticket}/leave`: they go, and say so. Sent again it changes nothing.

use super::path;
use crate::act;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Result};

/// Lets them go.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(ticket): Path<String>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut visit = crate::of_token(&mut tx, &ticket).await?;
    match act::leave(&mut tx, &app, &who, &mut visit).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Changed) => return Ok(see(&format!("{}?said=late", path(&ticket)))),
        Err(cause) => return Err(cause),
    }
    Ok(see(&path(&ticket)))
}
