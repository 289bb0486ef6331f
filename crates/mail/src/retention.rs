//! How long mail is kept that is on no case: what a machine wrote a month, the rest as long as the council says. What waits
//! for somebody is kept until somebody has said what it belongs to; what is on a case goes with the case.

use crate::model::{Received, State};
use crate::{personal, store};
use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::again_if_collided;
use kit::facts::Subject;
use kit::holds;
use kit::jobs::Running;
use kit::{App, Id, Result};
use serde::Deserialize;

/// Deleted in one transaction, so that nobody waits long for the writer.
const FEW: usize = 50;

/// How long mail is kept: the section `[received]` of the configuration.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// Months after it came, for mail that is on no case.
    pub months: u32,
    /// The same for what a machine wrote.
    pub automatic_months: u32,
}

impl Default for Terms {
    fn default() -> Self {
        Terms { months: 24, automatic_months: 1 }
    }
}

/// The job: deletes what has been kept long enough.
pub(crate) fn job<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { erase_due(app).await.map(drop) })
}

/// Deletes what has been kept long enough, a few in each transaction; a hold on a resident keeps what is theirs, and a mark
/// what is still to be dealt with. Returns how many were deleted.
pub async fn erase_due(app: &App) -> Result<usize> {
    let terms = app.part::<Terms>().copied().unwrap_or_default();
    let mut gone = 0;
    for (state, months) in [
        (State::Automatic, terms.automatic_months),
        (State::Aside, terms.months),
        (State::Resident, terms.months),
        (State::Contact, terms.months),
    ] {
        let until = kit::lang::months_before(app.now(), months)?;
        for part in store::received::PARTS {
            let mut after = (part, Micros::MIN, Id::NONE);
            loop {
                let over = store::received::due(&mut *app.db.read().await?, state, after, until, FEW).await?;
                let Some(last) = over.last() else { break };
                after = last.place();
                gone += again_if_collided(|| erase_few(app, &over)).await?;
            }
        }
    }
    Ok(gone)
}

async fn erase_few(app: &App, over: &[Received]) -> Result<usize> {
    let (mut tx, mut gone) = (app.db.begin().await?, 0);
    for received in over {
        if let Some(resident) = received.resident
            && holds::standing(&mut tx, &Subject::new("resident", resident)).await?.is_some()
        {
            continue;
        }
        // A machine's mail may be a claim, and an alert outlasts every month. So does a passport.
        if personal::is_needed(&mut tx, received.id).await? {
            continue;
        }
        personal::forget(&mut tx, received).await?;
        gone += 1;
    }
    tx.commit().await?;
    Ok(gone)
}
