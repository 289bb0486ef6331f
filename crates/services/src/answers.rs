//! What a person has answered. An unanswered question has no entry.

use crate::attached::Attached;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One answer, in the type of its question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Words: text, long text, name, email, phone, postcode.
    Text(String),
    /// One option.
    Choice(String),
    /// Several options, in the order of the definition.
    Choices(Vec<String>),
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Number(i64),
    /// Pence.
    Money(i64),
    /// A day.
    Date(#[serde(with = "day")] Date),
    /// A postal address.
    Address(Address),
    /// Somewhere in the street.
    Place(Place),
    /// What was attached, in the order in which it came.
    Files(Vec<Attached>),
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// House and street.
    pub line1: String,
    /// Flat, building or locality; may be empty.
    pub line2: String,
    /// Town; may be empty.
    pub town: String,
    /// Postcode as the Post Office writes it.
    pub postcode: String,
    /// Whether it lies in this council's area, as far as its postcode tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<bool>,
}

/// Somewhere: what the person wrote, and where that is when it is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Street or landmark in the person's words; may be empty when there is a position.
    pub street: String,
    /// Postcode given by the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// The person gave the exact position; otherwise it is that of the postcode.
    #[serde(default, skip_serializing_if = "is_false")]
    pub exact: bool,
    /// Latitude in degrees (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Longitude in degrees (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// Code of the ward.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ward: Option<String>,
    /// Name of the ward.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ward_name: Option<String>,
    /// The postcode nearest to the position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest_postcode: Option<String>,
    /// Whether it lies in this council's area; unknown when nothing fixes the position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<bool>,
    /// The motorway or trunk road it is on ("A14"), which the council does not look after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trunk_road: Option<String>,
}

/// All answers of one draft or case, and the day they are looked at, which limits and conditions
/// such as `days_since(moved_on)` need.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    given: BTreeMap<String, Answer>,
    today: Date,
}

impl Answers {
    /// Nothing answered yet, looked at on this day.
    pub fn on(today: Date) -> Answers {
        Answers { given: BTreeMap::new(), today }
    }

    /// Answers as [`Answers::to_json`] wrote them.
    pub fn from_json(json: &str, today: Date) -> Result<Answers, serde_json::Error> {
        Ok(Answers { given: serde_json::from_str(json)?, today })
    }

    /// A JSON object from question to answer.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.given)
            .expect("answers have text keys and finite numbers, so they can always be written")
    }

    /// The day they are looked at.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.given.get(question)
    }

    /// Keeps an answer, replacing an earlier one.
    pub fn give(&mut self, question: &str, answer: Answer) {
        self.given.insert(question.to_owned(), answer);
    }

    /// Keeps what was read, or forgets the question when nothing was answered.
    pub fn set(&mut self, question: &str, answer: Option<Answer>) {
        match answer {
            Some(answer) => self.give(question, answer),
            None => self.forget(question),
        }
    }

    /// Forgets the answer to a question.
    pub fn forget(&mut self, question: &str) {
        self.given.remove(question);
    }

    /// Every answer with its question, by the question's name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.given.iter().map(|(question, answer)| (question.as_str(), answer))
    }

    /// Every file that was attached.
    pub fn files(&self) -> impl Iterator<Item = &Attached> {
        self.given.values().flat_map(|answer| if let Answer::Files(files) = answer { files.as_slice() } else { &[] })
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// How many questions have been answered.
    pub fn len(&self) -> usize {
        self.given.len()
    }
}

fn is_false(yes: &bool) -> bool {
    !yes
}

/// A day as `2026-11-21`.
mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(date)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Date, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn answers_come_back_from_json_as_they_went() {
        let mut answers = Answers::on(date(2026, 11, 21));
        answers.give("kind", Answer::Choice("pothole".into()));
        answers.give("since", Answer::Date(date(2026, 11, 2)));
        answers.give(
            "place",
            Answer::Place(Place { street: "Mill Road".into(), latitude: Some(52.2), ..Place::default() }),
        );
        let json = answers.to_json();
        assert!(json.contains(r#""since":{"date":"2026-11-02"}"#), "{json}");
        assert_eq!(Answers::from_json(&json, date(2026, 11, 21)).expect("reads"), answers);
    }

    #[test]
    fn an_answer_set_to_nothing_is_forgotten() {
        let mut answers = Answers::on(date(2026, 11, 21));
        answers.set("size", Some(Answer::Number(3)));
        assert_eq!(answers.len(), 1);
        answers.set("size", None);
        assert!(answers.is_empty());
    }
}
