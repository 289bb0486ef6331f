//! `GET /desk/find`: one box that finds the person, whether they have an account or not, the vehicle whose mark was read out, or the
//! case whose reference was. What was asked and who was shown is on record before the answer leaves.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::found::{Everywhere, Found as Reported, everywhere};
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result};
use residents::find::{self, Doubt, Found, Person};
use serde::Deserialize;

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
    /// The contact that the person is looked for.
    contact: Option<Id>,
}

struct Row {
    id: Id,
    name: String,
    home: String,
    born: String,
    /// Nothing of them is told on a list.
    kept: bool,
    deceased: bool,
}

/// A vehicle of somebody, or one that was reported.
struct Vehicle {
    plate: String,
    /// It is not the mark that was typed, only near it.
    near: bool,
    /// Where it leads, and its words.
    href: String,
    words: String,
}

/// Somebody without an account, by what they reported.
struct Stranger {
    name: String,
    reports: Vec<Report>,
}

struct Report {
    reference: Reference,
    service: String,
    opened: String,
    status: &'static str,
}

#[derive(Template)]
#[template(path = "find.html")]
struct FindPage {
    frame: Frame,
    typed: String,
    /// The open contact whose caller is looked for.
    contact: Option<Id>,
    /// The case with the reference that was typed.
    case: Option<Reference>,
    rows: Vec<Row>,
    more: bool,
    vehicles: Vec<Vehicle>,
    strangers: Vec<Stranger>,
    more_strangers: bool,
    /// What is to be said of what was typed: that it is too short, or no day.
    doubt: Option<String>,
}

impl FindPage {
    fn is_nothing(&self) -> bool {
        self.rows.is_empty() && self.vehicles.is_empty() && self.strangers.is_empty()
    }

    fn has_near_misses(&self) -> bool {
        self.vehicles.iter().any(|vehicle| vehicle.near)
    }
}

/// Draws the box and what was found.
pub async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let Everywhere { typed, case, found, reported } = everywhere(&app, &who, &asked.q).await?;
    let frame = Frame::new(&app, &Who { lang: Lang::EN, ..who.clone() }, "/desk/find", "server-find-title");
    html(&FindPage {
        case,
        rows: found.people.iter().map(row).collect(),
        more: found.more,
        contact: asked.contact,
        vehicles: vehicles(&found, &reported),
        more_strangers: reported.more,
        strangers: reported.strangers.into_iter().map(stranger).collect(),
        doubt: find::doubt(&typed).map(|doubt| match doubt {
            Doubt::TooShort => frame.t("server-find-too-short").to_owned(),
            Doubt::NoSuchDay(day) => frame.with("server-find-no-such-day", "day", day),
        }),
        frame,
        typed,
    })
}

fn row(person: &Person) -> Row {
    let home = person.listed_home();
    let born = person.listed_born().and_then(|born| born.parse().ok());
    Row {
        id: person.id,
        name: person.name.clone(),
        home: home.map(|home| format!("{} {}, {}", home.line1, home.street, home.postcode)).unwrap_or_default(),
        born: born.map(|date| Lang::EN.civil(date)).unwrap_or_default(),
        kept: person.is_kept(),
        deceased: person.deceased,
    }
}

/// Vehicles of people and those that were reported: the mark that was typed first.
fn vehicles(found: &Found, reported: &Reported) -> Vec<Vehicle> {
    let theirs = found.vehicles.iter().map(|(person, plate, fit)| {
        let (href, words) = (residents::desk::path(person.id), person.name.clone());
        (*fit, Vehicle { plate: plate.to_string(), near: fit.is_near_miss(), href, words })
    });
    let about = reported.vehicles.iter().map(|(report, plate, fit)| {
        let href = format!("/desk/cases/{}", report.reference);
        let words = format!("{}, {}", report.service, report.reference.grouped());
        (*fit, Vehicle { plate: plate.to_string(), near: fit.is_near_miss(), href, words })
    });
    let mut all: Vec<_> = theirs.chain(about).collect();
    all.sort_by_key(|(fit, _)| *fit);
    all.into_iter().map(|(_, vehicle)| vehicle).collect()
}

fn stranger(found: cases::found::Stranger) -> Stranger {
    let report = |report: cases::found::Report| Report {
        reference: report.reference,
        service: report.service,
        opened: Lang::EN.date(report.opened),
        status: cases::status_key(report.status),
    };
    Stranger { name: found.name, reports: found.reports.into_iter().map(report).collect() }
}
