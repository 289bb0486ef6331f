//! What staff know of a person besides the account: who opened the record and why, who may speak for them, what everybody
//! has to know.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT_OPENING,
    "INSERT INTO residents_openings (id, resident, staff, purpose, caller, given, passed, at, until, reason, review)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"
);
sql!(
    OPENED,
    "SELECT id, staff, purpose, caller, given, passed, at, until FROM residents_openings
     WHERE staff = $1 AND resident = $2 ORDER BY at DESC, id DESC LIMIT 1"
);
sql!(
    OPENING,
    "SELECT id, staff, purpose, caller, given, passed, at, until FROM residents_openings WHERE id = $1 AND resident = $2"
);
sql!(
    SEEN,
    "SELECT at FROM residents_openings WHERE resident = $1 AND caller = $2 AND passed = 1
     AND (given LIKE '%papers%' OR given LIKE '%vouched%') ORDER BY id DESC LIMIT 1"
);
sql!(
    SEEN_BY_ANYBODY,
    "SELECT at FROM residents_openings WHERE resident = $1 AND passed = 1
     AND (given LIKE '%papers%' OR given LIKE '%vouched%') ORDER BY id DESC LIMIT 1"
);
sql!(
    INSERT_MARKER,
    "INSERT INTO residents_markers (id, resident, kind, reason, review, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
);
sql!(
    MARKERS,
    "SELECT id, kind, reason, review, made_at FROM residents_markers
     WHERE resident = $1 AND ended_at IS NULL ORDER BY id LIMIT $2"
);
sql!(
    END_MARKER,
    "UPDATE residents_markers SET ended_at = $3, ended_by = $4 WHERE id = $1 AND resident = $2 AND ended_at IS NULL
     RETURNING kind"
);
sql!(
    DECEASED,
    "SELECT 1 FROM residents_markers WHERE resident = $1 AND kind = 'deceased' AND ended_at IS NULL AND kind <> 'risk'"
);
sql!(PARTICULARS, "SELECT revision, born, guarded FROM residents_records WHERE resident = $1");
sql!(
    SET_PARTICULARS,
    "INSERT INTO residents_records (resident, revision, born, guarded) VALUES ($1, 1, $2, $3)
     ON CONFLICT (resident) DO UPDATE SET revision = residents_records.revision + 1, born = $2, guarded = $3"
);

/// The most of anything shown on one record.
pub const MOST: usize = 50;

/// Somebody opened the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Its id, made when the page was drawn.
    pub id: Id,
    /// Who opened it.
    pub staff: Id,
    /// `caller` or `work`.
    pub purpose: String,
    /// `self`, an authority's id, or `other`.
    pub caller: String,
    /// Codes of what the caller got right.
    pub given: Vec<String>,
    /// It was enough to tell them.
    pub passed: bool,
    /// When.
    pub at: Micros,
    /// Open until then.
    pub until: Micros,
}

/// What everybody who opens the record has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// Its id.
    pub id: Id,
    /// `deceased`, `guarded`, `risk` or `restricted`.
    pub kind: String,
    /// Why.
    pub reason: String,
    /// The day it is looked at again, `YYYY-MM-DD`.
    pub review: Option<String>,
    /// Since when.
    pub made_at: Micros,
}

impl Marker {
    /// Few are to open the record: only leaders do without the person, and only they take the marker off.
    pub fn keeps(&self) -> bool {
        matches!(self.kind.as_str(), "guarded" | "restricted")
    }
}

/// Records an opening, why, and whether a leader looks into it; false when its id is there already.
pub async fn insert_opening(
    tx: &mut Conn,
    resident: Id,
    opening: &Opening,
    (reason, review): (&str, bool),
) -> Result<bool> {
    let (given, caller) = (opening.given.join(" "), opening.caller.as_str());
    let Opening { id, staff, passed, at, until, .. } = *opening;
    let purpose = opening.purpose.as_str();
    let row = params![id, resident, staff, purpose, caller, given, passed, at, until, reason, review];
    Ok(tx.exec(&INSERT_OPENING, row).await? == 1)
}

