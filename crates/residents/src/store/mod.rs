//! Every statement on the residents' tables.

pub mod challenges;
pub mod devices;
pub mod grants;
pub mod keys;
pub mod links;
mod people;
pub mod personal;
pub mod personal_record;
pub mod record;

pub use people::*;
