//! A draft: what a person has answered so far, who gave each answer and from which page.

use crate::behalf::ForWhom;
use crate::reach::Reach;
use kit::Id;
use kit::clock::{DAY, Micros};
use kit::id::Reference;
use kit::who::{Person, Who};
use serde::{Deserialize, Serialize};
use services::Answers;
use std::collections::BTreeMap;

/// A draft nobody has changed for this long is cleared away.
pub const KEPT: Micros = 28 * DAY;

/// What a person has answered so far.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its id; also the key that makes submitting happen once.
    pub id: Id,
    /// The service.
    pub service: String,
    /// The version of the service it was started on and stays on.
    pub version: i64,
    /// For whom an officer sees it now; nothing for everybody else. It is not stored.
    pub for_whom: Option<ForWhom>,
    /// The browser that started it.
    pub visitor: Id,
    /// The resident it belongs to, or [`Id::NONE`].
    pub resident: Id,
    /// The tag of the language it was last answered in.
    pub lang: String,
    /// The answers, also those of pages no longer on the path.
    pub answers: Answers,
    /// Who answered what, and when, by question; a question left empty on purpose is here too.
    pub given: BTreeMap<String, Given>,
    /// How to reach the person, once they said.
    pub reach: Option<Reach>,
    /// What they said about reports of the same thing nearby.
    pub nearby: Nearby,
    /// The email address or mobile number a link was sent to, empty before: where the code for coming back goes.
    pub saved_to: String,
    /// Counts the changes.
    pub revision: i64,
    /// When it was started.
    pub started: Micros,
    /// When it was last changed.
    pub changed: Micros,
    /// When it is cleared away unless it is changed again.
    pub expires: Micros,
    /// The reference it was submitted under.
    pub reference: Option<Reference>,
    /// When it was submitted.
    pub submitted: Option<Micros>,
}

/// Who answered a question, in which change, on which drawing of its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// `visitor`, `resident`, or `staff:` and their id.
    pub by: String,
    /// The revision of the draft this change made.
    pub revision: i64,
    /// The mark of the drawn page it came from.
    pub view: String,
}

/// What a person said about reports of the same thing nearby.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Nearby {
    /// Not asked yet, or the answers changed since.
    #[default]
    NotAsked,
    /// Theirs is something else.
    Different,
    /// It is this case: they join it.
    Same(Id),
}

impl Nearby {
    /// As stored.
    pub fn code(&self) -> String {
        match self {
            Nearby::NotAsked => String::new(),
            Nearby::Different => "different".to_owned(),
            Nearby::Same(case) => case.to_string(),
        }
    }

    /// What a stored code means; an unknown one asks again.
    pub fn of(code: &str) -> Nearby {
        match code {
            "different" => Nearby::Different,
            other => other.parse().map_or(Nearby::NotAsked, Nearby::Same),
        }
    }
}

/// How the giver of an answer is stored.
pub fn giver(who: &Who) -> String {
    match &who.person {
        Person::Resident(_) => "resident".to_owned(),
        Person::Staff(staff) => format!("staff:{}", staff.id),
        Person::Anyone | Person::Program(_) | Person::System => "visitor".to_owned(),
    }
}

/// The browser of a draft that was begun at the desk: nobody's.
pub fn visitor_at_desk(draft: Id) -> Id {
    draft
}

/// The question the contact page stands for among [`Draft::given`]; no definition can have one of this name.
pub const REACH: &str = "=contact";

impl Draft {
    /// A draft with nothing answered yet.
    pub fn new(id: Id, service: &str, version: i64, who: &Who, visitor: Id, now: Micros) -> Draft {
        let resident = match who.person {
            Person::Resident(id) => id,
            _ => Id::NONE,
        };
        Draft {
            id,
            service: service.to_owned(),
            version,
            for_whom: None,
            visitor,
            resident,
            lang: who.lang.tag.to_owned(),
            answers: Answers::on(kit::lang::local(now).date()),
            given: BTreeMap::new(),
            reach: None,
            nearby: Nearby::NotAsked,
            saved_to: String::new(),
            revision: 1,
            started: now,
            changed: now,
            expires: now + KEPT,
            reference: None,
            submitted: None,
        }
    }

