//! Other systems and the council: reports come in, what everybody may know goes out, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails here")]

mod cambridge;
mod following;
mod keeping;
mod keys;
mod listing;
mod pictures;
mod reading;
mod refusing;
mod sending;
mod town;
