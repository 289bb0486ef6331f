//! People this noun is told of by another: those behind a case. Given by the wiring, since cases are a later noun's.

use kit::app::Boxed;
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Id, Reference, Result};
use residents::Contact;

/// Somebody who is told something: their account, where they hear by it, or how they are reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whom {
    /// Their account.
    pub resident: Option<Id>,
    /// Whether they hear by their account, as it says at the time.
    pub by_account: bool,
    /// How they are reached otherwise; its language is theirs.
    pub contact: Contact,
}

/// A case that somebody was told something about: its reference as they know it, its id, and their account.
pub type Seen = (Reference, Id, Option<Id>);

/// Finds a case by the reference that was typed.
pub type FindCase = for<'a> fn(&'a mut Conn, &'a App, &'a Who, &'a str) -> Boxed<'a, Result<Option<Seen>>>;

/// Finds the people behind cases.
#[derive(Clone, Copy)]
pub struct Known {
    /// The case with the reference that was typed, where this member of staff may see it.
    pub seen: FindCase,
    /// Whoever has this reference, as it stands now; nobody where what is personal in it was erased.
    pub whom: for<'a> fn(&'a mut Conn, &'a str) -> Boxed<'a, Result<Option<Whom>>>,
}

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Known")
    }
}
