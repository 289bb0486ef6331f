//! `open311_updates`: changes of status, by feed.

use crate::asked::Span;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Reference, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO open311_updates (feed, at, fact, ref, service, version, what, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING"
);
sql!(
    PAGE,
    "SELECT feed, at, fact, ref, service, version, what, detail FROM open311_updates
     WHERE feed = $1 AND at >= $2 AND at < $3 ORDER BY at, fact, ref LIMIT $4"
);

/// A change of status, as one feed has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Update {
    pub feed: String,
    pub at: Micros,
    pub fact: Id,
    pub reference: Reference,
    pub service: String,
    pub version: i64,
    /// The fact without its noun: "closed".
    pub what: String,
    /// The outcome, or the word key of whom it was passed on to.
    pub detail: String,
}

/// The feed of a service.
pub(crate) fn of_service(service: &str) -> String {
    format!("service:{service}")
}

/// The feed of what a key sent.
pub(crate) fn of_key(key: Id) -> String {
    format!("key:{key}")
}

/// Adds a change to a feed, once.
pub(crate) async fn insert(tx: &mut Conn, update: &Update) -> Result<()> {
    let row = params![
        &update.feed,
        update.at,
        update.fact,
        &update.reference,
        &update.service,
        update.version,
        &update.what,
        &update.detail
    ];
    tx.exec(&INSERT, row).await.map(drop)
}

fn read(row: Row) -> Result<Update> {
    let mut c = row.columns();
    Ok(Update {
        feed: c.take()?,
        at: c.take()?,
        fact: c.take()?,
        reference: c.take()?,
        service: c.take()?,
        version: c.take()?,
        what: c.take()?,
        detail: c.take()?,
    })
}

/// The changes of a feed within a span, oldest first.
pub(crate) async fn page(conn: &mut Conn, feed: &str, span: &Span, limit: usize) -> Result<Vec<Update>> {
    conn.rows(&PAGE, params![feed, span.start, span.end, limit]).await?.into_iter().map(read).collect()
}
