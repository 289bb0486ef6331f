//! What a person sees while they wait: a remaining time that never grows by itself.

use crate::score::Given;

/// Why a remaining time may grow. Each is something that happened, and is kept with the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Fewer desks are open than were planned.
    DeskClosed,
    /// A floor walker changed what somebody came for, or how much they need it.
    Triaged,
    /// Somebody with an earlier appointment or greater need has come.
    SomebodyGoesFirst,
}

/// A change of what is shown that needs a reason.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// When, in seconds of the clock the estimates are of.
    pub at: f64,
    /// Why.
    pub cause: Cause,
    /// What was shown, in seconds from then.
    pub before: Given,
    /// What is shown now, in seconds from then.
    pub after: Given,
}

/// The remaining time of one person as it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    remaining: Given,
}

impl Shown {
    /// The first estimate.
    pub fn first(estimate: Given) -> Shown {
        Shown { remaining: estimate }
    }

    /// What is shown: seconds from now.
    pub fn remaining(&self) -> Given {
        self.remaining
    }

    /// A fresh estimate has come. Without a cause no figure becomes greater than it was; where the range and the figure in it would
    /// part, the range gives way downwards. With a cause the fresh one stands, and what it changed is told if anything became longer.
    pub fn update(&mut self, at: f64, fresh: Given, cause: Option<Cause>) -> Option<Change> {
        let before = self.remaining;
        let lesser = |a: f64, b: f64| if a < b { a } else { b };
        self.remaining = match cause {
            Some(_) => fresh,
            None => Given {
                about: lesser(fresh.about, before.about),
                range: (lesser(fresh.range.0, before.range.0), lesser(fresh.range.1, before.range.1)),
            },
        };
        let after = self.remaining;
        let longer = after.about > before.about || after.range.0 > before.range.0 || after.range.1 > before.range.1;
        cause.filter(|_| longer).map(|cause| Change { at, cause, before, after })
    }
}
