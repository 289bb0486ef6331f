//! Promises kept and broken, by service, rolled up as facts arrive and published.

mod clock;
mod follow;
mod measure;
mod page;
mod published;

pub(crate) use clock::{Cell, Clock, State};
pub(crate) use follow::listener;
pub(crate) use page::{data, get};
