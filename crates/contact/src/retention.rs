//! How long what is personal in a contact is kept: so many months after it began, whoever it was with. A hold on the person
//! keeps it.

use crate::facts;
use crate::store::{contacts, passes, questions};
use crate::terms::Terms;
use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::again_if_collided;
use kit::facts::Subject;
use kit::holds;
use kit::jobs::Running;
use kit::who::Who;
use kit::{App, Id, Result};

/// Contacts erased in one transaction, so that nobody waits long for the writer.
const FEW: usize = 50;

/// The job: erases every contact whose time has come.
pub(crate) fn job<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { erase_due(app).await.map(drop) })
}

/// Erases what is personal in every contact whose time is over, a few in each transaction; one that was left open is closed
/// with it. Returns how many were erased.
pub async fn erase_due(app: &App) -> Result<usize> {
    let months = app.part::<Terms>()?.months;
    let (mut erased, mut after) = (0, (Micros::MIN, Id::NONE));
    loop {
        let some = contacts::kept(&mut *app.db.read().await?, after, FEW).await?;
        let due = |began: Micros| Ok::<_, kit::Error>(kit::lang::months_later(began, months)? <= app.now());
        let mut few = Vec::new();
        for (began, id) in &some {
            if due(*began)? {
                few.push(*id);
            }
        }
        // They come in the order in which they began: where one is still kept, so are all after it.
        let last = few.len() < some.len() || some.len() < FEW;
        if let Some(newest) = some.last() {
            after = *newest;
        }
        erased += again_if_collided(|| erase_few(app, &few)).await?;
        if last {
            return Ok(erased);
        }
    }
}

async fn erase_few(app: &App, some: &[Id]) -> Result<usize> {
    if some.is_empty() {
        return Ok(0);
    }
    let (mut tx, mut erased) = (app.db.begin().await?, 0);
    for id in some {
        let contact = contacts::by_id(&mut tx, *id).await?;
        let held = match contact.resident {
            Some(resident) => holds::standing(&mut tx, &Subject::new("resident", resident)).await?.is_some(),
            None => false,
        };
        if held || contact.erased {
            continue;
        }
        questions::erase(&mut tx, contact.id).await?;
        passes::erase(&mut tx, contact.id).await?;
        contacts::erase(&mut tx, contact.id).await?;
        let fact = facts::about("contact.erased", &Who::system(), &contact);
        kit::facts::record(&mut tx, app, fact).await?;
        erased += 1;
    }
    tx.commit().await?;
    Ok(erased)
}
