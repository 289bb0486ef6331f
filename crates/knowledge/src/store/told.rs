//! `knowledge_told` and `knowledge_corrections`: who was told which version, and whom a correction has reached.

use kit::clock::Micros;
use kit::db::{Conn, FEW, Row};
use kit::{Id, Result, params, sql};

/// Somebody was told an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The key of the button that noted it.
    pub id: Id,
    pub article: Id,
    pub version: i64,
    /// The tag of the language they were told it in.
    pub lang: String,
    pub staff: Id,
    pub at: Micros,
    /// The reference of their case; empty for none.
    pub reference: String,
    /// Their account; [`Id::NONE`] for none.
    pub resident: Id,
    /// What they are called, and an email address or telephone number, where neither a case nor an account says it.
    pub name: String,
    pub address: String,
    pub address_key: String,
    /// What is to be done: 0 nothing, 1 a correction is to be sent, 2 somebody has to ring.
    pub waits: i64,
    /// How the last correction reached them, as a code; empty when none did.
    pub way: String,
    /// The version it told.
    pub sent: i64,
    pub sent_at: Micros,
    /// The contact in which they were told.
    pub contact: Option<Id>,
}

/// A correction is to be sent.
pub(crate) const TO_SEND: i64 = 1;
/// Somebody has to ring.
pub(crate) const TO_RING: i64 = 2;

macro_rules! columns {
    () => {
        "id, article, version, lang, staff, at, ref, resident, name, address, address_key, waits, way, sent, sent_at, contact"
    };
}

sql!(
    INSERT,
    concat!(
        "INSERT INTO knowledge_told (",
        columns!(),
        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', 0, 0, $13) ON CONFLICT (id) DO NOTHING"
    )
);
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM knowledge_told WHERE id = $1"));
sql!(
    OF_ARTICLE,
    concat!("SELECT ", columns!(), " FROM knowledge_told WHERE article = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
);
sql!(
    WAITING,
    concat!(
        "SELECT ",
        columns!(),
        " FROM knowledge_told WHERE article = $1 AND waits > 0 AND waits = $2 AND id > $3 ORDER BY id LIMIT $4"
    )
);
sql!(
    COUNTS,
    "SELECT article, waits, CAST(count(*) AS BIGINT) FROM knowledge_told WHERE waits > 0 AND article > $1
     GROUP BY article, waits ORDER BY article, waits"
);
sql!(CORRECT, "UPDATE knowledge_told SET waits = 1 WHERE article = $1 AND version < $2");
sql!(RING, "UPDATE knowledge_told SET waits = 2 WHERE id = $1 AND waits = 1");
sql!(SETTLE, "UPDATE knowledge_told SET waits = 0, way = $2, sent = $3, sent_at = $4 WHERE id = $1 AND waits > 0");
sql!(
    SETTLE_ALIKE,
    "UPDATE knowledge_told SET waits = 0, way = $6, sent = $7, sent_at = $8
     WHERE article = $1 AND waits > 0 AND waits = $2 AND ref = $3 AND resident = $4 AND address_key = $5"
);
sql!(
    SETTLE_IN_CONTACT,
    "UPDATE knowledge_told SET waits = 0, way = $4, sent = $5, sent_at = $6
     WHERE article = $1 AND waits > 0 AND waits = $2 AND contact IS NOT NULL AND contact = $3"
);
sql!(
    REACHED,
    "INSERT INTO knowledge_corrections (article, version, hash) VALUES ($1, $2, $3)
     ON CONFLICT (article, version, hash) DO NOTHING"
);
sql!(OF_RESIDENT, concat!("SELECT ", columns!(), " FROM knowledge_told WHERE resident = $1 ORDER BY id LIMIT 10000"));
sql!(OF_ADDRESS, concat!("SELECT ", columns!(), " FROM knowledge_told WHERE address_key = $1 ORDER BY id LIMIT 10000"));
sql!(
    OF_CONTACT,
    concat!(
        "SELECT ",
        columns!(),
        " FROM knowledge_told WHERE contact IS NOT NULL AND contact = $1 ORDER BY id LIMIT 1000"
    )
);
sql!(FORGET_CONTACT, "DELETE FROM knowledge_told WHERE contact IS NOT NULL AND contact = $1");
sql!(FORGET_RESIDENT, "DELETE FROM knowledge_told WHERE resident = $1");
sql!(FORGET_ADDRESS, "DELETE FROM knowledge_told WHERE address_key = $1");
sql!(
    FORGET_OLD,
    "DELETE FROM knowledge_told WHERE at <= (SELECT max(at) FROM
     (SELECT at FROM knowledge_told WHERE at < $1 ORDER BY at LIMIT $2) AS few)"
);

