//! Who may look at and change which team has a service: one match on (role, action).

use kit::who::{Role, Who};
use kit::{Error, Result};

/// What staff do with services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// See every service, its version and its team.
    See,
    /// Give a service to another team.
    Give,
    /// Mark a search that found nothing as dealt with.
    Deal,
    /// Say who was trained to decide on the spot: service owners in their own services.
    Train,
}

fn allowed(role: Role, action: Action) -> bool {
    matches!(
        (role, action),
        (Role::Administrator, _) | (Role::ServiceOwner, Action::See | Action::Deal | Action::Train)
    )
}

/// Whether they may; nobody signed in is led to sign in.
pub(crate) fn may(who: &Who, action: Action) -> Result<()> {
    let staff = who.staff()?;
    if staff.roles.iter().any(|role| allowed(*role, action)) { Ok(()) } else { Err(Error::Forbidden) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_administrators_give_and_service_owners_see() {
        for role in Role::ALL {
            let (sees, gives) = (allowed(role, Action::See), allowed(role, Action::Give));
            assert_eq!(allowed(role, Action::Deal), sees, "{role:?}");
            assert_eq!(allowed(role, Action::Train), sees, "{role:?}");
            let wanted = match role {
                Role::Administrator => (true, true),
                Role::ServiceOwner => (true, false),
                Role::Officer | Role::TeamMember | Role::TeamLeader => (false, false),
            };
            assert_eq!((sees, gives), wanted, "{role:?}");
        }
        let nobody = may(&Who::anyone(kit::Lang::EN), Action::See);
        assert!(matches!(nobody, Err(Error::SignIn)));
    }
}
