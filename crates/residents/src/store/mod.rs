//! Every statement on the residents' tables.

pub mod challenges;
pub mod devices;
pub mod grants;
mod people;

pub use people::*;
