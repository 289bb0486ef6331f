//! The vehicles somebody has: whoever reads out a registration mark is found by it.

use crate::desk::{self, frame, path};
use crate::find::keys;
use crate::model::Resident;
use crate::store::vehicles::{self, Vehicle};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::clock::Micros;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::{Fault, Form, line};
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Input, Markup};
use kit::who::Who;
use kit::{Id, Result};
use plates::Plate;
use serde_json::json;

/// The longest words about a vehicle.
const MOST: usize = 60;

#[derive(Template)]
#[template(path = "desk-vehicles.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    key: Id,
    name: String,
    vehicles: Vec<Vehicle>,
}

impl Page {
    fn new(app: &App, who: &Who, resident: &Resident, vehicles: Vec<Vehicle>, form: Form) -> Page {
        let frame = frame(app, who, format!("{}/vehicles", path(resident.id)), "residents-vehicles-title", &form);
        Page { frame, form, id: resident.id, key: app.id(), name: resident.name.clone(), vehicles }
    }

    fn fields(&self) -> Markup<'_> {
        let (frame, form) = (&self.frame, &self.form);
        let plate = Input::text("plate", frame.t("residents-vehicles-plate")).classes("govuk-input--width-10");
        let plate = plate.hint(frame.t("residents-vehicles-plate-hint")).spellcheck(false).autocomplete("off");
        let about = Input::text("about", frame.t("residents-vehicles-about")).value(form.value("about"));
        Markup::join([
            plate.value(form.value("plate")).error(frame, form.error("plate")),
            about.hint(frame.t("residents-vehicles-about-hint")).error(frame, form.error("about")),
        ])
    }
}

/// GET `/desk/residents/{id}/vehicles`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let resident = match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let noted = vehicles::of(&mut read, resident.id).await?;
    html(&Page::new(&app, &who, &resident, noted, Form::empty()))
}

/// POST `/desk/residents/{id}/vehicles`: notes one, once; its key is made when the page is drawn.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let resident = match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let noted = vehicles::of(&mut read, resident.id).await?;
    drop(read);
    let key = desk::key(&form)?;
    let page = Page::new(&app, &who, &resident, noted.clone(), form.clone());
    let Some(vehicle) = read_one(&page.frame, &mut form, key, app.now()) else {
        return invalid(&Page::new(&app, &who, &resident, noted, form));
    };
    let mut tx = app.db.begin().await?;
    if vehicles::insert(&mut tx, resident.id, &vehicle, who.staff()?.id).await? {
        keys::write(&mut tx, resident.id).await?;
        let fact = Fact::new("resident.vehicle-noted", &who).about("resident", resident.id);
        facts::record(&mut tx, &app, fact.data(json!({ "vehicle": key })).body(words(&vehicle))).await?;
    }
    tx.commit().await?;
    Ok(see(&format!("{}/vehicles", path(resident.id))))
}

fn words(vehicle: &Vehicle) -> String {
    match vehicle.about.as_str() {
        "" => vehicle.plate.to_string(),
        about => format!("{}, {about}", vehicle.plate),
    }
}

fn read_one(frame: &Frame, form: &mut Form, id: Id, now: Micros) -> Option<Vehicle> {
    let plate = Plate::parse(form.value("plate")).ok();
    if plate.is_none() {
        form.refuse("plate", frame.t("residents-vehicles-plate-wrong"));
    }
    let about = match line(form.value("about"), MOST) {
        Ok(about) => Some(about),
        Err(Fault::Empty) => Some(String::new()),
        Err(fault) => {
            form.refuse("about", frame.with(fault.key(), "most", MOST.to_string()));
            None
        }
    };
    Some(Vehicle { id, plate: plate?, about: about?, made_at: now })
}

/// POST `/desk/residents/{id}/vehicles/remove`.
pub async fn remove(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let resident = match desk::behind(&mut tx, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let vehicle: Id = form.value("vehicle").parse()?;
    if vehicles::remove(&mut tx, vehicle, resident.id).await?.is_some() {
        keys::write(&mut tx, resident.id).await?;
        let fact = Fact::new("resident.vehicle-gone", &who).about("resident", resident.id);
        facts::record(&mut tx, &app, fact.data(json!({ "vehicle": vehicle }))).await?;
    }
    tx.commit().await?;
    Ok(see(&format!("{}/vehicles", path(resident.id))))
}
