//! `cases_aheads`: what staff were shown before doing it, kept so that going back to that page works.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(
    KEEP,
    "INSERT INTO cases_aheads (case_id, staff, action, at, form) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (case_id, staff, action) DO UPDATE SET at = excluded.at, form = excluded.form"
);
sql!(ONE, "SELECT form FROM cases_aheads WHERE case_id = $1 AND staff = $2 AND action = $3");
sql!(FORGET, "DELETE FROM cases_aheads WHERE case_id = $1 AND staff = $2 AND action = $3");
sql!(CLEAR, "DELETE FROM cases_aheads WHERE at < $1");

/// Keeps the fields as they were typed.
pub(crate) async fn keep(
    tx: &mut Conn,
    (case, staff, action): (Id, Id, &str),
    at: Micros,
    fields: &[(String, String)],
) -> Result<()> {
    let row = params![case, staff, action, at, serde_json::to_string(fields)?];
    tx.exec(&KEEP, row).await.map(drop)
}

/// The fields as they were typed.
pub(crate) async fn of(
    conn: &mut Conn,
    (case, staff, action): (Id, Id, &str),
) -> Result<Option<Vec<(String, String)>>> {
    let Some(row) = conn.row(&ONE, params![case, staff, action]).await? else { return Ok(None) };
    Ok(Some(serde_json::from_str(&row.get::<String>(0)?)?))
}

/// Forgets them.
pub(crate) async fn forget(tx: &mut Conn, (case, staff, action): (Id, Id, &str)) -> Result<()> {
    tx.exec(&FORGET, params![case, staff, action]).await.map(drop)
}

/// Forgets what was kept before this moment.
pub(crate) async fn clear(tx: &mut Conn, before: Micros) -> Result<()> {
    tx.exec(&CLEAR, params![before]).await.map(drop)
}
