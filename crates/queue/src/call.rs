//! Calling the next: exactly one desk gets each, and the site's rule says whom.

use crate::access::{self, Action};
use crate::facts::{self, not_now};
use crate::model::{State, Visit};
use crate::rule::Standing;
use crate::site::{Site, Sites};
use crate::store::desks::OpenDesk;
use crate::store::{desks, estimates, visits};
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Who waits, each with what the rule knows of them. `called` are first calls: when, the base, the desk.
pub fn standings(site: &Site, waiting: &[Visit], called: &[(Micros, Micros, String)]) -> Vec<Standing> {
    let standing = |visit: &Visit| {
        let over = |(at, base, desk): &&(Micros, Micros, String)| {
            *at > visit.joined && *base > visit.base && site.can(desk, &visit.business)
        };
        Standing { base: visit.base, turn: visit.turn, passed_over: called.iter().filter(over).count() }
    };
    waiting.iter().map(standing).collect()
}

/// The order in which these would be called by desks that can see all of them, as places in the list.
pub fn ordered(site: &Site, mut standings: Vec<Standing>) -> Vec<usize> {
    let mut places: Vec<usize> = (0..standings.len()).collect();
    let mut order = Vec::with_capacity(places.len());
    while let Some(next) = site.rule.next(&standings) {
        let called = standings.remove(next);
        order.push(places.remove(next));
        for one in standings.iter_mut().filter(|one| one.base < called.base) {
            one.passed_over += 1;
        }
    }
    order
}

/// Who waits at a site, and who was called for the first time since the first of them came.
pub async fn waiting(conn: &mut Conn, site: &str) -> Result<(Vec<Visit>, Vec<(Micros, Micros, String)>)> {
    let mut waiting = visits::live(conn, site).await?;
    waiting.retain(|visit| visit.state == State::Waiting);
    let since = waiting.iter().map(|visit| visit.joined).min().unwrap_or(Micros::MAX - 1);
    let called = visits::first_called(conn, site, since).await?;
    Ok((waiting, called))
}

/// Where this member of staff sits, and at which site.
pub(crate) async fn seat<'a>(conn: &mut Conn, app: &'a App, who: &Who) -> Result<(OpenDesk, &'a Site)> {
    let staff = access::check(who, Action::Serve)?.id;
    let desk = desks::of_staff(conn, staff).await?.ok_or(Error::Changed)?;
    let site = app.part::<Sites>()?.get(&desk.site)?;
    Ok((desk, site))
}

/// Calls the next person this desk can see; nobody when nobody waits for it, or when somebody is at the desk. Pressed twice
/// with one key it is one call. [`crate::Turns`] must be held.
pub async fn next(tx: &mut Tx, app: &App, who: &Who, key: Id) -> Result<Option<Visit>> {
    let (desk, site) = seat(tx, app, who).await?;
    if desk.visit.is_some() || desk.paused.is_some() || !desks::press(tx, desk.staff, key).await? {
        return Ok(None);
    }
    let (mut able, called) = waiting(tx, &site.id).await?;
    able.retain(|visit| site.can(&desk.desk, &visit.business) && visit.away_until <= app.now());
    let Some(next) = site.rule.next(&standings(site, &able, &called)) else { return Ok(None) };
    let mut visit = able.swap_remove(next);
    put_at(tx, app, who, &desk, &mut visit).await?;
    Ok(Some(visit))
}

/// Calls this person to the desk, out of turn: whoever was parked there, or was called in vain and has come after all.
pub async fn this(tx: &mut Tx, app: &App, who: &Who, id: Id) -> Result<Visit> {
    let (desk, site) = seat(tx, app, who).await?;
    let mut visit = visits::by_id(tx, id).await?;
    let here = visit.site == site.id && visit.state == State::Parked && visit.staff == Some(desk.staff);
    if desk.visit.is_some() || !here {
        return Err(Error::Changed);
    }
    put_at(tx, app, who, &desk, &mut visit).await?;
    Ok(visit)
}

async fn put_at(tx: &mut Tx, app: &App, who: &Who, desk: &OpenDesk, visit: &mut Visit) -> Result<()> {
    visit.call(&desk.desk, desk.staff, app.now()).map_err(not_now)?;
    visits::save(tx, visit).await?;
    estimates::called(tx, visit.id, app.now()).await?;
    desks::hold(tx, desk.staff, visit.id).await?;
    facts::record(tx, app, who, "visit.called", visit).await
}
