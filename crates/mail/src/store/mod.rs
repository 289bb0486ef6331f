//! Every statement of this noun.

pub mod answers;
pub mod figures;
pub mod received;
