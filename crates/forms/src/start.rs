//! Starting a form: the first POST of a browser gives it a visitor session; the draft stays on the service's version.

use crate::draft::Draft;
use crate::{enter, service, store};
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kit::clock::HOUR;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{see, with_cookies};
use kit::who::{Person, Who};
use kit::{App, Error, Result};
use residents::grants;
use serde_json::json;

/// POST /forms/{service}/start.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    if matches!(who.person, Person::Staff(_) | Person::Program(_) | Person::System) {
        return Err(Error::Forbidden);
    }
    let service = service::open_now(&app, &id)?;
    if let Some(page) = services::turned_away(&app, &who, &headers, service.definition(), &form).await? {
        return Ok(page);
    }
    let mut tx = app.db.begin().await?;
    let (visitor, cookie) = grants::visitor(&mut tx, &app, &who).await?;
    if let Some(page) = services::not_among(&app, &who, service.definition(), visitor)? {
        // The browser keeps its session, so that trying again gives the same answer.
        tx.commit().await?;
        return with_cookies(page, cookie);
    }
    let draft = Draft::new(app.id(), &id, service.version, &who, visitor, app.now());
    // A second press, or "start" again before anything was answered, carries on with the same draft.
    let untouched = store::untouched(&mut tx, &draft, draft.started - HOUR).await?;
    let draft = Draft { id: untouched.unwrap_or(draft.id), ..draft };
    if untouched.is_none() {
        store::insert(&mut tx, &draft).await?;
        let mut fact = Fact::new("draft.started", &who).about("draft", draft.id);
        if let Some(resident) = draft.resident.some() {
            fact = fact.about("resident", resident);
        }
        let data = json!({ "service": draft.service, "version": draft.version, "lang": draft.lang });
        facts::record(&mut tx, &app, fact.data(data)).await?;
    }
    tx.commit().await?;
    with_cookies(see(&enter::address(&draft, &service.first_step(&draft), false)), cookie)
}
