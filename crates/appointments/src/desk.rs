//! `/desk/appointments`: the appointments of a site on a day, for those who see people. Checking in is the server's: it gives a ticket.

use crate::access::check;
use crate::book;
use crate::diary::{Diaries, named};
use crate::model::{Booking, State as Stands, Way};
use crate::store::bookings;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use capacity::Date;
use kit::clock::Micros;
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::lang::local;
use kit::page::{Frame, html, see};
use kit::ui::{Button, Markup, Tag};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result, link, looks};
use residents::needs::{Passport, call_words, outline};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Which site and day, and what was just done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    site: String,
    day: String,
    said: String,
    /// The ticket somebody was just given.
    ticket: String,
}

/// An appointment in the list.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: Id,
    /// How often it was changed.
    pub revision: i64,
    /// When it begins.
    pub start: Micros,
    /// When it is over.
    pub until: Micros,
    /// When it begins, in words.
    pub time: String,
    /// What they are called.
    pub name: String,
    /// What for, in words.
    pub kind: String,
    /// How it is had.
    pub way: Way,
    /// Where, or which number to ring.
    pub place: String,
    /// With whom.
    pub seat: String,
    /// What to know: needs, language, interpreter.
    pub note: String,
    /// What people read out, in groups.
    pub reference: String,
    /// Where it stands.
    pub state: Stands,
    /// They can be checked in now.
    comes: bool,
    /// It can be noted now that they did not come.
    misses: bool,
}

#[derive(Template)]
#[template(path = "day.html")]
struct Page {
    frame: Frame,
    called: String,
    day: String,
    /// Sites by code and name.
    sites: Vec<(String, String)>,
    before: String,
    after: String,
    lines: Vec<Line>,
}

impl Page {
    fn state(&self, line: &Line) -> Tag<'_> {
        match line.state {
            Stands::Booked => Tag::new(self.frame.t("appointments-state-booked")),
            Stands::Cancelled => Tag::quiet(self.frame.t("appointments-state-cancelled")),
            Stands::Came => Tag::good(self.frame.t("appointments-state-came")),
            Stands::Missed => Tag::warn(self.frame.t("appointments-state-missed")),
        }
    }

    fn came(&self, line: &Line) -> Button<'_> {
        Button::once(about(&self.frame, "appointments-desk-came", &line.name))
    }

    fn missed(&self, line: &Line) -> Button<'_> {
        Button::once(about(&self.frame, "appointments-desk-missed", &line.name)).secondary()
    }
}

/// A button that says to a screen reader whom it is about.
fn about<'a>(frame: &Frame, key: &str, name: &str) -> Markup<'a> {
    let name = Markup::from(name.to_owned());
    Markup::trusted(format!("{}<span class=\"govuk-visually-hidden\">: {name}</span>", Markup::from(frame.t(key))))
}

/// The page with the day of this appointment.
pub fn day(booking: &Booking) -> String {
    address(&booking.site, book::date_of(booking.start))
}

fn address(site: &str, day: Date) -> String {
    link::path("/desk/appointments", &[("site", site), ("day", &day.to_string())])
}

/// A day of a site.
#[derive(Debug, Clone)]
pub struct Day {
    /// The site.
    pub site: String,
    /// The day.
    pub day: Date,
    /// When it begins.
    pub from: Micros,
    /// The appointments, in their order.
    pub lines: Vec<Line>,
}

