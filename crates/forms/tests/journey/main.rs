//! The journey, as a resident's browser sees it, on both databases.

mod council;
mod errors;
mod hostile;
mod later;
mod nearby;
mod once;
mod stops;
mod tabs;
mod versions;
mod whole;
