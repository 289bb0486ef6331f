//! Markers: that somebody died, that the address is a safe one, that there is a risk. A risk is looked at again on its day.

use crate::desk::thirds::{self, Thirds};
use crate::desk::{self, LINES, ask_day, day, end_of, frame, path};
use crate::find::keys;
use crate::linking::joined;
use crate::model::Resident;
use crate::store::record::{self, Marker};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::clock::{DAY, Micros};
use kit::db::Tx;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Markup, Radios};
use kit::who::Who;
use kit::{Id, Result, outbox, read};
use serde_json::json;

const KINDS: [&str; 4] = ["deceased", "guarded", "restricted", "risk"];
/// A risk is looked at again within a year.
const LONGEST: Micros = 366 * DAY;

#[derive(Template)]
#[template(path = "desk-marker.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    key: Id,
    name: String,
    thirds: Thirds,
}

impl Page {
    fn new(app: &App, who: &Who, resident: &Resident, form: Form, thirds: Thirds) -> Page {
        let frame = frame(app, who, format!("{}/marker", path(resident.id)), "residents-marker-title", &form);
        Page { frame, form, id: resident.id, key: app.id(), name: resident.name.clone(), thirds }
    }

    fn kinds(&self) -> Choices<'_> {
        let choices = KINDS.map(|kind| {
            let (words, hint) = (format!("residents-marker-{kind}"), format!("residents-marker-{kind}-hint"));
            let choice = Choice::new(kind, self.frame.t(&words).to_owned()).hint(self.frame.t(&hint).to_owned());
            if kind == "guarded" { choice.conditional(self.thirds.field(&self.frame, &self.form)) } else { choice }
        });
        Radios::new("kind", self.frame.t("residents-marker-kind"))
            .choices(choices)
            .value(self.form.value("kind"))
            .error(&self.frame, self.form.error("kind"))
    }

    fn review(&self) -> Markup<'_> {
        ask_day(&self.frame, &self.form, "review", "residents-marker-review")
    }
}

/// GET `/desk/residents/{id}/marker`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => {
            let thirds = Thirds::of(&mut read, &app, resident.id).await?;
            html(&Page::new(&app, &who, &resident, Form::empty(), thirds))
        }
        Err(way) => Ok(way),
    }
}

/// POST `/desk/residents/{id}/marker`: happens once; its key is made when the page is drawn.
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
    let thirds = Thirds::of(&mut read, &app, resident.id).await?;
    drop(read);
    let key = desk::key(&form)?;
    let page = Page::new(&app, &who, &resident, form.clone(), thirds);
    let marker = self::read(&page.frame, &mut form, key, app.now());
    let copies = if form.chose("kind", "guarded") { page.thirds.read(&page.frame, &mut form) } else { Some("") };
    let (Some(marker), Some(copies)) = (marker, copies) else {
        return invalid(&Page::new(&app, &who, &resident, form, page.thirds));
    };
    let mut tx = app.db.begin().await?;
    if record::insert_marker(&mut tx, resident.id, &marker, who.staff()?.id).await? {
        if marker.keeps() {
            keep(&mut tx, resident.id, &marker.kind, true).await?;
        }
        if copies == "stop" {
            thirds::stop_copies(&mut tx, &app, &who, resident.id).await?;
        }
        if marker.kind == "deceased" {
            // What was written before it was known must not leave.
            for account in joined::mourned(&mut tx, resident.id).await? {
                outbox::end_to(&mut tx, account, app.now(), "whoever it was for has died").await?;
            }
        }
        if marker.kind == "guarded" {
            // Nor what was written to a home before it was known that nobody writes there.
            for account in joined::all(&mut tx, resident.id).await? {
                outbox::end_letters_to(
                    &mut tx,
                    &app,
                    account,
                    "the home of whoever it was for is not to be written to",
                )
                .await?;
            }
        }
        let fact = Fact::new("resident.marked", &who).about("resident", resident.id);
        let fact = fact.data(json!({ "marker": key, "kind": marker.kind, "review": marker.review, "copies": copies }));
        facts::record(&mut tx, &app, fact.body(&marker.reason)).await?;
    }
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}

fn read(frame: &Frame, form: &mut Form, id: Id, now: Micros) -> Option<Marker> {
    let kind = KINDS.into_iter().find(|kind| *kind == form.value("kind"));
    if kind.is_none() {
        form.refuse("kind", frame.t("residents-marker-kind-empty"));
    }
    let reason = read::lines(frame, form, "reason", "residents-marker-reason-empty", LINES);
    let review = match kind {
        Some("risk") => {
            let date = day(form, "review");
            let fits = |date: &jiff::civil::Date| end_of(*date).is_some_and(|end| end > now && end <= now + LONGEST);
            let date = date.filter(fits);
            if date.is_none() {
                form.refuse("review", frame.t("residents-marker-review-wrong"));
            }
            Some(date?.to_string())
        }
        _ => None,
    };
    Some(Marker { id, kind: kind?.to_owned(), reason: reason?, review, made_at: now })
}

/// The address is a safe one, the record is confidential, or no longer: from now on no list shows what stands there and nobody is found
/// by the home, or again.
pub(super) async fn keep(tx: &mut Tx, resident: Id, kind: &str, on: bool) -> Result<()> {
    if kind == "guarded" {
        let (born, _) = record::particulars(tx, resident).await?;
        record::set_particulars(tx, resident, born.as_deref(), on).await?;
    }
    for account in joined::all(tx, resident).await? {
        keys::write(tx, account).await?;
    }
    // Who may see that there is a pair follows at once.
    joined::guard(tx, resident).await
}
