//! The form of a contact: what is stored becomes fields, fields become what is stored.

use super::Around;
use contact::{Channel, Contact, MOST, Outcome, Question};
use kit::facts::Help;
use kit::form::{Fault, Form, line, lines};
use kit::{App, Lang, Result};
use services::Catalogue;

/// What an officer wrote.
pub struct Paper {
    /// The contact with it.
    pub contact: Contact,
    /// What was asked.
    pub asked: Vec<Question>,
}

/// The name of a field of the question at this place, counted from 1.
pub fn name(place: usize, field: &str) -> String {
    format!("q{place}-{field}")
}

/// The fields as they are stored.
pub fn fill(contact: &Contact, asked: &[Question]) -> Form {
    let mut form = Form::empty()
        .fill("channel", contact.channel.code())
        .fill("help", contact.help.code())
        .fill("lang", contact.lang.tag)
        .fill("behalf", contact.behalf.as_str())
        .fill("name", contact.name.as_str())
        .fill("number", contact.number.as_str())
        .fill("note", contact.note.as_str());
    let none = [Question::default()];
    let asked = if asked.is_empty() { &none } else { asked };
    for (place, question) in asked.iter().enumerate() {
        let place = place + 1;
        let outcome = question.outcome.unwrap_or(Outcome::Answered);
        form = form
            .fill(&name(place, "service"), question.service.as_str())
            .fill(&name(place, "words"), question.words.as_str())
            .fill(&name(place, "outcome"), outcome.code())
            .fill(&name(place, "reference"), question.reference.as_str())
            .fill(&name(place, "reason"), question.reason.as_str())
            .fill(&name(place, "new"), if question.fresh { "1" } else { "" });
    }
    form
}

/// How many questions the form has; one at least.
pub fn questions(form: &Form) -> usize {
    let has = |place: &usize| form.fields().iter().any(|(field, _)| *field == name(*place, "outcome"));
    (1..=MOST).take_while(has).count().max(1)
}

/// Reads the form. What cannot be kept is said at its field; what is merely still to be said is not asked here.
pub fn read(app: &App, contact: &Contact, around: &Around, form: &mut Form) -> Result<Paper> {
    let mut read = Reader { app, form };
    let mut contact = contact.clone();
    contact.channel = read.choice("channel", contact.channel, Channel::of);
    contact.help = read.choice("help", contact.help, Help::of);
    contact.lang = read.choice("lang", contact.lang, Lang::of);
    let offered = |code: &str| {
        let is_known = ["", "self", "other"].contains(&code);
        (is_known || around.authorities.iter().any(|(one, _)| one.id.to_string() == code)).then(|| code.to_owned())
    };
    contact.behalf = read.choice("behalf", contact.behalf, offered);
    if contact.resident.is_none() {
        contact.name = read.line("name", 200);
        contact.number = read.line("number", 100);
    }
    contact.note = read.lines("note", 2000);
    let catalogue = app.part::<Catalogue>()?;
    let mut asked = Vec::new();
    for place in 1..=questions(read.form) {
        let service = |code: &str| (code.is_empty() || catalogue.current(code).is_some()).then(|| code.to_owned());
        asked.push(Question {
            service: read.choice(&name(place, "service"), String::new(), service),
            words: read.line(&name(place, "words"), 500),
            outcome: Some(read.choice(&name(place, "outcome"), Outcome::Answered, Outcome::of)),
            reason: read.line(&name(place, "reason"), 500),
            reference: read.line(&name(place, "reference"), 30),
            fresh: read.form.value(&name(place, "new")) == "1",
            case: None,
        });
    }
    answer(read.form, around, &mut asked);
    Ok(Paper { contact, asked })
}

/// Puts the answer to "is it about this?" where it belongs: `2:new`, or `2:` and a reference.
fn answer(form: &Form, around: &Around, asked: &mut [Question]) {
    let Some((place, said)) = form.value("answer").split_once(':') else { return };
    let place = place.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
    let Some(question) = place.and_then(|place| asked.get_mut(place)) else { return };
    if said == "new" {
        question.fresh = true;
    } else if let Ok(reference) = said.parse::<kit::Reference>() {
        question.fresh = false;
        question.reference = reference.to_string();
        if let Some(known) = around.requests.iter().find(|known| known.reference == reference) {
            question.service.clone_from(&known.service);
        }
    }
}

struct Reader<'a> {
    app: &'a App,
    form: &'a mut Form,
}

impl Reader<'_> {
    /// One of what is offered; a field that is not there keeps what was.
    fn choice<T>(&mut self, field: &str, was: T, of: impl Fn(&str) -> Option<T>) -> T {
        if !self.form.fields().iter().any(|(name, _)| name == field) {
            return was;
        }
        match of(self.form.value(field)) {
            Some(chosen) => chosen,
            None => {
                self.form.refuse(field, self.app.t(Lang::EN, "contact-choose"));
                was
            }
        }
    }

    fn line(&mut self, field: &str, most: usize) -> String {
        let read = line(self.form.value(field), most);
        self.said(field, most, read)
    }

    fn lines(&mut self, field: &str, most: usize) -> String {
        let read = lines(self.form.value(field), most);
        self.said(field, most, read)
    }

    fn said(&mut self, field: &str, most: usize, read: std::result::Result<String, Fault>) -> String {
        match read {
            Ok(text) => text,
            Err(Fault::Empty) => String::new(),
            Err(fault) => {
                let words = self.app.words.with(Lang::EN, fault.key(), &[("most", most.to_string().into())]);
                self.form.refuse(field, words);
                String::new()
            }
        }
    }
}
