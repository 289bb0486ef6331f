//! From what was typed to an answer, or to a clear word about what is wrong. Tolerant of spaces,
//! signs and ways of writing; strict about what could mislead: control characters, marks that turn
//! the direction of text, days that do not exist.

mod contact;
mod date;
mod number;
mod place;
mod text;

pub use number::typed_pence;
pub(crate) use text::REFERENCE;

use crate::answers::{Address, Answer};
use crate::model::{Definition, Kind, Question};
use jiff::civil::Date;
use kit::form::{Fault, Form};
use kit::lang::Lang;
use kit::words::{Arg, Words};

/// What reading an answer needs to know besides the form.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day.
    pub today: Date,
    /// The official code of the council.
    pub council: &'a str,
    /// Where postcodes are.
    pub postcodes: &'a places::Postcodes,
    /// Roads others look after.
    pub roads: &'a places::Roads,
}

/// What is wrong with an answer: the field to go to, and words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The question.
    pub question: String,
    /// The field of the form, for the link to it.
    pub field: String,
    /// What is wrong, as special words name it: `question-<id>-error-<what>`.
    pub what: &'static str,
    /// Key of the general words.
    pub key: &'static str,
    /// Variables of the words.
    pub values: Vec<(&'static str, String)>,
}

/// What is wrong before the question is known: suffix of the field, what, key, variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    field: &'static str,
    what: &'static str,
    key: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Wrong {
    fn new(what: &'static str, key: &'static str) -> Wrong {
        Wrong { field: "", what, key, values: Vec::new() }
    }

    fn at(mut self, field: &'static str) -> Wrong {
        self.field = field;
        self
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Wrong {
        self.values.push((name, value.to_string()));
        self
    }
}

/// What a reader gives: an answer, nothing typed, or what is wrong.
type Read = Result<Option<Answer>, Wrong>;

impl Question {
    /// Reads the answer from the form; `None` when nothing was typed and nothing has to be.
    pub fn read(&self, form: &Form, context: &Context<'_>) -> Result<Option<Answer>, FieldError> {
        let read = match &self.kind {
            Kind::Text { max_length, pattern } => text::line(form.value(&self.id), *max_length, pattern),
            Kind::LongText { max_length } => text::lines(form.value(&self.id), *max_length),
            Kind::Choice { options } => choice(form.trimmed(&self.id), options),
            Kind::Choices { options, exclusive } => choices(form.values(&self.id), options, exclusive.as_deref()),
            Kind::YesNo => yes_no(form.trimmed(&self.id)),
            Kind::Date { min, max } => date::date(form, &self.id, context.today, (*min, *max)),
            Kind::Number { min, max } => number::whole(form.value(&self.id), *min, *max),
            Kind::Money { min, max } => number::money(form.value(&self.id), *min, *max),
            Kind::Email => contact::email(form.value(&self.id)),
            Kind::Phone => contact::phone(form.value(&self.id)),
            Kind::PersonName => text::line(form.value(&self.id), 200, &[]),
            Kind::Postcode => contact::postcode(form.value(&self.id)),
            Kind::Plate => contact::plate(form.value(&self.id)),
            Kind::Address => address(form, &self.id, context),
            Kind::Place => place::place(form, &self.id, context),
            // Files do not come as words: whoever takes them in knows which there are.
            Kind::File(_) => Ok(None),
        };
        match read {
            Ok(None) if self.required => Err(self.refused(self.missing())),
            Ok(answer) => Ok(answer),
            Err(wrong) => Err(self.refused(wrong)),
        }
    }

    /// That nothing was given: for answers that do not come as words.
    pub fn missing_error(&self) -> FieldError {
        self.refused(self.missing())
    }

    fn missing(&self) -> Wrong {
        let (field, key) = match self.kind {
            Kind::Choice { .. } | Kind::YesNo => ("", "services-error-missing-choice"),
            Kind::Choices { .. } => ("", "services-error-missing-choices"),
            Kind::Date { .. } => ("-day", "services-error-missing-date"),
            Kind::Number { .. } | Kind::Money { .. } => ("", "services-error-missing-number"),
            Kind::Email => ("", "services-error-missing-email"),
            Kind::Phone => ("", "services-error-missing-phone"),
            Kind::PersonName => ("", "services-error-missing-name"),
            Kind::Postcode => ("", "services-error-missing-postcode"),
            Kind::Plate => ("", "services-error-missing-plate"),
            Kind::Address => ("-line1", "services-error-missing-address"),
            Kind::Place => ("-street", "services-error-missing-place"),
            Kind::Text { .. } | Kind::LongText { .. } => ("", "services-error-missing"),
            Kind::File(_) => ("", "services-error-missing-file"),
        };
        Wrong::new("missing", key).at(field)
    }

    fn refused(&self, wrong: Wrong) -> FieldError {
        let field = format!("{}{}", self.id, wrong.field);
        FieldError { question: self.id.clone(), field, what: wrong.what, key: wrong.key, values: wrong.values }
    }

    /// The form as it was filled to give this answer, for showing the page again.
    pub fn fill(&self, form: Form, answer: &Answer) -> Form {
        let field = |suffix: &str| format!("{}-{suffix}", self.id);
        match answer {
            Answer::Text(text) | Answer::Choice(text) => form.fill(&self.id, text),
            Answer::Choices(all) => all.iter().fold(form, |form, option| form.fill(&self.id, option)),
            Answer::YesNo(yes) => form.fill(&self.id, if *yes { "yes" } else { "no" }),
            Answer::Number(number) => form.fill(&self.id, number.to_string()),
            Answer::Money(pence) => form.fill(&self.id, number::written(*pence)),
            Answer::Date(day) => form
                .fill(&field("day"), day.day().to_string())
                .fill(&field("month"), day.month().to_string())
                .fill(&field("year"), day.year().to_string()),
            Answer::Files(_) => form,
            Answer::Address(address) => form
                .fill(&field("line1"), &address.line1)
                .fill(&field("line2"), &address.line2)
                .fill(&field("town"), &address.town)
                .fill(&field("postcode"), &address.postcode),
            Answer::Place(place) => {
                let form = form
                    .fill(&field("street"), &place.street)
                    .fill(&field("postcode"), place.postcode.clone().unwrap_or_default());
                match (place.latitude, place.longitude) {
                    (Some(latitude), Some(longitude)) if place.exact || place.postcode.is_none() => {
                        form.fill(&field("point"), format!("{latitude}, {longitude}"))
                    }
                    (None, None) if place.postcode.is_none() && place.trunk_road.is_none() => {
                        form.fill(&field("anywhere"), "yes")
                    }
                    _ => form,
                }
            }
        }
    }
}

impl Definition {
    /// What is wrong in words: the definition's own where it has them, else the general ones.
    pub fn error_text(&self, error: &FieldError, lang: Lang, words: &Words) -> String {
        let values: Vec<(&str, Arg<'_>)> = error.values.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
        let special = format!("question-{}-error-{}", error.question, error.what);
        if self.words.has(lang, &special) {
            return self.words.with(lang, &special, &values);
        }
        words.with(lang, error.key, &values)
    }
}

/// A fault every text can have.
fn fault(fault: Fault) -> Read {
    match fault {
        Fault::Empty => Ok(None),
        Fault::TooLong { most } => Err(Wrong::new("too-long", "services-error-too-long").with("max", most)),
        Fault::Control => Err(Wrong::new("control", "services-error-control")),
        Fault::Direction => Err(Wrong::new("direction", "services-error-direction")),
    }
}

fn choice(typed: &str, options: &[String]) -> Read {
    match options.iter().find(|option| *option == typed) {
        Some(option) => Ok(Some(Answer::Choice(option.clone()))),
        None if typed.is_empty() => Ok(None),
        None => Err(Wrong::new("not-known", "services-error-not-known")),
    }
}

fn choices<'a>(typed: impl Iterator<Item = &'a str>, options: &[String], exclusive: Option<&str>) -> Read {
    let chosen: Vec<&str> = typed.map(str::trim).filter(|each| !each.is_empty()).collect();
    if chosen.iter().any(|each| !options.iter().any(|option| option == each)) {
        return Err(Wrong::new("not-known", "services-error-not-known"));
    }
    let kept: Vec<String> = options.iter().filter(|option| chosen.contains(&option.as_str())).cloned().collect();
    if kept.len() > 1 && exclusive.is_some_and(|one| kept.iter().any(|each| each == one)) {
        return Err(Wrong::new("exclusive", "services-error-exclusive"));
    }
    Ok((!kept.is_empty()).then_some(Answer::Choices(kept)))
}

fn yes_no(typed: &str) -> Read {
    match typed {
        "yes" => Ok(Some(Answer::YesNo(true))),
        "no" => Ok(Some(Answer::YesNo(false))),
        "" => Ok(None),
        _ => Err(Wrong::new("not-known", "services-error-not-known")),
    }
}

/// A fault in a part of an address, said with the name of the part.
fn of_part(fault: Fault, part: &'static str) -> Wrong {
    let wrong = match fault {
        Fault::Empty => Wrong::new("missing", "services-error-missing-address"),
        Fault::TooLong { most } => Wrong::new("too-long", "services-error-address-too-long").with("max", most),
        Fault::Control => Wrong::new("control", "services-error-address-control"),
        Fault::Direction => Wrong::new("direction", "services-error-address-direction"),
    };
    wrong.at(part).with("part", part.trim_start_matches('-'))
}

fn address(form: &Form, id: &str, context: &Context<'_>) -> Read {
    let part = |suffix: &'static str, most: usize| match kit::form::line(form.value(&format!("{id}{suffix}")), most) {
        Ok(text) => Ok(text),
        Err(Fault::Empty) => Ok(String::new()),
        Err(other) => Err(of_part(other, suffix)),
    };
    let (line1, line2, town) = (part("-line1", 200)?, part("-line2", 200)?, part("-town", 100)?);
    let postcode = contact::postcode(form.value(&format!("{id}-postcode"))).map_err(|wrong| wrong.at("-postcode"))?;
    let postcode = if let Some(Answer::Text(postcode)) = postcode { postcode } else { String::new() };
    match (line1.is_empty(), postcode.is_empty()) {
        (true, true) if line2.is_empty() && town.is_empty() => Ok(None),
        (true, _) => Err(Wrong::new("missing", "services-error-missing-address").at("-line1")),
        (_, true) => Err(Wrong::new("missing", "services-error-missing-postcode").at("-postcode")),
        _ => {
            let inside = place::is_inside(&postcode, context);
            Ok(Some(Answer::Address(Address { line1, line2, town, postcode, inside })))
        }
    }
}

#[cfg(test)]
mod tests;
