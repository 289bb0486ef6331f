//! What staff do, for their programs.

pub(crate) mod cases;
pub(crate) mod contacts;
pub(crate) mod day;
pub(crate) mod known;
pub(crate) mod mail;
pub(crate) mod people;