    /// Notes a change now: the next revision, and another 28 days.
    pub fn touch(&mut self, who: &Who, now: Micros) {
        self.revision += 1;
        self.changed = now;
        self.expires = now + KEPT;
        // An officer writes in English, whatever its owner reads.
        if !matches!(who.person, Person::Staff(_)) {
            self.lang = who.lang.tag.to_owned();
        }
        // Signing in half way makes the draft the resident's own.
        if let (Person::Resident(id), true) = (&who.person, self.resident.is_none()) {
            self.resident = *id;
        }
    }

    /// Notes who answered a question, on which drawing of its page; to be called after [`Draft::touch`].
    pub fn note(&mut self, question: &str, who: &Who, view: &str) {
        let given = Given { by: giver(who), revision: self.revision, view: view.to_owned() };
        self.given.insert(question.to_owned(), given);
    }

    /// True when the question was answered, or left empty on purpose.
    pub fn has_answered(&self, question: &str) -> bool {
        self.given.contains_key(question)
    }

    /// True when the question was changed after this revision from another drawing of its page: another tab, or another
    /// person with the same draft.
    pub fn changed_elsewhere(&self, question: &str, revision: i64, view: &str) -> bool {
        self.given.get(question).is_some_and(|given| given.revision > revision && given.view != view)
    }

    /// The address of the draft's task list.
    pub fn path(&self) -> String {
        match self.for_whom {
            Some(_) => Draft::path_at_desk(self.id),
            None => self.own_path(),
        }
    }

    /// The account whose addresses are proved: of whoever is signed in, or of whom it is filled in for.
    pub fn account_of(&self, who: &Who) -> Option<Id> {
        if self.for_whom.is_some() { self.resident.some() } else { who.resident().ok() }
    }

    /// The same as [`Draft::path`] for whoever's it is.
    pub fn own_path(&self) -> String {
        format!("/forms/{}", self.id)
    }

    /// The same for an officer who fills it in.
    pub fn path_at_desk(id: Id) -> String {
        format!("/desk/forms/{id}")
    }

    /// The address of one of its pages or steps.
    pub fn step(&self, step: &str) -> String {
        format!("{}/{step}", self.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::Lang;

    fn draft() -> Draft {
        Draft::new(Id([1; 16]), "missed-bin", 1, &Who::anyone(Lang::EN), Id([2; 16]), 1_790_000_000_000_000)
    }

    #[test]
    fn what_was_said_about_nearby_reads_back() {
        for nearby in [Nearby::NotAsked, Nearby::Different, Nearby::Same(Id([7; 16]))] {
            assert_eq!(Nearby::of(&nearby.code()), nearby);
        }
        assert_eq!(Nearby::of("rubbish"), Nearby::NotAsked);
    }

    #[test]
    fn a_change_from_another_tab_is_told_from_going_back() {
        let who = Who::anyone(Lang::EN);
        let mut draft = draft();
        draft.touch(&who, 1_790_000_000_000_001);
        draft.note("kind", &who, "first");
        assert!(draft.changed_elsewhere("kind", 1, "second"), "another tab that still shows revision 1");
        assert!(!draft.changed_elsewhere("kind", 1, "first"), "the same page, come back to with the browser's back");
        assert!(!draft.changed_elsewhere("kind", 2, "second"), "a page drawn after the change");
        assert!(!draft.changed_elsewhere("other", 1, "second"));
    }

    #[test]
    fn signing_in_makes_a_draft_ones_own_but_never_anothers() {
        let mut draft = draft();
        let mut who = Who { person: Person::Resident(Id([3; 16])), ..Who::anyone(Lang::EN) };
        draft.touch(&who, draft.changed);
        assert_eq!(draft.resident, Id([3; 16]));
        who.person = Person::Resident(Id([4; 16]));
        draft.touch(&who, draft.changed);
        assert_eq!(draft.resident, Id([3; 16]));
        assert_eq!(draft.revision, 3);
    }
}
