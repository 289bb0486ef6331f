//! Attributes of a report: each is the answer to a question of the service's definition, read as the form reads it.

use crate::offer;
use kit::form::Form;
use kit::{App, Lang};
use services::{Answers, Context, Definition, FieldError, Kind, Question};
use std::collections::BTreeMap;

/// What was sent, by code: `attribute[code]=value`, and `attribute[code][]=value` for several.
pub(crate) struct Attributes<'f>(BTreeMap<&'f str, Vec<&'f str>>);

impl<'f> Attributes<'f> {
    /// Reads the names of the fields; empty values are none.
    pub fn of(sent: &'f Form) -> Attributes<'f> {
        let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, value) in sent.fields() {
            let inner = name.strip_prefix("attribute[").and_then(|rest| rest.trim_end_matches("[]").strip_suffix(']'));
            if let Some(code) = inner.filter(|_| !value.trim().is_empty()) {
                all.entry(code).or_default().push(value.trim());
            }
        }
        Attributes(all)
    }

    /// The first value of a code.
    pub fn one(&self, code: &str) -> Option<&'f str> {
        self.0.get(code).and_then(|values| values.first().copied())
    }

    /// Whether any of these says what a report is about: an answer, right or wrong, or words to sort it by.
    pub fn say_what(&self, definition: Option<&Definition>) -> bool {
        let is_asked = |code: &str| definition.and_then(|found| found.question(code)).is_some_and(offer::is_attribute);
        self.0.keys().any(|code| matches!(*code, "title" | "category") || is_asked(code))
    }

    /// The answers these are to the questions of a service, and what is wrong with the others. Attributes that nobody asked
    /// for are left out: many systems send their own to everybody.
    pub fn answers(&self, app: &App, definition: &Definition, context: &Context<'_>) -> (Answers, Vec<String>) {
        let (mut answers, mut wrong) = (Answers::on(context.today), Vec::new());
        for question in definition.questions().iter().filter(|question| offer::is_attribute(question)) {
            let Some(values) = self.0.get(question.id.as_str()) else { continue };
            match question.read(&filled(question, values), context) {
                Ok(answer) => answers.set(&question.id, answer),
                Err(cause) => wrong.push(in_words(app, definition, &cause)),
            }
        }
        (answers, wrong)
    }
}

/// What is wrong with an answer, for whoever built the other system.
pub(crate) fn in_words(app: &App, definition: &Definition, cause: &FieldError) -> String {
    let said = match definition.question(&cause.question).map(|question| &question.kind) {
        // The form's words speak of what stands on its page.
        Some(Kind::Choice { .. } | Kind::Choices { .. }) => {
            app.words.with(Lang::EN, "open311-error-choice", &[("service", definition.id.as_str().into())])
        }
        _ => definition.error_text(cause, Lang::EN, &app.words),
    };
    format!("attribute[{}]: {said}", cause.question)
}

/// The form as it would have been filled in.
fn filled(question: &Question, values: &[&str]) -> Form {
    let id = question.id.as_str();
    let first = values.first().copied().unwrap_or_default();
    match question.kind {
        Kind::Choices { .. } => values.iter().fold(Form::empty(), |form, value| form.fill(id, *value)),
        Kind::YesNo => Form::empty().fill(id, yes_no(first)),
        Kind::Date { .. } => {
            let day = first.get(..10).unwrap_or(first);
            let parts: Vec<&str> = day.split('-').collect();
            let [year, month, day] = parts[..] else { return Form::empty().fill(&format!("{id}-day"), first) };
            Form::empty()
                .fill(&format!("{id}-day"), day)
                .fill(&format!("{id}-month"), month)
                .fill(&format!("{id}-year"), year)
        }
        _ => Form::empty().fill(id, first),
    }
}

fn yes_no(text: &str) -> &str {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" => "yes",
        "false" | "0" | "no" => "no",
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_and_without_brackets_are_understood() {
        let sent = Form::parse(
            b"attribute[a]=1&attribute%5Bb%5D%5B%5D=2&attribute[b][]=3&attribute[c]=+&attribute=4&attribute[d=5",
        );
        let read = Attributes::of(&sent);
        assert_eq!(read.one("a"), Some("1"));
        assert_eq!(read.0.get("b"), Some(&vec!["2", "3"]));
        assert_eq!(read.0.len(), 2);
    }
}
