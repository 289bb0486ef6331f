//! The journey, as a resident's browser sees it, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod council;
mod errors;
mod files;
mod hostile;
mod later;
mod nearby;
mod once;
mod plans;
mod proved;
mod stops;
mod tabs;
mod tried;
mod versions;
mod whole;
