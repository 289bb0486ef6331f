//! Who may do what, over every route there is.

mod matrix;
mod once;
mod requests;
pub mod world;
