//! What everybody may know of a report: where it is and what was chosen, as residents are shown of each other's. Names,
//! addresses of people, and anything somebody wrote stay here.

use crate::answer::Value;
use crate::{moment, offer};
use cases::elsewhere::Reported;
use kit::clock::Micros;
use kit::{App, Id, Lang, Reference, Result};
use serde::{Deserialize, Serialize};
use services::{Answer, Catalogue, Definition, Kind};
use std::sync::Arc;

/// A choice somebody made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Chosen {
    /// The question's identifier.
    #[serde(rename = "q")]
    pub question: String,
    /// The options.
    #[serde(rename = "o")]
    pub options: Vec<String>,
}

/// A report as everybody may read it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    pub case: Id,
    pub reference: Reference,
    pub service: String,
    pub version: i64,
    pub live: bool,
    pub outcome: String,
    pub passed_to: String,
    pub team: String,
    pub source: String,
    pub opened: Micros,
    pub updated: Micros,
    pub due: Micros,
    pub position: Option<(f64, f64)>,
    pub ward: String,
    pub postcode: String,
    pub street: String,
    pub chosen: Vec<Chosen>,
}

impl Record {
    /// What may be known of a report, last changed then; `None` for a service that other systems do not use.
    pub fn of(app: &App, reported: &Reported, updated: Micros) -> Result<Option<Record>> {
        let (case, catalogue) = (&reported.case, app.part::<Catalogue>()?);
        let Some(current) = catalogue.current(&case.service) else { return Ok(None) };
        if !current.is_public_elsewhere() && case.source != crate::read::SOURCE {
            return Ok(None);
        }
        let definition = catalogue.version(&case.service, case.version).unwrap_or(current.clone());
        let mut record = Record {
            case: case.id,
            reference: case.reference.clone(),
            service: case.service.clone(),
            version: case.version,
            live: case.status.is_live(),
            outcome: case.outcome.clone(),
            passed_to: case.passed_to.clone(),
            team: case.team.clone(),
            source: case.source.clone(),
            opened: case.opened,
            updated: updated.max(case.closed).max(case.opened),
            due: case.promise.due,
            position: None,
            ward: String::new(),
            postcode: String::new(),
            street: String::new(),
            chosen: Vec::new(),
        };
        if current.is_public_elsewhere() {
            record.position = case.place.position;
            record.ward = case.place.ward.clone();
            record.postcode = case.place.postcode.clone();
            let sensitive = offer::place(&definition).is_some_and(|question| question.sensitive);
            record.street = forms::public_name(&case.place.street).filter(|_| !sensitive).unwrap_or_default();
            record.chosen = chosen(&definition, reported);
        }
        Ok(Some(record))
    }

    /// As the standard writes it; with `extensions`, what was chosen besides.
    pub fn shown(&self, app: &App, lang: Lang, extensions: bool) -> Result<Value> {
        let catalogue = app.part::<Catalogue>()?;
        let found = catalogue.version(&self.service, self.version).or_else(|| catalogue.current(&self.service));
        let words = Words { app, definition: found, lang };
        // What was public once need not be so now.
        let hidden = Record {
            position: None,
            ward: String::new(),
            postcode: String::new(),
            street: String::new(),
            ..self.clone()
        };
        let public = catalogue.current(&self.service).is_some_and(|current| current.is_public_elsewhere());
        let place = if public { self } else { &hidden };
        let chosen: &[Chosen] = if public { &self.chosen } else { &[] };
        let degrees = |degrees: Option<f64>| degrees.map_or(Value::Nothing, Value::Real);
        let (latitude, longitude) = place.position.unzip();
        let due = Some(moment::written(self.due)).filter(|_| self.live);
        let mut fields = vec![
            ("service_request_id", Value::text(self.reference.as_str())),
            ("status", Value::text(if self.live { "open" } else { "closed" })),
            ("status_notes", Value::text(words.notes(self))),
            ("service_name", Value::text(words.name(&self.service))),
            ("service_code", Value::text(&self.service)),
            ("description", Value::text(words.description(&self.service, chosen))),
            ("agency_responsible", Value::some(catalogue.team_name(&self.team, lang))),
            ("service_notice", Value::Nothing),
            ("requested_datetime", Value::text(moment::written(self.opened))),
            ("updated_datetime", Value::text(moment::written(self.updated))),
            ("expected_datetime", Value::some(due)),
            ("address", Value::text(&place.street)),
            ("address_id", Value::Nothing),
            ("zipcode", Value::text(&place.postcode)),
            ("lat", degrees(latitude)),
            ("long", degrees(longitude)),
            ("media_url", Value::Nothing),
        ];
        if extensions {
            let attributes = chosen.iter().filter_map(|one| words.attribute(one)).collect();
            fields.push(("attributes", Value::List("attribute", attributes)));
            let channel = if self.source == crate::read::SOURCE { "open311" } else { "council" };
            let more = vec![("channel", Value::text(channel)), ("ward", Value::text(&place.ward))];
            fields.push(("extended_attributes", Value::Object(more)));
        }
        Ok(Value::Object(fields))
    }
}

