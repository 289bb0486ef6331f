//! Where somebody lives, as they say it at the desk.

use crate::desk::{self, LINE, frame, path};
use crate::find::keys;
use crate::model::{Household, Resident};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Checkboxes, Choice, Choices};
use kit::who::Who;
use kit::{Error, Id, Lang, Result, read};
use serde_json::json;

/// Where a postcode is.
#[derive(Debug, Clone, PartialEq)]
pub struct Whereabouts {
    /// The postcode as it is written.
    pub postcode: String,
    /// The ward's code; empty outside of the council's area.
    pub ward: String,
    /// Latitude and longitude in degrees, where the postcode is known.
    pub position: Option<(f64, f64)>,
}

/// Finds where a postcode is; nothing for what is none. Postcodes are kept by a crate that knows this one, so it is handed over at the
/// start.
pub struct Postcodes(pub fn(&App, &str) -> Result<Option<Whereabouts>>);

#[derive(Template)]
#[template(path = "desk-home.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
    /// It is a safe one, and shown nowhere.
    guarded: bool,
    /// What was typed is outside of the council's area: whoever typed it says that it is meant.
    outside: bool,
    /// Nobody was checked: it has to be there in writing.
    unchecked: bool,
    revision: i64,
}

impl Page {
    fn new(app: &App, who: &Who, resident: &Resident, (guarded, checked): (bool, bool), form: Form) -> Page {
        let frame = frame(app, who, format!("{}/home", path(resident.id)), "residents-home-title", &form);
        // Whoever has said so is asked no less while something else is wrong.
        let outside = form.error("outside").is_some() || form.chose("outside", "yes");
        let revision = desk::drawn(&form).unwrap_or(resident.revision);
        let (id, name, unchecked) = (resident.id, resident.name.clone(), !checked);
        Page { frame, form, id, name, guarded, outside, unchecked, revision }
    }

    fn written(&self) -> Choices<'_> {
        Checkboxes::new("written", self.frame.t("residents-home-unchecked"))
            .choice(Choice::new("yes", self.frame.t("residents-home-written").to_owned()))
            .values(self.form.values("written"))
            .error(&self.frame, self.form.error("written"))
    }

    fn meant(&self) -> Choices<'_> {
        Checkboxes::new("outside", self.frame.t("residents-home-outside-sure"))
            .choice(Choice::new("yes", self.frame.t("residents-home-outside-yes").to_owned()))
            .values(self.form.values("outside"))
            .error(&self.frame, self.form.error("outside"))
    }
}

/// GET `/desk/residents/{id}/home`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let resident = match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let person = store::keys::person(&mut read, resident.id).await?.ok_or(Error::NotFound)?;
    let form = match person.home.filter(|_| !person.guarded) {
        None => Form::empty(),
        Some(home) => {
            let form = Form::empty().fill("line1", home.line1).fill("street", home.street);
            form.fill("town", home.town).fill("postcode", home.postcode)
        }
    };
    let checked = desk::is_checked(&mut read, &app, &who, resident.id).await?;
    html(&Page::new(&app, &who, &resident, (person.guarded, checked), form))
}

/// POST `/desk/residents/{id}/home`: puts it in the place of the one that the page showed.
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
    let person = store::keys::person(&mut read, resident.id).await?.ok_or(Error::NotFound)?;
    let checked = desk::is_checked(&mut read, &app, &who, resident.id).await?;
    drop(read);
    let page = Page::new(&app, &who, &resident, (person.guarded, checked), Form::empty());
    let home = self::read(&app, &page.frame, &mut form)?;
    if !checked && !form.chose("written", "yes") {
        form.refuse("written", page.frame.t("residents-home-unchecked-empty"));
    }
    let Some(home) = home.filter(|_| form.is_good()) else {
        return invalid(&Page::new(&app, &who, &resident, (person.guarded, checked), form));
    };
    let is_it = |known: &store::keys::Home| {
        let before = [&known.line1, &known.street, &known.town, &known.postcode];
        before == [&home.line1, &home.street, &home.town, &home.postcode]
    };
    let mut tx = app.db.begin().await?;
    let resident = store::by_id(&mut tx, resident.id).await?.ok_or(Error::NotFound)?;
    let person = store::keys::person(&mut tx, resident.id).await?.ok_or(Error::NotFound)?;
    if !person.home.as_ref().is_some_and(is_it) {
        if let Some(stands) = person.home.filter(|_| desk::drawn(&form) != Some(resident.revision)) {
            form.refuse("line1", changed(&page.frame, stands, person.guarded));
            let page = Page::new(&app, &who, &resident, (person.guarded, checked), form);
            return invalid(&Page { revision: resident.revision, ..page });
        }
        store::insert_household(&mut tx, &home).await?;
        store::set_household(&mut tx, resident.id, home.id).await?;
        keys::write(&mut tx, resident.id).await?;
        let fact = Fact::new("resident.changed", &who).about("resident", resident.id);
        facts::record(&mut tx, &app, fact.data(json!({ "what": "home" }))).await?;
    }
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}

/// Somebody else was quicker: what stands now, which of a safe address is not shown here either.
fn changed(frame: &Frame, stands: store::keys::Home, guarded: bool) -> String {
    if guarded {
        return frame.t("residents-desk-home-changed-guarded").to_owned();
    }
    let street = [stands.line1, stands.street].join(" ");
    let home = [street.trim_end().to_owned(), stands.town, stands.postcode].join(", ");
    frame.with("residents-desk-home-changed", "home", home)
}

fn read(app: &App, frame: &Frame, form: &mut Form) -> Result<Option<Household>> {
    let line1 = read::line(frame, form, "line1", "residents-home-line1-empty", LINE);
    let street = match form.trimmed("street").is_empty() {
        true => Some(String::new()),
        false => read::line(frame, form, "street", "residents-home-line1-empty", LINE),
    };
    let town = read::line(frame, form, "town", "residents-home-town-empty", LINE);
    let found = app.part::<Postcodes>()?.0(app, form.trimmed("postcode"))?;
    if found.is_none() {
        form.refuse("postcode", frame.t("residents-home-postcode-wrong"));
    }
    if let Some(Whereabouts { postcode, ward, position }) = &found
        && ward.is_empty()
        && !form.chose("outside", "yes")
    {
        // Many a slip in a postcode leads elsewhere; who lives elsewhere may still have to do with us.
        let key = if position.is_some() { "residents-home-outside" } else { "residents-home-outside-unknown" };
        let values = [("postcode", postcode.into()), ("council", (&app.council.name).into())];
        form.refuse("outside", app.words.with(Lang::EN, key, &values));
    }
    let (Some(line1), Some(street), Some(town), Some(found)) = (line1, street, town, found) else { return Ok(None) };
    if !form.is_good() {
        return Ok(None);
    }
    let (lat, lon) = found.position.unzip();
    let Whereabouts { postcode, ward, .. } = found;
    Ok(Some(Household { id: app.id(), line1, street, town, postcode, ward, lat, lon }))
}
