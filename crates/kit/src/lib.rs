//! The kit: what every part of Guildhall stands on, with no domain word but [`who::Who`].

pub mod clock;
pub mod db;
pub mod error;
pub mod id;

#[doc(hidden)]
pub use linkme;

pub use error::{Error, Result, Violation};
