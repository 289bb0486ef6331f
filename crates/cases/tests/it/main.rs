//! Cases as people meet them: over their pages, on both databases, with the delivered definitions and words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod desk;
mod following;
mod found;
mod handed;
mod importing;
mod joined;
mod kept;
mod lists;
mod messages;
mod needs;
mod on_the_spot;
mod opening;
mod own;
mod promising;
mod town;
mod untold;
mod withheld;
