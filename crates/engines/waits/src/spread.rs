//! What is known about a wait: not one number, but how likely each is.

use crate::score::quantile_of_sorted;

/// Possible waits in seconds, each as likely as the next. Where somebody may not be seen at all, some are infinite.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spread {
    sorted: Vec<f64>,
}

impl Spread {
    /// Of possible waits in any order; there must be one at least.
    pub fn of(mut waits: Vec<f64>) -> Spread {
        waits.sort_unstable_by(f64::total_cmp);
        Spread { sorted: waits }
    }

    /// The possible waits in seconds, in ascending order.
    pub fn waits(&self) -> &[f64] {
        &self.sorted
    }

    /// On average, in seconds; of those that end.
    pub fn mean(&self) -> f64 {
        let ending = &self.sorted[..self.sorted.partition_point(|wait| wait.is_finite())];
        ending.iter().sum::<f64>() / ending.len().max(1) as f64
    }

    /// Which share is not seen at all, 0 to 1.
    pub fn never(&self) -> f64 {
        let ending = self.sorted.partition_point(|wait| wait.is_finite());
        1.0 - ending as f64 / self.sorted.len().max(1) as f64
    }

    /// The wait below which this share lies, in seconds.
    pub fn quantile(&self, share: f64) -> f64 {
        let place = share.clamp(0.0, 1.0) * self.sorted.len().saturating_sub(1) as f64;
        if self.sorted.get(place.ceil() as usize).is_some_and(|wait| wait.is_infinite()) {
            return f64::INFINITY;
        }
        quantile_of_sorted(&self.sorted, share)
    }

    /// The range that holds 80% of the time, a tenth beyond either end.
    pub fn range(&self) -> (f64, f64) {
        (self.quantile(0.1), self.quantile(0.9))
    }

    /// How likely it is to be seen within so many seconds, 0 to 1.
    pub fn within(&self, seconds: f64) -> f64 {
        self.sorted.partition_point(|wait| *wait <= seconds) as f64 / self.sorted.len().max(1) as f64
    }

    /// What remains for those who waited so many seconds and were not seen yet: only waits longer than that are possible still.
    /// Beyond the longest, nothing is known but that it cannot be long.
    pub fn after(&self, elapsed: f64) -> Spread {
        let first = self.sorted.partition_point(|wait| *wait <= elapsed);
        match &self.sorted[first..] {
            [] => Spread { sorted: vec![0.0] },
            longer => Spread { sorted: longer.iter().map(|wait| wait - elapsed).collect() },
        }
    }

    /// The same over those who will be answered: who gives up while waiting, after a time without memory of this mean, is not
    /// among them, and the longer the wait the fewer are.
    pub fn answered(&self, patience: f64) -> Spread {
        let weight = |wait: &f64| (-wait / patience).exp();
        let total: f64 = self.sorted.iter().map(weight).sum();
        if total <= 0.0 {
            return self.clone();
        }
        let count = self.sorted.len();
        let mut waits = Vec::with_capacity(count);
        let (mut at, mut passed) = (0, weight(&self.sorted[0]));
        for number in 0..count {
            let wanted = total * (number as f64 + 0.5) / count as f64;
            while passed < wanted && at + 1 < count {
                at += 1;
                passed += weight(&self.sorted[at]);
            }
            waits.push(self.sorted[at]);
        }
        Spread { sorted: waits }
    }
}
