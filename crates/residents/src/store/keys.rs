//! What staff find a person by.

use super::{record, vehicles};
use crate::linking::joined;
use kit::db::{AT_ONCE, Conn, Row, Sql, at_once};
use kit::{Id, Result, at_once, params, sql};
use std::collections::BTreeMap;

// Vehicles are asked for apart: with sixteen people PostgreSQL would read all of them first.
sql!(
    PEOPLE,
    concat!(
        "SELECT r.id, r.name, r.email, r.phone, h.line1, h.street, h.town, h.postcode, d.born, d.guarded,
            CASE WHEN EXISTS (SELECT 1 FROM residents_merges m WHERE m.kept = r.id AND m.undone_at IS NULL)
                   OR EXISTS (SELECT 1 FROM residents_merges m WHERE m.merged = r.id AND m.undone_at IS NULL)
                 THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM residents_markers k WHERE k.resident = r.id AND k.kind = 'restricted'
                                                                  AND k.ended_at IS NULL AND k.kind <> 'risk')
                 THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM residents_markers k WHERE k.resident = r.id AND k.kind = 'deceased'
                                                                  AND k.ended_at IS NULL AND k.kind <> 'risk')
                 THEN 1 ELSE 0 END
     FROM residents r LEFT JOIN households h ON h.id = r.household LEFT JOIN residents_records d ON d.resident = r.id
     WHERE r.id IN ",
        at_once!()
    )
);
sql!(
    RESTRICTED,
    "SELECT 1 FROM residents_markers WHERE resident = $1 AND kind = 'restricted' AND ended_at IS NULL AND kind <> 'risk'"
);
sql!(FORGET, "DELETE FROM residents_keys WHERE resident = $1");
sql!(INSERT, "INSERT INTO residents_keys (key, resident) VALUES ($1, $2) ON CONFLICT DO NOTHING");
sql!(HAS_WORD, "SELECT 1 FROM residents_words WHERE gram = $1 AND word = $1");
sql!(INSERT_WORD, "INSERT INTO residents_words (gram, word) VALUES ($1, $2) ON CONFLICT DO NOTHING");
sql!(FORGET_WORD, "DELETE FROM residents_words WHERE gram = $1 AND word = $2");
sql!(KEYED, "UPDATE residents SET keyed = $2, details = details + 1 WHERE id = $1");
sql!(WAITING, "SELECT id FROM residents WHERE keyed < $1 ORDER BY keyed, id LIMIT $2");
sql!(WITH, "SELECT resident FROM residents_keys WHERE key >= $1 AND key < $2 ORDER BY key, resident LIMIT $3");
sql!(
    COUNT,
    "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM residents_keys WHERE key >= $1 AND key < $2 LIMIT $3) AS stretch"
);
// The first stretch is walked and each of its residents looked up in the others: no planner has a say in it.
sql!(
    WITH_BOTH,
    "SELECT a.resident FROM residents_keys a WHERE a.key >= $1 AND a.key < $2
     AND (SELECT 1 FROM residents_keys b WHERE b.resident = a.resident AND b.key >= $3 AND b.key < $4 LIMIT 1) = 1
     LIMIT $5"
);
sql!(
    WITH_THREE,
    "SELECT a.resident FROM residents_keys a WHERE a.key >= $1 AND a.key < $2
     AND (SELECT 1 FROM residents_keys b WHERE b.resident = a.resident AND b.key >= $3 AND b.key < $4 LIMIT 1) = 1
     AND (SELECT 1 FROM residents_keys c WHERE c.resident = a.resident AND c.key >= $5 AND c.key < $6 LIMIT 1) = 1
     LIMIT $7"
);
sql!(WORDS, "SELECT word FROM residents_words WHERE gram = $1 ORDER BY word LIMIT $2");

