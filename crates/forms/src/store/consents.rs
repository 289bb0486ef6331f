//! `forms_consents`: that somebody wanted an officer to fill in a form for them.

use crate::behalf::{Consent, How};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO forms_consents (draft, resident, staff, service, how, spoke, words, contact, given_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
sql!(
    OF_DRAFT,
    "SELECT draft, resident, staff, service, how, spoke, words, contact, given_at FROM forms_consents WHERE draft = $1"
);
sql!(
    OF_RESIDENT,
    "SELECT draft, resident, staff, service, how, spoke, words, contact, given_at FROM forms_consents
     WHERE resident = $1 ORDER BY draft LIMIT 10000"
);
sql!(FORGET, "DELETE FROM forms_consents WHERE draft = $1");
sql!(FORGET_RESIDENT, "DELETE FROM forms_consents WHERE resident = $1");
sql!(
    FORGET_OLD,
    "DELETE FROM forms_consents WHERE given_at <= (SELECT max(given_at) FROM
     (SELECT given_at FROM forms_consents WHERE given_at < $1 ORDER BY given_at LIMIT $2) AS few)"
);

/// Notes it.
pub async fn insert(tx: &mut Conn, one: &Consent) -> Result<()> {
    let (service, how, spoke, words) = (one.service.as_str(), one.how.code(), one.spoke.as_str(), one.words.as_str());
    let row = params![one.draft, one.resident, one.staff, service, how, spoke, words, one.contact, one.at];
    tx.exec(&INSERT, row).await.map(drop)
}

/// What was said about this form; nothing where nobody fills it in for somebody.
pub async fn of(conn: &mut Conn, draft: Id) -> Result<Option<Consent>> {
    conn.row(&OF_DRAFT, params![draft]).await?.map(read).transpose()
}

/// Everything this resident has said.
pub async fn of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Consent>> {
    conn.rows(&OF_RESIDENT, params![resident]).await?.into_iter().map(read).collect()
}

/// Forgets what was said about a form that came to nothing.
pub async fn forget(tx: &mut Conn, draft: Id) -> Result<()> {
    tx.exec(&FORGET, params![draft]).await.map(drop)
}

/// Forgets everything this resident has said.
pub async fn forget_resident(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET_RESIDENT, params![resident]).await.map(drop)
}

/// Forgets a few of what was said before this moment. Returns how many.
pub async fn forget_old(tx: &mut Conn, before: Micros, most: usize) -> Result<u64> {
    tx.exec(&FORGET_OLD, params![before, most]).await
}

fn read(row: Row) -> Result<Consent> {
    let mut c = row.columns();
    let (draft, resident, staff, service): (Id, Id, Id, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let how: String = c.take()?;
    let how =
        How::of(&how).ok_or_else(|| Error::internal(format!("the consent to {draft} was given in no known way")))?;
    let (spoke, words, contact, at) = (c.take()?, c.take()?, c.take()?, c.take()?);
    Ok(Consent { draft, resident, staff, service, how, spoke, words, contact, at })
}
