//! `queue_estimates`: what people were told of their wait, and how long it was.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

/// What somebody was told when they got a ticket; times in microseconds from then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told {
    /// The single figure.
    pub about: Micros,
    /// The lower end of the range that holds 80% of the time.
    pub low: Micros,
    /// Its upper end.
    pub high: Micros,
    /// How likely they are seen within the site's aim from the door, 0 to 1.
    pub within: f64,
    /// How many would be called before them.
    pub ahead: usize,
    /// How many desks were open.
    pub desks: usize,
}

/// What was told, and how long the wait then was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// What was told.
    pub told: Told,
    /// From then until the first call.
    pub waited: Micros,
}

sql!(
    INSERT,
    "INSERT INTO queue_estimates (visit, site, business, given, about, low, high, within, ahead, desks, waited)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, -1) ON CONFLICT DO NOTHING"
);
sql!(CALLED, "UPDATE queue_estimates SET waited = $2 - given WHERE visit = $1 AND waited = -1");
sql!(LEFT, "UPDATE queue_estimates SET waited = -2 WHERE visit = $1 AND waited = -1");
sql!(OF_VISIT, "SELECT given, low, high FROM queue_estimates WHERE visit = $1");
sql!(
    SCORED,
    "SELECT about, low, high, within, ahead, desks, waited FROM queue_estimates WHERE site = $1 AND given > $2
     ORDER BY given DESC, visit DESC LIMIT $3"
);

/// More than anybody looks back at.
const MOST: usize = 20_000;

/// Keeps what somebody was told; what was told first stays.
pub(crate) async fn insert(
    tx: &mut Conn,
    (visit, site, business): (Id, &str, &str),
    given: Micros,
    told: &Told,
) -> Result<()> {
    let Told { about, low, high, within, ahead, desks } = *told;
    tx.exec(&INSERT, params![visit, site, business, given, about, low, high, within, ahead, desks]).await.map(drop)
}

/// They were called for the first time.
pub(crate) async fn called(tx: &mut Conn, visit: Id, now: Micros) -> Result<()> {
    tx.exec(&CALLED, params![visit, now]).await.map(drop)
}

/// They left, or are seen with somebody else, before anybody called them.
pub(crate) async fn left(tx: &mut Conn, visit: Id) -> Result<()> {
    tx.exec(&LEFT, params![visit]).await.map(drop)
}

/// What this visitor was told: when, and the ends of the range.
pub(crate) async fn of_visit(conn: &mut Conn, visit: Id) -> Result<Option<(Micros, Micros, Micros)>> {
    let row = conn.row(&OF_VISIT, params![visit]).await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).transpose()
}

/// What was told at a site after this moment and turned out, the last first.
pub(crate) async fn scored(conn: &mut Conn, site: &str, after: Micros) -> Result<Vec<Scored>> {
    let rows = conn.rows(&SCORED, params![site, after, MOST]).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let mut c = row.columns();
        let (about, low, high, within) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (ahead, desks): (i64, i64) = (c.take()?, c.take()?);
        let waited: Micros = c.take()?;
        let told = Told { about, low, high, within, ahead: ahead.max(0) as usize, desks: desks.max(0) as usize };
        if waited >= 0 {
            all.push(Scored { told, waited });
        }
    }
    Ok(all)
}
