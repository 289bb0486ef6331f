//! Words that mean danger: shown with a number and a duty team before any service.
//!
//! Stricter than search: a single word such as "fire" says nothing ("fire door"), so each
//! language has patterns of several words and exceptions, as data. Typing mistakes are allowed
//! in words of five letters or more, and a doubled letter in any. Showing too often is better than missing.
//!
//! A file looks like this:
//!
//! ```toml
//! ordinary = "drying heating"            # never read as a slip for a word below
//! [sets]
//! child = "child kid baby"               # used in patterns as <child>
//! [emergency]
//! signs = ["smell gas", "=fire + trapped"]
//! alone = ["fire"]                       # a sign only where nothing else is said
//! except = ["gas bill"]
//! always = ["smell gas now"]             # a sign that no exception covers
//! [child-at-risk]
//! signs = ["<child> + hit|beat|hurt"]
//! ```
//!
//! In a pattern, words stand in order with at most two others between; `|` parts words of which
//! one is enough; ` + ` parts groups that may stand in any order within twelve words; `=` asks for
//! the word exactly, otherwise its other forms count. What an exception covers is not looked at
//! for that kind.

mod file;
mod pattern;
#[cfg(test)]
mod tests;
mod vocabulary;

use crate::{language::Stemming, text::words};
use pattern::{Numbers, Pattern};
use std::{fmt, str::FromStr};
use vocabulary::Vocabulary;

/// A kind of danger, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Life or property in danger now: 999, or the gas emergency number.
    Emergency,
    /// A child is hurt, neglected, exploited or in danger.
    ChildAtRisk,
    /// An adult is abused, neglected, or in danger at home or in care.
    AdultAtRisk,
    /// Nowhere to sleep tonight.
    HomelessTonight,
}

/// Every kind, most urgent first.
const KINDS: [Kind; 4] = [Kind::Emergency, Kind::ChildAtRisk, Kind::AdultAtRisk, Kind::HomelessTonight];

impl Kind {
    /// The name used in data: "emergency", "child-at-risk", "adult-at-risk", "homeless-tonight".
    pub fn key(self) -> &'static str {
        match self {
            Kind::Emergency => "emergency",
            Kind::ChildAtRisk => "child-at-risk",
            Kind::AdultAtRisk => "adult-at-risk",
            Kind::HomelessTonight => "homeless-tonight",
        }
    }

    /// Every kind, most urgent first.
    pub fn all() -> [Kind; 4] {
        KINDS
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Kind {
    type Err = DangerError;

    fn from_str(key: &str) -> Result<Kind, DangerError> {
        KINDS.into_iter().find(|kind| kind.key() == key).ok_or_else(|| DangerError::NoSuchKind(key.to_owned()))
    }
}

/// A danger noticed in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// What kind.
    pub kind: Kind,
    /// The words that gave it away, folded, in the order of the text.
    pub words: Vec<String>,
    /// The pattern that fired, for the record of why it was shown.
    pub pattern: String,
}

/// What is wrong with a file of danger words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DangerError {
    /// Not valid TOML, or a field missing or of the wrong kind.
    #[error("danger words ({lang}): {reason}")]
    Toml {
        /// The language of the file.
        lang: String,
        /// What is wrong.
        reason: String,
    },
    /// A table that is not a kind of danger.
    #[error("\"{0}\" is not a kind of danger: use emergency, child-at-risk, adult-at-risk or homeless-tonight")]
    NoSuchKind(String),
    /// A pattern names a set the file does not have.
    #[error("danger words ({lang}): \"{pattern}\" uses <{set}>, which [sets] does not have")]
    NoSuchSet {
        /// The language of the file.
        lang: String,
        /// The pattern.
        pattern: String,
        /// The missing set.
        set: String,
    },
    /// A word that is read as several, such as one with a hyphen.
    #[error("danger words ({lang}): \"{word}\" is read as several words: write them apart")]
    SeveralWords {
        /// The language of the file.
        lang: String,
        /// The word.
        word: String,
    },
    /// A pattern with nothing in it.
    #[error("danger words ({lang}): \"{pattern}\" has an empty part")]
    Empty {
        /// The language of the file.
        lang: String,
        /// The pattern.
        pattern: String,
    },
}

