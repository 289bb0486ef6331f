//! Every statement on the `services_*` tables, a file per table.

pub(crate) mod delegates;
pub(crate) mod misses;
pub(crate) mod shared;
pub(crate) mod teams;
pub(crate) mod versions;
