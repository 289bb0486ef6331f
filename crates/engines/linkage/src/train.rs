//! Estimating m and u without knowing which pairs match.

use crate::compare::each_by_itself;
use crate::hash::Sequence;
use crate::index::Index;
use crate::model::{Class, Levels, Model, place};
use crate::pairs::{Pairs, Pattern, Scope};
use crate::record::{FIELDS, Field, MOST_LEVELS};
use crate::store::{Own, Prepared};

/// Pairs drawn for the u probabilities of levels that cannot be counted.
const DRAWN: usize = 30_000;

/// The same every time, so that a file gives the same model whenever it is trained on.
const SEED: u64 = 1969;

/// Rounds of EM at most, and the change of any share below which it stops.
const ROUNDS: usize = 60;
const STILL: f64 = 1e-4;

/// Matches and people nearby that are expected for each record to begin with.
const MATCHES_EACH: f64 = 0.1;
const NEARBY_EACH: f64 = 1.0;

/// Of one person's records, at most this share may have altogether different given names, surnames or dates of birth.
/// Without the limit EM takes neighbours for one person where a street has far more of them than the file has matches.
const MOST_FAR: f64 = 0.15;

/// Matching pairs that the starting model counts for beside those of the file, so that a level nobody has seen yet keeps an
/// everyday weight; and pairs of strangers likewise.
pub(crate) const MATCHES_BEFORE: f64 = 10.0;
const STRANGERS_BEFORE: f64 = 20_000.0;

/// What is known of all possible pairs before matches are told from strangers.
struct Background {
    possible: f64,
    /// Pairs in which both records have the field, by field; and those that agree exactly.
    present: [f64; FIELDS],
    agreeing: [f64; FIELDS],
    /// How often the other levels are seen where there is no exact agreement, by field.
    others: Levels,
    /// u of exact agreement to start from.
    starting_u: [f64; FIELDS],
}

/// Estimates a model from the candidate pairs of an index.
pub(crate) fn train(index: &Index, scope: Scope, pairs: &Pairs) -> Model {
    fit(&background(index, scope), pairs, index.len())
}

/// m by the EM algorithm (Dempster, Laird and Rubin 1977; for record linkage Winkler 1988) over all candidate pairs, taking
/// every other pair for strangers. u of exact agreement by counting values, without the pairs EM takes for matches; u of the
/// other levels from random pairs.
fn fit(background: &Background, pairs: &Pairs, records: usize) -> Model {
    let starting = Model::starting();
    let of_records = |each: f64| (each * records as f64 / background.possible).min(0.2);
    let (match_share, nearby_share) = (of_records(MATCHES_EACH), of_records(NEARBY_EACH));
    let mut model = Model { match_share, nearby_share, ..starting.clone() };
    set_u(&mut model, background, &Expected::default());
    for _ in 0..ROUNDS {
        let next = maximise(&starting, &expect(&model, pairs), background);
        let moved = change(&model, &next);
        model = next;
        if moved < STILL {
            break;
        }
    }
    model
}

/// How many pairs of each class are expected, and at which levels.
#[derive(Default)]
struct Expected {
    pairs: [f64; 3],
    levels: [Levels; 3],
}

impl Expected {
    /// Pairs that are not of strangers.
    fn known(&self, field: Field, level: usize) -> f64 {
        let by_chance = |class: Class| match class {
            Class::Same => false,
            Class::Moved => !field.is_personal(),
            Class::Nearby => !field.is_shared_nearby(),
        };
        let classes = Class::ALL.into_iter().filter(|class| !by_chance(*class));
        classes.map(|class| self.levels[class as usize][field as usize][level]).sum()
    }
}

/// The E step.
fn expect(model: &Model, pairs: &Pairs) -> Expected {
    let mut expected = Expected::default();
    let (odds, ratios) = (Class::ALL.map(|class| model.odds(class)), Class::ALL.map(|class| model.ratios(class)));
    for (pattern, seen) in pairs.patterns.iter().zip(&pairs.seen) {
        let mut of_pattern = odds;
        for (at, level) in present(pattern) {
            (0..3).for_each(|class| of_pattern[class] *= ratios[class][at][level]);
        }
        let all = 1.0 + of_pattern.iter().sum::<f64>();
        for (class, odds) in of_pattern.into_iter().enumerate() {
            let part = seen * odds / all;
            expected.pairs[class] += part;
            present(pattern).for_each(|(at, level)| expected.levels[class][at][level] += part);
        }
    }
    expected
}

/// The fields both records have, with the place of their level.
fn present(pattern: &Pattern) -> impl Iterator<Item = (usize, usize)> {
    let of_field = |(at, field): (usize, Field)| Some((at, place(field, pattern[at])?));
    Field::ALL.into_iter().enumerate().filter_map(of_field)
}

/// The M step.
fn maximise(starting: &Model, expected: &Expected, background: &Background) -> Model {
    let mut next = starting.clone();
    let share = |pairs: f64| (pairs / background.possible).clamp(1e-12, 0.4);
    let [same, moved, nearby] = expected.pairs;
    (next.match_share, next.nearby_share) = (share(same + moved), share(nearby));
    next.moved_share = (moved + MATCHES_BEFORE * starting.moved_share) / (same + moved + MATCHES_BEFORE);
    for field in Field::ALL {
        let at = field as usize;
        let (of_same, of_moved, of_nearby) =
            (&expected.levels[0][at], &expected.levels[1][at], &expected.levels[2][at]);
        let of_match = |level: usize| of_same[level] + if field.is_personal() { of_moved[level] } else { 0.0 };
        estimate(&mut next.m[at], field, of_match);
        if field.is_personal() && !field.is_order() {
            limit_last(&mut next.m[at][..field.levels().len()]);
        }
        if field.is_shared_nearby() {
            estimate(&mut next.nearby[at], field, |level| of_nearby[level]);
        }
    }
    set_u(&mut next, background, expected);
    next
}