/// Notes that somebody was told an answer; false when this press was noted before.
pub(crate) async fn insert(tx: &mut Conn, told: &Told) -> Result<bool> {
    let Told {
        id,
        article,
        version,
        lang,
        staff,
        at,
        reference,
        resident,
        name,
        address,
        address_key,
        waits,
        contact,
        ..
    } = told;
    let row = params![
        *id,
        *article,
        *version,
        lang,
        *staff,
        *at,
        reference,
        *resident,
        name,
        address,
        address_key,
        *waits,
        *contact
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// One of them.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Told>> {
    conn.row(&BY_ID, params![id]).await?.map(read).transpose()
}

/// Everybody who was told an answer, the last first, before this one.
pub(crate) async fn of_article(conn: &mut Conn, article: Id, before: Id, most: usize) -> Result<Vec<Told>> {
    conn.rows(&OF_ARTICLE, params![article, before, most]).await?.into_iter().map(read).collect()
}

/// Those for whom this is still to be done, after this one.
pub(crate) async fn waiting(conn: &mut Conn, article: Id, waits: i64, after: Id, most: usize) -> Result<Vec<Told>> {
    conn.rows(&WAITING, params![article, waits, after, most]).await?.into_iter().map(read).collect()
}

/// For every article with something to do: its id, what is to be done, and for how many.
pub(crate) async fn counts(conn: &mut Conn) -> Result<Vec<(Id, i64, i64)>> {
    let rows = conn.rows(&COUNTS, params![Id::NONE]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Everybody who was told a version before this one is to get the correction. Returns how many notes that were.
pub(crate) async fn correct(tx: &mut Conn, article: Id, version: i64) -> Result<u64> {
    tx.exec(&CORRECT, params![article, version]).await
}

/// No message can reach them: somebody has to ring.
pub(crate) async fn ring(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&RING, params![id]).await.map(drop)
}

/// The correction has reached them this way.
pub(crate) async fn settle(tx: &mut Conn, id: Id, way: &str, version: i64, now: Micros) -> Result<()> {
    tx.exec(&SETTLE, params![id, way, version, now]).await.map(drop)
}

/// Somebody rang: that settles every note of the same person on the same answer. Returns how many.
pub(crate) async fn settle_alike(tx: &mut Conn, told: &Told, way: &str, version: i64, now: Micros) -> Result<u64> {
    let Told { article, reference, resident, address_key, .. } = told;
    // Of whoever is known by a contact alone, nothing else says that two notes are of the same person.
    if let Some(contact) = told.contact.filter(|_| resident.is_none()) {
        let row = params![*article, TO_RING, contact, way, version, now];
        return tx.exec(&SETTLE_IN_CONTACT, row).await;
    }
    let row = params![*article, TO_RING, reference, *resident, address_key, way, version, now];
    tx.exec(&SETTLE_ALIKE, row).await
}

/// Notes that a correction goes to this address, given by its keyed hash; false when it went there before.
pub(crate) async fn reaches(tx: &mut Conn, article: Id, version: i64, hash: [u8; 32]) -> Result<bool> {
    Ok(tx.exec(&REACHED, params![article, version, hash]).await? == 1)
}

/// What a resident was told, by their account, by an address of theirs or in a contact of theirs.
pub(crate) async fn of_person(
    conn: &mut Conn,
    resident: Id,
    addresses: &[String],
    contacts: &[Id],
) -> Result<Vec<Told>> {
    let mut rows = conn.rows(&OF_RESIDENT, params![resident]).await?;
    for key in addresses {
        rows.extend(conn.rows(&OF_ADDRESS, params![key]).await?);
    }
    for contact in contacts {
        rows.extend(conn.rows(&OF_CONTACT, params![*contact]).await?);
    }
    let mut all: Vec<Told> = rows.into_iter().map(read).collect::<Result<_>>()?;
    all.sort_by_key(|told| told.id);
    all.dedup_by_key(|told| told.id);
    Ok(all)
}

/// Forgets that a resident was told anything.
pub(crate) async fn forget_person(tx: &mut Conn, resident: Id, addresses: &[String], contacts: &[Id]) -> Result<()> {
    tx.exec(&FORGET_RESIDENT, params![resident]).await?;
    for key in addresses {
        tx.exec(&FORGET_ADDRESS, params![key]).await?;
    }
    for contact in contacts {
        tx.exec(&FORGET_CONTACT, params![*contact]).await?;
    }
    Ok(())
}

/// Forgets a few of those who were told anything before this moment.
pub(crate) async fn forget_old(tx: &mut Conn, before: Micros) -> Result<u64> {
    tx.exec(&FORGET_OLD, params![before, FEW]).await
}

fn read(row: Row) -> Result<Told> {
    let mut c = row.columns();
    Ok(Told {
        id: c.take()?,
        article: c.take()?,
        version: c.take()?,
        lang: c.take()?,
        staff: c.take()?,
        at: c.take()?,
        reference: c.take()?,
        resident: c.take()?,
        name: c.take()?,
        address: c.take()?,
        address_key: c.take()?,
        waits: c.take()?,
        way: c.take()?,
        sent: c.take()?,
        sent_at: c.take()?,
        contact: c.take()?,
    })
}