/// Where keys and words are kept, and by which statements somebody is looked for among them: residents have theirs, and so has
/// every noun whose people are found in the same box. The statements have the shape of those here.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// Ids with a key in a stretch (from, up to), at most so many.
    pub with: &'static Sql,
    /// How many keys there are in a stretch, at most so many.
    pub count: &'static Sql,
    /// Ids with a key in each of two stretches.
    pub with_both: &'static Sql,
    /// Ids with a key in each of three stretches.
    pub with_three: &'static Sql,
    /// Words under a gram.
    pub words: &'static Sql,
}

/// The shelf of those who have an account.
pub const RESIDENTS: Shelf =
    Shelf { with: &WITH, count: &COUNT, with_both: &WITH_BOTH, with_three: &WITH_THREE, words: &WORDS };

/// A person as the box shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: Id,
    /// What they are called.
    pub name: String,
    /// Their email.
    pub email: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// House and street, town, postcode, where known.
    pub home: Option<Home>,
    /// Date of birth, `YYYY-MM-DD`.
    pub born: Option<String>,
    /// The address is a safe one, or that of a record joined with this one is.
    pub guarded: bool,
    /// The record is confidential, or one joined with it is: few are to look them up.
    pub restricted: bool,
    /// They have died.
    pub deceased: bool,
    /// The account was joined with another.
    pub joined: bool,
    /// Their vehicles, as far as somebody noted them; [`people`] leaves them out.
    pub plates: Vec<plates::Plate>,
}

impl Person {
    /// Whoever has not opened the record learns nothing but that it is there: not by a list, not by a search, not by a pair.
    pub fn is_kept(&self) -> bool {
        self.guarded || self.restricted
    }

    /// Their home, as lists and searches know it.
    pub fn listed_home(&self) -> Option<&Home> {
        self.home.as_ref().filter(|_| !self.is_kept())
    }

    /// Their date of birth, as lists show it.
    pub fn listed_born(&self) -> Option<&str> {
        self.born.as_deref().filter(|_| !self.is_kept())
    }
}

/// Where somebody lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// House number or name, flat.
    pub line1: String,
    /// The street.
    pub street: String,
    /// The town.
    pub town: String,
    /// The postcode.
    pub postcode: String,
}

/// A stretch of keys: from, and up to.
pub type Stretch<'a> = (&'a str, &'a str);

/// The person with this id.
pub async fn person(conn: &mut Conn, id: Id) -> Result<Option<Person>> {
    let Some(person) = people(conn, &[id]).await?.pop() else { return Ok(None) };
    Ok(Some(Person { plates: vehicles::plates(conn, id).await?, ..person }))
}

/// The people with these ids, in their order, without their vehicles.
pub async fn people(conn: &mut Conn, ids: &[Id]) -> Result<Vec<Person>> {
    let mut all = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let mut found = BTreeMap::new();
        for row in conn.rows(&PEOPLE, &at_once(some)).await? {
            let person = read(conn, row).await?;
            found.insert(person.id, person);
        }
        all.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(all)
}

/// True where this account is marked confidential.
pub async fn is_restricted(conn: &mut Conn, account: Id) -> Result<bool> {
    Ok(conn.row(&RESTRICTED, params![account]).await?.is_some())
}

/// Puts these keys in the place of those a resident had, and notes by which edition of the rules, and that they are to be
/// compared with others.
pub async fn replace(tx: &mut Conn, resident: Id, keys: &[String], edition: i64) -> Result<()> {
    tx.exec(&FORGET, params![resident]).await?;
    for key in keys {
        tx.exec(&INSERT, params![key.as_str(), resident]).await?;
    }
    tx.exec(&KEYED, params![resident, edition]).await.map(drop)
}

/// True when a word is known already.
pub async fn has_word(conn: &mut Conn, word: &str) -> Result<bool> {
    Ok(conn.row(&HAS_WORD, params![word]).await?.is_some())
}

