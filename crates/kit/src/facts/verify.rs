//! Verifying the journal against its seals.

use super::digest::{Covered, Hash, body_seal};
use super::erase::ERASED;
use super::key::{Signer, from_hex, to_hex};
use super::listed::{self, Listing};
use super::seals::{self, Range, Seal};
use super::subjects_of_text;
use crate::clock::Micros;
use crate::db::{Conn, Db, Kind, Row};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::{params, sql};
use std::fmt;
use std::str::FromStr;

/// Facts fetched in one statement.
const FACTS: usize = 2_000;
/// Facts, and pieces of seals, looked at in one read; a large seal is looked at in several.
const FACTS_A_READ: u64 = 8_000;
const PIECES_A_READ: usize = 200;
/// Faults described one by one; more are only counted.
const DESCRIBED: usize = 100;

/// What `verify` found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Facts under a seal.
    pub sealed: u64,
    /// Facts after the last seal, at most about a second's worth on a running council.
    pub unsealed: u64,
    /// Seals.
    pub seals: u64,
    /// Facts whose text has been erased.
    pub erased: u64,
    /// Texts erased according to the journal's own facts; a lower number than `erased` is a fault.
    pub erased_on_record: u64,
    /// The newest seal.
    pub head: Option<Published>,
    /// What is wrong, in the order of the journal, the first hundred.
    pub faults: Vec<Fault>,
    /// How much is wrong.
    pub wrong: u64,
}

impl Report {
    /// True when nothing is wrong.
    pub fn whole(&self) -> bool {
        self.wrong == 0
    }

    fn fault(&mut self, fault: Fault) {
        self.wrong += 1;
        if self.faults.len() < DESCRIBED {
            self.faults.push(fault);
        }
    }
}

/// The number and hash of a seal, as `/open/seals` publishes it; written `NUMBER:HASH`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The seal's number.
    pub number: i64,
    /// Its hash.
    pub hash: Hash,
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.number, to_hex(&self.hash))
    }
}

impl FromStr for Published {
    type Err = Error;
    fn from_str(text: &str) -> Result<Published> {
        let (number, hash) = text.split_once(':').unwrap_or_default();
        match (number.parse(), from_hex(hash)) {
            (Ok(number), Some(hash)) => Ok(Published { number, hash }),
            _ => Err(Error::internal(
                "a seal is written as its number, a colon and the 64 hexadecimal digits of its hash",
            )),
        }
    }
}

/// One thing that is wrong with the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// This fact's fields are not the ones it was recorded with.
    Edited {
        /// Its number.
        seq: i64,
    },
    /// This fact's text is not the one it was recorded with.
    Body {
        /// Its number.
        seq: i64,
    },
    /// This fact was taken off the timeline of a subject.
    Hidden {
        /// Its number.
        seq: i64,
    },
    /// Facts of this range were taken out, put in, moved, or edited along with their digest.
    Range {
        /// The seal over the range.
        seal: i64,
        /// Its first number.
        first: i64,
        /// Its last number.
        last: i64,
    },
    /// This seal is missing, does not follow from the one before, or is not signed by anyone we trust.
    Seal {
        /// Its number.
        seal: i64,
    },
    /// More texts are gone than the journal says were erased.
    Erased {
        /// Texts that are gone.
        gone: u64,
        /// Texts whose erasure is on record.
        recorded: u64,
    },
    /// The seal that was published is not the one in the database.
    Published {
        /// Its number.
        seal: i64,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Edited { seq } => write!(f, "fact {seq} was edited"),
            Fault::Body { seq } => write!(f, "the text of fact {seq} was edited"),
            Fault::Hidden { seq } => write!(f, "fact {seq} was taken off a timeline"),
            Fault::Range { seal, first, last } => {
                write!(f, "facts {first} to {last}, under seal {seal}, were taken out, put in, moved or edited")
            }
            Fault::Seal { seal } => write!(f, "seal {seal} is missing, out of order or wrongly signed"),
            Fault::Erased { gone, recorded } => {
                write!(f, "the texts of {gone} facts are gone, and the erasure of {recorded} is on record")
            }
            Fault::Published { seal } => write!(f, "seal {seal} differs from the published one"),
        }
    }
}

