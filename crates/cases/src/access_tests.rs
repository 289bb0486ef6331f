use super::*;
use crate::testing::a_case;
use kit::Id;
use kit::who::Person;

fn staff(role: Role, teams: &[&str]) -> Staff {
    let teams = teams.iter().map(|team| team.to_string()).collect();
    Staff { id: Id([1; 16]), name: "Asha Demo".into(), roles: vec![role], teams }
}

/// One service has rules of delegated authority, the other has none.
fn standing_of(service: &str) -> Option<Standing> {
    let known = ["street-problem", "general-enquiry"].contains(&service);
    known.then(|| Standing { team: "highways".to_owned(), ruled: service == "street-problem" })
}

/// The whole table, written out once more by hand: for a case of the team street-cleaning, of a service that highways
/// owns, owned by somebody else. Columns: in no team, in street-cleaning, in highways.
fn expected() -> [(Role, Action, [bool; 3]); 65] {
    use Action::*;
    [
        (Role::Officer, See, [true, true, true]),
        (Role::Officer, Note, [true, true, true]),
        (Role::Officer, Message, [true, true, true]),
        (Role::Officer, Assign, [false, false, false]),
        (Role::Officer, Reassign, [false, false, false]),
        (Role::Officer, Plan, [false, false, false]),
        (Role::Officer, Promise, [false, false, false]),
        (Role::Officer, Decide, [false, false, false]),
        (Role::Officer, OnTheSpot, [true, true, true]),
        (Role::Officer, HandOver, [false, false, false]),
        (Role::Officer, Close, [false, false, false]),
        (Role::Officer, Reopen, [false, false, false]),
        (Role::Officer, Hold, [false, false, false]),
        (Role::TeamMember, See, [false, true, false]),
        (Role::TeamMember, Note, [false, true, false]),
        (Role::TeamMember, Message, [false, true, false]),
        (Role::TeamMember, Assign, [false, false, false]),
        (Role::TeamMember, Reassign, [false, false, false]),
        (Role::TeamMember, Plan, [false, true, false]),
        (Role::TeamMember, Promise, [false, true, false]),
        (Role::TeamMember, Decide, [false, true, false]),
        (Role::TeamMember, OnTheSpot, [false, false, false]),
        (Role::TeamMember, HandOver, [false, true, false]),
        (Role::TeamMember, Close, [false, true, false]),
        (Role::TeamMember, Reopen, [false, true, false]),
        (Role::TeamMember, Hold, [false, false, false]),
        (Role::TeamLeader, See, [false, true, false]),
        (Role::TeamLeader, Note, [false, true, false]),
        (Role::TeamLeader, Message, [false, true, false]),
        (Role::TeamLeader, Assign, [false, true, false]),
        (Role::TeamLeader, Reassign, [false, true, false]),
        (Role::TeamLeader, Plan, [false, true, false]),
        (Role::TeamLeader, Promise, [false, true, false]),
        (Role::TeamLeader, Decide, [false, true, false]),
        (Role::TeamLeader, OnTheSpot, [false, false, false]),
        (Role::TeamLeader, HandOver, [false, true, false]),
        (Role::TeamLeader, Close, [false, true, false]),
        (Role::TeamLeader, Reopen, [false, true, false]),
        (Role::TeamLeader, Hold, [false, false, false]),
        (Role::ServiceOwner, See, [false, true, true]),
        (Role::ServiceOwner, Note, [false, true, true]),
        (Role::ServiceOwner, Message, [false, true, true]),
        (Role::ServiceOwner, Assign, [false, true, true]),
        (Role::ServiceOwner, Reassign, [false, true, true]),
        (Role::ServiceOwner, Plan, [false, true, true]),
        (Role::ServiceOwner, Promise, [false, true, true]),
        (Role::ServiceOwner, Decide, [false, true, true]),
        (Role::ServiceOwner, OnTheSpot, [false, false, false]),
        (Role::ServiceOwner, HandOver, [false, true, true]),
        (Role::ServiceOwner, Close, [false, true, true]),
        (Role::ServiceOwner, Reopen, [false, true, true]),
        (Role::ServiceOwner, Hold, [false, true, true]),
        (Role::Administrator, See, [false, false, false]),
        (Role::Administrator, Note, [false, false, false]),
        (Role::Administrator, Message, [false, false, false]),
        (Role::Administrator, Assign, [false, false, false]),
        (Role::Administrator, Reassign, [false, false, false]),
        (Role::Administrator, Plan, [false, false, false]),
        (Role::Administrator, Promise, [false, false, false]),
        (Role::Administrator, Decide, [false, false, false]),
        (Role::Administrator, OnTheSpot, [false, false, false]),
        (Role::Administrator, HandOver, [false, false, false]),
        (Role::Administrator, Close, [false, false, false]),
        (Role::Administrator, Reopen, [false, false, false]),
        (Role::Administrator, Hold, [true, true, true]),
    ]
}

