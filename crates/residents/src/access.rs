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
    /// Say which records are of one person.
    Link,
    /// The same where one of them has a safe address.
    LinkGuarded,
    /// Say that an address is a safe one no longer, or a record not confidential.
    Unguard,
    /// Open a record with a safe address, or one that is confidential, to work on it without the person.
    OpenKept,
    /// Look into why records were opened.
    Review,
}

/// Whether they may; [`Error::SignIn`] when signing in could help.
pub fn may(who: &Who, action: Action) -> Result<()> {
    match (&who.person, action) {
        (_, Action::SignIn | Action::SignOut) => Ok(()),
        (Person::Resident(own), Action::Keep(account)) if *own == account => Ok(()),
        (Person::Resident(_), Action::Keep(_)) => Err(Error::NotFound),
        (Person::Anyone | Person::Staff(_) | Person::Program(_) | Person::System, Action::Keep(_)) => {
            Err(Error::SignIn)
        }
        (Person::Staff(staff), Action::Find) => {
            let serves = |role: &Role| matches!(role, Role::Officer | Role::TeamMember | Role::TeamLeader);
            if staff.roles.iter().any(serves) { Ok(()) } else { Err(Error::Forbidden) }
        }
        (
            Person::Staff(staff),
            Action::Link | Action::LinkGuarded | Action::Unguard | Action::OpenKept | Action::Review,
        ) => {
            let links = |role: &Role| match role {
                Role::TeamLeader => true,
                Role::Officer => action == Action::Link,
                Role::TeamMember | Role::ServiceOwner | Role::Administrator => false,
            };
            if staff.roles.iter().any(links) { Ok(()) } else { Err(Error::Forbidden) }
        }
        (
            Person::Anyone | Person::Resident(_) | Person::Program(_) | Person::System,
            Action::Find | Action::Link | Action::LinkGuarded | Action::Unguard | Action::OpenKept | Action::Review,
        ) => Err(Error::SignIn),
    }
}

/// Whether they may say which records are of one person.
pub fn may_link(who: &Who) -> Result<()> {
    may(who, Action::Link)
}

/// Whether they may say that an address is a safe one no longer.
pub fn may_unguard(who: &Who) -> Result<()> {
    may(who, Action::Unguard)
}

/// Whether they may open a record that few are to open, to work on it without the person.
pub(crate) fn may_open_kept(who: &Who) -> Result<()> {
    may(who, Action::OpenKept)
}

/// Whether they may look into why records were opened.
pub fn may_review(who: &Who) -> Result<()> {
    may(who, Action::Review)
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
            (Person::Resident(own), Action::Link, "sign in first"),
            (Person::System, Action::LinkGuarded, "sign in first"),
            (Person::Resident(own), Action::Unguard, "sign in first"),
            (Person::Anyone, Action::Find, "sign in first"),
        ];
        for (person, action, wanted) in table {
            let who = Who { person, ..Who::anyone(Lang::EN) };
            let said = may(&who, action).map_or_else(|refusal| refusal.to_string(), |()| "may".to_owned());
            assert_eq!(said, wanted, "{who:?} {action:?}");
        }
    }

    #[test]
    fn who_serves_people_says_which_records_are_one_persons_and_a_leader_where_an_address_is_a_safe_one() {
        for (role, link, guarded) in [
            (Role::Officer, true, false),
            (Role::TeamMember, false, false),
            (Role::TeamLeader, true, true),
            (Role::ServiceOwner, false, false),
            (Role::Administrator, false, false),
        ] {
            let staff = Staff { id: Id([3; 16]), name: String::new(), roles: vec![role], teams: Vec::new() };
            let who = Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) };
            assert_eq!(
                (may(&who, Action::Link).is_ok(), may(&who, Action::LinkGuarded).is_ok()),
                (link, guarded),
                "{role:?}"
            );
            for action in [Action::Unguard, Action::OpenKept, Action::Review] {
                assert_eq!(may(&who, action).is_ok(), guarded, "{role:?} {action:?}");
            }
        }
    }
}
