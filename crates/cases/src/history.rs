//! Cases from before: opened, and perhaps ended, at moments that have passed. Nobody is told; the journal says when it was.

use crate::facts::{self, Data, Standing};
use crate::model::{Case, Status};
use crate::open::{Opening, beside, new_case};
use crate::store;
use kit::clock::Micros;
use kit::db::Tx;
use kit::who::{Person, Who};
use kit::{App, Error, Id, Reference, Result};

/// How a case from before ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Micros,
    /// The outcome's identifier.
    pub outcome: String,
}

/// Keeps a case from before, with who owns it and how it ended.
pub async fn keep(tx: &mut Tx, app: &App, opening: Opening, owner: Option<Id>, ended: Option<Ended>) -> Result<Id> {
    let opened = opening.opened.ok_or_else(|| Error::internal("a case from before needs its moment"))?;
    let beside = beside(&opening)?;
    let by = asker(&opening);
    let mut case = new_case(app, &opening, opened)?;
    case.owner = owner.unwrap_or(Id::NONE);
    let before = case.clone();
    if let Some(ended) = &ended {
        case.status = Status::Closed;
        case.closed = ended.at;
        case.outcome = ended.outcome.clone();
        case.revision += 1;
    }
    while !store::cases::insert(tx, &case, &beside).await? {
        if let Some(kept) = store::cases::by_draft(tx, case.draft).await? {
            return Ok(kept.id);
        }
        case.reference = Reference::new(&app.entropy);
    }
    let who = Who::system();
    facts::record(tx, app, facts::opened(&by, &before).at(opened)).await?;
    if ended.is_some() {
        facts::record(tx, app, closed(&who, &before, &case).at(case.closed)).await?;
    }
    Ok(case.id)
}

/// Who asked: somebody here, or another system for them.
fn asker(opening: &Opening) -> Who {
    let person = match opening.resident {
        _ if opening.source != "web" => Person::System,
        Some(resident) => Person::Resident(resident),
        None => Person::Anyone,
    };
    Who { person, ..Who::system() }
}

fn closed(who: &Who, before: &Case, case: &Case) -> kit::facts::Fact {
    let data = Data { was: Some(Standing::of(before)), now: Some(Standing::of(case)), ..facts::change(before, case) };
    let data = Data { outcome: case.outcome.clone(), ..data };
    facts::about("case.closed", who, case).data(data.json())
}

/// Keeps that the first reporter of a case from before could not be sent something, so that somebody rings or writes.
pub async fn keep_untold(tx: &mut Tx, case: Id, what: &str, since: Micros) -> Result<()> {
    store::untold::keep(tx, case, Id::NONE, what, since).await
}
