//! What a service promises, in words.

use crate::model::Definition;
use crate::table::{Output, Purpose};
use calendar::Within;
use kit::page::Frame;

impl Definition {
    /// The shortest and the longest time this service promises; `None` when it promises nothing.
    pub fn promises(&self) -> Option<(Within, Within)> {
        let tables = self.tables.iter().filter(|table| table.purpose == Purpose::Promise);
        let by_table = tables.flat_map(|table| &table.rows).filter_map(|row| match row.then {
            Output::Promise(within) => Some(within),
            _ => None,
        });
        let all: Vec<Within> = by_table.chain(self.promise.as_ref().map(|term| term.within)).collect();
        let shortest = all.iter().min_by_key(|within| minutes(**within))?;
        let longest = all.iter().max_by_key(|within| minutes(**within))?;
        Some((*shortest, *longest))
    }
}

/// What the service promises, in words: "5 working days", "2 hours to 10 working days".
pub fn promise_in_words(frame: &Frame, service: &Definition) -> Option<String> {
    let (shortest, longest) = service.promises()?;
    let long = in_words(frame, longest);
    if minutes(shortest) == minutes(longest) {
        return Some(long);
    }
    Some(frame.with2("services-promise-range", ("least", in_words(frame, shortest)), ("most", long)))
}

/// "5 working days".
pub(crate) fn in_words(frame: &Frame, within: Within) -> String {
    let (key, count) = match within {
        Within::WorkingDays(count) => ("services-working-days", count),
        Within::WorkingHours(count) => ("services-working-hours", count),
        Within::Days(count) => ("services-days", count),
        Within::Hours(count) => ("services-hours", count),
    };
    frame.with(key, "n", i64::from(count))
}

/// Minutes on the clock in an ordinary week (five working days of eight hours in seven), to compare lengths by.
pub(crate) fn minutes(within: Within) -> u64 {
    let (count, each) = match within {
        Within::WorkingDays(count) => (count, 24 * 60 * 7 / 5),
        Within::WorkingHours(count) => (count, 3 * 60 * 7 / 5),
        Within::Days(count) => (count, 24 * 60),
        Within::Hours(count) => (count, 60),
    };
    u64::from(count) * each
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_different_units_compare() {
        let order = ["2 hours", "4 working hours", "1 day", "1 working day", "10 days", "10 working days"];
        let lengths = order.map(|text| minutes(text.parse().unwrap()));
        assert!(lengths.is_sorted(), "{lengths:?}");
    }
}
