//! Files as a service asks for them, and as an answer names them.

use kit::files::Takes;
use serde::{Deserialize, Serialize};

/// What a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attachments {
    /// How many at most.
    pub most: usize,
    /// Which kinds.
    pub takes: Takes,
}

/// A file as an answer names it; the file itself belongs to the draft or the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// The file.
    pub id: kit::Id,
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub bytes: i64,
}
