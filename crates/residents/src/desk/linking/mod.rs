//! Which records are of one person: the pairs that were found, why, and what a member of staff decides about them. Nothing here is
//! for telling: whoever is one of the two learns nothing of the other.

pub(crate) mod decide;
pub(crate) mod list;
pub(crate) mod part;
pub(crate) mod prove;
mod reasons;
pub(crate) mod show;
mod weights;

use crate::access::{self, Action};
use crate::store::keys::Person;
use crate::store::merges::{self, Proposal};
use kit::db::Conn;
use kit::who::Who;
use kit::{Error, Id, Result};

/// Where the list is.
pub(crate) const PATH: &str = "/desk/linking";

/// The address of one.
pub(crate) fn path(id: Id) -> String {
    format!("{PATH}/{id}")
}

/// True for whoever may see pairs of which one has a safe address or is confidential.
fn sees_guarded(who: &Who) -> bool {
    access::may(who, Action::LinkGuarded).is_ok()
}

/// The proposal of an address. One that is for few is not there for whoever may not see it.
async fn proposal(conn: &mut Conn, who: &Who, id: &str) -> Result<Proposal> {
    access::may(who, Action::Link)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut proposal = merges::proposal(conn, id).await?.ok_or(Error::NotFound)?;
    let people = crate::store::keys::people(conn, &[proposal.a, proposal.b]).await?;
    proposal.apart = people.iter().any(|person| person.guarded);
    proposal.guarded |= people.iter().any(Person::is_kept);
    if proposal.guarded && !sees_guarded(who) { Err(Error::NotFound) } else { Ok(proposal) }
}
