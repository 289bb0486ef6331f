//! `cases_keys`: what was done once, by the id made when its page was drawn.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(CLAIM, "INSERT INTO cases_keys (key, case_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");

sql!(DONE, "SELECT case_id FROM cases_keys WHERE key = $1");

/// Whether this was done with this very case before.
pub(crate) async fn is_done(conn: &mut Conn, key: Id, case: Id) -> Result<bool> {
    let row = conn.row(&DONE, params![key]).await?;
    Ok(row.map(|row| row.get::<Id>(0)).transpose()? == Some(case))
}

/// Claims the key for this action; false when it has been done already.
pub(crate) async fn claim(tx: &mut Conn, key: Id, case: Id, now: Micros) -> Result<bool> {
    Ok(tx.exec(&CLAIM, params![key, case, now]).await? == 1)
}
