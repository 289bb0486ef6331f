//! Who does not work here any more owns nothing: their live cases are nobody's, where leaders look for somebody to give them to.

use crate::facts::{self, Data};
use crate::store;
use crate::store::lists::{Order, Query};
use kit::app::Boxed;
use kit::db::{Conn, Tx};
use kit::facts::{Listener, Recorded};
use kit::who::Who;
use kit::{App, Id, Result};

/// Cases taken from somebody in one go.
const FEW: usize = 100;

/// The listener that takes the cases of those who have left.
pub(crate) fn listener() -> Listener {
    Listener { name: "cases.leavers", handler: follow }
}

fn follow<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for fact in facts.iter().filter(|fact| fact.kind == "staff.changed") {
            let Some(staff) = fact.subject("staff") else { continue };
            // They may be back by now.
            if owner_now(tx, staff).await?.is_none() {
                take_all(tx, app, staff).await?;
            }
        }
        Ok(())
    })
}

/// Makes the live cases of this member of staff nobody's; their team keeps them.
async fn take_all(tx: &mut Tx, app: &App, staff: Id) -> Result<()> {
    loop {
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
        if some.len() < FEW {
            return Ok(());
        }
    }
}

/// The owner, or [`Id::NONE`] where they do not work here any more.
pub(crate) async fn owner_now(conn: &mut Conn, owner: Id) -> Result<Id> {
    if owner.is_none() || workforce::store::who(conn, owner).await?.is_some() {
        return Ok(owner);
    }
    Ok(Id::NONE)
}
