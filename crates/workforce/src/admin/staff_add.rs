//! Adding a member of staff: they get a set-up link, shown once to whoever added them.

use super::{ask_roles, ask_teams, read};
use crate::access::{self, Action};
use crate::door::{self, frame, t};
use crate::model::{Details, Team};
use crate::store::{self, NewMember};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::Tx;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::Choices;
use kit::who::Who;
use kit::{Error, Id, Result};
use serde_json::json;

#[derive(Template)]
#[template(path = "staff-add.html")]
struct Page {
    frame: Frame,
    form: Form,
    key: Id,
    teams: Vec<Team>,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, key: Id, teams: Vec<Team>) -> Page {
        let frame = frame(app, who, "/admin/staff/add", "workforce-staff-add", !form.is_good());
        Page { frame, form, key, teams }
    }

    fn roles(&self) -> Choices<'_> {
        ask_roles(&self.frame, &self.form)
    }

    fn in_teams(&self) -> Choices<'_> {
        ask_teams(&self.frame, &self.form, &self.teams)
    }
}

/// The set-up link of somebody who was added or whose keys were taken away.
#[derive(Template)]
#[template(path = "staff-link.html")]
pub struct LinkPage {
    frame: Frame,
    name: String,
    link: String,
}

impl LinkPage {
    /// Shows this link once.
    pub fn new(app: &App, who: &Who, title: &str, name: &str, path: &str) -> LinkPage {
        let link = format!("{}{path}", app.council.origin.trim_end_matches('/'));
        LinkPage { frame: frame(app, who, "/admin/staff/add", title, false), name: name.to_owned(), link }
    }
}

/// A member of staff who was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Their id.
    pub id: Id,
    /// The path of their set-up link, good for three days, once.
    pub link: String,
}

/// Adds a member of staff with this id; nothing when somebody signs in with this address already.
pub async fn add(tx: &mut Tx, app: &App, who: &Who, id: Id, details: &Details) -> Result<Option<Added>> {
    access::may(who, Action::ManageStaff)?;
    let new = NewMember { id, details, listed: false, password_hash: None, made_at: app.now() };
    if !store::insert_member(tx, &new).await? {
        return Ok(None);
    }
    let link = door::offer_first(tx, app, id).await?;
    let roles: Vec<&str> = details.roles.iter().map(|role| role.code()).collect();
    let fact = Fact::new("staff.added", who).about("staff", id);
    facts::record(tx, app, fact.data(json!({ "roles": roles, "teams": details.teams }))).await?;
    Ok(Some(Added { id, link }))
}

/// GET `/admin/staff/add`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    access::may(&who, Action::ManageStaff)?;
    let teams = store::teams(&mut *app.db.read().await?).await?;
    html(&Page::new(&app, &who, Form::empty(), app.id(), teams))
}

/// POST `/admin/staff/add`: happens once; its key is the new member's id, made when the page was drawn.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may(&who, Action::ManageStaff)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let teams = store::teams(&mut *app.db.read().await?).await?;
    let Some(details) = read(&app, &mut form, &teams, true) else {
        return invalid(&Page::new(&app, &who, form, key, teams));
    };
    let mut tx = app.db.begin().await?;
    if let Some(member) = store::member(&mut tx, key).await? {
        return match door::first_offer(&mut tx, &app, key).await? {
            Some(link) => html(&LinkPage::new(&app, &who, "workforce-staff-added", &member.name, &link)),
            None => Ok(see(&format!("/admin/staff/{key}"))),
        };
    }
    let Some(added) = add(&mut tx, &app, &who, key, &details).await? else {
        form.refuse("email", t(&app, "workforce-email-taken"));
        return invalid(&Page::new(&app, &who, form, key, teams));
    };
    tx.commit().await?;
    html(&LinkPage::new(&app, &who, "workforce-staff-added", &details.name, &added.link))
}
