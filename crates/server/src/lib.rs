//! The program as a library, so that the integration tests drive the same router as the binary.

pub mod backup;
mod carriers;
pub mod commands;
pub mod config;
mod delivered;
pub mod demo;
pub mod embedded;
pub mod held;
pub mod layers;
pub mod pages;
pub mod router;
pub mod wiring;

/// Memory, for SQLite too: a submission asks for some 1,500 pieces, and two threads often ask at once.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;
