//! Every statement on the `open311` tables, a file per table.

pub(crate) mod records;
pub(crate) mod sent;
pub(crate) mod updates;
