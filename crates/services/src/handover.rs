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
    /// A case goes to it by itself as soon as it is opened.
    pub at_opening: bool,
    /// The photographs and documents of whoever reported it can be fetched by it.
    pub files: bool,
    /// What is written about a case while the system has it goes to it; why is in the words `handover-<system>-messages`.
    pub messages: bool,
}

impl Handover {
    /// Whether it is for cases of this kind.
    pub fn is_for(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|own| own == kind)
    }
}

impl Definition {
    /// The systems there may be.
    pub fn handovers(&self) -> &[Handover] {
        &self.handovers
    }

    /// How a case of this kind goes to this system; `None` where it does not.
    pub fn handover(&self, system: &str, kind: &str) -> Option<&Handover> {
        self.handovers.iter().filter(|one| one.system == system).find(|one| one.is_for(kind))
    }

    /// Why the system is told how to reach whoever reported a case.
    pub fn handover_contact_words(&self, rule: &Handover, lang: Lang) -> String {
        self.text(lang, &format!("handover-{}-contact", rule.system)).to_owned()
    }

    /// Why the system reads what is written about a case while it has it.
    pub fn handover_messages_words(&self, rule: &Handover, lang: Lang) -> String {
        self.text(lang, &format!("handover-{}-messages", rule.system)).to_owned()
    }
}

#[cfg(test)]
#[path = "handover_tests.rs"]
mod tests;
