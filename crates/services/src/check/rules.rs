//! Decision tables: names outside the service, gaps, overlaps, and rows that can never fire.

use super::Check;
use crate::table::{Finding, Output, Table, coverage};

/// Notes everything wrong with every table.
pub(super) fn check(check: &mut Check<'_>) {
    let definition = check.definition;
    for table in &definition.tables {
        for row in &table.rows {
            match &row.then {
                Output::Team(team) => check.team(row.at, team),
                Output::Danger { duty, .. } => check.danger(row.at, duty),
                _ => {}
            }
        }
        for finding in coverage(table) {
            explain(check, table, &finding);
        }
    }
}

fn explain(check: &mut Check<'_>, table: &Table, finding: &Finding) {
    match finding {
        Finding::Shadowed { row, by } => {
            let rows: Vec<String> =
                by.iter().map(|row| format!("{} (line {})", row + 1, table.rows[*row].at.line)).collect();
            let what = format!(
                "Row {} of the table `{}` can never fire: row {} all it fits.",
                row + 1,
                table.id,
                match rows.as_slice() {
                    [one] => format!("{one} takes"),
                    several => format!("{} take", several.join(" and row ")),
                }
            );
            check.mistake(table.rows[*row].at, what, "Move it up, narrow the rows before it, or take it away.");
        }
        Finding::Gap { example } => {
            let what = format!("The table `{}` has no row for: {example}.", table.id);
            check.mistake(table.at, what, "Add a row for it, or end with `when = {}` for all the rest.");
        }
        Finding::Overlap { row, other, example } => {
            let line = table.rows[*other].at.line;
            let what = format!(
                "Rows {} and {} (line {line}) of the table `{}` both fit: {example}.",
                row + 1,
                other + 1,
                table.id
            );
            check.mistake(table.rows[*row].at, what, "Narrow one of them, or write `hit = \"first\"`.");
        }
        Finding::TooFine { input } => {
            let what = format!(
                "The table `{}` tells more than 128 values of `{}` apart.",
                table.id, table.inputs[*input].name
            );
            check.mistake(table.at, what, "Group them in a computed value first.");
        }
    }
}
