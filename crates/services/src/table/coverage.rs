//! What the rows of a table cover, exactly. Each input is cut into the pieces its column can tell
//! apart (each option, yes, no, stretches of numbers, and null), a row is a box of such pieces, and
//! what is still open after each row is a list of boxes that do not overlap.

use super::cell::limits;
use super::{Domain, Hit, Input, Known, Table, Test};

/// What is wrong with a table's rows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Finding {
    /// This row can never fire: the earlier rows take everything it fits.
    Shadowed { row: usize, by: Vec<usize> },
    /// No row fits these answers.
    Gap { example: String },
    /// Under `unique`, two rows fit the same answers.
    Overlap { row: usize, other: usize, example: String },
    /// A column has more different values than can be compared.
    TooFine { input: usize },
}

/// Which pieces of one input, one bit each.
type Set = u128;
/// Which pieces of every input.
type Region = Vec<Set>;

/// The pieces of one input: the smallest groups of values its column can tell apart.
struct Column<'a> {
    input: &'a Input,
    pieces: Vec<Piece>,
}

enum Piece {
    Known(Known),
    Numbers(i64, i64),
    Something,
}

/// Everything wrong with the rows of a table.
pub(crate) fn coverage(table: &Table) -> Vec<Finding> {
    let mut columns = Vec::new();
    for (index, input) in table.inputs.iter().enumerate() {
        let column = Column::new(input, table.rows.iter().map(|row| &row.tests[index]));
        if column.pieces.len() > Set::BITS as usize {
            return vec![Finding::TooFine { input: index }];
        }
        columns.push(column);
    }
    let rows: Vec<Region> =
        table.rows.iter().map(|row| columns.iter().zip(&row.tests).map(|(c, t)| c.set(t)).collect()).collect();
    let mut findings = Vec::new();
    let mut open: Vec<Region> = vec![columns.iter().map(Column::all).collect()];
    for (index, row) in rows.iter().enumerate() {
        let fires = open.iter().any(|left| meet(left, row).is_some());
        if !fires {
            let by = (0..index).filter(|earlier| meet(&rows[*earlier], row).is_some()).collect();
            findings.push(Finding::Shadowed { row: index, by });
        } else if table.hit == Hit::Unique {
            findings.extend(overlap(&rows, index, &columns));
        }
        open = open.into_iter().flat_map(|left| without(left, row)).collect();
    }
    if let Some(left) = open.first() {
        findings.push(Finding::Gap { example: example(left, &columns) });
    }
    findings
}

fn overlap(rows: &[Region], index: usize, columns: &[Column<'_>]) -> Option<Finding> {
    let found = (0..index).find_map(|other| meet(&rows[other], &rows[index]).map(|both| (other, both)));
    found.map(|(other, both)| Finding::Overlap { row: index, other, example: example(&both, columns) })
}

/// What two boxes share, if anything.
fn meet(a: &Region, b: &Region) -> Option<Region> {
    let both: Region = a.iter().zip(b).map(|(a, b)| a & b).collect();
    both.iter().all(|set| *set != 0).then_some(both)
}

/// A box without another, as boxes that do not overlap.
fn without(from: Region, taken: &Region) -> Vec<Region> {
    if meet(&from, taken).is_none() {
        return vec![from];
    }
    let mut left = Vec::new();
    let mut rest = from;
    for input in 0..rest.len() {
        let outside = rest[input] & !taken[input];
        if outside != 0 {
            let mut piece = rest.clone();
            piece[input] = outside;
            left.push(piece);
        }
        rest[input] &= taken[input];
    }
    left
}

/// One combination in a box, in words.
fn example(of: &Region, columns: &[Column<'_>]) -> String {
    let each: Vec<String> = columns.iter().zip(of).map(|(column, set)| column.example(*set)).collect();
    each.join(", ")
}

impl<'a> Column<'a> {
    fn new<'t>(input: &'a Input, tests: impl Iterator<Item = &'t Test>) -> Column<'a> {
        let mut pieces: Vec<Piece> = match &input.domain {
            Domain::Options(options) => options.iter().map(|o| Piece::Known(Known::Option(o.clone()))).collect(),
            Domain::YesNo => vec![Piece::Known(Known::YesNo(true)), Piece::Known(Known::YesNo(false))],
            Domain::Numbers(min, max) => stretches(*min, *max, tests),
            Domain::Anything => vec![Piece::Something],
        };
        pieces.push(Piece::Known(Known::Null));
        Column { input, pieces }
    }

    fn all(&self) -> Set {
        Set::MAX >> (Set::BITS as usize - self.pieces.len())
    }

    fn set(&self, test: &Test) -> Set {
        let fits = |piece: &Piece| match (test, piece) {
            (Test::Any, _) => true,
            (Test::Answered, piece) => !matches!(piece, Piece::Known(Known::Null)),
            (Test::In(known), Piece::Known(piece)) => known.contains(piece),
            (Test::In(known), Piece::Numbers(low, high)) => {
                known.iter().any(|k| *k == Known::Number(*low) && low == high)
            }
            (Test::Range(from, to), Piece::Numbers(low, high)) => from <= low && high <= to,
            _ => false,
        };
        self.pieces.iter().enumerate().filter(|(_, piece)| fits(piece)).fold(0, |set, (bit, _)| set | 1 << bit)
    }

    fn example(&self, set: Set) -> String {
        let said = match &self.pieces[set.trailing_zeros() as usize] {
            Piece::Known(Known::Null) => "null".to_owned(),
            Piece::Known(Known::Option(option)) => option.clone(),
            Piece::Known(Known::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
            Piece::Known(Known::Number(number)) => number.to_string(),
            Piece::Numbers(low, high) => limits(*low, *high),
            Piece::Something => "answered".to_owned(),
        };
        format!("{} = {said}", self.input.name)
    }
}

/// The numbers from `min` to `max`, cut wherever a test begins or ends.
fn stretches<'t>(min: i64, max: i64, tests: impl Iterator<Item = &'t Test>) -> Vec<Piece> {
    // A cut is the first number of a stretch; i128 because one past i64::MAX is a cut too.
    let mut cuts = vec![i128::from(min), i128::from(max) + 1];
    let mut cut = |low: i64, high: i64| cuts.extend([i128::from(low), i128::from(high) + 1]);
    for test in tests {
        match test {
            Test::Range(low, high) => cut(*low, *high),
            Test::In(known) => known.iter().for_each(|known| {
                if let Known::Number(number) = known {
                    cut(*number, *number);
                }
            }),
            Test::Any | Test::Answered => {}
        }
    }
    cuts.retain(|at| (i128::from(min)..=i128::from(max) + 1).contains(at));
    cuts.sort_unstable();
    cuts.dedup();
    let stretch = |pair: &[i128]| Piece::Numbers(clamp(pair[0]), clamp(pair[1] - 1));
    cuts.windows(2).map(stretch).collect()
}

fn clamp(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
#[path = "coverage_tests.rs"]
mod tests;
