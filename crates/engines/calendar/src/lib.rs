//! Working days, bank holidays, opening hours and the instants promises fall due.
//!
//! Pure: the bank holidays come in as text, "now" comes in as a number. Instants are
//! microseconds since 1970 in UTC, as in the database; days and clock times are those of one
//! time zone, normally Europe/London from the bundled zone data.
//!
//! Rules:
//! - A **working day** is Monday to Friday and not a bank holiday of the division.
//! - Outside the years the bank-holiday data covers, only weekends are left out:
//!   [`Holidays::known_from`] and [`Holidays::known_until`] say which years those are.
//! - "**N working days**" falls due at closing time of the Nth working day after the day of
//!   receipt, whatever hour it was received. "0 working days" is the same working day, or the
//!   next one when received after closing or on a day that is not a working day.
//! - "**N days**" ends with the Nth day after the day of receipt, at the midnight that ends it.
//! - "**N hours**" are hours of the clock: 24 hours over a clock change is still 24 hours.
//! - "**N working hours**" run only while the council is open, on days that are not bank holidays.

mod days;
mod due;
mod holidays;
mod opening;
mod within;

pub use days::Calendar;
pub use holidays::{Division, HolidayError, Holidays};
pub use jiff::civil::{Date, Time, Weekday, date, time};
pub use opening::{Hours, Opening, OpeningError};
pub use within::{Within, WithinError};

/// A date or instant past what the calendar can hold (the years −9999 to 9999), or a step of
/// more than 10,000 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the date is outside what the calendar can hold")]
pub struct OutOfRange;

impl From<jiff::Error> for OutOfRange {
    fn from(_: jiff::Error) -> OutOfRange {
        OutOfRange
    }
}
