//! `cases_reporters`: those who reported the same thing after the first.

use super::{contact_values, take_contact};
use crate::model::Contact;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Reference, Result, params, sql};

macro_rules! columns {
    () => {
        "id, case_id, ref, draft, joined, resident, visitor, contact_name, contact_email, contact_phone, lang, contact_by, again, \
         answers"
    };
}

// A reference a case already has counts as taken.
sql!(
    INSERT,
    concat!(
        "INSERT INTO cases_reporters (",
        columns!(),
        ", contact_key) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
         WHERE NOT EXISTS (SELECT 1 FROM cases WHERE ref = $3)
         ON CONFLICT DO NOTHING"
    )
);
sql!(BY_REF, concat!("SELECT ", columns!(), " FROM cases_reporters WHERE ref = $1"));
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM cases_reporters WHERE id = $1"));
sql!(BY_DRAFT, concat!("SELECT ", columns!(), " FROM cases_reporters WHERE draft = $1"));
sql!(
    OF_CASE,
    concat!("SELECT ", columns!(), " FROM cases_reporters WHERE case_id = $1 AND id > $2 ORDER BY id LIMIT $3")
);
// What somebody reported once more is left out: they are told each thing by the reference they had first.
sql!(
    ONCE_EACH,
    concat!(
        "SELECT ",
        columns!(),
        " FROM cases_reporters WHERE case_id = $1 AND id > $2 AND again = 0 ORDER BY id LIMIT $3"
    )
);
sql!(NEWEST, "SELECT id, ref, contact_name FROM cases_reporters WHERE case_id = $1 ORDER BY id DESC LIMIT $2");
sql!(
    RESIDENTS,
    "SELECT id, contact_name, resident FROM cases_reporters WHERE case_id = $1 AND resident IS NOT NULL ORDER BY id DESC LIMIT $2"
);
sql!(HAS_RESIDENT, "SELECT 1 FROM cases_reporters WHERE resident = $1 AND case_id = $2 LIMIT 1");
sql!(
    WHOSE,
    "SELECT id, resident, visitor, contact_name, contact_email, contact_phone, lang, contact_by
     FROM cases_reporters WHERE case_id = $1 AND again = 0 ORDER BY id DESC LIMIT $2"
);
sql!(
    STRANGERS,
    "SELECT id FROM cases_reporters
     WHERE case_id = $1 AND id > $2 AND resident IS NULL AND contact_key = '' ORDER BY id LIMIT $3"
);
sql!(OTHERS, "SELECT id FROM cases_reporters WHERE case_id = $1 AND id > $3 AND again = 0 ORDER BY id LIMIT $2");
sql!(
    OF_RESIDENT,
    concat!(
        "SELECT ",
        columns!(),
        " FROM cases_reporters WHERE resident = $1 AND case_id < $2 ORDER BY case_id DESC LIMIT $3"
    )
);

/// Somebody who reported the same thing after the first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reporter {
    pub id: Id,
    pub case: Id,
    pub reference: Reference,
    pub draft: Id,
    pub joined: Micros,
    pub resident: Option<Id>,
    pub visitor: Id,
    pub contact: Contact,
    /// Somebody who had reported it before, once more.
    pub again: bool,
    /// What they answered, as JSON text: shown to staff and to themselves only.
    pub answers: String,
}

fn read(row: Row) -> Result<Reporter> {
    let mut c = row.columns();
    Ok(Reporter {
        id: c.take()?,
        case: c.take()?,
        reference: c.take()?,
        draft: c.take()?,
        joined: c.take()?,
        resident: c.take()?,
        visitor: c.take()?,
        contact: take_contact(&mut c)?,
        again: c.take()?,
        answers: c.take()?,
    })
}

/// Adds a reporter with the address a code has proved, if any; false when the draft or the reference is already there.
pub(crate) async fn insert(tx: &mut Conn, reporter: &Reporter, contact_key: &str) -> Result<bool> {
    let [name, email, phone, lang, by] = contact_values(&reporter.contact);
    let row = params![
        reporter.id,
        reporter.case,
        &reporter.reference,
        reporter.draft,
        reporter.joined,
        reporter.resident,
        reporter.visitor,
        name,
        email,
        phone,
        lang,
        by,
        reporter.again,
        &reporter.answers,
        contact_key
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The reporter with this reference of their own.
pub(crate) async fn by_ref(conn: &mut Conn, reference: &Reference) -> Result<Option<Reporter>> {
    conn.row(&BY_REF, params![reference]).await?.map(read).transpose()
}

/// The reporter with this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Reporter> {
    read(conn.one(&BY_ID, params![id]).await?)
}

/// The reporter a submission made.
pub(crate) async fn by_draft(conn: &mut Conn, draft: Id) -> Result<Option<Reporter>> {
    conn.row(&BY_DRAFT, params![draft]).await?.map(read).transpose()
}

/// Reporters of a case in the order they joined, after the id.
pub(crate) async fn of_case(conn: &mut Conn, case: Id, after: Id, limit: usize) -> Result<Vec<Reporter>> {
    conn.rows(&OF_CASE, params![case, after, limit]).await?.into_iter().map(read).collect()
}

/// The newest reporters of a case in the order they joined: id, reference and name.
pub(crate) async fn newest(conn: &mut Conn, case: Id, limit: usize) -> Result<Vec<(Id, Reference, String)>> {
    let rows = conn.rows(&NEWEST, params![case, limit]).await?;
    rows.into_iter().rev().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Those with an account who reported a case after the first, the newest first: id, name and account.
pub(crate) async fn residents(conn: &mut Conn, case: Id, limit: usize) -> Result<Vec<(Id, String, Id)>> {
    let rows = conn.rows(&RESIDENTS, params![case, limit]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// True where this account reported the case after the first.
pub(crate) async fn has_resident(conn: &mut Conn, case: Id, resident: Id) -> Result<bool> {
    Ok(conn.row(&HAS_RESIDENT, params![resident, case]).await?.is_some())
}

/// Who reported a case after the first, each person once, the newest first: id, account, browser and contact.
pub(crate) async fn whose(conn: &mut Conn, case: Id, limit: usize) -> Result<Vec<(Id, Option<Id>, Id, Contact)>> {
    let read = |row: Row| {
        let mut c = row.columns();
        Ok((c.take()?, c.take()?, c.take()?, take_contact(&mut c)?))
    };
    conn.rows(&WHOSE, params![case, limit]).await?.into_iter().map(read).collect()
}

/// How many joined since this id whom neither an account nor a code proved to be anybody, at most `most`.
pub(crate) async fn strangers(conn: &mut Conn, case: Id, since: Id, most: usize) -> Result<usize> {
    Ok(conn.rows(&STRANGERS, params![case, since, most]).await?.len())
}

/// Those who reported a case after the first, each person once, in the order they joined, after the id.
pub(crate) async fn once_each(conn: &mut Conn, case: Id, after: Id, limit: usize) -> Result<Vec<Reporter>> {
    conn.rows(&ONCE_EACH, params![case, after, limit]).await?.into_iter().map(read).collect()
}

/// How many others than the first reported it, at most `most`.
pub(crate) async fn others(conn: &mut Conn, case: Id, most: usize) -> Result<usize> {
    Ok(conn.rows(&OTHERS, params![case, most, Id::NONE]).await?.len())
}

/// What a resident reported that others had reported before, by case, the newest first, before the case's id.
pub(crate) async fn of_resident(conn: &mut Conn, resident: Id, before: Id, limit: usize) -> Result<Vec<Reporter>> {
    conn.rows(&OF_RESIDENT, params![resident, before, limit]).await?.into_iter().map(read).collect()
}
