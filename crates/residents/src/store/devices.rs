//! Devices a resident has signed in from.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(KNOWN, "SELECT 1 FROM devices WHERE resident = $1 AND device = $2");
sql!(
    REMEMBER,
    "INSERT INTO devices (resident, device, signed_in_at) VALUES ($1, $2, $3)
     ON CONFLICT (resident, device) DO UPDATE SET signed_in_at = $3"
);
sql!(FORGET_ALL, "DELETE FROM devices WHERE resident = $1");

/// True when the resident has signed in from this device before.
pub async fn known(conn: &mut Conn, resident: Id, device: Id) -> Result<bool> {
    Ok(conn.row(&KNOWN, params![resident, device]).await?.is_some())
}

/// Remembers the device.
pub async fn remember(tx: &mut Conn, resident: Id, device: Id, now: Micros) -> Result<()> {
    tx.exec(&REMEMBER, params![resident, device, now]).await.map(drop)
}

/// Forgets all devices of a resident, after which each is unknown.
pub async fn forget_all(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET_ALL, params![resident]).await.map(drop)
}
