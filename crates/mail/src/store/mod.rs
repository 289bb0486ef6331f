//! Every statement of this noun.

pub mod figures;
pub mod received;
