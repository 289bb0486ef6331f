//! Linking a whole file with itself, or two files with each other.

use crate::compare::compare;
use crate::index::Index;
use crate::model::Model;
use crate::pairs::{Pair, Pairs, Scope, candidates};
use crate::score::{Scorer, probability};
use crate::store::Own;
use crate::train::train;
use std::collections::HashSet;

/// Two records taken to be of one person, the lower number first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Number in the index.
    pub a: u32,
    /// Number in the index.
    pub b: u32,
    /// The match probability, 0 to 1.
    pub probability: f64,
}

/// Pairs that a person has said are not the same: twins, or two who share an address. They are never linked, nor joined by
/// way of a third record.
#[derive(Debug, Clone, Default)]
pub struct NeverLink(HashSet<(u32, u32)>);

impl NeverLink {
    /// Nobody has said anything.
    pub fn none() -> NeverLink {
        NeverLink::default()
    }

    /// Notes a pair, in either order.
    pub fn add(&mut self, a: u32, b: u32) {
        self.0.insert((a.min(b), a.max(b)));
    }

    /// Whether nobody has said anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether these two may not be linked.
    pub fn has(&self, a: u32, b: u32) -> bool {
        self.0.contains(&(a.min(b), a.max(b)))
    }
}

/// The candidate pairs of an index, compared and ready to train on and to link.
#[derive(Debug)]
pub struct Linkage<'a> {
    index: &'a Index,
    scope: Scope,
    pairs: Pairs,
}

impl<'a> Linkage<'a> {
    /// Every candidate pair within an index. `progress` is told how many records are done, of how many.
    pub fn within(index: &'a Index, progress: &mut dyn FnMut(u32, u32)) -> Linkage<'a> {
        Linkage::new(index, Scope::Within, progress)
    }

    /// Candidate pairs of one record numbered below `split` with one from there on: two files in one index.
    pub fn between(index: &'a Index, split: u32, progress: &mut dyn FnMut(u32, u32)) -> Linkage<'a> {
        Linkage::new(index, Scope::Between(split.min(index.len() as u32)), progress)
    }

    fn new(index: &'a Index, scope: Scope, progress: &mut dyn FnMut(u32, u32)) -> Linkage<'a> {
        Linkage { index, scope, pairs: candidates(index, scope, progress) }
    }

    /// Candidate pairs.
    pub fn candidates(&self) -> usize {
        self.pairs.all.len()
    }

    /// Estimates m and u from the candidates, without knowing which of them match.
    pub fn train(&self) -> Model {
        train(self.index, self.scope, &self.pairs)
    }

    /// Every pair with a match probability of at least `threshold` (0 to 1), by rising numbers.
    pub fn links(&self, model: &Model, threshold: f64, never: &NeverLink) -> Vec<Link> {
        let mut links = Vec::new();
        self.score(model, (threshold / (1.0 - threshold)).log2(), &mut |pair, bits| {
            let probability = probability(bits);
            if probability >= threshold && !never.has(pair.a, pair.b) {
                links.push(Link { a: pair.a, b: pair.b, probability });
            }
        });
        links
    }

    /// Scores the pairs that can have at least so many bits.
    fn score(&self, model: &Model, least: f64, each: &mut dyn FnMut(&Pair, f64)) {
        let nobody = Own::default();
        let (lexicon, records) = (self.index.store.within(&nobody), &self.index.store.records);
        let scorer = Scorer::new(model, &self.index.store);
        let hopeful: Vec<bool> = self.pairs.patterns.iter().map(|pattern| scorer.most(pattern) >= least).collect();
        for pair in self.pairs.all.iter().filter(|pair| hopeful[pair.pattern as usize]) {
            let compared = compare(lexicon, &records[pair.a as usize], &records[pair.b as usize]);
            each(pair, scorer.bits(&compared));
        }
    }
}
