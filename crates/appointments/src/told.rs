//! Booking, moving and calling off, with the word to whoever it is for: pages and programs do each the same way.

use crate::book::{self, Answer, Choice, Person, before, token};
use crate::model::Booking;
use crate::store::bookings;
use crate::tell;
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Books what begins at this moment, once by its key, and tells them.
pub async fn book(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    wish: (&Choice, Micros),
    person: &Person,
    key: Id,
) -> Result<Answer> {
    if let Some(there) = before(tx, key).await? {
        return Ok(Answer::Booked(Box::new(there)));
    }
    let answer = book::book(tx, app, who, wish, person, key).await?;
    if let Answer::Booked(booking) = &answer {
        tell::them(tx, app, booking, "appointments-told-booked", &token(app, key)).await?;
    }
    Ok(answer)
}

/// Moves it to what begins at this moment, and tells them; there already it stays.
pub async fn move_to(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    booking: Booking,
    (at, token): (Micros, &str),
) -> Result<Answer> {
    let answer = book::move_to(tx, app, who, booking, at).await?;
    if let Answer::Booked(booking) = &answer {
        tell::them(tx, app, booking, "appointments-told-moved", token).await?;
    }
    Ok(answer)
}

/// Calls it off, and tells them; false where it was called off before.
pub async fn cancel(tx: &mut Tx, app: &App, who: &Who, booking: Booking, token: &str) -> Result<bool> {
    let Some(booking) = book::cancel(tx, app, who, booking).await? else { return Ok(false) };
    tell::them(tx, app, &booking, "appointments-told-cancelled", token).await?;
    Ok(true)
}

/// Every appointment of whoever is signed in, under any account shown to be theirs, the oldest first.
pub async fn own(conn: &mut Conn, who: &Who) -> Result<Vec<Booking>> {
    who.resident()?;
    let mut all = Vec::new();
    for account in who.accounts() {
        all.extend(bookings::of_resident(conn, account).await?);
    }
    all.sort_by_key(|booking| (booking.start, booking.id));
    Ok(all)
}

/// One of them, and the secret of its page.
pub async fn own_one(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<(Booking, String)> {
    who.resident()?;
    let booking = bookings::by_id(conn, id).await?;
    if !booking.resident.is_some_and(|resident| who.has_account(resident)) {
        return Err(Error::NotFound);
    }
    let key = bookings::key_of(conn, id).await?;
    Ok((booking, token(app, key)))
}
