//! Every statement on the `contacts` tables, a file per table.

pub mod articles;
pub mod cases;
pub mod contacts;
pub mod days;
pub mod figures;
pub(crate) mod matters;
pub mod passes;
pub mod questions;
