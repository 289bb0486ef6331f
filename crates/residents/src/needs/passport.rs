//! What somebody told us they need, as it stands.

use super::Ask;
use kit::Id;
use kit::clock::Micros;

/// One answer, and who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// A barrier, by the code the criteria have; else an adjustment.
    pub barrier: bool,
    /// Which.
    pub code: String,
    /// The hour, the language, the way, the address, or who gets a copy; empty where the code says all.
    pub value: String,
    /// A member of staff wrote it down.
    pub by_staff: bool,
    /// Who gave it: the resident, or that member of staff.
    pub giver: Id,
    /// When.
    pub at: Micros,
}

/// Everything somebody told us they need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passport {
    /// Grows with every change; 0 while there was none.
    pub revision: i64,
    /// The answers, barriers last.
    pub answers: Vec<Answer>,
    /// How they agreed that we keep it: `self`, `phone`, `counter`, `writing`.
    pub agreed: String,
    /// When.
    pub agreed_at: Micros,
    /// The rule by which they are offered more help; empty where none fits.
    pub rule: String,
    /// The edition of the rules that was decided by.
    pub criteria: i64,
    /// When that was decided.
    pub decided: Micros,
}

impl Passport {
    /// What was said about an adjustment, where it was asked for.
    pub fn value(&self, ask: Ask) -> Option<&str> {
        self.answers.iter().find(|one| !one.barrier && one.code == ask.code()).map(|one| one.value.as_str())
    }

    /// True when they asked for it.
    pub fn asks(&self, ask: Ask) -> bool {
        self.value(ask).is_some()
    }

    /// The hour before which nobody is to ring.
    pub fn calls_after(&self) -> Option<i8> {
        self.value(Ask::CallsAfter)?.parse().ok()
    }

    /// Who gets a copy: their name and their email address.
    pub fn copy_to(&self) -> Option<(&str, &str)> {
        self.value(Ask::CopyTo)?.split_once('\n')
    }

    /// The adjustments they asked for, in the order staff have to know them.
    pub fn adjustments(&self) -> Vec<Ask> {
        Ask::ALL.into_iter().filter(|ask| self.asks(*ask)).collect()
    }

    /// This, and what another account of the same person says besides.
    pub(super) fn with(mut self, other: Passport) -> Passport {
        let is_new = |one: &Answer| !self.answers.iter().any(|old| old.barrier == one.barrier && old.code == one.code);
        let new: Vec<Answer> = other.answers.into_iter().filter(is_new).collect();
        self.answers.extend(new);
        self.answers.sort_by(|a, b| (a.barrier, &a.code).cmp(&(b.barrier, &b.code)));
        // Each grows with its own changes: so does their sum.
        self.revision += other.revision;
        if self.agreed.is_empty() {
            (self.agreed, self.agreed_at) = (other.agreed, other.agreed_at);
        }
        if self.rule.is_empty() {
            (self.rule, self.criteria, self.decided) = (other.rule, other.criteria, other.decided);
        }
        self
    }

    /// The codes of the barriers.
    pub fn barriers(&self) -> impl Iterator<Item = &str> {
        self.answers.iter().filter(|one| one.barrier).map(|one| one.code.as_str())
    }
}
