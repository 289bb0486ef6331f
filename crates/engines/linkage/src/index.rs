//! Records that can be matched: all of a file, or one that just came in.

use crate::blocking::Blocks;
use crate::compare::compare;
use crate::model::Model;
use crate::record::{Field, Record};
use crate::score::{Explanation, Scorer, probability};
use crate::store::{Lexicon, Own, Prepared, Store};

/// Records by number, from 0 in the order they were added, and who shares a blocking key with whom.
#[derive(Debug, Clone)]
pub struct Index {
    pub(crate) store: Store,
    pub(crate) blocks: Blocks,
}

/// A record of the index that may be of the person asked about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The record's number in the index.
    pub record: u32,
    /// The match probability, 0 to 1.
    pub probability: f64,
}

impl Default for Index {
    fn default() -> Self {
        Index::new()
    }
}

impl<'a> FromIterator<Record<'a>> for Index {
    fn from_iter<T: IntoIterator<Item = Record<'a>>>(records: T) -> Self {
        let mut index = Index::new();
        for record in records {
            index.add(&record);
        }
        index
    }
}

impl Index {
    /// An index without records.
    pub fn new() -> Index {
        Index { store: Store::new(), blocks: Blocks::default() }
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.store.records.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.store.records.is_empty()
    }

    /// Adds a record and returns its number. Its values count for term frequencies from now on.
    pub fn add(&mut self, record: &Record<'_>) -> u32 {
        let number = self.store.add(record);
        let nobody = Own::default();
        let prepared = self.store.records[number as usize];
        self.blocks.add(self.store.within(&nobody), &prepared, number);
        number
    }

    /// Says that a field has this value in `count` of `of` records, where the index holds only some of them: those that a
    /// database found for one record. To be called when all are added. The orders of names and lines have no values.
    pub fn weigh(&mut self, field: Field, value: &str, count: u32, of: u32) {
        if let Some(column) = field.column() {
            self.store.weigh(column, value, count, of);
        }
    }

    /// The records that may be of the same person as this one, with a match probability of at least `threshold`, the most
    /// probable first. The record is not added. Each score is the one that linking a whole file gives the pair.
    pub fn find(&self, model: &Model, record: &Record<'_>, threshold: f64) -> Vec<Match> {
        let mut own = Own::default();
        let asked = self.store.ask(record, &mut own);
        let lexicon = self.store.within(&own);
        let scorer = Scorer::new(model, &self.store);
        let mut candidates = Vec::new();
        self.blocks.candidates(lexicon, &asked, &mut candidates);
        let score = |number: u32| {
            let compared = compare(lexicon, &asked, &self.store.records[number as usize]);
            Match { record: number, probability: probability(scorer.bits(&compared)) }
        };
        let mut found: Vec<Match> =
            candidates.into_iter().map(score).filter(|found| found.probability >= threshold).collect();
        found.sort_by(|a, b| b.probability.total_cmp(&a.probability).then(a.record.cmp(&b.record)));
        found
    }

    /// Why a record scores as it does against one of the index. `None` where the index has no such number.
    pub fn explain(&self, model: &Model, record: &Record<'_>, number: u32) -> Option<Explanation> {
        let mut own = Own::default();
        let asked = self.store.ask(record, &mut own);
        self.explained(model, self.store.within(&own), &asked, number)
    }

    /// Why two records of the index score as they do. `None` where there is no such number.
    pub fn explain_pair(&self, model: &Model, a: u32, b: u32) -> Option<Explanation> {
        let nobody = Own::default();
        let asked = self.store.records.get(a as usize)?;
        self.explained(model, self.store.within(&nobody), asked, b)
    }

    fn explained(&self, model: &Model, lexicon: Lexicon<'_>, asked: &Prepared, number: u32) -> Option<Explanation> {
        let other = self.store.records.get(number as usize)?;
        Some(Scorer::new(model, &self.store).explain(&compare(lexicon, asked, other)))
    }
}
