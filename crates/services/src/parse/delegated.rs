//! Reading `[[delegated]]`.

use super::{identifier, known_outcomes, note, unique};
use crate::delegated::Delegation;
use crate::expr::Compiler;
use crate::model::{Condition, Definition};
use crate::source::{Placed, Table};
use std::collections::BTreeSet;

/// The longest reference to a paragraph, in characters.
const LONGEST: usize = 60;

/// Every rule.
pub(super) fn all(root: &Table<'_>, definition: &Definition, compiler: &Compiler<'_>) -> Vec<Delegation> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for table in root.tables("delegated") {
        all.extend(rule(&table, definition, compiler, &mut seen));
        table.finish();
    }
    all
}

fn rule(
    table: &Table<'_>,
    definition: &Definition,
    compiler: &Compiler<'_>,
    ids: &mut BTreeSet<String>,
) -> Option<Delegation> {
    let (id, scheme) = (table.needed_text("id"), table.needed_text("scheme"));
    table.needed("outcomes", "outcomes = [\"…\"]");
    let outcomes = table.texts("outcomes").map_or_else(Vec::new, |list| list.value);
    let amount = table.whole("amount");
    let seen = table.texts("seen").map_or_else(Vec::new, |list| list.value);
    let when = table.text("when").and_then(|when| match compiler.condition(&when.value) {
        Ok(expr) => Some(Condition { expr, at: when.at }),
        Err(wrong) => {
            note(table, when.at, wrong);
            None
        }
    });
    known_outcomes(table, definition, &outcomes);
    for one in &seen {
        identifier(table, one, '-');
    }
    if let Some(amount) = amount.as_ref().filter(|amount| amount.value < 1) {
        table.mistake(
            amount.at,
            "The most money is in pence, and at least 1.",
            "Write `amount = 5000` for £50, or leave it out.",
        );
    }
    let (id, scheme) = (id?, scheme?);
    identifier(table, &id, '-');
    unique(table, ids, &id);
    if scheme.value.trim().is_empty() || scheme.value.chars().count() > LONGEST {
        table.mistake(
            scheme.at,
            "`scheme` names the paragraph of the scheme of delegation.",
            "Write it as people cite it, like `scheme = \"4.2 (b)\"`.",
        );
    }
    let values = |list: Vec<Placed<String>>| list.into_iter().map(|one| one.value).collect();
    Some(Delegation {
        id: id.value,
        outcomes: values(outcomes),
        scheme: scheme.value,
        amount: amount.map(|amount| amount.value),
        seen: values(seen),
        when,
    })
}
