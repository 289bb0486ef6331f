//! Who may do what with a case: one match on (role, action), one table test. Lists ask the same in their queries.

use crate::model::Case;
use kit::who::{Role, Staff, Who};
use kit::{Error, Result};

/// What staff do with cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read the case with its people.
    See,
    /// Write a note.
    Note,
    /// Write to the resident, or ask them something.
    Message,
    /// Give an unowned case, or one's own, to somebody.
    Assign,
    /// Give a case somebody else owns to another.
    Reassign,
    /// Say when the next thing is to be done.
    Plan,
    /// Promise a new date.
    Promise,
    /// Decide with an outcome and a reason.
    Decide,
    /// Decide within the limits of delegated authority, or send it up.
    OnTheSpot,
    /// Hand it to another system, or take it back.
    HandOver,
    /// Close a decided case.
    Close,
    /// Open an ended case again.
    Reopen,
    /// Keep it in spite of its time, or let it go again.
    Hold,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 13] = [
        Action::See,
        Action::Note,
        Action::Message,
        Action::Assign,
        Action::Reassign,
        Action::Plan,
        Action::Promise,
        Action::Decide,
        Action::OnTheSpot,
        Action::HandOver,
        Action::Close,
        Action::Reopen,
        Action::Hold,
    ];
}

/// Which cases a role reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// No personal case content at all.
    Nothing,
    /// Cases they own themselves.
    Owned,
    /// Of those they own, the ones of their teams, and of services whose officers decide by no rules of delegated authority.
    OwnedWithoutRules,
    /// Cases of the teams they are in.
    OwnTeams,
    /// Cases of the services their teams own, and of their teams.
    OwnServices,
    /// Every case.
    Everything,
}

/// The one table: what a role may do, and with which cases. An officer who has taken a case does with it what a team
/// member may, so that one person can finish what they began; giving away what is somebody else's stays with leaders.
/// Where a service has rules of delegated authority they decide by these alone: owning the case is no way round.
fn reach(role: Role, action: Action) -> Reach {
    use Action::*;
    match (role, action) {
        (Role::Officer, See | Note | Message | Assign | OnTheSpot) => Reach::Everything,
        (Role::Officer, Plan | Promise | HandOver | Close | Reopen) => Reach::Owned,
        (Role::Officer, Decide) => Reach::OwnedWithoutRules,
        (Role::Officer | Role::TeamMember | Role::TeamLeader, Hold) => Reach::Nothing,
        (Role::Officer, Reassign) => Reach::Nothing,
        // Teams decide with their own authority.
        (_, OnTheSpot) => Reach::Nothing,
        (Role::TeamMember, Reassign) => Reach::Nothing,
        (Role::TeamMember, _) => Reach::OwnTeams,
        (Role::TeamLeader, _) => Reach::OwnTeams,
        (Role::ServiceOwner, _) => Reach::OwnServices,
        // By its reference alone, on a page that shows nothing of it but its title.
        (Role::Administrator, Hold) => Reach::Everything,
        (Role::Administrator, _) => Reach::Nothing,
    }
}

/// What access asks of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The team that owns it.
    pub team: String,
    /// It has rules by which officers decide on the spot.
    pub ruled: bool,
}

/// How a service stands; `None` for one nobody knows any more.
pub(crate) type StandingOf<'a> = &'a dyn Fn(&str) -> Option<Standing>;

fn reaches(reach: Reach, staff: &Staff, case: &Case, standing: StandingOf<'_>) -> bool {
    let own = |team: &str| staff.teams.iter().any(|mine| mine == team);
    let owned = !case.owner.is_none() && case.owner == staff.id;
    match reach {
        Reach::Nothing => false,
        Reach::Everything => true,
        Reach::Owned => owned,
        Reach::OwnedWithoutRules => {
            owned && (own(&case.team) || !standing(&case.service).is_some_and(|service| service.ruled))
        }
        Reach::OwnTeams => own(&case.team),
        Reach::OwnServices => own(&case.team) || standing(&case.service).is_some_and(|service| own(&service.team)),
    }
}

/// True when this member of staff may do this with this case.
pub(crate) fn may(staff: &Staff, action: Action, case: &Case, standing: StandingOf<'_>) -> bool {
    let action = match action {
        Action::Assign if !case.owner.is_none() && case.owner != staff.id => Action::Reassign,
        other => other,
    };
    staff.roles.iter().any(|role| reaches(reach(*role, action), staff, case, standing))
}

/// True for whoever has to know what a case is about: those of its team, of its service's, and whoever has it in hand.
pub(crate) fn works_on(staff: &Staff, case: &Case, standing: StandingOf<'_>) -> bool {
    [Reach::Owned, Reach::OwnServices].into_iter().any(|reach| reaches(reach, staff, case, standing))
}

/// The member of staff, if they may do this with this case. Who may not even see it learns nothing of it.
pub(crate) fn check<'w>(who: &'w Who, action: Action, case: &Case, standing: StandingOf<'_>) -> Result<&'w Staff> {
    let staff = who.staff()?;
    if may(staff, action, case, standing) {
        Ok(staff)
    } else if may(staff, Action::See, case, standing) {
        Err(Error::Forbidden)
    } else {
        Err(Error::NotFound)
    }
}

/// One stretch of cases a list may show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Every case.
    Everything,
    /// The cases of a team.
    Team(String),
    /// The cases of a service.
    Service(String),
}

/// The stretches of cases a member of staff may list; each becomes part of a query, never a filter after it.
pub(crate) fn parts(staff: &Staff, services: &dyn Fn(&str) -> Vec<String>) -> Result<Vec<Part>> {
    let reaches: Vec<Reach> = staff.roles.iter().map(|role| reach(*role, Action::See)).collect();
    if reaches.contains(&Reach::Everything) {
        return Ok(vec![Part::Everything]);
    }
    let mut parts = Vec::new();
    if reaches.iter().any(|reach| matches!(reach, Reach::OwnTeams | Reach::OwnServices)) {
        parts.extend(staff.teams.iter().cloned().map(Part::Team));
    }
    if reaches.contains(&Reach::OwnServices) {
        parts.extend(staff.teams.iter().flat_map(|team| services(team)).map(Part::Service));
    }
    if reaches.iter().all(|reach| *reach == Reach::Nothing) {
        return Err(Error::Forbidden);
    }
    Ok(parts)
}

#[cfg(test)]
#[path = "access_tests.rs"]
mod tests;
