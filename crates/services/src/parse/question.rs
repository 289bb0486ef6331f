//! Reading `[[question]]`.

use super::{count, identifier, unique};
use crate::attached::Attachments;
use crate::mistake::{did_you_mean, one_of};
use crate::model::{DateLimit, Kind, Question, Unit};
use crate::source::{Placed, Table};
use kit::files::Takes;
use std::collections::BTreeSet;

const TYPES: [&str; 16] = [
    "text",
    "long-text",
    "choice",
    "choices",
    "yes-no",
    "date",
    "number",
    "money",
    "email",
    "phone",
    "person-name",
    "address",
    "postcode",
    "plate",
    "place",
    "file",
];
/// Files of one question.
const MOST_FILES: u32 = 10;
/// Nobody reads more than this; it also bounds what a draft can weigh.
const LONGEST: u32 = 10_000;

/// Every question of the file. Which page it is on is set later.
pub(super) fn all(root: &Table<'_>) -> Vec<Question> {
    let mut seen = BTreeSet::new();
    let mut questions = Vec::new();
    for table in root.tables("question") {
        if let Some(question) = read(&table) {
            unique(&table, &mut seen, &Placed { value: question.id.clone(), at: question.at });
            questions.push(question);
        }
        table.finish();
    }
    questions
}

fn read(table: &Table<'_>) -> Option<Question> {
    let id = table.needed_text("id");
    let kind = table.needed_text("type").and_then(|written| kind(table, &written));
    let required = table.flag("required").is_none_or(|flag| flag.value);
    let sensitive = table.flag("sensitive").is_some_and(|flag| flag.value);
    let autocomplete = table.text("autocomplete").map(|text| text.value);
    let (id, kind) = (id?, kind?);
    identifier(table, &id, '_');
    if id.value == "today" {
        table.mistake(id.at, "`today` is the day the answers are looked at.", "Give the question another name.");
    }
    let autocomplete = autocomplete.or_else(|| usual_autocomplete(&kind).map(str::to_owned));
    Some(Question { id: id.value, kind, required, sensitive, autocomplete, page: usize::MAX, show: None, at: id.at })
}

fn usual_autocomplete(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Email => Some("email"),
        Kind::Phone => Some("tel"),
        Kind::PersonName => Some("name"),
        Kind::Postcode => Some("postal-code"),
        _ => None,
    }
}

fn kind(table: &Table<'_>, written: &Placed<String>) -> Option<Kind> {
    Some(match written.value.as_str() {
        "text" => Kind::Text { max_length: length(table, 200), pattern: pattern(table) },
        "long-text" => Kind::LongText { max_length: length(table, 2000) },
        "choice" => Kind::Choice { options: options(table) },
        "choices" => choices(table),
        "yes-no" => Kind::YesNo,
        "date" => Kind::Date { min: day(table, "min"), max: day(table, "max") },
        "number" => {
            let (min, max) = limits(table);
            Kind::Number { min, max }
        }
        "money" => {
            let (min, max) = limits(table);
            Kind::Money { min, max }
        }
        "email" => Kind::Email,
        "phone" => Kind::Phone,
        "person-name" => Kind::PersonName,
        "address" => Kind::Address,
        "postcode" => Kind::Postcode,
        "plate" => Kind::Plate,
        "place" => Kind::Place,
        "file" => Kind::File(Attachments { most: files(table), takes: takes(table) }),
        other => {
            let slip = did_you_mean(other, TYPES);
            table.mistake(
                written.at,
                format!("There is no question type `{other}`."),
                format!("{slip}The types are {}.", one_of(TYPES)),
            );
            return None;
        }
    })
}

fn length(table: &Table<'_>, usual: u32) -> usize {
    let written = table.whole("max_length");
    let at = written.as_ref().map_or(table.at, |number| number.at);
    let length = count(table, written, usual);
    if length == 0 || length > LONGEST {
        table.mistake(
            at,
            format!("An answer cannot be {length} characters long."),
            format!("Write a number from 1 to {LONGEST}."),
        );
    }
    length as usize
}

fn files(table: &Table<'_>) -> usize {
    let written = table.whole("most");
    let at = written.as_ref().map_or(table.at, |number| number.at);
    let most = count(table, written, MOST_FILES);
    if most == 0 || most > MOST_FILES {
        table.mistake(
            at,
            format!("Nobody can attach {most} files."),
            format!("Write a number from 1 to {MOST_FILES}."),
        );
    }
    most as usize
}

