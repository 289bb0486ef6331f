//! Who is called before whom, as it is seen to happen: an exchange may give those of priority a start of some seconds, and may
//! give it to some of them only.

use crate::hall::Waiter;
use std::collections::HashMap;

/// The start, in seconds. Seen in the calls of January 1999: those of priority go before others who came up to so much earlier,
/// and before nobody who came earlier than that.
pub const START: i64 = 90;
/// Closer to the edges than this, in seconds, who goes first says nothing.
const MARGIN: i64 = 4;
/// How much older signs count for with each new one.
const FADES: f64 = 0.7;
/// How much all callers together say about one nobody has seen anything of.
const OTHERS: f64 = 0.7;

/// Signs seen so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// How often those of priority were seen to have the start of late, 0 to 1.
    pub rate: f64,
    callers: HashMap<u32, (f64, f64)>,
}

impl Default for Order {
    fn default() -> Order {
        Order { rate: 0.5, callers: HashMap::new() }
    }
}

impl Order {
    /// Takes into account who was called, and who went on waiting.
    pub fn watch(&mut self, called: &Waiter, waiting: &[Waiter]) {
        let same_queue =
            waiting.iter().filter(|other| other.queue == called.queue && other.urgent() != called.urgent());
        for other in same_queue {
            let (first, later) = if called.urgent() { (other, called) } else { (called, other) };
            // The other came earlier, but not by more than the start would make up for.
            if (MARGIN..=START - MARGIN).contains(&(later.since - first.since)) {
                self.sign(later.caller, f64::from(called.urgent()));
            }
        }
    }

    fn sign(&mut self, caller: Option<u32>, had: f64) {
        self.rate += (had - self.rate) * 0.02;
        if let Some(caller) = caller {
            let (yes, all) = self.callers.entry(caller).or_default();
            *yes = *yes * FADES + had;
            *all = *all * FADES + 1.0;
        }
    }

    /// How likely this one has the start, 0 to 1.
    pub fn has_start(&self, who: &Waiter) -> f64 {
        if !who.urgent() {
            return 0.0;
        }
        let (yes, all) = who.caller.and_then(|caller| self.callers.get(&caller).copied()).unwrap_or_default();
        (yes + OTHERS * self.rate) / (all + OTHERS)
    }

    /// How many of those who wait are called before somebody, as expected: with the start, without it, and weighed.
    pub fn before(&self, of: &Waiter, waiting: &[Waiter]) -> [f64; 3] {
        let mut before = [0.0; 3];
        for other in waiting.iter().filter(|other| other.call != of.call) {
            let lead = of.since - other.since;
            let theirs = self.has_start(other);
            // With the start they go before everybody; without it before those who have none, or came that much later.
            before[0] += if lead >= START { 1.0 } else { theirs };
            before[1] += 1.0;
        }
        let mine = self.has_start(of);
        before[2] = mine * before[0] + (1.0 - mine) * before[1];
        before
    }
}
