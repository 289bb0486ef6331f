//! `POST /kiosk/{site}/join`: a ticket, once a touch.

use super::at;
use crate::join::give;
use crate::{Join, Way, token};
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Gives it, and leads to it.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(site): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    let (site, lang) = at(&mut *app.db.read().await?, &app, &headers, (&site, form.value("lang"))).await?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let asks = Join {
        key,
        business: form.value("business").to_owned(),
        lang: lang.tag.to_owned(),
        came: form.value("came").parse().ok(),
        ..Join::default()
    };
    give(&app, &who, site, Way::Kiosk, &asks).await?;
    let low = if form.value("low") == "1" { "?low=1" } else { "" };
    Ok(see(&format!("/kiosk/{}/{}/ticket/{}{low}", site.id, lang.tag, token(&app, key))))
}
