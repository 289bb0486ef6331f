//! `GET /floor/{site}`: greets somebody, and shows who waits. `GET /floor/{site}/door`: somebody stands at the door now.

use super::ask::Asks;
use super::{at, home};
use crate::Tongues;
use crate::line::{LATELY, Line, in_turn};
use crate::model::{State as Stands, Visit};
use crate::site::Site;
use crate::store::visits;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::Micros;
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Input, Select};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// When somebody was seen at the door, and what was just done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    came: String,
    said: String,
}

#[derive(Template)]
#[template(path = "floor.html")]
struct Page {
    frame: Frame,
    form: Form,
    asks: Asks,
    site: String,
    called: String,
    key: Id,
    /// The moment of the press at the door; nothing where nobody pressed.
    door: Option<Micros>,
    open: bool,
    /// The letters of tickets, for the marks a phone gives: "housing H".
    letters: String,
    languages: Vec<(String, String)>,
    waiting: Vec<Line>,
    missed: Vec<Line>,
}

impl Page {
    fn initials(&self) -> Input<'_> {
        let input =
            Input::text("initials", self.frame.t("queue-staff-floor-initials")).value(self.form.value("initials"));
        let input = input.hint(self.frame.t("queue-staff-floor-initials-why")).classes("govuk-input--width-4");
        input.autocomplete("off").error(&self.frame, self.form.error("initials"))
    }

    fn language(&self) -> Select<'_> {
        let choices = self.languages.iter().map(|(tag, name)| Choice::new(tag.as_str(), name.as_str()));
        Select::new("lang", self.frame.t("queue-staff-floor-language"))
            .choices(choices.collect::<Vec<_>>())
            .value(self.form.value("lang"))
    }

    fn since(&self, line: &Line) -> String {
        let minutes = self.frame.with("queue-desk-minutes", "count", line.minutes);
        self.frame.with2("queue-staff-floor-since", ("time", line.since.as_str()), ("waited", minutes.as_str()))
    }

    /// What the script says once a mark has become a number: it puts both in.
    fn sent_words(&self) -> String {
        self.frame.with2("queue-staff-floor-sent", ("mark", "MARK"), ("ticket", "NUMBER"))
    }

    fn door_words(&self) -> Option<String> {
        self.door.map(|at| self.frame.with("queue-staff-floor-at-door", "time", Lang::EN.time(at)))
    }
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(site): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let site = at(&app, &who, &site)?;
    let page = page(&app, &who, site, Form::empty().fill("came", asked.came.as_str())).await?;
    let notice = match asked.said.as_str() {
        "changed" => Some("queue-staff-floor-changed"),
        "left" => Some("queue-staff-floor-left"),
        _ => None,
    };
    html(&Page { frame: page.frame.with_notice(notice.map(|key| app.t(Lang::EN, key).to_owned())), ..page })
}

/// Somebody stands at the door: the clock of their wait starts.
pub async fn door(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(site): Path<String>,
) -> Result<Response> {
    Ok(see(&format!("{}?came={}", home(at(&app, &who, &site)?), app.now())))
}

/// Draws it again, with what was chosen and what is wrong with it.
pub(super) async fn draw(app: &App, who: &Who, site: &Site, form: Form) -> Result<Response> {
    invalid(&page(app, who, site, form).await?)
}

async fn page(app: &App, who: &Who, site: &Site, form: Form) -> Result<Page> {
    let (now, tongues) = (app.now(), app.part::<Tongues>()?);
    let mut read = app.db.read().await?;
    let line = |visit: &Visit| Line::of(site, tongues, now, visit);
    let waiting = in_turn(&mut read, site).await?.iter().map(line).collect();
    let lately = visits::called(&mut read, &site.id, now - LATELY, 50).await?;
    let pressed = form.value("came").parse::<Micros>().is_ok() || form.value("ago").parse::<i64>().is_ok();
    Ok(Page {
        frame: Frame::new(app, who, home(site), "queue-staff-floor-title").with_error(!form.is_good()),
        asks: Asks::of(site, site.today(now)),
        site: site.id.clone(),
        called: site.called(Lang::EN.tag).to_owned(),
        key: form.value("key").parse().unwrap_or_else(|_| app.id()),
        door: super::add::came(&form, now).ok().filter(|_| pressed),
        open: site.is_open(now),
        letters: site.businesses.iter().map(|one| format!("{} {}", one.id, one.letter)).collect::<Vec<_>>().join(" "),
        languages: site.languages.iter().map(|tag| (tag.clone(), tongues.name(tag).to_owned())).collect(),
        waiting,
        missed: lately.iter().filter(|visit| visit.state == Stands::NoShow).map(line).collect(),
        form,
    })
}
