//! Every statement of this noun.

pub mod answers;
pub mod figures;
pub mod originals;
pub mod received;