sql!(
    FACTS_BETWEEN,
    "SELECT seq, id, at, kind, who_kind, who, on_behalf, help, about, data, body, salt, body_seal, digest
     FROM facts WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3"
);
sql!(UNNUMBERED_POSTGRES, "SELECT kind, data FROM facts WHERE seq IS NULL");

/// Checks every fact and every seal. `trusted` are the public keys that may have signed; `published` is a
/// seal somebody kept (from `/open/seals`), which also finds a journal cut short or rewritten with the key.
pub async fn verify(db: &Db, trusted: &[Signer], published: Option<Published>) -> Result<Report> {
    let mut check = Check {
        report: Report::default(),
        trusted: trusted.to_vec(),
        published,
        number: 0,
        last: i64::MIN,
        previous: [0; 32],
        under_way: None,
        listings: Vec::new(),
    };
    loop {
        let (done, back) = db
            .read_long(async move |conn| {
                let mut check = check;
                Ok((check.some_seals(conn).await?, check))
            })
            .await?;
        check = back;
        if done {
            break;
        }
    }
    loop {
        let (done, back) = db
            .read_long(async move |conn| {
                let mut check = check;
                Ok((check.some_unsealed(conn).await?, check))
            })
            .await?;
        check = back;
        if done {
            break;
        }
    }
    if let Some(cut) = published.filter(|kept| kept.number > check.number) {
        check.report.fault(Fault::Published { seal: cut.number });
    }
    if db.kind() == Kind::Postgres {
        for row in db.read_long(async |conn| conn.rows(&UNNUMBERED_POSTGRES, &[]).await).await? {
            check.report.unsealed += 1;
            check.erasure(&row.get::<String>(0)?, &row.get::<String>(1)?);
        }
    }
    let (gone, recorded) = (check.report.erased, check.report.erased_on_record);
    if gone > recorded {
        check.report.fault(Fault::Erased { gone, recorded });
    }
    Ok(check.report)
}

struct Check {
    report: Report,
    trusted: Vec<Signer>,
    published: Option<Published>,
    /// The last seal seen, its last number and its hash.
    number: i64,
    last: i64,
    previous: Hash,
    /// A seal whose facts are being looked at.
    under_way: Option<(Seal, Range)>,
    /// The timelines the facts of this batch should stand on.
    listings: Vec<Listing>,
}

impl Check {
    /// Checks the next seals, as far as one read goes; true when there are no more.
    async fn some_seals(&mut self, conn: &mut Conn) -> Result<bool> {
        let enough = self.report.sealed + FACTS_A_READ;
        for _ in 0..PIECES_A_READ {
            let (seal, mut range) = match self.under_way.take() {
                Some(begun) => begun,
                None => match seals::after(conn, self.number, 1).await?.pop() {
                    Some(seal) => self.begin(seal),
                    None => return Ok(true),
                },
            };
            let before = range.facts;
            match self.facts(conn, seal.last, Some(&mut range)).await? {
                Some(last) => {
                    self.last = last;
                    self.report.sealed += (range.facts - before).unsigned_abs();
                    self.under_way = Some((seal, range));
                }
                None => self.end(&seal, range),
            }
            if self.report.sealed >= enough {
                break;
            }
        }
        Ok(false)
    }

    /// A seal and the empty range of its facts; its place in the chain and its signature are checked.
    fn begin(&mut self, seal: Seal) -> (Seal, Range) {
        for missing in self.number + 1..seal.number.min(self.number + 1 + DESCRIBED as i64) {
            self.report.fault(Fault::Seal { seal: missing });
        }
        let first = if self.last == i64::MIN { 1 } else { self.last + 1 };
        let in_order = seal.number == self.number + 1 && seal.first == first && seal.previous == self.previous;
        let signed = self.trusted.iter().any(|signer| seal.signed_by(signer));
        if !(in_order && signed) {
            self.report.fault(Fault::Seal { seal: seal.number });
        }
        if self.published.is_some_and(|kept| kept.number == seal.number && kept.hash != seal.hash) {
            self.report.fault(Fault::Published { seal: seal.number });
        }
        (seal, Range::new())
    }