#[test]
fn every_role_may_what_the_table_says() {
    let mut case = a_case().of_service("street-problem").with_team("street-cleaning").build();
    case.owner = Id([9; 16]);
    for (role, action, [none, cleaning, highways]) in expected() {
        assert_eq!(may(&staff(role, &[]), action, &case, &standing_of), none, "{role:?} {action:?} in no team");
        let member = staff(role, &["street-cleaning"]);
        assert_eq!(may(&member, action, &case, &standing_of), cleaning, "{role:?} {action:?} in street-cleaning");
        assert_eq!(
            may(&staff(role, &["highways"]), action, &case, &standing_of),
            highways,
            "{role:?} {action:?} in highways"
        );
    }
    assert_eq!(expected().len(), Role::ALL.len() * Action::ALL.len());
}

#[test]
fn an_unowned_case_may_be_taken_by_officers_and_team_members() {
    let case = a_case().of_service("street-problem").with_team("street-cleaning").build();
    for (role, team, may_take) in [
        (Role::Officer, "", true),
        (Role::TeamMember, "street-cleaning", true),
        (Role::TeamMember, "waste", false),
        (Role::Administrator, "street-cleaning", false),
    ] {
        assert_eq!(may(&staff(role, &[team]), Action::Assign, &case, &standing_of), may_take, "{role:?} of {team}");
    }
}

/// The table above is for a case somebody else owns; this is the same for one's own.
#[test]
fn who_owns_a_case_may_do_with_it_what_a_team_member_may() {
    let mut case = a_case().of_service("general-enquiry").with_team("street-cleaning").build();
    case.owner = Id([1; 16]);
    for action in Action::ALL.into_iter().filter(|action| ![Action::Hold, Action::OnTheSpot].contains(action)) {
        let wanted = action != Action::Reassign;
        assert_eq!(
            may(&staff(Role::Officer, &[]), action, &case, &standing_of),
            wanted,
            "an officer's own: {action:?}"
        );
        let member = staff(Role::TeamMember, &["street-cleaning"]);
        assert_eq!(may(&member, action, &case, &standing_of), wanted, "a team member's own: {action:?}");
        // Nobody reaches personal content by owning it once.
        assert!(!may(&staff(Role::Administrator, &[]), action, &case, &standing_of), "an administrator: {action:?}");
    }
    case.owner = Id::NONE;
    assert!(!may(&staff(Role::Officer, &[]), Action::Decide, &case, &standing_of), "nobody's");
}

#[test]
fn owning_a_case_is_no_way_round_the_rules_of_delegated_authority() {
    let mut case = a_case().of_service("street-problem").with_team("street-cleaning").build();
    case.owner = Id([1; 16]);
    for (role, team, wanted) in [
        (Role::Officer, "", false),
        (Role::Officer, "waste", false),
        (Role::Officer, "street-cleaning", true),
        (Role::TeamMember, "street-cleaning", true),
    ] {
        assert_eq!(may(&staff(role, &[team]), Action::Decide, &case, &standing_of), wanted, "{role:?} of {team}");
    }
    case.service = "general-enquiry".into();
    assert!(may(&staff(Role::Officer, &[]), Action::Decide, &case, &standing_of), "a service without rules");
}

#[test]
fn who_may_not_see_a_case_learns_nothing_of_it() {
    let case = a_case().of_service("street-problem").with_team("street-cleaning").build();
    let of = |role, team: &str| Who { person: Person::Staff(staff(role, &[team])), ..Who::system() };
    let error = |who: &Who, action| check(who, action, &case, &standing_of).map(drop).unwrap_err();
    assert!(matches!(error(&of(Role::Administrator, "street-cleaning"), Action::See), Error::NotFound));
    assert!(matches!(error(&of(Role::TeamMember, "waste"), Action::Decide), Error::NotFound));
    assert!(matches!(error(&of(Role::Officer, "waste"), Action::Decide), Error::Forbidden));
    assert!(matches!(error(&Who::anyone(kit::Lang::EN), Action::See), Error::SignIn));
}

#[test]
fn lists_reach_exactly_what_the_table_lets_them_see() {
    let services = |team: &str| if team == "highways" { vec!["street-problem".to_owned()] } else { Vec::new() };
    let team = |name: &str| Part::Team(name.into());
    let of = |role, teams: &[&str]| parts(&staff(role, teams), &services);
    assert_eq!(of(Role::Officer, &["waste"]).unwrap(), [Part::Everything]);
    assert_eq!(of(Role::TeamMember, &["highways", "waste"]).unwrap(), [team("highways"), team("waste")]);
    let owned = Part::Service("street-problem".into());
    assert_eq!(of(Role::ServiceOwner, &["highways"]).unwrap(), [team("highways"), owned]);
    assert!(matches!(of(Role::Administrator, &["highways"]), Err(Error::Forbidden)));
    assert_eq!(of(Role::TeamMember, &[]).unwrap(), []);
}
