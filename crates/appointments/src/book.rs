//! Listing what can be booked, and booking it: both ask the one function of `capacity`.

use crate::diary::{Diaries, Diary, Kind};
use crate::facts;
use crate::model::{Booking, NotNow, State, Way};
use crate::store::bookings::{self, Marks};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use capacity::{Date, Slot, Wish};
use hmac::{Hmac, KeyInit, Mac};
use kit::clock::{MINUTE, Micros};
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::lang::local;
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result};
use residents::needs::Ask;
use sha2::{Digest, Sha256};

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What.
    pub kind: String,
    /// Where.
    pub site: String,
    /// How.
    pub way: Way,
    /// What the room must have.
    pub needs: Vec<String>,
    /// In which language; empty where it does not matter.
    pub speaks: String,
    /// The hour before which nobody is to ring them; 0 where any will do, [`NEVER`] where none will.
    pub rings_from: i8,
}

/// No hour of any day.
pub const NEVER: i8 = 24;

/// Who it is for.
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// What they are called.
    pub name: String,
    /// Where to write to.
    pub email: String,
    /// Where to ring.
    pub phone: String,
    /// Whose account it is on.
    pub resident: Option<Id>,
}

/// What came of asking for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is theirs.
    Booked(Box<Booking>),
    /// Somebody else has it by now.
    Gone,
}

impl Choice {
    /// What a form or an address says; what it does not say, or says wrongly, is as it is for most.
    pub fn of(diaries: &Diaries, kind: &Kind, form: &Form) -> Result<Choice> {
        let first = || diaries.with(&kind.id).next().ok_or(Error::NotFound);
        let asked = diaries.of(form.value("site")).ok().filter(|diary| diary.does(&kind.id));
        let site = asked.map_or_else(first, Ok)?.place.id.clone();
        let way = Way::of(form.value("way")).filter(|way| kind.ways.contains(way));
        let way = way.or(kind.ways.first().copied()).unwrap_or(Way::InPerson);
        let needs = diaries.needs.iter().map(|need| need.id.clone());
        let needs = needs.filter(|need| way == Way::InPerson && form.chose("need", need)).collect();
        let speaks = diaries.tongue(form.value("speaks")).map_or("", |_| form.value("speaks")).to_owned();
        Ok(Choice { kind: kind.id.clone(), site, way, needs, speaks, rings_from: 0 })
    }

    /// The same, as whoever has this account asked us to keep to it: nobody rings who is not to be rung, or not yet.
    pub async fn obeying(self, conn: &mut Conn, resident: Option<Id>) -> Result<Choice> {
        let Some(resident) = resident else { return Ok(self) };
        let passport = residents::person(conn, resident).await?.map(|person| person.passport).unwrap_or_default();
        let rings_from = if passport.asks(Ask::NoCalls) { NEVER } else { passport.calls_after().unwrap_or(0) };
        Ok(Choice { rings_from, ..self })
    }

    /// True for a time at which somebody would be rung who is not to be.
    fn rings_at(&self, at: Micros) -> bool {
        self.way == Way::Phone && local(at).hour() < self.rings_from
    }

    /// The same of somebody who has one already.
    pub fn again(booking: &Booking) -> Choice {
        let Booking { kind, site, way, needs, speaks, .. } = booking.clone();
        Choice { kind, site, way, needs, speaks, rings_from: 0 }
    }

    /// As the values of an address or of hidden fields.
    pub fn values(&self) -> Vec<(&'static str, &str)> {
        let mut all = vec![("site", self.site.as_str()), ("way", self.way.code())];
        all.extend(self.needs.iter().map(|need| ("need", need.as_str())));
        if !self.speaks.is_empty() {
            all.push(("speaks", &self.speaks));
        }
        all
    }

    /// Nobody there speaks the language that is asked for.
    pub fn takes_interpreter(&self, diary: &Diary) -> bool {
        !self.speaks.is_empty() && !diary.speaks(&self.kind, &self.speaks)
    }
}

/// The local date of this moment.
pub fn date_of(at: Micros) -> Date {
    local(at).date()
}

/// What can be booked on so many days from this one on; a booking that is being moved does not stand in its own way.
pub async fn offered(
    conn: &mut Conn,
    app: &App,
    choice: &Choice,
    (from, days): (Date, i64),
    moved: Option<&Booking>,
) -> Result<Vec<Slot>> {
    ask(conn, app, choice, (from, days), None, moved).await
}

/// The slot that begins at this moment, while it can be booked.
pub async fn still(
    conn: &mut Conn,
    app: &App,
    choice: &Choice,
    at: Micros,
    moved: Option<&Booking>,
) -> Result<Option<Slot>> {
    Ok(ask(conn, app, choice, (date_of(at), 1), Some(at), moved).await?.pop())
}

