//! Who is on their way to the council's provider, and whose accounts there are whose.

use kit::clock::Micros;
use kit::db::{Conn, FEW};
use kit::{Id, Result, params, sql};

sql!(BEGIN, "INSERT INTO staff_sign_ons (state_hash, visitor, next, until) VALUES ($1, $2, $3, $4)");
sql!(SPEND, "DELETE FROM staff_sign_ons WHERE state_hash = $1 AND visitor = $2 AND until > $3 RETURNING next");
sql!(
    SWEEP,
    "DELETE FROM staff_sign_ons WHERE until <= (SELECT max(until) FROM
     (SELECT until FROM staff_sign_ons WHERE until < $1 ORDER BY until LIMIT $2) AS few)"
);
sql!(BY_SUBJECT, "SELECT id FROM staff WHERE council_issuer = $1 AND council_subject = $2");
sql!(
    BIND,
    "UPDATE staff SET council_issuer = $2, council_subject = $3
     WHERE id = $1 AND (council_issuer IS NULL OR council_issuer <> $2)"
);

/// Notes that this browser is on its way, and where it wants to go afterwards.
pub async fn begin_sign_on(tx: &mut Conn, state: [u8; 32], visitor: Id, next: &str, until: Micros) -> Result<()> {
    tx.exec(&BEGIN, params![state, visitor, next, until]).await.map(drop)
}

/// Uses up what a browser waits for and gives where it wants to go; nothing when it is over, used or another browser's.
pub async fn spend_sign_on(tx: &mut Conn, state: [u8; 32], visitor: Id, now: Micros) -> Result<Option<String>> {
    tx.row(&SPEND, params![state, visitor, now]).await?.map(|row| row.get(0)).transpose()
}

/// Clears away a few of those who never came back.
pub async fn sweep_sign_ons(tx: &mut Conn, now: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![now, FEW]).await
}

/// Whose account of a provider this is.
pub async fn by_subject(conn: &mut Conn, issuer: &str, subject: &str) -> Result<Option<Id>> {
    conn.row(&BY_SUBJECT, params![issuer, subject]).await?.map(|row| row.get(0)).transpose()
}

/// Makes an account of a provider theirs; false when another one of it is.
pub async fn bind_subject(tx: &mut Conn, staff: Id, issuer: &str, subject: &str) -> Result<bool> {
    Ok(tx.exec(&BIND, params![staff, issuer, subject]).await? == 1)
}
