//! How long things take, when nobody knows: conversations, patience, the way back to a desk.

/// A length of time that differs from case to case; all in seconds.
#[derive(Debug, Clone, PartialEq)]
pub enum Length {
    /// Always the same.
    Steady(f64),
    /// Without memory.
    Exponential {
        /// On average.
        mean: f64,
    },
    /// As conversations are (Brown et al. 2005): its logarithm is normal.
    LogNormal {
        /// Half take longer.
        middle: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// As it was seen: lengths in ascending order, each as likely as the next.
    Seen(Vec<f64>),
}

impl Length {
    /// The log-normal that fits best to what was seen; of nothing seen, what is given.
    pub fn fitted(seen: &[f64], otherwise: Length) -> Length {
        if seen.len() < 20 {
            return otherwise;
        }
        let logs: Vec<f64> = seen.iter().map(|seconds| seconds.max(1.0).ln()).collect();
        let mean = logs.iter().sum::<f64>() / logs.len() as f64;
        let variance = logs.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / logs.len() as f64;
        Length::LogNormal { middle: mean.exp(), sigma: variance.sqrt().max(0.01) }
    }

    /// On average.
    pub fn mean(&self) -> f64 {
        match self {
            Length::Steady(seconds) => *seconds,
            Length::Exponential { mean } => *mean,
            Length::LogNormal { middle, sigma } => middle * (sigma * sigma / 2.0).exp(),
            Length::Seen(seen) => seen.iter().sum::<f64>() / seen.len().max(1) as f64,
        }
    }

    /// How much longer, `elapsed` seconds after it began. `share` between 0 and 1 says how lucky one is: the same share of the
    /// same length is the same time, and more of it is never less.
    pub fn remaining(&self, elapsed: f64, share: f64) -> f64 {
        let elapsed = elapsed.max(0.0);
        match self {
            Length::Steady(seconds) => (seconds - elapsed).max(0.0),
            Length::Exponential { mean } => -mean * (1.0 - share).ln(),
            Length::LogNormal { middle, sigma } => {
                let begun = (elapsed.max(1e-9) / middle).ln() / sigma;
                // Counted from the long end, where what is left is small but matters.
                let left = upper_tail(begun) * (1.0 - share);
                let total = middle * (-normal_quantile(left.max(1e-300)) * sigma).exp();
                (total - elapsed).max(0.0)
            }
            Length::Seen(seen) => {
                let longer = &seen[seen.partition_point(|seconds| *seconds < elapsed)..];
                match longer.get((share * longer.len() as f64) as usize) {
                    Some(seconds) => seconds - elapsed,
                    // Longer than anything seen: as long again as the longest is beyond the rest.
                    None => -seen.last().map_or(60.0, |longest| longest * 0.25) * (1.0 - share).ln(),
                }
            }
        }
    }

    /// The whole of it.
    pub fn whole(&self, share: f64) -> f64 {
        self.remaining(0.0, share)
    }
}

/// The share of a standard normal that lies above (Numerical Recipes, `erfcc`: relative error below 1.2e-7).
pub fn upper_tail(deviations: f64) -> f64 {
    let size = deviations.abs() / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.5 * size);
    const BY_POWER: [f64; 10] = [
        -1.265_512_23,
        1.000_023_68,
        0.374_091_96,
        0.096_784_18,
        -0.186_288_06,
        0.278_868_07,
        -1.135_203_98,
        1.488_515_87,
        -0.822_152_23,
        0.170_872_77,
    ];
    let sum = BY_POWER.iter().rev().fold(0.0, |sum, factor| sum * t + factor);
    let tail = t * (-size * size + sum).exp() / 2.0;
    if deviations >= 0.0 { tail } else { 1.0 - tail }
}

/// How many standard deviations above the mean this share of a normal ends (Acklam's rational approximation, error below 1.2e-9
/// of the value).
pub fn normal_quantile(share: f64) -> f64 {
    const MIDDLE: [f64; 6] = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    const UNDER: [f64; 5] = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
    ];
    const TAIL: [f64; 6] = [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const TAIL_UNDER: [f64; 4] =
        [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416];
    let polynomial = |factors: &[f64], x: f64| factors.iter().fold(0.0, |sum, factor| sum * x + factor);
    let tail = |share: f64| {
        let q = (-2.0 * share.ln()).sqrt();
        polynomial(&TAIL, q) / (polynomial(&TAIL_UNDER, q) * q + 1.0)
    };
    if share < 0.024_25 {
        tail(share)
    } else if share > 1.0 - 0.024_25 {
        -tail(1.0 - share)
    } else {
        let q = share - 0.5;
        polynomial(&MIDDLE, q * q) * q / (polynomial(&UNDER, q * q) * q * q + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths() -> Vec<Length> {
        vec![
            Length::Steady(120.0),
            Length::Exponential { mean: 180.0 },
            Length::LogNormal { middle: 121.0, sigma: 0.9 },
            Length::Seen((1..=500).map(f64::from).collect()),
        ]
    }

    #[test]
    fn the_normal_is_that_of_the_tables() {
        for (deviations, above) in
            [(0.0, 0.5), (1.0, 0.158_655_254), (1.959_964, 0.025), (-1.0, 0.841_344_746), (6.0, 9.865_876e-10)]
        {
            let found = upper_tail(deviations);
            assert!((found / above - 1.0).abs() < 1e-6, "{deviations}: {found}");
            assert!((normal_quantile(1.0 - above) - deviations).abs() < 1e-5, "{deviations}");
        }
        assert!((normal_quantile(1e-12) + 7.034_484).abs() < 1e-4);
    }

    #[test]
    fn on_average_they_take_their_mean() {
        for length in lengths() {
            let count = 200_000;
            let sum: f64 = (0..count).map(|n| length.whole((f64::from(n) + 0.5) / f64::from(count))).sum();
            let found = sum / f64::from(count);
            assert!((found / length.mean() - 1.0).abs() < 0.01, "{length:?}: {found}");
        }
    }

    #[test]
    fn what_remains_is_what_the_whole_leaves_to_those_who_got_so_far() {
        for length in lengths() {
            let elapsed = 100.0;
            let shares = (0..100_000).map(|n| (f64::from(n) + 0.5) / 100_000.0);
            let longer: Vec<f64> = shares.map(|share| length.whole(share)).filter(|whole| *whole > elapsed).collect();
            let direct = longer.iter().map(|whole| whole - elapsed).sum::<f64>() / longer.len() as f64;
            let shares = (0..100_000).map(|n| (f64::from(n) + 0.5) / 100_000.0);
            let found = shares.map(|share| length.remaining(elapsed, share)).sum::<f64>() / 100_000.0;
            assert!((found / direct - 1.0).abs() < 0.02, "{length:?}: {found}, not {direct}");
        }
    }

    #[test]
    fn a_fit_finds_what_it_was_made_of() {
        let made = Length::LogNormal { middle: 121.0, sigma: 0.9 };
        let seen: Vec<f64> = (0..5000).map(|n| made.whole((f64::from(n) + 0.5) / 5000.0)).collect();
        let Length::LogNormal { middle, sigma } = Length::fitted(&seen, Length::Steady(1.0)) else {
            panic!("a log-normal")
        };
        assert!((middle / 121.0 - 1.0).abs() < 0.01 && (sigma - 0.9).abs() < 0.02, "{middle} {sigma}");
        assert_eq!(Length::fitted(&[5.0], Length::Steady(1.0)), Length::Steady(1.0));
    }
}
