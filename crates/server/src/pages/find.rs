//! `GET /desk/find`: one box that finds the person, whether they have an account or not, the vehicle whose mark was read out, or the
//! case whose reference was. What was asked and who was shown is on record before the answer leaves.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::found::Found as Reported;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result, looks};
use residents::find::{self, Found, Person};
use serde::Deserialize;
use serde_json::json;

/// More than anybody types.
const LONGEST: usize = 200;

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
    reference: String,
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
    case: Option<String>,
    rows: Vec<Row>,
    more: bool,
    vehicles: Vec<Vehicle>,
    strangers: Vec<Stranger>,
    more_strangers: bool,
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
    residents::may_find(&who)?;
    let typed: String = asked.q.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let case = cases::reference_seen(&mut *app.db.read().await?, &app, &who, &typed).await?;
    // A reference is no name, though it may look like a postcode.
    let (found, reported) = match typed.parse::<Reference>() {
        Ok(_) => (whose(&app, case.as_ref()).await?, Reported::default()),
        Err(_) => found(&app, &who, &typed).await?,
    };
    if !typed.trim().is_empty() {
        record(&app, &who, &typed, case.as_ref(), (&found, &reported)).await?;
    }
    let frame = Frame::new(&app, &Who { lang: Lang::EN, ..who.clone() }, "/desk/find", "server-find-title");
    html(&FindPage {
        case: case.map(|reference| reference.to_string()),
        rows: found.people.iter().map(row).collect(),
        more: found.more,
        contact: asked.contact,
        vehicles: vehicles(&found, &reported),
        more_strangers: reported.more,
        strangers: reported.strangers.into_iter().map(stranger).collect(),
        frame,
        typed,
    })
}

/// Whose reference it is, of a case that whoever asks may see.
async fn whose(app: &App, case: Option<&Reference>) -> Result<Found> {
    let Some(reference) = case else { return Ok(Found::default()) };
    let mut read = app.db.read().await?;
    match cases::received::writer(&mut read, reference).await?.and_then(|writer| writer.resident) {
        Some(resident) => find::one(&mut read, resident).await,
        None => Ok(Found::default()),
    }
}

/// Who has an account, and who reported something without one; both are looked for at once.
async fn found(app: &App, who: &Who, typed: &str) -> Result<(Found, Reported)> {
    let (theirs, also, asker) = (typed.to_owned(), typed.to_owned(), (app.clone(), who.clone()));
    let (people, reported) = tokio::join!(
        app.db.read_long(async move |conn| find::find(conn, &theirs).await),
        app.db.read_long(async move |conn| cases::found::find(conn, &asker.0, &asker.1, &also).await),
    );
    Ok((people?, reported?))
}

/// Keeps what was asked and who was shown.
async fn record(
    app: &App,
    who: &Who,
    typed: &str,
    case: Option<&Reference>,
    (found, reported): (&Found, &Reported),
) -> Result<()> {
    let of_vehicles = found.vehicles.iter().map(|(person, ..)| person.id);
    let mut people: Vec<Id> = found.people.iter().map(|person| person.id).chain(of_vehicles).collect();
    people.sort_unstable();
    people.dedup();
    let cases = reported.cases();
    let codes = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<String>>();
    let asked = json!({
        "asked": typed, "shown": codes(&people), "case": case.map(Reference::as_str), "cases": codes(&cases),
    });
    let mut tx = app.db.begin().await?;
    looks::record_query(&mut tx, app, who, "residents", Id::NONE, "find", &asked.to_string()).await?;
    // Whoever is found is shown with name and home: each is looked at, and told so on request.
    for person in people {
        looks::record(&mut tx, app, who, "resident", person, "find").await?;
    }
    for case in cases {
        looks::record(&mut tx, app, who, "case", case, "find").await?;
    }
    tx.commit().await
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
        reference: report.reference.to_string(),
        service: report.service,
        opened: Lang::EN.date(report.opened),
        status: cases::status_key(report.status),
    };
    Stranger { name: found.name, reports: found.reports.into_iter().map(report).collect() }
}
