//! What the API keeps.

pub(crate) mod answers;
pub(crate) mod hooks;
