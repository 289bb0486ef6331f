//! `guildhall bench waits`: how well waits are foretold on a telephone exchange's log, beside what others do.

use super::read;
use clap::Args;
use kit::Result;
use kit::clock::Stopwatch;
use std::path::PathBuf;
use std::process::ExitCode;
use waits::{DAY, Days, Line, Log, PATHS, Report, Rule, busy_morning, first_second, forward, trial, written};

/// A log, and which of its days train and test.
#[derive(Debug, Args)]
pub struct CallLog {
    /// Asterisk's queue_log: epoch|call|queue|agent|event|data….
    #[arg(long, value_name = "FILE")]
    log: PathBuf,
    /// The last day that trains, such as 1999-02-14.
    #[arg(long, value_name = "DATE", value_parser = date)]
    train_until: i64,
    /// The first day that tests; by default the one after the last that trains.
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<i64>,
    /// The last day that tests; by default the last of the log.
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<i64>,
    /// Queues whose calls occupy agents, but are not counted; may be given several times.
    #[arg(long, value_name = "QUEUE", default_value = "TT")]
    leave_out: Vec<String>,
}

fn date(text: &str) -> Result<i64, String> {
    first_second(text).ok_or_else(|| "a day as year, month and day, such as 1999-02-14".to_owned())
}

impl CallLog {
    /// Measures and prints. Exit code 2 when the file is no log, or the days leave nothing to train on or to test.
    pub fn run(&self) -> Result<ExitCode> {
        let watch = Stopwatch::start();
        let log = match Log::parse(&read(&self.log)?) {
            Ok(log) => log,
            Err(cause) => {
                eprintln!("guildhall: {}: {cause}", self.log.display());
                return Ok(ExitCode::from(2));
            }
        };
        let end = log.span().map_or(self.train_until, |(_, last)| last) + 1;
        let train_until = self.train_until + DAY;
        let from = self.from.unwrap_or(train_until);
        let days = Days { train_until, from, to: self.to.map_or(end.max(from + 1), |to| to + DAY) };
        let number = |name: &String| log.queues.iter().position(|queue| queue == name);
        let left_out: Vec<u16> = self.leave_out.iter().filter_map(number).map(|number| number as u16).collect();
        match trial(&log, &left_out, days) {
            Ok(report) => self.print(&log, days, &report, watch),
            Err(cause) => {
                eprintln!("guildhall: {}: {cause}", self.log.display());
                return Ok(ExitCode::from(2));
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    fn print(&self, log: &Log, days: Days, report: &Report, watch: Stopwatch) {
        println!(
            "{} events, {} calls, queues {}; not counted: {}",
            log.events.len(),
            log.calls.len(),
            log.queues.join(" "),
            self.leave_out.join(" ")
        );
        println!("trained until {}: {} calls that waited and were answered", written(self.train_until), report.trained);
        println!(
            "tested {} to {}: {} calls that waited and were answered, {:.1} s on average",
            written(days.from),
            written(days.to - 1),
            report.tested,
            report.mean
        );
        println!(
            "ranges are to hold 80%; those of others are what holds 80% of their own errors on the days that trained,"
        );
        println!("but for \"QL with our layer 2\", whose range follows its errors day by day as ours does");
        println!(
            "{:<32} {:>8} {:>8} {:>8} {:>9} {:>8} {:>7}",
            "seconds", "MAE", "RMSE", "bias", "coverage", "width", "early"
        );
        for line in &report.lines {
            let score = &line.score;
            println!(
                "{:<32} {:>8.2} {:>8.2} {:>8.2} {:>8.1}% {:>8.2} {:>6.1}%",
                line.method,
                score.mae,
                score.rmse,
                score.bias,
                score.coverage * 100.0,
                score.width,
                score.early * 100.0
            );
        }
        compare(&report.lines);
        pace();
        println!("seconds {:.1}", watch.elapsed().as_secs_f64());
    }
}

/// A range that holds less often than this does not hold what it says.
const HOLDS: f64 = 0.78;

/// Ours beside the best of others.
fn compare(lines: &[Line]) {
    let find = |name: &str| lines.iter().find(|line| line.method == name).map(|line| line.score);
    let others = &lines[..Rule::ALL.len()];
    let (Some(ours), Some(last), Some(length)) =
        (find(waits::GIVEN), find(Rule::LastToEnter.name()), find(Rule::QueueLength.name()))
    else {
        return;
    };
    let under = |other: f64| (1.0 - ours.rmse / other) * 100.0;
    println!("RMSE {:.2}: {:.1}% under LES, {:.1}% under QL", ours.rmse, under(last.rmse), under(length.rmse));
    let honest = lines.iter().filter(|line| line.score.coverage >= HOLDS && line.method != waits::GIVEN);
    let honest = honest.filter(|line| others.contains(line) || line.method == waits::QL_CALIBRATED);
    match honest.min_by(|a, b| a.score.width.total_cmp(&b.score.width)) {
        Some(best) => println!(
            "range {:.2} wide, holds {:.1}%; the narrowest of others that holds {:.0}%: {:.2} ({})",
            ours.width,
            ours.coverage * 100.0,
            HOLDS * 100.0,
            best.score.width,
            best.method
        ),
        None => println!(
            "range {:.2} wide, holds {:.1}%; none of others holds {:.0}%",
            ours.width,
            ours.coverage * 100.0,
            HOLDS * 100.0
        ),
    }
}

/// How long it takes to play a place forward: one with a hundred people waiting, and a thousand people at twenty.
fn pace() {
    let crowd = busy_morning(100, 1);
    let mut times: Vec<f64> = (0..21)
        .map(|seed| {
            let watch = Stopwatch::start();
            assert_eq!(forward(&crowd, PATHS, seed).len(), 100);
            watch.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_unstable_by(f64::total_cmp);
    let sites: Vec<_> = (0..20).map(|seed| busy_morning(50, seed)).collect();
    let watch = Stopwatch::start();
    let told: usize = sites.iter().map(|site| forward(site, PATHS, 1).len()).sum();
    println!(
        "100 people played forward {PATHS} times: {:.2} ms in the middle of 21 runs, {:.2} at the quickest (limit 5); {told} people at \
         20 sites: {:.0} ms (limit 1000)",
        times[10],
        times[0],
        watch.elapsed().as_secs_f64() * 1000.0
    );
}
