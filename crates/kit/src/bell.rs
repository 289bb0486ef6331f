//! Bells inside one process: rung when something is written, before its commit, so whoever hears one looks a few times
//! in short order. Missing one costs a second at most, since everybody looks now and then anyway.

use std::sync::LazyLock;
use tokio::sync::watch;

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
