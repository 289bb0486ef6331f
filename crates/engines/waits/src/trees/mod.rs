//! Gradient-boosted regression trees on histograms (Friedman 2001; Ke et al. 2017): for the mean, or for a quantile.

mod bins;
mod grow;
#[cfg(test)]
mod tests;

use crate::dice::Dice;
use crate::score::quantile;
use bins::Bins;
use grow::{Grower, Tree};

/// What the trees are to find.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// The mean: squared error.
    Mean,
    /// The value below which this share lies: pinball loss.
    Quantile(f64),
}

/// How they are grown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Growth {
    /// How many.
    pub trees: usize,
    /// How much of what a tree found is taken over.
    pub rate: f64,
    /// The most leaves a tree has.
    pub leaves: usize,
    /// The least weight of rows in a leaf.
    pub least: f64,
    /// Which share of the columns a tree looks at.
    pub columns: f64,
    /// Which share of the rows a tree looks at.
    pub rows: f64,
    /// Draws the value of small leaves towards nothing: so many rows that say 0 (mean only).
    pub ridge: f64,
    /// Where chance begins.
    pub seed: u64,
}

/// Rows to learn from.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// One row after the other, all of one length, no number missing.
    pub rows: &'a [Vec<f32>],
    /// What was found in each.
    pub targets: &'a [f64],
    /// How much each counts.
    pub weights: &'a [f64],
}

/// What was learned.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trees {
    start: f64,
    trees: Vec<Tree>,
}

impl Trees {
    /// Learns. Nothing can be learned of no rows: the answer is 0 then.
    pub fn learn(table: Table<'_>, aim: Aim, growth: &Growth) -> Trees {
        let count = table.targets.len();
        if count == 0 {
            return Trees::default();
        }
        let bins = Bins::of(table.rows);
        let start = level(table.targets, table.weights, aim);
        let mut said = vec![start; count];
        let mut dice = Dice::new(growth.seed);
        let mut trees = Vec::with_capacity(growth.trees);
        let mut slopes = vec![0.0f32; count];
        let mut grower = Grower::new(&bins, growth);
        for _ in 0..growth.trees {
            for (row, slope) in slopes.iter_mut().enumerate() {
                let error = table.targets[row] - said[row];
                let pull = match aim {
                    Aim::Mean => error,
                    Aim::Quantile(share) => share - f64::from(error < 0.0),
                };
                *slope = (pull * table.weights[row]) as f32;
            }
            let chosen: Vec<u32> = (0..count as u32).filter(|_| dice.share() < growth.rows).collect();
            let wanted = ((bins.columns() as f64 * growth.columns).ceil() as usize).max(1);
            let columns = dice.choose(wanted, bins.columns());
            let (mut tree, leaves) = grower.grow(&slopes, table.weights, chosen, &columns);
            for (leaf, rows) in &leaves {
                let found = match aim {
                    Aim::Mean => {
                        let sum: f64 = rows.iter().map(|row| f64::from(slopes[*row as usize])).sum();
                        let weight: f64 = rows.iter().map(|row| table.weights[*row as usize]).sum();
                        sum / (weight + growth.ridge)
                    }
                    Aim::Quantile(share) => {
                        let errors = rows.iter().map(|row| table.targets[*row as usize] - said[*row as usize]);
                        quantile(&mut errors.collect::<Vec<f64>>(), share)
                    }
                };
                tree.set(*leaf, found * growth.rate);
            }
            for (row, said) in said.iter_mut().enumerate() {
                *said += tree.answer(&table.rows[row]);
            }
            trees.push(tree);
        }
        Trees { start, trees }
    }

    /// What they say of a row.
    pub fn answer(&self, row: &[f32]) -> f64 {
        self.start + self.trees.iter().map(|tree| tree.answer(row)).sum::<f64>()
    }
}

/// The one number that is best for all rows.
fn level(targets: &[f64], weights: &[f64], aim: Aim) -> f64 {
    match aim {
        Aim::Mean => {
            let sum: f64 = targets.iter().zip(weights).map(|(target, weight)| target * weight).sum();
            sum / weights.iter().sum::<f64>().max(f64::MIN_POSITIVE)
        }
        Aim::Quantile(share) => quantile(&mut targets.to_vec(), share),
    }
}
