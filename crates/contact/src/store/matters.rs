//! `contacts_matters`: what was asked of one service in one finished contact.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO contacts_matters (contact, service, channel, began, ended, settled, again)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
);
sql!(CAME_AGAIN, "UPDATE contacts_matters SET again = 1 WHERE contact = $1 AND service = $2 AND again = 0");
sql!(
    OF_RESIDENT,
    "SELECT m.contact, m.service, m.channel, m.began, m.ended, m.settled, m.again
     FROM contacts c JOIN contacts_matters m ON m.contact = c.id AND m.service = $2
     WHERE c.resident IS NOT NULL AND c.resident = $1 ORDER BY c.id DESC LIMIT $3"
);
sql!(
    OF_CASE,
    "SELECT m.contact, m.service, m.channel, m.began, m.ended, m.settled, m.again
     FROM contacts_cases k JOIN contacts_matters m ON m.contact = k.contact AND m.service = $2
     WHERE k.case_id = $1 ORDER BY k.how, k.contact LIMIT $3"
);

/// More contacts than anybody has about one service in the weeks that matter.
const MANY: usize = 500;

/// What was asked of one service in one contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matter {
    pub contact: Id,
    pub service: String,
    pub channel: String,
    pub began: Micros,
    pub ended: Micros,
    /// Nothing was left open by it, and nobody was passed on.
    pub settled: bool,
    /// They came again.
    pub again: bool,
}

/// Puts it in; false where it is there already.
pub(crate) async fn insert(tx: &mut Conn, matter: &Matter) -> Result<bool> {
    let Matter { contact, began, ended, settled, again, .. } = *matter;
    let row = params![contact, matter.service.as_str(), matter.channel.as_str(), began, ended, settled, again];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// They came again; false where that was known.
pub(crate) async fn came_again(tx: &mut Conn, matter: &Matter) -> Result<bool> {
    Ok(tx.exec(&CAME_AGAIN, params![matter.contact, matter.service.as_str()]).await? == 1)
}

/// What this account asked of this service, the latest first.
pub(crate) async fn of_resident(conn: &mut Conn, resident: Id, service: &str) -> Result<Vec<Matter>> {
    conn.rows(&OF_RESIDENT, params![resident, service, MANY]).await?.into_iter().map(read).collect()
}

/// What anybody asked of this service about this case.
pub(crate) async fn of_case(conn: &mut Conn, case: Id, service: &str) -> Result<Vec<Matter>> {
    conn.rows(&OF_CASE, params![case, service, MANY]).await?.into_iter().map(read).collect()
}

fn read(row: Row) -> Result<Matter> {
    let mut c = row.columns();
    let (contact, service, channel) = (c.take()?, c.take()?, c.take()?);
    let (began, ended, settled, again) = (c.take()?, c.take()?, c.take()?, c.take()?);
    Ok(Matter { contact, service, channel, began, ended, settled, again })
}
