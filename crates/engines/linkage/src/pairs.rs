//! Candidate pairs and the patterns of levels they show.

use crate::compare::compare;
use crate::hash::Table;
use crate::index::Index;
use crate::record::{FIELDS, Level};
use crate::store::Own;

/// The levels of a pair.
pub(crate) type Pattern = [Level; FIELDS];

/// Every candidate pair once, with the number of its pattern.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pairs {
    pub(crate) all: Vec<Pair>,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) seen: Vec<f64>,
}

/// Two records of the index, the lower number first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) a: u32,
    pub(crate) b: u32,
    pub(crate) pattern: u32,
}

/// Which pairs there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Any two records.
    Within,
    /// One record below this number with one from there on.
    Between(u32),
}

impl Scope {
    /// Records that are asked about, from 0 on.
    fn asked(self, records: usize) -> u32 {
        match self {
            Scope::Within => records as u32,
            Scope::Between(split) => split,
        }
    }

    /// Whether the second of two, the first being asked about, makes a pair with it.
    fn has(self, a: u32, b: u32) -> bool {
        match self {
            Scope::Within => b > a,
            Scope::Between(split) => b >= split,
        }
    }

    /// All pairs there could be.
    pub(crate) fn possible(self, records: usize) -> f64 {
        let records = records as f64;
        match self {
            Scope::Within => records * (records - 1.0) / 2.0,
            Scope::Between(split) => f64::from(split) * (records - f64::from(split)),
        }
    }
}

/// Records between two words about progress.
const EACH: u32 = 512;

/// Compares every candidate pair.
pub(crate) fn candidates(index: &Index, scope: Scope, progress: &mut dyn FnMut(u32, u32)) -> Pairs {
    let nobody = Own::default();
    let (lexicon, records) = (index.store.within(&nobody), &index.store.records);
    let (mut pairs, mut numbers) = (Pairs::default(), Table::<u32>::default());
    let (mut candidates, asked) = (Vec::new(), scope.asked(records.len()));
    for a in 0..asked {
        if a % EACH == 0 {
            progress(a, asked);
        }
        index.blocks.candidates(lexicon, &records[a as usize], &mut candidates);
        for b in candidates.iter().copied().filter(|b| scope.has(a, *b)) {
            let levels = compare(lexicon, &records[a as usize], &records[b as usize]).levels;
            let pattern = *numbers.entry(packed(&levels)).or_insert_with(|| {
                pairs.patterns.push(levels);
                pairs.seen.push(0.0);
                pairs.patterns.len() as u32 - 1
            });
            pairs.seen[pattern as usize] += 1.0;
            pairs.all.push(Pair { a, b, pattern });
        }
    }
    progress(asked, asked);
    pairs
}

/// A pattern as one number, spread over all bits.
fn packed(levels: &Pattern) -> u64 {
    crate::hash::mix(levels.iter().fold(0, |bits, level| bits << 4 | *level as u64))
}
