//! Desks: who opens which, breaks, and going home.

use crate::access::{self, Action};
use crate::facts::record_desk;
use crate::site::{Site, Sites};
use crate::store::desks::{self, OpenDesk};
use kit::db::{Conn, Tx};
use kit::who::Who;
use kit::{App, Error, Result};

/// Opens a desk for this member of staff; false when somebody else sits there. Opened again it stays open, and from another
/// desk they move, where nobody is at it.
pub async fn open(tx: &mut Tx, app: &App, who: &Who, site: &Site, desk: &str) -> Result<bool> {
    let staff = access::check(who, Action::Serve)?.id;
    site.desk(desk).ok_or(Error::BadRequest("page-form-not-understood"))?;
    if let Some(there) = desks::of_staff(tx, staff).await? {
        if there.site == site.id && there.desk == desk {
            return Ok(true);
        }
        if !close(tx, app, who).await? {
            return Ok(false);
        }
    }
    let opened = desks::open(tx, &site.id, desk, staff, app.now()).await?;
    if opened {
        record_desk(tx, app, who, "desk.opened", (&site.id, desk)).await?;
    }
    Ok(opened)
}

/// Closes the desk of this member of staff; false while somebody is at it.
pub async fn close(tx: &mut Tx, app: &App, who: &Who) -> Result<bool> {
    let staff = access::check(who, Action::Serve)?.id;
    let Some(there) = desks::of_staff(tx, staff).await? else { return Ok(true) };
    let closed = desks::close(tx, staff).await?;
    if closed {
        record_desk(tx, app, who, "desk.closed", (&there.site, &there.desk)).await?;
    }
    Ok(closed)
}

/// They go on a break, or come back; nothing happens where that is so already.
pub async fn pause(tx: &mut Tx, app: &App, who: &Who, on: bool) -> Result<()> {
    let staff = access::check(who, Action::Serve)?.id;
    let there = desks::of_staff(tx, staff).await?.ok_or(Error::Changed)?;
    if there.paused.is_some() == on {
        return Ok(());
    }
    desks::pause(tx, staff, on.then(|| app.now())).await?;
    let kind = if on { "desk.paused" } else { "desk.resumed" };
    record_desk(tx, app, who, kind, (&there.site, &there.desk)).await
}

/// Where this member of staff sits, and at which site; nothing where they sit at none.
pub async fn mine<'a>(conn: &mut Conn, app: &'a App, who: &Who) -> Result<Option<(OpenDesk, &'a Site)>> {
    let staff = access::check(who, Action::Serve)?.id;
    match desks::of_staff(conn, staff).await? {
        Some(desk) => {
            let site = app.part::<Sites>()?.get(&desk.site)?;
            Ok(Some((desk, site)))
        }
        None => Ok(None),
    }
}
