//! Webhooks: other systems are told of what happens to cases. Each thing is told as a request of its own, signed as Standard
//! Webhooks has it, again and again until it is taken, and one after the other for each case.

pub(crate) mod deliver;
pub(crate) mod follow;
pub(crate) mod list;
mod places;
pub(crate) mod post;
pub(crate) mod program;
pub(crate) mod replay;
pub(crate) mod show;
pub(crate) mod sign;
pub(crate) mod standing;
pub(crate) mod takes;

use kit::who::{Role, Who};
use kit::{App, Error, Lang, Result};
use std::borrow::Cow;

/// The kinds of facts that can be told of, as they are offered: the end of the words key of a group, and what is in it.
pub(crate) const GROUPS: [(&str, &[&str]); 5] = [
    ("begins", &["case.opened", "case.joined", "case.imported", "case.passed-on"]),
    ("work", &["case.assigned", "case.planned", "case.promised", "case.noted"]),
    ("said", &["case.messaged", "case.asked"]),
    ("ends", &["case.decided", "case.closed", "case.reopened", "case.withdrawn"]),
    (
        "handed",
        &[
            "case.handed-over",
            "case.handed-accepted",
            "case.handed-refused",
            "case.handed-said",
            "case.handed-done",
            "case.taken-back",
        ],
    ),
];

/// Every kind, in the order of the groups.
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().flat_map(|(_, kinds)| kinds.iter().copied())
}

/// What a kind means, in a sentence: on the pages and in the description alike. A kind that is not told of any more is its code.
pub(crate) fn words_of<'a>(app: &'a App, kind: &'a str) -> Cow<'a, str> {
    if kinds().any(|one| one == kind) {
        Cow::from(app.t(Lang::EN, &format!("api-kind-{}", kind.replace('.', "-"))).to_owned())
    } else {
        Cow::from(kind)
    }
}

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
