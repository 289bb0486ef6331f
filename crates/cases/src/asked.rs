//! What an officer who speaks with somebody needs to know of a case: enough to see that they ask after it, and no more.

use crate::desk::standing_of;
use crate::model::Case;
use crate::resident::door;
use crate::{access, of_person, store};
use contact::{Outcome, Question};
use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result};
use services::Catalogue;

/// Requests of one person that are looked at.
const MOST: usize = 50;

/// A case, as whoever may see it knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The case.
    pub id: Id,
    /// The reference it is asked about by.
    pub reference: Reference,
    /// Its service.
    pub service: String,
    /// What it is about; the service's identifier where nobody said.
    pub title: String,
    /// Whose it is, where they have an account.
    pub resident: Option<Id>,
    /// The council still works on it.
    pub is_live: bool,
    /// When it was opened.
    pub opened: Micros,
    /// By when it is promised.
    pub promised: Micros,
}

/// The case of a reference that was typed, if this member of staff may see it; of others nothing is told.
pub async fn known(conn: &mut Conn, app: &App, who: &Who, typed: &str) -> Result<Option<Known>> {
    let Ok(reference) = typed.parse::<Reference>() else { return Ok(None) };
    let Some(seen) = door::by_reference(conn, &reference).await? else { return Ok(None) };
    let resident = seen.resident();
    let may = access::may(who.staff()?, access::Action::See, &seen.case, &standing_of(app)?);
    Ok(may.then(|| Known { resident, ..of(seen.case, reference) }))
}

/// Whoever was promised in a contact to be rung back stands on the list of those to ring, by their request.
pub async fn ring_back(tx: &mut Conn, app: &App, asked: &[Question]) -> Result<()> {
    for question in asked.iter().filter(|question| question.outcome == Some(Outcome::CallBack)) {
        let Ok(reference) = question.reference.parse::<Reference>() else { continue };
        if let Some(seen) = door::by_reference(tx, &reference).await? {
            store::untold::keep(tx, seen.case.id, seen.me(), "ring-back", app.now()).await?;
        }
    }
    Ok(())
}

/// True where a reference that somebody says is that of a request of one of these accounts which the council still works on. The
/// number of what is told to everybody, as problems in the street are, proves nothing: anybody reads it beside its place.
pub fn is_open_request<'a>(
    conn: &'a mut Conn,
    app: &'a App,
    accounts: &'a [Id],
    typed: &'a str,
) -> Boxed<'a, Result<bool>> {
    Box::pin(async move {
        let Ok(reference) = typed.parse::<Reference>() else { return Ok(false) };
        let Some(seen) = door::by_reference(conn, &reference).await? else { return Ok(false) };
        let is_theirs = seen.resident().is_some_and(|resident| accounts.contains(&resident));
        let (catalogue, service) = (app.part::<Catalogue>()?, &seen.case.service);
        let versions = [catalogue.current(service), catalogue.version(service, seen.case.version)];
        if versions.into_iter().flatten().any(|one| one.is_public_elsewhere()) {
            return Ok(false);
        }
        Ok(is_theirs && seen.case.status.is_live() && !seen.case.erased)
    })
}

/// What this resident asked for that the council still works on and this member of staff may see, the newest first.
pub async fn live_of(conn: &mut Conn, app: &App, who: &Who, resident: Id) -> Result<Vec<Known>> {
    let staff = who.staff()?;
    let accounts = residents::linking::joined::together(conn, resident).await?;
    let all = of_person(conn, app, &accounts, None, MOST, Lang::EN).await?;
    let standing_of = standing_of(app)?;
    let seen = |case: &Case| case.status.is_live() && access::may(staff, access::Action::See, case, &standing_of);
    let known = |case: Case| {
        let reference = case.reference.clone();
        Known { resident: Some(resident), ..of(case, reference) }
    };
    Ok(all.into_iter().filter(seen).map(known).collect())
}

/// The same without what is outside of what whoever asks this member of staff may be told, and how much that is.
pub async fn told_of(conn: &mut Conn, app: &App, who: &Who, resident: Id) -> Result<(Vec<Known>, usize)> {
    let mut all = live_of(conn, app, who, resident).await?;
    let live = all.len();
    if let Some(standing) = residents::desk::now(conn, app, who, resident).await? {
        let catalogue = app.part::<Catalogue>()?;
        all.retain(|known| standing.covers(&known.service, catalogue.matter(&known.service)).is_ok());
    }
    let outside = live - all.len();
    Ok((all, outside))
}

fn of(case: Case, reference: Reference) -> Known {
    Known {
        id: case.id,
        reference,
        title: if case.title.is_empty() { case.service.clone() } else { case.title },
        resident: None,
        is_live: case.status.is_live(),
        opened: case.opened,
        promised: case.promise.due,
        service: case.service,
    }
}

/// What a question may ask after: the case whose reference stands in its words, else what they asked of the same service that is
/// open. Nothing where a reference was given, or the officer has said that it is new.
pub async fn same_matter(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    question: &Question,
    open: &[Known],
) -> Result<Option<Known>> {
    if question.fresh || !question.reference.is_empty() {
        return Ok(None);
    }
    for reference in Reference::all_in(&question.words) {
        if let Some(known) = known(conn, app, who, reference.as_str()).await? {
            return Ok(Some(known));
        }
    }
    let same = |known: &&Known| !question.service.is_empty() && known.service == question.service;
    Ok(open.iter().find(same).cloned())
}
