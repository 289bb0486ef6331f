//! The Fellegi–Sunter model: what each comparison level is worth.

use crate::record::{FIELDS, Field, Level, MOST_LEVELS};
use crate::train::MATCHES_BEFORE;
use serde::{Deserialize, Serialize};

/// A number for each level of each field.
pub(crate) type Levels = [[f64; MOST_LEVELS]; FIELDS];

/// m and u probabilities, and how common matches are (Fellegi and Sunter 1969).
///
/// The m probability of a level is how often it is seen where two records are of the same person, the u probability how often
/// where they are of strangers; missing values are left out of both. A level's match weight is log2(m / u), in bits.
///
/// The fields of an address agree or differ together, which two classes alone get badly wrong: then everybody of one street
/// looks like one person, and nobody who moved looks like themselves. So there are four: the same person at the same address;
/// the same person who has **moved**, whose addresses are like those of strangers; two people who live **nearby**, in one
/// household or street, whose surnames and addresses agree in their own way; and strangers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Of all pairs, the share that are of the same person.
    pub match_share: f64,
    /// Of the pairs of the same person, the share with two different addresses.
    pub moved_share: f64,
    /// Of all pairs, the share that are two people of one household or street.
    pub nearby_share: f64,
    pub(crate) m: Levels,
    pub(crate) u: Levels,
    /// How often a level is seen where two people live nearby.
    pub(crate) nearby: Levels,
}

/// Below so many pairs of one person, what a level counts says how little was seen.
const LEAST_SEEN: f64 = 3.0;

/// Of people who live nearby, the share with the same date of birth (twins) or the same first name (father and son).
const TWINS_AND_NAMESAKES: f64 = 0.02;

/// The classes beside strangers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Same,
    Moved,
    Nearby,
}

impl Class {
    pub(crate) const ALL: [Class; 3] = [Class::Same, Class::Moved, Class::Nearby];
}

impl Model {
    /// A model to begin with where there are too few records to train on: numbers of everyday experience, not estimates.
    pub fn starting() -> Model {
        let fill = |values: &[f64]| std::array::from_fn(|at| values.get(at).copied().unwrap_or(0.0));
        let of = |field: Field| match field.levels().len() {
            6 => (fill(&[0.78, 0.02, 0.09, 0.02, 0.03, 0.06]), fill(&[0.005, 0.002, 0.001, 0.003, 0.03, 0.959])),
            5 => (fill(&[0.88, 0.05, 0.01, 0.02, 0.04]), fill(&[0.00005, 0.001, 0.00005, 0.004, 0.9949])),
            2 => (fill(&[0.97, 0.03]), fill(&[1.0, 1.0])),
            _ if field == Field::State => (fill(&[0.95, 0.02, 0.01, 0.02]), fill(&[0.2, 0.1, 0.1, 0.6])),
            _ => (fill(&[0.80, 0.10, 0.04, 0.06]), fill(&[0.005, 0.005, 0.03, 0.96])),
        };
        let nearby = |field: Field| match field {
            Field::Surname => fill(&[0.3, 0.002, 0.02, 0.002, 0.03, 0.646]),
            Field::StreetNumber => fill(&[0.3, 0.15, 0.05, 0.5]),
            field if field.levels().len() == 4 => fill(&[0.9, 0.03, 0.02, 0.05]),
            field => of(field).1,
        };
        Model {
            match_share: 1e-6,
            moved_share: 0.1,
            nearby_share: 1e-5,
            m: Field::ALL.map(|field| of(field).0),
            u: Field::ALL.map(|field| of(field).1),
            nearby: Field::ALL.map(nearby),
        }
    }

    /// The m probability of a level; `None` where the field has no such level.
    pub fn m_probability(&self, field: Field, level: Level) -> Option<f64> {
        place(field, level).map(|at| self.m[field as usize][at])
    }

    /// The u probability of a level; `None` where the field has no such level.
    pub fn u_probability(&self, field: Field, level: Level) -> Option<f64> {
        place(field, level).map(|at| self.u[field as usize][at])
    }

    /// What a level adds to the log odds that two records at one address are of one person, before the frequency of the value, bits;
    /// `None` where the field has no such level.
    pub fn bits(&self, field: Field, level: Level) -> Option<f64> {
        place(field, level).map(|at| self.ratio(Class::Same, field, at).log2())
    }

    /// The same model with another's numbers for one field: where the records it was trained on can tell nothing of that.
    pub fn with(mut self, field: Field, of: &Model) -> Model {
        let at = field as usize;
        (self.m[at], self.u[at], self.nearby[at]) = (of.m[at], of.u[at], of.nearby[at]);
        self
    }

    /// The same model where a level that hardly any of so many pairs of one person showed counts no more for one than it does in another
    /// model, and none counts more than that they agree exactly. Whoever makes a slip has first to have the value: where a slip seems to count
    /// more, strangers showed too few of it.
    pub fn settled(mut self, matches: f64, other: &Model) -> Model {
        for field in Field::ALL.into_iter().filter(|field| !field.is_order()) {
            let (at, last) = (field as usize, field.levels().len() - 1);
            let most = self.ratio(Class::Same, field, 0);
            for level in 1..last {
                let seen = self.m[at][level] * (matches + MATCHES_BEFORE) - other.m[at][level] * MATCHES_BEFORE;
                let most = if seen < LEAST_SEEN { most.min(other.ratio(Class::Same, field, level)) } else { most };
                let ratio = self.ratio(Class::Same, field, level).min(most);
                let more = self.m[at][level] / ratio - self.u[at][level];
                self.u[at][level] += more;
                self.u[at][last] = (self.u[at][last] - more).max(f64::EPSILON);
            }
        }
        self
    }

    /// The odds of a class against strangers before anything is compared.
    pub(crate) fn odds(&self, class: Class) -> f64 {
        let strangers = 1.0 - self.match_share - self.nearby_share;
        let share = match class {
            Class::Same => self.match_share * (1.0 - self.moved_share),
            Class::Moved => self.match_share * self.moved_share,
            Class::Nearby => self.nearby_share,
        };
        share / strangers
    }

    /// What a field's level does to the odds of a class against strangers.
    pub(crate) fn ratio(&self, class: Class, field: Field, level: usize) -> f64 {
        let u = self.u[field as usize][level];
        let of_class = match class {
            Class::Moved if !field.is_personal() => u,
            Class::Same | Class::Moved => self.m[field as usize][level],
            Class::Nearby if field.is_shared_nearby() => self.nearby[field as usize][level],
            Class::Nearby if level == 0 && !field.is_order() => u.max(TWINS_AND_NAMESAKES),
            Class::Nearby => u,
        };
        of_class / u
    }

    /// [`Model::ratio`] of every field and level.
    pub(crate) fn ratios(&self, class: Class) -> Levels {
        let mut all = [[1.0; MOST_LEVELS]; FIELDS];
        for field in Field::ALL {
            (0..field.levels().len()).for_each(|at| all[field as usize][at] = self.ratio(class, field, at));
        }
        all
    }
}

/// Where a level stands in its field's list.
pub(crate) fn place(field: Field, level: Level) -> Option<usize> {
    field.levels().iter().position(|own| *own == level)
}
