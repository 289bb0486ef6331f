//! Words: Fluent messages by language and key. Messages without variables are formatted once, at start.

use crate::error::{Error, Result};
use crate::lang::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::collections::HashMap;

/// A file of words: its language, its name for error messages, its text.
#[derive(Debug, Clone)]
pub struct WordsFile {
    /// The language of the words.
    pub lang: Lang,
    /// Where they come from.
    pub name: String,
    /// Fluent text.
    pub text: String,
}

/// All words of all languages.
pub struct Words(Vec<(Lang, Language)>);

struct Language {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(lang, l)| (lang.tag, l.plain.len()))).finish()
    }
}

impl Words {
    /// Reads the files; a later file overrides an earlier one, so a council's own words win.
    pub fn load(files: &[WordsFile]) -> Result<Words> {
        let mut all = Vec::new();
        for lang in Lang::ALL.into_iter().chain(Lang::MORE) {
            let mut of_lang = Language::empty(lang)?;
            for file in files.iter().filter(|f| f.lang == lang) {
                of_lang.add(file)?;
            }
            of_lang.format_plain();
            all.push((lang, of_lang));
        }
        Ok(Words(all))
    }

    fn language(&self, lang: Lang) -> Option<&Language> {
        self.0.iter().find(|(l, _)| *l == lang).map(|(_, language)| language)
    }

    /// True when the language itself has this key.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.language(lang).is_some_and(|l| l.bundle.has_message(key))
    }

    /// The words of a message without variables; English where the language lacks it, the key where nobody has it.
    pub fn get<'a>(&'a self, lang: Lang, key: &'a str) -> &'a str {
        let found = |lang| self.language(lang).and_then(|l| l.plain.get(key));
        found(lang).or_else(|| found(Lang::EN)).map_or(key, String::as_str)
    }

    /// The words of a message with variables. Numbers given as numbers choose the plural form.
    pub fn with(&self, lang: Lang, key: &str, values: &[(&str, Arg<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, if lang.dir == "rtl" { unbroken(&value.0) } else { value.0.clone() });
        }
        let format = |lang| self.language(lang)?.format(key, &args);
        format(lang).or_else(|| format(Lang::EN)).unwrap_or_else(|| key.to_owned())
    }
}

/// A telephone number whose groups stay in their order among words from the right: with spaces that do not break.
fn unbroken<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+');
    match value {
        FluentValue::String(text) if text.contains(' ') && text.chars().all(is_of_number) => {
            FluentValue::String(text.replace(' ', "\u{a0}").into())
        }
        other => other.clone(),
    }
}

/// The value of a variable in a message.
#[derive(Debug, Clone)]
pub struct Arg<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(v: &'a str) -> Self {
        Arg(FluentValue::String(Cow::Borrowed(v)))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(v: &'a String) -> Self {
        Arg(FluentValue::String(Cow::Borrowed(v)))
    }
}

impl From<String> for Arg<'_> {
    fn from(v: String) -> Self {
        Arg(FluentValue::String(Cow::Owned(v)))
    }
}

impl From<i64> for Arg<'_> {
    fn from(v: i64) -> Self {
        Arg(FluentValue::from(v))
    }
}

impl From<usize> for Arg<'_> {
    fn from(v: usize) -> Self {
        Arg(FluentValue::from(v as i64))
    }
}

/// `TREIGLAD($date)`: a Welsh date where a word before it softens it, "tan ddydd Sul" of "dydd Sul".
fn softened<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match given.first() {
        Some(FluentValue::String(date)) if date.starts_with("dydd ") => FluentValue::String(format!("d{date}").into()),
        other => other.cloned().unwrap_or(FluentValue::Error),
    }
}

impl Language {
    fn empty(lang: Lang) -> Result<Language> {
        let tag = lang.tag.parse().map_err(|_| Error::internal(format!("{} is no language tag", lang.tag)))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Directions are kept apart by <bdi> in the templates, so no invisible marks in the words.
        bundle.set_use_isolating(false);
        bundle.add_function("TREIGLAD", softened).map_err(Error::internal)?;
        Ok(Language { bundle, plain: HashMap::new() })
    }

