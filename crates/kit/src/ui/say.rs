//! The few words components have of their own.

use std::borrow::Cow;

use crate::page::Frame;
use crate::words::Arg;

/// Where a component finds its own few words ("Error", "Show password") in the language of the page.
pub trait Say {
    /// The words behind a key.
    fn say<'a>(&'a self, key: &'a str) -> Cow<'a, str>;
    /// The words behind a key that speaks of a number, given to it as `$count`.
    fn say_count<'a>(&'a self, key: &'a str, count: u64) -> Cow<'a, str>;
}

impl Say for Frame {
    fn say<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        Cow::Borrowed(self.t(key))
    }

    fn say_count<'a>(&'a self, key: &'a str, count: u64) -> Cow<'a, str> {
        // The number is shown as this language writes it; the word after it does not depend on it.
        let shown = self.lang.number(i64::try_from(count).unwrap_or(i64::MAX));
        Cow::Owned(self.with(key, "count", Arg::from(shown)))
    }
}
