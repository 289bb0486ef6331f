//! `GET /desk/find`: one box that finds the person, or the case whose reference was read out. What was asked and who was
//! shown is on record before the answer leaves.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result, looks};
use residents::find::{self, Found, Person};
use serde::Deserialize;

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
    guarded: bool,
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
    let found = if typed.parse::<Reference>().is_ok() { Found::default() } else { found(&app, typed.clone()).await? };
    if !typed.trim().is_empty() {
        let shown: Vec<String> = found.people.iter().map(|person| person.id.to_string()).collect();
        let asked = serde_json::json!({ "asked": typed, "shown": shown, "case": case.as_ref().map(Reference::as_str) });
        let mut tx = app.db.begin().await?;
        looks::record_query(&mut tx, &app, &who, "residents", Id::NONE, "find", &asked.to_string()).await?;
        // Whoever is found is shown with name and home: each is looked at, and told so on request.
        for person in &found.people {
            looks::record(&mut tx, &app, &who, "resident", person.id, "find").await?;
        }
        tx.commit().await?;
    }
    html(&FindPage {
        frame: Frame::new(&app, &Who { lang: Lang::EN, ..who.clone() }, "/desk/find", "server-find-title"),
        case: case.map(|reference| reference.to_string()),
        rows: found.people.iter().map(row).collect(),
        more: found.more,
        contact: asked.contact,
        typed,
    })
}

async fn found(app: &App, typed: String) -> Result<Found> {
    app.db.read_long(async move |conn| find::find(conn, &typed).await).await
}

fn row(person: &Person) -> Row {
    let home = person.home.as_ref().filter(|_| !person.guarded);
    let born = person.born.as_deref().and_then(|born| born.parse().ok());
    Row {
        id: person.id,
        name: person.name.clone(),
        home: home.map(|home| format!("{} {}, {}", home.line1, home.street, home.postcode)).unwrap_or_default(),
        born: born.map(|date| Lang::EN.civil(date)).unwrap_or_default(),
        guarded: person.guarded,
    }
}
