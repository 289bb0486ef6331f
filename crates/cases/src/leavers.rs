//! Who does not work here any more owns nothing: their live cases are nobody's, where leaders look for somebody to give them to.

use crate::facts::{self, Data};
use crate::store;
use crate::store::lists::{Order, Query};
use kit::app::Boxed;
use kit::db::{Conn, Tx, again_if_collided};
use kit::facts::{Listener, Recorded};
use kit::jobs::{self, Job, Running};
use kit::who::Who;
use kit::{App, Id, Result};

/// Cases taken from somebody in one transaction.
const FEW: usize = 100;
/// The job that takes the rest.
pub(crate) const REST: &str = "cases.leavers";

/// The listener that takes the cases of those who have left.
pub(crate) fn listener() -> Listener {
    Listener { name: "cases.leavers", handler: follow }
}

fn follow<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for fact in facts.iter().filter(|fact| fact.kind == "staff.changed") {
            let Some(staff) = fact.subject("staff") else { continue };
            take_few(tx, app, staff).await?;
        }
        Ok(())
    })
}

/// Makes a few live cases of this member of staff nobody's, unless they are back; their team keeps them. Asks for the rest in
/// the same transaction.
async fn take_few(tx: &mut Tx, app: &App, staff: Id) -> Result<()> {
    if !owner_now(tx, staff).await?.is_none() {
        return Ok(());
    }
    let some = Query { owner: Some(staff), ..Query::live(Order::Opened, FEW) };
    let some = store::lists::page(tx, &some).await?;
    for listed in &some {
        let before = store::cases::by_id(tx, listed.id).await?;
        let mut case = before.clone();
        case.assign(&before.team, Id::NONE)?;
        store::cases::save(tx, &mut case).await?;
        let data = Data { team: case.team.clone(), ..facts::change(&before, &case) };
        facts::record(tx, app, facts::about("case.assigned", &Who::system(), &case).data(data.json())).await?;
    }
    if some.len() == FEW {
        jobs::enqueue(tx, app, Job::new(REST, serde_json::to_value(staff)?)).await?;
    }
    Ok(())
}

/// Takes the next few; doing it twice takes a few more.
pub(crate) fn rest<'a>(app: &'a App, job: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let staff: Id = job.payload()?;
        again_if_collided(|| async {
            let mut tx = app.db.begin().await?;
            take_few(&mut tx, app, staff).await?;
            tx.commit().await
        })
        .await
    })
}

/// The owner, or [`Id::NONE`] where they do not work here any more.
pub(crate) async fn owner_now(conn: &mut Conn, owner: Id) -> Result<Id> {
    if owner.is_none() || workforce::store::who(conn, owner).await?.is_some() {
        return Ok(owner);
    }
    Ok(Id::NONE)
}
