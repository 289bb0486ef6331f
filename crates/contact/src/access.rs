//! Who may do what with contacts: one match, one table test.

use crate::model::Contact;
use kit::who::{Role, Staff, Who};
use kit::{Error, Result};

/// What staff do with contacts.
#[derive(Debug, Clone, Copy)]
pub enum Action<'a> {
    /// Start one, and see the list of one's own.
    Take,
    /// Read and write this one.
    Work(&'a Contact),
}

/// The member of staff, if they may. A contact is the business of whoever has it; what of it others need stands on the
/// person's record and on its cases, behind the rules of those.
pub fn check<'w>(who: &'w Who, action: Action<'_>) -> Result<&'w Staff> {
    let staff = who.staff()?;
    if !serves(staff) {
        return Err(Error::Forbidden);
    }
    match action {
        Action::Take => Ok(staff),
        Action::Work(contact) if contact.staff == staff.id => Ok(staff),
        Action::Work(_) => Err(Error::NotFound),
    }
}

/// Whether this member of staff takes contacts.
pub fn serves(staff: &Staff) -> bool {
    staff.roles.iter().any(|role| matches!(role, Role::Officer | Role::TeamMember | Role::TeamLeader))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Channel;
    use kit::facts::Help;
    use kit::who::Person;
    use kit::{Id, Lang};

    const ME: Id = Id([1; 16]);

    fn contact(staff: Id) -> Contact {
        Contact {
            id: Id([9; 16]),
            staff,
            channel: Channel::Phone,
            began: 0,
            ended: None,
            resident: None,
            name: String::new(),
            number: String::new(),
            behalf: String::new(),
            lang: Lang::EN,
            help: Help::WithMe,
            note: String::new(),
            pence: None,
            erased: false,
        }
    }

    #[test]
    fn every_role_may_what_the_table_says() {
        let (own, other) = (contact(ME), contact(Id([2; 16])));
        let staff =
            |role: Role| Person::Staff(Staff { id: ME, name: String::new(), roles: vec![role], teams: Vec::new() });
        // Take, one's own, somebody else's.
        let table = [
            (staff(Role::Officer), ["may", "may", "not found"]),
            (staff(Role::TeamMember), ["may", "may", "not found"]),
            (staff(Role::TeamLeader), ["may", "may", "not found"]),
            (staff(Role::ServiceOwner), ["not allowed", "not allowed", "not allowed"]),
            (staff(Role::Administrator), ["not allowed", "not allowed", "not allowed"]),
            (Person::Resident(ME), ["sign in first", "sign in first", "sign in first"]),
            (Person::Anyone, ["sign in first", "sign in first", "sign in first"]),
            (Person::System, ["sign in first", "sign in first", "sign in first"]),
        ];
        assert_eq!(table.len(), Role::ALL.len() + 3);
        for (person, wanted) in table {
            let who = Who { person, ..Who::anyone(Lang::EN) };
            let said = [Action::Take, Action::Work(&own), Action::Work(&other)]
                .map(|action| check(&who, action).map_or_else(|refusal| refusal.to_string(), |_| "may".to_owned()));
            assert_eq!(said, wanted, "{who:?}");
        }
    }
}