async fn ask(
    conn: &mut Conn,
    app: &App,
    choice: &Choice,
    (from, days): (Date, i64),
    only: Option<Micros>,
    moved: Option<&Booking>,
) -> Result<Vec<Slot>> {
    let diaries = app.part::<Diaries>()?;
    let (diary, kind) = (diaries.of(&choice.site)?, diaries.kind(&choice.kind)?);
    let (now, today) = (app.now(), date_of(app.now()));
    // Nobody's address makes us look at a thousand years.
    let (Some(span), Some(bound)) = (diary.plan.days(from, days), diary.plan.days(today, diary.weeks * 7 + 1)) else {
        return Ok(Vec::new());
    };
    let span = span.common(bound);
    if span.length() == 0 {
        return Ok(Vec::new());
    }
    let taken = bookings::taken(conn, &choice.site, span, moved.map_or(Id::NONE, |own| own.id)).await?;
    let wish = Wish {
        kind: choice.kind.clone(),
        minutes: kind.minutes,
        in_room: choice.way == Way::InPerson,
        needs: choice.needs.iter().cloned().collect(),
        speaks: (!choice.speaks.is_empty() && !choice.takes_interpreter(diary)).then(|| choice.speaks.clone()),
        from: now + diary.notice * MINUTE,
        only,
    };
    let (mut all, mut day) = (Vec::new(), date_of(span.from));
    while day < date_of(span.until) {
        all.extend(capacity::free(&diary.plan, day, &taken, &wish));
        day = day.tomorrow().map_err(Error::internal)?;
    }
    all.retain(|slot| !choice.rings_at(slot.span.from));
    Ok(all)
}

/// The secret of an appointment's own page: the same for the same key, so that one that is booked twice is the same.
pub fn token(app: &App, key: Id) -> String {
    // A key of any length is taken, so this never fails.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(&app.secret) else { return String::new() };
    let bytes = mac.chain_update(b"appointment").chain_update(key.0).finalize().into_bytes();
    URL_SAFE_NO_PAD.encode(&bytes[..16])
}

fn hashed(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The appointment of this page.
pub async fn of_token(conn: &mut Conn, token: &str) -> Result<Booking> {
    bookings::by_token(conn, &hashed(token)).await?.ok_or(Error::NotFound)
}

/// What was booked with this key before.
pub(crate) async fn before(conn: &mut Conn, key: Id) -> Result<Option<Booking>> {
    bookings::by_key(conn, key).await
}

/// Books what begins at this moment; asked again with the same key, it is the one of the first time.
pub async fn book(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (choice, at): (&Choice, Micros),
    person: &Person,
    key: Id,
) -> Result<Answer> {
    if let Some(there) = before(tx, key).await? {
        return Ok(Answer::Booked(Box::new(there)));
    }
    let Some(slot) = still(tx, app, choice, at, None).await? else { return Ok(Answer::Gone) };
    let Choice { kind, site, way, needs, speaks, .. } = choice.clone();
    let Person { name, email, phone, resident } = person.clone();
    let booking = Booking {
        id: app.id(),
        reference: Reference::new(&app.entropy).as_str().to_owned(),
        interpreter: choice.takes_interpreter(app.part::<Diaries>()?.of(&site)?),
        start: slot.span.from,
        until: slot.span.until,
        seat: slot.seat,
        room: slot.room.unwrap_or_default(),
        state: State::Booked,
        lang: who.lang,
        made: app.now(),
        visit: None,
        revision: 1,
        site,
        kind,
        way,
        needs,
        speaks,
        name,
        email,
        phone,
        resident,
    };
    if !bookings::insert(tx, &booking, &Marks { key, token: hashed(&token(app, key)) }).await? {
        // Asked for at one moment, and the other was first.
        return Err(Error::Rerun);
    }
    facts::record(tx, app, who, "appointment.booked", &booking).await?;
    Ok(Answer::Booked(Box::new(booking)))
}

/// Moves it to what begins at this moment.
pub async fn move_to(tx: &mut Tx, app: &App, who: &Who, mut booking: Booking, at: Micros) -> Result<Answer> {
    let choice = Choice::again(&booking).obeying(tx, booking.resident).await?;
    let Some(slot) = still(tx, app, &choice, at, Some(&booking)).await? else { return Ok(Answer::Gone) };
    booking.move_to(&slot, app.now()).map_err(changed)?;
    save(tx, app, who, "appointment.moved", booking).await.map(|booking| Answer::Booked(Box::new(booking)))
}

/// Calls it off; nothing where it was called off before.
pub async fn cancel(tx: &mut Tx, app: &App, who: &Who, mut booking: Booking) -> Result<Option<Booking>> {
    if !booking.cancel(app.now()).map_err(changed)? {
        return Ok(None);
    }
    save(tx, app, who, "appointment.cancelled", booking).await.map(Some)
}

/// They are there, with the ticket of the queue they were given; false where that was noted before.
pub async fn come(tx: &mut Tx, app: &App, who: &Who, mut booking: Booking, visit: Option<Id>) -> Result<bool> {
    if !booking.come(app.now()).map_err(changed)? {
        return Ok(false);
    }
    booking.visit = visit;
    save(tx, app, who, "appointment.came", booking).await.map(|_| true)
}

/// They did not come; false where that was noted before.
pub async fn miss(tx: &mut Tx, app: &App, who: &Who, mut booking: Booking) -> Result<bool> {
    if !booking.miss(app.now()).map_err(changed)? {
        return Ok(false);
    }
    save(tx, app, who, "appointment.missed", booking).await.map(|_| true)
}

async fn save(tx: &mut Tx, app: &App, who: &Who, kind: &'static str, mut booking: Booking) -> Result<Booking> {
    bookings::save(tx, &booking).await?;
    booking.revision += 1;
    facts::record(tx, app, who, kind, &booking).await?;
    Ok(booking)
}

/// What cannot follow where it stands, once it has come to a page: somebody else was faster.
fn changed(_: NotNow) -> Error {
    Error::Changed
}
