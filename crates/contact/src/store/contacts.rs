//! `contacts`: who got in touch, how, and with whom.

use crate::model::{Channel, Contact};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::facts::Help;
use kit::{Error, Id, Lang, Result, params, sql};

macro_rules! columns {
    () => {
        "id, staff, channel, open, began, ended, resident, caller_name, caller_number, behalf, lang, help, note, pence, erased"
    };
}

sql!(
    INSERT,
    "INSERT INTO contacts (id, key, staff, channel, open, began, ended, resident, caller_name, caller_number, behalf, lang,
     help, note, pence, erased) VALUES ($1, $2, $3, $4, 1, $5, 0, $6, $7, $8, $9, $10, $11, $12, NULL, 0)
     ON CONFLICT DO NOTHING"
);
sql!(BY_KEY, "SELECT id FROM contacts WHERE key = $1");
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM contacts WHERE id = $1"));
sql!(
    OPEN_OF,
    concat!("SELECT ", columns!(), " FROM contacts WHERE open = 1 AND staff = $1 AND id > $2 ORDER BY id LIMIT $3")
);
sql!(
    FINISHED,
    concat!(
        "SELECT ",
        columns!(),
        " FROM contacts WHERE open = 0 AND staff = $1 AND (began, id) < ($2, $3) AND began >= $4
         ORDER BY began DESC, id DESC LIMIT $5"
    )
);
sql!(
    OF_RESIDENT,
    concat!(
        "SELECT ",
        columns!(),
        " FROM contacts WHERE resident IS NOT NULL AND resident = $1 AND id > $2 ORDER BY id LIMIT $3"
    )
);
sql!(
    KEEP,
    "UPDATE contacts SET channel = $2, resident = $3, caller_name = $4, caller_number = $5, behalf = $6, lang = $7, help = $8,
     note = $9 WHERE id = $1 AND open = 1"
);
sql!(
    FINISH,
    "UPDATE contacts SET channel = $2, resident = $3, caller_name = $4, caller_number = $5, behalf = $6, lang = $7, help = $8,
     note = $9, open = 0, ended = $10, pence = $11 WHERE id = $1 AND open = 1"
);
sql!(GIVE, "UPDATE contacts SET staff = $3 WHERE id = $1 AND staff = $2 AND open = 1");
sql!(KEPT, "SELECT began, id FROM contacts WHERE erased = 0 AND (began, id) > ($1, $2) ORDER BY began, id LIMIT $3");
sql!(
    ERASE,
    "UPDATE contacts SET resident = NULL, caller_name = '', caller_number = '', behalf = '', note = '', open = 0, erased = 1,
     ended = CASE WHEN open = 1 THEN began ELSE ended END WHERE id = $1"
);
sql!(
    ERASE_OF_RESIDENT,
    "UPDATE contacts SET resident = NULL, caller_name = '', caller_number = '', behalf = '', note = '', erased = 1
     WHERE resident IS NOT NULL AND resident = $1"
);

/// More contacts than anybody has open at once.
const OPEN: usize = 50;
/// More contacts than anybody has had.
const ALL: usize = 100_000;

/// Puts a new contact in, open; false when its key is taken.
pub(crate) async fn insert(tx: &mut Conn, contact: &Contact, key: Id) -> Result<bool> {
    let Contact { id, staff, began, resident, .. } = *contact;
    let (name, number, behalf) = (contact.name.as_str(), contact.number.as_str(), contact.behalf.as_str());
    let (channel, lang, help) = (contact.channel.code(), contact.lang.tag, contact.help.code());
    let note = contact.note.as_str();
    let row = params![id, key, staff, channel, began, resident, name, number, behalf, lang, help, note];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The contact that was started with this key.
pub(crate) async fn by_key(conn: &mut Conn, key: Id) -> Result<Option<Id>> {
    conn.row(&BY_KEY, params![key]).await?.map(|row| row.get(0)).transpose()
}

/// The contact of this id.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Contact> {
    read(conn.row(&BY_ID, params![id]).await?.ok_or(Error::NotFound)?)
}

/// What this member of staff has open, the oldest first.
pub async fn open_of(conn: &mut Conn, staff: Id) -> Result<Vec<Contact>> {
    conn.rows(&OPEN_OF, params![staff, Id::NONE, OPEN]).await?.into_iter().map(read).collect()
}

