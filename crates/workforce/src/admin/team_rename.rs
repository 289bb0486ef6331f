//! Giving a team another name. Its code stays: services and cases know it by that.

use crate::access::{self, Action};
use crate::chosen;
use crate::door::{frame, t};
use crate::model::Team;
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::who::Who;
use kit::{Error, Id, Lang, Result};
use serde_json::json;

#[derive(Template)]
#[template(path = "team.html")]
struct Page {
    frame: Frame,
    form: Form,
    team: Team,
    members: Vec<(Id, String)>,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, team: Team, members: Vec<(Id, String)>) -> Page {
        let frame = frame(app, who, format!("/admin/teams/{}", team.code), "workforce-team", !form.is_good());
        Page { frame, form, team, members }
    }
}

/// GET `/admin/teams/{code}`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(code): Path<String>) -> Result<Response> {
    access::may(&who, Action::ManageTeams)?;
    let mut read = app.db.read().await?;
    let team = store::team(&mut read, &code).await?.ok_or(Error::NotFound)?;
    let members = store::in_team(&mut read, &code).await?;
    html(&Page::new(&app, &who, Form::empty().fill("name", &team.name), team, members))
}

/// POST `/admin/teams/{code}`.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(code): Path<String>,
    mut form: Form,
) -> Result<Response> {
    access::may(&who, Action::ManageTeams)?;
    let name = chosen::name(&app, &mut form);
    let mut tx = app.db.begin().await?;
    let team = store::team(&mut tx, &code).await?.ok_or(Error::NotFound)?;
    let members = store::in_team(&mut tx, &code).await?;
    let Some(name) = name else { return invalid(&Page::new(&app, &who, form, team, members)) };
    let revision: i64 = form.value("revision").parse().unwrap_or(0);
    if revision != team.revision && name != team.name {
        form.refuse("name", app.words.with(Lang::EN, "workforce-team-changed", &[("name", (&team.name).into())]));
    } else if store::teams(&mut tx).await?.iter().any(|other| other.code != code && same(&other.name, &name)) {
        form.refuse("name", t(&app, "workforce-team-name-taken"));
    }
    if !form.is_good() {
        return invalid(&Page::new(&app, &who, form, team, members));
    }
    if name != team.name {
        store::rename_team(&mut tx, &code, team.revision, &name).await?;
        let fact = Fact::new("team.renamed", &who).about("team", team.id).data(json!({ "code": code }));
        facts::record(&mut tx, &app, fact).await?;
    }
    tx.commit().await?;
    Ok(see("/admin/teams?done=saved"))
}

fn same(a: &str, b: &str) -> bool {
    crate::model::key(a) == crate::model::key(b)
}
