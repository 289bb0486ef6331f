//! `cases_clocks` and `cases_kept`: how each case stands against its first promise, and the sums of that by day.

use crate::kept::{Cell, Clock, State};
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

sql!(
    CLOCK,
    "SELECT service, opened, dated, promised, moved, state, ended, took, seq FROM cases_clocks WHERE case_id = $1"
);
sql!(
    SAVE,
    "INSERT INTO cases_clocks (case_id, service, opened, dated, promised, moved, state, ended, took, seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (case_id) DO UPDATE SET service = $2, moved = $6, state = $7, ended = $8, took = $9, seq = $10"
);
sql!(
    ADD,
    "INSERT INTO cases_kept (day, service, what, took, cases) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (day, service, what, took) DO UPDATE SET cases = cases_kept.cases + $5"
);
// A range over the key, in its order: some thousand sums for eight weeks.
sql!(
    BETWEEN,
    "SELECT service, what, took, cases FROM cases_kept WHERE day >= $1 AND day < $2
     ORDER BY day, service, what, took LIMIT 100000"
);
sql!(
    STANDING,
    "SELECT service, what, took, cases FROM cases_kept WHERE what = $1 AND cases > 0 AND day < $2
     ORDER BY what, day, service LIMIT 100000"
);

/// Cases counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum {
    pub service: String,
    pub what: String,
    pub took: i64,
    pub cases: i64,
}

/// The clock of a case and the number of the last fact it heard.
pub(crate) async fn clock(conn: &mut Conn, case: Id) -> Result<Option<(Clock, i64)>> {
    let Some(row) = conn.row(&CLOCK, params![case]).await? else { return Ok(None) };
    let mut c = row.columns();
    let (service, opened, dated, promised, moved) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let state: String = c.take()?;
    let state = State::of(&state).ok_or_else(|| Error::internal(format!("a clock cannot be {state}")))?;
    let clock = Clock { service, opened, dated, promised, moved, state, ended: c.take()?, took: c.take()? };
    Ok(Some((clock, c.take()?)))
}

/// Keeps the clock of a case, with the number of the last fact it heard.
pub(crate) async fn save(tx: &mut Conn, case: Id, clock: &Clock, heard: i64) -> Result<()> {
    let row = params![
        case,
        &clock.service,
        clock.opened,
        clock.dated,
        clock.promised,
        clock.moved,
        clock.state.code(),
        clock.ended,
        clock.took,
        heard
    ];
    tx.exec(&SAVE, row).await.map(drop)
}

/// Adds to a cell of the figures; a negative number takes away.
pub(crate) async fn add(tx: &mut Conn, cell: &Cell, cases: i64) -> Result<()> {
    tx.exec(&ADD, params![cell.day, &cell.service, cell.what, cell.took, cases]).await.map(drop)
}

/// The sums of the days from the first to before the second.
pub(crate) async fn between(conn: &mut Conn, from: i64, until: i64) -> Result<Vec<Sum>> {
    conn.rows(&BETWEEN, params![from, until]).await?.into_iter().map(sum).collect()
}

/// The sums of all days before this one of what is counted under this word.
pub(crate) async fn standing(conn: &mut Conn, what: &str, until: i64) -> Result<Vec<Sum>> {
    conn.rows(&STANDING, params![what, until]).await?.into_iter().map(sum).collect()
}

fn sum(row: Row) -> Result<Sum> {
    let mut c = row.columns();
    Ok(Sum { service: c.take()?, what: c.take()?, took: c.take()?, cases: c.take()? })
}
