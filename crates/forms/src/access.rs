//! Who may see and change a draft: the resident it belongs to, the browser that started it, or a browser where its
//! one-time code was entered.

use crate::draft::Draft;
use kit::who::{Person, Who};

/// What somebody may do with a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It is theirs.
    Theirs,
    /// A grant has to say.
    AskGrant,
    /// Not theirs; a grant cannot help.
    None,
}

/// Decides without the database, where that is enough.
pub fn of(draft: &Draft, who: &Who) -> Access {
    match &who.person {
        Person::Staff(_) | Person::Program(_) | Person::System => Access::None,
        Person::Resident(_) if who.has_account(draft.resident) => Access::Theirs,
        // A draft with an owner is not for whoever used the same browser before or after.
        _ if draft.resident.is_none() && who.visitor == Some(draft.visitor) => Access::Theirs,
        _ if who.visitor.is_some() => Access::AskGrant,
        _ => Access::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::who::Staff;
    use kit::{Id, Lang};

    #[test]
    fn a_draft_is_its_owners_its_browsers_or_granted() {
        let (browser, other) = (Id([2; 16]), Id([9; 16]));
        let (ann, ben) = (Id([3; 16]), Id([4; 16]));
        let staff = Staff { id: Id([5; 16]), name: "Sam".into(), roles: Vec::new(), teams: Vec::new() };
        let anyone = Person::Anyone;
        let of_visitor = Draft::new(Id([1; 16]), "s", 1, &Who::anyone(Lang::EN), browser, 0);
        let of_ann = Draft { resident: ann, ..of_visitor.clone() };
        for (draft, person, visitor, wanted) in [
            (&of_visitor, anyone.clone(), Some(browser), Access::Theirs),
            (&of_visitor, Person::Resident(ann), Some(browser), Access::Theirs),
            (&of_visitor, anyone.clone(), Some(other), Access::AskGrant),
            (&of_visitor, anyone.clone(), None, Access::None),
            (&of_ann, Person::Resident(ann), Some(other), Access::Theirs),
            (&of_ann, Person::Resident(ben), Some(browser), Access::AskGrant),
            (&of_ann, anyone.clone(), Some(browser), Access::AskGrant),
            (&of_visitor, Person::Staff(staff), Some(browser), Access::None),
        ] {
            let who = Who { person: person.clone(), visitor, ..Who::anyone(Lang::EN) };
            assert_eq!(of(draft, &who), wanted, "{person:?} {visitor:?}");
        }
    }
}
