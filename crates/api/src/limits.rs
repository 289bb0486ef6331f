//! How often a key may be used.

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use kit::{Error, Id, Result};
use std::num::NonZeroU32;

/// Requests of a key in a second, for as long as it likes.
const PER_SECOND: NonZeroU32 = NonZeroU32::new(20).expect("it is above nothing");
/// And so many at once.
const BURST: NonZeroU32 = NonZeroU32::new(2_000).expect("it is above nothing");

/// The count of each key, on this node.
#[derive(Debug)]
pub struct Limits(DefaultKeyedRateLimiter<Id>);

impl Default for Limits {
    fn default() -> Limits {
        Limits(RateLimiter::keyed(Quota::per_second(PER_SECOND).allow_burst(BURST)))
    }
}

impl Limits {
    /// Counts a request of this key; refuses one too many.
    pub fn count(&self, key: Id) -> Result<()> {
        self.0.check_key(&key).map_err(|_| Error::TooMany(1))
    }
}
