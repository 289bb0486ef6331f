//! How often somebody asked after a case, and by which service that is so: work a council makes itself by not telling.

use contact::{Chased, Figure};
use kit::page::Frame;
use std::collections::BTreeMap;

/// "3 times, £11.45", where anybody asked; the cost of those whose cost is known.
pub(crate) fn words(frame: &Frame, chased: &Chased) -> Option<String> {
    if chased.times == 0 {
        return None;
    }
    let times = frame.with("contact-chased-times", "n", chased.times);
    let cost = frame.lang.money(chased.pence);
    Some(match chased.priced {
        0 => times,
        priced if priced == chased.times => format!("{times}, {cost}"),
        priced => format!("{times}, {cost} ({})", frame.with("contact-priced", "n", priced)),
    })
}

/// What was asked, of one service, by one channel or with one outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sum {
    /// Questions.
    pub questions: i64,
    /// Those of them that ask after what was open already.
    pub chasers: i64,
    /// Those of the chasers whose channel has a price.
    pub priced: i64,
    /// What these cost, in pence.
    pub pence: i64,
}

impl Sum {
    /// What the chasers cost, in words: nothing is what none cost, and one without a price is not free.
    pub fn cost(&self, frame: &Frame) -> String {
        let cost = frame.lang.money(self.pence);
        match self.priced {
            0 if self.chasers > 0 => frame.t("contact-figures-no-price").to_owned(),
            priced if priced < self.chasers => format!("{cost} ({})", frame.with("contact-priced", "n", priced)),
            _ => cost,
        }
    }
}

/// The sums by what `of` names, the most chasers first.
pub(crate) fn sums(figures: &[Figure], of: impl Fn(&Figure) -> String) -> Vec<(String, Sum)> {
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    for figure in figures {
        let sum = sums.entry(of(figure)).or_default();
        sum.questions += figure.questions;
        if figure.how == "chaser" {
            sum.chasers += figure.questions;
            sum.priced += figure.priced;
            sum.pence += figure.pence;
        }
    }
    let mut sums: Vec<(String, Sum)> = sums.into_iter().collect();
    sums.sort_by_key(|(_, sum)| (-sum.chasers, -sum.questions));
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chasers_are_added_up_by_service_and_cost() {
        let figure = |service: &str, how: &str, questions, pence| Figure {
            month: "2026-11".into(),
            channel: "phone".into(),
            service: service.into(),
            outcome: "answered".into(),
            how: how.into(),
            questions,
            priced: questions,
            pence,
        };
        let all = [
            figure("pay", "", 9, 2547),
            figure("missed-bin", "chaser", 2, 566),
            figure("missed-bin", "", 1, 283),
            figure("missed-bin", "chaser", 1, 862),
        ];
        let by_service = sums(&all, |figure| figure.service.clone());
        let bins = Sum { questions: 4, chasers: 3, priced: 3, pence: 1428 };
        let pay = Sum { questions: 9, chasers: 0, priced: 0, pence: 0 };
        assert_eq!(by_service, [("missed-bin".to_owned(), bins), ("pay".to_owned(), pay)]);
    }
}
