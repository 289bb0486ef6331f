//! What happens to a visit at a desk and around it: each reads it, changes it, saves it and records the fact.

use crate::access::{self, Action};
use crate::call::seat;
use crate::facts::{self, not_now};
use crate::model::{GAVE_UP, State, TURNED_AWAY, Visit};
use crate::site::Sites;
use crate::store::{desks, estimates, visits};
use contact::{Channel, Start};
use kit::clock::MINUTE;
use kit::db::Tx;
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// The longest anybody steps out, in minutes.
pub const LONGEST_OUT: i64 = 30;

/// The visit at the desk of this member of staff.
async fn at_my_desk(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<Visit> {
    let (desk, _) = seat(tx, app, who).await?;
    if desk.visit == Some(id) { visits::by_id(tx, id).await } else { Err(Error::Changed) }
}

async fn keep(tx: &mut Tx, app: &App, who: &Who, kind: &'static str, visit: &Visit) -> Result<()> {
    visits::save(tx, visit).await?;
    if !visit.state.is_live() {
        estimates::left(tx, visit.id).await?;
    }
    if !visit.state.is_at_a_desk() && !visit.desk.is_empty() {
        desks::let_go(tx, &visit.site, &visit.desk, visit.id).await?;
    }
    facts::record(tx, app, who, kind, visit).await
}

/// Their number is called once more.
pub async fn recall(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<()> {
    let mut visit = at_my_desk(tx, app, who, id).await?;
    visit.recall(app.now()).map_err(not_now)?;
    keep(tx, app, who, "visit.recalled", &visit).await
}

/// They are at the desk: a contact starts, and the clock of the wait stops.
pub async fn begin(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<Id> {
    let mut visit = at_my_desk(tx, app, who, id).await?;
    if let (State::Serving, Some(contact)) = (visit.state, visit.contact) {
        return Ok(contact);
    }
    let site = app.part::<Sites>()?.get(&visit.site)?;
    let service = site.business(&visit.business).and_then(|one| one.services.first()).cloned();
    let start = Start {
        // One contact each time somebody begins with them.
        key: Id::new(app.now(), &app.entropy),
        resident: visit.resident,
        channel: Some(Channel::Counter),
        case: service.map(|service| (service, String::new())),
        ..Start::default()
    };
    let contact = contact::start(tx, app, who, &start).await?;
    visit.begin(Some(contact), app.now()).map_err(not_now)?;
    keep(tx, app, who, "visit.began", &visit).await?;
    Ok(contact)
}

/// They did not come to the desk.
pub async fn no_show(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<()> {
    let mut visit = at_my_desk(tx, app, who, id).await?;
    visit.no_show(app.now()).map_err(not_now)?;
    keep(tx, app, who, "visit.no-show", &visit).await
}

/// They go and fetch something.
pub async fn park(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<()> {
    let mut visit = at_my_desk(tx, app, who, id).await?;
    visit.park().map_err(not_now)?;
    keep(tx, app, who, "visit.parked", &visit).await
}

/// They wait for something else, with the number and the time they came.
pub async fn transfer(tx: &mut Tx, app: &App, who: &Who, id: Id, business: &str) -> Result<()> {
    let mut visit = at_my_desk(tx, app, who, id).await?;
    let site = app.part::<Sites>()?.get(&visit.site)?;
    site.business(business).ok_or(Error::BadRequest("page-form-not-understood"))?;
    visit.transfer(business).map_err(not_now)?;
    keep(tx, app, who, "visit.moved", &visit).await
}

/// What a floor walker found out: what they came for, and the need they have. Everybody's place follows at once.
pub async fn triage(tx: &mut Tx, app: &App, who: &Who, id: Id, business: &str, need: &str) -> Result<()> {
    access::check(who, Action::Walk)?;
    let mut visit = visits::by_id(tx, id).await?;
    let site = app.part::<Sites>()?.get(&visit.site)?;
    let known = site.rule.needs.iter().any(|one| one.id == need) || need.is_empty();
    if site.business(business).is_none() || !known {
        return Err(Error::BadRequest("page-form-not-understood"));
    }
    if !matches!(visit.state, State::Waiting | State::Parked) {
        return Err(Error::Changed);
    }
    business.clone_into(&mut visit.business);
    need.clone_into(&mut visit.need);
    (visit.base, visit.turn) = site.rule.place(visit.came, visit.booked, need);
    keep(tx, app, who, "visit.triaged", &visit).await
}

/// They are here after all: they wait on with the number and the time they had.
pub async fn back(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<()> {
    access::check(who, Action::Walk)?;
    let mut visit = visits::by_id(tx, id).await?;
    visit.back().map_err(not_now)?;
    keep(tx, app, who, "visit.back", &visit).await
}

/// They are seen together with this other visit of the same site.
pub async fn merge(tx: &mut Tx, app: &App, who: &Who, id: Id, into: Id) -> Result<()> {
    access::check(who, Action::Serve)?;
    let (mut visit, other) = (visits::by_id(tx, id).await?, visits::by_id(tx, into).await?);
    if other.site != visit.site || !other.state.is_live() {
        return Err(Error::Changed);
    }
    visit.merge(into, app.now()).map_err(not_now)?;
    keep(tx, app, who, "visit.merged", &visit).await
}

/// They step out for so many minutes, or are back with 0: nobody calls them meanwhile, and they keep their place.
pub async fn step_out(tx: &mut Tx, app: &App, who: &Who, visit: &mut Visit, minutes: i64) -> Result<()> {
    visit.step_out(app.now() + minutes.clamp(0, LONGEST_OUT) * MINUTE).map_err(not_now)?;
    keep(tx, app, who, "visit.stepped-out", visit).await
}

/// They want a text to this number when their turn is near; none any more, where it is empty.
pub async fn text_to(tx: &mut Tx, app: &App, who: &Who, visit: &mut Visit, phone: &str) -> Result<()> {
    if visit.phone == phone {
        return Ok(());
    }
    visit.text_to(phone).map_err(not_now)?;
    let kind = if phone.is_empty() { "visit.text-dropped" } else { "visit.text-asked" };
    keep(tx, app, who, kind, visit).await
}

/// This text, of this transaction, tells them that their turn is near.
pub(crate) async fn tell_near(tx: &mut Tx, app: &App, visit: &mut Visit, message: Id) -> Result<()> {
    visit.tell_near(message, app.now()).map_err(not_now)?;
    keep(tx, app, &Who::system(), "visit.told-near", visit).await
}

/// They go, by their own word: from their page, or told to somebody.
pub async fn leave(tx: &mut Tx, app: &App, who: &Who, visit: &mut Visit) -> Result<()> {
    visit.leave(GAVE_UP, app.now()).map_err(not_now)?;
    keep(tx, app, who, "visit.left", visit).await
}

/// A floor walker saw that they have gone, with nothing done: they count as turned away.
pub async fn walked_out(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<()> {
    access::check(who, Action::Walk)?;
    let mut visit = visits::by_id(tx, id).await?;
    visit.leave(TURNED_AWAY, app.now()).map_err(not_now)?;
    keep(tx, app, who, "visit.left", &visit).await
}

/// The contact of a visit is finished, with the outcome of its first question: so is the visit, and whoever is seen with it.
/// Nothing for a contact that nobody came for. True where there was a visit.
pub async fn finished(tx: &mut Tx, app: &App, who: &Who, contact: Id, outcome: &str) -> Result<bool> {
    let Some(mut visit) = visits::by_contact(tx, contact).await? else { return Ok(false) };
    if visit.state != State::Serving {
        return Ok(true);
    }
    visit.finish(outcome, app.now()).map_err(not_now)?;
    keep(tx, app, who, "visit.finished", &visit).await?;
    Ok(true)
}
