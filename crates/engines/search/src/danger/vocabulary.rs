//! The words of one language's patterns, and which of them a typed word is.

use crate::{english, language::Stemming};
use std::collections::{HashMap, HashSet};
use typos::{letters, within};

/// Words of patterns by number; a word wanted exactly has another number than its forms.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    stemming: Stemming,
    ordinary: HashSet<String>,
    exact: HashMap<String, u32>,
    forms: HashMap<String, u32>,
    by_reading: HashMap<String, Vec<u32>>,
    spellings: Vec<(Vec<char>, u64, u32)>,
    count: u32,
}

impl Vocabulary {
    pub(super) fn new(stemming: Stemming, ordinary: &str) -> Vocabulary {
        Vocabulary {
            stemming,
            ordinary: crate::text::words(ordinary, usize::MAX).into_iter().collect(),
            exact: HashMap::new(),
            forms: HashMap::new(),
            by_reading: HashMap::new(),
            spellings: Vec::new(),
            count: 0,
        }
    }

    /// The number of a pattern's word, new or known.
    pub(super) fn add(&mut self, word: &str, exactly: bool) -> u32 {
        let known = if exactly { &self.exact } else { &self.forms };
        if let Some(id) = known.get(word) {
            return *id;
        }
        let id = self.count;
        self.count += 1;
        if exactly {
            self.exact.insert(word.to_owned(), id);
        } else {
            self.forms.insert(word.to_owned(), id);
            for reading in self.readings(word) {
                self.by_reading.entry(reading).or_default().push(id);
            }
        }
        let signs: Vec<char> = word.chars().collect();
        self.spellings.push((signs.clone(), letters(&signs), id));
        id
    }

    /// The numbers of the pattern words a typed word is.
    pub(super) fn known(&self, word: &str) -> Vec<u32> {
        let mut ids: Vec<u32> = self.exact.get(word).copied().into_iter().collect();
        for reading in self.readings(word) {
            ids.extend(self.by_reading.get(&reading).into_iter().flatten());
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Whether the word is one of the language and so no slip for another.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.ordinary.contains(word)
            || self.stemming.is_little(word)
            || self.stemming.is_ordinary(word)
            || !self.known(word).is_empty()
    }

    /// The numbers of the pattern words a word may be a slip for.
    pub(super) fn slips(&self, word: &str) -> Vec<u32> {
        let typed: Vec<char> = word.chars().collect();
        let bits = letters(&typed);
        let single = undoubled(&typed);
        let likely = |(signs, others, _): &&(Vec<char>, u64, u32)| {
            if signs.len() >= 3 && signs.len() < typed.len() && *signs == single {
                return true;
            }
            let most = slips_allowed(signs.len()).min(slips_allowed(typed.len() + 1));
            most > 0
                && (others ^ bits).count_ones() as usize <= 2 * most
                && signs.first() == typed.first()
                && within(&typed, signs, most).is_some()
        };
        self.spellings.iter().filter(likely).map(|(_, _, id)| *id).collect()
    }

    /// Whether a word says nothing by itself: "is", "an", "please".
    pub(super) fn is_little(&self, word: &str) -> bool {
        self.stemming.is_little(word)
    }

    /// Stems without the irregular families of search: here "dead" must not be "die".
    fn readings(&self, word: &str) -> Vec<String> {
        match self.stemming {
            Stemming::English => vec![english::plain_stem(word)],
            other => other.readings(word),
        }
    }
}

/// A word without the second of two like letters: "gass" and "firre" are "gas" and "fire".
fn undoubled(word: &[char]) -> Vec<char> {
    let mut single = word.to_vec();
    single.dedup();
    single
}

/// Slips allowed in a pattern's word of this many letters.
fn slips_allowed(length: usize) -> usize {
    match length {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}
