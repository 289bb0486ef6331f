//! `/admin/staff` and `/admin/teams`: an administrator manages who works here, as what, in which teams. One action, one file.

pub mod staff_add;
pub mod staff_edit;
pub mod staff_list;
pub mod staff_reset;
pub mod team_rename;
pub mod teams;

use crate::chosen;
use crate::door::t;
use crate::model::{Details, Team, read_email};
use kit::app::App;
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Checkboxes, Choice, Choices};
use kit::who::Role;

/// The names of roles, in words.
pub fn role_names(frame: &Frame, roles: &[Role]) -> String {
    let names: Vec<&str> =
        Role::ALL.into_iter().filter(|role| roles.contains(role)).map(|role| frame.t(role_key(role))).collect();
    names.join(", ")
}

/// The names of teams; a team that is gone keeps its code.
pub fn team_names(teams: &[Team], codes: &[String]) -> String {
    let name =
        |code: &'_ String| teams.iter().find(|team| team.code == *code).map_or(code.clone(), |team| team.name.clone());
    codes.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The words key of a role.
fn role_key(role: Role) -> &'static str {
    match role {
        Role::Officer => "workforce-role-officer",
        Role::TeamMember => "workforce-role-team-member",
        Role::TeamLeader => "workforce-role-team-leader",
        Role::ServiceOwner => "workforce-role-service-owner",
        Role::Administrator => "workforce-role-administrator",
    }
}

/// The question which roles somebody has.
fn ask_roles<'a>(frame: &'a Frame, form: &'a Form) -> Choices<'a> {
    let hint = |role: Role| format!("{}-hint", role_key(role));
    let choice = |role: Role| Choice::new(role.code(), frame.t(role_key(role))).hint(frame.t(&hint(role)).to_owned());
    Checkboxes::new("roles", frame.t("workforce-roles"))
        .choices(Role::ALL.map(choice))
        .values(form.values("roles"))
        .error(frame, form.error("roles"))
}

/// The question which teams somebody is in.
fn ask_teams<'a>(frame: &'a Frame, form: &'a Form, teams: &'a [Team]) -> Choices<'a> {
    Checkboxes::new("teams", frame.t("workforce-teams"))
        .choices(teams.iter().map(|team| Choice::new(&team.code, &team.name)))
        .values(form.values("teams"))
        .error(frame, form.error("teams"))
}

/// A form filled with what is held.
fn filled(details: &Details) -> Form {
    let form = Form::empty().fill("name", &details.name).fill("email", &details.email);
    let form = details.roles.iter().fold(form, |form, role| form.fill("roles", role.code()));
    let form = details.teams.iter().fold(form, |form, team| form.fill("teams", team));
    form.fill("active", if details.active { "yes" } else { "no" })
}

/// Reads what an administrator typed; what is wrong is said in the form.
fn read(app: &App, form: &mut Form, teams: &[Team], active: bool) -> Option<Details> {
    let name = chosen::name(app, form);
    let email = read_email(form.value("email")).map_err(|key| form.refuse("email", t(app, key))).ok();
    let asked: Vec<String> = form.values("roles").map(str::to_owned).collect();
    let roles: Vec<Role> =
        Role::ALL.into_iter().filter(|role| asked.iter().any(|asked| asked == role.code())).collect();
    if roles.is_empty() || asked.iter().any(|asked| Role::of(asked).is_none()) {
        form.refuse("roles", t(app, "workforce-roles-empty"));
    }
    let asked: Vec<String> = form.values("teams").map(str::to_owned).collect();
    let mut in_teams: Vec<String> =
        teams.iter().map(|team| team.code.clone()).filter(|code| asked.contains(code)).collect();
    in_teams.sort();
    if asked.iter().any(|asked| !in_teams.contains(asked)) {
        form.refuse("teams", t(app, "workforce-teams-gone"));
    }
    let needs_team = roles.iter().any(|role| matches!(role, Role::TeamMember | Role::TeamLeader));
    if needs_team && in_teams.is_empty() && form.error("teams").is_none() {
        form.refuse("teams", t(app, "workforce-teams-needed"));
    }
    match (name, email, form.is_good()) {
        (Some(name), Some(email), true) => Some(Details { name, email, roles, teams: in_teams, active }),
        _ => None,
    }
}
