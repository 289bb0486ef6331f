//! Whoever was written to and never got it is rung or written to: the list *To ring or write to* says so.

use crate::store;
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{Listener, Recorded};
use kit::outbox::{self, Addressed};
use kit::{App, Error, Id, Result};
use serde::Deserialize;

/// Reporters looked through for whose address it was.
const LOOKED: usize = 1_000;

/// What the outbox says of a message that never arrived.
#[derive(Deserialize)]
struct Failed {
    message: Id,
    /// The address is known not to work: it came back, or the provider said so.
    #[serde(default)]
    gone: bool,
}

/// The listener that puts them on the list.
pub(crate) fn listener() -> Listener {
    Listener { name: "cases.undelivered", handler: follow }
}

fn follow<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for fact in facts.iter().filter(|fact| fact.kind == "message.failed") {
            let Some(case) = fact.subject("case") else { continue };
            let failed: Failed = fact.data()?;
            let Some(addressed) = outbox::addressed(tx, failed.message).await? else { continue };
            let what = if failed.gone { "returned" } else { "undelivered" };
            for reporter in whose(tx, case, &addressed).await? {
                store::untold::keep(tx, case, reporter, what, app.now()).await?;
            }
        }
        Ok(())
    })
}

/// Which reporters of a case a message went to, [`Id::NONE`] for the first: several may have left one address. Nobody for a copy,
/// a colleague, or the dead.
async fn whose(tx: &mut Tx, case: Id, addressed: &Addressed) -> Result<Vec<Id>> {
    let case = match store::cases::by_id(tx, case).await {
        Ok(case) if !case.erased => case,
        Ok(_) | Err(Error::NotFound) => return Ok(Vec::new()),
        Err(cause) => return Err(cause),
    };
    if let Some(resident) = addressed.resident {
        let Some(person) = residents::person(tx, resident).await? else { return Ok(Vec::new()) };
        let is_copy = person.passport.copy_to().is_some_and(|(_, email)| email == addressed.to);
        if is_copy || person.deceased {
            return Ok(Vec::new());
        }
        // It went to the account they are written to, which need not be the one they reported it with; and the two may have come apart
        // since.
        let theirs = residents::linking::joined::all(tx, resident).await?;
        let joined = store::reporters::residents(tx, case.id, LOOKED).await?;
        let joined = joined.into_iter().filter(|(_, _, one)| theirs.contains(one)).map(|(reporter, ..)| reporter);
        // Somebody who reported it more than once is told by what they had first.
        let first = case.resident.filter(|one| theirs.contains(one)).map(|_| Id::NONE);
        return Ok(first.into_iter().chain(joined).take(1).collect());
    }
    let Ok(address) = residents::Address::read(&addressed.to) else { return Ok(Vec::new()) };
    let joined = store::reporters::whose(tx, case.id, LOOKED).await?;
    let joined = joined.into_iter().filter(|(_, _, _, contact)| contact.has(&address)).map(|(reporter, ..)| reporter);
    Ok(case.contact.has(&address).then_some(Id::NONE).into_iter().chain(joined).collect())
}
