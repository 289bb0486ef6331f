//! What a pair scores, and why.

use crate::compare::Comparison;
use crate::model::{Class, Levels, Model, place};
use crate::record::{FIELDS, Field, Level};
use crate::store::Store;
use serde::Serialize;

/// The smallest frequency a value is taken to have, in occurrences.
const RAREST: u32 = 2;

/// One field of a pair: its level and what that is worth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Weight {
    /// The field.
    pub field: Field,
    /// How well the two values agree.
    pub level: Level,
    /// log2(m / u) of the level, bits; 0 where a value is missing.
    pub level_bits: f64,
    /// What the frequency of the value adds: more for a rare name, less for a common one. Bits.
    pub term_frequency_bits: f64,
}

/// A pair's score, field by field. Prior, weights, moved and nearby add up to [`Explanation::total_bits`], which is
/// log2(p / (1 - p)) of the match probability p.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// log2 of the odds that any two records are of one person at one address.
    pub prior_bits: f64,
    /// Every field, in the order of [`Field::ALL`].
    pub weights: Vec<Weight>,
    /// What is given back because people move house. At least 0.
    pub moved_bits: f64,
    /// What is taken off because these may be two people of one household or street. At most 0.
    pub nearby_bits: f64,
    /// The sum of all.
    pub total_bits: f64,
    /// The match probability, 0 to 1.
    pub probability: f64,
}

/// The match probability of log2 odds.
pub(crate) fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + (-bits).exp2())
}

/// A model made ready for scoring the records of a store.
#[derive(Debug, Clone)]
pub(crate) struct Scorer {
    /// log2 odds of each class against strangers, before anything is compared.
    prior: [f64; 3],
    /// What each level adds to them, bits.
    weights: [Levels; 3],
    /// The u probability of exact agreement, by field, against which a value's frequency is weighed.
    agreement: [f64; FIELDS],
    /// Records that have the field.
    present: [f64; FIELDS],
}

impl Scorer {
    pub(crate) fn new(model: &Model, store: &Store) -> Scorer {
        let present = |field: Field| field.column().map_or(0, |column| store.present[column]);
        Scorer {
            prior: Class::ALL.map(|class| model.odds(class).log2()),
            weights: Class::ALL.map(|class| model.ratios(class).map(|levels| levels.map(f64::log2))),
            agreement: model.u.map(|levels| levels[0]),
            present: Field::ALL.map(|field| f64::from(present(field)).max(1.0)),
        }
    }

    /// log2 odds of a match.
    pub(crate) fn bits(&self, compared: &Comparison) -> f64 {
        let [same, moved, nearby] = self.classes(compared);
        together(same, moved) - together(0.0, nearby)
    }

    /// log2 odds of each class against strangers.
    fn classes(&self, compared: &Comparison) -> [f64; 3] {
        let mut all = self.prior;
        for field in Field::ALL {
            let Some(level) = place(field, compared.levels[field as usize]) else { continue };
            let frequency = self.frequency(field, level, compared);
            for class in Class::ALL {
                // Strangers and those who moved agree on an address by chance alike, however rare it is.
                let by_chance = class == Class::Moved && !field.is_personal();
                all[class as usize] +=
                    self.weights[class as usize][field as usize][level] + if by_chance { 0.0 } else { frequency };
            }
        }
        all
    }

    /// The most bits a pair of these levels can have, with the rarest of values.
    pub(crate) fn most(&self, levels: &[Level; FIELDS]) -> f64 {
        self.bits(&Comparison { levels: *levels, counts: Field::ALL.map(|field| u32::from(!field.is_order())) })
    }

    /// What a value that agrees exactly adds by being rare, or takes off by being common.
    fn frequency(&self, field: Field, level: usize, compared: &Comparison) -> f64 {
        match compared.counts[field as usize] {
            count if level == 0 && count > 0 => {
                // A name that stands in the other's place may be more frequent there than there are names here.
                let frequency = (f64::from(count.max(RAREST)) / self.present[field as usize]).min(1.0);
                (self.agreement[field as usize] / frequency).log2()
            }
            _ => 0.0,
        }
    }

    /// The score taken apart.
    pub(crate) fn explain(&self, compared: &Comparison) -> Explanation {
        let weight = |field: Field| {
            let level = compared.levels[field as usize];
            let (level_bits, term_frequency_bits) = place(field, level).map_or((0.0, 0.0), |at| {
                (self.weights[Class::Same as usize][field as usize][at], self.frequency(field, at, compared))
            });
            Weight { field, level, level_bits, term_frequency_bits }
        };
        let weights: Vec<Weight> = Field::ALL.into_iter().map(weight).collect();
        let [same, moved, nearby] = self.classes(compared);
        let (prior_bits, moved_bits, nearby_bits) =
            (self.prior[Class::Same as usize], together(0.0, moved - same), -together(0.0, nearby));
        let seen: f64 = weights.iter().map(|weight| weight.level_bits + weight.term_frequency_bits).sum();
        let total_bits = prior_bits + seen + moved_bits + nearby_bits;
        Explanation { prior_bits, weights, moved_bits, nearby_bits, total_bits, probability: probability(total_bits) }
    }
}

/// log2 of the sum of two odds given as log2.
fn together(a: f64, b: f64) -> f64 {
    let (more, less) = if a > b { (a, b) } else { (b, a) };
    more + (1.0 + (less - more).exp2()).log2()
}
