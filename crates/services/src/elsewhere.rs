//! What other systems may do with a service: send reports to it, and read what everybody may know of them.

use crate::model::{Definition, Question, State};
use crate::open::Open;
use residents::checks::Assurance;

/// Other systems may send reports to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Everybody may read where reports are and what was chosen, never what was written.
    pub public: bool,
}

impl Definition {
    /// Whether other systems may send reports to it now: it says so, it is online, and it is open to everyone.
    pub fn is_open_elsewhere(&self) -> bool {
        let anyone = self.assurance == Assurance::Anyone && self.open == Open::Everyone;
        self.elsewhere.is_some() && self.state == State::Online && anyone
    }

    /// Whether everybody may read where its reports are and what was chosen.
    pub fn is_public_elsewhere(&self) -> bool {
        self.elsewhere.is_some_and(|elsewhere| elsewhere.public)
    }

    /// Whether a question is asked whatever was answered before it.
    pub fn always_asks(&self, question: &Question) -> bool {
        question.show.is_none() && self.pages.get(question.page).is_some_and(|page| page.show.is_none())
    }
}
