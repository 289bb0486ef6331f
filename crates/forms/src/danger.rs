//! Dangers: the number to call, shown before the form or beside the answers, never in the way of sending.

use crate::service;
use kit::page::Frame;
use kit::ui::Markup;
use kit::{App, Result};
use search::Kind as Danger;
use services::{Answer, Answers, Definition, Kind, Note};

/// The number to call, and why it is shown.
pub struct Shown {
    /// The number, whose it is, and when.
    pub note: Note,
    /// Why it is shown, where their own words are the reason.
    pub why: Option<String>,
    /// The council's own duty team, where the number is that of the emergency services.
    pub duty: Option<Markup<'static>>,
}

/// What to say about a danger, by its identifier.
fn note(frame: &Frame, duty: &str) -> Result<Shown> {
    let danger: Danger = duty.parse().map_err(|_| kit::Error::internal(format!("there is no danger {duty}")))?;
    Ok(shown(frame, danger, None))
}

fn shown(frame: &Frame, danger: Danger, why: Option<String>) -> Shown {
    let duty = (danger == Danger::Emergency).then(|| {
        let council = frame.council();
        let (phone, closed) = (council.phone.as_str(), council.out_of_hours.as_str());
        services::linked(&frame.with2("forms-danger-duty", ("phone", phone), ("closed", closed)))
    });
    Shown { note: services::note(frame, danger), why, duty }
}

/// The danger that the answers to choose from speak of: it stands first also where the form ends or is passed on.
pub fn chosen(frame: &Frame, definition: &Definition, answers: &Answers) -> Result<Option<Shown>> {
    definition.danger_beside(answers).map(|duty| note(frame, duty)).transpose()
}

/// What to show beside the answers: the danger they chose, or the one their own words speak of.
pub fn in_answers(app: &App, frame: &Frame, definition: &Definition, answers: &Answers) -> Result<Option<Shown>> {
    if let Some(chosen) = chosen(frame, definition, answers)? {
        return Ok(Some(chosen));
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
    let why = frame.t("forms-danger-words").to_owned();
    Ok(Some(shown(frame, sign.kind, Some(why))))
}
