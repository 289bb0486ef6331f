//! Questions that are a name: what somebody typed is, word for word, what a document is called.

use crate::{index::Document, text::words};
use std::collections::HashMap;

/// Documents by what they are called.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    by_words: HashMap<String, Vec<(u32, f32)>>,
}

/// By how much at least a document called so stands before the best of the others.
const AHEAD: f32 = 1.01;
/// What its closeness adds.
const CLOSER: f32 = 0.01;
/// Words of a name that are read.
const READ: usize = 24;

impl Names {
    /// Keeps the title and the synonyms of a document. Of two documents with one name that is the closer whose title has
    /// its words, then the one with fewer other names.
    pub(crate) fn add(&mut self, number: u32, document: &Document) {
        let title = words(&document.title, READ);
        let all: f32 = 1.0 + document.synonyms.iter().map(|synonym| synonym.weight.clamp(0.0, 10.0)).sum::<f32>();
        self.called(number, &title, &title, 1.0 / all);
        for synonym in document.synonyms.iter().filter(|synonym| synonym.weight >= 1.0) {
            self.called(number, &words(&synonym.words, READ), &title, synonym.weight.min(10.0) / all);
        }
    }

    fn called(&mut self, number: u32, name: &[String], title: &[String], share: f32) {
        if !name.is_empty() {
            let in_title = name.iter().all(|word| title.contains(word));
            let closeness = share + f32::from(u8::from(in_title));
            self.by_words.entry(name.join(" ")).or_default().push((number, closeness));
        }
    }

    /// Puts documents called exactly this before all others.
    pub(crate) fn put_first(&self, typed: &[String], scores: &mut [f32]) {
        let Some(called) = self.by_words.get(&typed.join(" ")) else { return };
        let best = scores.iter().copied().fold(0.0, f32::max);
        for (number, closeness) in called {
            let score = &mut scores[*number as usize];
            if *score > 0.0 {
                *score = score.max(best * (AHEAD + CLOSER * closeness));
            }
        }
    }
}
