//! `POST /desk/linking/{id}/part`: joined records are two again, exactly as they were: nothing had moved.

use super::show;
use super::{path, proposal};
use crate::desk::LINES;
use crate::linking::join::{about_both, rekey};
use crate::store::merges::{self, Decision};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{invalid, see};
use kit::who::Who;
use kit::{Error, Id, Result, read};
use serde_json::json;

/// Whoever parts them says that they are two people, and not that it cannot be told.
pub(super) const TWO: &str = "two";
/// It cannot be told.
pub(super) const UNSURE: &str = "unsure";

/// Parts them; sent again it does nothing more.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let of = proposal(&mut conn, &who, &id).await?;
    let merge: Id = form.value("merge").parse().unwrap_or(Id::NONE);
    let page = show::page(&mut conn, &app, &who, of.clone(), Form::empty()).await?;
    let Some(merge) = page.standing.filter(|standing| standing.id == merge) else { return Ok(see(&path(of.id))) };
    if !["", TWO, UNSURE].contains(&form.value("as")) {
        form.refuse("as", page.frame.t("residents-desk-linking-part-as-wrong"));
    }
    let reason = read::lines(&page.frame, &mut form, "parted", "residents-desk-linking-parted-empty", LINES);
    let Some(reason) = reason.filter(|_| form.is_good()) else {
        let page = show::page(&mut conn, &app, &who, of, form).await?;
        drop(conn);
        show::looked(&app, &who, &page.proposal).await?;
        return invalid(&page);
    };
    drop(conn);
    let (by, now) = (who.staff()?.id, app.now());
    let mut tx = app.db.begin().await?;
    let of = proposal(&mut tx, &who, &id).await?;
    if merges::undo(&mut tx, merge.id, &reason, by, now).await? {
        // Whoever said that this is not them, also a moment ago, is not proposed to be them again.
        let merge = merges::merge(&mut tx, merge.id).await?.ok_or(Error::NotFound)?;
        let two = merge.disputed_at.is_some() || form.value("as") == TWO;
        let state = if two { "never" } else { "unsure" };
        let decision = Decision { state, key: app.id(), reason: &reason, by, at: now };
        if !merges::decide(&mut tx, of.id, of.revision, &decision).await? {
            return Err(Error::Changed);
        }
        rekey(&mut tx, &of).await?;
        let data = json!({ "merge": merge.id, "kept": merge.kept, "merged": merge.merged });
        let fact = about_both(Fact::new("resident.parted", &who).data(data), &of, &merge);
        facts::record(&mut tx, &app, fact.body(reason)).await?;
    }
    tx.commit().await?;
    Ok(see(&path(of.id)))
}
