//! Days: three fields, or one in whatever way people write a day.

use super::number::plain_digits;
use super::{Read, Wrong, fault};
use crate::answers::Answer;
use crate::model::{DateLimit, Unit};
use jiff::civil::Date;
use kit::form::{self, Form};

/// Months by name, the first three letters enough where they are plain, by language.
const MONTHS: [[&str; 12]; 3] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "ionawr",
        "chwefror",
        "mawrth",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
    ],
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
];

/// Reads `<id>-day`, `<id>-month`, `<id>-year`, or `<id>` alone.
pub(super) fn date(form: &Form, id: &str, today: Date, limits: (Option<DateLimit>, Option<DateLimit>)) -> Read {
    let mut parts = Vec::new();
    for suffix in ["-day", "-month", "-year"] {
        match form::line(form.value(&format!("{id}{suffix}")), 40) {
            Ok(text) => parts.push(plain_digits(&text)),
            Err(form::Fault::Empty) => parts.push(String::new()),
            Err(wrong) => return fault(wrong).map_err(|wrong| wrong.at(suffix)),
        }
    }
    if parts.iter().all(String::is_empty) {
        parts = match form::line(form.value(id), 60) {
            Ok(text) => split(&plain_digits(&text)),
            Err(wrong) => return fault(wrong),
        };
    }
    let [day, month, year] = <[String; 3]>::try_from(parts).map_err(|_| unreal())?;
    let day = checked(&day, &month, &year)?;
    within(day, today, limits)?;
    Ok(Some(Answer::Date(day)))
}

/// "1/3/2026", "1st March 2026" or "2026-03-01" as day, month, year.
fn split(text: &str) -> Vec<String> {
    let pieces = text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ','));
    let mut parts: Vec<String> =
        pieces.filter(|piece| !piece.is_empty() && *piece != "of").map(str::to_owned).collect();
    if parts.len() == 3 && parts[0].len() == 4 && parts[0].bytes().all(|byte| byte.is_ascii_digit()) {
        parts.reverse();
    }
    parts
}

fn unreal() -> Wrong {
    Wrong::new("not-known", "services-error-date-unreal").at("-day")
}

fn checked(day: &str, month: &str, year: &str) -> Result<Date, Wrong> {
    let lacks = |key, field| Err(Wrong::new("missing", key).at(field));
    if day.is_empty() {
        return lacks("services-error-date-day", "-day");
    }
    if month.is_empty() {
        return lacks("services-error-date-month", "-month");
    }
    if year.is_empty() {
        return lacks("services-error-date-year", "-year");
    }
    let day = day_number(day).ok_or_else(unreal)?;
    let month = month_number(month).ok_or_else(|| unreal().at("-month"))?;
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Wrong::new("not-known", "services-error-date-year-digits").at("-year"));
    }
    let year = year.parse().map_err(|_| unreal().at("-year"))?;
    Date::new(year, month, day).map_err(|_| unreal())
}

/// "1", "01", "1st".
fn day_number(text: &str) -> Option<i8> {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = text[digits.len()..].to_lowercase();
    let ordinal = ["", "st", "nd", "rd", "th", "af", "ail", "ydd", "fed", "eg", "ed", "ain"].contains(&ending.as_str());
    digits.parse().ok().filter(|_| ordinal)
}

/// "3", "03", "March", "mar", "Mawrth", "مارس".
fn month_number(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let typed = text.trim_end_matches('.').to_lowercase();
    let named = |month: &&str| **month == typed || (typed.chars().count() >= 3 && month.starts_with(&typed));
    let place = MONTHS.iter().find_map(|months| months.iter().position(named))?;
    i8::try_from(place + 1).ok()
}

fn within(day: Date, today: Date, (min, max): (Option<DateLimit>, Option<DateLimit>)) -> Result<(), Wrong> {
    let wrong = |what, key, name, limit: Date| Err(Wrong::new(what, key).at("-day").with(name, said(limit)));
    match (min.map(|limit| limit.on(today)), max.map(|limit| limit.on(today))) {
        (Some(min), _) if day < min => wrong("too-early", "services-error-too-early", "min", min),
        (_, Some(max)) if day > max => wrong("too-late", "services-error-too-late", "max", max),
        _ => Ok(()),
    }
}

/// A day in figures, which every language reads: 01/03/2026.
fn said(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

impl DateLimit {
    /// The day this means when today is `today`; the far past or future when it is out of range.
    pub fn on(self, today: Date) -> Date {
        match self {
            DateLimit::Day(day) => day,
            DateLimit::FromToday(count, unit) => {
                let span = match unit {
                    Unit::Days => jiff::Span::new().try_days(count),
                    Unit::Months => jiff::Span::new().try_months(count),
                    Unit::Years => jiff::Span::new().try_years(count),
                };
                span.map_or(if count < 0 { Date::MIN } else { Date::MAX }, |span| today.saturating_add(span))
            }
        }
    }
}
