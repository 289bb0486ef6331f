//! How many things at once: several are read by their ids with one statement, for on PostgreSQL each statement is a way there and back.

use super::Value;
use crate::id::Id;

/// Bulk work commits every so many rows: in between the writer is free for others.
pub const FEW: usize = 200;
/// Things that one statement reads at most.
pub const AT_ONCE: usize = 16;

/// The parameters of a statement that reads [`AT_ONCE`] things: `concat!("… WHERE id IN ", at_once!())`.
#[macro_export]
macro_rules! at_once {
    () => {
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
    };
}

/// These ids as the parameters of [`at_once!`](crate::at_once); where they are fewer, the rest is nobody's. More than [`AT_ONCE`] are
/// left out: ask for `ids.chunks(AT_ONCE)`.
pub fn at_once(ids: &[Id]) -> [Value; AT_ONCE] {
    std::array::from_fn(|at| Value::from(ids.get(at).copied().unwrap_or(Id::NONE)))
}
