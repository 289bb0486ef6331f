//! `guildhall bench`: parts of the program measured on a file.

mod linkage;
mod waits;

use clap::Subcommand;
use kit::{Error, Result};
use std::path::Path;
use std::process::ExitCode;

/// Measure a part of the program on a file.
#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Link records of people, within a file or between two, and compare with whose record each is.
    #[command(after_help = "Example: guildhall bench linkage dataset4a.csv dataset4b.csv")]
    Linkage(linkage::LinkageFiles),
    /// Estimate the waits of real calls, and compare with how long they were.
    #[command(after_help = "Example: guildhall bench waits --log calls.queue_log --train-until 1999-02-14")]
    Waits(waits::CallLog),
}

impl Bench {
    /// Measures and prints. Exit code 2 when a file cannot be understood.
    pub fn run(&self) -> Result<ExitCode> {
        match self {
            Bench::Linkage(asked) => asked.run(),
            Bench::Waits(asked) => asked.run(),
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|cause| Error::internal(format!("{}: {cause}", path.display())))
}
