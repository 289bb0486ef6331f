//! Blocking rules: two records are compared only where at least one rule gives both the same key.

use crate::hash::{Table, of_parts};
use crate::record::column;
use crate::store::{Lexicon, Prepared};

/// Candidates of one record. Its smallest blocks come first; a block that would go beyond is left out, and so are all larger
/// ones: what the commonest names and places share says little, and a rule with the date of birth brings the same pair.
const MOST_CANDIDATES: u32 = 200;

/// Keys a record can have.
const MOST_KEYS: usize = 17;

/// Calls `each` with every blocking key of a record. The rules, in the union of which candidate pairs are found:
/// 1. the same date of birth;
/// 2. both names sound alike, in either order;
/// 3. the same postcode and a name that sounds alike;
/// 4. the same house number and a line of the address that sounds alike;
/// 5. the same postcode and house number;
/// 6. a suburb that sounds alike and a name that does;
/// 7. the same year of birth and a name that sounds alike;
/// 8. the same month and day of birth and a name that sounds alike;
/// 9. a line of the address and a name that sound alike.
pub(crate) fn keys(lexicon: Lexicon<'_>, record: &Prepared, mut each: impl FnMut(u64)) {
    let sound = |column: usize| lexicon.derived(column, record).map(|value| value.sound);
    let whole = |column: usize| (record[column] != 0).then_some(record[column]);
    let names = [sound(column::GIVEN_NAME), sound(column::SURNAME)];
    let lines = [sound(column::LINE_1), sound(column::LINE_2)];
    let birth = whole(column::BIRTH).map(|birth| parts(lexicon.of(column::BIRTH).text(birth)));
    let mut key = |rule: u32, parts: [Option<u32>; 2]| {
        if let [Some(first), Some(second)] = parts {
            each(of_parts(&[rule, first, second]));
        }
    };
    let (postcode, number) = (whole(column::POSTCODE), whole(column::NUMBER));
    key(1, [whole(column::BIRTH), Some(0)]);
    if let [Some(given), Some(family)] = names {
        key(2, [Some(given.min(family)), Some(given.max(family))]);
    }
    key(5, [postcode, number]);
    for line in lines {
        key(4, [number, line]);
    }
    for name in names {
        key(3, [postcode, name]);
        key(6, [sound(column::SUBURB), name]);
        key(7, [birth.map(|(year, _)| year), name]);
        key(8, [birth.map(|(_, day)| day), name]);
        for line in lines {
            key(9, [line, name]);
        }
    }
}

/// Year, and month with day, as numbers.
fn parts(date: &[char]) -> (u32, u32) {
    let number = |digits: &[char]| digits.iter().fold(0, |all, digit| all * 10 + digit.to_digit(10).unwrap_or(0));
    (number(&date[..4]), number(&date[4..]))
}

/// Who has which key: for each key the last record that had it, and for each entry the one before.
#[derive(Debug, Clone, Default)]
pub(crate) struct Blocks {
    heads: Table<Block>,
    entries: Vec<(u32, u32)>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Block {
    last: u32,
    records: u32,
}

impl Blocks {
    /// Enters a record under all its keys.
    pub(crate) fn add(&mut self, lexicon: Lexicon<'_>, record: &Prepared, number: u32) {
        keys(lexicon, record, |key| {
            let block = self.heads.entry(key).or_default();
            self.entries.push((number, block.last));
            // Counted from 1, so that 0 is the end.
            block.last = self.entries.len() as u32;
            block.records += 1;
        });
    }

    /// The records that share a key with this one, each once, in rising order.
    pub(crate) fn candidates(&self, lexicon: Lexicon<'_>, record: &Prepared, into: &mut Vec<u32>) {
        into.clear();
        let mut blocks: Vec<Block> = Vec::with_capacity(MOST_KEYS);
        keys(lexicon, record, |key| blocks.extend(self.heads.get(&key)));
        blocks.sort_unstable_by_key(|block| block.records);
        let mut all = 0;
        for block in blocks {
            all += block.records;
            if all > MOST_CANDIDATES {
                break;
            }
            let mut at = block.last;
            while at != 0 {
                let (number, before) = self.entries[at as usize - 1];
                into.push(number);
                at = before;
            }
        }
        into.sort_unstable();
        into.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use crate::store::{Own, Store};

    const PERSON: Record<'_> = Record {
        given_name: "Rosa",
        surname: "Testwick",
        date_of_birth: "19840229",
        street_number: "12",
        address_1: "Sample Street",
        address_2: "",
        suburb: "Mockford",
        postcode: "EM1 2AB",
        state: "Eastmere",
    };

    /// The candidates of a record among others.
    fn candidates(of: &Record<'_>, others: &[Record<'_>]) -> Vec<u32> {
        let (mut store, mut blocks, nobody) = (Store::new(), Blocks::default(), Own::default());
        for other in others {
            let number = store.add(other);
            blocks.add(store.within(&nobody), &store.records[number as usize], number);
        }
        let (mut own, mut found) = (Own::default(), Vec::new());
        let asked = store.ask(of, &mut own);
        blocks.candidates(store.within(&own), &asked, &mut found);
        found
    }

    #[test]
    fn one_rule_is_enough_and_each_record_comes_once() {
        let nothing = Record::default();
        let others = [
            PERSON,
            nothing,
            Record { date_of_birth: "1984-02-29", ..nothing },
            Record { given_name: "Testwik", surname: "Rose", ..nothing },
            Record { surname: "Testwick", ..nothing },
            Record { surname: "Testwyck", postcode: "em12ab", ..nothing },
            Record { street_number: "12", address_2: "Sampel St", ..nothing },
            Record { street_number: "12", postcode: "EM1 2AB", ..nothing },
            Record { given_name: "Rosie", suburb: "Mokford", ..nothing },
            Record { given_name: "Rosa", date_of_birth: "1984-11-03", ..nothing },
            Record { given_name: "Rosa", date_of_birth: "1948-02-29", ..nothing },
            Record { state: "Eastmere", suburb: "Mockford", ..nothing },
        ];
        assert_eq!(candidates(&PERSON, &others), [0, 2, 3, 5, 6, 7, 8, 9, 10]);
    }

    #[test]
    fn large_blocks_give_way_to_small_ones() {
        let crowd = Record { given_name: "Rosa", surname: "Testwick", ..Record::default() };
        let mut others = vec![crowd; MOST_CANDIDATES as usize + 1];
        others.push(PERSON);
        assert_eq!(candidates(&PERSON, &others), [MOST_CANDIDATES + 1], "found by date of birth, not by name");
        assert_eq!(candidates(&crowd, &others[..9]).len(), 9);
    }

    #[test]
    fn no_record_has_more_keys_than_there_is_room_for() {
        let full = Record { address_2: "Example House", ..PERSON };
        let (mut store, nobody) = (Store::new(), Own::default());
        store.add(&full);
        let mut found = 0;
        keys(store.within(&nobody), &store.records[0], |_| found += 1);
        assert_eq!(found, MOST_KEYS);
    }
}
