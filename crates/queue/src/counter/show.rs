//! `GET /desk/counter`: where this officer sits, who is at their desk, and who waits.

use crate::line::{LATELY, Line, business, in_turn};
use crate::model::{State, Visit};
use crate::site::{Site, Sites};
use crate::store::{desks, visits};
use crate::{OpenDesk, Tongues, seat};
use askama::Template;
use axum::Extension;
use axum::extract;
use axum::response::Response;
use kit::clock::{MINUTE, Micros};
use kit::db::Conn;
use kit::extract::Query;
use kit::form::Form;
use kit::page::{Frame, html, invalid};
use kit::ui::{Button, Choice, Select};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// What was said by whatever led here.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Said {
    said: String,
}

/// Somebody at this desk.
struct Here {
    line: Line,
    serving: bool,
    /// How long they waited, and how often they were called.
    said: String,
    contact: Option<String>,
}

#[derive(Template)]
#[template(path = "counter.html")]
struct Page {
    frame: Frame,
    form: Form,
    key: Id,
    /// Sites with their desks, for choosing; empty when they sit at one.
    places: Vec<(String, String)>,
    desk: Option<OpenDesk>,
    site: String,
    here: Option<Here>,
    waiting: Vec<Line>,
    parked: Vec<Line>,
    missed: Vec<Line>,
    businesses: Vec<(String, String)>,
    /// Every site, for whoever walks its floor or leads it.
    sites: Vec<(String, String)>,
}

impl Page {
    fn choose(&self) -> Select<'_> {
        let choices = self.places.iter().map(|(id, words)| Choice::new(id.as_str(), words.as_str()));
        Select::new("desk", self.frame.t("queue-desk-which"))
            .value(self.form.value("desk"))
            .error(&self.frame, self.form.error("desk"))
            .choice(Choice::new("", self.frame.t("queue-desk-choose-one")))
            .choices(choices.collect::<Vec<_>>())
    }

    fn move_to(&self) -> Select<'_> {
        let choices = self.businesses.iter().map(|(id, words)| Choice::new(id.as_str(), words.as_str()));
        Select::new("business", self.frame.t("queue-desk-move-to")).choices(choices.collect::<Vec<_>>())
    }

    fn family(&self) -> Select<'_> {
        let words = |line: &Line| format!("{} – {}", line.ticket, line.business);
        let choices = self.waiting.iter().map(|line| Choice::new(line.id.to_string(), words(line)));
        Select::new("with", self.frame.t("queue-desk-merge-with")).choices(choices.collect::<Vec<_>>())
    }

    fn second<'a>(&'a self, key: &'a str) -> Button<'a> {
        Button::submit(self.frame.t(key)).secondary()
    }

    fn said_of(&self, visit: &Visit, now: Micros) -> String {
        let waited = self.frame.with("queue-desk-waited", "count", visit.waited(now) / MINUTE);
        if visit.state == State::Serving {
            return waited;
        }
        let time = Lang::EN.time(visit.called);
        let calls = self.frame.with2("queue-desk-calls", ("count", visit.calls), ("time", time));
        format!("{waited} {calls}")
    }

    fn minutes(&self, line: &Line) -> String {
        self.frame.with("queue-desk-minutes", "count", line.minutes)
    }
}

/// Draws it.
pub async fn get(
    extract::State(app): extract::State<App>,
    Extension(who): Extension<Who>,
    Query(said): Query<Said>,
) -> Result<Response> {
    draw(&app, &who, Form::empty(), said).await
}

/// Draws it, with what was chosen and what is wrong with it.
pub(super) async fn draw(app: &App, who: &Who, form: Form, said: Said) -> Result<Response> {
    crate::check(who, crate::Action::Serve)?;
    let mut read = app.db.read().await?;
    let notice = match said.said.as_str() {
        "late" => Some("queue-desk-late"),
        "nobody" => Some("queue-desk-nobody"),
        "done" => Some("queue-desk-done"),
        _ => None,
    };
    let frame = Frame::new(app, who, super::HOME, "queue-desk-title")
        .with_error(!form.is_good())
        .with_notice(notice.map(|key| app.t(Lang::EN, key).to_owned()));
    let mut page = Page {
        frame,
        form,
        key: app.id(),
        places: Vec::new(),
        desk: None,
        site: String::new(),
        here: None,
        waiting: Vec::new(),
        parked: Vec::new(),
        missed: Vec::new(),
        businesses: Vec::new(),
        sites: app.part::<Sites>()?.all().map(|site| (site.id.clone(), site.called(Lang::EN.tag).to_owned())).collect(),
    };
    match seat::mine(&mut read, app, who).await? {
        Some((desk, site)) => page.fill(&mut read, app, desk, site).await?,
        None => page.places = places(&mut read, app).await?,
    }
    if page.form.is_good() { html(&page) } else { invalid(&page) }
}

/// The desks nobody sits at, site by site.
async fn places(conn: &mut Conn, app: &App) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for site in app.part::<Sites>()?.all() {
        let open = desks::at(conn, &site.id).await?;
        let free = site.desks.iter().filter(|desk| !open.iter().any(|one| one.desk == desk.id));
        all.extend(
            free.map(|desk| {
                (format!("{}:{}", site.id, desk.id), format!("{} – {}", site.called(Lang::EN.tag), desk.id))
            }),
        );
    }
    Ok(all)
}

impl Page {
    async fn fill(&mut self, conn: &mut Conn, app: &App, desk: OpenDesk, site: &Site) -> Result<()> {
        let (now, tongues) = (app.now(), app.part::<Tongues>()?);
        let line =
            |visit: &Visit| Line { mine: site.can(&desk.desk, &visit.business), ..Line::of(site, tongues, now, visit) };
        let (mine, others): (Vec<Line>, Vec<Line>) =
            in_turn(conn, site).await?.iter().map(line).partition(|line| line.mine);
        self.waiting = mine.into_iter().chain(others).collect();
        let around = visits::live(conn, &site.id).await?;
        let mine = |visit: &&Visit| visit.state == State::Parked && visit.staff == Some(desk.staff);
        self.parked = around.iter().filter(mine).map(line).collect();
        let lately = visits::called(conn, &site.id, now - LATELY, 50).await?;
        self.missed = lately.iter().filter(|visit| visit.state == State::NoShow).map(line).collect();
        self.here = around.iter().find(|visit| Some(visit.id) == desk.visit).map(|visit| Here {
            line: line(visit),
            serving: visit.state == State::Serving,
            said: self.said_of(visit, now),
            contact: visit.contact.map(contact::path),
        });
        self.businesses = site.businesses.iter().map(|one| (one.id.clone(), business(site, &one.id))).collect();
        self.site = site.called(Lang::EN.tag).to_owned();
        self.desk = Some(desk);
        Ok(())
    }
}
