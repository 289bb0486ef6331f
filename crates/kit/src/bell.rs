//! Bells inside one process: rung when something is written, before its commit, so whoever hears one looks a few times
//! in short order. Missing one costs a second at most, since everybody looks now and then anyway.

use crate::error::Result;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

/// A bell anyone can ring and wait for.
pub(crate) struct Bell(LazyLock<watch::Sender<u64>>);

impl Bell {
    /// A bell nobody has rung yet.
    pub const fn new() -> Bell {
        Bell(LazyLock::new(|| watch::Sender::new(0)))
    }

    /// Rings it.
    pub fn ring(&self) {
        self.0.send_modify(|rung| *rung = rung.wrapping_add(1));
    }

    /// Where to wait for the next ring.
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }
}

/// Pieces of work that a worker has in hand at the same time.
pub(crate) const AT_ONCE: usize = 8;
/// A worker looks this often at least.
const IDLE: Duration = Duration::from_secs(1);
/// It looks so soon after a bell, and this many times, since the bell rings before the commit.
const TICK: Duration = Duration::from_millis(20);
const TICKS_AFTER_BELL: u32 = 10;

/// When a worker looks for its next pieces of work.
pub(crate) struct Beat {
    rung: watch::Receiver<u64>,
    left: u32,
}

impl Beat {
    /// Looks at once, and whenever this bell is rung.
    pub fn of(bell: &Bell) -> Beat {
        Beat { rung: bell.listen(), left: TICKS_AFTER_BELL }
    }

    /// Waits until it is time to look again: soon after pieces were taken or the bell was rung, when a place is free again,
    /// when all is to stop.
    pub async fn next(&mut self, took: bool, running: &mut JoinSet<()>, stopped: &mut watch::Receiver<bool>) {
        while running.try_join_next().is_some() {}
        if self.rung.has_changed().unwrap_or(false) {
            self.rung.mark_unchanged();
            self.left = TICKS_AFTER_BELL;
        }
        let wait = if took || self.left > 0 { TICK } else { IDLE };
        self.left = self.left.saturating_sub(1);
        tokio::select! {
            () = sleep(wait) => {}
            _ = self.rung.changed(), if self.left == 0 => self.left = TICKS_AFTER_BELL,
            Some(_) = running.join_next(), if running.len() == AT_ONCE => {}
            _ = stopped.changed() => {}
        }
    }
}

/// What a piece gave, or its failure told to the log.
pub(crate) fn tell<T>(what: &str, done: Result<T>) -> Option<T> {
    done.inspect_err(|cause| tracing::warn!(%cause, "{what} failed and will be tried again")).ok()
}