/// The choices of the answers, as the page of reports nearby shows them: closed ones, and no sensitive one.
fn chosen(definition: &Definition, reported: &Reported) -> Vec<Chosen> {
    let one = |given: &cases::Given| {
        let question = definition.question(&given.question).filter(|question| !question.sensitive)?;
        let options = match serde_json::from_value(given.value.clone()).ok()? {
            Answer::Choice(option) => vec![option],
            Answer::Choices(options) => options,
            _ => return None,
        };
        matches!(question.kind, Kind::Choice { .. } | Kind::Choices { .. })
            .then(|| Chosen { question: given.question.clone(), options })
    };
    reported.answers.iter().filter_map(one).collect()
}

/// The words of a service's definition, in one language.
pub(crate) struct Words<'a> {
    pub app: &'a App,
    pub definition: Option<Arc<Definition>>,
    pub lang: Lang,
}

impl Words<'_> {
    fn name(&self, service: &str) -> String {
        self.definition.as_ref().map_or_else(|| service.to_owned(), |found| found.name(self.lang).to_owned())
    }

    /// How it ended, or to whom it was passed on.
    fn notes(&self, record: &Record) -> String {
        match (record.outcome.as_str(), record.passed_to.as_str()) {
            ("", "") => String::new(),
            ("", to) => self.passed_on(to),
            (outcome, _) => self.outcome(outcome),
        }
    }

    /// The name of an outcome.
    pub fn outcome(&self, outcome: &str) -> String {
        self.definition.as_ref().map_or_else(String::new, |found| found.outcome_name(outcome, self.lang))
    }

    /// That it was passed on, and to whom.
    pub fn passed_on(&self, to: &str) -> String {
        let to = self.definition.as_ref().and_then(|found| found.text_if_any(self.lang, to)).unwrap_or_default();
        self.app.words.with(self.lang, "open311-notice-passed-on", &[("to", to.into())])
    }

    /// What kind of thing it is, as somebody chose it; else the service.
    fn description(&self, service: &str, chosen: &[Chosen]) -> String {
        let Some(found) = &self.definition else { return service.to_owned() };
        let naming = |id: &String| chosen.iter().find(|one| one.question == *id);
        let names: Vec<String> =
            found.title_from.iter().filter_map(naming).map(|one| self.options(found, one)).collect();
        if names.is_empty() { self.name(service) } else { names.join(", ") }
    }

    fn options(&self, found: &Definition, one: &Chosen) -> String {
        let labels: Vec<String> =
            one.options.iter().map(|option| found.option_label(&one.question, option, self.lang)).collect();
        labels.join(", ")
    }

    fn attribute(&self, one: &Chosen) -> Option<Value> {
        let found = self.definition.as_ref()?;
        found.question(&one.question)?;
        Some(Value::Object(vec![
            ("code", Value::text(&one.question)),
            ("label", Value::text(found.short_label(&one.question, self.lang))),
            ("value", Value::text(self.options(found, one))),
        ]))
    }
}
