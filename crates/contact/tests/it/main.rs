//! Contacts from start to finish, on both databases, with the delivered services.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod chasing;
mod keeping;
mod matters;
mod passing;
mod taking;
mod town;
