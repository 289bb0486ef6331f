//! The services as a whole: the definitions delivered, the store on both databases, the pages.
#![allow(clippy::unwrap_used)] // in a test, a panic is the failure

mod council;
mod danger;
mod delivered;
mod misses;
mod open;
mod pages;
mod rules;
mod search;
mod store;
mod street_problem;
mod whose;
