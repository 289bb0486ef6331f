//! Answers kept for a day, so that the same request sent again is answered the same.

use kit::clock::Micros;
use kit::db::{Conn, FEW};
use kit::{Id, Result, params, sql};

sql!(FIND, "SELECT digest, status, headers, body FROM api_answers WHERE caller = $1 AND key = $2 AND at > $3");
sql!(
    KEEP,
    "INSERT INTO api_answers (caller, key, digest, status, headers, body, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (caller, key) DO UPDATE SET digest = $3, status = $4, headers = $5, body = $6, at = $7
     WHERE api_answers.at <= $8"
);
sql!(
    SWEEP,
    "DELETE FROM api_answers WHERE at <= (SELECT max(at) FROM
     (SELECT at FROM api_answers WHERE at < $1 ORDER BY at LIMIT $2) AS few)"
);

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Of the request it answered.
    pub digest: Vec<u8>,
    /// Its status.
    pub status: u16,
    /// Its headers, as JSON.
    pub headers: String,
    /// Its body.
    pub body: String,
}

/// The answer this caller was given under this key since a moment.
pub(crate) async fn find(conn: &mut Conn, caller: &str, key: Id, since: Micros) -> Result<Option<Kept>> {
    let Some(row) = conn.row(&FIND, params![caller, key, since]).await? else { return Ok(None) };
    let mut c = row.columns();
    let (digest, status) = (c.take()?, c.take::<i64>()?);
    let status = u16::try_from(status).map_err(kit::Error::internal)?;
    Ok(Some(Kept { digest, status, headers: c.take()?, body: c.take()? }))
}

/// Keeps an answer, in the place of one from before `since`.
pub(crate) async fn keep(
    conn: &mut Conn,
    caller: &str,
    key: Id,
    kept: Kept,
    (at, since): (Micros, Micros),
) -> Result<()> {
    let row = params![caller, key, kept.digest, i64::from(kept.status), kept.headers, kept.body, at, since];
    conn.exec(&KEEP, row).await.map(drop)
}

/// Deletes those from before `before`, a few at a time.
pub(crate) async fn sweep(conn: &mut Conn, before: Micros) -> Result<u64> {
    conn.exec(&SWEEP, params![before, FEW]).await
}
