//! The journey, as a resident's browser sees it, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

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
