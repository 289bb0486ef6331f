//! `queue_visits`: who came, where they stand, and what became of it.

use crate::model::{State, Visit, Way};
use kit::clock::Micros;
use kit::db::{Conn, FEW, Row};
use kit::{Error, Id, Result, params, sql};

macro_rules! columns {
    () => {
        "id, site, day, ticket, business, way, lang, initials, need, came, joined, booked, base, turn, state, desk, staff,
         first_called, first_desk, called, calls, began, ended, outcome, resident, contact, family, phone, away_until,
         mark, told_near, message, revision"
    };
}

sql!(
    INSERT,
    "INSERT INTO queue_visits (id, key, token, number, site, day, ticket, business, way, lang, initials, need, came, joined, booked,
     base, turn, live, state, desk, staff, first_called, first_desk, called, calls, began, ended, outcome, resident, contact,
     family, phone, mark, revision)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1, 'waiting', '', NULL, 0, '', 0, 0, 0, 0,
     '', $18, NULL, NULL, $19, $20, 1) ON CONFLICT DO NOTHING"
);
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM queue_visits WHERE id = $1"));
sql!(BY_KEY, concat!("SELECT ", columns!(), " FROM queue_visits WHERE key = $1"));
sql!(BY_TOKEN, concat!("SELECT ", columns!(), " FROM queue_visits WHERE token = $1"));
sql!(BY_CONTACT, concat!("SELECT ", columns!(), " FROM queue_visits WHERE contact IS NOT NULL AND contact = $1"));
sql!(
    LIVE,
    concat!("SELECT ", columns!(), " FROM queue_visits WHERE live = 1 AND site = $1 AND id > $2 ORDER BY id LIMIT $3")
);
sql!(
    CALLED,
    concat!(
        "SELECT ",
        columns!(),
        " FROM queue_visits WHERE site = $1 AND called > $2 ORDER BY called DESC, id DESC LIMIT $3"
    )
);
sql!(
    FIRST_CALLED,
    "SELECT first_called, base, first_desk FROM queue_visits WHERE site = $1 AND first_called > $2
     ORDER BY first_called, id LIMIT $3"
);
sql!(
    OF_DAY,
    concat!("SELECT ", columns!(), " FROM queue_visits WHERE site = $1 AND day = $2 AND id > $3 ORDER BY id LIMIT $4")
);
sql!(
    OF_RESIDENT,
    concat!(
        "SELECT ",
        columns!(),
        " FROM queue_visits WHERE resident IS NOT NULL AND resident = $1 AND id > $2 ORDER BY id LIMIT $3"
    )
);
sql!(
    SAVE,
    "UPDATE queue_visits SET business = $3, lang = $4, initials = $5, need = $6, booked = $7, base = $8, turn = $9, live = $10,
     state = $11, desk = $12, staff = $13, first_called = $14, first_desk = $15, called = $16, calls = $17, began = $18,
     ended = $19, outcome = $20, resident = $21, contact = $22, family = $23, phone = $24, away_until = $25, mark = $26, told_near = $27,
     message = $28, revision = revision + 1 WHERE id = $1 AND revision = $2"
);
sql!(
    ERASE_OF_RESIDENT,
    "UPDATE queue_visits SET resident = NULL, initials = '', phone = '', revision = revision + 1
     WHERE resident IS NOT NULL AND resident = $1"
);

sql!(
    WANT_TEXTS,
    concat!("SELECT ", columns!(), " FROM queue_visits WHERE phone <> '' AND id > $1 ORDER BY id LIMIT $2")
);
sql!(
    TEXTS_OVER,
    "SELECT id, message FROM queue_visits WHERE message IS NOT NULL AND (live = 0 OR day < $1) AND id > $2 ORDER BY id LIMIT $3"
);
sql!(DROP_PHONE, "UPDATE queue_visits SET phone = '', revision = revision + 1 WHERE id = $1 AND phone <> ''");
sql!(
    DROP_TEXT,
    "UPDATE queue_visits SET message = NULL, revision = revision + 1 WHERE id = $1 AND message IS NOT NULL"
);

/// More people than ever wait at one site, and more visits than a day has.
const ALL: usize = 20_000;

/// What is only written once.
pub(crate) struct Marks {
    /// Made where the ticket was asked for.
    pub key: Id,
    /// The hash of what the visitor's own page is found by.
    pub token: [u8; 32],
    /// The number of the day.
    pub number: i64,
}

