//! Who may do what with staff, teams and their own way in: one match.

use kit::who::{Person, Role, Who};
use kit::{Error, Result};

/// What somebody wants to do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Sign in, or set up a password and codes with a link.
    SignIn,
    /// Sign out.
    SignOut,
    /// Change one's own password and codes.
    Own,
    /// See, add and change staff.
    ManageStaff,
    /// See, add and rename teams.
    ManageTeams,
}

/// Whether they may; [`Error::SignIn`] when signing in could help.
pub fn may(who: &Who, action: Action) -> Result<()> {
    match (&who.person, action) {
        (_, Action::SignIn | Action::SignOut) => Ok(()),
        (Person::Staff(_), Action::Own) => Ok(()),
        (Person::Staff(staff), Action::ManageStaff | Action::ManageTeams) => {
            if staff.roles.contains(&Role::Administrator) { Ok(()) } else { Err(Error::Forbidden) }
        }
        (Person::System, Action::ManageStaff | Action::ManageTeams) => Ok(()),
        (Person::Anyone | Person::Resident(_) | Person::Program(_) | Person::System, _) => Err(Error::SignIn),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::who::Staff;
    use kit::{Id, Lang};

    fn staff(role: Role) -> Person {
        Person::Staff(Staff { id: Id([1; 16]), name: "Tess Sample".into(), roles: vec![role], teams: Vec::new() })
    }

    #[test]
    fn only_administrators_manage_staff_and_teams() {
        for role in Role::ALL {
            let who = Who { person: staff(role), ..Who::anyone(Lang::EN) };
            let administrator = role == Role::Administrator;
            assert_eq!(may(&who, Action::ManageStaff).is_ok(), administrator, "{role:?}");
            assert_eq!(may(&who, Action::ManageTeams).is_ok(), administrator, "{role:?}");
            assert!(may(&who, Action::Own).is_ok());
            assert!(may(&who, Action::SignOut).is_ok());
        }
        for person in [Person::Anyone, Person::Resident(Id([2; 16]))] {
            let who = Who { person, ..Who::anyone(Lang::EN) };
            for action in [Action::Own, Action::ManageStaff, Action::ManageTeams] {
                assert!(matches!(may(&who, action), Err(Error::SignIn)), "{who:?} {action:?}");
            }
            assert!(may(&who, Action::SignIn).is_ok());
        }
        assert!(may(&Who::system(), Action::ManageStaff).is_ok());
        assert!(may(&Who::system(), Action::Own).is_err());
    }
}
