//! `POST /desk/knowledge/{slug}/retire`: takes an answer out of use, or brings it back.

use crate::access::{Action, may};
use crate::desk::{self, fact, path};
use crate::library::Library;
use crate::model::Article;
use crate::store;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Result};

/// Does it, under a check of the revision the page showed.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response> {
    may(&who, Action::Keep)?;
    let (revision, retired) = (desk::revision(&form)?, !form.chose("retired", "no"));
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    let done = see(&format!("{}?done={}", path(&slug), if retired { "retired" } else { "back" }));
    // The button was pressed twice, or somebody else pressed it.
    if article.retired == retired {
        return Ok(done);
    }
    if article.revision != revision {
        return Err(Error::Changed);
    }
    store::articles::save(&mut tx, &Article { retired, ..article.clone() }).await?;
    let kind = if retired { "article.retired" } else { "article.brought-back" };
    facts::record(&mut tx, &app, fact(kind, &who, &article, article.version)).await?;
    tx.commit().await?;
    app.part::<Library>()?.refresh(&app.db).await?;
    Ok(done)
}
