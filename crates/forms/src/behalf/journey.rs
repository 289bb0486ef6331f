//! The journey at the desk: the pages of every form, in an officer's session. What shows answers is a look at the person.

use crate::{attach, check, code, contact, delete, enter, nearby, page, stop, submit, tasks};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::route::Route;
use kit::who::Who;
use kit::{App, Id, Result, looks};

/// The addresses: those of the journey, below the desk's.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/desk/forms/{draft}", "forms.for-fill", tasks::get),
        Route::page("/desk/forms/{draft}/stop", "forms.for-fill", stop::get),
        Route::page("/desk/forms/{draft}/nearby", "forms.for-fill", nearby::get),
        Route::replace("/desk/forms/{draft}/nearby", "forms.for-fill", nearby::post),
        Route::page("/desk/forms/{draft}/contact", "forms.for-fill", reach),
        Route::replace("/desk/forms/{draft}/contact", "forms.for-fill", contact::post),
        Route::page("/desk/forms/{draft}/code", "forms.for-fill", code::get),
        Route::replace("/desk/forms/{draft}/code", "forms.for-fill", code::post),
        Route::page("/desk/forms/{draft}/check", "forms.for-fill", whole),
        Route::once("/desk/forms/{draft}/submit", "forms.for-fill", submit::post),
        Route::page("/desk/forms/{draft}/save", "forms.for-fill", leave),
        Route::page("/desk/forms/{draft}/delete", "forms.for-fill", delete::get),
        Route::once("/desk/forms/{draft}/delete", "forms.for-fill", delete::post),
        Route::page("/desk/forms/{draft}/files/{file}", "forms.for-file", attach::get),
        Route::page("/desk/forms/{draft}/files/{file}/small", "forms.for-file", attach::small),
        Route::page("/desk/forms/{draft}/{page}", "forms.for-fill", questions),
        Route::replace("/desk/forms/{draft}/{page}", "forms.for-fill", page::post).with_files(),
    ]
}

/// Notes that this member of staff sees what the person of this draft said.
async fn looked(app: &App, who: &Who, draft: &str) -> Result<()> {
    let id: Id = draft.parse()?;
    let mut tx = app.db.begin().await?;
    let draft = enter::draft(&mut tx, app, who, id).await?;
    looks::record(&mut tx, app, who, "resident", draft.resident, "form").await?;
    tx.commit().await
}

async fn questions(
    app: State<App>,
    who: Extension<Who>,
    path: Path<(String, String)>,
    from: Query<enter::From>,
) -> Result<Response> {
    looked(&app, &who, &path.0.0).await?;
    page::get(app, who, path, from).await
}

async fn reach(app: State<App>, who: Extension<Who>, path: Path<String>, from: Query<enter::From>) -> Result<Response> {
    looked(&app, &who, &path.0).await?;
    contact::get(app, who, path, from).await
}

async fn whole(app: State<App>, who: Extension<Who>, path: Path<String>) -> Result<Response> {
    looked(&app, &who, &path.0).await?;
    check::get(app, who, path).await
}

/// Leaves it: it is kept as it is, at the desk and in the resident's account.
async fn leave(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let draft = enter::draft(&mut read, &app, &who, id.parse()?).await?;
    super::back(&mut read, &draft).await
}
