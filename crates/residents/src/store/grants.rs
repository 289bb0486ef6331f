//! What a code has opened for a browser.

use kit::clock::Micros;
use kit::db::{Conn, FEW};
use kit::{Id, Result, params, sql};

sql!(
    GIVE,
    "INSERT INTO residents_grants (visitor, subject_kind, subject, until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (visitor, subject_kind, subject) DO UPDATE SET until = $4"
);
sql!(HAS, "SELECT 1 FROM residents_grants WHERE visitor = $1 AND subject_kind = $2 AND subject = $3 AND until > $4");
sql!(
    SWEEP,
    "DELETE FROM residents_grants WHERE until <= (SELECT max(until) FROM
     (SELECT until FROM residents_grants WHERE until < $1 ORDER BY until LIMIT $2) AS few)"
);

/// Opens it for the browser.
pub async fn give(tx: &mut Conn, visitor: Id, kind: &str, subject: Id, until: Micros) -> Result<()> {
    tx.exec(&GIVE, params![visitor, kind, subject, until]).await.map(drop)
}

/// True while it is open for the browser.
pub async fn has(conn: &mut Conn, visitor: Id, kind: &str, subject: Id, now: Micros) -> Result<bool> {
    Ok(conn.row(&HAS, params![visitor, kind, subject, now]).await?.is_some())
}

/// Clears away a few grants that are over.
pub async fn sweep(tx: &mut Conn, now: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![now, FEW]).await
}
