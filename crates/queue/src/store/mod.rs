//! Every statement on `queue_*` tables, a file per table.

pub(crate) mod desks;
pub(crate) mod devices;
pub(crate) mod estimates;
pub(crate) mod numbers;
pub(crate) mod visits;
