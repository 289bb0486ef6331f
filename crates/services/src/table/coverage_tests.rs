//! Coverage against a slow check of every combination.

use super::super::{Output, Purpose, Row};
use super::*;
use crate::expr::{Expr, Value};
use crate::mistake::At;

fn input(name: &str, domain: Domain) -> Input {
    Input { name: name.into(), expr: Expr::Null, domain }
}

fn table(hit: Hit, inputs: Vec<Input>, rows: &[&[&str]]) -> Table {
    let read = |cells: &&[&str]| Row {
        tests: cells
            .iter()
            .zip(&inputs)
            .map(|(cell, input)| Test::read(cell, &input.domain).expect("a test"))
            .collect(),
        then: Output::CarryOn,
        reason: String::new(),
        at: At::default(),
    };
    let rows = rows.iter().map(read).collect();
    Table { id: "t".into(), purpose: Purpose::Value, hit, inputs, rows, at: At::default() }
}

fn kind_and_depth() -> Vec<Input> {
    vec![input("kind", Domain::Options(vec!["hole".into(), "tree".into()])), input("depth", Domain::Numbers(0, 20))]
}

#[test]
fn a_whole_table_has_no_finding() {
    let whole =
        table(Hit::First, kind_and_depth(), &[&["= hole", ">= 5"], &["= hole", "-"], &["in [tree, null]", "-"]]);
    assert_eq!(coverage(&whole), []);
}

#[test]
fn a_gap_is_shown_by_an_example() {
    let gap = table(
        Hit::First,
        kind_and_depth(),
        &[&["= hole", ">= 5"], &["= hole", "[0..3]"], &["= tree", "-"], &["= null", "-"]],
    );
    assert_eq!(coverage(&gap), [Finding::Gap { example: "kind = hole, depth = 4".into() }]);
}

#[test]
fn an_unanswered_question_is_a_gap_of_its_own() {
    let gap = table(Hit::First, vec![input("urgent", Domain::YesNo)], &[&["= yes"], &["= no"]]);
    assert_eq!(coverage(&gap), [Finding::Gap { example: "urgent = null".into() }]);
}

#[test]
fn a_row_may_be_shadowed_by_several_together() {
    let rows: &[&[&str]] = &[&["-", "< 5"], &["-", "= null"], &["-", ">= 5"], &["= hole", "[2..9]"]];
    let shadowed = table(Hit::First, kind_and_depth(), rows);
    assert_eq!(coverage(&shadowed), [Finding::Shadowed { row: 3, by: vec![0, 2] }]);
}

#[test]
fn two_rows_that_fit_the_same_are_an_overlap_only_under_unique() {
    let rows: &[&[&str]] = &[&["= hole", "-"], &["-", ">= 5"], &["-", "-"]];
    assert_eq!(coverage(&table(Hit::First, kind_and_depth(), rows)), []);
    let found = coverage(&table(Hit::Unique, kind_and_depth(), rows));
    assert_eq!(found[0], Finding::Overlap { row: 1, other: 0, example: "kind = hole, depth = 5 to 20".into() });
}

#[test]
fn the_ends_of_all_numbers_are_covered() {
    let all = vec![input("n", Domain::Numbers(i64::MIN, i64::MAX))];
    let two = table(Hit::Unique, all.clone(), &[&["answered"], &["= null"]]);
    assert_eq!(coverage(&two), []);
    let hole = table(Hit::Unique, all, &[&["< 0"], &["> 0"], &["= null"]]);
    assert_eq!(coverage(&hole), [Finding::Gap { example: "n = 0".into() }]);
}

/// A small generator with a fixed seed: the same tables every time.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

#[test]
fn a_thousand_tables_agree_with_trying_every_combination() {
    let kinds = ["-", "= hole", "= tree", "in [hole, null]", "= null", "answered"];
    let depths = ["-", ">= 5", "< 5", "[2..9]", "= 3", "(3..12]", "in [null, 7]"];
    let mut state = 7;
    for _ in 0..1000 {
        let many = 1 + next(&mut state) % 6;
        let cells: Vec<[&str; 2]> = (0..many)
            .map(|_| [kinds[next(&mut state) % kinds.len()], depths[next(&mut state) % depths.len()]])
            .collect();
        let rows: Vec<&[&str]> = cells.iter().map(|row| &row[..]).collect();
        let table = table(Hit::First, kind_and_depth(), &rows);
        let (shadowed, gap) = by_trying(&table);
        let found = coverage(&table);
        let rows: Vec<usize> = found
            .iter()
            .filter_map(|f| if let Finding::Shadowed { row, .. } = f { Some(*row) } else { None })
            .collect();
        assert_eq!(rows, shadowed, "{cells:?}");
        assert_eq!(found.iter().any(|f| matches!(f, Finding::Gap { .. })), gap, "{cells:?}");
    }
}

/// The rows that never fire and whether some combination has no row.
fn by_trying(table: &Table) -> (Vec<usize>, bool) {
    let mut fired = vec![false; table.rows.len()];
    let mut gap = false;
    for kind in [Value::Null, Value::Text("hole"), Value::Text("tree")] {
        for depth in (0..=20).map(Value::Number).chain([Value::Null]) {
            let values = [kind.clone(), depth];
            let row =
                table.rows.iter().position(|row| row.tests.iter().zip(&values).all(|(test, value)| test.fits(value)));
            match row {
                Some(row) => fired[row] = true,
                None => gap = true,
            }
        }
    }
    ((0..fired.len()).filter(|row| !fired[*row]).collect(), gap)
}
