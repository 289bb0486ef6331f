//! Every statement on the `contacts` tables, a file per table.

pub mod articles;
pub mod cases;
pub mod contacts;
pub mod figures;
pub mod questions;
