//! Who is offered more help: rules as data, published, and the one that fits.

use super::{Ask, Passport};
use kit::{Error, Lang, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Names in every language.
type Names = BTreeMap<String, String>;

/// A barrier somebody may name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Barrier {
    /// Its code.
    pub id: String,
    name: Names,
}

impl Barrier {
    /// In the resident's own words.
    pub fn name(&self, lang: Lang) -> &str {
        named(&self.name, lang)
    }
}

/// A rule: everything it names has to be so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its code, kept with whom it fitted.
    pub id: String,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default = "one")]
    least: usize,
    #[serde(default)]
    adjustments: Vec<String>,
    #[serde(default)]
    age_from: Option<i32>,
    name: Names,
}

fn one() -> usize {
    1
}

impl Rule {
    /// As it is published, said to whom it fits.
    pub fn name(&self, lang: Lang) -> &str {
        named(&self.name, lang)
    }

    fn fits(&self, passport: &Passport, age: Option<i32>) -> bool {
        let given = passport.barriers().filter(|code| self.any.iter().any(|any| any == code)).count();
        let asked = passport.adjustments().iter().any(|ask| self.adjustments.iter().any(|code| code == ask.code()));
        (self.any.is_empty() || given >= self.least)
            && (self.adjustments.is_empty() || asked)
            && self.age_from.is_none_or(|from| age.is_some_and(|age| age >= from))
    }
}

fn named(names: &Names, lang: Lang) -> &str {
    names.get(lang.tag).map_or("", String::as_str)
}

/// The barriers there are and the rules, as published.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// Which edition of the rules this is.
    pub edition: i64,
    #[serde(rename = "barrier")]
    barriers: Vec<Barrier>,
    #[serde(rename = "rule")]
    rules: Vec<Rule>,
}

impl Criteria {
    /// Reads them; says in words what is wrong.
    pub fn read(text: &str) -> Result<Criteria> {
        let wrong = |what: String| Error::internal(format!("definitions/needs/criteria.toml: {what}"));
        let read: Criteria = toml::from_str(text).map_err(|cause| wrong(cause.to_string()))?;
        if read.edition < 1 {
            return Err(wrong("the edition is 1 or more".to_owned()));
        }
        let mut seen = BTreeSet::new();
        let all = read.barriers.iter().map(|one| (&one.id, &one.name));
        for (id, names) in all.chain(read.rules.iter().map(|one| (&one.id, &one.name))) {
            if !seen.insert(id) {
                return Err(wrong(format!("`{id}` is here twice")));
            }
            if let Some(lang) = Lang::ALL.iter().find(|lang| named(names, **lang).is_empty()) {
                return Err(wrong(format!("`{id}` has no name in {}", lang.tag)));
            }
        }
        for rule in &read.rules {
            if let Some(code) = rule.any.iter().find(|code| read.barrier(code).is_none()) {
                return Err(wrong(format!("rule `{}` names the barrier `{code}`, which there is not", rule.id)));
            }
            if let Some(code) = rule.adjustments.iter().find(|code| Ask::of(code).is_none()) {
                return Err(wrong(format!("rule `{}` names the adjustment `{code}`, which there is not", rule.id)));
            }
            if rule.any.is_empty() && rule.adjustments.is_empty() && rule.age_from.is_none() {
                return Err(wrong(format!("rule `{}` would fit everybody", rule.id)));
            }
            if !rule.any.is_empty() && (rule.least < 1 || rule.least > rule.any.len()) {
                return Err(wrong(format!("rule `{}` can never fit", rule.id)));
            }
        }
        Ok(read)
    }

    /// The barriers, in order.
    pub fn barriers(&self) -> &[Barrier] {
        &self.barriers
    }

    /// The barrier of a code.
    pub fn barrier(&self, id: &str) -> Option<&Barrier> {
        self.barriers.iter().find(|one| one.id == id)
    }

    /// The rules, in the order they are tried.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of a code.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|one| one.id == id)
    }

    /// The first rule that fits somebody of this age, where that is known.
    pub fn decide(&self, passport: &Passport, age: Option<i32>) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.fits(passport, age))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Answer;
    use super::*;
    use kit::Id;

    /// The criteria delivered.
    const DELIVERED: &str = include_str!("../../../../definitions/needs/criteria.toml");

    fn with(barriers: &[&str], asks: &[Ask]) -> Passport {
        let answer = |barrier: bool, code: &str| Answer {
            barrier,
            code: code.to_owned(),
            value: String::new(),
            by_staff: false,
            giver: Id::NONE,
            at: 0,
        };
        let barriers = barriers.iter().map(|code| answer(true, code));
        let answers = barriers.chain(asks.iter().map(|ask| answer(false, ask.code()))).collect();
        Passport { answers, ..Passport::default() }
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        let criteria = Criteria::read(DELIVERED).unwrap();
        for (barriers, asks, age, wanted) in [
            (&[][..], &[][..], None, ""),
            (&[], &[Ask::LargePrint, Ask::NoCalls], Some(90), ""),
            (&["no-device"], &[], None, "cannot-reach-us-online"),
            (&["cost", "health"], &[Ask::SignLanguage], None, "cannot-reach-us-online"),
            (&["health"], &[Ask::SignLanguage], None, "asked-for-an-interpreter"),
            (&[], &[Ask::Interpreter], None, "asked-for-an-interpreter"),
            (&["reading"], &[], None, "health-makes-it-hard"),
            (&["skills"], &[], None, ""),
            (&["skills"], &[], Some(74), ""),
            (&["skills"], &[], Some(75), "seventy-five-and-unsure"),
            (&["skills", "trust"], &[], Some(40), "several-things"),
            (&["skills", "gone-from-the-list"], &[], None, ""),
        ] {
            let rule = criteria.decide(&with(barriers, asks), age).map_or("", |rule| rule.id.as_str());
            assert_eq!(rule, wanted, "{barriers:?} {asks:?} {age:?}");
        }
    }

    #[test]
    fn what_is_wrong_with_criteria_is_said() {
        let name = "name = { en = \"a\", cy = \"b\", ar = \"c\" }";
        let barrier = format!("edition = 1\n[[barrier]]\nid = \"cost\"\n{name}\n");
        for (text, said) in [
            (String::from("edition = 0\nbarrier = []\nrule = []"), "1 or more"),
            (format!("{barrier}[[rule]]\nid = \"r\"\nany = [\"costs\"]\n{name}"), "`costs`"),
            (format!("{barrier}[[rule]]\nid = \"r\"\nadjustments = [\"quiet\"]\n{name}"), "`quiet`"),
            (format!("{barrier}[[rule]]\nid = \"r\"\n{name}"), "everybody"),
            (format!("{barrier}[[rule]]\nid = \"r\"\nany = [\"cost\"]\nleast = 2\n{name}"), "never"),
            (format!("{barrier}[[rule]]\nid = \"cost\"\nany = [\"cost\"]\n{name}"), "twice"),
            (format!("{barrier}[[rule]]\nid = \"r\"\nany = [\"cost\"]\nname = {{ en = \"a\" }}"), "no name in cy"),
            (format!("{barrier}[[rule]]\nid = \"r\"\nall = [\"cost\"]\n{name}"), "all"),
        ] {
            let error = Criteria::read(&text).unwrap_err().to_string();
            assert!(error.contains(said), "{said}: {error}");
        }
    }
}
