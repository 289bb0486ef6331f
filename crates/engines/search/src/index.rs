//! The index: documents in, terms with their weights out.

use crate::{
    exact::Names,
    lexicon::{Lexicon, Term},
    phrases::{Phrase, Phrases},
    text::words,
};
use std::collections::{BTreeMap, HashMap};

/// One document in one language. Documents with one `id` are one thing in several languages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// What is found, such as "missed-bin".
    pub id: String,
    /// Language tag, such as "en", "cy" or "ar".
    pub lang: String,
    /// Its name.
    pub title: String,
    /// One or two sentences about it.
    pub summary: String,
    /// Everything else worth finding; counts least.
    pub body: String,
    /// What people also call it.
    pub synonyms: Vec<Synonym>,
}

/// A word or phrase people use for a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Synonym {
    /// The word or phrase.
    pub words: String,
    /// How much it counts, 1 as a rule.
    pub weight: f32,
}

impl Synonym {
    /// A synonym of weight 1.
    pub fn new(words: impl Into<String>) -> Synonym {
        Synonym { words: words.into(), weight: 1.0 }
    }
}

/// An index over documents, kept in memory and never changed: build another when they change.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(crate) ids: Vec<String>,
    pub(crate) lexicons: Vec<Lexicon>,
    /// By term: the language it belongs to.
    pub(crate) language: Vec<u32>,
    /// By term: whether it is one of its language's words that carry little.
    pub(crate) little: Vec<bool>,
    /// By term: how much it tells, more when fewer documents use it.
    pub(crate) rarity: Vec<f32>,
    /// By term: documents and how strongly they are about it (0 to 1).
    pub(crate) postings: Vec<Vec<(u32, f32)>>,
    pub(crate) phrases: Phrases,
    pub(crate) names: Names,
}

/// What a word counts in each part of a document.
const TITLE: f32 = 3.0;
const SYNONYM: f32 = 2.0;
const SUMMARY: f32 = 1.0;
const BODY: f32 = 0.3;
/// More of the same word adds less and less (the k₁ of BM25).
const ENOUGH: f32 = 2.0;
/// What is left of the rarity of a word that carries little.
const LITTLE: f32 = 0.12;
/// Longest part of a document that is read, in words.
const READ: usize = 5_000;

impl Index {
    /// Builds the index. Of documents equally good, the one given first is found first.
    pub fn build(documents: impl IntoIterator<Item = Document>) -> Index {
        let mut index = Index::default();
        let mut counts: Vec<BTreeMap<u32, f32>> = Vec::new();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for document in documents {
            let next = numbers.len() as u32;
            let number = *numbers.entry(document.id.clone()).or_insert(next);
            if number == next {
                index.ids.push(document.id.clone());
            }
            index.add(number, &document, &mut counts);
        }
        index.weigh(&counts);
        index
    }

    /// How many things can be found, each counted once whatever its languages.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    fn add(&mut self, number: u32, document: &Document, counts: &mut Vec<BTreeMap<u32, f32>>) {
        let language = self.language_number(&document.lang);
        self.names.add(number, document);
        let mut read = |index: &mut Index, text: &str, weight: f32| {
            let terms: Vec<Term> = words(text, READ).iter().map(|word| index.term(language, word)).collect();
            counts.resize_with(index.language.len(), BTreeMap::new);
            for term in &terms {
                *counts[*term as usize].entry(number).or_default() += weight;
            }
            terms
        };
        let title = read(self, &document.title, TITLE);
        read(self, &document.summary, SUMMARY);
        read(self, &document.body, BODY);
        let mut phrases = vec![(title, 1.0)];
        for synonym in &document.synonyms {
            let weight = synonym.weight.clamp(0.0, 10.0);
            phrases.push((read(self, &synonym.words, SYNONYM * weight), weight));
        }
        for (terms, weight) in phrases {
            self.phrases.add(Phrase { document: number, language, terms, weight, rarity: 0.0 });
        }
    }

    fn language_number(&mut self, lang: &str) -> u32 {
        let known = self.lexicons.iter().position(|lexicon| lexicon.lang == lang);
        known.unwrap_or_else(|| {
            self.lexicons.push(Lexicon::new(lang));
            self.lexicons.len() - 1
        }) as u32
    }

    fn term(&mut self, language: u32, word: &str) -> Term {
        let next = self.language.len() as Term;
        let lexicon = &mut self.lexicons[language as usize];
        let term = lexicon.add(word, next);
        if term == next {
            self.language.push(language);
            let little = lexicon.stemming.is_little(word);
            self.little.push(little);
            self.rarity.push(if little { LITTLE } else { 1.0 });
        }
        term
    }

    /// Turns counts into rarities and weights.
    fn weigh(&mut self, counts: &[BTreeMap<u32, f32>]) {
        let all = self.ids.len() as f32;
        for (term, documents) in counts.iter().enumerate() {
            let most = documents.values().copied().fold(f32::MIN_POSITIVE, f32::max);
            // A document that mentions the word in passing counts as part of a document.
            let using: f32 = documents.values().map(|count| count / most).sum();
            self.rarity[term] *= (1.0 + (all - using + 0.5) / (using + 0.5)).ln();
            self.postings.push(documents.iter().map(|(number, n)| (*number, n / (n + ENOUGH))).collect());
        }
        self.phrases.finish(&self.rarity);
    }
}
