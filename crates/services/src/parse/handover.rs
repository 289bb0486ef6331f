//! Reading `[[handover]]`.

use super::{identifier, known_outcomes, unique};
use crate::handover::Handover;
use crate::mistake::{did_you_mean, one_of};
use crate::model::Definition;
use crate::source::{Placed, Table};
use std::collections::BTreeSet;

/// The longest time until an answer, in hours: two weeks.
const LONGEST: i64 = 336;

/// Every system.
pub(super) fn all(root: &Table<'_>, definition: &Definition) -> Vec<Handover> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for table in root.tables("handover") {
        all.extend(one(&table, definition, &mut seen));
        table.finish();
    }
    all
}

fn one(table: &Table<'_>, definition: &Definition, seen: &mut BTreeSet<String>) -> Option<Handover> {
    let system = table.needed_text("system");
    table.needed("outcomes", "outcomes = [\"…\"]");
    let outcomes = table.texts("outcomes").map_or_else(Vec::new, |list| list.value);
    let kinds = table.texts("kinds").map_or_else(Vec::new, |list| list.value);
    table.needed("hours", "hours = 24");
    let hours = table.whole("hours");
    let flag = |name: &'static str| table.flag(name).is_some_and(|flag| flag.value);
    let (contact, at_opening) = (flag("contact"), flag("at_opening"));
    let (files, messages) = (flag("files"), flag("messages"));
    known_outcomes(table, definition, &outcomes);
    known_kinds(table, definition, &kinds);
    if let Some(hours) = hours.as_ref().filter(|hours| !(1..=LONGEST).contains(&hours.value)) {
        table.mistake(
            hours.at,
            format!("A system answers within 1 to {LONGEST} hours."),
            "Write the hours agreed with it: `hours = 24`.",
        );
    }
    let (system, hours) = (system?, hours?);
    identifier(table, &system, '-');
    unique(table, seen, &system);
    let values = |list: Vec<Placed<String>>| list.into_iter().map(|one| one.value).collect();
    Some(Handover {
        system: system.value,
        kinds: values(kinds),
        outcomes: values(outcomes),
        hours: hours.value,
        contact,
        at_opening,
        files,
        messages,
    })
}

fn known_kinds(table: &Table<'_>, definition: &Definition, kinds: &[Placed<String>]) {
    let question = definition.kind_question();
    let known = || question.iter().flat_map(|question| question.options()).map(String::as_str);
    for one in kinds.iter().filter(|one| !known().any(|kind| kind == one.value)) {
        let slip = did_you_mean(&one.value, known());
        let to_do = match question {
            Some(_) => format!("{slip}There are {}.", one_of(known())),
            None => "Its cases have no kinds: leave `kinds` out.".to_owned(),
        };
        table.mistake(one.at, format!("There is no kind `{}`.", one.value), to_do);
    }
}
