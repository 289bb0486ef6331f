//! `/desk/briefings/new`: gives staff something to read.

use super::path;
use crate::access::{Action, may};
use crate::desk::{self, ask_review, key, read_review};
use crate::store::{self, briefings::Briefing};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Checkboxes, Choice, Choices, Markup};
use kit::who::{Role, Who};
use kit::{App, Id, Result, read};

/// Characters of a title and of the text.
const TITLE: usize = 120;
const TEXT: usize = 4_000;
/// What stands for everybody.
const EVERYBODY: &str = "everybody";

#[derive(Template)]
#[template(path = "briefing-new.html")]
struct GivePage {
    frame: Frame,
    form: Form,
    key: Id,
    /// Code and name of the teams they may brief.
    teams: Vec<(String, String)>,
    /// They may brief everybody.
    everybody: bool,
}

impl GivePage {
    async fn new(conn: &mut Conn, app: &App, who: &Who, form: Form) -> Result<GivePage> {
        let everybody = who.is(Role::ServiceOwner) || who.is(Role::Administrator);
        let teams = workforce::teams(conn).await?.into_iter();
        let teams = teams.filter(|team| everybody || who.in_team(&team.code)).map(|team| (team.code, team.name));
        let frame = desk::frame(app, who, "/desk/briefings/new".into(), "knowledge-briefing-new");
        let key = form.value("key").parse().unwrap_or_else(|_| app.id());
        Ok(GivePage { frame: frame.with_error(!form.is_good()), key, everybody, teams: teams.collect(), form })
    }

    fn teams(&self) -> Choices<'_> {
        let all =
            self.everybody.then(|| Choice::new(EVERYBODY, self.frame.t("knowledge-briefing-everybody")).exclusive());
        let teams = self.teams.iter().map(|(code, name)| Choice::new(code.as_str(), name.as_str()));
        Checkboxes::new("teams", self.frame.t("knowledge-briefing-teams"))
            .choices(all.into_iter().chain(teams))
            .values(self.form.values("teams"))
            .error(&self.frame, self.form.error("teams"))
    }

    fn until(&self) -> Markup<'_> {
        ask_review(&self.frame, &self.form, "knowledge-briefing-until")
    }
}

/// The page.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    may(&who, Action::Brief)?;
    html(&GivePage::new(&mut *app.db.read().await?, &app, &who, Form::empty()).await?)
}

/// Gives it: happens once.
pub(crate) async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    may(&who, Action::Brief)?;
    let key = key(&form)?;
    let page = GivePage::new(&mut *app.db.read().await?, &app, &who, form.clone()).await?;
    let frame = &page.frame;
    let title = read::line(frame, &mut form, "title", "knowledge-briefing-title-empty", TITLE);
    let text = read::lines(frame, &mut form, "text", "knowledge-briefing-text-empty", TEXT);
    let until = read_review(frame, &mut form, app.now(), "knowledge-briefing-until-wrong");
    let teams = read_teams(&page, &mut form);
    let (Some(title), Some(text), Some(until), Some(teams)) = (title, text, until, teams) else {
        return invalid(&GivePage::new(&mut *app.db.read().await?, &app, &who, form).await?);
    };
    let author = who.staff()?.id;
    let briefing = Briefing { id: key, author, title, text, teams, made_at: app.now(), until, ended: false };
    let mut tx = app.db.begin().await?;
    if store::briefings::insert(&mut tx, &briefing).await? {
        facts::record(&mut tx, &app, Fact::new("briefing.given", &who).about("briefing", key)).await?;
    }
    tx.commit().await?;
    Ok(see(&path(key)))
}

/// The teams it is for, among those they may brief; none for everybody.
fn read_teams(page: &GivePage, form: &mut Form) -> Option<Vec<String>> {
    let chosen: Vec<String> = form.values("teams").map(str::to_owned).collect();
    if page.everybody && chosen == [EVERYBODY] {
        return Some(Vec::new());
    }
    let known = |code: &String| page.teams.iter().any(|(team, _)| team == code);
    if chosen.is_empty() || !chosen.iter().all(known) {
        form.refuse("teams", page.frame.t("knowledge-briefing-teams-empty"));
        return None;
    }
    Some(chosen)
}
