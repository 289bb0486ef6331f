//! The list of those who could be sent nothing of what happened, for whoever rings and writes: who has waited longest first.

use crate::access::{self, Part};
use crate::book;
use crate::desk::services_of;
use crate::desk::withheld::Withheld;
use crate::model::Case;
use crate::store;
use crate::store::untold::{self, Place, Untold};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Id, Result, looks};
use residents::By;
use residents::needs::{self, NotRung, Passport};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};

/// People on one page.
const PAGE: usize = 25;
/// Before everybody.
pub(crate) const BEGIN: Place = (Micros::MIN, Id::NONE, Id::NONE);

/// From where.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    after: String,
}

/// Somebody to be rung or written to, as a page names them.
pub(crate) struct Line {
    pub name: String,
    /// Empty where there is none, and where it is not told.
    pub phone: String,
    /// Where their record is opened, where how to reach them is only told by it.
    pub withheld: Option<String>,
    /// For a telephone to dial; empty where they are not to be rung, or not now.
    pub dial: String,
    /// That they are not to be rung, or not now.
    pub not_rung: Option<NotRung>,
    /// What they asked for.
    pub needs: Vec<String>,
    pub language: &'static str,
    pub case: String,
    pub title: String,
    pub service: String,
    pub reference: String,
    pub what: Vec<String>,
    pub since: String,
    /// How often nobody was reached, and when last.
    pub tried: Option<String>,
    /// Where it is said how a call went.
    pub action: String,
}

#[derive(Template)]
#[template(path = "untold.html")]
struct UntoldPage {
    frame: Frame,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// Draws the list and records who was shown.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let parts = access::parts(who.staff()?, &services_of(&app)?)?;
    let after = place(&asked.after);
    let frame = Frame::new(&app, &who, "/desk/cases/untold", "cases-untold-title");
    let mut tx = app.db.begin().await?;
    let mut found = everywhere(&mut tx, &parts, after.unwrap_or(BEGIN), PAGE + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    // Unlike the list of cases this one shows people and how to reach them: a look at each.
    for one in &found {
        looks::record(&mut tx, &app, &who, "case", one.case, "untold").await?;
    }
    let ids: BTreeSet<Id> = found.iter().map(|one| one.case).collect();
    let cases = store::cases::by_ids(&mut tx, &Vec::from_iter(ids)).await?;
    let lines = lines(&mut tx, &app, &frame, &found, (&who, &cases, true)).await?;
    tx.commit().await?;
    let next = found.last().filter(|_| more).map(|last| {
        let (since, case, reporter) = last.place();
        format!("/desk/cases/untold?after={since}.{case}.{reporter}")
    });
    let first = after.map(|_| "/desk/cases/untold".to_owned());
    page::html(&UntoldPage { frame, lines, first, next })
}

fn place(text: &str) -> Option<Place> {
    let mut parts = text.split('.');
    let place = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(place)
}

/// Who waits in the stretches of cases that somebody may see, a page of them.
pub(crate) async fn everywhere(conn: &mut Conn, parts: &[Part], after: Place, limit: usize) -> Result<Vec<Untold>> {
    let mut found = Vec::new();
    for part in parts {
        let narrowed = match part {
            Part::Everything => ("", ""),
            Part::Team(team) => (team.as_str(), ""),
            Part::Service(service) => ("", service.as_str()),
        };
        found.extend(untold::page(conn, narrowed, after, limit).await?);
    }
    found.sort_by_key(Untold::place);
    found.dedup_by_key(|one| one.place());
    found.truncate(limit);
    Ok(found)
}

/// These people as a page names them: with the number their account has now, where they are to be reached by it. Of whom it is not
/// told how to reach them on their case it is told here neither. Where letters go stands on a page `for_writing` to them, and else for
/// those alone whose record the reader has open.
pub(crate) async fn lines(
    conn: &mut Conn,
    app: &App,
    frame: &Frame,
    found: &[Untold],
    (reader, cases, for_writing): (&Who, &[Case], bool),
) -> Result<Vec<Line>> {
    let services: HashMap<String, String> = book::services(app, frame.lang)?.into_iter().collect();
    let mut lines = Vec::new();
    for one in found {
        let person = match one.resident {
            Some(resident) => residents::person(conn, resident).await?,
            None => None,
        };
        let (contact, passport) = match person {
            Some(person) if one.contact.by == By::Account => (person.contact, person.passport),
            Some(person) => (one.contact.clone(), person.passport),
            None => (one.contact.clone(), Passport::default()),
        };
        let case = cases.iter().find(|case| case.id == one.case).ok_or(Error::NotFound)?;
        let withheld =
            Withheld::among(conn, app, reader, case, Vec::from_iter(one.resident)).await?.is_of(one.resident);
        let whole = match one.resident {
            Some(resident) if !for_writing => residents::desk::has_open(conn, app, reader, resident).await?,
            _ => !withheld,
        };
        let said = if whole { needs::lines } else { needs::outline };
        let now = kit::lang::local(app.now()).hour();
        let not_rung = needs::not_rung(&app.words, frame.lang, &passport, contact.email.is_some(), now);
        let phone = contact.phone.filter(|_| !withheld).unwrap_or_default();
        lines.push(Line {
            name: contact.name,
            dial: phone.chars().filter(|c| not_rung.is_none() && (c.is_ascii_digit() || *c == '+')).collect(),
            not_rung,
            needs: said(&app.words, frame.lang, &passport),
            phone,
            withheld: one.resident.filter(|_| withheld).map(|id| format!("{}/open", residents::desk::path(id))),
            language: contact.lang.name,
            case: format!("/desk/cases/{}", one.of_case),
            title: one.title.clone(),
            service: services.get(&one.service).unwrap_or(&one.service).clone(),
            reference: one.reference.grouped(),
            what: one.what.split(',').map(|what| frame.t(&format!("cases-untold-what-{what}")).to_owned()).collect(),
            since: frame.lang.date_time(one.since),
            tried: (one.tries > 0).then(|| tried(app, frame, one)),
            action: format!("/desk/cases/{}/call", one.reference),
        });
    }
    Ok(lines)
}

fn tried(app: &App, frame: &Frame, one: &Untold) -> String {
    let values = [("n", one.tries.into()), ("when", frame.lang.date_time(one.tried).into())];
    app.words.with(frame.lang, "cases-untold-tried", &values)
}
