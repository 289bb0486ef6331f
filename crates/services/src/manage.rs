//! GET /manage/services: every service with its version and team. POST gives a service to another team.

use crate::access::{Action, may};
use crate::catalogue::Catalogue;
use crate::find::availability;
use crate::open::Open;
use crate::promised::promise_in_words;
use crate::{start, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use kit::app::Boxed;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, html_with, invalid, see};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use std::collections::HashMap;

/// One service as an administrator sees it.
struct Row {
    id: String,
    title: String,
    version: i64,
    /// "3 drafts are on an older version": nothing where there are none.
    behind: Option<String>,
    /// When that version was published: "21 November 2026".
    published: String,
    state: String,
    /// Whom it is tried with, where it is not for everyone yet.
    tried: Option<String>,
    /// "2 hours to 10 working days"; nothing for a service that is not online.
    promise: Option<String>,
    /// Staff may start it from here before it is open to them as residents.
    for_staff: bool,
    /// Whether there are rules to read.
    rules: bool,
    /// Whether officers may decide some of its cases on the spot.
    delegated: bool,
    team: String,
    team_name: String,
    revision: i64,
}

#[derive(Template)]
#[template(path = "manage.html")]
struct ManagePage {
    frame: Frame,
    rows: Vec<Row>,
    /// Code and name of every team.
    teams: Vec<(String, String)>,
    /// The last day bank holidays are known for, when it is near.
    holidays_until: Option<String>,
    may_give: bool,
    /// What is wrong with the team of one service.
    wrong: Option<Wrong>,
}

/// Why a service was not given to a team.
struct Wrong {
    service: String,
    words: String,
}

impl ManagePage {
    /// What is wrong with the team of this service.
    fn wrong_of(&self, service: &str) -> Option<&str> {
        self.wrong.as_ref().filter(|wrong| wrong.service == service).map(|wrong| wrong.words.as_str())
    }
}

/// Counts the drafts of a service on versions before one; given by the wiring, since drafts are another noun's.
pub struct Behind(pub for<'a> fn(&'a mut Conn, &'a str, i64) -> Boxed<'a, Result<i64>>);

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    may(&who, Action::See)?;
    let mut page = page(&app, &who).await?;
    let given = Form::parse(query.unwrap_or_default().as_bytes()).value("given").to_owned();
    let row = page.rows.iter().find(|row| row.id == given);
    let notice =
        row.map(|row| page.frame.with2("services-teams-saved", ("service", &row.title), ("team", &row.team_name)));
    page.frame = page.frame.with_notice(notice);
    html(&page)
}

/// Gives a service to another team, under a check of the revision the page showed.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(service): Path<String>,
    form: Form,
) -> Result<Response> {
    may(&who, Action::Give)?;
    let catalogue = app.part::<Catalogue>()?;
    let definition = catalogue.current(&service).ok_or(Error::NotFound)?;
    let team = form.trimmed("team").to_owned();
    let revision = form.trimmed("revision").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let mut tx = app.db.begin().await?;
    let Some(known) = workforce::team(&mut tx, &team).await? else {
        drop(tx);
        let mut page = page(&app, &who).await?;
        let words = page.frame.t("services-teams-unknown").to_owned();
        page.frame = page.frame.with_error(true);
        page.wrong = Some(Wrong { service, words });
        return invalid(&page);
    };
    let done = see(&format!("/manage/services?given={service}"));
    match store::teams::give(&mut tx, &service, &team, revision, app.now()).await {
        // The button was pressed twice, or somebody else chose the same.
        Err(Error::Changed) if store::teams::of(&mut tx, &service).await?.is_some_and(|owner| owner.team == team) => {
            return Ok(done);
        }
        Err(Error::Changed) => {
            drop(tx);
            catalogue.refresh(&app.db).await?;
            return overtaken(&app, &who, service).await;
        }
        given => given?,
    }
    facts::record(&mut tx, &app, given(&who, &definition.id, known.id, &team)).await?;
    tx.commit().await?;
    catalogue.refresh(&app.db).await?;
    Ok(done)
}

/// The list as it is now, with the team somebody else gave the service to in the meantime.
async fn overtaken(app: &App, who: &Who, service: String) -> Result<Response> {
    let mut page = page(app, who).await?;
    let row = page.rows.iter().find(|row| row.id == service).ok_or(Error::NotFound)?;
    let values = (("service", row.title.as_str()), ("team", row.team_name.as_str()));
    let words = page.frame.with2("services-teams-overtaken", values.0, values.1);
    page.frame = page.frame.with_error(true);
    page.wrong = Some(Wrong { service, words });
    html_with(StatusCode::CONFLICT, &page)
}

fn given(who: &Who, service: &str, team_id: Id, team: &str) -> Fact {
    let data = serde_json::json!({ "service": service, "team": team });
    Fact::new("service.given", who).about("team", team_id).data(data)
}

async fn page(app: &App, who: &Who) -> Result<ManagePage> {
    let frame = Frame::new(app, who, "/manage/services", "services-teams-title");
    let mut read = app.db.read().await?;
    let teams = workforce::teams(&mut read).await?;
    let catalogue = app.part::<Catalogue>()?;
    let mut behind = HashMap::new();
    if let Ok(Behind(count)) = app.part::<Behind>() {
        for service in catalogue.all() {
            let drafts = count(&mut read, &service.id, service.version).await?;
            let words = || frame.with("services-manage-behind", "count", drafts);
            behind.insert(service.id.clone(), (drafts > 0).then(words));
        }
    }
    drop(read);
    let teams: Vec<(String, String)> = teams.into_iter().map(|team| (team.code, team.name)).collect();
    let may_give = may(who, Action::Give).is_ok();
    let row = |service: &std::sync::Arc<crate::Definition>| {
        let team = catalogue.owner(service);
        let named = teams.iter().find(|(code, _)| *code == team).map(|(_, name)| name.clone());
        Row {
            id: service.id.clone(),
            title: service.name(who.lang).to_owned(),
            version: service.version,
            behind: behind.get(&service.id).cloned().flatten(),
            published: catalogue.published_at(&service.id).map(|at| frame.lang.short_date(at)).unwrap_or_default(),
            state: availability(&frame, service),
            tried: start::tried(&frame, service, catalogue),
            promise: promise_in_words(&frame, service),
            for_staff: service.is_tried() && service.open == Open::Staff,
            rules: service.has_rules(),
            delegated: !service.delegations().is_empty() && (may_give || who.in_team(&team)),
            team_name: named.unwrap_or_else(|| team.clone()),
            team,
            revision: catalogue.choice(&service.id).map_or(0, |choice| choice.revision),
        }
    };
    let rows = catalogue.all().iter().map(row).collect();
    let holidays_until = catalogue.holidays_run_out(app.now()).map(|until| frame.lang.civil(until));
    Ok(ManagePage { frame, rows, teams, holidays_until, may_give, wrong: None })
}
