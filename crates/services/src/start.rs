//! GET /services/{service}: what it is, what it costs, by when, and the way in; or how to get it today.

use crate::catalogue::Catalogue;
use crate::danger::{self, Note};
use crate::model::{Contact, Definition, State as Availability};
use crate::promised::in_words;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Error, Result};

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    frame: Frame,
    id: String,
    online: bool,
    summary: String,
    dangers: Vec<Note>,
    start: Option<String>,
    today: Option<String>,
    /// Sentences about cost, time and contact, or about when it comes online.
    facts: Vec<String>,
    /// Whether there is a promise whose keeping is published.
    promises: bool,
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let service = app.part::<Catalogue>()?.current(&id).ok_or(Error::NotFound)?;
    let lang = who.lang;
    let frame = Frame::titled(&app, &who, format!("/services/{id}"), service.name(lang).to_owned());
    let online = service.state == Availability::Online;
    let dangers = danger::notes(&frame, service.danger.iter().map(String::as_str));
    let facts = if online { facts(&frame, &service) } else { not_online(&frame, &service) };
    html(&StartPage {
        id,
        online,
        summary: service.summary(lang).to_owned(),
        dangers,
        start: service.text_if_any(lang, "start"),
        today: service.text_if_any(lang, "today"),
        facts,
        promises: online && service.promises().is_some(),
        frame,
    })
}

fn facts(frame: &Frame, service: &Definition) -> Vec<String> {
    let mut facts = Vec::new();
    facts.push(match service.fee {
        0 => frame.t("services-start-free").to_owned(),
        fee => frame.with("services-start-fee", "fee", frame.lang.money(fee)),
    });
    if let Some(promise) = &service.promise {
        facts.push(frame.with("services-start-by-when", "within", in_words(frame, promise.within)));
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