    fn add(&mut self, file: &WordsFile) -> Result<()> {
        let resource = FluentResource::try_new(file.text.clone()).map_err(|(resource, errors)| {
            let first = errors.first().map(|e| {
                let line = resource.source()[..e.pos.start.min(resource.source().len())].lines().count();
                format!("line {line}: {e}")
            });
            Error::internal(format!("{}: {}", file.name, first.unwrap_or_default()))
        })?;
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                self.plain.insert(message.id.name.to_owned(), String::new());
            }
        }
        self.bundle.add_resource_overriding(resource);
        Ok(())
    }

    fn format_plain(&mut self) {
        let keys: Vec<String> = self.plain.drain().map(|(key, _)| key).collect();
        for key in keys {
            let Some(pattern) = self.bundle.get_message(&key).and_then(|m| m.value()) else { continue };
            let mut errors = Vec::new();
            let words = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
            if errors.is_empty() {
                self.plain.insert(key, words);
            }
        }
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let file = |lang, text: &str| WordsFile { lang, name: "test.ftl".into(), text: text.into() };
        Words::load(&[
            file(
                Lang::EN,
                "hello = Hello\ndays = { $n ->\n    [one] one day\n   *[other] { $n } days\n }\nonly = English only\n",
            ),
            file(Lang::CY, "hello = Helo\ndays = { $n ->\n    [two] deuddydd\n   *[other] { $n } diwrnod\n }\n"),
            file(Lang::CY, "hello = Shwmae\n"),
        ])
        .unwrap()
    }

    #[test]
    fn later_files_win_and_english_stands_in() {
        let words = words();
        assert_eq!(words.get(Lang::CY, "hello"), "Shwmae");
        assert_eq!(words.get(Lang::CY, "only"), "English only");
        assert_eq!(words.get(Lang::CY, "nobody-has-it"), "nobody-has-it");
    }

    #[test]
    fn plurals_follow_the_language() {
        let words = words();
        assert_eq!(words.with(Lang::EN, "days", &[("n", 1i64.into())]), "one day");
        assert_eq!(words.with(Lang::CY, "days", &[("n", 2i64.into())]), "deuddydd");
    }

    #[test]
    fn a_welsh_day_is_softened_where_the_words_ask_for_it() {
        let text = "by = erbyn { $day }\nuntil = tan { TREIGLAD($day) }\n".to_owned();
        let words = Words::load(&[WordsFile { lang: Lang::CY, name: "test.ftl".into(), text }]).unwrap();
        let day = |key, day: &str| words.with(Lang::CY, key, &[("day", day.into())]);
        assert_eq!(day("by", "dydd Sul 1 Mawrth 2026"), "erbyn dydd Sul 1 Mawrth 2026");
        assert_eq!(day("until", "dydd Sul 1 Mawrth 2026"), "tan ddydd Sul 1 Mawrth 2026");
        assert_eq!(day("until", "1 Mawrth 2026"), "tan 1 Mawrth 2026");
    }

    #[test]
    fn the_groups_of_a_number_stay_in_their_order_among_words_from_the_right() {
        let text = |lang| WordsFile { lang, name: "test.ftl".into(), text: "ring = { $phone }\n".into() };
        let words = Words::load(&[text(Lang::EN), text(Lang::AR)]).unwrap();
        let ring = |lang, phone: &str| words.with(lang, "ring", &[("phone", phone.into())]);
        assert_eq!(ring(Lang::EN, "01632 960100"), "01632 960100");
        assert_eq!(ring(Lang::AR, "01632 960100"), "01632\u{a0}960100");
        assert_eq!(ring(Lang::AR, "1 Mill Road"), "1 Mill Road");
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let broken = WordsFile { lang: Lang::EN, name: "x.ftl".into(), text: "good = yes\nbad line\n".into() };
        assert!(Words::load(&[broken]).unwrap_err().to_string().contains("x.ftl: line"));
    }
}
