//! Working days: which they are, counting forward and counting between.

use crate::{Holidays, Opening, OutOfRange, within::LONGEST};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};

/// The calendar of one council: its bank holidays, opening hours and time zone.
#[derive(Debug, Clone)]
pub struct Calendar {
    holidays: Holidays,
    opening: Opening,
    zone: TimeZone,
}

impl Calendar {
    /// A calendar in Europe/London, from the zone data built into the program.
    pub fn london(holidays: Holidays, opening: Opening) -> Calendar {
        let zone = TimeZone::get("Europe/London").expect("Europe/London is in the zone data bundled at build time");
        Calendar::new(holidays, opening, zone)
    }

    /// A calendar in another zone, for places that do not keep London time and for tests.
    pub fn new(holidays: Holidays, opening: Opening, zone: TimeZone) -> Calendar {
        Calendar { holidays, opening, zone }
    }

    /// The bank holidays this calendar keeps.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The opening hours this calendar keeps.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Whether this is Monday to Friday and not a bank holiday.
    pub fn is_working_day(&self, date: Date) -> bool {
        !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && self.holidays.name(date).is_none()
    }

    /// The first working day on or after this date.
    pub fn working_day_from(&self, date: Date) -> Result<Date, OutOfRange> {
        let mut day = date;
        while !self.is_working_day(day) {
            day = day.tomorrow()?;
        }
        Ok(day)
    }

    /// The Nth working day after `date`, which itself never counts. With `days` 0 it is the
    /// first working day on or after `date`. At most 10,000 days.
    pub fn add_working_days(&self, date: Date, days: u32) -> Result<Date, OutOfRange> {
        if days > LONGEST {
            return Err(OutOfRange);
        }
        if days == 0 {
            return self.working_day_from(date);
        }
        let mut day = date;
        for _ in 0..days {
            day = self.working_day_from(day.tomorrow()?)?;
        }
        Ok(day)
    }

    /// Working days after `from` up to and including `to`; negative when `to` comes first.
    /// So `add_working_days(from, n)` gives a day with `working_days_between(from, day) == n`.
    pub fn working_days_between(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let days = i64::from((to - from).get_days());
        let (weeks, rest) = (days / 7, days % 7);
        let first = i64::from(from.weekday().to_monday_zero_offset());
        let odd = (1..=rest).filter(|step| (first + step) % 7 < 5).count() as i64;
        let after = from.tomorrow().unwrap_or(Date::MAX);
        let lost = self
            .holidays
            .between(after, to)
            .filter(|(day, _)| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
            .count() as i64;
        weeks * 5 + odd - if from == to { 0 } else { lost }
    }

    /// The date on the wall calendar at this instant (microseconds UTC).
    pub fn date_of(&self, instant: i64) -> Result<Date, OutOfRange> {
        Ok(Timestamp::from_microsecond(instant)?.to_zoned(self.zone.clone()).date())
    }

    /// The time on the wall clock at this instant (microseconds UTC).
    pub fn time_of(&self, instant: i64) -> Result<Time, OutOfRange> {
        Ok(Timestamp::from_microsecond(instant)?.to_zoned(self.zone.clone()).time())
    }

    /// The instant (microseconds UTC) of a wall-clock time. A time that the spring change skips
    /// moves forward by the hour skipped; one that autumn repeats is the first of the two.
    pub fn instant(&self, date: Date, time: Time) -> Result<i64, OutOfRange> {
        let moment = self.zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible()?;
        Ok(moment.as_microsecond())
    }

    /// The instant the day begins; with a day added, the instant it ends.
    pub fn start_of(&self, date: Date) -> Result<i64, OutOfRange> {
        self.instant(date, Time::midnight())
    }

    /// The date some days after another.
    pub(crate) fn days_after(date: Date, days: u32) -> Result<Date, OutOfRange> {
        if days > LONGEST {
            return Err(OutOfRange);
        }
        Ok(date.checked_add(i64::from(days).days())?)
    }
}
