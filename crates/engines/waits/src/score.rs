//! How good estimates were, once it is known what happened.

/// An estimate that was given: seconds, with the range that should hold 80% of the time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// The single figure, in seconds.
    pub about: f64,
    /// The range, in seconds.
    pub range: (f64, f64),
}

/// Errors over many estimates, all in seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// How many estimates.
    pub count: usize,
    /// Mean absolute error.
    pub mae: f64,
    /// Root of the mean squared error.
    pub rmse: f64,
    /// Mean of estimate minus truth: below zero where people were promised too little.
    pub bias: f64,
    /// Which share of the waits lay within the range, 0 to 1.
    pub coverage: f64,
    /// Mean width of the range.
    pub width: f64,
    /// Which share was over before the range began, 0 to 1: who trusts it misses the call.
    pub early: f64,
}

impl Score {
    /// Over pairs of what was said and how long it was, in seconds.
    pub fn of(pairs: impl IntoIterator<Item = (Given, f64)>) -> Score {
        let mut sum = Score::default();
        for (given, truth) in pairs {
            let error = given.about - truth;
            sum.count += 1;
            sum.mae += error.abs();
            sum.rmse += error * error;
            sum.bias += error;
            sum.coverage += f64::from(given.range.0 <= truth && truth <= given.range.1);
            sum.width += given.range.1 - given.range.0;
            sum.early += f64::from(truth < given.range.0);
        }
        let count = sum.count.max(1) as f64;
        Score {
            count: sum.count,
            mae: sum.mae / count,
            rmse: (sum.rmse / count).sqrt(),
            bias: sum.bias / count,
            coverage: sum.coverage / count,
            width: sum.width / count,
            early: sum.early / count,
        }
    }
}

/// The value below which this share of the numbers lies, between the two nearest; 0 of none. Sorts them.
pub fn quantile(numbers: &mut [f64], share: f64) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    quantile_of_sorted(numbers, share)
}

/// The same of numbers in ascending order.
pub fn quantile_of_sorted(sorted: &[f64], share: f64) -> f64 {
    let Some(end) = sorted.len().checked_sub(1) else { return 0.0 };
    let place = share.clamp(0.0, 1.0) * end as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}
