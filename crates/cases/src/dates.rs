//! The days things are done by: working days of the council's calendar, and how they are told.

use calendar::Within;
use kit::clock::Micros;
use kit::{App, Error, Lang, Result};
use services::{Catalogue, by_when, by_when_short};

/// Working days after which somebody looks at a new case.
pub(crate) const FIRST_LOOK: u32 = 2;

/// The moment the council closes on the last of so many working days from `from`.
pub(crate) fn in_working_days(app: &App, from: Micros, days: u32) -> Result<Micros> {
    due(app, from, Within::WorkingDays(days))
}

/// When the council has been open for an hour from `from`.
pub(crate) fn in_a_working_hour(app: &App, from: Micros) -> Result<Micros> {
    due(app, from, Within::WorkingHours(1))
}

/// What is promised until then is due soon: the end of the next working day.
pub(crate) fn soon(app: &App) -> Result<Micros> {
    in_working_days(app, app.now(), 1)
}

fn due(app: &App, from: Micros, within: Within) -> Result<Micros> {
    app.part::<Catalogue>()?.calendar().due(from, within).map_err(Error::internal)
}

/// By when, in words: the day, or the hour where one was promised.
pub(crate) fn words(app: &App, due: Micros, lang: Lang) -> String {
    let catalogue = app.part::<Catalogue>();
    catalogue.map_or_else(|_| lang.date_time(due), |catalogue| by_when(catalogue.calendar(), due, lang))
}

/// The same for a table of the desk.
pub(crate) fn short(app: &App, due: Micros, lang: Lang) -> String {
    let catalogue = app.part::<Catalogue>();
    catalogue.map_or_else(|_| lang.date_time(due), |catalogue| by_when_short(catalogue.calendar(), due, lang))
}
