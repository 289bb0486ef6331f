//! Who else may speak for a person: the kinds of authority the law knows, each with its scope and its end.

use kit::Id;
use kit::clock::{DAY, Micros};

/// A kind of authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Said by the person on this call; it ends with the day.
    Call,
    /// Given in writing.
    Writing,
    /// Lasting power of attorney for property and money.
    AttorneyProperty,
    /// Lasting power of attorney for health and care.
    AttorneyHealth,
    /// Deputy appointed by the Court of Protection.
    Deputy,
    /// Appointee for benefits.
    Appointee,
    /// Parent of somebody under 18.
    Parent,
    /// Executor or administrator of somebody who died.
    Executor,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 8] = [
        Kind::Call,
        Kind::Writing,
        Kind::AttorneyProperty,
        Kind::AttorneyHealth,
        Kind::Deputy,
        Kind::Appointee,
        Kind::Parent,
        Kind::Executor,
    ];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Call => "call",
            Kind::Writing => "writing",
            Kind::AttorneyProperty => "attorney-property",
            Kind::AttorneyHealth => "attorney-health",
            Kind::Deputy => "deputy",
            Kind::Appointee => "appointee",
            Kind::Parent => "parent",
            Kind::Executor => "executor",
        }
    }

    /// The kind of a code.
    pub fn of(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// True where somebody has to have seen a paper.
    pub fn needs_a_paper(self) -> bool {
        !matches!(self, Kind::Call | Kind::Parent)
    }

    /// How long it can last at most from now.
    pub fn longest(self) -> Micros {
        match self {
            Kind::Call => DAY,
            Kind::Writing => 2 * 365 * DAY,
            Kind::Parent => 18 * 365 * DAY,
            _ => 20 * 365 * DAY,
        }
    }
}

/// An authority on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Its id.
    pub id: Id,
    /// Its kind's code.
    pub kind: String,
    /// Who holds it.
    pub holder: String,
    /// What it is for, in words.
    pub scope: String,
    /// The paper that was seen, in words; empty where none is needed.
    pub seen: String,
    /// No longer good from here on.
    pub until: Micros,
    /// When it was ended before its time.
    pub ended_at: Option<Micros>,
}

impl Authority {
    /// True while it is good.
    pub fn is_good(&self, now: Micros) -> bool {
        self.ended_at.is_none() && self.until > now
    }

    /// True while whoever holds it may speak for the person: for somebody who died an executor alone, for the living anybody else.
    pub fn speaks(&self, now: Micros, deceased: bool) -> bool {
        self.is_good(now) && (self.kind == Kind::Executor.code()) == deceased
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_back_and_a_call_ends_with_the_day() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of(kind.code()), Some(kind));
            assert!(kind.longest() >= DAY);
        }
        assert_eq!((Kind::Call.longest(), Kind::Call.needs_a_paper()), (DAY, false));
        assert!(Kind::Deputy.needs_a_paper());
    }

    #[test]
    fn an_executor_speaks_for_the_dead_and_everybody_else_for_the_living() {
        for kind in Kind::ALL {
            let (holder, scope, seen) = ("Ben Sample".into(), "Everything".into(), String::new());
            let one =
                Authority { id: Id([1; 16]), kind: kind.code().into(), holder, scope, seen, until: 9, ended_at: None };
            assert_eq!((one.speaks(8, true), one.speaks(8, false)), (kind == Kind::Executor, kind != Kind::Executor));
            assert!(!one.speaks(9, true) && !one.speaks(9, false), "{kind:?} is over");
        }
    }
}
