//! `contacts_days`: what became of matters, added up by day.

use kit::db::{Conn, Row};
use kit::{Result, params, sql};

sql!(
    ADD,
    "INSERT INTO contacts_days (day, service, channel, asked, known, resolved, again, chasers, sent, passed, lost)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (day, service, channel) DO UPDATE
     SET asked = contacts_days.asked + $4, known = contacts_days.known + $5, resolved = contacts_days.resolved + $6,
     again = contacts_days.again + $7, chasers = contacts_days.chasers + $8, sent = contacts_days.sent + $9,
     passed = contacts_days.passed + $10, lost = contacts_days.lost + $11"
);
// A range over the key, in its order: a few dozen rows a day.
sql!(
    SINCE,
    "SELECT day, service, channel, asked, known, resolved, again, chasers, sent, passed, lost FROM contacts_days
     WHERE day >= $1 ORDER BY day, service, channel LIMIT 50000"
);

/// What became of the matters of one day, of one service, by one channel; or what is added to that.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    /// `2026-11-23`, on which the contacts ended.
    pub day: String,
    /// The service; empty for anything else.
    pub service: String,
    /// The channel's code.
    pub channel: String,
    /// How many there were.
    pub asked: i64,
    /// Those of them of which it can be known whether they came again.
    pub known: i64,
    /// Those of the known that were resolved at first contact, as far as is known.
    pub resolved: i64,
    /// Those of the known that came again.
    pub again: i64,
    /// Those that asked after what was open already.
    pub chasers: i64,
    /// Those that ended as passed on.
    pub sent: i64,
    /// How often an open contact about this was passed on.
    pub passed: i64,
    /// How many of these were lost.
    pub lost: i64,
}

pub(crate) async fn add(tx: &mut Conn, to: &Day) -> Result<()> {
    let (day, service, channel) = (to.day.as_str(), to.service.as_str(), to.channel.as_str());
    let Day { asked, known, resolved, again, chasers, sent, passed, lost, .. } = *to;
    let row = params![day, service, channel, asked, known, resolved, again, chasers, sent, passed, lost];
    tx.exec(&ADD, row).await.map(drop)
}

pub(crate) async fn since(conn: &mut Conn, day: &str) -> Result<Vec<Day>> {
    let read = |row: Row| {
        let mut c = row.columns();
        let (day, service, channel) = (c.take()?, c.take()?, c.take()?);
        let (asked, known, resolved, again) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (chasers, sent, passed, lost) = (c.take()?, c.take()?, c.take()?, c.take()?);
        Ok(Day { day, service, channel, asked, known, resolved, again, chasers, sent, passed, lost })
    };
    conn.rows(&SINCE, params![day]).await?.into_iter().map(read).collect()
}
