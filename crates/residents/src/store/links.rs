//! Links sent in the place of further codes.

use super::challenges::{address_of, columns_of};
use crate::Address;
use kit::clock::Micros;
use kit::db::{Conn, FEW, Row};
use kit::{Error, Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO residents_links (token_hash, purpose, subject, email, phone, leads_to, bucket, asked_by, until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
sql!(
    FIND,
    "SELECT purpose, subject, email, phone, leads_to, bucket, asked_by FROM residents_links
     WHERE token_hash = $1 AND until > $2 AND pressed IS NULL"
);
sql!(
    USE,
    "UPDATE residents_links SET pressed = $2 WHERE token_hash = $1 AND until > $3 AND (pressed IS NULL OR pressed = $2)
     RETURNING purpose, subject, email, phone, leads_to, bucket, asked_by"
);
sql!(
    SWEEP,
    "DELETE FROM residents_links WHERE until <= (SELECT max(until) FROM
     (SELECT until FROM residents_links WHERE until < $1 ORDER BY until LIMIT $2) AS few)"
);

/// A link.
pub struct Link {
    /// What it is for, as [`crate::codes::Purpose::code`] writes it.
    pub purpose: String,
    /// Which one it is for.
    pub subject: Id,
    /// Where it was sent.
    pub address: Address,
    /// The page it leads to.
    pub leads_to: String,
    /// The attempts that are forgotten when it is used.
    pub bucket: String,
    /// The browser that asked for the code.
    pub asked_by: Id,
}

/// Keeps a link until then.
pub async fn insert(tx: &mut Conn, token_hash: [u8; 32], link: &Link, until: Micros) -> Result<()> {
    let (email, phone) = columns_of(&link.address);
    let Link { purpose, subject, leads_to, bucket, asked_by, .. } = link;
    let (purpose, leads_to, bucket) = (purpose.as_str(), leads_to.as_str(), bucket.as_str());
    let row = params![token_hash, purpose, *subject, email, phone, leads_to, bucket, *asked_by, until];
    tx.exec(&INSERT, row).await.map(drop)
}

/// The link, if nobody has used it.
pub async fn find(conn: &mut Conn, token_hash: [u8; 32], now: Micros) -> Result<Option<Link>> {
    conn.row(&FIND, params![token_hash, now]).await?.map(link).transpose()
}

/// Uses the link: from now on it opens from this page alone.
pub async fn take(tx: &mut Conn, token_hash: [u8; 32], page: Id, now: Micros) -> Result<Option<Link>> {
    tx.row(&USE, params![token_hash, page, now]).await?.map(link).transpose()
}

/// Clears away a few links that are over.
pub async fn sweep(tx: &mut Conn, now: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![now, FEW]).await
}

fn link(row: Row) -> Result<Link> {
    let mut c = row.columns();
    let (purpose, subject) = (c.take()?, c.take()?);
    let address = address_of(c.take()?, c.take()?).ok_or_else(|| Error::internal("a link without an address"))?;
    Ok(Link { purpose, subject, address, leads_to: c.take()?, bucket: c.take()?, asked_by: c.take()? })
}
