//! What the sums say about a service: the share of promises kept with its uncertainty, and how long it takes.

use crate::kept::clock::LONGEST;
use crate::store::kept::Sum;
use std::collections::BTreeMap;

/// Numbers above none and below this are not published: they could point at a person.
pub(crate) const FEW: i64 = 5;
/// Below this many promises nine in ten of them is no measure.
const FEW_FOR_NINE_IN_TEN: i64 = 10;
/// The normal quantile of a 95% interval.
const Z: f64 = 1.959_964;

/// A share in percent, and the interval that holds the true one 95 times in 100 (Wilson, Journal of the American
/// Statistical Association 22, 1927).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Share {
    pub percent: f64,
    pub low: f64,
    pub high: f64,
}

impl Share {
    /// `part` of `all`; `None` of none.
    pub fn of(part: i64, all: i64) -> Option<Share> {
        if all <= 0 {
            return None;
        }
        let (n, p) = (all as f64, part as f64 / all as f64);
        let z2n = Z * Z / n;
        let middle = (p + z2n / 2.0) / (1.0 + z2n);
        let half = Z * (p * (1.0 - p) / n + z2n / (4.0 * n)).sqrt() / (1.0 + z2n);
        let (low, high) = ((middle - half).max(0.0), (middle + half).min(1.0));
        Some(Share { percent: p * 100.0, low: low * 100.0, high: high * 100.0 })
    }
}

/// How long it took a part of the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Took {
    /// So many working days; none is the same day.
    Days(i64),
    /// Longer than is told apart.
    Longer,
    /// So many are not done yet.
    NotYet,
}

/// A service's figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Measured {
    /// Requests in the period.
    pub received: i64,
    /// Of these, taken back by the resident or passed on.
    pub stopped: i64,
    /// Promises that fell due in the period and were kept, broken but done, broken and not done.
    pub kept: i64,
    pub late: i64,
    pub open: i64,
    /// Of these, given a later date.
    pub moved: i64,
    /// Past the first promise and not done now, whenever it fell due.
    pub late_now: i64,
    /// From another system that did not say when: in no other figure.
    pub undated: i64,
    /// How many of those that fell due took how many working days.
    days: BTreeMap<i64, i64>,
}

impl Measured {
    /// Counts a sum of the period.
    pub fn add(&mut self, sum: &Sum) {
        match sum.what.as_str() {
            "received" => self.received += sum.cases,
            "stopped" => self.stopped += sum.cases,
            "kept" => self.kept += sum.cases,
            "late" => self.late += sum.cases,
            "open" => self.open += sum.cases,
            "moved" => self.moved += sum.cases,
            _ => {}
        }
        if matches!(sum.what.as_str(), "kept" | "late") {
            *self.days.entry(sum.took).or_insert(0) += sum.cases;
        }
    }

    /// Adds another service's figures.
    pub fn join(&mut self, other: &Measured) {
        self.received += other.received;
        self.stopped += other.stopped;
        self.kept += other.kept;
        self.late += other.late;
        self.open += other.open;
        self.moved += other.moved;
        self.late_now += other.late_now;
        self.undated += other.undated;
        for (took, cases) in &other.days {
            *self.days.entry(*took).or_insert(0) += cases;
        }
    }

    /// Promises that fell due. What is past its promise and not done counts: leaving it out would flatter.
    pub fn due(&self) -> i64 {
        self.kept + self.late + self.open
    }

    /// The share of promises kept; `None` when there are too few to publish.
    pub fn share(&self) -> Option<Share> {
        if self.due() < FEW { None } else { Share::of(self.kept, self.due()) }
    }

    /// Within how many working days half were done; `None` when there are too few to publish.
    pub fn half(&self) -> Option<Took> {
        (self.due() >= FEW).then(|| self.took(1, 2))
    }

    /// Within how many working days nine in ten were done; `None` when there are too few to say.
    pub fn nine_in_ten(&self) -> Option<Took> {
        (self.due() >= FEW_FOR_NINE_IN_TEN).then(|| self.took(9, 10))
    }

    fn took(&self, part: i64, of: i64) -> Took {
        let wanted = (self.due() * part + of - 1) / of;
        let mut done = 0;
        for (took, cases) in &self.days {
            done += cases;
            if done >= wanted {
                return if *took > LONGEST { Took::Longer } else { Took::Days(*took) };
            }
        }
        Took::NotYet
    }
}

/// A number as it may be published: `None` for one to four.
pub(crate) fn published(number: i64) -> Option<i64> {
    (number == 0 || number >= FEW).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(sums: &[(&str, i64, i64)]) -> Measured {
        let mut measured = Measured::default();
        for (what, took, cases) in sums {
            measured.add(&Sum { service: "x".into(), what: (*what).into(), took: *took, cases: *cases });
        }
        measured
    }

    #[test]
    fn the_interval_is_wilson_s() {
        // 81 of 263, the example of Newcombe, Statistics in Medicine 17 (1998), table I.
        let share = Share::of(81, 263).unwrap();
        assert_eq!(format!("{:.4} {:.4}", share.low / 100.0, share.high / 100.0), "0.2553 0.3662");
        let all = Share::of(20, 20).unwrap();
        assert_eq!((all.percent, all.high), (100.0, 100.0));
        assert!((all.low - 83.89).abs() < 0.01, "{}", all.low);
        assert_eq!(Share::of(0, 0), None);
    }

    #[test]
    fn what_is_past_its_promise_and_not_done_counts_as_broken_and_as_not_done() {
        let figures = measured(&[("kept", 1, 6), ("kept", 3, 3), ("late", 9, 1), ("open", 0, 10)]);
        assert_eq!(figures.due(), 20);
        assert_eq!(figures.share().unwrap().percent, 45.0);
        assert_eq!(figures.half(), Some(Took::Days(9)), "ten of twenty were done in nine days");
        assert_eq!(figures.nine_in_ten(), Some(Took::NotYet));
    }

    #[test]
    fn half_and_nine_in_ten_are_read_from_the_sums() {
        let figures = measured(&[("kept", 0, 5), ("kept", 2, 4), ("late", 61, 1)]);
        assert_eq!((figures.half(), figures.nine_in_ten()), (Some(Took::Days(0)), Some(Took::Days(2))));
        let long = measured(&[("kept", 0, 1), ("late", 61, 9)]);
        assert_eq!(long.half(), Some(Took::Longer));
    }

    #[test]
    fn small_numbers_are_not_published() {
        let figures = measured(&[("kept", 1, 4)]);
        assert_eq!((figures.share(), figures.half(), figures.nine_in_ten()), (None, None, None));
        let nine = measured(&[("kept", 1, 9)]);
        assert!(nine.share().is_some() && nine.nine_in_ten().is_none());
        assert_eq!([0, 1, 4, 5].map(published), [Some(0), None, None, Some(5)]);
    }

    #[test]
    fn services_add_up() {
        let mut all = measured(&[("kept", 1, 4), ("received", 0, 7)]);
        all.join(&measured(&[("late", 8, 6), ("received", 0, 9)]));
        assert_eq!((all.received, all.due(), all.half()), (16, 10, Some(Took::Days(8))));
    }
}
