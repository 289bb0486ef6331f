//! `contacts_passes`: open contacts that were passed on, and who took them up.

use crate::pass::{Pass, To};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

macro_rules! columns {
    () => {
        "id, contact, sender, receiver, note, at, waiting, taken_by, lost"
    };
}

sql!(
    INSERT,
    "INSERT INTO contacts_passes (id, contact, sender, receiver, note, at, waiting, taken, taken_by, lost)
     VALUES ($1, $2, $3, $4, $5, $6, 1, 0, NULL, 0) ON CONFLICT DO NOTHING"
);
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM contacts_passes WHERE id = $1"));
sql!(OF_CONTACT, concat!("SELECT ", columns!(), " FROM contacts_passes WHERE contact = $1 ORDER BY at, id LIMIT $2"));
sql!(
    TO,
    concat!(
        "SELECT ",
        columns!(),
        " FROM contacts_passes WHERE waiting = 1 AND receiver = $1 ORDER BY at, id LIMIT $2"
    )
);
sql!(
    FROM,
    concat!("SELECT ", columns!(), " FROM contacts_passes WHERE waiting = 1 AND sender = $1 ORDER BY at, id LIMIT $2")
);
sql!(
    LATE,
    concat!(
        "SELECT ",
        columns!(),
        " FROM contacts_passes WHERE waiting = 1 AND lost = 0 AND at < $1 ORDER BY at, id LIMIT $2"
    )
);
sql!(TAKE, "UPDATE contacts_passes SET waiting = 0, taken = $2, taken_by = $3 WHERE id = $1 AND waiting = 1");
sql!(LOSE, "UPDATE contacts_passes SET lost = 1 WHERE id = $1 AND lost = 0");
sql!(ERASE, "UPDATE contacts_passes SET note = '', waiting = 0 WHERE contact = $1");
sql!(
    ERASE_OF_RESIDENT,
    "UPDATE contacts_passes SET note = ''
     WHERE contact IN (SELECT id FROM contacts WHERE resident IS NOT NULL AND resident = $1)"
);

/// More than wait for anybody at once, or than one contact was passed on.
const MANY: usize = 100;

/// Puts it in, waiting; false where it is there, or the contact waits for somebody already.
pub(crate) async fn insert(tx: &mut Conn, pass: &Pass) -> Result<bool> {
    let Pass { id, contact, sender, at, .. } = *pass;
    let row = params![id, contact, sender, pass.to.code(), pass.note.as_str(), at];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The one of this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Pass>> {
    conn.row(&BY_ID, params![id]).await?.map(read).transpose()
}

/// How often this contact was passed on, the first first.
pub async fn of_contact(conn: &mut Conn, contact: Id) -> Result<Vec<Pass>> {
    conn.rows(&OF_CONTACT, params![contact, MANY]).await?.into_iter().map(read).collect()
}

/// What waits for them, the longest first.
pub(crate) async fn to(conn: &mut Conn, receiver: &To) -> Result<Vec<Pass>> {
    conn.rows(&TO, params![receiver.code(), MANY]).await?.into_iter().map(read).collect()
}

/// What this member of staff passed on and nobody took up yet.
pub async fn from(conn: &mut Conn, sender: Id) -> Result<Vec<Pass>> {
    conn.rows(&FROM, params![sender, MANY]).await?.into_iter().map(read).collect()
}

/// What was passed on before this moment, waits, and is not known to be lost.
pub(crate) async fn late(conn: &mut Conn, before: Micros, limit: usize) -> Result<Vec<Pass>> {
    conn.rows(&LATE, params![before, limit]).await?.into_iter().map(read).collect()
}

/// Somebody takes it up; false where somebody has.
pub(crate) async fn take(tx: &mut Conn, id: Id, (by, now): (Id, Micros)) -> Result<bool> {
    Ok(tx.exec(&TAKE, params![id, now, by]).await? == 1)
}

/// It was lost; false where that was known.
pub(crate) async fn lose(tx: &mut Conn, id: Id) -> Result<bool> {
    Ok(tx.exec(&LOSE, params![id]).await? == 1)
}

/// Takes the words out; nobody takes it up any more.
pub(crate) async fn erase(tx: &mut Conn, contact: Id) -> Result<()> {
    tx.exec(&ERASE, params![contact]).await.map(drop)
}

/// Takes the words out of every contact with this resident.
pub(crate) async fn erase_of_resident(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&ERASE_OF_RESIDENT, params![resident]).await.map(drop)
}

fn read(row: Row) -> Result<Pass> {
    let mut c = row.columns();
    let (id, contact, sender): (Id, Id, Id) = (c.take()?, c.take()?, c.take()?);
    let receiver: String = c.take()?;
    let to = To::of(&receiver).ok_or_else(|| Error::internal(format!("contact {contact} was passed to {receiver}")))?;
    let (note, at, waiting, taken_by, lost) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    Ok(Pass { id, contact, sender, to, note, at, waiting, taken_by, lost })
}
