//! GET /search?q=…: danger first, then the services that fit.

use crate::catalogue::Catalogue;
use crate::danger::{self, Note};
use crate::miss;
use crate::model::{Definition, State as Availability};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::form::Form;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Lang, Result};

/// Services shown.
const MOST: usize = 10;
/// Answers shown below them.
const MOST_ANSWERS: usize = 3;
/// The service that takes any question.
const ANY_QUESTION: &str = "general-enquiry";
/// Characters of a question that are read.
const LONGEST: usize = 300;

/// One service in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub id: String,
    pub title: String,
    pub summary: String,
    /// "Online by 31 March 2027".
    pub state: String,
}

impl Line {
    /// A service as a line of a list.
    pub fn of(frame: &Frame, service: &Definition) -> Line {
        let (title, summary) = (service.name(frame.lang).to_owned(), service.summary(frame.lang).to_owned());
        Line { id: service.id.clone(), title, summary, state: availability(frame, service) }
    }
}

/// Whether a service can be used online, in a few words.
pub(crate) fn availability(frame: &Frame, service: &Definition) -> String {
    match service.state {
        Availability::Online if service.is_tried() => frame.t("services-state-tried").to_owned(),
        Availability::Online => frame.t("services-state-online").to_owned(),
        Availability::Promised(by) => frame.with("services-state-promised", "by", frame.lang.civil(by)),
        Availability::NotPlanned => frame.t("services-state-not-planned").to_owned(),
    }
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    frame: Frame,
    words: String,
    dangers: Vec<Note>,
    services: Vec<Line>,
    /// Answers to questions: where each leads, its question, and the language of it.
    answers: Vec<(String, String, Lang)>,
    /// The words with their typing mistakes put right, and where they lead.
    suggestion: Option<(String, String)>,
    /// Where any question can be asked, if the council has such a service.
    ask: Option<String>,
}

/// An answer that was found: where it leads, its question, and the language of it.
type AnswerFound = (String, String, Lang);

/// Finds answers to questions for everyday words, at most so many; given by the wiring, since they are another noun's.
pub struct Answered(pub fn(&App, &str, Lang, usize) -> Vec<AnswerFound>);

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let words = asked(query.as_deref().unwrap_or_default());
    let catalogue = app.part::<Catalogue>()?;
    let query: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
    let frame = Frame::new(&app, &who, format!("/search?q={query}"), "services-search-title");
    let found = catalogue.search(&words, who.lang, MOST);
    if found.services.is_empty() && !words.is_empty() {
        miss::note(&app, catalogue, &who, &words, !found.dangers.is_empty());
    }
    let dangers = danger::notes(&frame, found.dangers.iter().map(|sign| sign.kind.key()));
    let current = found.services.iter().filter_map(|hit| catalogue.current(&hit.id));
    let services = current.map(|service| Line::of(&frame, &service)).collect();
    let suggestion = found.suggestion.map(|better| {
        let query: String = form_urlencoded::byte_serialize(better.as_bytes()).collect();
        (better, format!("/search?q={query}"))
    });
    let ask = catalogue.current(ANY_QUESTION).map(|service| format!("/services/{}", service.id));
    let answers = match app.part::<Answered>() {
        Ok(Answered(find)) if !words.is_empty() => find(&app, &words, who.lang, MOST_ANSWERS),
        _ => Vec::new(),
    };
    html(&SearchPage { frame, words, dangers, services, answers, suggestion, ask })
}

/// The words asked for: no signs that cannot be seen, no more than anybody types.
fn asked(query: &str) -> String {
    let form = Form::parse(query.as_bytes());
    let hidden = |c: &char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let seen: String = form.value("q").chars().map(|c| if hidden(&c) { ' ' } else { c }).take(LONGEST).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn only_what_can_be_seen_is_searched_for() {
        assert_eq!(asked("q=bin+not%20collected"), "bin not collected");
        assert_eq!(asked("q=a%00b%E2%80%AEc%0d%0ad"), "a b c d");
        assert_eq!(asked(""), "");
        assert_eq!(asked(&format!("q={}", "x".repeat(1 << 20))).len(), 300);
    }
}
