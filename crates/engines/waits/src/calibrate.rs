//! Layer 2: ranges that hold as often as they say, by looking at how often they did of late.
//!
//! Conformalised quantile regression (Romano, Patterson, Candès 2019), each end by itself, for each channel with a window that
//! rolls; the share aimed at follows what was missed (adaptive conformal inference, Gibbs and Candès 2021).

use crate::learned::TAILS;
use crate::score::{Given, quantile};
use std::collections::{HashMap, VecDeque};

/// How many of the last waits of a channel are looked at.
const WINDOW: usize = 1500;
/// With fewer than this, all channels together are looked at.
const FEW: usize = 150;
/// How fast the share aimed at follows what was missed.
const PACE: f64 = 0.004;
/// How many waits the level of the past weighs, when the present differs from it.
const PRIOR: f64 = 600.0;
/// How much of the memory of the level is kept from one wait to the next.
const KEPT: f64 = 0.999;

/// How far beyond either end of its range a wait lay; less than nothing where it lay inside. In seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Miss {
    low: f64,
    high: f64,
}

impl Miss {
    fn of(given: Given, wait: f64) -> Miss {
        Miss { low: given.range.0 - wait, high: wait - given.range.1 }
    }
}

/// The misses of one channel.
#[derive(Debug, Clone, Default, PartialEq)]
struct Window {
    misses: VecDeque<Miss>,
    /// The corrections of either end, worked out anew now and then.
    ends: (f64, f64),
    stale: usize,
}

impl Window {
    fn take(&mut self, miss: Miss) {
        self.misses.push_back(miss);
        if self.misses.len() > WINDOW {
            self.misses.pop_front();
        }
        self.stale += 1;
    }

    fn ends(&mut self, tails: (f64, f64)) -> (f64, f64) {
        if self.stale > self.misses.len() / 100 {
            let end = |pick: fn(&Miss) -> f64, tail: f64| {
                quantile(&mut self.misses.iter().map(pick).collect::<Vec<f64>>(), 1.0 - tail)
            };
            self.ends = (end(|miss| miss.low, tails.0), end(|miss| miss.high, tails.1));
            self.stale = 0;
        }
        self.ends
    }
}

/// Keeps ranges true. A channel is whatever the caller numbers so: a site and a way of getting in touch.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    all: Window,
    channels: HashMap<u32, Window>,
    tails: (f64, f64),
    /// Waits as they were and as foretold, both fading.
    level: (f64, f64),
}

impl Default for Calibration {
    fn default() -> Calibration {
        Calibration { all: Window::default(), channels: HashMap::new(), tails: TAILS, level: (0.0, 0.0) }
    }
}

impl Calibration {
    /// The estimate as it may be given: both figures at today's level, the range as wide as it has to be.
    pub fn correct(&mut self, channel: u32, raw: Given) -> Given {
        let level = self.level();
        let window = match self.channels.get_mut(&channel) {
            Some(window) if window.misses.len() >= FEW => window,
            _ => &mut self.all,
        };
        let (low, high) = window.ends(self.tails);
        let (low, high) = ((raw.range.0 - low).max(0.0), (raw.range.1 + high).max(0.0));
        Given { about: raw.about * level, range: (low.min(high), high.max(low)) }
    }

    /// Takes into account how long a wait was of which this was foretold (`raw`) and told (`told`).
    pub fn learn(&mut self, channel: u32, raw: Given, told: Given, wait: f64) {
        self.remember(channel, raw, wait);
        let low = self.tails.0 + PACE * (TAILS.0 - f64::from(wait < told.range.0));
        let high = self.tails.1 + PACE * (TAILS.1 - f64::from(wait > told.range.1));
        self.tails = (low.clamp(0.01, 0.2), high.clamp(0.03, 0.4));
        self.level = (self.level.0 * KEPT + wait, self.level.1 * KEPT + raw.about);
    }

    /// The same of the past, when nothing was told yet.
    pub fn remember(&mut self, channel: u32, raw: Given, wait: f64) {
        let miss = Miss::of(raw, wait);
        self.all.take(miss);
        self.channels.entry(channel).or_default().take(miss);
    }

    /// How much longer waits are of late than foretold, 1 for as long.
    pub fn level(&self) -> f64 {
        let (waits, foretold) = self.level;
        // The past counts as so many waits of average length.
        let usual = if foretold > 0.0 { foretold * (1.0 - KEPT) * PRIOR } else { 1.0 };
        (waits + usual) / (foretold + usual)
    }
}
