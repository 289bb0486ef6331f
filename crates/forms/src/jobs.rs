//! What runs later: drafts nobody came back to are cleared away.

use crate::{attach, store};
use kit::app::Boxed;
use kit::clock::{DAY, HOUR, Micros};
use kit::facts::{self, Fact};
use kit::jobs::{Running, Work};
use kit::who::Who;
use kit::{App, Result};

/// How long it is known that somebody wanted a form filled in for them.
const CONSENTS: Micros = 2 * 366 * DAY;
/// Drafts cleared away in one transaction, so that nobody waits long for the writer.
const FEW: usize = 200;

/// The jobs of this crate, for the wiring.
pub fn works() -> Vec<Work> {
    vec![Work::every(HOUR, "forms.expire", expire)]
}

fn expire<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { expire_drafts(app).await.map(drop) })
}

/// Clears away every draft whose time is over, with what it was submitted as long known to its case. Returns how many.
pub async fn expire_drafts(app: &App) -> Result<usize> {
    let mut cleared = 0;
    loop {
        let mut tx = app.db.begin().await?;
        let over = store::expired(&mut tx, app.now(), FEW).await?;
        for draft in &over {
            store::clear(&mut tx, draft.id).await?;
            kit::files::delete_all(&mut tx, &attach::owner(draft.id)).await?;
            // The case of one that was sent says so; only what nobody came back to has expired.
            if !draft.sent {
                store::consents::forget(&mut tx, draft.id).await?;
                let fact = Fact::new("draft.expired", &Who::system()).about("draft", draft.id);
                facts::record(&mut tx, app, fact).await?;
            }
        }
        tx.commit().await?;
        cleared += over.len();
        if over.len() < FEW {
            forget_consents(app).await?;
            return Ok(cleared);
        }
    }
}

/// Forgets who wanted a form filled in for them two years ago.
async fn forget_consents(app: &App) -> Result<()> {
    loop {
        let mut tx = app.db.begin().await?;
        let gone = store::consents::forget_old(&mut tx, app.now() - CONSENTS, FEW).await?;
        tx.commit().await?;
        if gone < FEW as u64 {
            return Ok(());
        }
    }
}
