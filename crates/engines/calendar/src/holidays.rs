//! Bank holidays of one division, read from the layout GOV.UK publishes.

use jiff::civil::Date;
use serde_json::Value;
use std::{collections::BTreeMap, fmt, str::FromStr};

/// The part of the United Kingdom whose bank holidays apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Division {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Division {
    /// The key of the division in the published file.
    pub fn key(self) -> &'static str {
        match self {
            Division::EnglandAndWales => "england-and-wales",
            Division::Scotland => "scotland",
            Division::NorthernIreland => "northern-ireland",
        }
    }
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Division {
    type Err = HolidayError;

    fn from_str(key: &str) -> Result<Division, HolidayError> {
        [Division::EnglandAndWales, Division::Scotland, Division::NorthernIreland]
            .into_iter()
            .find(|division| division.key() == key)
            .ok_or_else(|| HolidayError::NoDivision(key.to_owned()))
    }
}

/// What is wrong with a file of bank holidays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HolidayError {
    /// The text is not JSON.
    #[error("the bank holidays are not valid JSON: {0}")]
    Json(String),
    /// The file has no such division.
    #[error("there is no division called {0}: use england-and-wales, scotland or northern-ireland")]
    NoDivision(String),
    /// The division has no list of events, or an empty one.
    #[error("the division {0} has no list of \"events\"")]
    NoEvents(Division),
    /// An event (counted from 1) has no date written as year-month-day.
    #[error("event {number} of {division} has no date like 2026-12-25")]
    BadDate {
        /// The division being read.
        division: Division,
        /// The place of the event in its list, from 1.
        number: usize,
    },
}

/// The bank holidays of one division, by date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    by_date: BTreeMap<Date, String>,
}

impl Holidays {
    /// No bank holidays at all: only weekends are left out of working days.
    pub fn none() -> Holidays {
        Holidays::default()
    }

    /// Reads one division from JSON laid out `{"<division>": {"events": [{"title", "date"}]}}`.
    pub fn parse(json: &str, division: Division) -> Result<Holidays, HolidayError> {
        let file: Value = serde_json::from_str(json).map_err(|error| HolidayError::Json(error.to_string()))?;
        let part = file.get(division.key()).ok_or_else(|| HolidayError::NoDivision(division.key().to_owned()))?;
        let events = part
            .get("events")
            .and_then(Value::as_array)
            .filter(|events| !events.is_empty())
            .ok_or(HolidayError::NoEvents(division))?;
        let mut by_date = BTreeMap::new();
        for (place, event) in events.iter().enumerate() {
            let date = event
                .get("date")
                .and_then(Value::as_str)
                .and_then(|text| text.parse::<Date>().ok())
                .ok_or(HolidayError::BadDate { division, number: place + 1 })?;
            let title = event.get("title").and_then(Value::as_str).unwrap_or_default();
            by_date.insert(date, title.to_owned());
        }
        Ok(Holidays { by_date })
    }

    /// The name of the bank holiday on this date, if it is one.
    pub fn name(&self, date: Date) -> Option<&str> {
        self.by_date.get(&date).map(String::as_str)
    }

    /// The first day the data speaks for: 1 January of the year of the first holiday.
    pub fn known_from(&self) -> Option<Date> {
        let (first, _) = self.by_date.first_key_value()?;
        Date::new(first.year(), 1, 1).ok()
    }

    /// The last day the data speaks for: 31 December of the year of the last holiday.
    pub fn known_until(&self) -> Option<Date> {
        let (last, _) = self.by_date.last_key_value()?;
        Date::new(last.year(), 12, 31).ok()
    }

    /// Whether the data speaks for this date. Where it does not, only weekends are left out.
    pub fn covers(&self, date: Date) -> bool {
        let known = self.known_from().zip(self.known_until());
        known.is_some_and(|(from, until)| from <= date && date <= until)
    }

    /// How many days after `today` the data still speaks for: negative once they are over, 0 without any holiday.
    pub fn days_left(&self, today: Date) -> i64 {
        let left = self.known_until().and_then(|until| today.until(until).ok());
        left.map_or(0, |span| i64::from(span.get_days()))
    }

    /// The bank holidays from one date to another, both included, in order.
    pub fn between(&self, from: Date, to: Date) -> impl Iterator<Item = (Date, &str)> {
        self.by_date
            .iter()
            .filter(move |(date, _)| from <= **date && **date <= to)
            .map(|(date, name)| (*date, name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const FILE: &str = include_str!("../../../../data/bank-holidays.json");

    #[test]
    fn the_published_file_reads_for_each_division() {
        let england = Holidays::parse(FILE, Division::EnglandAndWales).unwrap();
        let scotland = Holidays::parse(FILE, Division::Scotland).unwrap();
        let northern_ireland = Holidays::parse(FILE, Division::NorthernIreland).unwrap();
        assert_eq!(england.name(date(2026, 12, 28)), Some("Boxing Day"));
        assert_eq!(england.name(date(2026, 4, 6)), Some("Easter Monday"));
        assert_eq!(scotland.name(date(2026, 4, 6)), None);
        assert_eq!(scotland.name(date(2026, 1, 2)), Some("2nd January"));
        assert!(northern_ireland.name(date(2026, 3, 17)).is_some());
        assert_eq!(england.between(date(2026, 1, 1), date(2026, 12, 31)).count(), 8);
    }

    #[test]
    fn the_data_says_which_years_it_speaks_for() {
        let england = Holidays::parse(FILE, Division::EnglandAndWales).unwrap();
        assert_eq!(england.known_from(), Some(date(2012, 1, 1)));
        assert_eq!(england.known_until(), Some(date(2028, 12, 31)));
        assert!(england.covers(date(2028, 12, 31)));
        assert!(!england.covers(date(2029, 1, 1)));
        assert!(!england.covers(date(2011, 12, 31)));
        for (today, left) in [(date(2026, 11, 22), 770), (date(2028, 12, 31), 0), (date(2029, 1, 2), -2)] {
            assert_eq!(england.days_left(today), left, "{today}");
        }
        assert_eq!(Holidays::none().days_left(date(2026, 1, 1)), 0);
        assert_eq!(Holidays::none().known_until(), None);
        assert!(!Holidays::none().covers(date(2026, 1, 1)));
    }

    #[test]
    fn a_broken_file_says_what_is_wrong() {
        let read = |text| Holidays::parse(text, Division::Scotland).unwrap_err();
        assert!(matches!(read("{"), HolidayError::Json(_)));
        assert_eq!(read("{}"), HolidayError::NoDivision("scotland".into()));
        assert_eq!(read(r#"{"scotland": {"events": []}}"#), HolidayError::NoEvents(Division::Scotland));
        let bad = r#"{"scotland": {"events": [{"date": "2026-01-01"}, {"date": "2026-02-30"}]}}"#;
        assert_eq!(read(bad), HolidayError::BadDate { division: Division::Scotland, number: 2 });
        assert!("wales".parse::<Division>().is_err());
        assert_eq!("scotland".parse(), Ok(Division::Scotland));
    }
}
