//! Putting on record who else may speak for a person, and ending it.

use crate::authorities::{Authority, Kind};
use crate::desk::{self, ask_day, day, end_of, frame, path, read_line, read_lines};
use crate::model::Resident;
use crate::store::record;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::clock::{DAY, Micros};
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Markup, Radios};
use kit::who::Who;
use kit::{Id, Result};
use serde_json::json;

#[derive(Template)]
#[template(path = "desk-authority.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    key: Id,
    name: String,
}

impl Page {
    fn new(app: &App, who: &Who, resident: &Resident, form: Form) -> Page {
        let frame = frame(app, who, format!("{}/authority", path(resident.id)), "residents-authority-title", &form);
        Page { frame, form, id: resident.id, key: app.id(), name: resident.name.clone() }
    }

    fn kinds(&self) -> Choices<'_> {
        let choices = Kind::ALL.map(|kind| {
            let key = format!("residents-authority-{}", kind.code());
            Choice::new(kind.code(), self.frame.t(&key).to_owned())
        });
        Radios::new("kind", self.frame.t("residents-authority-kind"))
            .choices(choices)
            .value(self.form.value("kind"))
            .error(&self.frame, self.form.error("kind"))
    }

    fn until(&self) -> Markup<'_> {
        ask_day(&self.frame, &self.form, "until", "residents-authority-until")
    }
}

/// GET `/desk/residents/{id}/authority`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    match desk::behind(&mut *app.db.read().await?, &app, &who, &id).await? {
        Ok(resident) => html(&Page::new(&app, &who, &resident, Form::empty())),
        Err(way) => Ok(way),
    }
}

/// POST `/desk/residents/{id}/authority`: happens once; its key is made when the page is drawn.
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
    let key = desk::key(&form)?;
    let page = Page::new(&app, &who, &resident, form.clone());
    let Some(new) = read(&page.frame, &mut form, key, app.now()) else {
        return invalid(&Page::new(&app, &who, &resident, form));
    };
    let mut tx = app.db.begin().await?;
    if record::insert_authority(&mut tx, resident.id, &new, who.staff()?.id, app.now()).await? {
        let fact = Fact::new("resident.authority-given", &who).about("resident", resident.id);
        let fact = fact.data(json!({ "authority": key, "kind": new.kind }));
        facts::record(&mut tx, &app, fact.body(format!("{}: {}", new.holder, new.scope))).await?;
    }
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}

fn read(frame: &Frame, form: &mut Form, id: Id, now: Micros) -> Option<Authority> {
    let kind = Kind::of(form.value("kind"));
    if kind.is_none() {
        form.refuse("kind", frame.t("residents-authority-kind-empty"));
    }
    let holder = read_line(frame, form, "holder", "residents-authority-holder-empty");
    let scope = read_lines(frame, form, "scope", "residents-authority-scope-empty");
    let seen = match kind {
        Some(kind) if kind.needs_a_paper() => read_line(frame, form, "seen", "residents-authority-seen-empty"),
        _ if form.trimmed("seen").is_empty() => Some(String::new()),
        _ => read_line(frame, form, "seen", "residents-authority-seen-empty"),
    };
    let until = until(frame, form, kind, now);
    Some(Authority {
        id,
        kind: kind?.code().to_owned(),
        holder: holder?,
        scope: scope?,
        seen: seen?,
        until: until?,
        ended_at: None,
    })
}

/// When it ends: what was said on a call ends with the day, anything else on a day that is not too far away.
fn until(frame: &Frame, form: &mut Form, kind: Option<Kind>, now: Micros) -> Option<Micros> {
    let kind = kind?;
    if kind == Kind::Call {
        return end_of(kit::lang::local(now).date());
    }
    let end = day(form, "until").and_then(end_of);
    match end {
        Some(end) if end > now && end <= now + kind.longest() + DAY => Some(end),
        _ => {
            let years = (kind.longest() / (365 * DAY)).to_string();
            form.refuse("until", frame.with("residents-authority-until-wrong", "years", years));
            None
        }
    }
}

/// POST `/desk/residents/{id}/authority/end`.
pub async fn end(
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
    let authority: Id = form.value("authority").parse()?;
    if record::end_authority(&mut tx, authority, resident.id, who.staff()?.id, app.now()).await? {
        let fact = Fact::new("resident.authority-ended", &who).about("resident", resident.id);
        facts::record(&mut tx, &app, fact.data(json!({ "authority": authority }))).await?;
    }
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}
