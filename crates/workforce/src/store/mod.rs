//! Every statement on the tables of staff and teams.

mod doors;
mod members;
pub mod outages;
mod sign_ons;
mod teams;

pub use doors::*;
pub use members::*;
pub use sign_ons::*;
pub use teams::*;
