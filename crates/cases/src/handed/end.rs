//! What follows of itself: a case that is opened goes where its definition says, and one that has ended is in nobody's hands any more, and what came back of it is nobody's to look at once the team has done
//! something about it.

use super::{Taker, begin};
use crate::facts::{self, Data, Hand};
use crate::model::Case;
use crate::store::{self, handed, systems};
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{Listener, Recorded};
use kit::who::Who;
use kit::{App, Id, Result};

/// What ends a case.
const ENDS: [&str; 2] = ["case.closed", "case.withdrawn"];
/// What somebody does about a case.
const DOES: [&str; 4] = ["case.planned", "case.promised", "case.decided", "case.messaged"];

/// The listener that hands over what begins and takes back what has ended.
pub(crate) fn listener() -> Listener {
    Listener { name: "cases.handed", handler: follow }
}

fn follow<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for fact in facts {
            let Some(case) = fact.subject("case") else { continue };
            let kind = fact.kind.as_str();
            if kind == "case.opened" {
                begin::hand_over(tx, app, case).await?;
            }
            if ENDS.contains(&kind) {
                take_all(tx, app, case).await?;
            }
            if ENDS.contains(&kind) || DOES.contains(&kind) && fact.who_kind == "staff" {
                handed::seen_to(tx, case).await?;
            }
        }
        Ok(())
    })
}

/// Takes back what others still have of a case that has ended.
async fn take_all(tx: &mut Tx, app: &App, case: Id) -> Result<()> {
    let case = store::cases::by_id(tx, case).await?;
    if case.status.is_live() {
        return Ok(());
    }
    for mut one in handed::of_case(tx, case.id).await? {
        if !one.state.is_live() {
            continue;
        }
        one.take_back(app.now())?;
        handed::save(tx, &one).await?;
        let Some(system) = systems::by_id(tx, one.system).await? else { continue };
        record(tx, app, &Who::system(), (&one, &system), &case, "").await?;
    }
    Ok(())
}

/// Records that it was taken back, and why.
pub(crate) async fn record(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (one, system): (&super::Handed, &Taker),
    case: &Case,
    why: &str,
) -> Result<()> {
    let (name, reference) = (system.name.clone(), one.theirs.clone());
    let hand = Hand { id: one.id, system: system.id, name, reference, ..Hand::default() };
    let data = Data { revision: case.revision, hand: Some(hand), ..Data::default() };
    let fact = facts::about("case.taken-back", who, case).data(data.json());
    facts::record(tx, app, if why.is_empty() { fact } else { fact.body(why.to_owned()) }).await.map(drop)
}
