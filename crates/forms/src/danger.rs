//! Dangers: the number to call, shown before the form or beside the answers, never in the way of sending.

use crate::service;
use kit::{App, Lang, Result};
use search::Kind as Danger;
use services::{Answer, Answers, Decision, Definition, Kind, Output};

/// The number to call, and what to say about it.
pub struct Note {
    /// The heading.
    pub title: String,
    /// The number for the link, without spaces.
    pub tel: String,
    /// "Call 999".
    pub call: String,
    /// What else there is to say.
    pub lines: Vec<String>,
}

/// What to say about a danger, by its identifier. 999 where life is at risk now, else the council's duty team, whose
/// number outside opening hours stands beside it.
pub fn note(app: &App, duty: &str, lang: Lang) -> Result<Option<Note>> {
    let Ok(danger) = duty.parse::<Danger>() else {
        return Err(kit::Error::internal(format!("there is no danger {duty}")));
    };
    let (council, words) = (&app.council, &app.words);
    let number = if danger == Danger::Emergency { "999" } else { &council.phone };
    let what = match danger {
        Danger::Emergency => "services-danger-emergency",
        Danger::ChildAtRisk => "services-danger-child-at-risk",
        Danger::AdultAtRisk => "services-danger-adult-at-risk",
        Danger::HomelessTonight => "services-danger-homeless-tonight",
    };
    let mut lines = vec![words.get(lang, what).to_owned()];
    if danger != Danger::Emergency {
        lines.push(words.with(lang, "services-danger-out-of-hours", &[("number", (&council.out_of_hours).into())]));
        lines.push(words.get(lang, "page-emergency").to_owned());
    }
    Ok(Some(Note {
        title: words.get(lang, "services-danger-title").to_owned(),
        tel: number.chars().filter(|c| !c.is_whitespace()).collect(),
        call: words.with(lang, "services-danger-call", &[("number", number.into())]),
        lines,
    }))
}

/// What to show beside the answers: the danger they were stopped for, or the one their own words speak of.
pub fn in_answers(
    app: &App,
    definition: &Definition,
    answers: &Answers,
    stop: Option<&Decision>,
    lang: Lang,
) -> Result<Option<Note>> {
    if let Some(Output::Danger { duty, .. }) = stop.map(|stop| &stop.output) {
        return note(app, duty, lang);
    }
    let written = definition.questions().iter().filter(|q| matches!(q.kind, Kind::Text { .. } | Kind::LongText { .. }));
    let texts = written.filter_map(|question| match answers.get(&question.id)? {
        Answer::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let text = texts.collect::<Vec<_>>().join("\n");
    if text.is_empty() {
        return Ok(None);
    }
    let Some(sign) = service::dangers(app)?.signs(&text).into_iter().min_by_key(|sign| sign.kind) else {
        return Ok(None);
    };
    let mut found = note(app, sign.kind.key(), lang)?;
    if let Some(found) = &mut found {
        found.lines.insert(0, app.t(lang, "forms-danger-words").to_owned());
    }
    Ok(found)
}
