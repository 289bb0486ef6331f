//! What the columns of a file mean, and by which published rules its reports are sorted: data, in TOML.

use kit::{Error, Result};
use serde::Deserialize;
use services::Definition;
use std::collections::BTreeMap;

/// How a file is read and sorted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Where the reports come from; with a report's own identifier it tells whether it is here already.
    pub source: String,
    /// The question whose answer is the kind.
    pub kind_question: String,
    /// Metres: a report farther from every postcode has no ward.
    pub nearest_within: f64,
    /// The names of the columns.
    pub columns: Columns,
    /// What each word of the status column means.
    pub status: BTreeMap<String, Standing>,
    /// The outcome that closed reports come in with, by service; else the first that counts as done.
    #[serde(default)]
    pub outcome: BTreeMap<String, String>,
    /// The rules: the first that fits counts.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

/// The names of the columns.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// The report's own identifier.
    pub report: String,
    /// Its status.
    pub status: String,
    /// What it is about, in the reporter's words.
    pub title: String,
    /// The category it was put under, where there is one.
    pub category: String,
    /// Degrees north.
    pub latitude: String,
    /// Degrees east.
    pub longitude: String,
}

/// What a status means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Somebody has to do something.
    Open,
    /// Done.
    Closed,
}

/// One rule: reports under one of these categories, or with one of these words in the title, go here.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Categories, whole; capitals do not matter.
    #[serde(default)]
    pub category: Vec<String>,
    /// Words or phrases anywhere in the title; one ending in `*` also begins longer words.
    #[serde(default)]
    pub words: Vec<String>,
    /// Words with which the rule does not fit after all.
    #[serde(default)]
    pub not: Vec<String>,
    /// The service it goes to.
    pub service: String,
    /// The kind within the service.
    #[serde(default)]
    pub kind: String,
    /// The team, where it is not the one the service's own rules say.
    #[serde(default)]
    pub team: String,
    /// Why, in words.
    pub reason: String,
}

impl Mapping {
    /// Reads the TOML; the error names the line.
    pub fn read(text: &str) -> Result<Mapping> {
        let mapping: Mapping = toml::from_str(text).map_err(|cause| Error::internal(format!("mapping: {cause}")))?;
        match mapping.rules.last() {
            Some(last) if last.category.is_empty() && last.words.is_empty() && last.not.is_empty() => Ok(mapping),
            _ => Err(Error::internal("mapping: the last rule must fit everything, without category, words and not")),
        }
    }

    /// The service of whatever no other rule fits.
    pub fn service_of_the_rest(&self) -> &str {
        self.rules.last().map_or("", |rule| rule.service.as_str())
    }

    /// The outcome closed reports of this service come in with.
    pub(super) fn outcome(&self, definition: &Definition) -> String {
        let named = self.outcome.get(&definition.id).filter(|id| definition.outcome(id).is_some());
        let done = || definition.outcomes.iter().find(|outcome| outcome.done).or(definition.outcomes.first());
        named.cloned().or_else(|| done().map(|outcome| outcome.id.clone())).unwrap_or_default()
    }
}
