//! The way through a form, worked out afresh from the draft each time: what comes after a page, what came before, what
//! is done and what is still to do. Pure: no database, no words.

use crate::draft::{Draft, Nearby, REACH};
use residents::checks::Assurance;
use services::{Contact, Definition, Output, Page, Question};

/// A place on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The list of tasks.
    Tasks,
    /// A page of questions.
    Page(String),
    /// What stops the journey, or a danger's number.
    Stop,
    /// Reports of the same thing nearby.
    Nearby,
    /// How to reach the person.
    Contact,
    /// Check your answers.
    Check,
}

/// How far a part of the task list has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Every question that must be answered is.
    Completed,
    /// Something is answered.
    InProgress,
    /// Nothing is answered yet.
    NotStarted,
    /// Something before it has to be answered first.
    NotYet,
}

/// A part of the task list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The section's identifier.
    pub id: String,
    /// How far it has got.
    pub progress: Progress,
    /// The page to open: the first with something to answer, or the first.
    pub page: String,
}

/// Steps of the journey's own; a page of the same name is addressed as `q-<name>`.
const OWN_STEPS: [&str; 10] =
    ["start", "stop", "nearby", "contact", "check", "submit", "save", "saved", "delete", "code"];

/// The part of an address that stands for a page of a definition.
pub fn address_of(page: &str) -> String {
    if OWN_STEPS.contains(&page) { format!("q-{page}") } else { page.to_owned() }
}

/// The page of a definition an address stands for.
pub fn page_at<'a>(definition: &'a Definition, address: &str) -> Option<&'a Page> {
    let own = address.strip_prefix("q-").filter(|rest| OWN_STEPS.contains(rest));
    definition.page(address).or_else(|| definition.page(own?))
}

/// True when the journey asks how to reach the person.
pub fn asks_contact(definition: &Definition) -> bool {
    definition.contact != Contact::None
}

/// True when the person said how to reach them, with a code where the service has to be sure, or need not.
pub fn contact_done(definition: &Definition, draft: &Draft) -> bool {
    let said = || draft.has_answered(REACH) && to_prove(definition, draft).is_none();
    !asks_contact(definition) || said()
}

/// A draft on its way through its service.
pub struct Journey<'a> {
    /// The service, in the draft's version.
    pub definition: &'a Definition,
    /// The draft.
    pub draft: &'a Draft,
    /// The pages its answers lead through.
    pub path: Vec<&'a Page>,
}

impl<'a> Journey<'a> {
    /// Works out the path.
    pub fn new(definition: &'a Definition, draft: &'a Draft) -> Journey<'a> {
        Journey { definition, draft, path: definition.path(&draft.answers) }
    }

    /// The questions a page asks.
    pub fn questions(&self, page: &'a Page) -> Vec<&'a Question> {
        self.definition.visible_questions(page, &self.draft.answers)
    }

    /// True when every question of the page was answered or, where it may be, left empty.
    pub fn is_done(&self, page: &'a Page) -> bool {
        self.questions(page).iter().all(|question| {
            let answered = self.draft.answers.get(&question.id).is_some();
            self.draft.has_answered(&question.id) && (answered || !question.required)
        })
    }

    /// True when reports of the same thing nearby have to be looked for first.
    pub fn asks_nearby(&self) -> bool {
        let Some(duplicates) = &self.definition.duplicates else { return false };
        self.draft.nearby == Nearby::NotAsked && self.draft.answers.get(&duplicates.place).is_some()
    }

    /// What stops it for good: nothing further can be asked or sent.
    pub fn stopped(&self) -> bool {
        self.definition.stop(&self.draft.answers).is_some_and(|decision| ends_here(&decision.output))
    }

    /// The first step with something still to do; [`Step::Check`] when there is none. Check-your-answers itself leads on to
    /// [`Step::Nearby`] where something was reported nearby.
    pub fn first_to_do(&self) -> Step {
        if self.stopped() {
            return Step::Stop;
        }
        match self.path.iter().find(|page| !self.is_done(page)) {
            Some(page) => Step::Page(page.id.clone()),
            None if !contact_done(self.definition, self.draft) => Step::Contact,
            None => Step::Check,
        }
    }

    /// Where a page leads once it is answered: the next on the path, or, when it was opened from check-your-answers,
    /// straight back there unless something new has to be answered.
    pub fn after(&self, page: &'a Page, from_check: bool) -> Step {
        if self.stopped() {
            return Step::Stop;
        }
        if !self.is_done(page) {
            return Step::Page(page.id.clone());
        }
        if from_check {
            return self.first_to_do();
        }
        let order = |id: &str| self.definition.pages.iter().position(|each| each.id == id);
        let next = self.path.iter().find(|each| order(&each.id) > order(&page.id));
        match next {
            Some(next) if next.section == page.section => Step::Page(next.id.clone()),
            _ if self.has_tasks() => Step::Tasks,
            Some(next) => Step::Page(next.id.clone()),
            None => self.first_to_do(),
        }
    }

    /// Where "back" leads; `None` before the first page, from which it leads out to the service.
    pub fn before(&self, step: &Step) -> Option<Step> {
        let last = || self.path.last().map(|page| Step::Page(page.id.clone()));
        let end = || if self.has_tasks() { Some(Step::Tasks) } else { last() };
        match step {
            Step::Tasks => None,
            Step::Nearby | Step::Check if asks_contact(self.definition) => Some(Step::Contact),
            Step::Stop | Step::Contact | Step::Nearby | Step::Check => end(),
            Step::Page(id) => {
                let page = self.definition.page(id)?;
                match self.definition.previous_page(id, &self.draft.answers) {
                    Some(previous) if previous.section == page.section => Some(Step::Page(previous.id.clone())),
                    _ if self.has_tasks() => Some(Step::Tasks),
                    previous => previous.map(|previous| Step::Page(previous.id.clone())),
                }
            }
        }
    }

    /// True when the service has a task list.
    pub fn has_tasks(&self) -> bool {
        !self.definition.sections.is_empty()
    }

    /// The parts of the task list that have pages, in order. A part can be opened once everything before it is done,
    /// because which questions it has may hang on them.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut open = true;
        for section in &self.definition.sections {
            let pages: Vec<&Page> =
                self.path.iter().copied().filter(|page| page.section.as_ref() == Some(section)).collect();
            let Some(first) = pages.first() else { continue };
            let to_do = pages.iter().find(|page| !self.is_done(page));
            let begun = pages.iter().any(|page| page.questions.iter().any(|id| self.draft.has_answered(id)));
            let progress = match (to_do, begun) {
                (None, _) => Progress::Completed,
                (Some(_), true) => Progress::InProgress,
                (Some(_), false) if open => Progress::NotStarted,
                (Some(_), false) => Progress::NotYet,
            };
            open &= to_do.is_none();
            parts.push(Part { id: section.clone(), progress, page: to_do.unwrap_or(first).id.clone() });
        }
        parts
    }
}

/// Where a one-time code has to go before the service can be sure who asks; nothing where none is needed, none can be
/// sent, or it came back.
pub fn to_prove(definition: &Definition, draft: &Draft) -> Option<residents::Address> {
    let reach = draft.reach.as_ref().filter(|reach| !reach.proved)?;
    if definition.assurance == Assurance::Anyone { None } else { reach.address_for_codes() }
}

/// True when nothing further can be asked or sent after this decision.
pub fn ends_here(stop: &Output) -> bool {
    matches!(stop, Output::NotOurs { .. } | Output::Danger { carry_on: false, .. })
}

#[cfg(test)]
#[path = "journey_tests.rs"]
mod tests;
