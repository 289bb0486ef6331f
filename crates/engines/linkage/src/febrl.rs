//! Reading files in the layout of FEBRL (Christen 2008), whose record numbers say which records are of one person, and
//! measuring links against that.

use crate::record::Record;
use csv::StringRecord;
use std::collections::HashMap;

/// Why a file cannot be read. Each says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FebrlError {
    /// No column of this name.
    #[error("line 1: there is no column {0}; the first line must name the columns, as FEBRL files do")]
    Column(&'static str),
    /// A row that is no CSV, or has more or fewer values than the first.
    #[error("line {line}: {cause}; every row needs as many values as the first line has names")]
    Row {
        /// From 1.
        line: u64,
        /// What the CSV reader says.
        cause: String,
    },
    /// A number that does not tell whose record it is.
    #[error("line {line}: the rec_id “{id}” does not tell whose record it is; write rec-123-org or rec-123-dup-0")]
    Id {
        /// From 1.
        line: u64,
        /// As it stands there.
        id: String,
    },
    /// The same record twice.
    #[error("line {line}: the rec_id “{id}” was there already; each may be used once")]
    Twice {
        /// From 1.
        line: u64,
        /// As it stands there.
        id: String,
    },
    /// Nothing to link.
    #[error("there are no records below the first line")]
    Empty,
}

/// The columns that are read. The social security number is not among them, so nothing can match by it.
const COLUMNS: [&str; 10] = [
    "rec_id",
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
];

/// A file of records, with the person each is of.
#[derive(Debug, Clone)]
pub struct File {
    rows: Vec<StringRecord>,
    columns: [usize; COLUMNS.len()],
    persons: Vec<u32>,
}

impl File {
    /// Reads a file: CSV, the columns in any order, spaces around values without meaning.
    pub fn parse(text: &[u8]) -> Result<File, FebrlError> {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
        let header = reader.headers().map_err(|cause| row_error(&cause))?.clone();
        let mut columns = [0; COLUMNS.len()];
        for (at, name) in COLUMNS.into_iter().enumerate() {
            columns[at] = header.iter().position(|own| own == name).ok_or(FebrlError::Column(name))?;
        }
        let (mut rows, mut persons, mut seen) = (Vec::new(), Vec::new(), std::collections::HashSet::new());
        for row in reader.into_records() {
            let row = row.map_err(|cause| row_error(&cause))?;
            let line = row.position().map_or(0, csv::Position::line);
            let id = row[columns[0]].to_owned();
            persons.push(person(&id).ok_or_else(|| FebrlError::Id { line, id: id.clone() })?);
            if !seen.insert(id.clone()) {
                return Err(FebrlError::Twice { line, id });
            }
            rows.push(row);
        }
        if rows.is_empty() { Err(FebrlError::Empty) } else { Ok(File { rows, columns, persons }) }
    }

    /// Its records, in their order.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|row| {
            let value = |at: usize| &row[self.columns[at]];
            Record {
                given_name: value(1),
                surname: value(2),
                street_number: value(3),
                address_1: value(4),
                address_2: value(5),
                suburb: value(6),
                postcode: value(7),
                state: value(8),
                date_of_birth: value(9),
            }
        })
    }

    /// Whose record each is.
    pub fn persons(&self) -> &[u32] {
        &self.persons
    }
}

fn row_error(cause: &csv::Error) -> FebrlError {
    FebrlError::Row { line: cause.position().map_or(1, csv::Position::line), cause: cause.to_string() }
}

/// The person's number in `rec-123-org` or `rec-123-dup-0`.
fn person(id: &str) -> Option<u32> {
    let (number, kind) = id.strip_prefix("rec-")?.split_once('-')?;
    let is_copy = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    (kind == "org" || kind.strip_prefix("dup-").is_some_and(is_copy)).then(|| number.parse().ok())?
}

/// How good links are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Pairs linked.
    pub linked: usize,
    /// Pairs that are of one person.
    pub true_pairs: usize,
    /// Pairs linked that are of one person.
    pub found: usize,
}

impl Quality {
    /// Measures links against whose record each is: within one file, or, with `split`, between the records below that
    /// number and the others.
    pub fn of(links: impl IntoIterator<Item = (u32, u32)>, persons: &[u32], split: Option<usize>) -> Quality {
        let (mut linked, mut found) = (0, 0);
        for (a, b) in links {
            linked += 1;
            found += usize::from(persons[a as usize] == persons[b as usize]);
        }
        let count = |persons: &[u32]| {
            let mut counts: HashMap<u32, usize> = HashMap::new();
            persons.iter().for_each(|person| *counts.entry(*person).or_default() += 1);
            counts
        };
        let true_pairs = match split {
            None => count(persons).values().map(|records| records * (records - 1) / 2).sum(),
            Some(split) => {
                let others = count(&persons[split..]);
                persons[..split].iter().map(|person| others.get(person).copied().unwrap_or(0)).sum()
            }
        };
        Quality { linked, true_pairs, found }
    }

    /// Of the pairs linked, the share that is right. 1 where nothing was linked.
    pub fn precision(&self) -> f64 {
        share(self.found, self.linked)
    }

    /// Of the pairs of one person, the share that was linked. 1 where there are none.
    pub fn recall(&self) -> f64 {
        share(self.found, self.true_pairs)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        share(2 * self.found, self.linked + self.true_pairs)
    }
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}

#[cfg(test)]
#[path = "febrl_tests.rs"]
mod tests;
