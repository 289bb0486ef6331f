//! The board, `/board/{site}`: who is called to which desk, for everybody in the room.

pub mod show;
mod words;

pub use words::Tongues;
