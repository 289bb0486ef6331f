//! An answer and its versions, pure.

use kit::clock::Micros;
use kit::{Id, Lang};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question and its answer in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// As a resident would ask it.
    pub question: String,
    /// What they are told; an empty line begins a new paragraph.
    pub answer: String,
    /// What people also type when they look for it.
    #[serde(default)]
    pub also: Vec<String>,
}

/// One answer in the languages it was written in; English is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// English.
    pub en: Text,
    /// The others, by tag.
    #[serde(default)]
    pub others: BTreeMap<String, Text>,
}

impl Texts {
    /// The text of this language itself.
    pub fn own(&self, lang: Lang) -> Option<&Text> {
        if lang == Lang::EN { Some(&self.en) } else { self.others.get(lang.tag) }
    }

    /// The text to read in this language, and the language it is in: English where it has none of its own.
    pub fn in_lang(&self, lang: Lang) -> (Lang, &Text) {
        self.own(lang).map_or((Lang::EN, &self.en), |text| (lang, text))
    }

    /// The languages it was written in.
    pub fn langs(&self) -> Vec<Lang> {
        Lang::ALL.into_iter().filter(|lang| self.own(*lang).is_some()).collect()
    }

    /// The languages in which it still reads as before although the English does not: a translation nobody looked at.
    pub fn left_behind(&self, before: &Texts) -> Vec<Lang> {
        if (&self.en.question, &self.en.answer) == (&before.en.question, &before.en.answer) {
            return Vec::new();
        }
        let same = |lang: &Lang| {
            let now = self.others.get(lang.tag);
            now.is_some() && now.map(|text| &text.answer) == before.others.get(lang.tag).map(|text| &text.answer)
        };
        Lang::ALL.into_iter().filter(same).collect()
    }
}

/// What is approved together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The service it belongs to; empty for none.
    pub service: String,
    /// Everybody may read it, not staff alone.
    pub public: bool,
    /// The question and its answer.
    pub texts: Texts,
}

/// An article, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its id.
    pub id: Id,
    /// How it is named in addresses.
    pub slug: String,
    /// Grows with every change.
    pub revision: i64,
    /// The member of staff who answers for it; [`Id::NONE`] for nobody.
    pub owner: Id,
    /// When the day ends on which it is to be looked at again.
    pub review: Micros,
    /// The version that stands; 0 before the first.
    pub version: i64,
    /// The last version that put right what people had been told; 0 for none.
    pub corrected: i64,
    /// It is no longer an answer to anything.
    pub retired: bool,
    /// When it was begun.
    pub made_at: Micros,
}

impl Article {
    /// It should have been looked at by now.
    pub fn is_overdue(&self, now: Micros) -> bool {
        !self.retired && self.version > 0 && self.review <= now
    }
}

/// A version, as it was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The key of the button that approved it.
    pub id: Id,
    /// Counted from 1.
    pub number: i64,
    /// What it says.
    pub content: Content,
    /// What changed, in a sentence for staff.
    pub note: String,
    /// What was told before it was wrong.
    pub correction: bool,
    /// Who wrote it last; [`Id::NONE`] for what was brought in.
    pub author: Id,
    /// Who approved it.
    pub approved_by: Id,
    /// When.
    pub approved_at: Micros,
}

/// What waits to be approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Grows with every change.
    pub revision: i64,
    /// What it says.
    pub content: Content,
    /// What changed, in a sentence for staff.
    pub note: String,
    /// When the day ends on which it is to be looked at again.
    pub review: Micros,
    /// Everybody who wrote on it, the last of them last.
    pub authors: Vec<Id>,
    /// When it was changed last.
    pub changed_at: Micros,
}

/// Names in addresses that are pages of their own.
const TAKEN: [&str; 3] = ["new", "work", "flags"];
/// Letters of a name in an address.
const LONGEST: usize = 60;

/// A question as it is named in addresses: small letters and hyphens. The second one of a name gets a number.
pub fn slug(question: &str, attempt: usize) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    let quiet: String = question.chars().filter(|c| !matches!(c, '\'' | '’')).map(plain).collect();
    let mut slug = String::new();
    for word in quiet.split_whitespace() {
        if slug.len() + word.len() < LONGEST {
            slug = if slug.is_empty() { word.to_owned() } else { format!("{slug}-{word}") };
        }
    }
    if slug.is_empty() || TAKEN.contains(&slug.as_str()) {
        slug = if slug.is_empty() { "answer".to_owned() } else { format!("{slug}-answer") };
    }
    if attempt < 2 { slug } else { format!("{slug}-{attempt}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(answer: &str) -> Text {
        Text { question: "When?".into(), answer: answer.into(), also: Vec::new() }
    }

    fn texts(en: &str, cy: Option<&str>) -> Texts {
        let others = cy.map(|cy| ("cy".to_owned(), text(cy)));
        Texts { en: text(en), others: others.into_iter().collect() }
    }

    #[test]
    fn what_is_missing_in_a_language_is_read_in_english_and_says_so() {
        let both = texts("Monday", Some("Dydd Llun"));
        assert_eq!(both.in_lang(Lang::CY), (Lang::CY, &text("Dydd Llun")));
        assert_eq!(both.in_lang(Lang::AR), (Lang::EN, &text("Monday")));
        assert_eq!(both.langs(), [Lang::EN, Lang::CY]);
    }

    #[test]
    fn a_translation_nobody_looked_at_is_noticed() {
        let before = texts("Monday", Some("Dydd Llun"));
        for (after, left) in [
            (texts("Tuesday", Some("Dydd Llun")), vec![Lang::CY]),
            (texts("Tuesday", Some("Dydd Mawrth")), vec![]),
            (texts("Tuesday", None), vec![]),
            (texts("Monday", Some("Dydd Llun")), vec![]),
        ] {
            assert_eq!(after.left_behind(&before), left, "{after:?}");
        }
    }

    #[test]
    fn a_question_makes_a_short_name_that_is_no_page_of_its_own() {
        for (question, attempt, wanted) in [
            ("When is my bin emptied?", 1, "when-is-my-bin-emptied"),
            ("What’s a \"blue badge\"?", 2, "whats-a-blue-badge-2"),
            ("New", 1, "new-answer"),
            ("؟", 1, "answer"),
        ] {
            assert_eq!(slug(question, attempt), wanted);
        }
        assert!(slug(&"long ".repeat(40), 1).len() <= LONGEST);
    }
}
