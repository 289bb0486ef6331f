//! How a site is doing, for whoever leads it: `/desk/sites`, every site in a line, and `/desk/sites/{site}`, one of them.

mod foresee;
pub mod list;
pub mod show;
mod today;
