//! The language somebody is written to and served in: what they said they want. They change it themselves, too, in their account.

use crate::desk::{self, frame, path};
use crate::model::Resident;
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
use kit::ui::{Choice, Choices, Radios};
use kit::who::Who;
use kit::{Id, Lang, Result};
use serde_json::json;

#[derive(Template)]
#[template(path = "desk-language.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
    revision: i64,
}

impl Page {
    fn new(app: &App, who: &Who, resident: &Resident, form: Form) -> Page {
        let frame = frame(app, who, format!("{}/language", path(resident.id)), "residents-desk-language", &form);
        let revision = desk::drawn(&form).unwrap_or(resident.revision);
        Page { frame, form, id: resident.id, name: resident.name.clone(), revision }
    }

    fn languages(&self) -> Choices<'_> {
        let choices = Lang::ALL.map(|lang| Choice::new(lang.tag, lang.name).attr("lang", lang.tag));
        Radios::new("lang", self.frame.t("residents-desk-language-which"))
            .hint(self.frame.t("residents-desk-language-hint"))
            .choices(choices)
            .value(self.form.value("lang"))
            .error(&self.frame, self.form.error("lang"))
    }
}

/// GET `/desk/residents/{id}/language`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    match desk::behind(&mut *app.db.read().await?, &app, &who, &id).await? {
        Ok(resident) => html(&Page::new(&app, &who, &resident, Form::empty().fill("lang", resident.lang.tag))),
        Err(way) => Ok(way),
    }
}

/// POST `/desk/residents/{id}/language`: puts it in the place of the one that the page showed.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let resident = match desk::behind(&mut tx, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let Some(lang) = Lang::of(form.value("lang")) else {
        form.refuse("lang", app.t(Lang::EN, "residents-desk-language-empty"));
        return invalid(&Page::new(&app, &who, &resident, form));
    };
    if resident.lang != lang {
        if desk::drawn(&form) != Some(resident.revision) {
            let values = [("language", resident.lang.name.into())];
            form.refuse("lang", app.words.with(Lang::EN, "residents-desk-language-changed", &values));
            let page = Page::new(&app, &who, &resident, form);
            return invalid(&Page { revision: resident.revision, ..page });
        }
        store::set_lang(&mut tx, resident.id, lang).await?;
        let fact = Fact::new("resident.changed", &who).about("resident", resident.id);
        facts::record(&mut tx, &app, fact.data(json!({ "what": "language" }))).await?;
    }
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}
