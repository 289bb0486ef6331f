//! Appointments from the list to the day, on both databases, with the delivered diaries.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod booking;
mod keeping;
mod plans;
mod town;
