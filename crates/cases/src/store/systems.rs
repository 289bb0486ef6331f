//! `cases_systems`: other systems that take cases.

use crate::handed::Taker;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// More than a council has webhooks.
const MOST: usize = 100;

sql!(
    KEEP_SYSTEM,
    "INSERT INTO cases_systems (id, code, name, key, made, ended) VALUES ($1, $2, $3, $4, $5, 0)
     ON CONFLICT (id) DO UPDATE SET code = $2, name = $3, key = $4, ended = 0"
);
sql!(SYSTEM_BY_ID, "SELECT id, code, name, key, made, ended FROM cases_systems WHERE id = $1");
sql!(SYSTEM_BY_CODE, "SELECT id, code, name, key, made, ended FROM cases_systems WHERE code = $1 AND ended = 0");
sql!(SYSTEM_BY_KEY, "SELECT id, code, name, key, made, ended FROM cases_systems WHERE key = $1 AND ended = 0");
sql!(ALL_SYSTEMS, "SELECT id, code, name, key, made, ended FROM cases_systems WHERE id > $1 ORDER BY id LIMIT $2");
sql!(END_SYSTEM, "UPDATE cases_systems SET ended = $2 WHERE id = $1 AND ended = 0");

fn read(row: Row) -> Result<Taker> {
    let mut c = row.columns();
    let (id, code, name) = (c.take()?, c.take()?, c.take()?);
    Ok(Taker { id, code, name, key: c.take()?, made: c.take()?, ended: c.take()? })
}

/// Keeps one, anew or as it is called now.
pub(crate) async fn keep(tx: &mut Conn, taker: &Taker) -> Result<()> {
    let row = params![taker.id, &taker.code, &taker.name, taker.key, taker.made];
    tx.exec(&KEEP_SYSTEM, row).await.map(drop)
}

/// The system of this webhook.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Taker>> {
    conn.row(&SYSTEM_BY_ID, params![id]).await?.map(read).transpose()
}

/// The system of this code that takes cases.
pub(crate) async fn by_code(conn: &mut Conn, code: &str) -> Result<Option<Taker>> {
    conn.row(&SYSTEM_BY_CODE, params![code]).await?.map(read).transpose()
}

/// The system that answers with this key.
pub(crate) async fn by_key(conn: &mut Conn, key: Id) -> Result<Option<Taker>> {
    conn.row(&SYSTEM_BY_KEY, params![key]).await?.map(read).transpose()
}

/// Every system, in the order of their webhooks.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Taker>> {
    conn.rows(&ALL_SYSTEMS, params![Id::NONE, MOST]).await?.into_iter().map(read).collect()
}

/// It takes no more cases.
pub(crate) async fn end(tx: &mut Conn, id: Id, now: Micros) -> Result<()> {
    tx.exec(&END_SYSTEM, params![id, now.max(1)]).await.map(drop)
}
