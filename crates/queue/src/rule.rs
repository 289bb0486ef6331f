//! The one ordering rule of a site, as data: who is called before whom, and how far that may go.
//!
//! Everybody has a **base**, the moment they came, and a **turn**: the base, or the time of their appointment, less what the
//! appointment and their need are worth. The smallest turn is called first. So that nobody waits for ever, each is passed over by at
//! most [`Rule::places`] people who came later: whoever was passed over so often is called before everybody who came after them.
//!
//! In time: where n desks see everybody and no conversation is longer than L, nobody waits longer than in the order of coming by more
//! than L (places + 2 (n - 1)) / n. All n desks are busy while somebody waits, so n times their wait is at most the work they found
//! and that of those who passed them; in the order of coming it is at least the work they found less (n - 1) L; and what two
//! orders that let no desk stand idle leave of the same work differs by at most (n - 1) L.

use kit::clock::{MINUTE, Micros};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a need is worth.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Its code.
    pub id: String,
    /// Called as though they had come so many minutes earlier.
    pub minutes: i64,
    /// As it is published, by language.
    pub name: BTreeMap<String, String>,
}

/// The rule of a site, as published.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which edition of the rule this is.
    pub edition: i64,
    /// Somebody with an appointment is called as though they had come so many minutes before it.
    pub appointment: i64,
    /// Who comes so many minutes later than their appointment waits as somebody without one.
    pub late: i64,
    /// Nobody is passed over by more people than this who came later.
    pub places: usize,
    /// Needs that are worth something.
    #[serde(default, rename = "need")]
    pub needs: Vec<Need>,
}

/// What the rule knows of somebody who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// When they came.
    pub base: Micros,
    /// Called before everybody of a greater one, within the bound.
    pub turn: Micros,
    /// How many who came later were called before them by a desk that could have called them.
    pub passed_over: usize,
}

impl Rule {
    /// Base and turn of somebody who came then, with this appointment and need.
    pub fn place(&self, came: Micros, booked: Option<Micros>, need: &str) -> (Micros, Micros) {
        let need = self.needs.iter().find(|one| one.id == need).map_or(0, |one| one.minutes) * MINUTE;
        match booked {
            Some(booked) if came <= booked + self.late * MINUTE => {
                (came, booked - self.appointment.max(0) * MINUTE - need)
            }
            _ => (came, came - need),
        }
    }

    /// Who is called next of those a desk can see, by their place in the list; nobody of none.
    pub fn next(&self, waiting: &[Standing]) -> Option<usize> {
        let due = |one: &&(usize, &Standing)| one.1.passed_over >= self.places;
        let all: Vec<(usize, &Standing)> = waiting.iter().enumerate().collect();
        let first_due = all.iter().filter(due).min_by_key(|(at, one)| (one.base, *at));
        // Somebody who came before all who may not be passed over any more passes nobody over who is due.
        let allowed =
            |one: &&(usize, &Standing)| first_due.is_none_or(|(at, due)| one.1.base <= due.base || one.0 == *at);
        all.iter().filter(allowed).min_by_key(|(at, one)| (one.turn, one.base, *at)).map(|(at, _)| *at)
    }

    /// The most that anything is worth, in minutes: nobody is called before somebody who came longer than this before them.
    pub fn most(&self) -> i64 {
        let need = self.needs.iter().map(|one| one.minutes).max().unwrap_or(0).max(0);
        need + self.appointment.max(0)
    }

    /// What is wrong with the rule, in words.
    pub fn faults(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.edition < 1 {
            wrong.push("the rule's edition is 1 or more".to_owned());
        }
        if self.places < 1 || self.places > 50 {
            wrong.push("the rule's `places` is 1 to 50".to_owned());
        }
        for (name, minutes) in [("appointment", self.appointment), ("late", self.late)] {
            if !(0..=240).contains(&minutes) {
                wrong.push(format!("the rule's `{name}` is 0 to 240 minutes"));
            }
        }
        for need in &self.needs {
            if !(1..=240).contains(&need.minutes) {
                wrong.push(format!("the need `{}` is worth 1 to 240 minutes", need.id));
            }
        }
        wrong
    }
}

#[cfg(test)]
#[path = "rule_tests.rs"]
mod tests;
