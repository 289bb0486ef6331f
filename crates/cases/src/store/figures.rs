//! `cases_figures`: how many cases stand where.

use crate::facts::Standing;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    ADD,
    "INSERT INTO cases_figures (service, kind, ward, team, status, cases) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (service, kind, ward, team, status) DO UPDATE SET cases = cases_figures.cases + $6"
);
// A range over the key, in its order: a summary of at most a few thousand rows.
sql!(
    ALL,
    "SELECT service, kind, ward, team, status, cases FROM cases_figures WHERE service > $1
     ORDER BY service, kind, ward, team, status LIMIT 20000"
);
sql!(
    ADD_SOURCE,
    "INSERT INTO cases_sources (source, live, cases) VALUES ($1, $2, $3)
     ON CONFLICT (source, live) DO UPDATE SET cases = cases_sources.cases + $3"
);
// A few dozen rows: the ways there are, and the lists that were imported.
sql!(SOURCES, "SELECT source, live, cases FROM cases_sources WHERE source > $1 ORDER BY source, live LIMIT 2000");
sql!(
    LIVE_POSITIONS,
    "SELECT latitude, longitude FROM cases WHERE live = 1 AND id < $2 AND latitude IS NOT NULL ORDER BY id DESC LIMIT $1"
);
sql!(
    CLOSED_POSITIONS,
    "SELECT latitude, longitude FROM cases WHERE live = 0 AND status = 'closed' AND id < $2 AND latitude IS NOT NULL
     ORDER BY id DESC LIMIT $1"
);

/// Adds to the count of a standing; a negative number takes away.
pub(crate) async fn add(tx: &mut Conn, at: &Standing, cases: i64) -> Result<()> {
    tx.exec(&ADD, params![&at.service, &at.kind, &at.ward, &at.team, &at.status, cases]).await.map(drop)
}

/// Every standing with cases, and how many.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<(Standing, i64)>> {
    let read = |row: Row| {
        let mut c = row.columns();
        let (service, kind, ward, team, status) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        let standing = Standing { service, kind, ward, team, status, source: String::new() };
        Ok((standing, c.take()?))
    };
    let all: Result<Vec<(Standing, i64)>> = conn.rows(&ALL, params![""]).await?.into_iter().map(read).collect();
    Ok(all?.into_iter().filter(|(_, cases)| *cases > 0).collect())
}

/// Adds to how many cases came in this way, live or ended; a negative number takes away.
pub(crate) async fn add_source(tx: &mut Conn, (source, live): (&str, bool), cases: i64) -> Result<()> {
    tx.exec(&ADD_SOURCE, params![source, live, cases]).await.map(drop)
}

/// Every way that cases came in, whether they are live, and how many.
pub(crate) async fn sources(conn: &mut Conn) -> Result<Vec<(String, bool, i64)>> {
    let rows = conn.rows(&SOURCES, params![""]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// After every id.
const NEWEST: Id = Id([0xff; 16]);

/// Where the newest cases are, live or closed: degrees north and east.
pub(crate) async fn positions(conn: &mut Conn, live: bool, limit: usize) -> Result<Vec<(f64, f64)>> {
    let statement = if live { &LIVE_POSITIONS } else { &CLOSED_POSITIONS };
    conn.rows(statement, params![limit, NEWEST]).await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
