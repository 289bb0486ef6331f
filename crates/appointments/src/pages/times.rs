//! `GET /appointments/{kind}`: where, how, and when it can be had.

use super::{Week, week};
use crate::book::{Choice, NEVER};
use crate::diary::{Diaries, Kind, named};
use crate::model::Way;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::link;
use kit::page::{Frame, html};
use kit::ui::{Checkboxes, Choice as Offer, Choices, Radios, Select};
use kit::who::Who;
use kit::{App, Lang, Result};
use residents::needs::Ask;

#[derive(Template)]
#[template(path = "times.html")]
struct Page {
    frame: Frame,
    kind: Kind,
    choice: Choice,
    week: Week,
    /// Sites where it can be had, by code and name.
    sites: Vec<(String, String)>,
    needs: Vec<(String, String)>,
    tongues: Vec<(String, String)>,
    /// What is kept for people without an appointment, in words.
    kept: Option<String>,
    /// Who to ring where no time fits.
    phone: String,
    /// The time that was asked for is somebody else's by now.
    lost: bool,
    /// When they asked us not to ring them, where they would be rung.
    calls: Option<String>,
}

impl Page {
    fn path(&self) -> String {
        format!("/appointments/{}", self.kind.id)
    }

    fn about(&self) -> &str {
        named(&self.kind.about, self.frame.lang)
    }

    fn takes(&self) -> String {
        self.frame.with("appointments-takes", "count", self.kind.minutes)
    }

    fn place(&self) -> Choices<'_> {
        let offers = self.sites.iter().map(|(id, name)| Offer::new(id.as_str(), name.as_str()));
        Radios::new("site", self.frame.t("appointments-where")).choices(offers).value(self.choice.site.as_str())
    }

    fn how(&self) -> Choices<'_> {
        let offer = |way: &Way| {
            let key = match way {
                Way::InPerson => "appointments-way-in-person",
                Way::Phone => "appointments-way-phone",
            };
            Offer::new(way.code(), self.frame.t(key))
        };
        let offers: Vec<Offer<'_>> = self.kind.ways.iter().map(offer).collect();
        Radios::new("way", self.frame.t("appointments-how")).choices(offers).value(self.choice.way.code())
    }

    fn what_helps(&self) -> Choices<'_> {
        let offers = self.needs.iter().map(|(id, name)| Offer::new(id.as_str(), name.as_str()));
        let asked = Checkboxes::new("need", self.frame.t("appointments-needs-ask"));
        asked.choices(offers).values(self.choice.needs.iter().map(String::as_str))
    }

    fn language(&self) -> Select<'_> {
        let none = Offer::new("", self.frame.t("appointments-language-any"));
        let offers = self.tongues.iter().map(|(id, name)| Offer::new(id.as_str(), name.as_str()));
        let asked = Select::new("speaks", self.frame.t("appointments-language-ask"));
        let asked = asked.hint(self.frame.t("appointments-language-hint"));
        asked.choice(none).choices(offers).value(self.choice.speaks.as_str())
    }
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(kind): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let (diaries, lang) = (app.part::<Diaries>()?, who.lang);
    let (kind, mut asked) = (diaries.kind(&kind)?.clone(), link::query(query.as_deref()));
    let mut read = app.db.read().await?;
    if asked.value("site").is_empty() {
        // Nothing is chosen yet: what they told us once stands already.
        asked = asked.fill("speaks", speaks(&mut read, &who).await?);
    }
    let choice = Choice::of(diaries, &kind, &asked)?.obeying(&mut read, who.resident().ok()).await?;
    let diary = diaries.of(&choice.site)?;
    let base = format!("/appointments/{}", kind.id);
    let with = |to: &str, name: &str, value: String| {
        let mut values = choice.values();
        values.push((name, &value));
        link::path(to, &values)
    };
    let lead = |at: i64| with(&format!("{base}/details"), "at", at.to_string());
    let other = |number: i64| with(&base, "week", number.to_string());
    let number = asked.value("week").parse().ok();
    let week = week(&mut read, &app, (&choice, None), (number, lang), (lead, other)).await?;
    let here = link::path(&base, &choice.values());
    let frame = Frame::titled(&app, &who, here, named(&kind.name, lang).to_owned());
    html(&Page {
        kept: diary.kept(&kind.id).map(|pool| kept(&frame, pool.kept)),
        sites: diaries.with(&kind.id).map(|one| (one.place.id.clone(), one.called(lang).to_owned())).collect(),
        needs: diaries.needs.iter().map(|need| (need.id.clone(), named(&need.name, lang).to_owned())).collect(),
        tongues: diaries.tongues.iter().map(|tongue| (tongue.id.clone(), tongue.name.clone())).collect(),
        phone: if diary.place.phone.is_empty() { app.council.phone.clone() } else { diary.place.phone.clone() },
        lost: asked.value("lost") == "1",
        calls: calls(&frame, &choice),
        week,
        choice,
        kind,
        frame,
    })
}

/// The language whoever is signed in asked to be spoken with in; empty where they asked for none.
async fn speaks(conn: &mut Conn, who: &Who) -> Result<String> {
    let Ok(resident) = who.resident() else { return Ok(String::new()) };
    let passport = residents::person(conn, resident).await?.map(|person| person.passport).unwrap_or_default();
    Ok(passport.value(Ask::Interpreter).unwrap_or_default().to_owned())
}

/// What they asked us about calls, in words.
fn calls(frame: &Frame, choice: &Choice) -> Option<String> {
    match (choice.way, choice.rings_from) {
        (Way::InPerson, _) | (_, 0) => None,
        (_, NEVER) => Some(frame.t("appointments-no-calls").to_owned()),
        (_, from) => Some(frame.with("appointments-calls-after", "hour", residents::needs::hour(frame.lang, from))),
    }
}

fn kept(frame: &Frame, percent: i64) -> String {
    frame.with("appointments-kept", "percent", Lang::EN.number(percent))
}
