//! Every statement on the residents' tables.

pub mod authorities;
pub(crate) mod breaches;
pub mod challenges;
pub mod devices;
pub(crate) mod failed;
pub mod grants;
pub mod imports;
pub mod keys;
pub mod linking;
pub mod links;
pub mod merges;
pub mod models;
pub(crate) mod needs;
pub(crate) mod open;
mod people;
pub mod personal;
pub mod personal_record;
pub mod record;
pub mod reviews;
pub mod vehicles;

pub use people::*;
