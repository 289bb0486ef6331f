//! What queueing theory knows exactly: the measure for everything that is simulated.

/// Many who call, desks that are alike, no memory anywhere. Rates are per second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theory {
    /// People who come.
    pub arrivals: f64,
    /// Conversations a desk ends while it has some.
    pub services: f64,
    /// Desks.
    pub desks: usize,
    /// Those who give up, for each who waits; 0 where nobody does (Erlang C), and then there must be desks enough.
    pub giving_up: f64,
}

/// How it goes in the long run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LongRun {
    /// Which share has to wait at all.
    pub waits: f64,
    /// Which share gives up.
    pub gives_up: f64,
    /// The mean wait over everybody, in seconds.
    pub wait: f64,
    /// Which share of the time of a desk is used.
    pub occupancy: f64,
}

impl Theory {
    /// Erlang C, or Erlang A (Palm) where people give up: the birth and death process, summed until nothing is left.
    pub fn long_run(&self) -> LongRun {
        let desks = self.desks as f64;
        let (mut weight, mut total, mut waiting, mut busy, mut full) = (1.0f64, 1.0f64, 0.0f64, 0.0f64, 0.0f64);
        for people in 1..1_000_000 {
            let present = f64::from(people);
            let out = present.min(desks) * self.services + (present - desks).max(0.0) * self.giving_up;
            weight *= self.arrivals / out;
            total += weight;
            busy += weight * present.min(desks);
            if present >= desks {
                full += weight;
                waiting += weight * (present - desks);
            }
            if weight < total * 1e-15 && present > desks {
                break;
            }
            if weight > 1e200 {
                (weight, total, waiting, busy, full) =
                    (weight / 1e200, total / 1e200, waiting / 1e200, busy / 1e200, full / 1e200);
            }
        }
        let in_line = waiting / total;
        LongRun {
            waits: full / total,
            gives_up: in_line * self.giving_up / self.arrivals,
            wait: in_line / self.arrivals,
            occupancy: busy / total / desks,
        }
    }

    /// The share answered within so many seconds where nobody gives up.
    pub fn answered_within(&self, seconds: f64) -> f64 {
        let spare = self.desks as f64 * self.services - self.arrivals;
        1.0 - self.long_run().waits * (-spare * seconds).exp()
    }
}

/// How long somebody waits with so many before them and every desk busy: mean and variance, in seconds and their square. Each
/// step takes 1 / (desks × rate + those still before × rate of giving up); the steps do not depend on each other.
pub fn wait_behind(ahead: usize, desks: usize, service_rate: f64, giving_up: f64) -> (f64, f64) {
    let steps = (0..=ahead).map(|before| 1.0 / (desks as f64 * service_rate + before as f64 * giving_up));
    steps.fold((0.0, 0.0), |(mean, variance), step| (mean + step, variance + step * step))
}
