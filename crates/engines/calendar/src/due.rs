//! When a promise falls due, in microseconds UTC.

use crate::{Calendar, OutOfRange, Within, within::LONGEST};
use jiff::civil::Date;

const HOUR: i64 = 3_600_000_000;

impl Calendar {
    /// The instant by which something received at `received` is due; see the crate's rules.
    pub fn due(&self, received: i64, within: Within) -> Result<i64, OutOfRange> {
        match within {
            Within::WorkingDays(0) => self.close_of_business(received),
            Within::WorkingDays(days) => {
                let day = self.add_working_days(self.date_of(received)?, days)?;
                self.closing(day)
            }
            Within::Days(days) => {
                let last = Calendar::days_after(self.date_of(received)?, days)?;
                self.start_of(last.tomorrow()?)
            }
            Within::Hours(hours) => {
                let due = received.checked_add(i64::from(hours) * HOUR).ok_or(OutOfRange)?;
                self.date_of(due).map(|_| due)
            }
            Within::WorkingHours(hours) => self.after_open_hours(received, hours),
        }
    }

    /// The instant a working day closes.
    pub fn closing(&self, day: Date) -> Result<i64, OutOfRange> {
        self.instant(day, self.opening().closing(day.weekday()))
    }

    /// Whether the council is open at this instant: in opening hours, not on a bank holiday.
    pub fn is_open(&self, instant: i64) -> Result<bool, OutOfRange> {
        let hours = self.open_on(self.date_of(instant)?)?;
        Ok(hours.is_some_and(|(open, close)| open <= instant && instant < close))
    }

    /// The instant the council next opens, or `instant` itself when it is open.
    pub fn next_open(&self, instant: i64) -> Result<i64, OutOfRange> {
        let mut day = self.date_of(instant)?;
        loop {
            if let Some((open, close)) = self.open_on(day)?
                && instant < close
            {
                return Ok(instant.max(open));
            }
            day = day.tomorrow()?;
        }
    }

    /// Closing time of today, or of the next working day when today's has passed.
    fn close_of_business(&self, instant: i64) -> Result<i64, OutOfRange> {
        let today = self.working_day_from(self.date_of(instant)?)?;
        let close = self.closing(today)?;
        if instant <= close {
            return Ok(close);
        }
        self.closing(self.add_working_days(today, 1)?)
    }

    /// The open and close instants of a day, or `None` when the council is shut.
    fn open_on(&self, day: Date) -> Result<Option<(i64, i64)>, OutOfRange> {
        if self.holidays().name(day).is_some() {
            return Ok(None);
        }
        match self.opening().on(day.weekday()) {
            None => Ok(None),
            Some(hours) => Ok(Some((self.instant(day, hours.open())?, self.instant(day, hours.close())?))),
        }
    }

    /// The instant at which this many open hours have passed since `received`.
    fn after_open_hours(&self, received: i64, hours: u32) -> Result<i64, OutOfRange> {
        if hours > LONGEST {
            return Err(OutOfRange);
        }
        let mut left = i64::from(hours) * HOUR;
        let mut day = self.date_of(received)?;
        loop {
            if let Some((open, close)) = self.open_on(day)? {
                let start = open.max(received);
                if start < close {
                    if left <= close - start {
                        return Ok(start + left);
                    }
                    left -= close - start;
                }
            }
            day = day.tomorrow()?;
        }
    }
}
