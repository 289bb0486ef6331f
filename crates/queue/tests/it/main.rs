//! The queue from the door to the end of a visit, on both databases, with the delivered sites.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod calling;
mod plans;
mod shown;
mod texts;
mod town;
mod visiting;
