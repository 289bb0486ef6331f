//! Synonym phrases: what a document is also called, found whole or nearly whole.

use crate::lexicon::{Match, Term};

/// One phrase of one document, as terms.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub document: u32,
    pub language: u32,
    pub terms: Vec<Term>,
    pub weight: f32,
    /// The rarity of all its terms together, set when the index is complete.
    pub rarity: f32,
}

/// Phrases by the terms they hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Phrases {
    list: Vec<Phrase>,
    by_term: Vec<Vec<u32>>,
}

impl Phrases {
    /// Keeps a phrase, without words said twice.
    pub(crate) fn add(&mut self, mut phrase: Phrase) {
        let mut seen = Vec::new();
        phrase.terms.retain(|term| {
            let new = !seen.contains(term);
            seen.push(*term);
            new
        });
        if !phrase.terms.is_empty() {
            self.list.push(phrase);
        }
    }

    /// Works out rarities and the way from terms to phrases.
    pub(crate) fn finish(&mut self, rarity: &[f32]) {
        self.by_term = vec![Vec::new(); rarity.len()];
        for (number, phrase) in self.list.iter_mut().enumerate() {
            phrase.rarity = phrase.terms.iter().map(|term| rarity[*term as usize]).sum();
            for term in &phrase.terms {
                self.by_term[*term as usize].push(number as u32);
            }
        }
    }

    /// For each document the best phrase found among the matched terms: its rarity, less as more
    /// of it is missing. `trust` is how far each language's words count.
    pub(crate) fn best(&self, matched: &[Match], rarity: &[f32], trust: &[f32], documents: usize) -> Vec<f32> {
        let mut found = vec![0.0f32; self.list.len()];
        let mut touched = Vec::new();
        for hit in matched {
            for number in &self.by_term[hit.term as usize] {
                let sum = &mut found[*number as usize];
                if *sum == 0.0 {
                    touched.push(*number);
                }
                *sum += rarity[hit.term as usize] * hit.quality;
            }
        }
        let mut best = vec![0.0f32; documents];
        for number in touched {
            let phrase = &self.list[number as usize];
            let share = (found[number as usize] / phrase.rarity).min(1.0);
            let points = phrase.rarity * share.powi(3) * phrase.weight * trust[phrase.language as usize];
            let document = &mut best[phrase.document as usize];
            *document = document.max(points);
        }
        best
    }
}
