//! `GET /desk/knowledge`: every answer, and those found by everyday words.

use crate::access::{Action, can, may};
use crate::desk::{day, frame};
use crate::library::{Library, Standing, service_name};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Lang, Result};
use serde::Deserialize;
use services::Catalogue;

/// Answers on one page.
const PAGE: usize = 50;
/// Answers found.
const MOST: usize = 20;
/// Characters of a question that are read.
const LONGEST: usize = 300;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Everyday words.
    q: String,
    /// Only those of this service.
    service: String,
    /// Those after this name.
    after: String,
}

/// One answer in a list.
pub(crate) struct Line {
    pub(crate) path: String,
    pub(crate) question: String,
    pub(crate) begins: String,
    pub(crate) service: String,
    pub(crate) public: bool,
    /// The day it should have been looked at, where that is past.
    pub(crate) overdue: Option<String>,
    /// "English, Cymraeg".
    pub(crate) languages: String,
}

impl Line {
    /// An answer as a line.
    pub(crate) fn of(app: &App, one: &Standing) -> Result<Line> {
        let (content, text) = (&one.version.content, one.in_lang(Lang::EN).1);
        let names: Vec<&str> = content.texts.langs().into_iter().map(|lang| lang.name).collect();
        Ok(Line {
            path: crate::desk::path(&one.article.slug),
            question: text.question.clone(),
            begins: begins(&text.answer),
            service: service_name(app, &content.service, Lang::EN)?,
            public: content.public,
            overdue: one.article.is_overdue(app.now()).then(|| day(one.article.review)),
            languages: names.join(", "),
        })
    }
}

/// The first words of an answer.
pub(crate) fn begins(answer: &str) -> String {
    services::shortened(answer.split("\n\n").next().unwrap_or_default())
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    frame: Frame,
    q: String,
    service: String,
    /// Identifier and name of every service.
    services: Vec<(String, String)>,
    lines: Vec<Line>,
    suggestion: Option<String>,
    next: Option<String>,
    write: bool,
    work: bool,
}

/// Draws it.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    may(&who, Action::Read)?;
    let library = app.part::<Library>()?;
    let q: String = asked.q.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let of_service = |one: &Standing| asked.service.is_empty() || one.version.content.service == asked.service;
    let (mut found, suggestion) = if q.trim().is_empty() {
        (library.after(&asked.after), None)
    } else {
        let found = library.search(&q, who.lang, MOST);
        (found.answers, found.suggestion)
    };
    found.retain(|one| of_service(one));
    let more = found.len() > PAGE && q.trim().is_empty();
    found.truncate(PAGE);
    let last = found.last().map(|last| last.article.slug.clone()).filter(|_| more);
    let services = app.part::<Catalogue>()?.all().into_iter();
    let services = services.map(|service| (service.id.clone(), service.name(Lang::EN).to_owned())).collect();
    html(&ListPage {
        frame: frame(&app, &who, "/desk/knowledge".into(), "knowledge-list-title"),
        lines: found.iter().map(|one| Line::of(&app, one)).collect::<Result<_>>()?,
        next: last.map(|last| format!("/desk/knowledge?service={}&after={last}", known_service(&app, &asked.service))),
        service: asked.service,
        write: can(&who, Action::Write)?,
        work: works(&who)?,
        services,
        suggestion,
        q,
    })
}

/// Whether the list of what waits is anything to them.
pub(crate) fn works(who: &Who) -> Result<bool> {
    let any = [Action::Write, Action::Approve, Action::Keep, Action::Answer, Action::Correct];
    any.into_iter().try_fold(false, |found, action| Ok(found || can(who, action)?))
}

/// The service, where there is one: what was typed into an address stays out of links.
fn known_service(app: &App, service: &str) -> String {
    let known = app.part::<Catalogue>().ok().and_then(|catalogue| catalogue.current(service));
    known.map(|known| known.id.clone()).unwrap_or_default()
}
