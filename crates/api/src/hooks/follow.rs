//! Follows the journal: each fact of a case that a webhook is to be told of becomes a delivery, and whoever tells is woken.

use super::{deliver, takes};
use crate::store::hooks::{self, Hook};
use cases::handed;
use kit::App;
use kit::Result;
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{Listener, Recorded};

/// The listener that notes what is to be told.
pub fn listener() -> Listener {
    Listener { name: "api.hooks", handler: follow }
}

fn follow<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let all = hooks::live(tx).await?;
        for fact in facts {
            for hook in &all {
                note(app, tx, hook, fact, false).await?;
            }
        }
        Ok(())
    })
}

/// Notes one fact for one webhook, if it is told of such; `again` also where it was told.
pub(super) async fn note(app: &App, tx: &mut Tx, hook: &Hook, fact: &Recorded, again: bool) -> Result<()> {
    let (Some(seq), Some(case)) = (fact.seq, fact.subject("case")) else { return Ok(()) };
    let told = hook.kinds.contains(&fact.kind) || takes::addressed(fact) == Some(hook.id);
    if !told && !handed::hears(tx, app, hook.id, fact).await? {
        return Ok(());
    }
    hooks::add(tx, hook.id, (seq, case, &fact.kind), app.now(), again).await?;
    deliver::wake(tx, app, hook.id, case).await
}
