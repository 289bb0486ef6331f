//! What is particular to each language when words are compared.

use crate::{arabic, english, welsh};
use rust_stemmers::{Algorithm, Stemmer};

/// How the words of a language are brought to stems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stemming {
    English,
    Welsh,
    Arabic,
    Turkish,
    /// No stemmer: words are compared as they are, with typing mistakes allowed.
    Plain,
}

impl Stemming {
    /// By language tag; what comes after a hyphen does not matter.
    pub(crate) fn of(lang: &str) -> Stemming {
        match lang.split('-').next().unwrap_or_default() {
            "en" => Stemming::English,
            "cy" => Stemming::Welsh,
            "ar" => Stemming::Arabic,
            "tr" => Stemming::Turkish,
            _ => Stemming::Plain,
        }
    }

    /// The stems a word may have, its own first.
    pub(crate) fn readings(self, word: &str) -> Vec<String> {
        match self {
            Stemming::English => english::readings(word),
            Stemming::Welsh => welsh::readings(word),
            Stemming::Arabic => vec![arabic::stem(word)],
            Stemming::Turkish => {
                vec![Stemmer::create(Algorithm::Turkish).stem(word).into_owned()]
            }
            Stemming::Plain => vec![word.to_owned()],
        }
    }

    /// Whether the word carries little by itself in this language.
    pub(crate) fn is_little(self, word: &str) -> bool {
        match self {
            Stemming::English => english::is_little(word),
            Stemming::Welsh => welsh::is_little(word),
            Stemming::Arabic => arabic::is_little(word),
            Stemming::Turkish | Stemming::Plain => false,
        }
    }

    /// All words of the language that carry little.
    #[cfg(test)]
    pub(crate) fn littles(self) -> Vec<&'static str> {
        let all = match self {
            Stemming::English => english::LITTLE,
            Stemming::Welsh => welsh::LITTLE,
            Stemming::Arabic => arabic::LITTLE,
            Stemming::Turkish | Stemming::Plain => "",
        };
        all.split_whitespace().collect()
    }

    /// Whether this is an everyday word of the language that nobody should put right.
    pub(crate) fn is_ordinary(self, word: &str) -> bool {
        self == Stemming::English && english::is_ordinary(word)
    }

    /// How surely a word is meant when only another reading than its own fits: an undone
    /// mutation is the same word, a looser English stem is another.
    pub(crate) fn other_reading(self) -> f32 {
        if self == Stemming::Welsh { 0.85 } else { 0.75 }
    }
}
