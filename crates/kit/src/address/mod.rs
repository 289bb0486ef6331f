//! Email addresses and telephone numbers: one rule for everybody who types one.

mod email;
mod phone;

pub use email::Email;
pub use phone::Phone;

/// What is wrong with one that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was typed.
    Empty,
    /// It is none.
    Shape,
}