/// What this member of staff finished that began at `since` or later, the newest first, before the one that began then and has
/// this id.
pub async fn finished(
    conn: &mut Conn,
    staff: Id,
    before: Option<(Micros, Id)>,
    since: Micros,
    limit: usize,
) -> Result<Vec<Contact>> {
    let (began, id) = before.unwrap_or((Micros::MAX, Id([0xff; 16])));
    conn.rows(&FINISHED, params![staff, began, id, since, limit]).await?.into_iter().map(read).collect()
}

/// The last one this member of staff finished.
pub async fn last_of(conn: &mut Conn, staff: Id) -> Result<Option<Contact>> {
    Ok(finished(conn, staff, None, Micros::MIN, 1).await?.pop())
}

/// Every contact with this resident, the oldest first.
pub async fn of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Contact>> {
    conn.rows(&OF_RESIDENT, params![resident, Id::NONE, ALL]).await?.into_iter().map(read).collect()
}

/// Writes what is known now; false once it is finished.
pub(crate) async fn keep(tx: &mut Conn, contact: &Contact) -> Result<bool> {
    let Contact { id, resident, .. } = *contact;
    let (name, number, behalf) = (contact.name.as_str(), contact.number.as_str(), contact.behalf.as_str());
    let (channel, lang, help) = (contact.channel.code(), contact.lang.tag, contact.help.code());
    let row = params![id, channel, resident, name, number, behalf, lang, help, contact.note.as_str()];
    Ok(tx.exec(&KEEP, row).await? == 1)
}

/// Writes what is known and finishes it; false when it was finished before.
pub(crate) async fn finish(tx: &mut Conn, contact: &Contact, now: Micros, pence: Option<i64>) -> Result<bool> {
    let Contact { id, resident, .. } = *contact;
    let (name, number, behalf) = (contact.name.as_str(), contact.number.as_str(), contact.behalf.as_str());
    let (channel, lang, help) = (contact.channel.code(), contact.lang.tag, contact.help.code());
    let note = contact.note.as_str();
    let row = params![id, channel, resident, name, number, behalf, lang, help, note, now, pence];
    Ok(tx.exec(&FINISH, row).await? == 1)
}

/// Gives an open contact from one to another, of whom either may be nobody; false where it is no longer the one's, or finished.
pub(crate) async fn give(tx: &mut Conn, id: Id, from: Id, to: Id) -> Result<bool> {
    Ok(tx.exec(&GIVE, params![id, from, to]).await? == 1)
}

/// Contacts with something personal in them, the oldest first, after the one that began then and has this id.
pub(crate) async fn kept(conn: &mut Conn, after: (Micros, Id), limit: usize) -> Result<Vec<(Micros, Id)>> {
    let rows = conn.rows(&KEPT, params![after.0, after.1, limit]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Takes out what is personal in this one, and closes it.
pub(crate) async fn erase(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&ERASE, params![id]).await.map(drop)
}

/// Takes out what is personal in all of this resident's.
pub(crate) async fn erase_of_resident(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&ERASE_OF_RESIDENT, params![resident]).await.map(drop)
}

fn read(row: Row) -> Result<Contact> {
    let mut c = row.columns();
    let (id, staff, channel): (Id, Id, String) = (c.take()?, c.take()?, c.take()?);
    let (open, began, ended): (bool, Micros, Micros) = (c.take()?, c.take()?, c.take()?);
    let (resident, name, number, behalf) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let (lang, help): (String, String) = (c.take()?, c.take()?);
    let unreadable = |what: &str| Error::internal(format!("contact {id} has {what}"));
    Ok(Contact {
        id,
        staff,
        channel: Channel::of(&channel).ok_or_else(|| unreadable("an unknown channel"))?,
        began,
        ended: (!open).then_some(ended),
        resident,
        name,
        number,
        behalf,
        lang: Lang::of(&lang).unwrap_or(Lang::EN),
        help: Help::of(&help).ok_or_else(|| unreadable("an unknown help"))?,
        note: c.take()?,
        pence: c.take()?,
        erased: c.take()?,
    })
}
