//! What runs later: the watch over promises. A broken promise is told to everybody who reported it, once, before the council
//! is asked; lateness itself is never stored, it is a date that has passed.

use crate::book;
use crate::facts::{self, Data};
use crate::model::Case;
use crate::{store, tell};
use kit::app::Boxed;
use kit::clock::{MINUTE, Micros};
use kit::jobs::{Running, Work};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// Cases looked at in one go.
const BATCH: usize = 100;

/// The jobs of this crate.
pub fn works() -> Vec<Work> {
    vec![Work::every(5 * MINUTE, "cases.promises", watch)]
}

fn watch<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { watch_promises(app).await.map(drop) })
}

/// Tells the reporters of cases past their promise that we are late and sorry. Returns how many cases that were. One case
/// in trouble does not keep the others from being told: it is logged, and tried again the next time.
pub async fn watch_promises(app: &App) -> Result<usize> {
    let (mut told, mut after) = (0, (Micros::MIN, Id::NONE));
    loop {
        let mut read = app.db.read().await?;
        let late = store::cases::late_untold(&mut read, app.now(), after, BATCH).await?;
        drop(read);
        for case in &late {
            after = (case.promise.due, case.id);
            match tell_late(app, case.id).await {
                Ok(()) => told += 1,
                // Somebody changed the case in this moment: the next round looks again.
                Err(Error::Changed | Error::Rerun) => {}
                Err(gone @ Error::Unavailable(_)) => return Err(gone),
                Err(cause) => tracing::error!(case = %case.id, %cause, "a broken promise could not be told"),
            }
        }
        if late.len() < BATCH {
            return Ok(told);
        }
    }
}

async fn tell_late(app: &App, id: Id) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let before = store::cases::by_id(&mut tx, id).await?;
    if before.told_late || !before.is_late(app.now()) {
        return Ok(());
    }
    let mut case = Case { told_late: true, ..before.clone() };
    store::cases::save(&mut tx, &mut case).await?;
    let data = Data { due: case.promise.due, ..facts::change(&before, &case) };
    facts::record(&mut tx, app, facts::about("case.late", &Who::system(), &case).data(data.json())).await?;
    let name = book::of(app, &case)?;
    let values = |lang: Lang| {
        vec![("due", lang.date(case.promise.due)), ("service", name.name(&case, lang))]
    };
    tell::everybody(&mut tx, app, &case, "cases-told-late", &values).await?;
    tx.commit().await
}
