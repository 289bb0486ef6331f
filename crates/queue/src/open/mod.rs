//! What is published of every queue: `/open/queue`, and the one rule of each site as it stands in the data.

pub mod list;
pub mod rule;
