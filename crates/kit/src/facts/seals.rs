//! Seals: about once a second the new facts are covered by a hash, chained to the last one and signed.
//!
//! A seal covers every number from the one after the last seal's up to its own last; numbers no fact has are part of
//! that, so a fact put into a gap later is found like one that was taken out. Published at `/open/seals`: an edit older
//! than the last published seal is detected even from somebody who holds the key.

use super::digest::{Fields, Hash};
use super::key::{SealKey, Signer};
use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Row};
use crate::error::{Error, Result};
use crate::{params, sql};

/// The most facts one seal covers.
const MOST: usize = 50_000;

/// A seal over a range of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// 1, 2, 3 …
    pub number: i64,
    /// The first number covered: one more than the last of the seal before.
    pub first: i64,
    /// The last number covered.
    pub last: i64,
    /// How many facts it covers.
    pub facts: i64,
    /// When it was made.
    pub at: Micros,
    /// The hash of the seal before; zeros for the first.
    pub previous: Hash,
    /// The seal itself.
    pub hash: Hash,
    /// Ed25519 over the hash.
    pub signature: [u8; 64],
    /// The public key of who signed.
    pub signer: [u8; 32],
}

impl Seal {
    /// The hash as hexadecimal digits, as published.
    pub fn hash_text(&self) -> String {
        super::key::to_hex(&self.hash)
    }

    /// The signature as hexadecimal digits, as published.
    pub fn signature_text(&self) -> String {
        super::key::to_hex(&self.signature)
    }

    /// The signer's public key as hexadecimal digits, as published.
    pub fn signer_text(&self) -> String {
        super::key::to_hex(&self.signer)
    }

    /// True when this signer signed this seal.
    pub fn signed_by(&self, signer: &Signer) -> bool {
        self.signer == signer.bytes() && signer.signed(&self.hash, &self.signature)
    }

    pub(super) fn of(row: Row) -> Result<Seal> {
        let mut row = row.columns();
        Ok(Seal {
            number: row.take()?,
            first: row.take()?,
            last: row.take()?,
            facts: row.take()?,
            at: row.take()?,
            previous: row.take()?,
            hash: row.take()?,
            signature: row.take()?,
            signer: row.take()?,
        })
    }
}

/// The running hash over the facts of a range.
pub(super) struct Range {
    sum: Fields,
    /// Facts so far.
    pub facts: i64,
}

impl Range {
    pub fn new() -> Range {
        Range { sum: Fields::new(b"guildhall range 1"), facts: 0 }
    }

    pub fn add(&mut self, seq: i64, digest: &[u8]) {
        self.sum.add(&seq.to_be_bytes()).add(digest);
        self.facts += 1;
    }

    /// The hash of the seal over this range.
    pub fn seal(self, number: i64, first: i64, last: i64, at: Micros, previous: &Hash) -> Hash {
        let mut seal = Fields::new(b"guildhall seal 1");
        for n in [number, first, last, self.facts, at] {
            seal.add(&n.to_be_bytes());
        }
        seal.add(previous).add(&self.sum.finish());
        seal.finish()
    }
}

macro_rules! columns {
    () => {
        "number, first_seq, last_seq, facts, at, previous, hash, signature, signer"
    };
}

sql!(LATEST, concat!("SELECT ", columns!(), " FROM facts_seals WHERE number > 0 ORDER BY number DESC LIMIT 1"));
sql!(BEFORE, concat!("SELECT ", columns!(), " FROM facts_seals WHERE number < $1 ORDER BY number DESC LIMIT $2"));
sql!(AFTER, concat!("SELECT ", columns!(), " FROM facts_seals WHERE number > $1 ORDER BY number LIMIT $2"));
sql!(DIGESTS, "SELECT seq, digest FROM facts WHERE seq > $1 ORDER BY seq LIMIT $2");
sql!(
    INSERT,
    "INSERT INTO facts_seals (number, first_seq, last_seq, facts, at, previous, hash, signature, signer)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
);

/// The newest seal.
pub async fn latest(conn: &mut Conn) -> Result<Option<Seal>> {
    conn.row(&LATEST, &[]).await?.map(Seal::of).transpose()
}

/// Seals, newest first, below this number, at most `limit`; for the published list.
pub async fn list(conn: &mut Conn, before: Option<i64>, limit: usize) -> Result<Vec<Seal>> {
    let rows = conn.rows(&BEFORE, params![before.unwrap_or(i64::MAX), limit]).await?;
    rows.into_iter().map(Seal::of).collect()
}

/// Seals, oldest first, above this number, at most `limit`.
pub async fn after(conn: &mut Conn, number: i64, limit: usize) -> Result<Vec<Seal>> {
    conn.rows(&AFTER, params![number, limit]).await?.into_iter().map(Seal::of).collect()
}

/// Seals the facts numbered since the last seal. `None` when there were none, or another node was quicker.
pub async fn seal(app: &App, key: &SealKey) -> Result<Option<Seal>> {
    let (head, rows) = app
        .db
        .read_long(async |conn| {
            let head = latest(conn).await?;
            let from = head.as_ref().map_or(0, |seal| seal.last);
            Ok((head, conn.rows(&DIGESTS, params![from, MOST]).await?))
        })
        .await?;
    let mut range = Range::new();
    let mut last = None;
    for row in rows {
        let mut row = row.columns();
        let (seq, digest): (i64, Vec<u8>) = (row.take()?, row.take()?);
        range.add(seq, &digest);
        last = Some(seq);
    }
    let Some(last) = last else { return Ok(None) };
    let (before, first, previous) = head.map_or((0, 1, [0; 32]), |seal| (seal.number, seal.last + 1, seal.hash));
    let (number, facts, at) = (before + 1, range.facts, app.now());
    let hash = range.seal(number, first, last, at, &previous);
    let seal = Seal {
        number,
        first,
        last,
        facts,
        at,
        previous,
        hash,
        signature: key.sign(&hash),
        signer: key.signer().bytes(),
    };
    Ok(store(app, &seal).await?.then_some(seal))
}

async fn store(app: &App, seal: &Seal) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let row = params![
        seal.number,
        seal.first,
        seal.last,
        seal.facts,
        seal.at,
        seal.previous,
        seal.hash,
        &seal.signature[..],
        seal.signer
    ];
    let stored = match tx.exec(&INSERT, row).await {
        Ok(rows) => rows == 1,
        Err(Error::Rerun) => return Ok(false),
        Err(cause) => return Err(cause),
    };
    tx.commit().await?;
    Ok(stored)
}
