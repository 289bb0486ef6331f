//! What others tell people, exactly as they do it: the figures ours must beat.

use crate::hall::{Hall, Start, Waiter};

/// Seconds a conversation takes, where somebody types it in once: what the rule of queue length and eappointment stand on.
pub const TYPED_SERVICE: f64 = 180.0;
/// For how many seconds a desk counts as open after it began with somebody.
pub const OPEN_FOR: i64 = 20 * 60;

/// A rule that needs nothing but the present state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Last to enter service: the wait of whoever was answered last (Ibrahim and Whitt 2009).
    LastToEnter,
    /// The same, of whoever was answered last and had to wait at all.
    LastDelayed,
    /// Queue length: (ahead + 1) × service / desks.
    QueueLength,
    /// How long the one at the head of the line has waited; with nobody waiting, the last to enter service.
    HeadOfLine,
    /// The mean of the last ten answered (Ivanti Voice).
    LastTen,
    /// 0.9 of what it was, 0.1 of each new wait (Salesforce Chat).
    Weighted,
    /// it-at-m/eappointment (Munich, Berlin): (waiting + 1) × typed service / desks, in whole minutes, for the last in the line.
    Eappointment,
}

impl Rule {
    /// All of them, in the order of the table.
    pub const ALL: [Rule; 7] = [
        Rule::LastToEnter,
        Rule::LastDelayed,
        Rule::QueueLength,
        Rule::HeadOfLine,
        Rule::LastTen,
        Rule::Weighted,
        Rule::Eappointment,
    ];

    /// What the table calls it.
    pub fn name(self) -> &'static str {
        match self {
            Rule::LastToEnter => "last to enter service (LES)",
            Rule::LastDelayed => "LES, of those who waited",
            Rule::QueueLength => "queue length (QL)",
            Rule::HeadOfLine => "head of line (HOL)",
            Rule::LastTen => "mean of last ten",
            Rule::Weighted => "weighted mean (EWMA 0.9/0.1)",
            Rule::Eappointment => "eappointment (ZMS)",
        }
    }
}

/// The estimates of all rules, kept up as calls are answered.
#[derive(Debug, Clone, Default)]
pub struct Baselines {
    weighted: Option<f64>,
    seen: usize,
}

impl Baselines {
    /// Takes into account who was answered since the last time.
    pub fn watch(&mut self, starts: &[Start]) {
        for start in &starts[self.seen.min(starts.len())..] {
            let wait = start.wait as f64;
            self.weighted = Some(self.weighted.map_or(wait, |before| 0.9 * before + 0.1 * wait));
        }
        self.seen = starts.len();
    }

    /// The weighted mean so far, in seconds.
    pub fn weighted(&self) -> f64 {
        self.weighted.unwrap_or(0.0)
    }

    /// What a rule says to this one, in seconds.
    pub fn estimate(&self, rule: Rule, hall: &Hall, of: &Waiter) -> f64 {
        let desks = hall.active(OPEN_FOR).max(1) as f64;
        match rule {
            Rule::LastToEnter => last(hall, |_| true),
            Rule::LastDelayed => last(hall, |start| start.wait > 0),
            Rule::QueueLength => (hall.ahead(of).count() as f64 + 1.0) * TYPED_SERVICE / desks,
            Rule::HeadOfLine => head_of_line(hall, of).unwrap_or_else(|| last(hall, |_| true)),
            Rule::LastTen => mean_of_last(&hall.starts, 10),
            Rule::Weighted => self.weighted(),
            Rule::Eappointment => {
                let in_line = hall.waiting.iter().filter(|other| other.call != of.call).count() as f64;
                ((in_line + 1.0) * TYPED_SERVICE / desks / 60.0).floor() * 60.0
            }
        }
    }
}

/// The wait of the last answered of those that fit, in seconds; 0 before the first.
pub fn last(hall: &Hall, fits: impl Fn(&Start) -> bool) -> f64 {
    hall.starts.iter().rev().find(|start| fits(start)).map_or(0.0, |start| start.wait as f64)
}

/// How long the one at the head of the line has waited, in seconds, besides the one who asks.
pub fn head_of_line(hall: &Hall, of: &Waiter) -> Option<f64> {
    let others = hall.waiting.iter().filter(|other| other.call != of.call && hall.counts(other.queue));
    others.map(|other| (hall.now - other.since) as f64).max_by(f64::total_cmp)
}

/// The mean wait of the last so many answered, in seconds.
pub fn mean_of_last(starts: &[Start], count: usize) -> f64 {
    let those = &starts[starts.len().saturating_sub(count)..];
    those.iter().map(|start| start.wait as f64).sum::<f64>() / those.len().max(1) as f64
}
