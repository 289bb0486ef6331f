//! Putting on record who else may speak for a person; [`super::authority_end`] ends it.

use crate::authorities::{Authority, Kind, Scope, Service, Services};
use crate::desk::authority_end::ended;
use crate::desk::{self, LINE, LINES, ask_day, day, end_of, frame, path};
use crate::linking::joined;
use crate::model::Resident;
use crate::person::person;
use crate::store::{authorities, record};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
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
use kit::ui::{Checkboxes, Choice, Choices, Markup, Radios};
use kit::who::Who;
use kit::{Id, Lang, Result, link, read};
use serde_json::json;

#[derive(Template)]
#[template(path = "desk-authority.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    key: Id,
    name: String,
    /// What somebody may be given authority for.
    services: Vec<Service>,
}

impl Page {
    fn new(app: &App, who: &Who, resident: &Resident, form: Form) -> Result<Page> {
        let frame = frame(app, who, format!("{}/authority", path(resident.id)), "residents-authority-title", &form);
        let services = app.part::<Services>()?.0(app, Lang::EN)?;
        Ok(Page { frame, form, id: resident.id, key: app.id(), name: resident.name.clone(), services })
    }

    fn reach(&self) -> Choices<'_> {
        let named = self.services.iter().map(|one| Choice::new(one.id.as_str(), one.name.as_str()));
        let services = Checkboxes::new("services", self.frame.t("residents-authority-services"))
            .choices(named.collect::<Vec<_>>())
            .values(self.form.values("services"))
            .error(&self.frame, self.form.error("services"));
        let everything = Choice::new("everything", self.frame.t("residents-authority-reach-everything"));
        Radios::new("reach", self.frame.t("residents-authority-reach"))
            .choice(everything.hint(self.frame.t("residents-authority-reach-everything-hint")))
            .choice(
                Choice::new("chosen", self.frame.t("residents-authority-reach-chosen"))
                    .conditional(Markup::from(services)),
            )
            .value(self.form.value("reach"))
            .error(&self.frame, self.form.error("reach"))
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
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let resident = match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let from = link::query(query.as_deref()).value("from").to_owned();
    let all = joined::authorities(&mut read, resident.id).await?;
    let before = all.iter().find(|one| one.id.to_string() == from && one.ended_at.is_none());
    html(&Page::new(&app, &who, &resident, before.map_or_else(Form::empty, again))?)
}

/// What is on record, to be written down anew: what it is for is changed by an authority in the place of the one before.
fn again(before: &Authority) -> Form {
    let (kind, holder, seen) = (before.kind.as_str(), before.holder.as_str(), before.seen.as_str());
    let last = kit::lang::local(before.until - 1).date();
    let form = Form::empty().fill("from", before.id.to_string()).fill("kind", kind).fill("holder", holder);
    let form = form.fill("note", before.note.as_str()).fill("seen", seen).fill("until-day", last.day().to_string());
    let form = form.fill("until-month", last.month().to_string()).fill("until-year", last.year().to_string());
    match &before.scope {
        Scope::Unsaid => form,
        Scope::Everything => form.fill("reach", "everything"),
        Scope::Chosen(services) => {
            services.iter().fold(form.fill("reach", "chosen"), |form, id| form.fill("services", id.as_str()))
        }
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
    let page = Page::new(&app, &who, &resident, form.clone())?;
    let known = Known::of(&mut *app.db.read().await?, &app, &who, resident.id).await?;
    let Some(new) = read(&page, &mut form, &known, key, app.now()) else {
        return invalid(&Page::new(&app, &who, &resident, form)?);
    };
    let mut tx = app.db.begin().await?;
    if authorities::insert(&mut tx, resident.id, &new, who.staff()?.id, app.now()).await? {
        let fact = Fact::new("resident.authority-given", &who).about("resident", resident.id);
        let fact = fact.data(json!({ "authority": key, "kind": new.kind, "reach": new.scope.code() }));
        let about = new.about(&app, &page.services);
        facts::record(&mut tx, &app, fact.body(format!("{}: {about}", new.holder))).await?;
        if let Ok(before) = form.value("from").parse() {
            ended(&mut tx, &app, &who, resident.id, before, "").await?;
        }
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

fn read(page: &Page, form: &mut Form, known: &Known, id: Id, now: Micros) -> Option<Authority> {
    let frame = &page.frame;
    let kind = Kind::of(form.value("kind"));
    let today = kit::lang::local(now).date();
    match kind.map(|kind| known.hindrance(kind, today)) {
        None => form.refuse("kind", frame.t("residents-authority-kind-empty")),
        Some(Some(why)) => form.refuse("kind", frame.t(why)),
        Some(None) => {}
    }
    let holder = read::line(frame, form, "holder", "residents-authority-holder-empty", LINE);
    let scope = scope(page, form, kind);
    let note = match form.trimmed("note").is_empty() {
        true => Some(String::new()),
        false => read::lines(frame, form, "note", "residents-authority-holder-empty", LINES),
    };
    let seen = match kind {
        Some(kind) if kind.needs_a_paper() => read::line(frame, form, "seen", "residents-authority-seen-empty", LINE),
        Some(Kind::Parent) if known.grown.is_none() => {
            read::line(frame, form, "seen", "residents-authority-seen-parent", LINE)
        }
        _ if form.trimmed("seen").is_empty() => Some(String::new()),
        _ => read::line(frame, form, "seen", "residents-authority-seen-empty", LINE),
    };
    let until = until(frame, form, kind, (known, now)).filter(|_| form.is_good());
    Some(Authority {
        id,
        kind: kind?.code().to_owned(),
        holder: holder?,
        scope: scope?,
        note: note?,
        seen: seen?,
        until: until?,
        ended_at: None,
    })
}

/// What it is for: what the law does not let its kind deal with cannot be chosen.
fn scope(page: &Page, form: &mut Form, kind: Option<Kind>) -> Option<Scope> {
    let frame = &page.frame;
    match form.value("reach") {
        "everything" => Some(Scope::Everything),
        "chosen" => {
            let chosen: Vec<&Service> = page
                .services
                .iter()
                .filter(|one| form.chose("services", &one.id))
                .take(authorities::MOST_CHOSEN)
                .collect();
            let beyond = |one: &&&Service| kind.is_some_and(|kind| !kind.reaches(one.matter));
            let beyond: Vec<&str> = chosen.iter().filter(beyond).map(|one| one.name.as_str()).collect();
            if chosen.is_empty() {
                form.refuse("services", frame.t("residents-authority-services-empty"));
                return None;
            }
            if let (false, Some(kind)) = (beyond.is_empty(), kind) {
                let held = frame.t(&format!("residents-authority-{}", kind.code())).to_owned();
                form.refuse(
                    "services",
                    frame.with2("residents-authority-services-law", ("kind", held), ("names", beyond.join(", "))),
                );
                return None;
            }
            Some(Scope::Chosen(chosen.into_iter().map(|one| one.id.clone()).collect()))
        }
        _ => {
            form.refuse("reach", frame.t("residents-authority-reach-empty"));
            None
        }
    }
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
        && grown > kit::lang::local(now).date()
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
