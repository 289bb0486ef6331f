//! Opening a record: somebody asks, and is checked; or it is opened to work on, and nobody is told anything.

use crate::authorities::Authority;
use crate::checks::{self, Given};
use crate::desk::{self, frame, path, read_line};
use crate::model::Resident;
use crate::store::record::{self, Marker, Opening};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::clock::{HOUR, MINUTE, Micros};
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Checkboxes, Choice, Choices, Input, Markup, Radios};
use kit::who::Who;
use kit::{Id, Result, looks};
use serde::Deserialize;
use serde_json::json;

/// How long a record stays open to whoever checked a caller, or works on it.
const FOR_A_CALLER: Micros = 30 * MINUTE;
const FOR_WORK: Micros = HOUR;
/// Checks that failed are shown for so long.
const REMEMBERED: Micros = 30 * 24 * HOUR;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

#[derive(Template)]
#[template(path = "desk-open.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    key: Id,
    name: String,
    markers: Vec<Marker>,
    authorities: Vec<Authority>,
    /// How many checks failed lately.
    failed: usize,
    /// One failed just now.
    just_failed: bool,
}

impl Page {
    fn action(&self) -> String {
        format!("{}/open", path(self.id))
    }

    fn purpose(&self) -> Choices<'_> {
        let choice = |code: &'static str, inside| {
            let (words, hint) = (format!("residents-open-{code}"), format!("residents-open-{code}-hint"));
            let choice = Choice::new(code, self.frame.t(&words).to_owned()).hint(self.frame.t(&hint).to_owned());
            choice.conditional(inside)
        };
        let reason = Input::text("reason", self.frame.t("residents-open-reason").to_owned());
        let reason = reason.value(self.form.value("reason").to_owned()).error(&self.frame, self.form.error("reason"));
        let caller = Markup::join([Markup::from(self.caller()), Markup::from(self.given())]);
        Radios::new("purpose", self.frame.t("residents-open-purpose"))
            .choices([choice("caller", caller), choice("work", reason.into())])
            .value(self.form.value("purpose"))
            .error(&self.frame, self.form.error("purpose"))
    }

    fn caller(&self) -> Choices<'_> {
        let theirs = self.authorities.iter().map(|authority| {
            let kind = self.frame.t(&format!("residents-authority-{}", authority.kind)).to_owned();
            Choice::new(authority.id.to_string(), format!("{}, {kind}: {}", authority.holder, authority.scope))
        });
        Radios::new("caller", self.frame.t("residents-open-who"))
            .choice(Choice::new("self", self.name.as_str()))
            .choices(theirs)
            .choice(Choice::new("other", self.frame.t("residents-open-other")))
            .value(self.form.value("caller"))
            .error(&self.frame, self.form.error("caller"))
    }

    fn given(&self) -> Choices<'_> {
        let choices = Given::ALL.map(|given| {
            let key = format!("residents-given-{}", given.code());
            Choice::new(given.code(), self.frame.t(&key).to_owned())
        });
        Checkboxes::new("given", self.frame.t("residents-open-given"))
            .hint(self.frame.t("residents-open-given-hint"))
            .choices(choices)
            .values(self.form.values("given"))
            .error(&self.frame, self.form.error("given"))
    }
}

async fn page(app: &App, who: &Who, resident: Resident, form: Form, asked: &Asked) -> Result<Page> {
    let mut read = app.db.read().await?;
    let now = app.now();
    let openings = record::openings(&mut read, resident.id).await?;
    let is_failed =
        |opening: &&Opening| opening.purpose == "caller" && !opening.passed && opening.at > now - REMEMBERED;
    let authorities = record::authorities(&mut read, resident.id).await?;
    let frame = frame(app, who, format!("{}/open", path(resident.id)), "residents-open-title", &form);
    Ok(Page {
        frame,
        just_failed: asked.done == "failed",
        form,
        id: resident.id,
        key: app.id(),
        name: resident.name,
        markers: record::markers(&mut read, resident.id).await?,
        authorities: authorities.into_iter().filter(|authority| authority.is_good(now)).collect(),
        failed: openings.iter().filter(is_failed).count(),
    })
}

/// GET `/desk/residents/{id}/open`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let resident = desk::resident(&mut *app.db.read().await?, &who, &id).await?;
    html(&page(&app, &who, resident, Form::empty(), &asked).await?)
}

/// POST `/desk/residents/{id}/open`: happens once; its key is made when the page is drawn.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let resident = desk::resident(&mut *app.db.read().await?, &who, &id).await?;
    let key = desk::key(&form)?;
    let page = page(&app, &who, resident, form.clone(), &Asked::default()).await?;
    let Some((opening, reason)) = read(&app, &who, &page, &mut form, key)? else {
        return invalid(&Page { frame: page.frame.clone().with_error(true), form, ..page });
    };
    let mut tx = app.db.begin().await?;
    if record::insert_opening(&mut tx, page.id, &opening).await? {
        looks::record(&mut tx, &app, &who, "resident", page.id, &opening.purpose).await?;
        let kind = match (opening.purpose.as_str(), opening.passed) {
            ("work", _) => "resident.opened",
            (_, true) => "resident.check-passed",
            (_, false) => "resident.check-failed",
        };
        let data = json!({ "caller": opening.caller, "given": opening.given });
        let fact = Fact::new(kind, &who).about("resident", page.id).data(data);
        facts::record(&mut tx, &app, if reason.is_empty() { fact } else { fact.body(reason) }).await?;
    }
    tx.commit().await?;
    Ok(see(&if opening.until > opening.at { path(page.id) } else { format!("{}/open?done=failed", path(page.id)) }))
}

/// What was chosen, and why it is opened where it is for work.
fn read(app: &App, who: &Who, page: &Page, form: &mut Form, key: Id) -> Result<Option<(Opening, String)>> {
    let (frame, now, staff) = (&page.frame, app.now(), who.staff()?.id);
    let opening = |purpose: &str, caller: &str, given: Vec<String>, passed: bool, until: Micros| Opening {
        id: key,
        staff,
        purpose: purpose.to_owned(),
        caller: caller.to_owned(),
        given,
        passed,
        at: now,
        until,
    };
    match form.value("purpose").to_owned().as_str() {
        "work" => {
            let reason = read_line(frame, form, "reason", "residents-open-reason-empty");
            Ok(reason.map(|reason| (opening("work", "", Vec::new(), false, now + FOR_WORK), reason)))
        }
        "caller" => {
            let caller = form.value("caller").to_owned();
            let is_theirs = caller == "self" || page.authorities.iter().any(|one| one.id.to_string() == caller);
            if !is_theirs && caller != "other" {
                form.refuse("caller", frame.t("residents-open-who-empty"));
                return Ok(None);
            }
            let given: Vec<Given> = Given::ALL.into_iter().filter(|given| form.chose("given", given.code())).collect();
            let passed = is_theirs && checks::are_enough(&given);
            let codes = given.iter().map(|given| given.code().to_owned()).collect();
            let until = if passed { now + FOR_A_CALLER } else { now };
            Ok(Some((opening("caller", &caller, codes, passed, until), String::new())))
        }
        _ => {
            form.refuse("purpose", frame.t("residents-open-purpose-empty"));
            Ok(None)
        }
    }
}
