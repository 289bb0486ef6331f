//! What staff do with a person's record. It is opened for a reason, for a while, by one member of staff; who opened it, and what
//! a caller knew, is on record before anything is shown.

pub(crate) mod add;
mod along;
pub(crate) mod authority;
pub(crate) mod authority_end;
pub(crate) mod born;
pub(crate) mod caller;
pub mod home;
pub(crate) mod language;
pub(crate) mod linking;
pub(crate) mod marker;
pub mod open;
mod standing;
mod thirds;
pub(crate) mod unmark;
pub(crate) mod vehicle;
pub(crate) mod withdraw;

pub use along::come_along;
pub use standing::{Asks, SEEN_LASTS, Standing, by, is_seen, keeps_home_from, now, seen_at};

use crate::access;
use crate::linking::joined;
use crate::model::Resident;
use crate::store::{self, record};
use axum::response::Response;
use kit::app::App;
use kit::clock::Micros;
use kit::db::Conn;
use kit::form::Form;
use kit::page::{Frame, see};
use kit::who::Who;
use kit::{Error, Id, Lang, Result};

/// Letters in one line, and in a few.
pub(crate) const LINE: usize = 200;
pub(crate) const LINES: usize = 1000;

/// The address of a record.
pub fn path(id: Id) -> String {
    format!("/desk/residents/{id}")
}

/// The resident of an address, for whoever may find people; of joined records the one that is kept, unless something parts them.
pub(crate) async fn resident(conn: &mut Conn, who: &Who, id: &str) -> Result<Resident> {
    access::may_find(who)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let kept = joined::record(conn, id).await?;
    store::by_id(conn, kept).await?.ok_or(Error::NotFound)
}

/// The opening by which a record is open to this member of staff now.
pub async fn is_open(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<Option<record::Opening>> {
    access::may_find(who)?;
    let kept = joined::record(conn, id).await?;
    let last = record::opened(conn, who.staff()?.id, kept).await?;
    Ok(last.filter(|opening| opening.until > app.now()))
}

/// Whether they have it open now for somebody who was checked, and it was enough. Where the council writes to changes by what such a
/// caller says, or by what is there in writing: else one call would lead somebody's letters to a stranger.
pub(crate) async fn is_checked(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<bool> {
    let open = is_open(conn, app, who, id).await?;
    Ok(open.is_some_and(|opening| opening.purpose == "caller" && opening.passed))
}

/// Whether this member of staff has it open now; whoever may open none has not.
pub async fn has_open(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<bool> {
    Ok(access::may_find(who).is_ok() && is_open(conn, app, who, id).await?.is_some())
}

/// The records that this member of staff has opened to somebody who asks, for longer than until now; whoever may open none has none.
pub async fn open_to_callers(conn: &mut Conn, app: &App, who: &Who) -> Result<Vec<Id>> {
    match access::may_find(who) {
        Ok(()) => store::open::of(conn, who.staff()?.id, app.now()).await,
        Err(_) => Ok(Vec::new()),
    }
}

/// The resident, where the record is open; else the way to where it is opened.
pub(crate) async fn behind(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    id: &str,
) -> Result<std::result::Result<Resident, Response>> {
    let resident = resident(conn, who, id).await?;
    Ok(match is_open(conn, app, who, resident.id).await? {
        Some(_) => Ok(resident),
        None => Err(see(&format!("{}/open", path(resident.id)))),
    })
}

/// The frame of a page of a record; staff pages are written in English.
pub(crate) fn frame(app: &App, who: &Who, path: String, title: &str, form: &Form) -> Frame {
    Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, path, title).with_error(!form.is_good())
}

/// The words key as it is said to whoever reads it: a member of staff types for somebody else.
pub(crate) fn said_to(who: &Who, key: &'static str) -> &'static str {
    match key {
        _ if who.staff().is_err() => key,
        "residents-address-empty" => "residents-desk-address-empty",
        "residents-address-no-texts" => "residents-desk-address-no-texts",
        "residents-name-empty" => "residents-desk-name-empty",
        "residents-name-long" => "residents-desk-name-long",
        "residents-name-marks" => "residents-desk-name-marks",
        "residents-code-shape" => "residents-desk-code-shape",
        "residents-code-over" => "residents-desk-code-over",
        "residents-codes-too-many" | "residents-codes-linked" | "residents-codes-sign-in" => {
            "residents-desk-codes-wait"
        }
        _ => key,
    }
}

/// A day typed in three fields, if there is such a day.
pub(crate) fn day(form: &Form, name: &str) -> Option<jiff::civil::Date> {
    let part = |end: &str| form.trimmed(&format!("{name}-{end}")).parse::<i16>().ok();
    let small = |end: &str| part(end).and_then(|number| i8::try_from(number).ok());
    jiff::civil::Date::new(part("year")?, small("month")?, small("day")?).ok()
}

/// True when nothing was typed into the fields of a day.
pub(crate) fn no_day(form: &Form, name: &str) -> bool {
    ["day", "month", "year"].iter().all(|end| form.trimmed(&format!("{name}-{end}")).is_empty())
}

/// The day as three fields to type into.
pub(crate) fn ask_day<'a>(frame: &'a Frame, form: &'a Form, name: &'a str, legend: &'a str) -> kit::ui::Markup<'a> {
    let value = |end: &str| form.value(&format!("{name}-{end}")).to_owned();
    let field = kit::ui::DateInput::new(frame, name, frame.t(legend));
    field.values(value("day"), value("month"), value("year")).error(frame, form.error(name)).into()
}

/// The revision of what a page showed when it was drawn, as its form brings it: what is saved takes the place of that alone.
pub(crate) fn drawn(form: &Form) -> Option<i64> {
    form.value("revision").parse().ok()
}

/// The key of a page's button, made when it was drawn.
pub(crate) fn key(form: &Form) -> Result<Id> {
    form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))
}

/// The moment a day is over.
pub(crate) fn end_of(day: jiff::civil::Date) -> Option<Micros> {
    let zone = kit::lang::local(0).time_zone().clone();
    Some(day.tomorrow().ok()?.to_zoned(zone).ok()?.timestamp().as_microsecond())
}
