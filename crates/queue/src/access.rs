//! Who may do what in a queue: one match, one table test.

use kit::who::{Role, Staff, Who};
use kit::{Error, Result};

/// What staff do in a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Sit at a desk and see people.
    Serve,
    /// Walk the floor: greet people, give them tickets, ask them anew what they need.
    Walk,
    /// See how a site is doing, and set up its devices.
    Lead,
}

/// The member of staff, if they may.
pub fn check(who: &Who, action: Action) -> Result<&Staff> {
    let staff = who.staff()?;
    let may = |role: &Role| match action {
        Action::Serve | Action::Walk => matches!(role, Role::Officer | Role::TeamMember | Role::TeamLeader),
        Action::Lead => matches!(role, Role::TeamLeader | Role::Administrator),
    };
    if staff.roles.iter().any(may) { Ok(staff) } else { Err(Error::Forbidden) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::who::Person;
    use kit::{Id, Lang};

    #[test]
    fn every_role_may_what_the_table_says() {
        let staff = |role: Role| {
            Person::Staff(Staff { id: Id([1; 16]), name: String::new(), roles: vec![role], teams: Vec::new() })
        };
        // Serve, walk, lead.
        let table = [
            (staff(Role::Officer), ["may", "may", "not allowed"]),
            (staff(Role::TeamMember), ["may", "may", "not allowed"]),
            (staff(Role::TeamLeader), ["may", "may", "may"]),
            (staff(Role::ServiceOwner), ["not allowed", "not allowed", "not allowed"]),
            (staff(Role::Administrator), ["not allowed", "not allowed", "may"]),
            (Person::Resident(Id([2; 16])), ["sign in first", "sign in first", "sign in first"]),
            (Person::Anyone, ["sign in first", "sign in first", "sign in first"]),
            (Person::System, ["sign in first", "sign in first", "sign in first"]),
        ];
        assert_eq!(table.len(), Role::ALL.len() + 3);
        for (person, wanted) in table {
            let who = Who { person, ..Who::anyone(Lang::EN) };
            let said = [Action::Serve, Action::Walk, Action::Lead]
                .map(|action| check(&who, action).map_or_else(|refusal| refusal.to_string(), |_| "may".to_owned()));
            assert_eq!(said, wanted, "{who:?}");
        }
    }
}
