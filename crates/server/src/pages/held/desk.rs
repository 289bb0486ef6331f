//! `GET /desk/residents/{id}/export`: everything held on a resident, for whoever answers their access request: a draft, to be
//! read through and redacted before it goes out. Looking at it is on record.

use super::Asked;
use super::access::{self, Action};
use super::own::as_file;
use super::sections::{self, Section};
use crate::held;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::page::{Frame, html};
use kit::personal::Reader;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, looks};

#[derive(Template)]
#[template(path = "held-desk.html")]
struct ExportPage {
    frame: Frame,
    name: String,
    path: String,
    erase: bool,
    hold: bool,
    /// They have a safe address, or their record is confidential.
    kept: bool,
    sections: Vec<Section>,
}

/// The desk is in English.
pub(super) fn in_english(who: &Who) -> Who {
    Who { lang: Lang::EN, ..who.clone() }
}

/// The resident of an address, and what they are called; an erased one by words.
pub(super) async fn resident(app: &App, id: &str) -> Result<(Id, String)> {
    let id: Id = id.parse()?;
    let name = residents::name_of(&mut *app.db.read().await?, id).await?.ok_or(Error::NotFound)?;
    Ok((id, if name.is_empty() { app.t(Lang::EN, "residents-desk-erased").to_owned() } else { name }))
}

/// Notes that this member of staff looked at everything held on a resident.
pub(super) async fn look(app: &App, who: &Who, resident: Id, purpose: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    looks::record(&mut tx, app, who, "resident", resident, purpose).await?;
    tx.commit().await
}

/// Draws the page, or gives the same as a file. That it was taken is a fact.
pub async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    access::check(&who, Action::Export)?;
    let (id, name) = resident(&app, &id).await?;
    let mut tx = app.db.begin().await?;
    looks::record(&mut tx, &app, &who, "resident", id, "subject-access").await?;
    if asked.as_file() {
        facts::record(&mut tx, &app, Fact::new("resident.exported", &who).about("resident", id)).await?;
    }
    tx.commit().await?;
    let parts = held::read(&app, id, Reader::Staff, Lang::EN).await?;
    if asked.as_file() {
        return Ok(as_file(&app, &parts, Reader::Staff, &format!("resident-{id}.json")));
    }
    let path = format!("/desk/residents/{id}");
    let frame = Frame::new(&app, &in_english(&who), format!("{path}/export"), "server-held-export-title");
    let staff = who.staff()?;
    let person = residents::store::keys::person(&mut *app.db.read().await?, id).await?;
    html(&ExportPage {
        kept: person.is_some_and(|person| person.is_kept()),
        sections: sections::of(&frame, &parts),
        name,
        path,
        erase: access::may(staff, Action::Erase),
        hold: access::may(staff, Action::Hold),
        frame,
    })
}
