//! When the council is open, by weekday.

use jiff::civil::{Time, Weekday};

/// One day's opening: from `open` until just before `close`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    open: Time,
    close: Time,
}

/// What is wrong with a table of opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpeningError {
    /// Closing is not after opening.
    #[error("closing time must be after opening time")]
    ClosesBeforeItOpens,
    /// Every day from Monday to Friday is shut, so no promise could fall due.
    #[error("at least one day from Monday to Friday needs opening hours")]
    NeverOpen,
}

impl Hours {
    /// Hours of one day; closing must come after opening.
    pub fn new(open: Time, close: Time) -> Result<Hours, OpeningError> {
        if open < close { Ok(Hours { open, close }) } else { Err(OpeningError::ClosesBeforeItOpens) }
    }

    /// When the doors open.
    pub fn open(self) -> Time {
        self.open
    }

    /// When the doors close.
    pub fn close(self) -> Time {
        self.close
    }
}

/// The opening hours of a week, Monday first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    days: [Option<Hours>; 7],
    latest_close: Time,
}

impl Opening {
    /// A week, Monday first; `None` is a day when the council is shut.
    pub fn new(days: [Option<Hours>; 7]) -> Result<Opening, OpeningError> {
        let working = days.iter().take(5).flatten();
        let latest_close = working.map(|hours| hours.close).max().ok_or(OpeningError::NeverOpen)?;
        Ok(Opening { days, latest_close })
    }

    /// The same hours from Monday to Friday, shut at weekends.
    pub fn weekdays(open: Time, close: Time) -> Result<Opening, OpeningError> {
        let hours = Some(Hours::new(open, close)?);
        Opening::new([hours, hours, hours, hours, hours, None, None])
    }

    /// The hours of a weekday, or `None` when the council is shut.
    pub fn on(&self, weekday: Weekday) -> Option<Hours> {
        self.days[weekday.to_monday_zero_offset() as usize]
    }

    /// Closing time of a working day. A weekday on which the doors stay shut still counts as a
    /// working day and ends with the latest closing time of Monday to Friday.
    pub fn closing(&self, weekday: Weekday) -> Time {
        self.on(weekday).map_or(self.latest_close, Hours::close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn a_week_gives_each_day_its_hours() {
        let day = Hours::new(time(9, 0, 0, 0), time(17, 0, 0, 0)).unwrap();
        let late = Hours::new(time(9, 0, 0, 0), time(19, 0, 0, 0)).unwrap();
        let week = Opening::new([Some(day), None, Some(late), None, None, Some(day), None]);
        let week = week.unwrap();
        assert_eq!(week.on(Weekday::Monday), Some(day));
        assert_eq!(week.on(Weekday::Sunday), None);
        assert_eq!(week.closing(Weekday::Monday), time(17, 0, 0, 0));
        assert_eq!(week.closing(Weekday::Tuesday), time(19, 0, 0, 0));
    }

    #[test]
    fn impossible_hours_are_refused() {
        let (nine, five) = (time(9, 0, 0, 0), time(17, 0, 0, 0));
        assert_eq!(Hours::new(five, nine), Err(OpeningError::ClosesBeforeItOpens));
        assert_eq!(Hours::new(nine, nine), Err(OpeningError::ClosesBeforeItOpens));
        let saturday = Some(Hours::new(nine, five).unwrap());
        assert_eq!(Opening::new([None, None, None, None, None, saturday, None]), Err(OpeningError::NeverOpen));
    }
}