    /// All facts of a seal were looked at.
    fn end(&mut self, seal: &Seal, range: Range) {
        if range.seal(seal.number, seal.first, seal.last, seal.at, &seal.previous) != seal.hash {
            self.report.fault(Fault::Range { seal: seal.number, first: seal.first, last: seal.last });
        }
        self.report.seals += 1;
        self.report.head = Some(Published { number: seal.number, hash: seal.hash });
        (self.number, self.last, self.previous) = (seal.number, seal.last, seal.hash);
    }

    /// Checks the next facts up to this number; returns the last one looked at, `None` when there were no more.
    async fn facts(&mut self, conn: &mut Conn, until: i64, mut range: Option<&mut Range>) -> Result<Option<i64>> {
        let rows = conn.rows(&FACTS_BETWEEN, params![self.last, until, FACTS]).await?;
        let mut last = None;
        for row in rows {
            let (seq, digest) = self.fact(row)?;
            match &mut range {
                Some(range) => range.add(seq, &digest),
                None => self.report.unsealed += 1,
            }
            last = Some(seq);
        }
        for seq in listed::missing(conn, &std::mem::take(&mut self.listings)).await? {
            self.report.fault(Fault::Hidden { seq });
        }
        Ok(last)
    }

    async fn some_unsealed(&mut self, conn: &mut Conn) -> Result<bool> {
        match self.facts(conn, i64::MAX, None).await? {
            Some(last) => self.last = last,
            None => return Ok(true),
        }
        Ok(false)
    }

    fn fact(&mut self, row: Row) -> Result<(i64, Vec<u8>)> {
        let (seq, digest): (i64, Vec<u8>) = (row.get(0)?, row.get(13)?);
        // A column of the wrong length can only come from an edit.
        if self.fields(row, seq, &digest).is_err() {
            self.report.fault(Fault::Edited { seq });
        }
        Ok((seq, digest))
    }

    fn fields(&mut self, row: Row, seq: i64, digest: &[u8]) -> Result<()> {
        let mut row = row.columns();
        let (_, id, at): (i64, Id, Micros) = (row.take()?, row.take()?, row.take()?);
        let (kind, who_kind): (String, String) = (row.take()?, row.take()?);
        let (who, on_behalf): (Id, Id) = (row.take()?, row.take()?);
        let (help, about, data): (String, String, String) = (row.take()?, row.take()?, row.take()?);
        let (body, salt): (Option<String>, Option<[u8; 16]>) = (row.take()?, row.take()?);
        let seal: Option<Hash> = row.take()?;
        let covered = Covered {
            id,
            at,
            kind: &kind,
            who_kind: &who_kind,
            who,
            on_behalf,
            help: &help,
            about: &about,
            data: &data,
            body_seal: seal.as_ref(),
        };
        if covered.digest()[..] != *digest {
            self.report.fault(Fault::Edited { seq });
        }
        let listing = |subject| Listing { seq, fact: id, subject };
        self.listings.extend(subjects_of_text(&about)?.into_iter().map(listing));
        match (body, salt, seal) {
            (None, _, None) => {}
            (None, None, Some(_)) => self.report.erased += 1,
            (Some(body), Some(salt), Some(seal)) if body_seal(&salt, &body) == seal => {}
            _ => self.report.fault(Fault::Body { seq }),
        }
        self.erasure(&kind, &data);
        Ok(())
    }

    /// Counts the texts that a fact says were erased.
    fn erasure(&mut self, kind: &str, data: &str) {
        if kind == ERASED {
            let bodies = serde_json::from_str(data).ok().and_then(|data: serde_json::Value| data["bodies"].as_u64());
            self.report.erased_on_record += bodies.unwrap_or(0);
        }
    }
}
