//! The demo council, Eastmere: everything in it is made from one seed, so that it is the same each time.

pub mod people;

use kit::{App, Result};
use std::path::Path;

/// How large the borough is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Households.
    pub households: u32,
}

/// Fills an empty council; one that is filled already is left as it is.
pub async fn fill(_app: &App, _size: Size, _reports: &Path) -> Result<()> {
    Ok(())
}