/// Puts a new visit in; false when its key is taken.
pub(crate) async fn insert(tx: &mut Conn, visit: &Visit, marks: &Marks) -> Result<bool> {
    let Visit { id, day, came, joined, booked, base, turn, resident, .. } = *visit;
    let (site, ticket, business, way) = (&*visit.site, &*visit.ticket, &*visit.business, visit.way.code());
    let (lang, initials, need, phone) = (&*visit.lang, &*visit.initials, &*visit.need, &*visit.phone);
    let (key, token, number, mark) = (marks.key, marks.token.to_vec(), marks.number, &*visit.mark);
    let row = params![
        id, key, token, number, site, day, ticket, business, way, lang, initials, need, came, joined, booked, base,
        turn, resident, phone, mark
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The visit of this id.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Visit> {
    read(conn.row(&BY_ID, params![id]).await?.ok_or(Error::NotFound)?)
}

/// The visit whose ticket was asked for with this key.
pub(crate) async fn by_key(conn: &mut Conn, key: Id) -> Result<Option<Visit>> {
    conn.row(&BY_KEY, params![key]).await?.map(read).transpose()
}

/// The visit of this page.
pub(crate) async fn by_token(conn: &mut Conn, token: &[u8; 32]) -> Result<Option<Visit>> {
    conn.row(&BY_TOKEN, params![token.to_vec()]).await?.map(read).transpose()
}

/// The visit that became this contact.
pub(crate) async fn by_contact(conn: &mut Conn, contact: Id) -> Result<Option<Visit>> {
    conn.row(&BY_CONTACT, params![contact]).await?.map(read).transpose()
}

/// Everybody in the house who is not done, in the order they were given a ticket.
pub async fn live(conn: &mut Conn, site: &str) -> Result<Vec<Visit>> {
    conn.rows(&LIVE, params![site, Id::NONE, ALL]).await?.into_iter().map(read).collect()
}

/// Who was called after this moment, the last first.
pub async fn called(conn: &mut Conn, site: &str, after: Micros, most: usize) -> Result<Vec<Visit>> {
    conn.rows(&CALLED, params![site, after, most]).await?.into_iter().map(read).collect()
}

/// Who was called for the first time after this moment: when, their base, and to which desk.
pub(crate) async fn first_called(conn: &mut Conn, site: &str, after: Micros) -> Result<Vec<(Micros, Micros, String)>> {
    let rows = conn.rows(&FIRST_CALLED, params![site, after, ALL]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Every visit of a day, in the order of tickets.
pub async fn of_day(conn: &mut Conn, site: &str, day: i64) -> Result<Vec<Visit>> {
    conn.rows(&OF_DAY, params![site, day, Id::NONE, ALL]).await?.into_iter().map(read).collect()
}

/// Every visit of this resident, the oldest first.
pub(crate) async fn of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Visit>> {
    conn.rows(&OF_RESIDENT, params![resident, Id::NONE, ALL]).await?.into_iter().map(read).collect()
}

/// Writes it; somebody else's change in between is [`Error::Rerun`].
pub(crate) async fn save(tx: &mut Conn, visit: &Visit) -> Result<()> {
    let Visit { id, revision, booked, base, turn, staff, first_called, called, calls, began, ended, .. } = *visit;
    let Visit { resident, contact, family, state, .. } = *visit;
    let (business, lang, initials, need) = (&*visit.business, &*visit.lang, &*visit.initials, &*visit.need);
    let (desk, first_desk, outcome, phone) = (&*visit.desk, &*visit.first_desk, &*visit.outcome, &*visit.phone);
    let (live, state, away, mark) = (state.is_live(), state.code(), visit.away_until, &*visit.mark);
    let (told, message) = (visit.told_near, visit.message);
    let row = params![
        id,
        revision,
        business,
        lang,
        initials,
        need,
        booked,
        base,
        turn,
        live,
        state,
        desk,
        staff,
        first_called,
        first_desk,
        called,
        calls,
        began,
        ended,
        outcome,
        resident,
        contact,
        family,
        phone,
        away,
        mark,
        told,
        message
    ];
    if tx.exec(&SAVE, row).await? == 1 { Ok(()) } else { Err(Error::Rerun) }
}

/// Everybody who wants a text and was sent none.
pub(crate) async fn want_texts(conn: &mut Conn) -> Result<Vec<Visit>> {
    conn.rows(&WANT_TEXTS, params![Id::NONE, ALL]).await?.into_iter().map(read).collect()
}

/// A few texts of visits that are over, or were on a day before this one: the visit, and the text.
pub(crate) async fn texts_over(conn: &mut Conn, today: i64, after: Id) -> Result<Vec<(Id, Id)>> {
    let rows = conn.rows(&TEXTS_OVER, params![today, after, FEW]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The number is wanted no more.
pub(crate) async fn drop_phone(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&DROP_PHONE, params![id]).await.map(drop)
}

/// The text is deleted.
pub(crate) async fn drop_text(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&DROP_TEXT, params![id]).await.map(drop)
}

/// Takes out what is personal in all of this resident's.
pub(crate) async fn erase_of_resident(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&ERASE_OF_RESIDENT, params![resident]).await.map(drop)
}

fn read(row: Row) -> Result<Visit> {
    let mut c = row.columns();
    let (id, site, day, ticket, business): (Id, _, _, _, _) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let way: String = c.take()?;
    let (lang, initials, need, came, joined) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (booked, base, turn) = (c.take()?, c.take()?, c.take()?);
    let state: String = c.take()?;
    let unreadable = |what: &str| Error::internal(format!("visit {id} has {what}"));
    Ok(Visit {
        id,
        site,
        day,
        ticket,
        business,
        way: Way::of(&way).ok_or_else(|| unreadable("an unknown way"))?,
        lang,
        initials,
        need,
        came,
        joined,
        booked,
        base,
        turn,
        state: State::of(&state).ok_or_else(|| unreadable("an unknown state"))?,
        desk: c.take()?,
        staff: c.take()?,
        first_called: c.take()?,
        first_desk: c.take()?,
        called: c.take()?,
        calls: c.take()?,
        began: c.take()?,
        ended: c.take()?,
        outcome: c.take()?,
        resident: c.take()?,
        contact: c.take()?,
        family: c.take()?,
        phone: c.take()?,
        away_until: c.take()?,
        mark: c.take()?,
        told_near: c.take()?,
        message: c.take()?,
        revision: c.take()?,
    })
}
