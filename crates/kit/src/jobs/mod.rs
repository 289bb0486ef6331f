//! Work for later: rows written in the same transaction as the change that asks for them, done at least once.
//!
//! A job may run twice (its worker died after the work and before the tick), so a handler must bear that. Never two
//! workers at the same time: a running job is leased, the lease is renewed while it runs, and a worker that lost it is
//! stopped. After a failure it waits longer and longer; after [`MOST_ATTEMPTS`] it is dead, and counted ([`count_dead`]).
//!
//! ```no_run
//! # use kit::{App, Id, Result, clock::{HOUR, Micros}, db::Tx, jobs::{self, Handler, Job, Work}};
//! # use serde_json::json;
//! # async fn later(mut tx: Tx, app: App, case: Id, tomorrow: Micros, [invite, tidy]: [Handler; 2]) -> Result<()> {
//! jobs::enqueue(&mut tx, &app, Job::new("feedback.invite", json!({ "case": case })).due(tomorrow)).await?;
//! let runner = jobs::Runner::start(&app, vec![Work::on("feedback.invite", invite), Work::every(HOUR, "drafts.tidy", tidy)]);
//! # Ok(()) }
//! ```

mod enqueue;
mod lease;
mod run;
mod store;

pub use enqueue::{Job, enqueue};
pub(crate) use lease::read_committed;
pub use run::Runner;
pub use store::count_dead;

use crate::app::{App, Boxed};
use crate::bell::Bell;
use crate::clock::{HOUR, MINUTE, Micros, SECOND};
use crate::error::Result;
use crate::id::{Entropy, Id};

/// Rings when a job is enqueued in this process.
static ENQUEUED: Bell = Bell::new();

/// How long a worker may hold a job without saying that it is still at it.
pub const LEASE: Micros = MINUTE;
/// So many attempts, over about half a day; then the job is dead.
pub const MOST_ATTEMPTS: u32 = 20;

/// Does a job. It opens transactions of its own.
pub type Handler = for<'a> fn(&'a App, &'a Running) -> Boxed<'a, Result<()>>;

/// A kind of job and who does it; the wiring lists them.
#[derive(Clone, Copy)]
pub struct Work {
    kind: &'static str,
    handler: Handler,
    every: Micros,
}

impl Work {
    /// Done when somebody enqueues it.
    pub fn on(kind: &'static str, handler: Handler) -> Work {
        Work { kind, handler, every: 0 }
    }

    /// Done again and again, one at a time over all nodes, for the first time at once.
    pub fn every(period: Micros, kind: &'static str, handler: Handler) -> Work {
        Work { kind, handler, every: period.max(SECOND) }
    }
}

/// A job in the hands of a worker.
#[derive(Debug, Clone)]
pub struct Running {
    /// Its id; the same on every attempt.
    pub id: Id,
    /// Its kind.
    pub kind: String,
    /// Its key, where it has one.
    pub key: Option<String>,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// When it was asked for.
    pub made_at: Micros,
    payload: String,
    worker: Id,
    every: Micros,
}

impl Running {
    /// Reads what the job is to work on.
    pub fn payload<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_str(&self.payload)?)
    }
}

/// How long to wait after this many failures: ten seconds, doubled each time, at most an hour, and up to a tenth more
/// so that what failed together is not tried together.
pub(crate) fn backoff(failures: u32, entropy: &Entropy) -> Micros {
    let wait = (10 * SECOND).saturating_mul(1 << failures.saturating_sub(1).min(20)).min(HOUR);
    wait + entropy.below((wait / 10) as u64) as Micros
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_hour() {
        let chance = Entropy::seeded(1);
        let mut before = 0;
        for failures in 1..=9 {
            let wait = backoff(failures, &chance);
            assert!(wait > before + before / 2, "{failures}: {wait} after {before}");
            before = wait;
        }
        for failures in 10..100 {
            assert!((HOUR..HOUR + HOUR / 10).contains(&backoff(failures, &chance)));
        }
        let whole: Micros = (1..MOST_ATTEMPTS).map(|n| backoff(n, &chance)).sum();
        assert!((10 * HOUR..14 * HOUR).contains(&whole), "half a day or so, not {whole}");
    }
}
