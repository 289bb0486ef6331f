//! Who may do what with everything held on a person: one match, one table test.

use kit::who::{Role, Staff, Who};
use kit::{Error, Result};

/// What staff do with everything held on a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read it all, and take it as a file: answering an access request.
    Export,
    /// Erase what may go.
    Erase,
    /// Keep it in spite of time and request, or let it go again.
    Hold,
}

/// An officer opens a record by asking who is there; this has everything and asks nobody, so it is not theirs.
fn role_may(role: Role, action: Action) -> bool {
    match (role, action) {
        (Role::Administrator, _) => true,
        (Role::ServiceOwner, Action::Hold) => true,
        (Role::Officer | Role::TeamMember | Role::TeamLeader | Role::ServiceOwner, _) => false,
    }
}

/// True when they may.
pub fn may(staff: &Staff, action: Action) -> bool {
    staff.roles.iter().any(|role| role_may(*role, action))
}

/// Nothing if they may; else why not.
pub fn check(who: &Who, action: Action) -> Result<()> {
    if may(who.staff()?, action) { Ok(()) } else { Err(Error::Forbidden) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::who::Person;
    use kit::{Id, Lang};

    #[test]
    fn every_role_may_what_the_table_says() {
        for (role, export, erase, hold) in [
            (Role::Officer, false, false, false),
            (Role::TeamMember, false, false, false),
            (Role::TeamLeader, false, false, false),
            (Role::ServiceOwner, false, false, true),
            (Role::Administrator, true, true, true),
        ] {
            let staff = Staff { id: Id([1; 16]), name: "Asha Demo".into(), roles: vec![role], teams: Vec::new() };
            let who = Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) };
            let wanted = [(Action::Export, export), (Action::Erase, erase), (Action::Hold, hold)];
            for (action, may) in wanted {
                assert_eq!(check(&who, action).is_ok(), may, "{role:?} {action:?}");
            }
        }
        assert!(matches!(check(&Who::anyone(Lang::EN), Action::Export), Err(Error::SignIn)));
    }
}
