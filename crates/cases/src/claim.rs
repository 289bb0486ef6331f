//! What somebody sent before they had an account, or without signing in, becomes part of the account.

use crate::facts::{self, Data};
use crate::resident::door;
use crate::store;
use kit::db::Conn;
use kit::facts::Fact;
use kit::who::Who;
use kit::{App, Id, Reference, Result};
use residents::{Address, Contact, Resident};

/// A case, or a report that joined one, which nobody's account has.
struct Unclaimed {
    /// Of the case, or of the report.
    id: Id,
    case: Id,
    joiner: bool,
}

/// Makes the resident's own what nobody's account has and is surely theirs: what a one-time code proved to be sent with an
/// address of the account, and of what this browser sent (`sent`, by reference) all that names nobody else. Returns how much
/// that was.
pub async fn claim(app: &App, who: &Who, sent: &[Reference]) -> Result<usize> {
    let id = who.resident()?;
    let mut read = app.db.read().await?;
    let Some(resident) = residents::by_id(&mut read, id).await? else { return Ok(0) };
    let found = unclaimed(&mut read, &resident, sent).await?;
    drop(read);
    if found.is_empty() {
        return Ok(0);
    }
    let (mut tx, mut claimed) = (app.db.begin().await?, 0);
    for one in &found {
        if !store::claims::claim(&mut tx, one.id, one.joiner, id).await? {
            continue;
        }
        let data = Data { reporter: Some(if one.joiner { one.id } else { Id::NONE }), ..Data::default() };
        let fact = Fact::new("case.claimed", who).about("case", one.case).about("resident", id);
        facts::record(&mut tx, app, fact.data(data.json())).await?;
        claimed += 1;
    }
    tx.commit().await?;
    Ok(claimed)
}

async fn unclaimed(conn: &mut Conn, resident: &Resident, sent: &[Reference]) -> Result<Vec<Unclaimed>> {
    let mut found: Vec<Unclaimed> = Vec::new();
    for key in addresses(resident).iter().map(Address::key) {
        for id in store::claims::cases(conn, &key).await? {
            found.push(Unclaimed { id, case: id, joiner: false });
        }
        for id in store::claims::reporters(conn, &key).await? {
            let case = store::reporters::by_id(conn, id).await?.case;
            found.push(Unclaimed { id, case, joiner: true });
        }
    }
    for reference in sent {
        let Some(seen) = door::by_reference(conn, reference).await? else { continue };
        if seen.resident().is_none() && names_nobody_else(seen.contact(), resident) {
            found.push(Unclaimed { id: seen.granted(), case: seen.case.id, joiner: seen.joiner.is_some() });
        }
    }
    Ok(found)
}

/// The addresses of the account that a code has proved: a landline is not among them.
fn addresses(resident: &Resident) -> Vec<Address> {
    let given = [resident.email.as_deref(), resident.phone.as_deref()].into_iter().flatten();
    given.filter_map(|typed| Address::read(typed).ok()).filter(Address::reachable).collect()
}

/// A browser may be shared: what was sent from it with somebody else's address, number or name is not theirs. One of what was
/// given must be proved to be theirs: a landline is whatever somebody types.
fn names_nobody_else(contact: &Contact, resident: &Resident) -> bool {
    let given: Vec<&str> = [contact.email.as_deref(), contact.phone.as_deref()].into_iter().flatten().collect();
    if given.is_empty() {
        return contact.name.is_empty() || contact.name.to_lowercase() == resident.name.to_lowercase();
    }
    let read: Vec<Address> = given.iter().filter_map(|typed| Address::read(typed).ok()).collect();
    let (own, proved) = (resident.contact(), addresses(resident));
    let is_proved = |address: &Address| proved.iter().any(|one| one.key() == address.key());
    read.len() == given.len() && read.iter().all(|address| own.has(address)) && read.iter().any(is_proved)
}
