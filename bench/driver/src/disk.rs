//! How long this disk takes to have something for sure.

use crate::figures::percentile;
use kit::clock::Stopwatch;
use kit::{Error, Result};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

const TIMES: usize = 300;

/// The median time of appending 4 kB and waiting for the disk, in milliseconds.
pub fn sync_millis(folder: &Path) -> Result<f64> {
    let mut file = OpenOptions::new().create(true).append(true).open(folder.join("sync-probe"))?;
    let mut taken: Vec<Duration> = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let watch = Stopwatch::start();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        taken.push(watch.elapsed());
    }
    taken.sort();
    Ok(percentile(&taken, 0.5))
}

/// Waits until the disk has all that was written before, so that no run pays for another's.
pub fn settle() -> Result<()> {
    match std::process::Command::new("sync").status()?.success() {
        true => Ok(()),
        false => Err(Error::internal("sync failed")),
    }
}
