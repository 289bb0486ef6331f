//! `residents_models`: the weights that were worked out from the council's own records.

use crate::linking::learned::{Learned, Refused};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Result, params, sql};

sql!(
    MODEL_IN_USE,
    "SELECT version, at, records, pairs, matches, refused, parameters FROM residents_models WHERE refused = ''
     ORDER BY version DESC LIMIT 1"
);
sql!(
    MODEL,
    "SELECT version, at, records, pairs, matches, refused, parameters FROM residents_models WHERE version = $1"
);
sql!(
    LAST_MODELS,
    "SELECT version, at, records, pairs, matches, refused, parameters FROM residents_models WHERE version < $1
     ORDER BY version DESC LIMIT $2"
);
sql!(
    INSERT_MODEL,
    "INSERT INTO residents_models (version, at, records, pairs, matches, refused, parameters)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
);
sql!(LAST_LEARNED, "SELECT at FROM residents_models WHERE version < $1 ORDER BY version DESC LIMIT 1");

fn read(row: Row) -> Result<Learned> {
    let mut c = row.columns();
    let (version, at, records, pairs, matches) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let refused: String = c.take()?;
    let model = serde_json::from_str(&c.take::<String>()?)?;
    Ok(Learned { version, at, records, pairs, matches, refused: Refused::of(&refused), model })
}

/// The newest that was not refused.
pub async fn in_use(conn: &mut Conn) -> Result<Option<Learned>> {
    conn.row(&MODEL_IN_USE, params![]).await?.map(read).transpose()
}

/// The one with this number.
pub async fn of(conn: &mut Conn, version: i64) -> Result<Option<Learned>> {
    conn.row(&MODEL, params![version]).await?.map(read).transpose()
}

/// The last ones, the newest first, also those that were refused.
pub async fn last(conn: &mut Conn, most: usize) -> Result<Vec<Learned>> {
    conn.rows(&LAST_MODELS, params![i64::MAX, most]).await?.into_iter().map(read).collect()
}

/// When one was last worked out, used or not.
pub async fn learned_at(conn: &mut Conn) -> Result<Option<Micros>> {
    conn.row(&LAST_LEARNED, params![i64::MAX]).await?.map(|row| row.get(0)).transpose()
}

/// Keeps one; false when its number is taken.
pub async fn insert(tx: &mut Conn, one: &Learned) -> Result<bool> {
    let parameters = serde_json::to_string(&one.model)?;
    let refused = one.refused.map_or("", Refused::code);
    let row = params![one.version, one.at, one.records, one.pairs, one.matches, refused, parameters];
    Ok(tx.exec(&INSERT_MODEL, row).await? == 1)
}
