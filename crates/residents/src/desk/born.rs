//! The date of birth: never compulsory; it tells apart people of one name.

use crate::desk::{self, ask_day, day, frame, no_day, path};
use crate::find::keys;
use crate::model::Resident;
use crate::needs;
use crate::store::record;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::{Date, date};
use kit::app::App;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::Markup;
use kit::who::Who;
use kit::{Id, Lang, Result};
use serde_json::json;

/// Nobody alive was born before.
pub(crate) const EARLIEST: Date = date(1900, 1, 1);

#[derive(Template)]
#[template(path = "desk-born.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
    revision: i64,
}

impl Page {
    fn new(app: &App, who: &Who, (resident, revision): (&Resident, i64), form: Form) -> Page {
        let frame = frame(app, who, format!("{}/born", path(resident.id)), "residents-born-title", &form);
        Page { frame, form, id: resident.id, name: resident.name.clone(), revision }
    }

    fn born(&self) -> Markup<'_> {
        ask_day(&self.frame, &self.form, "born", "residents-born")
    }
}

/// GET `/desk/residents/{id}/born`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let resident = match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let (born, _) = record::particulars(&mut read, resident.id).await?;
    let form = match born.and_then(|born| born.parse::<Date>().ok()) {
        Some(born) => Form::empty()
            .fill("born-day", born.day().to_string())
            .fill("born-month", born.month().to_string())
            .fill("born-year", born.year().to_string()),
        None => Form::empty(),
    };
    let revision = record::revision(&mut read, resident.id).await?;
    html(&Page::new(&app, &who, (&resident, revision), form))
}

/// POST `/desk/residents/{id}/born`: puts the date in the place of the one that the page showed; empty takes it off.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let resident = match desk::behind(&mut *app.db.read().await?, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let today = kit::lang::local(app.now()).date();
    let born = day(&form, "born").filter(|born| (EARLIEST..=today).contains(born));
    if born.is_none() && !no_day(&form, "born") {
        form.refuse("born", app.t(Lang::EN, "residents-born-wrong"));
        let revision = desk::drawn(&form).unwrap_or_default();
        return invalid(&Page::new(&app, &who, (&resident, revision), form));
    }
    let mut tx = app.db.begin().await?;
    let (before, guarded) = record::particulars(&mut tx, resident.id).await?;
    let born = born.map(|born| born.to_string());
    let revision = record::revision(&mut tx, resident.id).await?;
    if before != born {
        if desk::drawn(&form).unwrap_or_default() != revision {
            form.refuse("born", changed(&app, before));
            return invalid(&Page::new(&app, &who, (&resident, revision), form));
        }
        record::set_particulars(&mut tx, resident.id, born.as_deref(), guarded).await?;
        keys::write(&mut tx, resident.id).await?;
        let fact = Fact::new("resident.changed", &who).about("resident", resident.id);
        facts::record(&mut tx, &app, fact.data(json!({ "what": "born" }))).await?;
        needs::again(&mut tx, &app, &who, resident.id).await?;
    }
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}

/// Somebody else was quicker: what stands now.
fn changed(app: &App, stands: Option<String>) -> String {
    match stands.and_then(|born| born.parse::<Date>().ok()) {
        Some(born) => app.words.with(Lang::EN, "residents-desk-born-changed", &[("born", Lang::EN.civil(born).into())]),
        None => app.t(Lang::EN, "residents-desk-born-changed-none").to_owned(),
    }
}