/// Keeps a word under one of its grams.
pub async fn insert_word(tx: &mut Conn, gram: &str, word: &str) -> Result<()> {
    tx.exec(&INSERT_WORD, params![gram, word]).await.map(drop)
}

/// Forgets a word under one of its grams.
pub async fn forget_word(tx: &mut Conn, gram: &str, word: &str) -> Result<()> {
    tx.exec(&FORGET_WORD, params![gram, word]).await.map(drop)
}

/// Residents whose keys were written by earlier rules, or not at all.
pub async fn waiting(conn: &mut Conn, edition: i64, limit: usize) -> Result<Vec<Id>> {
    ids(conn.rows(&WAITING, params![edition, limit]).await?)
}

/// Residents with a key in this stretch.
pub async fn with(conn: &mut Conn, a: Stretch<'_>, limit: usize) -> Result<Vec<Id>> {
    RESIDENTS.with(conn, a, limit).await
}

impl Shelf {
    /// Who has a key in this stretch.
    pub async fn with(&self, conn: &mut Conn, a: Stretch<'_>, limit: usize) -> Result<Vec<Id>> {
        ids(conn.rows(self.with, params![a.0, a.1, limit]).await?)
    }

    /// How many keys there are in this stretch, at most so many.
    pub async fn count(&self, conn: &mut Conn, a: Stretch<'_>, most: usize) -> Result<usize> {
        let count: i64 = conn.one(self.count, params![a.0, a.1, most]).await?.get(0)?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Who has a key in each of two stretches; the first should be the one with fewer.
    pub async fn with_both(&self, conn: &mut Conn, a: Stretch<'_>, b: Stretch<'_>, limit: usize) -> Result<Vec<Id>> {
        ids(conn.rows(self.with_both, params![a.0, a.1, b.0, b.1, limit]).await?)
    }

    /// Who has a key in each of three stretches; the first should be the one with the fewest.
    pub async fn with_three(&self, conn: &mut Conn, all: [Stretch<'_>; 3], limit: usize) -> Result<Vec<Id>> {
        let [a, b, c] = all;
        ids(conn.rows(self.with_three, params![a.0, a.1, b.0, b.1, c.0, c.1, limit]).await?)
    }

    /// Words that are kept under this gram.
    pub async fn words(&self, conn: &mut Conn, gram: &str, limit: usize) -> Result<Vec<String>> {
        conn.rows(self.words, params![gram, limit]).await?.into_iter().map(|row| row.get(0)).collect()
    }
}

fn ids(rows: Vec<Row>) -> Result<Vec<Id>> {
    rows.into_iter().map(|row| row.get(0)).collect()
}

/// The person in a row of [`PEOPLE`]; a safe address of one record is one of all that are joined with it, and so is what is confidential.
async fn read(conn: &mut Conn, row: Row) -> Result<Person> {
    let mut c = row.columns();
    let (id, name, email, phone) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let line1: Option<String> = c.take()?;
    let (street, town, postcode): (Option<String>, Option<String>, Option<String>) = (c.take()?, c.take()?, c.take()?);
    let home = match (line1, street, town, postcode) {
        (Some(line1), Some(street), Some(town), Some(postcode)) => Some(Home { line1, street, town, postcode }),
        _ => None,
    };
    let (born, guarded, joined): (Option<String>, Option<bool>, i64) = (c.take()?, c.take()?, c.take()?);
    let (restricted, deceased): (i64, i64) = (c.take()?, c.take()?);
    let (mut guarded, mut restricted) = (guarded.unwrap_or(false), restricted == 1);
    let (joined, deceased) = (joined == 1, deceased == 1);
    if joined {
        for other in joined::all(conn, id).await? {
            guarded |= record::particulars(conn, other).await?.1;
            restricted |= is_restricted(conn, other).await?;
        }
    }
    Ok(Person { id, name, email, phone, home, born, guarded, restricted, deceased, joined, plates: Vec::new() })
}