/// The danger words of every language.
#[derive(Debug, Clone, Default)]
pub struct Danger {
    languages: Vec<Language>,
}

#[derive(Debug, Clone)]
struct Language {
    vocabulary: Vocabulary,
    rules: Vec<Rule>,
}

#[derive(Debug, Clone)]
struct Rule {
    kind: Kind,
    signs: Vec<Pattern>,
    always: Vec<Pattern>,
    alone: Vec<Pattern>,
    except: Vec<Pattern>,
}

/// Words of a text that may say one thing alone.
const ALONE: usize = 6;

/// Words of a text that are read: more than any form field allows people to type in one go.
const READ: usize = 2_000;

impl Danger {
    /// Reads one file per language: pairs of language tag and TOML text.
    pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Danger, DangerError> {
        let languages = files.into_iter().map(|(lang, text)| file::read(lang, text)).collect::<Result<_, _>>()?;
        Ok(Danger { languages })
    }

    /// The dangers a text speaks of, in any language, at most one sign of each kind, most urgent
    /// first.
    pub fn signs(&self, text: &str) -> Vec<Sign> {
        let words = words(text, READ);
        let mut signs: Vec<Sign> = Vec::new();
        for language in &self.languages {
            let seen: Vec<Vec<u32>> = words.iter().map(|word| self.ids(language, word)).collect();
            let present = Numbers::of(seen.iter().flatten().copied());
            for rule in &language.rules {
                if !signs.iter().any(|sign| sign.kind == rule.kind) {
                    let sign = rule.sign(&words, &seen, &present);
                    signs.extend(sign.or_else(|| rule.alone(&words, &seen, &language.vocabulary)));
                }
            }
        }
        signs.sort_by_key(|sign| sign.kind);
        signs
    }

    /// The pattern words of a language that a word is; a slip only when no language knows it.
    fn ids(&self, language: &Language, word: &str) -> Vec<u32> {
        let ids = language.vocabulary.known(word);
        if ids.is_empty() && !self.languages.iter().any(|other| other.vocabulary.knows(word)) {
            return language.vocabulary.slips(word);
        }
        ids
    }
}

impl Rule {
    fn sign(&self, words: &[String], seen: &[Vec<u32>], present: &Numbers) -> Option<Sign> {
        let mut open = vec![true; words.len()];
        for except in self.except.iter().filter(|except| except.possible(present)) {
            for place in except.everywhere(seen) {
                open[place] = false;
            }
        }
        let everything = vec![true; words.len()];
        let always = self.always.iter().map(|pattern| (pattern, &everything));
        let signs = self.signs.iter().map(|pattern| (pattern, &open));
        always.chain(signs).filter(|(pattern, _)| pattern.possible(present)).find_map(|(pattern, open)| {
            let places = pattern.find(seen, open)?;
            let words = places.iter().map(|place| words[*place].clone()).collect();
            Some(Sign { kind: self.kind, words, pattern: pattern.written.clone() })
        })
    }
}

impl Rule {
    /// A sign that is the whole text but for little words: "fire", "this is an emergency".
    fn alone(&self, words: &[String], seen: &[Vec<u32>], vocabulary: &Vocabulary) -> Option<Sign> {
        if self.alone.is_empty() || words.len() > ALONE {
            return None;
        }
        let open = vec![true; words.len()];
        self.alone.iter().find_map(|pattern| {
            let places = pattern.find(seen, &open)?;
            let mut others = words.iter().enumerate().filter(|(place, _)| !places.contains(place));
            if others.any(|(_, word)| !vocabulary.is_little(word)) {
                return None;
            }
            let words = places.iter().map(|place| words[*place].clone()).collect();
            Some(Sign { kind: self.kind, words, pattern: pattern.written.clone() })
        })
    }
}

impl Language {
    fn new(lang: &str, ordinary: &str) -> Language {
        Language { vocabulary: Vocabulary::new(Stemming::of(lang), ordinary), rules: Vec::new() }
    }
}
