//! Every value is kept once, with how often it occurs and what is worked out from it: what a pair is compared by.

use crate::hash::{Folded, Table, of_text};
use crate::nicknames::{Groups, Nicknames};
use crate::phonetic::soundex;
use typos::letters;

/// A value's number in its vocabulary; 0 is the missing value.
pub(crate) type Symbol = u32;

/// The symbol of nothing.
pub(crate) const MISSING: Symbol = 0;

/// From here on symbols belong to the record that is asked about, not to the index.
const OWN: Symbol = 1 << 31;

/// What is worked out once for each value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Derived {
    start: u32,
    length: u8,
    pub(crate) letters: u64,
    pub(crate) sound: u32,
    /// How often the value occurs in either of the two columns that share the vocabulary.
    counts: [u32; 2],
}

/// The values of one column, or of two that may be exchanged.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    text: Vec<char>,
    values: Vec<Derived>,
    groups: Vec<Groups>,
    by_hash: Table<Symbol>,
}

impl Vocabulary {
    /// The symbol of a value, which is added if it is new. `column` (0 or 1) counts it.
    pub(crate) fn add(&mut self, value: &Folded, column: usize, nicknames: Option<&Nicknames>) -> Symbol {
        let symbol = match self.search(value) {
            Ok(MISSING) => return MISSING,
            Ok(known) => known,
            Err(place) => {
                let symbol = self.values.len() as Symbol + 1;
                self.by_hash.insert(place, symbol);
                self.values.push(Derived {
                    start: self.text.len() as u32,
                    length: value.len() as u8,
                    letters: letters(value),
                    sound: soundex(value),
                    counts: [0; 2],
                });
                self.text.extend_from_slice(value);
                self.groups.extend(nicknames.map(|names| names.groups(value)));
                symbol
            }
        };
        self.values[symbol as usize - 1].counts[column] += 1;
        symbol
    }

    /// Sets how often a value occurs, where it is known.
    pub(crate) fn weigh(&mut self, value: &Folded, count: u32) {
        if let Ok(symbol) = self.search(value)
            && symbol != MISSING
        {
            self.values[symbol as usize - 1].counts = [count; 2];
        }
    }

    /// The symbol of a value, or the free place where it would go.
    fn search(&self, value: &Folded) -> Result<Symbol, u64> {
        if value.is_empty() {
            return Ok(MISSING);
        }
        let mut place = of_text(value.iter().copied());
        while let Some(symbol) = self.by_hash.get(&place) {
            if self.text(*symbol) == value {
                return Ok(*symbol);
            }
            place = place.wrapping_add(1);
        }
        Err(place)
    }

    fn text(&self, symbol: Symbol) -> &Folded {
        let value = &self.values[symbol as usize - 1];
        &self.text[value.start as usize..][..usize::from(value.length)]
    }
}

/// The vocabulary of an index together with the few values of a record that is asked about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Both<'a> {
    pub(crate) shared: &'a Vocabulary,
    pub(crate) own: &'a Vocabulary,
}

impl<'a> Both<'a> {
    fn of(self, symbol: Symbol) -> (&'a Vocabulary, Symbol) {
        if symbol >= OWN { (self.own, symbol - OWN) } else { (self.shared, symbol) }
    }

    /// The folded text of a symbol that is not missing.
    pub(crate) fn text(self, symbol: Symbol) -> &'a Folded {
        let (vocabulary, symbol) = self.of(symbol);
        vocabulary.text(symbol)
    }

    /// What was worked out for a symbol that is not missing.
    pub(crate) fn derived(self, symbol: Symbol) -> &'a Derived {
        let (vocabulary, symbol) = self.of(symbol);
        &vocabulary.values[symbol as usize - 1]
    }

    /// The nickname groups of a name that is not missing.
    pub(crate) fn groups(self, symbol: Symbol) -> &'a Groups {
        let (vocabulary, symbol) = self.of(symbol);
        &vocabulary.groups[symbol as usize - 1]
    }
}

impl Derived {
    /// Letters.
    pub(crate) fn length(&self) -> usize {
        usize::from(self.length)
    }

    /// Occurrences in the column where it is the more frequent.
    pub(crate) fn count(&self) -> u32 {
        self.counts[0].max(self.counts[1])
    }
}

/// The symbol of a value that is asked about: the index's own where it knows the value.
pub(crate) fn symbol(
    shared: &Vocabulary,
    own: &mut Vocabulary,
    value: &Folded,
    nicknames: Option<&Nicknames>,
) -> Symbol {
    shared.search(value).unwrap_or_else(|_| OWN + own.add(value, 0, nicknames))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_value_has_one_symbol_and_is_counted_by_column() {
        let mut words = Vocabulary::default();
        let first = words.add(&folded("maple"), 0, None);
        assert_eq!(words.add(&folded("maple"), 1, None), first);
        assert_eq!(words.add(&folded("maple"), 0, None), first);
        assert_ne!(words.add(&folded("elm"), 0, None), first);
        assert_eq!(words.add(&[], 0, None), MISSING);
        let own = Vocabulary::default();
        let both = Both { shared: &words, own: &own };
        assert_eq!((both.derived(first).count(), both.text(first)), (2, folded("maple").as_slice()));
    }

    #[test]
    fn who_asks_brings_values_of_their_own() {
        let (mut shared, mut own) = (Vocabulary::default(), Vocabulary::default());
        let known = shared.add(&folded("maple"), 0, None);
        assert_eq!(symbol(&shared, &mut own, &folded("maple"), None), known);
        let new = symbol(&shared, &mut own, &folded("willow"), None);
        assert_eq!(Both { shared: &shared, own: &own }.text(new), folded("willow").as_slice());
        assert_eq!(symbol(&shared, &mut own, &folded("willow"), None), new);
        assert_eq!(symbol(&shared, &mut own, &[], None), MISSING);
    }
}
