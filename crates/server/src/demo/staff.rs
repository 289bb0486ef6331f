//! The council's staff: the few on the demo's page, and colleagues in every team who own cases.

use super::people;
use kit::clock::DAY;
use kit::who::{Role, Who};
use kit::{App, Id, Lang, Result, password};
use services::Catalogue;
use std::collections::BTreeMap;
use workforce::{Details, NewMember};

/// Colleagues in each team.
const IN_A_TEAM: u32 = 4;

/// What the officer of the demo was trained to decide on the spot.
const TRAINED_IN: [&str; 4] = ["street-problem", "missed-bin", "council-tax-moving-home", "housing-repair"];

/// Who works in each team, by its code.
pub type Members = BTreeMap<String, Vec<Id>>;

/// Makes the teams and the staff.
pub async fn fill(app: &App) -> Result<Members> {
    let catalogue = app.part::<Catalogue>()?;
    let hash = password::hash(&app.entropy, people::PASSWORD).await?;
    let made_at = app.now() - 400 * DAY;
    let mut members = Members::new();
    let mut tx = app.db.begin().await?;
    for team in catalogue.teams() {
        let name = catalogue.team_name(&team.id, Lang::EN).unwrap_or_else(|| team.id.clone());
        workforce::insert_team(&mut tx, Id::new(made_at, &app.entropy), &team.id, &name).await?;
        for n in 0..IN_A_TEAM {
            let name = people::name(&people::family(&app.entropy), &app.entropy);
            let email = format!("{}.{n}@eastmere.example", team.id);
            let role = if n == 0 { Role::TeamLeader } else { Role::TeamMember };
            let details = Details { name, email, roles: vec![role], teams: vec![team.id.clone()], active: true };
            let id = Id::new(made_at, &app.entropy);
            let new = NewMember { id, details: &details, listed: false, password_hash: None, made_at };
            workforce::insert_member(&mut tx, &new).await?;
            members.entry(team.id.clone()).or_default().push(id);
        }
    }
    for (shown, (roles, teams)) in people::staff().into_iter().zip(posts()) {
        let teams: Vec<String> = teams.iter().map(|team| (*team).to_owned()).collect();
        let details =
            Details { name: shown.name.into(), email: shown.email.into(), roles: roles.to_vec(), teams, active: true };
        let id = Id::new(made_at, &app.entropy);
        let new = NewMember { id, details: &details, listed: true, password_hash: Some(&hash), made_at };
        workforce::insert_member(&mut tx, &new).await?;
        for team in &details.teams {
            members.entry(team.clone()).or_default().push(id);
        }
    }
    for officer in workforce::with_role(&mut tx, Role::Officer, 1).await? {
        for service in TRAINED_IN {
            services::train(&mut tx, app, &Who::system(), service, officer).await?;
        }
    }
    tx.commit().await?;
    Ok(members)
}

/// Roles and teams of those on the demo's page, in its order.
fn posts() -> [(&'static [Role], &'static [&'static str]); 5] {
    [
        (&[Role::Officer], &["contact-centre"]),
        (&[Role::TeamMember], &["street-cleaning"]),
        (&[Role::TeamLeader], &["housing-repairs"]),
        (&[Role::ServiceOwner], &["waste", "street-cleaning", "highways"]),
        (&[Role::Administrator], &[]),
    ]
}
