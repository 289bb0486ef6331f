//! `appointments_bookings`: who booked what, when, with whom and in which room.

use crate::model::{Booking, State, Way};
use capacity::{Span, Taken};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Lang, Result, params, sql};

macro_rules! columns {
    () => {
        "id, ref, site, kind, way, start, until, seat, room, state, needs, speaks, interpreter, lang, name, email, phone, resident, made,
         visit, revision"
    };
}

sql!(
    INSERT,
    "INSERT INTO appointments_bookings (id, key, token, ref, site, kind, way, start, until, seat, room, live, state, needs, speaks,
     interpreter, lang, name, email, phone, resident, made, visit, erased, revision)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, 'booked', $12, $13, $14, $15, $16, $17, $18, $19, $20, NULL, 0, 1)
     ON CONFLICT DO NOTHING"
);
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM appointments_bookings WHERE id = $1"));
sql!(KEY_OF, "SELECT key FROM appointments_bookings WHERE id = $1");
sql!(BY_KEY, concat!("SELECT ", columns!(), " FROM appointments_bookings WHERE key = $1"));
sql!(BY_TOKEN, concat!("SELECT ", columns!(), " FROM appointments_bookings WHERE token = $1"));
sql!(
    TAKEN,
    "SELECT id, start, until, seat, room FROM appointments_bookings WHERE live = 1 AND site = $1 AND start >= $2 AND start < $3
     ORDER BY start, id LIMIT $4"
);
sql!(
    OF_DAY,
    concat!(
        "SELECT ",
        columns!(),
        " FROM appointments_bookings WHERE site = $1 AND start >= $2 AND start < $3 ORDER BY start, id LIMIT $4"
    )
);
sql!(
    OF_RESIDENT,
    concat!(
        "SELECT ",
        columns!(),
        " FROM appointments_bookings WHERE resident IS NOT NULL AND resident = $1 AND id > $2 ORDER BY id LIMIT $3"
    )
);
sql!(
    SAVE,
    "UPDATE appointments_bookings SET start = $3, until = $4, seat = $5, room = $6, live = $7, state = $8, visit = $9,
     revision = revision + 1 WHERE id = $1 AND revision = $2"
);
sql!(
    KEPT,
    "SELECT start, id, resident FROM appointments_bookings WHERE erased = 0 AND (start, id) > ($1, $2) ORDER BY start, id LIMIT $3"
);
sql!(
    ERASE,
    "UPDATE appointments_bookings SET name = '', email = '', phone = '', resident = NULL, erased = 1, revision = revision + 1
     WHERE id = $1"
);
sql!(
    ERASE_OF_RESIDENT,
    "UPDATE appointments_bookings SET name = '', email = '', phone = '', resident = NULL, erased = 1, revision = revision + 1,
     live = CASE WHEN state = 'booked' AND start > $2 THEN 0 ELSE live END,
     state = CASE WHEN state = 'booked' AND start > $2 THEN 'cancelled' ELSE state END
     WHERE resident IS NOT NULL AND resident = $1"
);

/// More appointments than a site has in the weeks that can be booked.
const ALL: usize = 20_000;

/// What is only written once.
pub(crate) struct Marks {
    /// Made where it was booked.
    pub key: Id,
    /// The hash of what its page is found by.
    pub token: [u8; 32],
}

