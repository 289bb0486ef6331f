//! What came with a mail that is on no case yet, for whoever may read the mail.

use super::find;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::files::{self, Size};
use kit::who::Who;
use kit::{App, Id, Result, looks};

/// The file. Opening it is a look of its own.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response> {
    open(&app, &who, &id, file.parse()?).await
}

/// The same for whoever asks.
pub async fn open(app: &App, who: &Who, id: &str, file: Id) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let received = find(&mut tx, app, who, id).await?;
    let file = files::one(&mut tx, &received.subject(), file).await?;
    looks::record(&mut tx, app, who, "mail", received.id, "file").await?;
    tx.commit().await?;
    files::answer(app, &file, Size::Whole).await
}

/// The small picture of it, part of the page, which was the look.
pub(crate) async fn get_small(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let received = find(&mut read, &app, &who, &id).await?;
    let file = files::one(&mut read, &received.subject(), file.parse()?).await?;
    drop(read);
    files::answer(&app, &file, Size::Small).await
}
