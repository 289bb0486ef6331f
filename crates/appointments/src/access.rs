//! Who may see whose appointments: those who see people. Everybody else has the link of their own.

use kit::who::{Role, Staff, Who};
use kit::{Error, Result};

/// The member of staff, if they may see a day's appointments and check people in.
pub fn check(who: &Who) -> Result<&Staff> {
    let staff = who.staff()?;
    let may = |role: &Role| matches!(role, Role::Officer | Role::TeamMember | Role::TeamLeader);
    if staff.roles.iter().any(may) { Ok(staff) } else { Err(Error::Forbidden) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::who::Person;
    use kit::{Id, Lang};

    #[test]
    fn those_who_see_people_see_the_day_and_nobody_else() {
        for role in Role::ALL {
            let staff = Staff { id: Id([1; 16]), name: String::new(), roles: vec![role], teams: Vec::new() };
            let who = Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) };
            let may = matches!(role, Role::Officer | Role::TeamMember | Role::TeamLeader);
            assert_eq!(check(&who).is_ok(), may, "{role:?}");
        }
        assert!(matches!(check(&Who::anyone(Lang::EN)), Err(Error::SignIn)));
    }
}
