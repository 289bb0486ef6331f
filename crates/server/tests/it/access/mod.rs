//! Who may do what, over every route there is.

mod answers;
mod matrix;
mod once;
mod requests;
pub mod world;
