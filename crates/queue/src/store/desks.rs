//! `queue_desks`: desks that are open, and who sits there.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// A desk that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDesk {
    /// Where.
    pub site: String,
    /// Its code.
    pub desk: String,
    /// Who sits there.
    pub staff: Id,
    /// Since when.
    pub since: Micros,
    /// Since when they are on a break; nothing while they are not.
    pub paused: Option<Micros>,
    /// Who was called to it or is served there.
    pub visit: Option<Id>,
}

sql!(
    OPEN,
    "INSERT INTO queue_desks (site, desk, staff, since, paused, paused_at, visit, pressed) VALUES ($1, $2, $3, $4, 0, 0, NULL, $5)
     ON CONFLICT DO NOTHING"
);
sql!(CLOSE, "DELETE FROM queue_desks WHERE staff = $1 AND visit IS NULL");
sql!(OF_STAFF, "SELECT site, desk, staff, since, paused, paused_at, visit FROM queue_desks WHERE staff = $1");
sql!(
    AT,
    "SELECT site, desk, staff, since, paused, paused_at, visit FROM queue_desks WHERE site = $1 AND desk > $2 ORDER BY desk LIMIT $3"
);
sql!(PAUSE, "UPDATE queue_desks SET paused = $2, paused_at = $3 WHERE staff = $1");
sql!(PRESS, "UPDATE queue_desks SET pressed = $2 WHERE staff = $1 AND pressed <> $2");
sql!(HOLD, "UPDATE queue_desks SET visit = $2 WHERE staff = $1");
sql!(LET_GO, "UPDATE queue_desks SET visit = NULL WHERE site = $1 AND desk = $2 AND visit = $3");

/// More desks than any site has.
const ALL: usize = 500;

/// Opens it; false when somebody else sits there, or they sit elsewhere.
pub(crate) async fn open(tx: &mut Conn, site: &str, desk: &str, staff: Id, now: Micros) -> Result<bool> {
    Ok(tx.exec(&OPEN, params![site, desk, staff, now, Id::NONE]).await? == 1)
}

/// Closes the desk of this member of staff; false while somebody is at it.
pub(crate) async fn close(tx: &mut Conn, staff: Id) -> Result<bool> {
    Ok(tx.exec(&CLOSE, params![staff]).await? == 1)
}

/// Where this member of staff sits.
pub(crate) async fn of_staff(conn: &mut Conn, staff: Id) -> Result<Option<OpenDesk>> {
    conn.row(&OF_STAFF, params![staff]).await?.map(read).transpose()
}

/// The desks of a site that are open, by code.
pub async fn at(conn: &mut Conn, site: &str) -> Result<Vec<OpenDesk>> {
    conn.rows(&AT, params![site, "", ALL]).await?.into_iter().map(read).collect()
}

/// They go on a break, or come back.
pub(crate) async fn pause(tx: &mut Conn, staff: Id, since: Option<Micros>) -> Result<()> {
    tx.exec(&PAUSE, params![staff, since.is_some(), since.unwrap_or(0)]).await.map(drop)
}

/// Notes the key of a press; false when it is the one before.
pub(crate) async fn press(tx: &mut Conn, staff: Id, key: Id) -> Result<bool> {
    Ok(tx.exec(&PRESS, params![staff, key]).await? == 1)
}

/// The desk of this member of staff has this visit.
pub(crate) async fn hold(tx: &mut Conn, staff: Id, visit: Id) -> Result<()> {
    tx.exec(&HOLD, params![staff, visit]).await.map(drop)
}

/// The desk has the visit no more.
pub(crate) async fn let_go(tx: &mut Conn, site: &str, desk: &str, visit: Id) -> Result<()> {
    tx.exec(&LET_GO, params![site, desk, visit]).await.map(drop)
}

fn read(row: Row) -> Result<OpenDesk> {
    let mut c = row.columns();
    let (site, desk, staff, since) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let (paused, at): (bool, Micros) = (c.take()?, c.take()?);
    Ok(OpenDesk { site, desk, staff, since, paused: paused.then_some(at), visit: c.take()? })
}
