//! Who answers which calls, as it is seen to happen: whoever passes over somebody who came earlier does not take calls of that
//! queue today, whoever takes them does.

use crate::hall::Waiter;
use std::collections::HashMap;

/// How much older signs count for with each new one.
const FADES: f64 = 0.75;
/// How much all agents together say about one of whom nothing was seen.
const OTHERS: f64 = 0.4;
/// Came earlier by less than this, in seconds, says nothing.
const MARGIN: i64 = 3;

/// Signs seen so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Able {
    /// By agent and queue: those for it, and all.
    signs: HashMap<(u16, u16), (f64, f64)>,
    /// By queue, how often of late somebody took the call who could be seen to decide.
    rates: HashMap<u16, f64>,
}

impl Able {
    /// Takes into account that an agent took this call and left the others waiting, whose turns these are.
    pub fn watch(&mut self, agent: u16, called: &Waiter, turn: i64, waiting: &[(Waiter, i64)]) {
        self.sign(agent, called.queue, 1.0);
        let mut passed: Vec<u16> = waiting
            .iter()
            .filter(|(other, theirs)| other.queue != called.queue && theirs + MARGIN <= turn)
            .map(|(other, _)| other.queue)
            .collect();
        passed.sort_unstable();
        passed.dedup();
        for queue in passed {
            self.sign(agent, queue, 0.0);
        }
    }

    fn sign(&mut self, agent: u16, queue: u16, took: f64) {
        let (yes, all) = self.signs.entry((agent, queue)).or_default();
        *yes = *yes * FADES + took;
        *all = *all * FADES + 1.0;
        let rate = self.rates.entry(queue).or_insert(0.5);
        *rate += (took - *rate) * 0.02;
    }

    /// How likely this agent takes calls of this queue, 0 to 1.
    pub fn likely(&self, agent: u16, queue: u16) -> f64 {
        let (yes, all) = self.signs.get(&(agent, queue)).copied().unwrap_or_default();
        // Of whom nothing was seen is rather one who does not: it would have been seen.
        let rate = self.rates.get(&queue).copied().unwrap_or(0.5) * 0.4;
        (yes + OTHERS * rate) / (all + OTHERS)
    }
}
