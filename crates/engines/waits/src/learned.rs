//! Layer 1: what the past says beyond the forward simulation.

use crate::score::Given;
use crate::spread::Spread;
use crate::trees::{Aim, Growth, Table, Trees};

/// The shares below which waits are foretold.
pub const LEVELS: [f64; 6] = [TAILS.0, 0.25, 0.5, 0.75, 1.0 - TAILS.1, 0.95];

/// The share of waits that may end before the range begins, and after it ends. Waits have a long end: a range that leaves out more
/// of it is narrower, and fewer miss their turn because they came back when the range began.
pub const TAILS: (f64, f64) = (0.01, 0.19);

/// How the trees of the mean are grown.
pub const MEAN: Growth =
    Growth { trees: 500, rate: 0.025, leaves: 12, least: 80.0, columns: 0.15, rows: 0.5, ridge: 5.0, seed: 1 };
/// How those of the quantiles are.
pub const QUANTILE: Growth =
    Growth { trees: 120, rate: 0.05, leaves: 8, least: 150.0, columns: 0.3, rows: 0.7, ridge: 5.0, seed: 3 };
/// So many forests answer together, each grown with chance of its own.
const FORESTS: u64 = 2;

/// What is foretold of one wait, in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foretold {
    /// On average.
    pub mean: f64,
    /// Below which each share of [`LEVELS`] lies, in ascending order.
    pub levels: [f64; LEVELS.len()],
}

/// What was learned of the past.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned {
    means: Vec<Trees>,
    levels: Vec<Level>,
}

impl Foretold {
    /// The mean, and the range between the tails.
    pub fn given(&self) -> Given {
        Given { about: self.mean, range: (self.levels[0], self.levels[4]) }
    }

    /// As possible waits, a hundred of them: how likely somebody is seen within some time, and what is left after some. Between two
    /// levels all are as likely; beyond the last they thin out evenly.
    pub fn spread(&self) -> Spread {
        let middle = self.levels[2];
        let (last, end) = (LEVELS[LEVELS.len() - 1], self.levels[LEVELS.len() - 1]);
        let thins = (end - middle).max(1.0) / (0.5 / (1.0 - last)).ln();
        let wait = |share: f64| {
            let above = LEVELS.partition_point(|level| *level <= share);
            if above == LEVELS.len() {
                return end + thins * ((1.0 - last) / (1.0 - share)).ln();
            }
            let (low, from) =
                if above == 0 { (0.0, self.levels[0] / 2.0) } else { (LEVELS[above - 1], self.levels[above - 1]) };
            from + (self.levels[above] - from) * (share - low) / (LEVELS[above] - low)
        };
        Spread::of((0..100).map(|number| wait((f64::from(number) + 0.5) / 100.0)).collect())
    }

    /// The middle: half wait longer.
    pub fn middle(&self) -> f64 {
        self.levels[2]
    }
}

/// One level, as several forests find it together.
#[derive(Debug, Clone, PartialEq)]
struct Level(Vec<Trees>);

impl Level {
    fn learn(table: Table<'_>, share: f64) -> Level {
        let forest = |seed| Trees::learn(table, Aim::Quantile(share), &Growth { seed, ..QUANTILE });
        Level((0..FORESTS).map(forest).collect())
    }

    fn answer(&self, features: &[f32]) -> f64 {
        let sum: f64 = self.0.iter().map(|trees| trees.answer(features)).sum();
        (sum / self.0.len().max(1) as f64).max(0.0)
    }
}

/// The range alone, quicker to learn.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedRange {
    low: Level,
    high: Level,
}

impl LearnedRange {
    /// As [`Learned::learn`].
    pub fn learn(table: Table<'_>) -> LearnedRange {
        LearnedRange { low: Level::learn(table, TAILS.0), high: Level::learn(table, 1.0 - TAILS.1) }
    }

    /// In seconds.
    pub fn foretell(&self, features: &[f32]) -> (f64, f64) {
        let (low, high) = (self.low.answer(features), self.high.answer(features));
        (low.min(high), high.max(low))
    }
}

impl Learned {
    /// Learns from rows of what was known and how long the wait then was.
    pub fn learn(table: Table<'_>) -> Learned {
        let means = (0..FORESTS).map(|seed| Trees::learn(table, Aim::Mean, &Growth { seed, ..MEAN })).collect();
        let levels = LEVELS.iter().map(|share| Level::learn(table, *share)).collect();
        Learned { means, levels }
    }

    /// What it says of a row.
    pub fn foretell(&self, features: &[f32]) -> Foretold {
        let mean = self.means.iter().map(|trees| trees.answer(features)).sum::<f64>() / self.means.len().max(1) as f64;
        let mut levels = [0.0; LEVELS.len()];
        for (level, trees) in levels.iter_mut().zip(&self.levels) {
            *level = trees.answer(features);
        }
        // Trees of different levels know nothing of each other.
        levels.sort_unstable_by(f64::total_cmp);
        Foretold { mean: mean.max(0.0), levels }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_says_how_likely_each_wait_is() {
        let foretold = Foretold { mean: 95.0, levels: [4.0, 40.0, 80.0, 130.0, 160.0, 260.0] };
        let spread = foretold.spread();
        for (level, wait) in LEVELS.into_iter().zip(foretold.levels) {
            assert!((spread.within(wait) - level).abs() < 0.011, "{level}: {}", spread.within(wait));
        }
        assert!(spread.quantile(0.0) >= 2.0 && spread.quantile(1.0) > 260.0 && spread.quantile(1.0) < 1000.0);
        let none = Foretold { mean: 0.0, levels: [0.0; 6] }.spread();
        assert!(none.quantile(0.9) < 1.0 && none.within(20.0) > 0.98);
    }
}