/// The appointments of a site on a day, for those who see people; the first site where none of this name has a diary. Whom it names is
/// on record first.
pub async fn of_day(app: &App, who: &Who, site: &str, day: Option<Date>) -> Result<Day> {
    check(who)?;
    let (diaries, today) = (app.part::<Diaries>()?, book::date_of(app.now()));
    let first = || diaries.all().next().ok_or(Error::NotFound);
    let diary = diaries.of(site).or_else(|_| first())?;
    let day = day.unwrap_or(today);
    let (site, span) = (diary.place.id.clone(), diary.plan.days(day, 1));
    let span = span.ok_or(Error::BadRequest("page-address-not-understood"))?;
    let bookings = bookings::of_day(&mut *app.db.read().await?, &site, span).await?;
    let mut asked_for = BTreeMap::new();
    if !bookings.is_empty() {
        let shown: Vec<String> = bookings.iter().map(|booking| booking.id.to_string()).collect();
        let query = serde_json::json!({ "shown": shown }).to_string();
        let mut tx = app.db.begin().await?;
        looks::record_query(&mut tx, app, who, "appointments", Id::NONE, "appointments", &query).await?;
        for resident in bookings.iter().filter_map(|booking| booking.resident) {
            if let Entry::Vacant(new) = asked_for.entry(resident) {
                looks::record(&mut tx, app, who, "resident", resident, "appointments").await?;
                let person = residents::person(&mut tx, resident).await?;
                new.insert(person.map(|person| person.passport).unwrap_or_default());
            }
        }
        tx.commit().await?;
    }
    let frame = Frame::new(app, who, "/desk/appointments", "appointments-desk-title");
    let lines = bookings.iter().map(|booking| line(app, &frame, diaries, booking, &asked_for)).collect();
    Ok(Day { site, day, from: span.from, lines })
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let Day { site, day, from, lines } = of_day(&app, &who, &asked.site, asked.day.parse().ok()).await?;
    let diaries = app.part::<Diaries>()?;
    let frame = Frame::new(&app, &who, "/desk/appointments", "appointments-desk-title");
    let notice = match asked.said.as_str() {
        "came" if is_ticket(&asked.ticket) => {
            Some(frame.with("appointments-desk-came-ticket", "ticket", asked.ticket.as_str()))
        }
        "came" => Some(frame.t("appointments-desk-came-done").to_owned()),
        "missed" => Some(frame.t("appointments-desk-missed-done").to_owned()),
        "late" => Some(frame.t("appointments-desk-late").to_owned()),
        _ => None,
    };
    let beside = |day: std::result::Result<Date, _>| day.map(|day| address(&site, day)).unwrap_or_default();
    html(&Page {
        lines,
        sites: diaries.all().map(|one| (address(&one.place.id, day), one.called(Lang::EN).to_owned())).collect(),
        before: beside(day.yesterday().map_err(drop)),
        after: beside(day.tomorrow().map_err(drop)),
        called: diaries.of(&site)?.called(Lang::EN).to_owned(),
        day: Lang::EN.date(from),
        frame: frame.with_notice(notice),
    })
}

/// Nothing else that an address says is repeated.
fn is_ticket(text: &str) -> bool {
    (2..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn line(app: &App, frame: &Frame, diaries: &Diaries, booking: &Booking, asked_for: &BTreeMap<Id, Passport>) -> Line {
    let passport = booking.resident.and_then(|resident| asked_for.get(&resident));
    let kind = diaries.kind(&booking.kind).map_or("", |kind| named(&kind.name, Lang::EN));
    let mut note: Vec<String> =
        booking.needs.iter().filter_map(|need| diaries.need(need, Lang::EN)).map(str::to_owned).collect();
    if let Some(tongue) = diaries.tongue(&booking.speaks) {
        let interpreter = || frame.with("appointments-desk-interpreter", "language", tongue);
        note.push(if booking.interpreter { interpreter() } else { tongue.to_owned() });
    }
    note.extend(passport.map(|passport| outline(&app.words, Lang::EN, passport)).unwrap_or_default());
    let hour = local(booking.start).hour();
    let not_now = passport.and_then(|passport| call_words(&app.words, Lang::EN, passport, hour));
    let place = match booking.way {
        Way::InPerson => booking.room.clone(),
        // Whoever is not to be rung then has no number here: they are written to.
        Way::Phone if not_now.is_some() => frame.t("appointments-desk-no-ring").to_owned(),
        Way::Phone => frame.with("appointments-desk-ring", "phone", booking.phone.as_str()),
    };
    let reference: Option<Reference> = booking.reference.parse().ok();
    Line {
        id: booking.id,
        revision: booking.revision,
        start: booking.start,
        until: booking.until,
        way: booking.way,
        time: Lang::EN.time(booking.start),
        name: booking.name.clone(),
        kind: kind.to_owned(),
        place,
        seat: booking.seat.clone(),
        note: note.join(", "),
        reference: reference.map_or_else(|| booking.reference.clone(), |reference| reference.grouped()),
        state: booking.state,
        comes: booking.can_come(app.now()),
        misses: booking.state == Stands::Booked && app.now() >= booking.start,
    }
}

/// `POST /desk/appointments/{id}/missed`: they did not come. Sent again it changes nothing.
pub async fn missed(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    check(&who)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let booking = bookings::by_id(&mut tx, id).await?;
    let back = day(&booking);
    if booking.state != Stands::Missed && form.value("revision") != booking.revision.to_string() {
        return Ok(see(&format!("{back}&said=late")));
    }
    match book::miss(&mut tx, &app, &who, booking).await {
        Ok(_) => tx.commit().await?,
        Err(Error::Changed) => return Ok(see(&format!("{back}&said=late"))),
        Err(cause) => return Err(cause),
    }
    Ok(see(&format!("{back}&said=missed")))
}
