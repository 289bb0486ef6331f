//! `/desk/residents/{id}/needs`: what somebody needs, written down for them by a member of staff who has opened their record.

use super::change::Given;
use super::{Ask, Criteria, Passport, change, form, own};
use crate::desk::{self, frame, path};
use crate::model::Resident;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Markup, Radios};
use kit::who::Who;
use kit::{Id, Result};

/// How somebody agreed that this is kept.
const AGREED: [&str; 3] = ["phone", "counter", "writing"];

#[derive(Template)]
#[template(path = "desk-needs.html")]
struct Page<'a> {
    frame: Frame,
    form: Form,
    app: &'a App,
    criteria: &'a Criteria,
    passport: Passport,
    /// Of the answers the page first showed: what is saved takes the place of those.
    revision: i64,
    id: Id,
    name: String,
}

impl<'a> Page<'a> {
    fn new(app: &'a App, who: &Who, resident: &Resident, form: Form, passport: Passport) -> Result<Page<'a>> {
        let frame = frame(app, who, format!("{}/needs", path(resident.id)), "residents-desk-needs", &form);
        let (criteria, id, name) = (app.part::<Criteria>()?, resident.id, resident.name.clone());
        let revision = desk::drawn(&form).unwrap_or(passport.revision);
        Ok(Page { frame, form, app, criteria, passport, revision, id, name })
    }

    fn fields(&self) -> Markup<'_> {
        form::fields(&self.app.words, &self.frame, &self.form, self.criteria)
    }

    fn agreed(&self) -> Choices<'_> {
        let choices = AGREED.map(|how| {
            let key = format!("residents-desk-needs-agreed-{how}");
            Choice::new(how, self.frame.t(&key).to_owned())
        });
        Radios::new("agreed", self.frame.t("residents-desk-needs-agreed"))
            .hint(self.frame.t("residents-desk-needs-agreed-hint"))
            .choices(choices)
            .value(self.form.value("agreed"))
            .error(&self.frame, self.form.error("agreed"))
    }

    fn told(&self) -> Vec<(String, String)> {
        own::told(self.app, self.frame.lang, self.criteria, &self.passport)
    }
}

/// GET `/desk/residents/{id}/needs`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let resident = match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let (_, passport) = own::theirs(&mut read, resident.id).await?;
    html(&Page::new(&app, &who, &resident, form::filled(&passport), passport)?)
}

/// POST `/desk/residents/{id}/needs`.
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
    let (_, passport) = own::theirs(&mut read, resident.id).await?;
    let checked = desk::is_checked(&mut read, &app, &who, resident.id).await?;
    drop(read);
    let page = Page::new(&app, &who, &resident, form.clone(), passport.clone())?;
    let given = form::read(&page.frame, &mut form, page.criteria, &resident);
    let agreed = AGREED.into_iter().find(|how| *how == form.value("agreed"));
    if agreed.is_none() && given.as_ref().is_none_or(|given| !given.is_empty()) {
        form.refuse("agreed", page.frame.t("residents-desk-needs-agreed-empty"));
    }
    let leads_away = given.as_ref().is_some_and(|given| leads_elsewhere(given, &passport));
    if leads_away && !checked && agreed != Some("writing") {
        form.refuse("agreed", page.frame.t("residents-desk-needs-unchecked"));
    }
    let Some(given) = given.filter(|_| form.is_good()) else {
        return invalid(&Page::new(&app, &who, &resident, form, passport)?);
    };
    let mut tx = app.db.begin().await?;
    let (accounts, now) = own::theirs(&mut tx, resident.id).await?;
    if own::is_stale(&form, &now, &given) {
        form.refuse("barrier", page.frame.t("residents-needs-changed"));
        let revision = now.revision;
        return invalid(&Page { revision, ..Page::new(&app, &who, &resident, form, now)? });
    }
    change::save_all(&mut tx, &app, &who, &accounts, &given, agreed.unwrap_or_default()).await?;
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}

/// Whether letters, or copies of them, would go elsewhere than they do now.
fn leads_elsewhere(given: &[Given], now: &Passport) -> bool {
    [Ask::WriteTo, Ask::CopyTo].into_iter().any(|ask| {
        let said = given.iter().find(|(barrier, code, _)| !barrier && code == ask.code());
        said.map(|(.., value)| value.as_str()) != now.value(ask)
    })
}