/// Puts a new one in; false when its key, or what it takes, is taken.
pub(crate) async fn insert(tx: &mut Conn, booking: &Booking, marks: &Marks) -> Result<bool> {
    let Booking { id, start, until, interpreter, resident, made, .. } = *booking;
    let (reference, site, kind, way) = (&*booking.reference, &*booking.site, &*booking.kind, booking.way.code());
    let (seat, room, needs, speaks) = (&*booking.seat, &*booking.room, booking.needs.join(" "), &*booking.speaks);
    let (lang, name, email, phone) = (booking.lang.tag, &*booking.name, &*booking.email, &*booking.phone);
    let (key, token) = (marks.key, marks.token.to_vec());
    let row = params![
        id,
        key,
        token,
        reference,
        site,
        kind,
        way,
        start,
        until,
        seat,
        room,
        needs,
        speaks,
        interpreter,
        lang,
        name,
        email,
        phone,
        resident,
        made
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The one of this id.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Booking> {
    read(conn.row(&BY_ID, params![id]).await?.ok_or(Error::NotFound)?)
}

/// What it was booked with.
pub(crate) async fn key_of(conn: &mut Conn, id: Id) -> Result<Id> {
    conn.one(&KEY_OF, params![id]).await?.get(0)
}

/// The one that was booked with this key.
pub(crate) async fn by_key(conn: &mut Conn, key: Id) -> Result<Option<Booking>> {
    conn.row(&BY_KEY, params![key]).await?.map(read).transpose()
}

/// The one of this page.
pub(crate) async fn by_token(conn: &mut Conn, token: &[u8; 32]) -> Result<Option<Booking>> {
    conn.row(&BY_TOKEN, params![token.to_vec()]).await?.map(read).transpose()
}

/// What is taken at a site by those that begin in this span, but for one.
pub(crate) async fn taken(conn: &mut Conn, site: &str, span: Span, except: Id) -> Result<Vec<Taken>> {
    let mut all = Vec::new();
    for row in conn.rows(&TAKEN, params![site, span.from, span.until, ALL]).await? {
        let (id, room): (Id, String) = (row.get(0)?, row.get(4)?);
        if id != except {
            let span = Span { from: row.get(1)?, until: row.get(2)? };
            all.push(Taken { span, seat: row.get(3)?, room: (!room.is_empty()).then_some(room) });
        }
    }
    Ok(all)
}

/// Those of a site that begin in this span, whatever became of them, in order.
pub(crate) async fn of_day(conn: &mut Conn, site: &str, span: Span) -> Result<Vec<Booking>> {
    conn.rows(&OF_DAY, params![site, span.from, span.until, ALL]).await?.into_iter().map(read).collect()
}

/// Every one of this resident, the oldest first.
pub(crate) async fn of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Booking>> {
    conn.rows(&OF_RESIDENT, params![resident, Id::NONE, ALL]).await?.into_iter().map(read).collect()
}

/// Writes it; somebody else's change in between, or somebody who took the same, is [`Error::Rerun`].
pub(crate) async fn save(tx: &mut Conn, booking: &Booking) -> Result<()> {
    let Booking { id, revision, start, until, state, visit, .. } = *booking;
    let (seat, room) = (&*booking.seat, &*booking.room);
    let row = params![id, revision, start, until, seat, room, state.holds(), state.code(), visit];
    match tx.exec(&SAVE, row).await {
        Ok(1) => Ok(()),
        Ok(_) | Err(Error::Violation(_)) => Err(Error::Rerun),
        Err(cause) => Err(cause),
    }
}

/// Those that still say whose they were, the oldest first: when each began, which, and whose.
pub(crate) async fn kept(conn: &mut Conn, after: (Micros, Id), most: usize) -> Result<Vec<(Micros, Id, Option<Id>)>> {
    let rows = conn.rows(&KEPT, params![after.0, after.1, most]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Takes out whose it was.
pub(crate) async fn erase(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&ERASE, params![id]).await.map(drop)
}

/// The same for all of this resident's; those to come are called off, for nobody could be told of them any more.
pub(crate) async fn erase_of_resident(tx: &mut Conn, resident: Id, now: Micros) -> Result<()> {
    tx.exec(&ERASE_OF_RESIDENT, params![resident, now]).await.map(drop)
}

fn read(row: Row) -> Result<Booking> {
    let mut c = row.columns();
    let (id, reference, site, kind): (Id, _, _, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let unreadable = |what: &str| Error::internal(format!("appointment {id} has {what}"));
    let way: String = c.take()?;
    let (start, until, seat, room) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let (state, needs): (String, String) = (c.take()?, c.take()?);
    let (speaks, interpreter) = (c.take()?, c.take()?);
    let lang: String = c.take()?;
    Ok(Booking {
        id,
        reference,
        site,
        kind,
        way: Way::of(&way).ok_or_else(|| unreadable("an unknown way"))?,
        start,
        until,
        seat,
        room,
        state: State::of(&state).ok_or_else(|| unreadable("an unknown state"))?,
        needs: needs.split_whitespace().map(str::to_owned).collect(),
        speaks,
        interpreter,
        lang: Lang::of(&lang).unwrap_or(Lang::EN),
        name: c.take()?,
        email: c.take()?,
        phone: c.take()?,
        resident: c.take()?,
        made: c.take()?,
        visit: c.take()?,
        revision: c.take()?,
    })
}
