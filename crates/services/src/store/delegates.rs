//! `services_delegates`: who was trained to decide on the spot, service by service.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(IS, "SELECT since FROM services_delegates WHERE service = $1 AND staff = $2");
sql!(OF, "SELECT staff, since FROM services_delegates WHERE service = $1 ORDER BY staff");
sql!(
    ADD,
    "INSERT INTO services_delegates (service, staff, since) VALUES ($1, $2, $3) ON CONFLICT (service, staff) DO NOTHING"
);
sql!(END, "DELETE FROM services_delegates WHERE service = $1 AND staff = $2");

/// Whether this member of staff may decide on the spot in this service.
pub(crate) async fn is(conn: &mut Conn, service: &str, staff: Id) -> Result<bool> {
    Ok(conn.row(&IS, params![service, staff]).await?.is_some())
}

/// Everybody who may, and since when.
pub(crate) async fn of(conn: &mut Conn, service: &str) -> Result<Vec<(Id, Micros)>> {
    let rows = conn.rows(&OF, params![service]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Lets somebody; false when they could before.
pub(crate) async fn add(conn: &mut Conn, service: &str, staff: Id, now: Micros) -> Result<bool> {
    Ok(conn.exec(&ADD, params![service, staff, now]).await? == 1)
}

/// Lets somebody no more; false when they could not before.
pub(crate) async fn end(conn: &mut Conn, service: &str, staff: Id) -> Result<bool> {
    Ok(conn.exec(&END, params![service, staff]).await? == 1)
}
