//! What runs later: drafts nobody came back to are cleared away.

use crate::{attach, store};
use kit::app::Boxed;
use kit::clock::HOUR;
use kit::facts::{self, Fact};
use kit::jobs::{Running, Work};
use kit::who::Who;
use kit::{App, Result};

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
                let fact = Fact::new("draft.expired", &Who::system()).about("draft", draft.id);
                facts::record(&mut tx, app, fact).await?;
            }
        }
        tx.commit().await?;
        cleared += over.len();
        if over.len() < FEW {
            return Ok(cleared);
        }
    }
}
