//! What happens to an appointment, as facts: ids and codes alone. Whose it is stands in the appointment, and goes with it.

use crate::model::Booking;
use kit::db::Tx;
use kit::facts::{self, Fact};
use kit::who::Who;
use kit::{App, Result};

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
