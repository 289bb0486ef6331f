//! `contacts_figures`: what was asked, added up by month.

use kit::db::{Conn, Row};
use kit::{Result, params, sql};

sql!(
    ADD,
    "INSERT INTO contacts_figures (month, channel, service, outcome, how, questions, priced, pence)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (month, channel, service, outcome, how) DO UPDATE
     SET questions = contacts_figures.questions + $6, priced = contacts_figures.priced + $7, pence = contacts_figures.pence + $8"
);
// A range over the key, in its order: a summary of a few hundred rows a month.
sql!(
    SINCE,
    "SELECT month, channel, service, outcome, how, questions, priced, pence FROM contacts_figures WHERE month >= $1
     ORDER BY month, channel, service, outcome, how LIMIT 20000"
);

/// What was asked in a month by one channel, of one service, with one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// `2026-11`.
    pub month: String,
    /// The channel's code.
    pub channel: String,
    /// The service; empty for anything else.
    pub service: String,
    /// The outcome's code.
    pub outcome: String,
    /// How a case had to do with it: `chaser`, `opened`, `added`, `about`; empty without one.
    pub how: String,
    /// How many questions that were.
    pub questions: i64,
    /// Those of them whose cost is known.
    pub priced: i64,
    /// What these cost, in pence.
    pub pence: i64,
}

pub(crate) async fn add(tx: &mut Conn, of: &Figure) -> Result<()> {
    let key = (of.month.as_str(), of.channel.as_str(), of.service.as_str(), of.outcome.as_str(), of.how.as_str());
    let row = params![key.0, key.1, key.2, key.3, key.4, of.questions, of.priced, of.pence];
    tx.exec(&ADD, row).await.map(drop)
}

pub(crate) async fn since(conn: &mut Conn, month: &str) -> Result<Vec<Figure>> {
    let read = |row: Row| {
        let mut c = row.columns();
        let (month, channel, service, outcome, how) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        let (questions, priced, pence) = (c.take()?, c.take()?, c.take()?);
        Ok(Figure { month, channel, service, outcome, how, questions, priced, pence })
    };
    conn.rows(&SINCE, params![month]).await?.into_iter().map(read).collect()
}
