//! Webhooks: other systems are told of what happens to cases. Each thing is told as a request of its own, signed as Standard
//! Webhooks has it, again and again until it is taken, and one after the other for each case.

pub(crate) mod deliver;
pub(crate) mod follow;
pub(crate) mod list;
pub(crate) mod post;
pub(crate) mod program;
pub(crate) mod replay;
pub(crate) mod show;
pub(crate) mod sign;
pub(crate) mod standing;
pub(crate) mod takes;

use kit::who::{Role, Who};
use kit::{Error, Result};

/// The kinds of facts that can be told of.
pub(crate) const KINDS: [&str; 20] = [
    "case.opened",
    "case.joined",
    "case.imported",
    "case.passed-on",
    "case.assigned",
    "case.planned",
    "case.promised",
    "case.asked",
    "case.messaged",
    "case.noted",
    "case.decided",
    "case.closed",
    "case.reopened",
    "case.withdrawn",
    "case.handed-over",
    "case.handed-accepted",
    "case.handed-refused",
    "case.handed-said",
    "case.handed-done",
    "case.taken-back",
];

/// Where other systems may be told: `[webhooks]` in the configuration.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reach {
    /// Also at addresses of the council's own network and of this machine, and without TLS.
    pub private: bool,
}

/// Administrators alone.
pub(crate) fn check(who: &Who) -> Result<()> {
    who.staff()?;
    if who.is(Role::Administrator) { Ok(()) } else { Err(Error::Forbidden) }
}
