//! The list of teams, and adding one.

use crate::access::{self, Action};
use crate::chosen;
use crate::door::{frame, t};
use crate::model::{Team, read_code};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see};
use kit::who::Who;
use kit::{Error, Id, Result};
use serde_json::json;

#[derive(Template)]
#[template(path = "teams.html")]
struct Page {
    frame: Frame,
    form: Form,
    key: Id,
    teams: Vec<Team>,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, key: Id, teams: Vec<Team>) -> Page {
        let frame = frame(app, who, "/admin/teams", "workforce-teams", !form.is_good());
        Page { frame, form, key, teams }
    }
}

/// GET `/admin/teams`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    access::may(&who, Action::ManageTeams)?;
    let teams = store::teams(&mut *app.db.read().await?).await?;
    let mut page = Page::new(&app, &who, Form::empty(), app.id(), teams);
    if link::query(query.as_deref()).value("done") == "saved" {
        page.frame.notice = Some(t(&app, "workforce-done-saved").to_owned());
    }
    html(&page)
}

/// POST `/admin/teams`: happens once; its key is the new team's id, made when the page was drawn.
pub async fn add(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may(&who, Action::ManageTeams)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let name = chosen::name(&app, &mut form);
    let code = read_code(form.value("code")).map_err(|key| form.refuse("code", t(&app, key))).ok();
    let mut tx = app.db.begin().await?;
    let teams = store::teams(&mut tx).await?;
    if teams.iter().any(|team| team.id == key) {
        return Ok(see("/admin/teams?done=saved"));
    }
    let (Some(name), Some(code)) = (name, code) else {
        return invalid(&Page::new(&app, &who, form, key, teams));
    };
    if teams.iter().any(|team| team.code == code) {
        form.refuse("code", t(&app, "workforce-team-code-taken"));
    } else if !store::insert_team(&mut tx, key, &code, &name).await? {
        form.refuse("name", t(&app, "workforce-team-name-taken"));
    }
    if !form.is_good() {
        return invalid(&Page::new(&app, &who, form, key, teams));
    }
    let fact = Fact::new("team.added", &who).about("team", key).data(json!({ "code": code }));
    facts::record(&mut tx, &app, fact).await?;
    tx.commit().await?;
    Ok(see("/admin/teams?done=saved"))
}
