//! From two records to the level of each field.

use crate::dates;
use crate::nicknames::share;
use crate::record::{FIELDS, Field, Level, column};
use crate::similarity::{jaro_bound, jaro_winkler};
use crate::store::{Lexicon, Prepared};
use crate::vocabulary::{Both, MISSING, Symbol};
use typos::mistakes;

/// A Jaro–Winkler similarity from which names are close, and similar.
const NAME_CLOSE: f64 = 0.9;
const NAME_SIMILAR: f64 = 0.78;

/// The share of a text's letters that may be mistaken where it is close, and similar.
const PLACE_CLOSE: f64 = 0.2;
const PLACE_SIMILAR: f64 = 0.4;

/// A pair's levels, by field, and how frequent the value is that the two share or nearly share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Comparison {
    pub(crate) levels: [Level; FIELDS],
    /// Occurrences in the index of the more frequent of the two values; 0 where the field has no frequency.
    pub(crate) counts: [u32; FIELDS],
}

/// One value of each record.
type Values = (Symbol, Symbol);

/// Compares two records. The same either way round.
pub(crate) fn compare(lexicon: Lexicon<'_>, a: &Prepared, b: &Prepared) -> Comparison {
    let mut found = each_by_itself(lexicon, a, b);
    let number = Field::StreetNumber as usize;
    if found.levels[number] != Level::Missing && is_another_street(&found.levels) {
        (found.levels[number], found.counts[number]) = (Level::Elsewhere, 0);
    }
    found
}

/// True where the two homes are known to stand in different streets: a house number is evidence only of one street, or of the few
/// that share a postcode. A slip in either does not make it another.
fn is_another_street(levels: &[Level; FIELDS]) -> bool {
    let of_street = [Field::Address1, Field::Address2, Field::Postcode].map(|field| levels[field as usize]);
    let is_known = of_street.iter().any(|level| *level != Level::Missing);
    is_known && !of_street.iter().any(|level| matches!(level, Level::Exact | Level::Close))
}

/// The same, every field by itself.
pub(crate) fn each_by_itself(lexicon: Lexicon<'_>, a: &Prepared, b: &Prepared) -> Comparison {
    let mut found = Comparison { levels: [Level::Missing; FIELDS], counts: [0; FIELDS] };
    let names = Columns {
        words: lexicon.of(column::GIVEN_NAME),
        level: name,
        columns: [column::GIVEN_NAME, column::SURNAME],
        fields: [Field::GivenName, Field::Surname],
        order: Field::NameOrder,
    };
    names.compare(a, b, &mut found);
    let lines = Columns {
        words: lexicon.of(column::LINE_1),
        level: place,
        columns: [column::LINE_1, column::LINE_2],
        fields: [Field::Address1, Field::Address2],
        order: Field::AddressOrder,
    };
    lines.compare(a, b, &mut found);
    let alone: [(Field, usize, Measure); 5] = [
        (Field::DateOfBirth, column::BIRTH, dates::level),
        (Field::StreetNumber, column::NUMBER, number),
        (Field::Suburb, column::SUBURB, place),
        (Field::Postcode, column::POSTCODE, code),
        (Field::State, column::STATE, code),
    ];
    for (field, column, measure) in alone {
        let words = lexicon.of(column);
        let values = (a[column], b[column]);
        found.set(field, level(words, measure, values), words, values);
    }
    found
}

impl Comparison {
    fn set(&mut self, field: Field, level: Level, words: Both<'_>, values: Values) {
        self.levels[field as usize] = level;
        if level != Level::Missing && level != Level::Far {
            self.counts[field as usize] = words.derived(values.0).count().max(words.derived(values.1).count());
        }
    }
}

/// How well two present values that are not the same agree.
type Measure = fn(Both<'_>, Values) -> Level;

fn level(words: Both<'_>, measure: Measure, values: Values) -> Level {
    match values {
        (MISSING, _) | (_, MISSING) => Level::Missing,
        (a, b) if a == b => Level::Exact,
        _ => measure(words, values),
    }
}

/// Two columns whose values people exchange.
struct Columns<'a> {
    words: Both<'a>,
    level: Measure,
    columns: [usize; 2],
    fields: [Field; 2],
    order: Field,
}

