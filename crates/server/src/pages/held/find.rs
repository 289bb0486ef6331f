//! `GET /admin/people`: whoever answers an access request, erases or holds finds the person it is about. What was asked and who was
//! shown is on record before the answer leaves.

use super::access::{self, Action};
use super::desk::in_english;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Result, looks};
use residents::find::{self, Person};
use serde::Deserialize;
use serde_json::json;

/// More than anybody types.
const LONGEST: usize = 200;

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "held-find.html")]
struct FindPage {
    frame: Frame,
    typed: String,
    people: Vec<Person>,
    more: bool,
}

/// Draws the box and who was found.
pub async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    access::check(&who, Action::Export)?;
    let typed: String = asked.q.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let text = typed.clone();
    let found = app.db.read_long(async move |conn| find::find(conn, &text).await).await?;
    if !typed.trim().is_empty() {
        let shown: Vec<Id> = found.people.iter().map(|person| person.id).collect();
        let ids: Vec<String> = shown.iter().map(Id::to_string).collect();
        let mut tx = app.db.begin().await?;
        let query = json!({ "asked": typed, "shown": ids }).to_string();
        looks::record_query(&mut tx, &app, &who, "residents", Id::NONE, "subject-access", &query).await?;
        for person in shown {
            looks::record(&mut tx, &app, &who, "resident", person, "subject-access").await?;
        }
        tx.commit().await?;
    }
    let frame = Frame::new(&app, &in_english(&who), "/admin/people", "server-held-find");
    html(&FindPage { frame, typed, people: found.people, more: found.more })
}
