//! A log lived through again, event by event: what every rule would have said to whom, and what then happened.

use crate::baselines::{Baselines, Rule};
use crate::features::features;
use crate::habits::Habits;
use crate::hall::Hall;
use crate::log::{Log, What};
use crate::score::Given;

/// Somebody who had to wait, as things stood when they joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Index into the log's calls.
    pub call: u32,
    /// When they joined.
    pub at: i64,
    /// Index into the log's queues.
    pub queue: u16,
    /// What each rule said, in the order of [`Rule::ALL`], in seconds.
    pub rules: [f64; Rule::ALL.len()],
    /// What the forward simulation said.
    pub simulated: Given,
    /// What the learned layer looks at.
    pub features: Vec<f32>,
    /// What happened, which nothing above knows of.
    pub end: End,
}

/// What became of somebody who waited.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End {
    /// Answered after so many seconds.
    Answered(f64),
    /// Left after so many seconds: would have waited longer, nobody knows how long.
    Left(f64),
    /// Still waiting when the log ends.
    Open,
}

impl Row {
    /// How long they waited, if they were answered.
    pub fn wait(&self) -> Option<f64> {
        match self.end {
            End::Answered(wait) => Some(wait),
            End::Left(_) | End::Open => None,
        }
    }
}

/// Nobody is told more than two hours, in seconds.
const LONGEST: f64 = 7200.0;
/// How often the forward simulation is played for each.
const PATHS: usize = 80;

/// Everybody who was not answered within the second in which they joined. The queues left out occupy desks, but have no rows;
/// neither has who joined before `since`.
pub fn rows(log: &Log, left_out: &[u16], habits: &Habits, since: i64) -> Vec<Row> {
    let mut hall = Hall::new(log, left_out);
    let mut baselines = Baselines::default();
    let mut rows = Vec::new();
    for (index, event) in log.events.iter().enumerate() {
        hall.step(log, index);
        baselines.watch(&hall.starts);
        let call = &log.calls[event.call as usize];
        if event.what != What::Enter || event.at < since || !hall.counts(call.queue) || call.wait() == Some(0) {
            continue;
        }
        let Some(of) = hall.waiting.last().copied() else { continue };
        let end = match (call.wait(), call.left) {
            (Some(wait), _) => End::Answered(wait as f64),
            (None, Some(left)) => End::Left((left - call.entered) as f64),
            (None, None) => End::Open,
        };
        let rules = Rule::ALL.map(|rule| baselines.estimate(rule, &hall, &of));
        let if_they_stay = habits.foretell(&hall, &of, PATHS, u64::from(event.call));
        let spread = if_they_stay.answered(habits.patience(call.queue));
        let mut features = features(&hall, &baselines, &of);
        for share in [0.1, 0.25, 0.5, 0.75, 0.9] {
            features.push(spread.quantile(share).min(LONGEST) as f32);
            features.push(if_they_stay.quantile(share).min(LONGEST) as f32);
        }
        features.push(spread.mean() as f32);
        let range = spread.range();
        let simulated = Given { about: spread.mean(), range: (range.0.min(LONGEST), range.1.min(LONGEST)) };
        rows.push(Row { call: event.call, at: event.at, queue: call.queue, rules, simulated, features, end });
    }
    rows
}
