//! The one box: a person with an account, whoever reported something without one, a vehicle by its mark, a case by its reference. What
//! was asked and who was shown is on record before the answer leaves, on a page and for a program.

use super::Found as Reported;
use kit::who::Who;
use kit::{App, Id, Reference, Result, looks};
use residents::find::{self, Found};
use serde_json::json;

/// More than anybody types.
const LONGEST: usize = 200;

/// What the box found.
#[derive(Debug)]
pub struct Everywhere {
    /// What was looked for.
    pub typed: String,
    /// The case with the reference that was typed.
    pub case: Option<Reference>,
    /// People with an account, and their vehicles.
    pub found: Found,
    /// People without one, and vehicles that were reported.
    pub reported: Reported,
}

/// Looks for what was typed, for whoever may find people.
pub async fn everywhere(app: &App, who: &Who, typed: &str) -> Result<Everywhere> {
    residents::may_find(who)?;
    let typed: String = typed.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let case = crate::reference_seen(&mut *app.db.read().await?, app, who, &typed).await?;
    // A reference is no name, though it may look like a postcode.
    let (found, reported) = match typed.parse::<Reference>() {
        Ok(_) => (whose(app, case.as_ref()).await?, Reported::default()),
        Err(_) => found(app, who, &typed).await?,
    };
    let all = Everywhere { typed, case, found, reported };
    if !all.typed.trim().is_empty() {
        record(app, who, &all).await?;
    }
    Ok(all)
}

/// Whose reference it is, of a case that whoever asks may see.
async fn whose(app: &App, case: Option<&Reference>) -> Result<Found> {
    let Some(reference) = case else { return Ok(Found::default()) };
    let mut read = app.db.read().await?;
    match crate::received::writer(&mut read, reference).await?.and_then(|writer| writer.resident) {
        Some(resident) => find::one(&mut read, resident).await,
        None => Ok(Found::default()),
    }
}

/// Who has an account, and who reported something without one; both are looked for at once.
async fn found(app: &App, who: &Who, typed: &str) -> Result<(Found, Reported)> {
    let (theirs, also, asker) = (typed.to_owned(), typed.to_owned(), (app.clone(), who.clone()));
    let (people, reported) = tokio::join!(
        app.db.read_long(async move |conn| find::find(conn, &theirs).await),
        app.db.read_long(async move |conn| super::find(conn, &asker.0, &asker.1, &also).await),
    );
    Ok((people?, reported?))
}

/// Keeps what was asked and who was shown.
async fn record(app: &App, who: &Who, all: &Everywhere) -> Result<()> {
    let Everywhere { typed, case, found, reported } = all;
    let of_vehicles = found.vehicles.iter().map(|(person, ..)| person.id);
    let mut people: Vec<Id> = found.people.iter().map(|person| person.id).chain(of_vehicles).collect();
    people.sort_unstable();
    people.dedup();
    let cases = reported.cases();
    let codes = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<String>>();
    let asked = json!({
        "asked": typed, "shown": codes(&people), "case": case.as_ref().map(Reference::as_str), "cases": codes(&cases),
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
