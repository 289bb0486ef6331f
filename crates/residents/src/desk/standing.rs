//! What an opening allows now: whether anybody may be told, of which matters, and how sure it is who is asking.

use super::is_open;
use crate::access;
use crate::authorities::{Authority, Matter, Outside};
use crate::checks::{Assurance, Given};
use crate::linking::joined;
use crate::person::person;
use crate::store::keys;
use crate::store::record::{self, Opening};
use kit::app::App;
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::who::Who;
use kit::{Id, Result};

/// So long ago somebody's papers count still, where they hold what the record has of them.
pub const SEEN_LASTS: Micros = 90 * DAY;

/// Who asks, as that stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// Nobody: it was opened to work on.
    Nobody,
    /// The person.
    Themselves,
    /// Somebody who may speak for them.
    By(Authority),
    /// Whoever it was opened to may be told no more: they have died, or the authority has ended.
    Over,
}

/// An opening as it stands now.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Who asks.
    pub asks: Asks,
    /// How sure it is that they are who they say.
    pub reached: Assurance,
    /// Since when.
    pub at: Micros,
}

/// Whether whoever asks may be told nothing of where this person lives: somebody else speaks for them, and it is a safe address.
pub async fn keeps_home_from(conn: &mut Conn, id: Id, standing: &Standing) -> Result<bool> {
    let guarded = keys::person(conn, id).await?.is_some_and(|person| person.guarded);
    Ok(guarded && matches!(standing.asks, Asks::By(_)))
}

impl Standing {
    /// Of an opening of this record.
    pub async fn of(conn: &mut Conn, app: &App, id: Id, opening: &Opening) -> Result<Standing> {
        let deceased = person(conn, id).await?.is_none_or(|person| person.deceased);
        let asks = match opening.caller.as_str() {
            _ if !opening.passed => Asks::Nobody,
            "self" if deceased => Asks::Over,
            "self" => Asks::Themselves,
            theirs => by(conn, app, id, theirs, deceased).await?.map_or(Asks::Over, Asks::By),
        };
        let reached = if opening.passed { reached(conn, app, id, opening).await? } else { Assurance::Anyone };
        Ok(Standing { asks, reached, at: opening.at })
    }

    /// True while somebody may be told something.
    pub fn may_tell(&self) -> bool {
        matches!(self.asks, Asks::Themselves | Asks::By(_))
    }

    /// Whether a service is within what whoever asks may be told and ask for. Of somebody who only works nothing is outside: nobody
    /// is told.
    pub fn covers(&self, service: &str, matter: Option<Matter>) -> Result<(), Outside> {
        match &self.asks {
            Asks::Nobody | Asks::Themselves => Ok(()),
            Asks::By(authority) => authority.covers(service, matter),
            Asks::Over => Err(Outside::Over),
        }
    }

    /// True where nothing about the person is outside of what whoever asks may be told.
    pub fn is_whole(&self) -> bool {
        match &self.asks {
            Asks::Nobody | Asks::Themselves => true,
            Asks::By(authority) => authority.is_whole(),
            Asks::Over => false,
        }
    }

    /// Who asks by somebody else's authority; nothing where it is not so.
    pub fn holder(&self) -> Option<&Authority> {
        match &self.asks {
            Asks::By(authority) => Some(authority),
            _ => None,
        }
    }
}

/// The authority of this id, where whoever holds it may speak for the person now.
pub async fn by(conn: &mut Conn, app: &App, id: Id, authority: &str, deceased: bool) -> Result<Option<Authority>> {
    let all = joined::authorities(conn, id).await?;
    Ok(all.into_iter().find(|one| one.id.to_string() == authority && one.speaks(app.now(), deceased)))
}

/// How sure this member of staff can be of whoever asks now; nothing where the record is not open to them.
pub async fn now(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<Option<Standing>> {
    if access::may_find(who).is_err() {
        return Ok(None);
    }
    match is_open(conn, app, who, id).await? {
        Some(opening) => Standing::of(conn, app, id, &opening).await.map(Some),
        None => Ok(None),
    }
}

async fn reached(conn: &mut Conn, app: &App, id: Id, opening: &Opening) -> Result<Assurance> {
    let given: Vec<Given> = opening.given.iter().filter_map(|code| Given::of(code)).collect();
    let mut seen = false;
    for account in joined::own(conn, id).await? {
        let at = record::seen(conn, account, &opening.caller).await?;
        seen |= at.is_some_and(|at| at > app.now() - SEEN_LASTS);
    }
    Ok(Assurance::reached(&given, seen))
}

/// When somebody last saw who it is that asks about this person, themselves or whoever speaks for them.
pub async fn seen_at(conn: &mut Conn, id: Id) -> Result<Option<Micros>> {
    let mut last = None;
    for account in joined::own(conn, id).await? {
        last = last.max(record::seen_by_anybody(conn, account).await?);
    }
    Ok(last)
}

/// Whether that counts for what was sent at this moment: it was seen since, or shortly before.
pub fn is_seen(last: Option<Micros>, sent: Micros) -> bool {
    last.is_some_and(|at| at > sent - SEEN_LASTS)
}
