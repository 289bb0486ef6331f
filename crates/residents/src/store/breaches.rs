//! `residents_breaches`: what people asked for and did not get.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO residents_breaches (id, resident, adjustment, how, reason, case_id, staff, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);
sql!(
    NEWEST,
    "SELECT b.id, b.resident, r.name, b.adjustment, b.how, b.reason, b.case_id, b.staff, b.at
     FROM residents_breaches b LEFT JOIN residents r ON r.id = b.resident
     WHERE b.id < $1 ORDER BY b.id DESC LIMIT $2"
);
sql!(
    OF_RESIDENT,
    "SELECT id, resident, CAST(NULL AS TEXT), adjustment, how, reason, case_id, staff, at FROM residents_breaches
     WHERE resident = $1 ORDER BY id LIMIT 10000"
);
sql!(SINCE, "SELECT CAST(count(*) AS BIGINT) FROM residents_breaches WHERE adjustment = $1 AND at >= $2");
sql!(FORGET, "UPDATE residents_breaches SET reason = '', resident = NULL WHERE resident = $1");

/// Something somebody asked for and did not get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Its id.
    pub id: Id,
    /// Who; nobody once they were erased.
    pub resident: Option<Id>,
    /// What they are called.
    pub name: Option<String>,
    /// The adjustment's code.
    pub adjustment: String,
    /// What was done, as a code.
    pub how: String,
    /// Why.
    pub reason: String,
    /// The case it was about.
    pub case: Option<Id>,
    /// The member of staff who reported it.
    pub staff: Id,
    /// When.
    pub at: Micros,
}

fn read(row: Row) -> Result<Breach> {
    let mut c = row.columns();
    let (id, resident, name, adjustment) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let (how, reason, case) = (c.take()?, c.take()?, c.take()?);
    Ok(Breach { id, resident, name, adjustment, how, reason, case, staff: c.take()?, at: c.take()? })
}

/// Keeps one.
pub(crate) async fn insert(tx: &mut Conn, one: &Breach) -> Result<()> {
    let (adjustment, how, reason) = (one.adjustment.as_str(), one.how.as_str(), one.reason.as_str());
    let row = params![one.id, one.resident, adjustment, how, reason, one.case, one.staff, one.at];
    tx.exec(&INSERT, row).await.map(drop)
}

/// The newest before this one.
pub(crate) async fn newest(conn: &mut Conn, before: Id, limit: usize) -> Result<Vec<Breach>> {
    conn.rows(&NEWEST, params![before, limit]).await?.into_iter().map(read).collect()
}

/// Those of one person, oldest first.
pub(crate) async fn of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Breach>> {
    conn.rows(&OF_RESIDENT, params![resident]).await?.into_iter().map(read).collect()
}

/// How often this adjustment was not kept since then.
pub(crate) async fn since(conn: &mut Conn, adjustment: &str, then: Micros) -> Result<i64> {
    conn.one(&SINCE, params![adjustment, then]).await?.get(0)
}

/// Forgets whom they were about, and why; that they were is counted on.
pub(crate) async fn forget(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET, params![resident]).await.map(drop)
}
