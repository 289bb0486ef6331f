//! Reading `[[compute]]` and `[[table]]`.

use super::{allowed, identifier, note, service, unique};
use crate::expr::{Compiler, Expr, Type};
use crate::mistake::{At, did_you_mean, one_of};
use crate::model::{Definition, Kind, Priority, Question};
use crate::source::{Placed, Table as Toml};
use crate::table::{Domain, Hit, Input, Output, Purpose, Row, Table, Test};
use std::collections::BTreeSet;

/// Computed values as they are written: name, expression, place.
pub(super) fn raw_computes(root: &Toml<'_>, questions: &[Question]) -> Vec<(String, String, At)> {
    let mut seen: BTreeSet<String> = questions.iter().map(|question| question.id.clone()).collect();
    let mut all = Vec::new();
    for table in root.tables("compute") {
        let (id, value) = (table.needed_text("id"), table.needed_text("value"));
        if let (Some(id), Some(value)) = (id, value) {
            identifier(&table, &id, '_');
            unique(&table, &mut seen, &id);
            all.push((id.value, value.value, value.at));
        }
        table.finish();
    }
    all
}

/// Every decision table.
pub(super) fn tables(root: &Toml<'_>, definition: &Definition, compiler: &Compiler<'_>) -> Vec<Table> {
    let mut seen = BTreeSet::new();
    let mut purposes = Vec::new();
    let mut all = Vec::new();
    for toml in root.tables("table") {
        let Some(table) = table(&toml, definition, compiler) else {
            toml.finish();
            continue;
        };
        unique(&toml, &mut seen, &Placed { value: table.id.clone(), at: table.at });
        if table.purpose != Purpose::Value && purposes.contains(&table.purpose) {
            toml.mistake(
                table.at,
                "There are two tables for the same purpose.",
                "Keep one; a case has one team, one promise, one priority.",
            );
        }
        purposes.push(table.purpose);
        all.push(table);
        toml.finish();
    }
    all
}

fn table(toml: &Toml<'_>, definition: &Definition, compiler: &Compiler<'_>) -> Option<Table> {
    let id = toml.needed_text("id");
    let purposes = [
        ("promise", Purpose::Promise),
        ("team", Purpose::Team),
        ("priority", Purpose::Priority),
        ("stop", Purpose::Stop),
        ("value", Purpose::Value),
    ];
    let purpose = toml.needed_text("for").and_then(|word| allowed(toml, &word, &purposes));
    let hit = toml
        .needed_text("hit")
        .and_then(|word| allowed(toml, &word, &[("first", Hit::First), ("unique", Hit::Unique)]));
    toml.needed("inputs", "inputs = [\"…\"]");
    let inputs = toml.texts("inputs").map_or_else(Vec::new, |list| list.value);
    let known: Vec<Input> = inputs.iter().filter_map(|name| input(toml, name, definition, compiler)).collect();
    let rows = toml.tables("row");
    if rows.is_empty() {
        toml.mistake(toml.at, "The table has no row.", "Add `[[table.row]]` with `when`, `then` and `reason`.");
    }
    let (id, purpose, hit) = (id?, purpose?, hit?);
    identifier(toml, &id, '-');
    let every_input_known = known.len() == inputs.len();
    let rows = rows.into_iter().filter_map(|toml| row(toml, &known, purpose, every_input_known)).collect();
    Some(Table { id: id.value, purpose, hit, inputs: known, rows, at: id.at })
}

fn input(toml: &Toml<'_>, name: &Placed<String>, definition: &Definition, compiler: &Compiler<'_>) -> Option<Input> {
    let Some((expr, kind)) = compiler.find(&name.value) else {
        let names: Vec<&str> = compiler.names().collect();
        let slip = did_you_mean(&name.value, names.iter().copied());
        toml.mistake(
            name.at,
            format!("There is no question or computed value `{}`.", name.value),
            format!("{slip}There are {}.", one_of(names)),
        );
        return None;
    };
    let limits = match &expr {
        Expr::Question(index) => match definition.questions[*index].kind {
            Kind::Number { min, max } | Kind::Money { min, max } => {
                Some((min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX)))
            }
            _ => None,
        },
        _ => None,
    };
    // Options keep the order of the question, which is the order examples are looked for.
    let domain = match &expr {
        Expr::Question(index) if matches!(kind, Type::OneOf(_)) => {
            Domain::Options(definition.questions[*index].options().to_vec())
        }
        _ => Domain::of(&kind, limits),
    };
    Some(Input { name: name.value.clone(), expr, domain })
}

