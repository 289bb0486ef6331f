//! Handing over: which other systems a service's cases may be handed to, what each may end them with, and how soon it answers.

use crate::model::Definition;
use kit::lang::Lang;

/// A system that cases of a service may be handed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The code an administrator gave the system.
    pub system: String,
    /// The kinds of cases it is for; empty for all.
    pub kinds: Vec<String>,
    /// What it may end a case with.
    pub outcomes: Vec<String>,
    /// Within so many hours it says whether it takes a case.
    pub hours: i64,
    /// It is told how to reach whoever reported it; why is in the words `handover-<system>-contact`.
    pub contact: bool,
}

impl Definition {
    /// The systems there may be.
    pub fn handovers(&self) -> &[Handover] {
        &self.handovers
    }

    /// How a case of this kind goes to this system; `None` where it does not.
    pub fn handover(&self, system: &str, kind: &str) -> Option<&Handover> {
        let takes = |one: &&Handover| one.kinds.is_empty() || one.kinds.iter().any(|own| own == kind);
        self.handovers.iter().filter(|one| one.system == system).find(takes)
    }

    /// Why the system is told how to reach whoever reported a case.
    pub fn handover_contact_words(&self, rule: &Handover, lang: Lang) -> String {
        self.text(lang, &format!("handover-{}-contact", rule.system)).to_owned()
    }
}

#[cfg(test)]
#[path = "handover_tests.rs"]
mod tests;
