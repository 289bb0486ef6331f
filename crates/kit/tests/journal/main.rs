//! The journal, jobs and the outbox, proved on SQLite and on PostgreSQL; mail against a real SMTP server.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod facts;
mod jobs;
mod notify;
mod numbering;
mod outbox;
mod plans;
mod protection;
mod seals;
mod smtp;

use kit::app::{App, Parts};
use kit::clock::{Clock, Micros};
use kit::db::{Db, Migration};
use kit::id::Entropy;
use kit::testing::repository_migrations;
use kit::words::Words;
use std::sync::OnceLock;
use std::time::Duration;

/// 2026-03-02 09:00 UTC, a Monday.
const MONDAY: Micros = 1_772_442_000_000_000;

/// The kit's own tables of these parts, whatever the nouns are doing.
fn migrations() -> &'static [Migration] {
    static OURS: OnceLock<Vec<Migration>> = OnceLock::new();
    OURS.get_or_init(|| {
        let kit = ["0001_", "0010_", "0011_", "0012_", "0013_", "0016_", "0017_", "0018_", "0020_"];
        let ours = |migration: &&Migration| kit.iter().any(|number| migration.name.starts_with(number));
        repository_migrations().iter().filter(ours).copied().collect()
    })
}

/// A council on this database whose clock stands at [`MONDAY`] until it is moved.
fn council(db: &Db) -> App {
    council_with(db, Clock::manual(MONDAY), 1)
}

fn council_with(db: &Db, clock: Clock, seed: u64) -> App {
    Parts::new(db.clone(), clock, Entropy::seeded(seed), Words::load(&[]).unwrap()).build()
}

/// Waits for something that happens soon, at most twenty seconds.
async fn soon<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    for _ in 0..2_000 {
        if let Some(seen) = look().await {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{what} did not happen");
}