/// The last time this member of staff opened this record.
pub async fn opened(conn: &mut Conn, staff: Id, resident: Id) -> Result<Option<Opening>> {
    conn.row(&OPENED, params![staff, resident]).await?.map(opening).transpose()
}

/// The opening of this resident's record with this id, if there is one.
pub async fn opening_of(conn: &mut Conn, resident: Id, id: Id) -> Result<Option<Opening>> {
    conn.row(&OPENING, params![id, resident]).await?.map(opening).transpose()
}

fn opening(row: Row) -> Result<Opening> {
    let mut c = row.columns();
    let (id, staff, purpose, caller) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let given: String = c.take()?;
    let given = given.split_whitespace().map(str::to_owned).collect();
    Ok(Opening { id, staff, purpose, caller, given, passed: c.take()?, at: c.take()?, until: c.take()? })
}

/// When somebody last saw who this caller is: `self`, or an authority's id.
pub async fn seen(conn: &mut Conn, resident: Id, caller: &str) -> Result<Option<Micros>> {
    conn.row(&SEEN, params![resident, caller]).await?.map(|row| row.get(0)).transpose()
}

/// When somebody last saw who it is that asks about this resident, themselves or whoever speaks for them.
pub async fn seen_by_anybody(conn: &mut Conn, resident: Id) -> Result<Option<Micros>> {
    conn.row(&SEEN_BY_ANYBODY, params![resident]).await?.map(|row| row.get(0)).transpose()
}

/// Puts a marker on the record; false when it is there already.
pub async fn insert_marker(tx: &mut Conn, resident: Id, marker: &Marker, by: Id) -> Result<bool> {
    let (kind, reason) = (marker.kind.as_str(), marker.reason.as_str());
    let row = params![marker.id, resident, kind, reason, marker.review.as_deref(), by, marker.made_at];
    Ok(tx.exec(&INSERT_MARKER, row).await? == 1)
}

/// The markers that stand.
pub async fn markers(conn: &mut Conn, resident: Id) -> Result<Vec<Marker>> {
    let rows = conn.rows(&MARKERS, params![resident, MOST]).await?;
    let read = |row: Row| {
        let mut c = row.columns();
        let (id, kind, reason) = (c.take()?, c.take()?, c.take()?);
        Ok(Marker { id, kind, reason, review: c.take()?, made_at: c.take()? })
    };
    rows.into_iter().map(read).collect()
}

/// Takes a marker off; its kind, or nothing when that was done before.
pub async fn end_marker(tx: &mut Conn, id: Id, resident: Id, by: Id, now: Micros) -> Result<Option<String>> {
    tx.row(&END_MARKER, params![id, resident, now, by]).await?.map(|row| row.get(0)).transpose()
}

/// True when the record says that the person died.
pub async fn is_deceased(conn: &mut Conn, resident: Id) -> Result<bool> {
    Ok(conn.row(&DECEASED, params![resident]).await?.is_some())
}

/// Date of birth, `YYYY-MM-DD`, and whether the address is a safe one.
pub async fn particulars(conn: &mut Conn, resident: Id) -> Result<(Option<String>, bool)> {
    let row = conn.row(&PARTICULARS, params![resident]).await?;
    row.map_or(Ok((None, false)), |row| Ok((row.get(1)?, row.get(2)?)))
}

/// How often these were set: grows each time.
pub async fn revision(conn: &mut Conn, resident: Id) -> Result<i64> {
    conn.row(&PARTICULARS, params![resident]).await?.map_or(Ok(0), |row| row.get(0))
}

/// Sets them. Who may see what is proposed about the resident follows at once.
pub async fn set_particulars(tx: &mut Conn, resident: Id, born: Option<&str>, guarded: bool) -> Result<()> {
    tx.exec(&SET_PARTICULARS, params![resident, born, guarded]).await?;
    crate::linking::joined::guard(tx, resident).await
}
