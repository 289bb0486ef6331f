//! The program itself, started as a council starts it: killed, filled up, stopped, asked by hand.

mod backup;
mod disk;
mod files;
mod killed;
mod linking;
mod mail;
mod nodes;
mod open311;
mod restarted;
mod slow;
mod started;
mod tls;
mod verbs;
mod wire;

pub use started::{Folder, Started};
pub use wire::Wire;
