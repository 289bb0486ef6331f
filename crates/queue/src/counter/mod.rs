//! The counter, `/desk/counter`: an officer opens a desk, calls the next, and sees them.

pub mod act;
pub mod next;
pub mod seat;
pub mod show;

/// Where everything done here leads back to.
const HOME: &str = "/desk/counter";
/// The same, where somebody else was faster or it is no longer so.
const LATE: &str = "/desk/counter?said=late";
