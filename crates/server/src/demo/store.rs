//! What the demo asks the database itself.

use kit::db::Conn;
use kit::{Result, params, sql};

sql!(MADE_BEFORE, "SELECT id FROM households LIMIT 1");

/// True when Eastmere was made here before.
pub(super) async fn is_filled(conn: &mut Conn) -> Result<bool> {
    Ok(conn.row(&MADE_BEFORE, params![]).await?.is_some())
}
