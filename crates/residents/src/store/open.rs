//! The records that a member of staff has open for somebody who asks.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

/// Nobody has more open at a time.
const MOST: usize = 200;

sql!(
    OPEN,
    "SELECT resident FROM residents_openings WHERE staff = $1 AND until > $2 AND passed = 1 ORDER BY until DESC LIMIT $3"
);

/// Each record that this member of staff has opened to a caller for longer than until now, once.
pub async fn of(conn: &mut Conn, staff: Id, now: Micros) -> Result<Vec<Id>> {
    let rows = conn.rows(&OPEN, params![staff, now, MOST]).await?;
    let mut all = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<Id>>>()?;
    all.sort_unstable();
    all.dedup();
    Ok(all)
}