fn row(toml: Toml<'_>, inputs: &[Input], purpose: Purpose, every_input_known: bool) -> Option<Row> {
    let mut tests = vec![Test::Any; inputs.len()];
    toml.needed("when", "when = {}");
    if let Some(when) = toml.table("when") {
        for (name, cell) in when.open_texts() {
            match inputs.iter().position(|input| input.name == name.value) {
                Some(index) => match Test::read(&cell.value, &inputs[index].domain) {
                    Ok(test) => tests[index] = test,
                    Err(wrong) => note(&toml, cell.at, wrong),
                },
                None if every_input_known => {
                    let names = || inputs.iter().map(|input| input.name.as_str());
                    let slip = did_you_mean(&name.value, names());
                    toml.mistake(
                        name.at,
                        format!("`{}` is not an input of this table.", name.value),
                        format!("{slip}Add it to `inputs`, or use {}.", one_of(names())),
                    );
                }
                None => {}
            }
        }
    }
    toml.needed("then", "then = { … }");
    let then = toml.table("then").and_then(|table| {
        let then = then(&table, purpose);
        table.finish();
        then
    });
    let reason = toml.needed_text("reason");
    if let Some(reason) = reason.as_ref().filter(|reason| !reason.value.starts_with("reason-")) {
        toml.mistake(
            reason.at,
            format!("The reason `{}` does not begin with `reason-`.", reason.value),
            "Reasons are words: name one like `reason-deep`.",
        );
    }
    let at = toml.at;
    toml.finish();
    Some(Row { tests, then: then?, reason: reason?.value, at })
}

fn then(table: &Toml<'_>, purpose: Purpose) -> Option<Output> {
    let priorities =
        [("low", Priority::Low), ("normal", Priority::Normal), ("high", Priority::High), ("urgent", Priority::Urgent)];
    match purpose {
        Purpose::Promise => {
            table.needed_text("within").and_then(|text| service::within(table, &text)).map(Output::Promise)
        }
        Purpose::Team => table.needed_text("team").map(|team| Output::Team(team.value)),
        Purpose::Priority => {
            table.needed_text("priority").and_then(|word| allowed(table, &word, &priorities)).map(Output::Priority)
        }
        Purpose::Value => {
            table.needed("value", "value = \"…\"");
            table.text_or_whole("value").map(|value| Output::Value(value.value))
        }
        Purpose::Stop => stop(table),
    }
}

fn stop(table: &Toml<'_>) -> Option<Output> {
    let word = table.needed_text("stop")?;
    let to = |table: &Toml<'_>| {
        let to = table.needed_text("to")?;
        if !to.value.starts_with("to-") {
            table.mistake(
                to.at,
                format!("`{}` does not begin with `to-`.", to.value),
                "It is a key of the words: name it like `to-other-council`.",
            );
        }
        Some(to.value)
    };
    match word.value.as_str() {
        "no" => Some(Output::CarryOn),
        "danger" => {
            let carry_on = table.flag("carry_on").is_some_and(|flag| flag.value);
            Some(Output::Danger { duty: table.needed_text("duty")?.value, carry_on })
        }
        "not-ours" => Some(Output::NotOurs { to: to(table)? }),
        "pass-on" => Some(Output::PassOn { to: to(table)? }),
        _ => allowed(table, &word, &[("no", ()), ("danger", ()), ("not-ours", ()), ("pass-on", ())])
            .map(|()| Output::CarryOn),
    }
}
