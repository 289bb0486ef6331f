//! Who may do what, over every route there is.

mod answers;
mod matrix;
mod once;
mod programs;
mod requests;
pub mod things;
pub mod world;
