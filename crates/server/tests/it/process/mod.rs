//! The program itself, started as a council starts it: killed, filled up, stopped, asked by hand.

mod api;
mod backup;
mod disk;
mod files;
mod handed;
mod killed;
mod linking;
mod live;
mod mail;
mod nodes;
mod notify;
mod open311;
mod receiving;
mod restarted;
mod sign_on;
mod slow;
mod started;
mod tls;
mod two_nodes;
mod verbs;
mod waits;
mod wire;

pub use started::{Folder, Started};
pub use wire::Wire;
