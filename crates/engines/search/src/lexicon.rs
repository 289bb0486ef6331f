//! The words of one language that some document uses, and how a typed word finds them.

use crate::language::Stemming;
use std::collections::HashMap;
use typos::{letters, within};

/// A stem of one language, by its number in the index.
pub(crate) type Term = u32;

/// A term a typed word may mean, and how surely (0 to 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    pub term: Term,
    pub quality: f32,
}

/// The words of one language.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    pub lang: String,
    pub stemming: Stemming,
    terms: HashMap<String, Term>,
    by_reading: HashMap<String, Vec<Term>>,
    by_word: HashMap<String, Term>,
    spellings: Vec<Spelling>,
}

#[derive(Debug, Clone)]
struct Spelling {
    letters: Vec<char>,
    bits: u64,
    term: Term,
    /// Whether somebody wrote it so, or it is only a stem.
    written: bool,
}

/// A guess at a misspelt word.
pub(crate) struct Guess {
    pub term: Term,
    pub quality: f32,
    pub written: Option<String>,
}

impl Lexicon {
    pub(crate) fn new(lang: &str) -> Lexicon {
        Lexicon {
            lang: lang.to_owned(),
            stemming: Stemming::of(lang),
            terms: HashMap::new(),
            by_reading: HashMap::new(),
            by_word: HashMap::new(),
            spellings: Vec::new(),
        }
    }

    /// The term of a word, adding it as number `next` when it is new.
    pub(crate) fn add(&mut self, word: &str, next: Term) -> Term {
        if let Some(term) = self.by_word.get(word) {
            return *term;
        }
        let readings = self.stemming.readings(word);
        let own = &readings[0];
        let term = *self.terms.entry(own.clone()).or_insert(next);
        for reading in &readings {
            let terms = self.by_reading.entry(reading.clone()).or_default();
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        if term == next && own != word {
            self.spellings.push(Spelling::new(own, term, false));
        }
        self.spellings.push(Spelling::new(word, term, true));
        self.by_word.insert(word.to_owned(), term);
        term
    }

    /// The terms a word is known to mean: as written, by its stem, by undoing a mutation.
    pub(crate) fn known(&self, word: &str) -> Vec<Match> {
        let mut found = Vec::new();
        let mut add = |term, quality| {
            if !found.iter().any(|other: &Match| other.term == term) {
                found.push(Match { term, quality });
            }
        };
        if let Some(term) = self.by_word.get(word) {
            add(*term, 1.0);
        }
        for (place, reading) in self.stemming.readings(word).iter().enumerate() {
            for term in self.by_reading.get(reading).into_iter().flatten() {
                let own = place == 0 && self.terms.get(reading) == Some(term);
                add(*term, if own { 0.95 } else { self.stemming.other_reading() });
            }
        }
        found
    }

    /// Whether the word is known at all, or one of the language's small words.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.by_word.contains_key(word)
            || self.stemming.is_little(word)
            || self.stemming.is_ordinary(word)
            || self.by_reading.contains_key(&self.stemming.readings(word)[0])
    }

    /// The terms of words that begin with `start`, the shorter the surer.
    pub(crate) fn beginning_with(&self, start: &str) -> Vec<Match> {
        let start: Vec<char> = start.chars().collect();
        let longer = self
            .spellings
            .iter()
            .filter(|other| other.written && other.letters.len() > start.len())
            .filter(|other| other.letters.starts_with(&start));
        let mut found: Vec<Match> = Vec::new();
        for other in longer {
            let share = start.len() as f32 / other.letters.len() as f32;
            keep_best(&mut found, Match { term: other.term, quality: 0.5 + 0.4 * share });
        }
        found
    }

    /// The terms a misspelt word may mean, surest first.
    pub(crate) fn guesses(&self, word: &str) -> Vec<Guess> {
        let typed: Vec<char> = word.chars().collect();
        let most = allowed(typed.len());
        if most == 0 {
            return Vec::new();
        }
        let bits = letters(&typed);
        let mut guesses: Vec<Guess> = Vec::new();
        for other in &self.spellings {
            let most = most.min(allowed(other.letters.len()));
            if (other.bits ^ bits).count_ones() as usize > 2 * most {
                continue;
            }
            let Some(wrong) = within(&typed, &other.letters, most) else { continue };
            let quality = sureness(&typed, &other.letters, wrong);
            let written = other.written.then(|| other.letters.iter().collect());
            match guesses.iter_mut().find(|guess| guess.term == other.term) {
                Some(guess) if guess.quality < quality => {
                    guess.quality = quality;
                    guess.written = written.or(guess.written.take());
                }
                Some(guess) => guess.written = guess.written.take().or(written),
                None => guesses.push(Guess { term: other.term, quality, written }),
            }
        }
        guesses.sort_by(|a, b| b.quality.total_cmp(&a.quality).then(a.term.cmp(&b.term)));
        // Much less sure than the best is noise.
        let best = guesses.first().map_or(0.0, |guess| guess.quality);
        guesses.retain(|guess| guess.quality >= best - 0.15);
        guesses
    }
}

impl Spelling {
    fn new(word: &str, term: Term, written: bool) -> Spelling {
        let signs: Vec<char> = word.chars().collect();
        Spelling { bits: letters(&signs), letters: signs, term, written }
    }
}

/// How surely one word is a slip for another: fewer mistakes in longer words, and people rarely
/// get the first letter wrong.
fn sureness(typed: &[char], meant: &[char], wrong: usize) -> f32 {
    let length = typed.len().max(meant.len()) as f32;
    let first = if typed.first() == meant.first() { 1.0 } else { 0.75 };
    let last = if typed.last() == meant.last() { 1.0 } else { 0.95 };
    ((1.0 - 1.4 * wrong as f32 / length) * first * last).max(0.1)
}

/// Adds a match, or makes the one of the same term surer.
pub(crate) fn keep_best(found: &mut Vec<Match>, new: Match) {
    match found.iter_mut().find(|other| other.term == new.term) {
        Some(other) => other.quality = other.quality.max(new.quality),
        None => found.push(new),
    }
}

/// How many mistakes a word of this many letters may hold: none up to three letters, one up to
/// five, two up to ten, three beyond.
fn allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=5 => 1,
        6..=10 => 2,
        _ => 3,
    }
}
