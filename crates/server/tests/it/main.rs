//! The one integration binary: every noun's journeys through the real router, and the rules of the house.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod access;
mod api;
mod hostile;
mod journeys;
mod layers;
mod plans;
mod process;
mod protection;
mod support;
mod tidy;
