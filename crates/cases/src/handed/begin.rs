//! A case that goes to another system by itself, as soon as it is opened, where its definition says so.

use super::offer;
use crate::book;
use crate::store::{self, handed, systems};
use kit::db::Tx;
use kit::who::Who;
use kit::{App, Id, Result};
use services::Handover;

/// Hands a case that was opened to every system its definition names for that. One that has ended meanwhile, or that somebody handed
/// over before, is left to people.
pub(super) async fn hand_over(tx: &mut Tx, app: &App, case: Id) -> Result<()> {
    let case = store::cases::by_id(tx, case).await?;
    if !case.status.is_live() || case.erased || !handed::of_case(tx, case.id).await?.is_empty() {
        return Ok(());
    }
    let book = book::of(app, &case)?;
    let goes = |rule: &&Handover| rule.at_opening && rule.is_for(&case.kind);
    let rules: Vec<Handover> =
        book.definition().map_or(&[][..], |found| found.handovers()).iter().filter(goes).cloned().collect();
    for rule in rules {
        if let Some(system) = systems::by_code(tx, &rule.system).await? {
            // As the one before left it.
            let case = store::cases::by_id(tx, case.id).await?;
            offer::hand(tx, app, &Who::system(), &case, (&system, &rule)).await?;
        }
    }
    Ok(())
}
