//! Deleting a draft, after asking once.

use crate::{attach, enter, service, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::page::{Frame, html, see};
use kit::who::{Person, Who};
use kit::{App, Error, Id, Result};
use serde_json::json;

#[derive(Template)]
#[template(path = "delete.html")]
struct DeletePage {
    frame: Frame,
    back: String,
    action: String,
    words: String,
}

/// GET /forms/{draft}/delete.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let frame = &Frame::new(&app, &who, draft.step("delete"), "forms-delete-title");
    let words = frame.with("forms-delete-words", "service", definition.name(who.lang));
    html(&DeletePage { frame: frame.clone(), back: draft.path(), action: draft.step("delete"), words })
}

/// The words of what led somebody home from here, by `?done=` in the address of the page they are led to.
pub fn done_words(done: &str) -> Option<&'static str> {
    (done == "deleted").then_some("forms-delete-done")
}

/// POST /forms/{draft}/delete. A second press finds it gone, and leads to the same place.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let home = match who.person {
        Person::Resident(_) => "/account?done=deleted",
        Person::Staff(_) => "/desk/contacts",
        _ => "/?done=deleted",
    };
    let mut tx = app.db.begin().await?;
    let draft = match enter::draft(&mut tx, &app, &who, id).await {
        Ok(draft) => draft,
        Err(Error::NotFound) => return Ok(see(home)),
        Err(other) => return Err(other),
    };
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    store::consents::forget(&mut tx, id).await?;
    store::delete(&mut tx, id).await?;
    kit::files::delete_all(&mut tx, &attach::owner(id)).await?;
    let fact = Fact::new("draft.deleted", &who).about("draft", id);
    facts::record(&mut tx, &app, fact.data(json!({ "service": draft.service }))).await?;
    tx.commit().await?;
    Ok(see(home))
}
