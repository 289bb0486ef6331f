//! Answers as staff and residents use them, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails here")]

mod briefing;
mod bringing;
mod correcting;
mod flagging;
mod reading;
mod returning;
mod town;
mod writing;
