//! Records as symbols: each value once in its vocabulary.

use crate::nicknames::Nicknames;
use crate::record::{COLUMNS, Record, column};
use crate::text::{fold, is_date};
use crate::vocabulary::{Both, Derived, MISSING, Symbol, Vocabulary, symbol};

/// A record whose values are symbols, by column.
pub(crate) type Prepared = [Symbol; COLUMNS];

/// The vocabularies; given name and surname share one, and so do the two lines of an address.
#[derive(Debug, Clone, Default)]
struct Vocabularies([Vocabulary; 7]);

/// Which vocabulary a column has, and which of its two counts.
fn place(column: usize) -> (usize, usize) {
    match column {
        column::GIVEN_NAME => (0, 0),
        column::SURNAME => (0, 1),
        column::LINE_1 => (1, 0),
        column::LINE_2 => (1, 1),
        column::BIRTH => (2, 0),
        column::NUMBER => (3, 0),
        column::SUBURB => (4, 0),
        column::POSTCODE => (5, 0),
        _ => (6, 0),
    }
}

/// All records of an index.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    vocabularies: Vocabularies,
    nicknames: &'static Nicknames,
    pub(crate) records: Vec<Prepared>,
    /// How many records have a value, by column.
    pub(crate) present: [u32; COLUMNS],
}

impl Store {
    pub(crate) fn new() -> Store {
        Store {
            vocabularies: Vocabularies::default(),
            nicknames: Nicknames::all(),
            records: Vec::new(),
            present: [0; COLUMNS],
        }
    }

    /// Adds a record; its number is its place in `records`.
    pub(crate) fn add(&mut self, record: &Record<'_>) -> u32 {
        let (vocabularies, nicknames) = (&mut self.vocabularies.0, self.nicknames);
        let prepared = each_value(record, |at, value| {
            let (vocabulary, count) = place(at);
            vocabularies[vocabulary].add(value, count, (vocabulary == 0).then_some(nicknames))
        });
        for (present, symbol) in self.present.iter_mut().zip(&prepared) {
            *present += u32::from(*symbol != MISSING);
        }
        self.records.push(prepared);
        self.records.len() as u32 - 1
    }

    /// Says how often a value stands in a column among more records than there are here, and how many have the column.
    pub(crate) fn weigh(&mut self, column: usize, value: &str, count: u32, of: u32) {
        let mut folded = Vec::new();
        fold(value, &mut folded);
        self.present[column] = of;
        self.vocabularies.0[place(column).0].weigh(&folded, count);
    }

    /// Nobody's own values, for pairs inside of the store.
    pub(crate) fn within<'a>(&'a self, nobody: &'a Own) -> Lexicon<'a> {
        Lexicon { shared: &self.vocabularies, own: &nobody.0 }
    }

    /// A record that is asked about: its symbols, and its own values beside those of the store.
    pub(crate) fn ask(&self, record: &Record<'_>, own: &mut Own) -> Prepared {
        each_value(record, |at, value| {
            let (vocabulary, _) = place(at);
            let nicknames = (vocabulary == 0).then_some(self.nicknames);
            symbol(&self.vocabularies.0[vocabulary], &mut own.0.0[vocabulary], value, nicknames)
        })
    }
}

fn each_value(record: &Record<'_>, mut symbol: impl FnMut(usize, &[char]) -> Symbol) -> Prepared {
    let values = [
        record.given_name,
        record.surname,
        record.date_of_birth,
        record.street_number,
        record.address_1,
        record.address_2,
        record.suburb,
        record.postcode,
        record.state,
    ];
    let (mut prepared, mut folded) = ([MISSING; COLUMNS], Vec::new());
    for (at, value) in values.into_iter().enumerate() {
        if at != column::BIRTH || is_date(value) {
            fold(value, &mut folded);
            prepared[at] = symbol(at, &folded);
        }
    }
    prepared
}

/// The values of a record that is asked about, where the store does not know them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Own(Vocabularies);

/// Where the symbols of a pair are looked up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lexicon<'a> {
    shared: &'a Vocabularies,
    own: &'a Vocabularies,
}

impl<'a> Lexicon<'a> {
    /// The vocabulary of a column.
    pub(crate) fn of(self, column: usize) -> Both<'a> {
        let (at, _) = place(column);
        Both { shared: &self.shared.0[at], own: &self.own.0[at] }
    }

    /// What was worked out for a value; `None` where it is missing.
    pub(crate) fn derived(self, column: usize, record: &Prepared) -> Option<&'a Derived> {
        (record[column] != MISSING).then(|| self.of(column).derived(record[column]))
    }
}
