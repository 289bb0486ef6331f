//! `guildhall bench linkage`: how well, how fast and in how much memory records of people are linked.

use super::super::shown::Shown;
use super::super::socket::Said;
use super::read;
use clap::Args;
use kit::Result;
use kit::clock::Stopwatch;
use linkage::febrl::{File, Quality};
use linkage::{Index, Linkage, Model, NeverLink};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// Files in the layout of FEBRL.
#[derive(Debug, Args)]
pub struct LinkageFiles {
    /// CSV with the columns rec_id (rec-123-org, rec-123-dup-0), given_name, surname, street_number, address_1, address_2,
    /// suburb, postcode, state and date_of_birth; others are not read.
    file: PathBuf,
    /// A second file: only pairs of one record of each are linked.
    other: Option<PathBuf>,
    /// The match probability from which two records are linked.
    #[arg(long, default_value_t = 0.9, value_parser = probability)]
    threshold: f64,
}

fn probability(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(number) if number > 0.0 && number < 1.0 => Ok(number),
        _ => Err("a probability between 0 and 1, such as 0.9".to_owned()),
    }
}

/// Records that are asked about one by one.
const ONE_BY_ONE: usize = 1000;

impl LinkageFiles {
    /// Measures and prints. Exit code 2 when a file is not in the layout.
    pub fn run(&self) -> Result<ExitCode> {
        let watch = Stopwatch::start();
        let mut files = Vec::new();
        for path in [Some(&self.file), self.other.as_ref()].into_iter().flatten() {
            match File::parse(&read(path)?) {
                Ok(file) => files.push(file),
                Err(cause) => {
                    eprintln!("guildhall: {}: {cause}", path.display());
                    return Ok(ExitCode::from(2));
                }
            }
        }
        self.measure(&files, watch);
        Ok(ExitCode::SUCCESS)
    }

    fn measure(&self, files: &[File], watch: Stopwatch) {
        let index: Index = files.iter().flat_map(File::records).collect();
        let split = (files.len() > 1).then(|| files[0].persons().len());
        let mut shown = Shown::default();
        let mut progress = |done: u32, of: u32| {
            if watch.elapsed() > Duration::from_secs(1) {
                shown.say(Said::Progress(done.into(), of.into()));
            }
        };
        let linkage = match split {
            None => Linkage::within(&index, &mut progress),
            Some(split) => Linkage::between(&index, split as u32, &mut progress),
        };
        drop(shown);
        let model = linkage.train();
        let links = linkage.links(&model, self.threshold, &NeverLink::none());
        let (seconds, memory) = (watch.elapsed().as_secs_f64(), peak_memory());
        let persons: Vec<u32> = files.iter().flat_map(|file| file.persons().iter().copied()).collect();
        let quality = Quality::of(links.iter().map(|link| (link.a, link.b)), &persons, split);
        println!("records {}, candidate pairs {}", index.len(), linkage.candidates());
        println!("pairs linked {}, of one person {}, both {}", quality.linked, quality.true_pairs, quality.found);
        println!("precision {:.4}", quality.precision());
        println!("recall {:.4}", quality.recall());
        println!("F1 {:.4}", quality.f1());
        println!("seconds {seconds:.3}");
        println!("peak memory {memory}");
        let (median, most) = self.one_by_one(files, &index, &model);
        println!("one record against the index: median {median} µs, 99 of 100 within {most} µs");
    }

    /// How long it takes to ask about one record: the median and the 99th percentile, in µs.
    fn one_by_one(&self, files: &[File], index: &Index, model: &Model) -> (u128, u128) {
        let every = (index.len() / ONE_BY_ONE).max(1);
        let ask = |record| {
            let watch = Stopwatch::start();
            index.find(model, &record, self.threshold);
            watch.elapsed().as_micros()
        };
        let mut times: Vec<u128> = files.iter().flat_map(File::records).step_by(every).map(ask).collect();
        times.sort_unstable();
        (times[times.len() / 2], times[times.len() * 99 / 100])
    }
}

/// The most memory this process has had, where the system tells.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: Option<u64> = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
    kilobytes.map_or("unknown".to_owned(), |kb| format!("{} MB", kb.div_ceil(1024)))
}
