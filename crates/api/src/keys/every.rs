//! `/admin/keys`: every key there is, whose it is, and a way to end it at once.

use super::{Line, line};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::keys::{self, Key};
use kit::page::{Frame, html, see};
use kit::who::{Role, Who};
use kit::{App, Error, Id, Result};
use serde::Deserialize;

/// Keys on one page.
const PAGE: usize = 100;

/// From where.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    after: String,
}

#[derive(Template)]
#[template(path = "keys-every.html")]
struct Page {
    frame: Frame,
    keys: Vec<Line>,
    next: Option<Id>,
}

fn check(who: &Who) -> Result<()> {
    who.staff()?;
    if who.is(Role::Administrator) { Ok(()) } else { Err(Error::Forbidden) }
}

/// Draws them.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    check(&who)?;
    let mut conn = app.db.read().await?;
    let all = keys::list(&mut conn, asked.after.parse().unwrap_or(Id::NONE), PAGE).await?;
    let frame = Frame::new(&app, &who, "/admin/keys", "api-desk-keys-title");
    let mut lines = Vec::new();
    for key in &all {
        let name = match &key.holder {
            None => key.name.clone(),
            // What residents call theirs is theirs.
            Some(holder) if holder.kind == "resident" => frame.t("api-desk-keys-resident").to_owned(),
            Some(holder) => {
                let staff = workforce::name_of(&mut conn, holder.id).await?.unwrap_or_default();
                format!("{staff}: {}", key.name)
            }
        };
        lines.push(line(&frame, key, name, app.now()));
    }
    let next = (all.len() == PAGE).then(|| all.last().map(|last: &Key| last.id)).flatten();
    html(&Page { frame, keys: lines, next })
}

/// Ends one; ended again, nothing happens.
pub(crate) async fn end(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    check(&who)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let key = keys::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    keys::end_key(&mut tx, &app, &who, &key).await?;
    tx.commit().await?;
    Ok(see("/admin/keys"))
}
