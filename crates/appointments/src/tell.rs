//! What the one whose appointment it is is told of it.

use crate::diary::{Diaries, named};
use crate::model::{Booking, Way};
use crate::pages::path;
use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::{App, Result};

use residents::{By, Contact, Message, To, tell};

/// How they are reached: as they said when they booked, as far as that is a way they asked for.
fn contact(booking: &Booking) -> Contact {
    let given = |text: &String| (!text.is_empty()).then(|| text.clone());
    let (email, phone) = (given(&booking.email), given(&booking.phone));
    Contact { by: By::Address, name: booking.name.clone(), email, phone, lang: booking.lang }
}

/// They gave an address that a message can go to, a landline is none, and asked for no other way.
pub(crate) async fn can(conn: &mut Conn, app: &App, booking: &Booking) -> Result<bool> {
    let contact = contact(booking);
    residents::can_tell(conn, app, to(booking, &contact)).await
}

fn to<'a>(booking: &Booking, contact: &'a Contact) -> To<'a> {
    booking.resident.map_or(To::Contact(contact), |resident| To::ResidentAt(resident, contact))
}

/// Tells them, where they gave an address; `key` are the words' beginning, `token` the secret of its page.
pub(crate) async fn them(tx: &mut Tx, app: &App, booking: &Booking, key: &str, token: &str) -> Result<()> {
    let (diaries, lang) = (app.part::<Diaries>()?, booking.lang);
    let (kind, diary) = (diaries.kind(&booking.kind)?, diaries.of(&booking.site)?);
    let place = match booking.way {
        Way::InPerson => format!("{}, {}", diary.called(lang), diary.place.address),
        Way::Phone => app.words.with(lang, "appointments-we-ring", &[("phone", booking.phone.as_str().into())]),
    };
    let message = Message {
        key,
        values: vec![
            ("what", named(&kind.name, lang).to_owned()),
            ("when", format!("{}, {}", lang.date(booking.start), lang.time(booking.start))),
            ("where", place),
            ("bring", named(&kind.bring, lang).to_owned()),
        ],
        about: vec![Subject::new("appointment", booking.id)],
        link: Some(path(token)),
        ..Message::default()
    };
    let contact = contact(booking);
    tell(tx, app, to(booking, &contact), message).await.map(drop)
}
