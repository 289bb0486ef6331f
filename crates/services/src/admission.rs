//! Who may start a service that is open to some people only. Whoever may not is told so in words, and how to get it today.

use crate::catalogue::Catalogue;
use crate::model::Definition;
use crate::open::Open;
use crate::start::{self, Entry};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use kit::form::Form;
use kit::page::{html_with, invalid};
use kit::session::{self, Surface, cookie};
use kit::who::{Person, Who};
use kit::{App, Id, Result};
use places::Postcode;

/// The page that turns somebody away who wants to start this service, if they may not: staff are known by the desk's
/// session of their browser, people of a ward by the postcode they type. A share is decided by [`not_among`], once the
/// browser has a visitor's id.
pub async fn turned_away(
    app: &App,
    who: &Who,
    headers: &HeaderMap,
    service: &Definition,
    form: &Form,
) -> Result<Option<Response>> {
    match &service.open {
        Open::Everyone | Open::Share(_) => Ok(None),
        Open::Staff if is_staff(app, who, headers).await? => Ok(None),
        Open::Staff => refused(app, who, service, Entry::Shut("services-start-tried-staff-only")).map(Some),
        Open::Wards(wards) => in_wards(app, who, service, wards, form.trimmed("postcode")),
    }
}

/// The page that turns away whoever a share does not take in; `visitor` is their browser.
pub fn not_among(app: &App, who: &Who, service: &Definition, visitor: Id) -> Result<Option<Response>> {
    if service.is_among(ids(who, Some(visitor))) {
        return Ok(None);
    }
    refused(app, who, service, Entry::Shut("services-start-tried-not-you")).map(Some)
}

/// How the start page lets this person in, or does not.
pub(crate) async fn entry(app: &App, who: &Who, headers: &HeaderMap, service: &Definition) -> Result<Entry> {
    Ok(match &service.open {
        Open::Everyone => Entry::Free,
        Open::Staff if is_staff(app, who, headers).await? => Entry::Free,
        Open::Staff => Entry::Shut("services-start-tried-staff-only"),
        Open::Wards(_) => Entry::Postcode { typed: String::new(), problem: None },
        // Somebody new gets an id with the first POST; until then nobody knows.
        Open::Share(_) if ids(who, None).next().is_none() => Entry::Free,
        Open::Share(_) if service.is_among(ids(who, None)) => Entry::Free,
        Open::Share(_) => Entry::Shut("services-start-tried-not-you"),
    })
}

/// The ids a person is known by.
fn ids(who: &Who, visitor: Option<Id>) -> impl Iterator<Item = Id> {
    let resident = match who.person {
        Person::Resident(id) => Some(id),
        _ => None,
    };
    resident.into_iter().chain(visitor.or(who.visitor))
}

/// Whether a member of staff is signed in at the desk in the same browser. Residents' pages know nobody as staff.
async fn is_staff(app: &App, who: &Who, headers: &HeaderMap) -> Result<bool> {
    let Some(token) = cookie(headers, Surface::Staff.cookie()) else { return Ok(false) };
    let mut read = app.db.read().await?;
    let found = session::find(&mut read, app, Surface::Staff, token, who.lang).await?;
    Ok(found.is_some_and(|found| matches!(found.who.person, Person::Staff(_))))
}

fn in_wards(app: &App, who: &Who, service: &Definition, wards: &[String], typed: &str) -> Result<Option<Response>> {
    let wrong = |problem: &'static str| {
        let typed = typed.chars().take(20).collect();
        invalid(&start::page(app, who, service, Entry::Postcode { typed, problem: Some(problem) })?).map(Some)
    };
    let Ok(postcode) = Postcode::parse(typed) else { return wrong("services-error-not-postcode") };
    match app.part::<Catalogue>()?.postcodes().find(&postcode) {
        None => wrong("services-start-tried-unknown"),
        Some(place) if wards.contains(&place.ward.code) => Ok(None),
        Some(_) => refused(app, who, service, Entry::Shut("services-start-tried-elsewhere")).map(Some),
    }
}

fn refused(app: &App, who: &Who, service: &Definition, entry: Entry) -> Result<Response> {
    html_with(StatusCode::FORBIDDEN, &start::page(app, who, service, entry)?)
}
