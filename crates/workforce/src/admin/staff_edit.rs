//! Changing a member of staff: name, address, roles, teams, whether they work here. The roles count from their next request.

use super::{ask_roles, ask_teams, filled, read, role_names};
use crate::access::{self, Action};
use crate::door::{frame, t};
use crate::model::{Details, Member, Team};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::Tx;
use kit::extract::Path;
use kit::facts::{self, Fact, Subject};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Radios};
use kit::who::{Role, Who};
use kit::{Error, Result, keys, session};
use serde_json::json;

#[derive(Template)]
#[template(path = "staff-edit.html")]
struct Page {
    frame: Frame,
    form: Form,
    member: Member,
    teams: Vec<Team>,
    own: bool,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, member: Member, teams: Vec<Team>) -> Page {
        let path = format!("/admin/staff/{}", member.id);
        let frame = frame(app, who, path, "workforce-staff-edit", !form.is_good());
        Page { frame, form, own: who.id() == member.id, member, teams }
    }

    fn roles(&self) -> Choices<'_> {
        ask_roles(&self.frame, &self.form)
    }

    fn in_teams(&self) -> Choices<'_> {
        ask_teams(&self.frame, &self.form, &self.teams)
    }

    fn active(&self) -> Choices<'_> {
        Radios::new("active", self.frame.t("workforce-active"))
            .choice(Choice::new("yes", self.frame.t("page-yes")))
            .choice(Choice::new("no", self.frame.t("page-no")).hint(self.frame.t("workforce-active-hint")))
            .inline()
            .value(self.form.value("active"))
            .error(&self.frame, self.form.error("active"))
    }
}

fn details_of(member: &Member) -> Details {
    Details {
        name: member.name.clone(),
        email: member.email.clone(),
        roles: member.roles.clone(),
        teams: member.teams.clone(),
        active: member.active,
    }
}

async fn find(app: &App, id: &str) -> Result<(Member, Vec<Team>)> {
    let mut read = app.db.read().await?;
    let member = store::member(&mut read, id.parse()?).await?.ok_or(Error::NotFound)?;
    Ok((member, store::teams(&mut read).await?))
}

/// GET `/admin/staff/{id}`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    access::may(&who, Action::ManageStaff)?;
    let (member, teams) = find(&app, &id).await?;
    html(&Page::new(&app, &who, filled(&details_of(&member)), member, teams))
}

/// POST `/admin/staff/{id}`.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    access::may(&who, Action::ManageStaff)?;
    let (before, teams) = find(&app, &id).await?;
    let active = form.value("active") != "no";
    let Some(details) = read(&app, &mut form, &teams, active) else {
        return invalid(&Page::new(&app, &who, form, before, teams));
    };
    let revision: i64 = form.value("revision").parse().unwrap_or(0);
    let mut tx = app.db.begin().await?;
    let held = store::member(&mut tx, before.id).await?.ok_or(Error::NotFound)?;
    if let Some((field, words)) = refusal(&mut tx, &app, &who, revision, &held, &details).await? {
        form.refuse(field, words);
        return invalid(&Page::new(&app, &who, form, held, teams));
    }
    if details != details_of(&held) {
        store::change(&mut tx, held.id, held.revision, &details).await?;
        if !details.active {
            session::end_all(&mut tx, held.id).await?;
            keys::end_all(&mut tx, &app, &who, &Subject::new("staff", held.id)).await?;
        }
        record(&mut tx, &app, &who, &held, &details).await?;
    }
    tx.commit().await?;
    Ok(see("/admin/staff?done=saved"))
}

/// Why this cannot be saved as it is: the field and the words.
async fn refusal(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    revision: i64,
    held: &Member,
    details: &Details,
) -> Result<Option<(&'static str, String)>> {
    if revision != held.revision && *details != details_of(held) {
        return Ok(Some(("name", changed_meanwhile(app, held))));
    }
    if store::id_of_email(tx, &details.email).await?.is_some_and(|other| other != held.id) {
        return Ok(Some(("email", t(app, "workforce-email-taken").to_owned())));
    }
    let stays = details.active && details.roles.contains(&Role::Administrator);
    let is = held.active && held.roles.contains(&Role::Administrator);
    if is && !stays {
        if who.id() == held.id {
            return Ok(Some(("roles", t(app, "workforce-roles-own").to_owned())));
        }
        if store::with_role(tx, Role::Administrator, 2).await?.len() < 2 {
            return Ok(Some(("roles", t(app, "workforce-roles-last").to_owned())));
        }
    }
    Ok(None)
}

/// What somebody else has saved since this page was drawn.
fn changed_meanwhile(app: &App, held: &Member) -> String {
    let english = Who::anyone(kit::Lang::EN);
    let frame = frame(app, &english, "/admin/staff", "workforce-staff", false);
    let active = if held.active { "page-yes" } else { "page-no" };
    let values = [
        ("name", held.name.as_str().into()),
        ("email", held.email.as_str().into()),
        ("roles", role_names(&frame, &held.roles).into()),
        ("teams", held.teams.join(", ").into()),
        ("active", t(app, active).into()),
    ];
    app.words.with(kit::Lang::EN, "workforce-staff-changed", &values)
}

/// One fact for the change; another one when the roles or teams are others, with what they were and are.
async fn record(tx: &mut Tx, app: &App, who: &Who, held: &Member, details: &Details) -> Result<()> {
    let codes = |roles: &[Role]| roles.iter().map(|role| role.code()).collect::<Vec<_>>();
    let different = [
        ("name", held.name != details.name),
        ("email", held.email != details.email),
        ("active", held.active != details.active),
    ];
    let what: Vec<&str> = different.iter().filter(|(_, differs)| *differs).map(|(what, _)| *what).collect();
    if !what.is_empty() {
        let data = json!({ "what": what, "active": details.active });
        facts::record(tx, app, Fact::new("staff.changed", who).about("staff", held.id).data(data)).await?;
    }
    if held.roles != details.roles || held.teams != details.teams {
        let data = json!({
            "roles-before": codes(&held.roles), "roles": codes(&details.roles),
            "teams-before": held.teams, "teams": details.teams,
        });
        facts::record(tx, app, Fact::new("staff.roles-changed", who).about("staff", held.id).data(data)).await?;
    }
    Ok(())
}
