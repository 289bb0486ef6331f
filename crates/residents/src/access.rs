//! Who may do what with an account: one match.

use kit::who::{Person, Role, Who};
use kit::{Error, Id, Result};

/// What somebody wants to do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Sign in, or make an account.
    SignIn,
    /// Sign out.
    SignOut,
    /// See and change the details of this account, its password and its sessions.
    Keep(Id),
    /// Find people, as somebody who serves them.
    Find,
}

/// Whether they may; [`Error::SignIn`] when signing in could help.
pub fn may(who: &Who, action: Action) -> Result<()> {
    match (&who.person, action) {
        (_, Action::SignIn | Action::SignOut) => Ok(()),
        (Person::Resident(own), Action::Keep(account)) if *own == account => Ok(()),
        (Person::Resident(_), Action::Keep(_)) => Err(Error::NotFound),
        (Person::Anyone | Person::Staff(_) | Person::System, Action::Keep(_)) => Err(Error::SignIn),
        (Person::Staff(staff), Action::Find) => {
            let serves = |role: &Role| matches!(role, Role::Officer | Role::TeamMember | Role::TeamLeader);
            if staff.roles.iter().any(serves) { Ok(()) } else { Err(Error::Forbidden) }
        }
        (Person::Anyone | Person::Resident(_) | Person::System, Action::Find) => Err(Error::SignIn),
    }
}

/// Whether they may find people as somebody who serves them.
pub fn may_find(who: &Who) -> Result<()> {
    may(who, Action::Find)
}

/// The resident whose own account this is about.
pub fn own(who: &Who) -> Result<Id> {
    let id = who.resident()?;
    may(who, Action::Keep(id))?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::Lang;
    use kit::who::Staff;

    #[test]
    fn an_account_is_its_owners_alone() {
        let (own, other) = (Id([1; 16]), Id([2; 16]));
        let staff =
            Staff { id: Id([3; 16]), name: String::new(), roles: kit::who::Role::ALL.to_vec(), teams: Vec::new() };
        let table = [
            (Person::Resident(own), Action::Keep(own), "may"),
            (Person::Resident(other), Action::Keep(own), "not found"),
            (Person::Anyone, Action::Keep(own), "sign in first"),
            (Person::Staff(staff.clone()), Action::Keep(own), "sign in first"),
            (Person::System, Action::Keep(own), "sign in first"),
            (Person::Anyone, Action::SignIn, "may"),
            (Person::Resident(own), Action::SignIn, "may"),
            (Person::Resident(own), Action::SignOut, "may"),
            (Person::Anyone, Action::SignOut, "may"),
            (Person::Staff(staff.clone()), Action::SignOut, "may"),
            (Person::Staff(staff.clone()), Action::Find, "may"),
            (
                Person::Staff(Staff { roles: vec![Role::Administrator, Role::ServiceOwner], ..staff }),
                Action::Find,
                "not allowed",
            ),
            (Person::Resident(own), Action::Find, "sign in first"),
            (Person::Anyone, Action::Find, "sign in first"),
        ];
        for (person, action, wanted) in table {
            let who = Who { person, ..Who::anyone(Lang::EN) };
            let said = may(&who, action).map_or_else(|refusal| refusal.to_string(), |()| "may".to_owned());
            assert_eq!(said, wanted, "{who:?} {action:?}");
        }
    }
}
