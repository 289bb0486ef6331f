//! Why somebody who signed on is not in, in words at the door.

use axum::response::Response;
use kit::link;
use kit::page::see;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The provider does not answer, or not as it should.
    Away,
    /// They said no, or the provider did.
    Cancelled,
    /// The provider could not let them in, and says so.
    Failed,
    /// An answer that nobody here waits for: too old, used already, another browser's.
    Over,
    /// What the provider sent is not what it should be.
    Wrong,
    /// The provider tells no address, or one it has not verified.
    Unverified,
    /// Nobody who works here now has this address.
    Stranger,
    /// Another account of the provider signed on for this address before.
    Other,
    /// There was no second factor, and there is none here.
    Weak,
}

impl Refusal {
    const ALL: [Refusal; 9] = [
        Refusal::Away,
        Refusal::Cancelled,
        Refusal::Failed,
        Refusal::Over,
        Refusal::Wrong,
        Refusal::Unverified,
        Refusal::Stranger,
        Refusal::Other,
        Refusal::Weak,
    ];

    /// As addresses have it, and the journal after `council-`.
    fn code(self) -> &'static str {
        match self {
            Refusal::Away => "away",
            Refusal::Cancelled => "cancelled",
            Refusal::Failed => "failed",
            Refusal::Over => "over",
            Refusal::Wrong => "wrong",
            Refusal::Unverified => "unverified",
            Refusal::Stranger => "stranger",
            Refusal::Other => "other",
            Refusal::Weak => "weak",
        }
    }

    /// What the journal says of it.
    pub fn how(self) -> &'static str {
        match self {
            Refusal::Away => "council-away",
            Refusal::Cancelled => "council-cancelled",
            Refusal::Failed => "council-failed",
            Refusal::Over => "council-over",
            Refusal::Wrong => "council-wrong",
            Refusal::Unverified => "council-unverified",
            Refusal::Stranger => "council-stranger",
            Refusal::Other => "council-other",
            Refusal::Weak => "council-weak",
        }
    }

    /// The refusal an address names.
    pub fn of(code: &str) -> Option<Refusal> {
        Refusal::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// The words key.
    pub fn key(self) -> &'static str {
        match self {
            Refusal::Away => "workforce-council-away",
            Refusal::Cancelled => "workforce-council-cancelled",
            Refusal::Failed => "workforce-council-failed",
            Refusal::Over => "workforce-council-over",
            Refusal::Wrong => "workforce-council-wrong",
            Refusal::Unverified => "workforce-council-unverified",
            Refusal::Stranger => "workforce-council-stranger",
            Refusal::Other => "workforce-council-other",
            Refusal::Weak => "workforce-council-weak",
        }
    }

    /// Back to the door, which says why. What the provider sent does not stay in the browser's address.
    pub fn back(self, next: &str) -> Response {
        see(&link::path("/desk/sign-in", &[("next", next), ("council", self.code())]))
    }
}
