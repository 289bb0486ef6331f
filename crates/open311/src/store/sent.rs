//! `open311_sent`, which key sent which report, and `open311_claims`, the senders' own numbers for a day.

use kit::clock::Micros;
use kit::db::{Conn, FEW, Row};
use kit::{Id, Reference, Result, params, sql};

sql!(INSERT, "INSERT INTO open311_sent (ref, case_id, key, at) VALUES ($1, $2, $3, $4)");
sql!(SENDER, "SELECT key FROM open311_sent WHERE ref = $1");
sql!(OF_CASE, "SELECT key, ref FROM open311_sent WHERE case_id = $1 ORDER BY ref LIMIT $2");
sql!(
    CLAIM,
    "INSERT INTO open311_claims (key, client, at, ref) VALUES ($1, $2, $3, '')
     ON CONFLICT (key, client) DO UPDATE SET at = $3, ref = '' WHERE open311_claims.at <= $4"
);
sql!(SET_ANSWER, "UPDATE open311_claims SET ref = $3, notice = $4 WHERE key = $1 AND client = $2");
sql!(CLAIMED, "SELECT ref, notice FROM open311_claims WHERE key = $1 AND client = $2 AND at > $3 AND ref <> ''");
sql!(
    SWEEP,
    "DELETE FROM open311_claims WHERE at <= (SELECT max(at) FROM
     (SELECT at FROM open311_claims WHERE at < $1 ORDER BY at LIMIT $2) AS few)"
);

/// The most reports of one case that are told of its changes, each by its own number.
const MOST: usize = 1_000;

/// Keeps which key sent a report.
pub(crate) async fn insert(tx: &mut Conn, reference: &Reference, case: Id, key: Id, now: Micros) -> Result<()> {
    tx.exec(&INSERT, params![reference, case, key, now]).await.map(drop)
}

/// The key that sent the report of this number.
pub(crate) async fn sender(conn: &mut Conn, reference: &Reference) -> Result<Option<Id>> {
    conn.row(&SENDER, params![reference]).await?.map(|row| row.get(0)).transpose()
}

/// The reports of a case that were sent with a key.
pub(crate) async fn of_case(conn: &mut Conn, case: Id) -> Result<Vec<(Id, Reference)>> {
    let both = |row: Row| Ok((row.get(0)?, row.get(1)?));
    conn.rows(&OF_CASE, params![case, MOST]).await?.into_iter().map(both).collect()
}

/// Claims the sender's own number, if nobody did since `since`; false when somebody did.
pub(crate) async fn claim(tx: &mut Conn, key: Id, client: &str, (now, since): (Micros, Micros)) -> Result<bool> {
    Ok(tx.exec(&CLAIM, params![key, client, now, since]).await? == 1)
}

/// What a report is answered with: our reference, and what is said with it.
pub(crate) type Answer = (Reference, String);

/// What the sender's own number became, and what was said of it.
pub(crate) async fn set_answer(tx: &mut Conn, key: Id, client: &str, (reference, notice): &Answer) -> Result<()> {
    tx.exec_one(&SET_ANSWER, params![key, client, reference, notice]).await
}

/// What it became before, since then, as it was answered.
pub(crate) async fn claimed(conn: &mut Conn, key: Id, client: &str, since: Micros) -> Result<Option<Answer>> {
    let both = |row: Row| Ok((row.get(0)?, row.get(1)?));
    conn.row(&CLAIMED, params![key, client, since]).await?.map(both).transpose()
}

/// Forgets a few of the numbers from before; 0 when there are no more.
pub(crate) async fn sweep(tx: &mut Conn, before: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![before, FEW]).await
}
