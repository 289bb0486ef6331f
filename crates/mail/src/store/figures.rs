//! `mail_figures`: what came, added up by month.

use kit::db::Conn;
use kit::{Result, params, sql};

sql!(
    ADD,
    "INSERT INTO mail_figures (month, channel, what, number) VALUES ($1, $2, $3, $4)
     ON CONFLICT (month, channel, what) DO UPDATE SET number = mail_figures.number + $4"
);
// A range over the key, in its order: a dozen rows a month.
sql!(
    SINCE,
    "SELECT month, channel, what, number FROM mail_figures WHERE month >= $1 ORDER BY month, channel, what LIMIT 2000"
);

/// What came in a month by one way, and what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// `2026-11`.
    pub month: String,
    /// `email`, `post` or `text`.
    pub channel: String,
    /// What it became as it came: the code of a state.
    pub what: String,
    /// How many.
    pub number: i64,
}

pub(crate) async fn add(tx: &mut Conn, of: &Figure) -> Result<()> {
    let row = params![of.month.as_str(), of.channel.as_str(), of.what.as_str(), of.number];
    tx.exec(&ADD, row).await.map(drop)
}

/// Everything counted from this month on, `2026-11`.
pub async fn since(conn: &mut Conn, month: &str) -> Result<Vec<Figure>> {
    let rows = conn.rows(&SINCE, params![month]).await?;
    let read = |row: kit::db::Row| {
        let mut c = row.columns();
        Ok(Figure { month: c.take()?, channel: c.take()?, what: c.take()?, number: c.take()? })
    };
    rows.into_iter().map(read).collect()
}
