//! Putting on record who else may speak for a person; [`super::authority_end`] ends it.

use crate::authorities::{Authority, Kind};
use crate::desk::{self, ask_day, day, end_of, frame, path, read_line, read_lines};
use crate::model::Resident;
use crate::person::person;
use crate::store::record;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use kit::app::App;
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Markup, Radios};
use kit::who::Who;
use kit::{Id, Lang, Result};
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
    let known = Known::of(&mut *app.db.read().await?, &app, &who, resident.id).await?;
    let Some(new) = read(&page.frame, &mut form, &known, key, app.now()) else {
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

/// What is known of a person that decides who can speak for them.
struct Known {
    deceased: bool,
    /// The day they are 18, where their date of birth is on record.
    grown: Option<Date>,
    /// They themselves were checked when the record was opened.
    checked: bool,
}

impl Known {
    async fn of(conn: &mut Conn, app: &App, who: &Who, resident: Id) -> Result<Known> {
        let opening = desk::is_open(conn, app, who, resident).await?;
        let (born, _) = record::particulars(conn, resident).await?;
        let born = born.and_then(|born| born.parse::<Date>().ok());
        Ok(Known {
            deceased: person(conn, resident).await?.is_some_and(|person| person.deceased),
            grown: born.and_then(|born| born.checked_add(18.years()).ok()),
            checked: opening.is_some_and(|opening| opening.passed && opening.caller == "self"),
        })
    }

    /// Why nobody can speak for them by this.
    fn hindrance(&self, kind: Kind, today: Date) -> Option<&'static str> {
        match kind {
            Kind::Executor => (!self.deceased).then_some("residents-authority-lives"),
            _ if self.deceased => Some("residents-authority-died"),
            Kind::Call => (!self.checked).then_some("residents-authority-unchecked"),
            Kind::Parent => self.grown.filter(|grown| *grown <= today).map(|_| "residents-authority-grown"),
            _ => None,
        }
    }
}

fn read(frame: &Frame, form: &mut Form, known: &Known, id: Id, now: Micros) -> Option<Authority> {
    let kind = Kind::of(form.value("kind"));
    let today = kit::lang::local(now).date();
    match kind.map(|kind| known.hindrance(kind, today)) {
        None => form.refuse("kind", frame.t("residents-authority-kind-empty")),
        Some(Some(why)) => form.refuse("kind", frame.t(why)),
        Some(None) => {}
    }
    let holder = read_line(frame, form, "holder", "residents-authority-holder-empty");
    let scope = read_lines(frame, form, "scope", "residents-authority-scope-empty");
    let seen = match kind {
        Some(kind) if kind.needs_a_paper() => read_line(frame, form, "seen", "residents-authority-seen-empty"),
        Some(Kind::Parent) if known.grown.is_none() => {
            read_line(frame, form, "seen", "residents-authority-seen-parent")
        }
        _ if form.trimmed("seen").is_empty() => Some(String::new()),
        _ => read_line(frame, form, "seen", "residents-authority-seen-empty"),
    };
    let until = until(frame, form, kind, (known, now)).filter(|_| form.is_good());
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
fn until(frame: &Frame, form: &mut Form, kind: Option<Kind>, (known, now): (&Known, Micros)) -> Option<Micros> {
    let kind = kind?;
    if kind == Kind::Call {
        return end_of(kit::lang::local(now).date());
    }
    let last = day(form, "until");
    if let (Kind::Parent, Some(grown), Some(last)) = (kind, known.grown, last)
        && last >= grown
    {
        form.refuse("until", frame.with("residents-authority-until-grown", "date", Lang::EN.civil(grown)));
        return None;
    }
    match last.and_then(end_of) {
        Some(end) if end > now && end <= now + kind.longest() + DAY => Some(end),
        _ => {
            let years = (kind.longest() / (365 * DAY)).to_string();
            form.refuse("until", frame.with("residents-authority-until-wrong", "years", years));
            None
        }
    }
}
