//! GET /services/{service}: what it is, what it costs, by when, and the way in; or how to get it today.

use crate::admission;
use crate::beside::{self, ToldBeside};
use crate::catalogue::Catalogue;
use crate::danger::{self, Note};
use crate::model::{Contact, Definition, State as Availability};
use crate::open::Open;
use crate::promised::{in_words, promise_in_words};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Error, Lang, Result};

/// The way in, for this person.
pub(crate) enum Entry {
    /// They may start.
    Free,
    /// They may when they live in the right place.
    Postcode {
        /// What they typed.
        typed: String,
        /// What is wrong with it: a words key.
        problem: Option<&'static str>,
    },
    /// Not they, not now: a words key.
    Shut(&'static str),
}

#[derive(Template)]
#[template(path = "start.html")]
pub(crate) struct StartPage {
    frame: Frame,
    id: String,
    online: bool,
    /// Whom it is tried with, where it is not for everyone yet.
    tried: Option<String>,
    /// Why they cannot start it.
    shut: Option<String>,
    may_start: bool,
    /// What was typed into the field for a postcode, where one is asked for.
    postcode: Option<String>,
    problem: Option<String>,
    summary: String,
    dangers: Vec<Note>,
    start: Option<String>,
    today: Option<String>,
    /// How to ring or come, beside the other ways to get it today.
    call: String,
    /// The service that rings back, if the council has one online, and its name.
    call_back: Option<(String, String)>,
    /// Sentences about cost, time and contact, or about when it comes online.
    facts: Vec<String>,
    /// Whether there is a promise whose keeping is published.
    promises: bool,
    /// Whether there are rules to read.
    rules: bool,
    /// Answers to questions about it.
    told: ToldBeside,
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    let service = app.part::<Catalogue>()?.current(&id).ok_or(Error::NotFound)?;
    let entry = match service.is_tried() {
        true => admission::entry(&app, &who, &headers, &service).await?,
        false => Entry::Free,
    };
    html(&page(&app, &who, &service, entry)?)
}

/// The service that rings people back.
const CALL_BACK: &str = "call-me-back";

/// The page for somebody who can come in this way.
pub(crate) fn page(app: &App, who: &Who, service: &Definition, entry: Entry) -> Result<StartPage> {
    let lang = who.lang;
    let frame = Frame::titled(app, who, format!("/services/{}", service.id), service.name(lang).to_owned());
    let online = service.state == Availability::Online;
    let (postcode, problem, shut) = match entry {
        Entry::Free => (None, None, None),
        Entry::Postcode { typed, problem } => (Some(typed), problem, None),
        Entry::Shut(why) => (None, None, Some(frame.t(why).to_owned())),
    };
    let elsewhere = !online || service.is_tried();
    let council = frame.council();
    let call = frame.with2(
        "services-start-today-call",
        ("phone", council.phone.as_str()),
        ("address", council.address.as_str()),
    );
    let rings = app.part::<Catalogue>()?.current(CALL_BACK).filter(|other| other.state == Availability::Online);
    let call_back = rings.map(|other| (format!("/services/{}", other.id), other.name(lang).to_owned()));
    Ok(StartPage {
        id: service.id.clone(),
        online,
        tried: tried(&frame, service, app.part::<Catalogue>()?),
        may_start: online && shut.is_none(),
        shut,
        postcode,
        problem: problem.map(|key| frame.t(key).to_owned()),
        summary: service.summary(lang).to_owned(),
        dangers: danger::notes(&frame, service.danger.iter().map(String::as_str)),
        start: service.text_if_any(lang, "start"),
        today: service.text_if_any(lang, "today").filter(|_| elsewhere),
        call,
        call_back,
        facts: if online { facts(&frame, service) } else { not_online(&frame, service) },
        promises: online && service.promises().is_some(),
        rules: service.has_rules(),
        told: beside::of(app, &service.id, lang),
        frame: frame.with_error(problem.is_some()),
    })
}

/// Whom it is tried with, in a sentence.
pub(crate) fn tried(frame: &Frame, service: &Definition, catalogue: &Catalogue) -> Option<String> {
    match &service.open {
        _ if !service.is_tried() => None,
        Open::Everyone => None,
        Open::Staff => Some(frame.t("services-start-tried-staff").to_owned()),
        Open::Wards(wards) => {
            let comma = if frame.lang == Lang::AR { "، " } else { ", " };
            let names: Vec<String> = wards.iter().map(|code| catalogue.ward_name(code)).collect();
            Some(frame.with("services-start-tried-wards", "wards", names.join(comma)))
        }
        Open::Share(percent) => Some(frame.with("services-start-tried-share", "percent", i64::from(*percent))),
    }
}

fn facts(frame: &Frame, service: &Definition) -> Vec<String> {
    let mut facts = Vec::new();
    facts.push(match service.fee {
        0 => frame.t("services-start-free").to_owned(),
        fee => frame.with("services-start-fee", "fee", frame.lang.money(fee)),
    });
    match service.promises() {
        Some((least, most)) if least != most => {
            let range = promise_in_words(frame, service).unwrap_or_default();
            facts.push(frame.with("services-start-by-when-range", "range", range));
        }
        Some((within, _)) => facts.push(frame.with("services-start-by-when", "within", in_words(frame, within))),
        None => {}
    }
    if service.contact == Contact::Optional {
        facts.push(frame.t("services-start-contact-optional").to_owned());
    }
    facts
}

fn not_online(frame: &Frame, service: &Definition) -> Vec<String> {
    vec![match service.state {
        Availability::Promised(by) => frame.with("services-start-promised", "by", frame.lang.civil(by)),
        Availability::NotPlanned | Availability::Online => frame.t("services-start-not-planned").to_owned(),
    }]
}
