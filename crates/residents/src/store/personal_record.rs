//! What staff keep in the record of one resident, for them to be told and for erasing it.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(
    AUTHORITIES,
    "SELECT id, kind, holder, reach, scope, seen, made_at, until, ended_at FROM residents_authorities WHERE resident = $1
     ORDER BY id LIMIT 10000"
);
sql!(
    MARKERS,
    "SELECT kind, reason, review, made_at, ended_at FROM residents_markers WHERE resident = $1 ORDER BY id LIMIT 10000"
);
sql!(
    OPENINGS,
    "SELECT purpose, caller, given, passed, at, withdrawn_at FROM residents_openings WHERE resident = $1 ORDER BY id LIMIT 10000"
);
sql!(FORGET_MARKERS, "DELETE FROM residents_markers WHERE resident = $1");

/// Somebody who may speak for a resident.
pub struct Authority {
    /// Of which kind, as a code.
    pub kind: String,
    /// Who.
    pub holder: String,
    /// What it is for, as a code.
    pub reach: String,
    /// The services that were chosen, by id.
    pub services: Vec<String>,
    /// More about that, in words.
    pub note: String,
    /// What was seen of it.
    pub seen: String,
    /// When it was written down.
    pub made_at: Micros,
    /// Until when it holds.
    pub until: Micros,
    /// When it was ended before that.
    pub ended_at: Option<Micros>,
}

/// A marker on a resident's record.
pub struct Marker {
    /// Of which kind, as a code.
    pub kind: String,
    /// Why.
    pub reason: String,
    /// The day it is looked at again.
    pub review: Option<String>,
    /// When it was set.
    pub made_at: Micros,
    /// When it was ended.
    pub ended_at: Option<Micros>,
}

/// One opening of a resident's record.
pub struct Opening {
    /// What for, as a code.
    pub purpose: String,
    /// Who asked: `self`, an authority's id, or `other`.
    pub caller: String,
    /// Codes of what the caller got right.
    pub given: String,
    /// Whether that was enough.
    pub passed: bool,
    /// When.
    pub at: Micros,
    /// When it was withdrawn, as a mistake; 0 where it was not.
    pub withdrawn_at: Micros,
}

/// Those who may, or might, speak for this resident.
pub async fn authorities(conn: &mut Conn, resident: Id) -> Result<Vec<Authority>> {
    let mut all = Vec::new();
    for row in conn.rows(&AUTHORITIES, params![resident]).await? {
        let mut c = row.columns();
        let id: Id = c.take()?;
        let (kind, holder, reach, note, seen) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        let (made_at, until, ended_at) = (c.take()?, c.take()?, c.take()?);
        let services = super::authorities::chosen(conn, id).await?;
        all.push(Authority { kind, holder, reach, services, note, seen, made_at, until, ended_at });
    }
    Ok(all)
}

/// The markers there are and were.
pub async fn markers(conn: &mut Conn, resident: Id) -> Result<Vec<Marker>> {
    let mut all = Vec::new();
    for row in conn.rows(&MARKERS, params![resident]).await? {
        let mut c = row.columns();
        let (kind, reason, review) = (c.take()?, c.take()?, c.take()?);
        all.push(Marker { kind, reason, review, made_at: c.take()?, ended_at: c.take()? });
    }
    Ok(all)
}

/// Each time staff opened the record.
pub async fn openings(conn: &mut Conn, resident: Id) -> Result<Vec<Opening>> {
    let mut all = Vec::new();
    for row in conn.rows(&OPENINGS, params![resident]).await? {
        let mut c = row.columns();
        let (purpose, caller, given) = (c.take()?, c.take()?, c.take()?);
        all.push(Opening { purpose, caller, given, passed: c.take()?, at: c.take()?, withdrawn_at: c.take()? });
    }
    Ok(all)
}

/// Forgets who may speak for them, and every marker. That the record was opened stays: it names nobody.
pub async fn forget(tx: &mut Conn, resident: Id) -> Result<()> {
    super::authorities::forget(tx, resident).await?;
    tx.exec(&FORGET_MARKERS, params![resident]).await.map(drop)
}
