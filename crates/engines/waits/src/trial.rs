//! Methods compared on a log: trained on the days up to one, tested on days after it.

use crate::baselines::Rule;
use crate::calibrate::Calibration;
use crate::day::DAY;
use crate::habits::Habits;
use crate::learned::{Learned, LearnedRange, TAILS};
use crate::log::{Call, Log};
use crate::replay::{Row, rows};
use crate::score::{Given, Score, quantile};
use crate::trees::Table;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::thread;

/// Which days train and which test, in seconds of the log's clock; ends are not in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Everything before it trains.
    pub train_until: i64,
    /// The first second that tests.
    pub from: i64,
    /// The second after the last that tests.
    pub to: i64,
}

/// One method's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is called.
    pub method: &'static str,
    /// How good it was.
    pub score: Score,
}

/// What a trial found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// How many calls trained: waited and answered.
    pub trained: usize,
    /// How many tested.
    pub tested: usize,
    /// The mean wait of those that tested, in seconds.
    pub mean: f64,
    /// The methods, those of others first.
    pub lines: Vec<Line>,
}

/// Why there is nothing to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrialError {
    /// Testing what was trained on says nothing.
    #[error("the days that test must begin after those that train")]
    Overlap,
    /// Too little before.
    #[error("fewer than {LEAST} calls waited and were answered on the days that train")]
    NothingToTrain,
    /// Nothing after.
    #[error("no call waited and was answered on the days that test")]
    NothingToTest,
}

/// The fewest calls that can train.
pub const LEAST: usize = 200;

/// What the table calls the estimate that people are given.
pub const GIVEN: &str = "layer 2: calibrated, as given";
/// What it calls the rule of queue length with a range that is kept true as ours is.
pub const QL_CALIBRATED: &str = "QL with our layer 2";

/// After so many seconds what is learned counts for half: people come and go, and habits with them.
const HALF_LIFE: f64 = 60.0 * 86_400.0;
/// The most calls that train: the latest. More of the past would say little and take long.
const MOST: usize = 60_000;
/// Into so many stretches of days the past is cut, to foretell each from the others.
const FOLDS: i64 = 4;

/// Compares all methods on calls that waited and were answered.
pub fn trial(log: &Log, left_out: &[u16], days: Days) -> Result<Report, TrialError> {
    if days.from < days.train_until || days.to <= days.from {
        return Err(TrialError::Overlap);
    }
    let habits = Habits::learn(log, left_out, days.train_until);
    let rows = rows(log, left_out, &habits, beginning(log, days.train_until));
    let answered = |row: &&Row| row.wait().is_some();
    let train: Vec<&Row> = rows.iter().filter(|row| row.at < days.train_until).filter(answered).collect();
    let test: Vec<&Row> = rows.iter().filter(|row| days.from <= row.at && row.at < days.to).filter(answered).collect();
    if train.len() < LEAST {
        return Err(TrialError::NothingToTrain);
    }
    if test.is_empty() {
        return Err(TrialError::NothingToTest);
    }
    let mut lines: Vec<Line> =
        Rule::ALL.iter().enumerate().map(|(place, rule)| baseline(place, rule.name(), &train, &test)).collect();
    lines.extend(ours(&train, &rows, days));
    let waits = test.iter().filter_map(|row| row.wait());
    let mean = waits.sum::<f64>() / test.len() as f64;
    Ok(Report { trained: train.len(), tested: test.len(), mean, lines })
}

/// Where the calls begin that are learned from: the last so many that waited and were answered.
fn beginning(log: &Log, until: i64) -> i64 {
    let waited = |call: &&Call| call.entered < until && call.wait().is_some_and(|wait| wait > 0);
    log.calls.iter().rev().filter(waited).nth(MOST).map_or(i64::MIN, |call| call.entered)
}

/// The range a rule of others would have, from its own errors on the days that train, with so much of them beyond either end.
fn honest(place: usize, train: &[&Row], tails: (f64, f64)) -> impl Fn(&Row) -> Given {
    let mut errors: Vec<f64> = train.iter().filter_map(|row| Some(row.wait()? - row.rules[place])).collect();
    let (low, high) = (quantile(&mut errors, tails.0), quantile(&mut errors, 1.0 - tails.1));
    move |row| {
        let about = row.rules[place];
        Given { about, range: ((about + low).max(0.0), (about + high).max(0.0)) }
    }
}

fn baseline(place: usize, method: &'static str, train: &[&Row], test: &[&Row]) -> Line {
    let given = honest(place, train, (0.1, 0.1));
    Line { method, score: Score::of(test.iter().filter_map(|row| Some((given(row), row.wait()?)))) }
}

