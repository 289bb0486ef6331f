//! Adjustments in words, the same for the resident and for staff.

use super::{Ask, LANGUAGES, Passport};
use kit::Lang;
use kit::words::Words;
use serde::Serialize;

/// An hour of the day as it is said in this language: "14:00".
pub fn hour(lang: Lang, hour: i8) -> String {
    let day = jiff::civil::date(2026, 1, 15).at(hour, 0, 0, 0);
    let zone = kit::lang::local(0).time_zone().clone();
    day.to_zoned(zone).map_or_else(|_| hour.to_string(), |at| lang.time(at.timestamp().as_microsecond()))
}

/// What was asked for, in one line.
pub fn line(words: &Words, lang: Lang, ask: Ask, value: &str) -> String {
    let said = |name: &str, value: String| {
        words.with(lang, &format!("residents-needs-line-{}", ask.code()), &[(name, value.into())])
    };
    match ask {
        Ask::LargePrint | Ask::NoCalls | Ask::SignLanguage => said("none", String::new()),
        Ask::CallsAfter => said("hour", value.parse().map_or_else(|_| value.to_owned(), |at| hour(lang, at))),
        Ask::Interpreter => said("language", language(words, lang, value)),
        Ask::WriteTo => said("address", value.replace('\n', ", ")),
        Ask::CopyTo => said("whom", value.replace('\n', ", ")),
        Ask::Channel => words.get(lang, &format!("residents-needs-only-{value}")).to_owned(),
    }
}

/// A language as its speakers call it, and as the reader does.
pub(super) fn language(words: &Words, lang: Lang, tag: &str) -> String {
    let own = LANGUAGES.iter().find(|(code, _)| *code == tag).map_or(tag, |(_, name)| *name);
    let key = format!("residents-needs-lang-{tag}");
    let theirs = words.get(lang, &key);
    if theirs == own { own.to_owned() } else { format!("{own} ({theirs})") }
}

/// Everything that was asked for, a line each.
pub fn lines(words: &Words, lang: Lang, passport: &Passport) -> Vec<String> {
    let one = |ask: Ask| Some(line(words, lang, ask, passport.value(ask)?));
    passport.adjustments().into_iter().filter_map(one).collect()
}

/// The same for whoever has not opened the record: where letters go, and who gets a copy, is not told to somebody who rings and
/// knows a name.
pub fn outline(words: &Words, lang: Lang, passport: &Passport) -> Vec<String> {
    let one = |ask: Ask| Some(outlined(words, lang, ask, passport.value(ask)?));
    passport.adjustments().into_iter().filter_map(one).collect()
}

/// What was asked for, in one line, for whoever has not opened the record.
pub fn outlined(words: &Words, lang: Lang, ask: Ask, value: &str) -> String {
    match ask {
        Ask::WriteTo => words.get(lang, "residents-desk-needs-write-to").to_owned(),
        Ask::CopyTo => words.get(lang, "residents-desk-needs-copy-to").to_owned(),
        _ => line(words, lang, ask, value),
    }
}

/// That somebody is not to be rung, as it stands beside their number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotRung {
    /// At no hour at all.
    pub never: bool,
    /// What they asked for, in words.
    pub why: String,
    /// What to do instead, in words; empty where they may be rung later.
    pub instead: String,
}

/// Whether somebody is not to be rung at this hour of the day, and what they asked for instead: the one way they chose, else by email
/// where an address is known.
pub fn not_rung(words: &Words, lang: Lang, passport: &Passport, has_email: bool, now: i8) -> Option<NotRung> {
    let never = passport.asks(Ask::NoCalls);
    let why = call_words(words, lang, passport, now)?;
    let way = match passport.value(Ask::Channel) {
        Some(way @ ("email" | "text" | "letter")) => way,
        _ if has_email => "email",
        _ => "any",
    };
    let instead =
        if never { words.get(lang, &format!("residents-desk-instead-{way}")).to_owned() } else { String::new() };
    Some(NotRung { never, why, instead })
}

/// Why nobody is to ring them at this hour of the day; nothing where they may be rung.
pub fn call_words(words: &Words, lang: Lang, passport: &Passport, now: i8) -> Option<String> {
    use super::obey::{Act, Owed, owed};
    owed(passport, Act::Rang, now).into_iter().find_map(|one| match one {
        Owed::NotAtAll(ask) => Some(line(words, lang, ask, passport.value(ask)?)),
        Owed::Done(_) => None,
    })
}