fn takes(table: &Table<'_>) -> Takes {
    let Some(kinds) = table.texts("kinds") else { return Takes { photos: true, pdf: true } };
    for kind in kinds.value.iter().filter(|kind| !["photo", "pdf"].contains(&kind.value.as_str())) {
        let slip = did_you_mean(&kind.value, ["photo", "pdf"]);
        table.mistake(
            kind.at,
            format!("There is no kind of file `{}`.", kind.value),
            format!("{slip}The kinds are {}.", one_of(["photo", "pdf"])),
        );
    }
    let named = |name: &str| kinds.value.iter().any(|kind| kind.value == name);
    if kinds.value.is_empty() {
        table.mistake(kinds.at, "No kind of file is taken.", "Name `photo`, `pdf` or both.");
    }
    Takes { photos: named("photo"), pdf: named("pdf") }
}

fn pattern(table: &Table<'_>) -> Vec<String> {
    let shapes = table.texts("pattern").map_or_else(Vec::new, |list| list.value);
    for shape in &shapes {
        if shape.value != crate::read::REFERENCE && !shape.value.contains(['9', 'A']) {
            table.mistake(
                shape.at,
                format!("The shape `{}` leaves nothing to fill in.", shape.value),
                "Use `9` for a digit and `A` for a letter, or `reference` for a reference of the council's.",
            );
        }
    }
    shapes.into_iter().map(|shape| shape.value).collect()
}

fn options(table: &Table<'_>) -> Vec<String> {
    table.needed("options", "options = [\"one\", \"two\"]");
    let Some(list) = table.texts("options") else { return Vec::new() };
    if list.value.len() < 2 {
        table.mistake(list.at, "There is nothing to choose from.", "Give at least two options, or ask yes or no.");
    }
    let mut seen = BTreeSet::new();
    for option in &list.value {
        identifier(table, option, '-');
        if ["null", "answered", "yes", "no"].contains(&option.value.as_str()) {
            table.mistake(
                option.at,
                format!("`{}` has a meaning of its own in tables.", option.value),
                "Give the option another name.",
            );
        }
        if !seen.insert(option.value.clone()) {
            table.mistake(option.at, format!("The option `{}` is here twice.", option.value), "Keep one of them.");
        }
    }
    list.value.into_iter().map(|option| option.value).collect()
}

fn choices(table: &Table<'_>) -> Kind {
    let options = options(table);
    let exclusive = table.text("exclusive");
    if let Some(one) = exclusive.as_ref().filter(|one| !options.contains(&one.value)) {
        table.mistake(
            one.at,
            format!("There is no option `{}`.", one.value),
            format!("The options are {}.", one_of(options.iter().map(String::as_str))),
        );
    }
    Kind::Choices { options, exclusive: exclusive.map(|one| one.value) }
}

fn limits(table: &Table<'_>) -> (Option<i64>, Option<i64>) {
    let (min, max) = (table.whole("min"), table.whole("max"));
    if let (Some(min), Some(max)) = (&min, &max)
        && min.value > max.value
    {
        table.mistake(max.at, format!("`max` {} is below `min` {}.", max.value, min.value), "Swap them.");
    }
    (min.map(|number| number.value), max.map(|number| number.value))
}

fn day(table: &Table<'_>, key: &'static str) -> Option<DateLimit> {
    let written = table.text(key)?;
    let limit = read_day(&written.value);
    if limit.is_none() {
        table.mistake(
            written.at,
            format!("`{}` is not a day.", written.value),
            "Write \"today\", \"-28 days\", \"+3 months\", \"-2 years\" or \"2026-04-01\".",
        );
    }
    limit
}

fn read_day(text: &str) -> Option<DateLimit> {
    if text == "today" {
        return Some(DateLimit::FromToday(0, Unit::Days));
    }
    if let Ok(day) = text.parse() {
        return Some(DateLimit::Day(day));
    }
    let (number, unit) = text.split_once(' ')?;
    if !number.starts_with(['+', '-']) {
        return None;
    }
    let unit = match unit {
        "day" | "days" => Unit::Days,
        "month" | "months" => Unit::Months,
        "year" | "years" => Unit::Years,
        _ => return None,
    };
    Some(DateLimit::FromToday(number.parse().ok()?, unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn limits_of_dates_are_counted_from_today() {
        let today = date(2026, 3, 31);
        let on = |text: &str| read_day(text).map(|limit| limit.on(today));
        assert_eq!(on("today"), Some(today));
        assert_eq!(on("-28 days"), Some(date(2026, 3, 3)));
        assert_eq!(on("-1 month"), Some(date(2026, 2, 28)));
        assert_eq!(on("+1 year"), Some(date(2027, 3, 31)));
        assert_eq!(on("2026-04-01"), Some(date(2026, 4, 1)));
        assert_eq!(on("3 days"), None);
        assert_eq!(on("soon"), None);
    }
}