/// Layer by layer, and for a fair comparison of ranges the rule of queue length with the same last layer.
fn ours(train: &[&Row], rows: &[Row], days: Days) -> Vec<Line> {
    // Neither needs the other, and each takes some seconds.
    let (learned, calibration) = thread::scope(|scope| {
        let past = scope.spawn(|| from_the_past(train, days.train_until));
        (learn(train, days.train_until), past.join().unwrap_or_default())
    });
    let place = Rule::ALL.iter().position(|rule| *rule == Rule::QueueLength).unwrap_or_default();
    let queue_length = honest(place, train, TAILS);
    let lived: Vec<&Row> = rows.iter().filter(|row| days.train_until <= row.at && row.at < days.to).collect();
    let mut of_queue_length = Calibration::default();
    train.iter().for_each(|row| remember(&mut of_queue_length, row, queue_length(row)));
    let with_ranges: Vec<Told> = live(&lived, of_queue_length, |row| (queue_length(row), 0.0));
    let told = live(&lived, calibration, |row| {
        let foretold = learned.foretell(&row.features);
        (foretold.given(), foretold.middle())
    });
    let score = |method, told: &[Told], pick: &dyn Fn(&Told) -> Given| {
        let counted = told.iter().filter(|told| days.from <= told.row.at);
        Line { method, score: Score::of(counted.filter_map(|told| Some((pick(told), told.row.wait()?)))) }
    };
    vec![
        score(QL_CALIBRATED, &with_ranges, &|told| Given { about: told.raw.about, ..told.given }),
        score("layer 0: played forward", &told, &|told| told.row.simulated),
        score("layer 1: learned", &told, &|told| told.raw),
        score(GIVEN, &told, &|told| told.given),
        score("the same, middle for mean", &told, &|told| Given { about: told.middle, ..told.given }),
    ]
}

/// What one caller was told.
struct Told<'a> {
    row: &'a Row,
    raw: Given,
    given: Given,
    middle: f64,
}

/// Goes through the days in the order in which things became known. What lies between the days that train and those that test is
/// lived through as well.
fn live<'a>(rows: &[&'a Row], mut calibration: Calibration, foretell: impl Fn(&Row) -> (Given, f64)) -> Vec<Told<'a>> {
    let mut told: Vec<Told> = Vec::new();
    let mut open: BinaryHeap<Reverse<(i64, usize)>> = BinaryHeap::new();
    for row in rows {
        while let Some(Reverse((_, place))) = open.peek().copied().filter(|Reverse((at, _))| *at < row.at) {
            open.pop();
            let Told { row, raw, given, .. } = &told[place];
            if let Some(wait) = row.wait() {
                calibration.learn(u32::from(row.queue), *raw, *given, wait);
            }
        }
        let (raw, middle) = foretell(row);
        let given = calibration.correct(u32::from(row.queue), raw);
        if let Some(wait) = row.wait() {
            open.push(Reverse((row.at + wait as i64, told.len())));
            told.push(Told { row, raw, given, middle });
        }
    }
    told
}

fn remember(calibration: &mut Calibration, row: &Row, raw: Given) {
    if let Some(wait) = row.wait() {
        calibration.remember(u32::from(row.queue), raw, wait);
    }
}

/// Answered rows as something to learn from.
struct Past {
    rows: Vec<Vec<f32>>,
    targets: Vec<f64>,
    weights: Vec<f64>,
}

impl Past {
    fn of(train: &[&Row], until: i64) -> Past {
        Past {
            rows: train.iter().map(|row| row.features.clone()).collect(),
            targets: train.iter().filter_map(|row| row.wait()).collect(),
            weights: train.iter().map(|row| 0.5f64.powf((until - row.at) as f64 / HALF_LIFE)).collect(),
        }
    }

    fn table(&self) -> Table<'_> {
        Table { rows: &self.rows, targets: &self.targets, weights: &self.weights }
    }
}

fn learn(train: &[&Row], until: i64) -> Learned {
    Learned::learn(Past::of(train, until).table())
}

/// How far ranges miss, from stretches of the past foretold from the rest of it.
fn from_the_past(train: &[&Row], until: i64) -> Calibration {
    let mut calibration = Calibration::default();
    let (first, days) = (train[0].at / DAY, (until - train[0].at).div_euclid(DAY) + 1);
    let fold = |row: &Row| ((row.at / DAY - first) * FOLDS / days.max(1)).min(FOLDS - 1);
    for held in 0..FOLDS {
        let (these, others): (Vec<&Row>, Vec<&Row>) = train.iter().partition(|row| fold(row) == held);
        if these.is_empty() || others.len() < LEAST / 2 {
            continue;
        }
        let learned = LearnedRange::learn(Past::of(&others, until).table());
        for row in these {
            let range = learned.foretell(&row.features);
            remember(&mut calibration, row, Given { about: 0.0, range });
        }
    }
    calibration
}
