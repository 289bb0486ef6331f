//! `cases_found` and `cases_words`: by what reporters without an account, and requests about a vehicle, are found.

use kit::db::{AT_ONCE, Conn, Row, at_once};
use kit::{Id, Result, at_once, params, sql};
use residents::find::Shelf;
use std::collections::BTreeMap;

sql!(FOUND_WITH, "SELECT person FROM cases_found WHERE key >= $1 AND key < $2 ORDER BY key, person LIMIT $3");
sql!(
    FOUND_COUNT,
    "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM cases_found WHERE key >= $1 AND key < $2 LIMIT $3) AS stretch"
);
sql!(
    FOUND_WITH_BOTH,
    "SELECT a.person FROM cases_found a WHERE a.key >= $1 AND a.key < $2
     AND (SELECT 1 FROM cases_found b WHERE b.person = a.person AND b.key >= $3 AND b.key < $4 LIMIT 1) = 1
     LIMIT $5"
);
sql!(
    FOUND_WITH_THREE,
    "SELECT a.person FROM cases_found a WHERE a.key >= $1 AND a.key < $2
     AND (SELECT 1 FROM cases_found b WHERE b.person = a.person AND b.key >= $3 AND b.key < $4 LIMIT 1) = 1
     AND (SELECT 1 FROM cases_found c WHERE c.person = a.person AND c.key >= $5 AND c.key < $6 LIMIT 1) = 1
     LIMIT $7"
);
sql!(FOUND_WORDS, "SELECT word FROM cases_words WHERE gram = $1 ORDER BY word LIMIT $2");
sql!(WAIT, "INSERT INTO cases_found (key, person) VALUES ('', $1) ON CONFLICT DO NOTHING");
sql!(WAITING_TO_BE_FOUND, "SELECT person FROM cases_found WHERE key = '' ORDER BY person LIMIT $1");
sql!(KEYS_OF, "SELECT key FROM cases_found WHERE person = $1 ORDER BY key LIMIT 10000");
sql!(FORGET_KEYS, "DELETE FROM cases_found WHERE person = $1");
sql!(INSERT_KEY, "INSERT INTO cases_found (key, person) VALUES ($1, $2) ON CONFLICT DO NOTHING");
sql!(INSERT_FOUND_WORD, "INSERT INTO cases_words (gram, word) VALUES ($1, $2) ON CONFLICT DO NOTHING");
sql!(FORGET_FOUND_WORD, "DELETE FROM cases_words WHERE gram = $1 AND word = $2");
sql!(REPORTERS_OF, "SELECT id FROM cases_reporters WHERE case_id = $1 ORDER BY id LIMIT 10000");
sql!(
    WHO_REPORTED,
    concat!(
        "SELECT id, id, resident, contact_name, contact_email, contact_phone, answers FROM cases WHERE id IN ",
        at_once!(),
        " UNION ALL
     SELECT id, case_id, resident, contact_name, contact_email, contact_phone, answers FROM cases_reporters WHERE id IN ",
        at_once!()
    )
);
/// The shelf of those who reported something without an account.
pub(crate) const SHELF: Shelf = Shelf {
    with: &FOUND_WITH,
    count: &FOUND_COUNT,
    with_both: &FOUND_WITH_BOTH,
    with_three: &FOUND_WITH_THREE,
    words: &FOUND_WORDS,
};

/// Somebody who reported a case, as the box finds them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reported {
    /// The case's id for its first reporter, else their own.
    pub id: Id,
    pub case: Id,
    pub resident: Option<Id>,
    pub name: String,
    pub email: String,
    pub phone: String,
    /// As JSON text.
    pub answers: String,
}

fn read(row: Row) -> Result<Reported> {
    let mut c = row.columns();
    Ok(Reported {
        id: c.take()?,
        case: c.take()?,
        resident: c.take()?,
        name: c.take()?,
        email: c.take()?,
        phone: c.take()?,
        answers: c.take()?,
    })
}

/// Whoever reported a case, by the id of their keys.
pub(crate) async fn reported(conn: &mut Conn, id: Id) -> Result<Option<Reported>> {
    Ok(all_reported(conn, &[id]).await?.pop())
}

/// Those with these ids, in their order.
pub(crate) async fn all_reported(conn: &mut Conn, ids: &[Id]) -> Result<Vec<Reported>> {
    let mut all = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let rows = conn.rows(&WHO_REPORTED, &at_once(some)).await?.into_iter().map(read);
        let mut found = rows.map(|one| one.map(|one| (one.id, one))).collect::<Result<BTreeMap<Id, Reported>>>()?;
        all.extend(some.iter().filter_map(|id| found.remove(id)));
    }
    Ok(all)
}

/// Keeps that the keys of this reporter are to be written.
pub(crate) async fn wait(tx: &mut Conn, person: Id) -> Result<()> {
    tx.exec(&WAIT, params![person]).await.map(drop)
}

/// Reporters whose keys are to be written.
pub(crate) async fn waiting(conn: &mut Conn, limit: usize) -> Result<Vec<Id>> {
    conn.rows(&WAITING_TO_BE_FOUND, params![limit]).await?.iter().map(|row| row.get(0)).collect()
}

/// The keys of a reporter.
pub(crate) async fn keys(conn: &mut Conn, person: Id) -> Result<Vec<String>> {
    conn.rows(&KEYS_OF, params![person]).await?.iter().map(|row| row.get(0)).collect()
}

/// Puts these keys in the place of those a reporter had.
pub(crate) async fn replace(tx: &mut Conn, person: Id, keys: &[String]) -> Result<()> {
    tx.exec(&FORGET_KEYS, params![person]).await?;
    for key in keys {
        tx.exec(&INSERT_KEY, params![key.as_str(), person]).await?;
    }
    Ok(())
}

/// Keeps a word under one of its grams.
pub(crate) async fn insert_word(tx: &mut Conn, gram: &str, word: &str) -> Result<()> {
    tx.exec(&INSERT_FOUND_WORD, params![gram, word]).await.map(drop)
}

/// Forgets a word under one of its grams.
pub(crate) async fn forget_word(tx: &mut Conn, gram: &str, word: &str) -> Result<()> {
    tx.exec(&FORGET_FOUND_WORD, params![gram, word]).await.map(drop)
}

/// The ids of those who reported a case after the first.
pub(crate) async fn reporters(conn: &mut Conn, case: Id) -> Result<Vec<Id>> {
    conn.rows(&REPORTERS_OF, params![case]).await?.iter().map(|row| row.get(0)).collect()
}