impl Columns<'_> {
    fn compare(&self, a: &Prepared, b: &Prepared, found: &mut Comparison) {
        let [first, second] = self.columns;
        let straight = [(a[first], b[first]), (a[second], b[second])];
        let (mut values, mut levels) = (straight, self.levels(straight));
        let mut order = Level::AsWritten;
        if levels.iter().all(|level| strength(*level) < 2) {
            let crossed = [(a[first], b[second]), (a[second], b[first])];
            let of_crossed = self.levels(crossed);
            if total(of_crossed) >= total(levels) + 2 {
                (values, levels, order) = (crossed, of_crossed, Level::Exchanged);
                // Which record is called the first must not matter.
                let count = |values: Values| if values.0 == values.1 { values.0 } else { MISSING };
                if (levels[1], count(values[1])) > (levels[0], count(values[0])) {
                    values.swap(0, 1);
                    levels.swap(0, 1);
                }
            }
        }
        if levels.iter().all(|level| *level == Level::Missing) {
            order = Level::Missing;
        }
        for at in 0..2 {
            found.set(self.fields[at], levels[at], self.words, values[at]);
        }
        found.levels[self.order as usize] = order;
    }

    fn levels(&self, values: [Values; 2]) -> [Level; 2] {
        values.map(|values| level(self.words, self.level, values))
    }
}

/// How much a level speaks for one order of the values rather than the other.
fn strength(level: Level) -> u32 {
    match level {
        Level::Exact => 3,
        Level::Nickname | Level::Close => 2,
        Level::Far | Level::Missing => 0,
        _ => 1,
    }
}

fn total(levels: [Level; 2]) -> u32 {
    levels.into_iter().map(strength).sum()
}

fn name(words: Both<'_>, (a, b): Values) -> Level {
    let (of_a, of_b) = (words.derived(a), words.derived(b));
    let (text_a, text_b) = (words.text(a), words.text(b));
    if share(words.groups(a), words.groups(b)) {
        return Level::Nickname;
    }
    let bound = jaro_bound((of_a.length(), of_a.letters), (of_b.length(), of_b.letters));
    if text_a[0] != text_b[0] && bound < NAME_SIMILAR {
        return Level::Far;
    }
    let alike = jaro_winkler(text_a, text_b);
    if alike >= NAME_CLOSE {
        return Level::Close;
    }
    if text_a.starts_with(text_b) || text_b.starts_with(text_a) {
        return Level::Beginning;
    }
    if alike >= NAME_SIMILAR { Level::Similar } else { Level::Far }
}

fn place(words: Both<'_>, (a, b): Values) -> Level {
    let (of_a, of_b) = (words.derived(a), words.derived(b));
    let longer = of_a.length().max(of_b.length()) as f64;
    let at_least = ((of_a.letters ^ of_b.letters).count_ones() / 2).max(of_a.length().abs_diff(of_b.length()) as u32);
    if f64::from(at_least) > longer * PLACE_SIMILAR {
        return Level::Far;
    }
    let wrong = mistakes(words.text(a), words.text(b)) as f64;
    if wrong <= longer * PLACE_CLOSE {
        Level::Close
    } else if wrong <= longer * PLACE_SIMILAR {
        Level::Similar
    } else {
        Level::Far
    }
}

fn number(words: Both<'_>, (a, b): Values) -> Level {
    let (a, b) = (words.text(a), words.text(b));
    match mistakes(a, b) {
        1 if a.len().max(b.len()) > 1 => Level::Close,
        2 if a.len().max(b.len()) > 2 => Level::Similar,
        _ => Level::Far,
    }
}

fn code(words: Both<'_>, (a, b): Values) -> Level {
    match mistakes(words.text(a), words.text(b)) {
        1 => Level::Close,
        2 if words.text(a).len().max(words.text(b).len()) > 3 => Level::Similar,
        _ => Level::Far,
    }
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
