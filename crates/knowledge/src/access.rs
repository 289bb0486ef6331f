//! Who may do what with answers: one match on (role, action).

use crate::model::Draft;
use kit::who::{Role, Who};
use kit::{Error, Result};

/// What staff do with answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Read and search them.
    Read,
    /// Say that one is wrong.
    Flag,
    /// Note that somebody was told one, and see who was.
    Tell,
    /// Write a draft.
    Write,
    /// Approve a draft somebody else wrote.
    Approve,
    /// Say who owns it and when it is looked at again, take it out of use and bring it back.
    Keep,
    /// Reply to whoever said that one is wrong.
    Answer,
    /// Send a correction to those who were told the answer before.
    Correct,
    /// Give staff something to read.
    Brief,
}

impl Action {
    #[cfg(test)]
    const ALL: [Action; 9] = [
        Action::Read,
        Action::Flag,
        Action::Tell,
        Action::Write,
        Action::Approve,
        Action::Keep,
        Action::Answer,
        Action::Correct,
        Action::Brief,
    ];
}

fn allowed(role: Role, action: Action) -> bool {
    use Action::{Answer, Approve, Brief, Correct, Flag, Keep, Read, Tell, Write};
    match role {
        Role::Officer | Role::TeamMember => matches!(action, Read | Flag | Tell),
        Role::TeamLeader => matches!(action, Read | Flag | Tell | Approve | Correct | Brief),
        Role::ServiceOwner => matches!(action, Read | Flag | Write | Approve | Keep | Answer | Correct | Brief),
        Role::Administrator => matches!(action, Read | Flag | Keep | Brief),
    }
}

/// Whether they may; nobody signed in is led to sign in.
pub(crate) fn may(who: &Who, action: Action) -> Result<()> {
    if can(who, action)? { Ok(()) } else { Err(Error::Forbidden) }
}

/// The same as an answer, for what a page offers.
pub(crate) fn can(who: &Who, action: Action) -> Result<bool> {
    Ok(who.staff()?.roles.iter().any(|role| allowed(*role, action)))
}

/// Whether they may approve this draft: nobody approves what they wrote on themselves.
pub(crate) fn can_approve(who: &Who, draft: &Draft) -> Result<bool> {
    Ok(can(who, Action::Approve)? && !draft.authors.contains(&who.staff()?.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Content;
    use kit::who::{Person, Staff};
    use kit::{Id, Lang};

    fn somebody(id: Id, role: Role) -> Who {
        let staff = Staff { id, name: String::new(), roles: vec![role], teams: Vec::new() };
        Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) }
    }

    #[test]
    fn every_role_may_what_the_table_says() {
        // Read, flag, tell, write, approve, keep, answer, correct, brief.
        let table = [
            (Role::Officer, "yyy------"),
            (Role::TeamMember, "yyy------"),
            (Role::TeamLeader, "yyy-y--yy"),
            (Role::ServiceOwner, "yy-yyyyyy"),
            (Role::Administrator, "yy---y--y"),
        ];
        assert_eq!(table.map(|(role, _)| role), Role::ALL);
        for (role, wanted) in table {
            let who = somebody(Id([1; 16]), role);
            let found = Action::ALL.map(|action| if may(&who, action).is_ok() { 'y' } else { '-' });
            assert_eq!(found.iter().collect::<String>(), wanted, "{role:?}");
        }
        let nobody = Who::anyone(Lang::EN);
        let resident = Who { person: Person::Resident(Id([2; 16])), ..nobody.clone() };
        for action in Action::ALL {
            assert!(matches!(may(&nobody, action), Err(Error::SignIn)), "{action:?}");
            assert!(matches!(may(&resident, action), Err(Error::SignIn)), "{action:?}");
        }
    }

    #[test]
    fn nobody_approves_what_they_wrote_on() {
        let [first, second, third] = [1, 2, 3].map(|n| Id([n; 16]));
        let (content, note) = (Content::default(), String::new());
        let draft = Draft { revision: 1, content, note, review: 0, authors: vec![first, second], changed_at: 0 };
        for (id, role, wanted) in [
            (first, Role::ServiceOwner, false),
            (second, Role::TeamLeader, false),
            (third, Role::ServiceOwner, true),
            (third, Role::TeamLeader, true),
            (third, Role::Officer, false),
            (third, Role::Administrator, false),
        ] {
            assert_eq!(can_approve(&somebody(id, role), &draft).unwrap(), wanted, "{role:?}");
        }
    }
}