/// Keeps the share of the last level, far, within [`MOST_FAR`].
fn limit_last(shares: &mut [f64]) {
    let Some((far, others)) = shares.split_last_mut().filter(|(far, _)| **far > MOST_FAR) else { return };
    let more = (1.0 - MOST_FAR) / (1.0 - *far).max(1e-9);
    *far = MOST_FAR;
    others.iter_mut().for_each(|share| *share *= more);
}

/// The share of each level, from how often it was seen and what was there before.
fn estimate(before: &mut [f64; MOST_LEVELS], field: Field, seen: impl Fn(usize) -> f64) {
    let levels = field.levels().len();
    let all: f64 = (0..levels).map(&seen).sum::<f64>() + MATCHES_BEFORE;
    for (level, share) in before.iter_mut().enumerate().take(levels) {
        *share = (seen(level) + MATCHES_BEFORE * *share) / all;
    }
}

fn set_u(model: &mut Model, background: &Background, expected: &Expected) {
    for field in Field::ALL.into_iter().filter(|field| !field.is_order()) {
        let (at, levels) = (field as usize, field.levels().len());
        let all: f64 = (0..levels).map(|level| expected.known(field, level)).sum();
        let agreeing = (background.agreeing[at] - expected.known(field, 0)).max(0.0);
        let agree = (agreeing + STRANGERS_BEFORE * background.starting_u[at])
            / ((background.present[at] - all).max(0.0) + STRANGERS_BEFORE);
        model.u[at][0] = agree;
        (1..levels).for_each(|level| model.u[at][level] = (1.0 - agree) * background.others[at][level]);
    }
}

fn change(before: &Model, after: &Model) -> f64 {
    let of_m = before.m.iter().flatten().zip(after.m.iter().flatten()).map(|(a, b)| (a - b).abs());
    let of_shares = [
        (after.match_share / before.match_share - 1.0).abs(),
        // Where hardly anybody lives nearby the share may shrink for ever.
        (after.nearby_share - before.nearby_share).abs() / (after.match_share + after.nearby_share),
    ];
    of_m.chain(of_shares).fold(0.0, f64::max)
}

fn background(index: &Index, scope: Scope) -> Background {
    let records = &index.store.records;
    let (mut present, mut agreeing) = ([0.0; FIELDS], [0.0; FIELDS]);
    for (field, column) in Field::ALL.into_iter().filter_map(|field| Some((field, field.column()?))) {
        let (first, second) = match scope {
            Scope::Within => (&records[..], None),
            Scope::Between(split) => (&records[..split as usize], Some(&records[split as usize..])),
        };
        (present[field as usize], agreeing[field as usize]) = agreement(first, second, column);
    }
    Background {
        possible: scope.possible(records.len()).max(1.0),
        present,
        agreeing,
        others: others(index, scope),
        starting_u: Model::starting().u.map(|levels| levels[0]),
    }
}

/// Of the pairs within the first file, or between the two: how many have the column, and how many agree on it.
fn agreement(first: &[Prepared], second: Option<&[Prepared]>, column: usize) -> (f64, f64) {
    let counts = |records: &[Prepared]| {
        let mut counts: Vec<u32> = Vec::new();
        for symbol in records.iter().map(|record| record[column] as usize).filter(|symbol| *symbol != 0) {
            if symbol >= counts.len() {
                counts.resize(symbol + 1, 0);
            }
            counts[symbol] += 1;
        }
        counts
    };
    let sum = |counts: &[u32]| counts.iter().map(|count| f64::from(*count)).sum::<f64>();
    let of_first = counts(first);
    match second.map(counts) {
        None => {
            let pairs = |count: f64| count * (count - 1.0) / 2.0;
            (pairs(sum(&of_first)), of_first.iter().map(|count| pairs(f64::from(*count))).sum())
        }
        Some(of_second) => {
            let both = of_first.iter().zip(&of_second).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum();
            (sum(&of_first) * sum(&of_second), both)
        }
    }
}

/// How often each level but the first is seen among random pairs that do not agree exactly. Hardly two of them are of one street, where
/// house numbers have their say: strangers of one street differ in them as those of two do.
fn others(index: &Index, scope: Scope) -> Levels {
    let (records, nobody) = (&index.store.records, Own::default());
    let (lexicon, mut draw) = (index.store.within(&nobody), Sequence::new(SEED));
    let mut seen = Model::starting().u;
    let (first, second) = match scope {
        Scope::Within => (0..records.len(), 0..records.len()),
        Scope::Between(split) => (0..split as usize, split as usize..records.len()),
    };
    if !first.is_empty() && !second.is_empty() {
        for _ in 0..DRAWN {
            let (a, b) = (first.start + draw.below(first.len()), second.start + draw.below(second.len()));
            if a != b {
                let levels = each_by_itself(lexicon, &records[a], &records[b]).levels;
                present(&levels).for_each(|(at, level)| seen[at][level] += 1.0);
            }
        }
    }
    for field in Field::ALL {
        let others = &mut seen[field as usize][1..field.levels().len()];
        let all: f64 = others.iter().sum();
        // What was not seen in so many pairs may still be as frequent as one in so many.
        let least = if all > 2.0 { 1.0 } else { 0.0 };
        others.iter_mut().for_each(|seen| *seen = seen.max(least) / all);
    }
    seen
}

#[cfg(test)]
#[path = "train_tests.rs"]
mod tests;
