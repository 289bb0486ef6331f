//! What happens to an appointment, as facts: ids and codes alone. Whose it is stands in the appointment, and goes with it.

use crate::diary::{Diaries, named};
use crate::model::{Booking, Way};
use kit::clock::Micros;
use kit::db::Tx;
use kit::facts::{self, Fact, Recorded};
use kit::who::Who;
use kit::{App, Lang, Result};
use serde::Deserialize;

/// Records what was just done with it.
pub(crate) async fn record(tx: &mut Tx, app: &App, who: &Who, kind: &'static str, booking: &Booking) -> Result<()> {
    let data = serde_json::json!({
        "site": booking.site,
        "kind": booking.kind,
        "way": booking.way.code(),
        "state": booking.state.code(),
        "start": booking.start,
        "interpreter": booking.interpreter,
    });
    let fact = Fact::new(kind, who).about("appointment", booking.id).data(data);
    let fact = match booking.resident {
        Some(resident) => fact.about("resident", resident),
        None => fact,
    };
    facts::record(tx, app, fact).await.map(drop)
}

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "appointment.booked" => "appointments-fact-booked",
        "appointment.moved" => "appointments-fact-moved",
        "appointment.cancelled" => "appointments-fact-cancelled",
        "appointment.came" => "appointments-fact-came",
        "appointment.missed" => "appointments-fact-missed",
        "appointment.erased" => "appointments-fact-erased",
        _ => return None,
    })
}

/// What of an appointment stands in its facts.
#[derive(Deserialize)]
struct Told {
    site: String,
    kind: String,
    way: String,
    start: Micros,
}

/// What an appointment is for, when, and where or by telephone, for staff; empty where nothing of it is known any more.
pub fn how(app: &App, fact: &Recorded) -> Result<String> {
    let lang = Lang::EN;
    let Ok(told) = fact.data::<Told>() else { return Ok(String::new()) };
    let diaries = app.part::<Diaries>()?;
    let what = diaries.kind(&told.kind).map_or("", |kind| named(&kind.name, lang));
    let at = match Way::of(&told.way) {
        Some(Way::Phone) => app.t(lang, "appointments-desk-by-phone"),
        Some(Way::InPerson) | None => diaries.of(&told.site).map_or("", |diary| diary.place.address.as_str()),
    };
    let parts = [what, lang.date_time(told.start).as_str(), at].map(str::to_owned);
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}
