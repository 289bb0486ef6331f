//! Every statement on the tables of staff and teams.

mod doors;
mod members;
mod teams;

pub use doors::*;
pub use members::*;
pub use teams::*;
