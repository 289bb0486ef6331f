//! Answering a question.

use crate::{
    Index,
    lexicon::{Guess, Lexicon, Match, keep_best},
    text::words,
};

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// Best first. Of equals, the document given first to the index.
    pub hits: Vec<Hit>,
    /// Words read as typing mistakes, in the order typed.
    pub corrections: Vec<Correction>,
    /// The question with its mistakes put right, when there were any: "did you mean".
    pub suggestion: Option<String>,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The id of its documents.
    pub id: String,
    /// How well it fits; only comparable within one answer.
    pub score: f32,
}

/// A word read as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed, folded.
    pub typed: String,
    /// The word it was read as.
    pub meant: String,
}

/// Words of a question that are read; the rest is ignored.
const MOST_WORDS: usize = 24;
/// How much the best synonym phrase counts beside single words.
const PHRASE: f32 = 1.0;
/// Hits below this share of the best are left out.
const WORTH_SHOWING: f32 = 0.12;

/// One word of the question and the terms it may mean.
#[derive(Default)]
struct Slot {
    typed: String,
    meant: Option<String>,
    matches: Vec<Match>,
    /// A word of the question's own language that carries little: it helps to choose, but finds nothing by itself.
    little: bool,
}

impl Index {
    /// Finds documents for a question, at most `limit`. Every language is searched; `lang` is
    /// the page's, which counts a little more.
    pub fn search(&self, question: &str, lang: &str, limit: usize) -> Found {
        let typed = words(question, MOST_WORDS);
        let trust = self.trust(&typed, lang);
        let slots = self.slots(&typed, &trust);
        let mut scores = vec![0.0f32; self.ids.len()];
        let mut told = vec![false; self.ids.len()];
        let mut matched = Vec::new();
        for slot in &slots {
            for (score, points) in scores.iter_mut().zip(self.points(slot, &trust)) {
                *score += points;
            }
            slot.matches.iter().for_each(|found| keep_best(&mut matched, *found));
            self.tell(slot, &mut told);
        }
        let phrases = self.phrases.best(&matched, &self.rarity, &trust, self.ids.len());
        for (score, points) in scores.iter_mut().zip(phrases) {
            *score += PHRASE * points;
        }
        scores.iter_mut().zip(told).filter(|(_, told)| !told).for_each(|(score, _)| *score = 0.0);
        self.names.put_first(&typed, &mut scores);
        Found { hits: self.ranked(&scores, limit), ..corrected(&slots) }
    }

    /// How far the words of each language count: the one that knows most of the question fully,
    /// the page's own language a little more than others.
    fn trust(&self, typed: &[String], lang: &str) -> Vec<f32> {
        let known: Vec<f32> = self
            .lexicons
            .iter()
            .map(|lexicon| typed.iter().filter(|word| lexicon.knows(word)).count() as f32)
            .collect();
        let most = known.iter().copied().fold(1.0, f32::max);
        self.lexicons
            .iter()
            .zip(known)
            .map(|(lexicon, known)| {
                let own = if lexicon.lang == lang { 1.0 } else { 0.92 };
                own * (0.5 + 0.5 * known / most)
            })
            .collect()
    }

    /// Marks the documents that a word says something about.
    fn tell(&self, slot: &Slot, told: &mut [bool]) {
        let terms = slot.matches.iter().map(|found| found.term as usize);
        let telling = terms.filter(|term| !slot.little && !self.little[*term]);
        for (document, _) in telling.flat_map(|term| &self.postings[term]) {
            told[*document as usize] = true;
        }
    }

    /// Whether a word carries little in the language that knows most of the question.
    fn is_little(&self, word: &str, trust: &[f32]) -> bool {
        let most = trust.iter().copied().fold(0.0, f32::max);
        let spoken = self.lexicons.iter().zip(trust).filter(|(_, trust)| **trust >= most);
        spoken.map(|(lexicon, _)| lexicon).any(|lexicon| lexicon.stemming.is_little(word))
    }

    /// The words of the question with what each may mean.
    fn slots(&self, typed: &[String], trust: &[f32]) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (place, word) in typed.iter().enumerate() {
            let last = place + 1 == typed.len();
            let mut matches = self.known(word);
            let mut little = self.is_little(word, trust);
            if last && word.chars().count() >= 3 {
                let sure = if matches.is_empty() { 1.0 } else { 0.7 };
                for found in self.lexicons.iter().flat_map(|known| known.beginning_with(word)) {
                    keep_best(&mut matches, Match { quality: sure * found.quality, ..found });
                }
            }
            if let Some(next) = typed.get(place + 1) {
                let joined = self.known(&format!("{word}{next}"));
                little &= joined.is_empty();
                joined.into_iter().for_each(|found| keep_best(&mut matches, found));
            }
            if !matches.is_empty() || self.lexicons.iter().any(|lexicon| lexicon.knows(word)) {
                slots.push(Slot { typed: word.clone(), meant: None, matches, little });
            } else if let Some(halves) = self.split(word) {
                slots.extend(halves);
            } else {
                slots.push(self.guess(word, trust));
            }
        }
        slots
    }

    fn known(&self, word: &str) -> Vec<Match> {
        self.lexicons.iter().flat_map(|lexicon| lexicon.known(word)).collect()
    }

    /// Two known words written as one, such as "missedbin". Little words make no halves: "nowhere" is not "now here".
    fn split(&self, word: &str) -> Option<[Slot; 2]> {
        let cuts = word.char_indices().map(|(at, _)| at).skip(3);
        let known = |lexicon: &Lexicon, part: &str| part.chars().count() >= 3 && !lexicon.known(part).is_empty();
        let halves = cuts
            .map(|at| word.split_at(at))
            .find(|(left, right)| self.lexicons.iter().any(|lexicon| known(lexicon, left) && known(lexicon, right)))?;
        let slot = |part: &str| {
            let (typed, meant) = (part.to_owned(), Some(part.to_owned()));
            Slot { typed, meant, matches: self.known(part), little: false }
        };
        Some([slot(halves.0), slot(halves.1)])
    }

    /// A word nobody knows, read as a typing mistake.
    fn guess(&self, word: &str, trust: &[f32]) -> Slot {
        let mut matches = Vec::new();
        let mut best: Option<(f32, String)> = None;
        for (lexicon, trust) in self.lexicons.iter().zip(trust) {
            for Guess { term, quality, written } in lexicon.guesses(word) {
                keep_best(&mut matches, Match { term, quality });
                let sure = quality * trust;
                if let Some(written) = written
                    && best.as_ref().is_none_or(|(other, _)| sure > *other)
                {
                    best = Some((sure, written));
                }
            }
        }
        let meant = best.map(|(_, written)| written);
        Slot { typed: word.to_owned(), meant, matches, little: false }
    }

    /// What one word of the question earns each document: its best meaning only.
    fn points(&self, slot: &Slot, trust: &[f32]) -> Vec<f32> {
        let mut points = vec![0.0f32; self.ids.len()];
        for Match { term, quality } in &slot.matches {
            let term = *term as usize;
            let worth = self.rarity[term] * quality * trust[self.language[term] as usize];
            for (document, weight) in &self.postings[term] {
                let best = &mut points[*document as usize];
                *best = best.max(worth * weight);
            }
        }
        points
    }

    fn ranked(&self, scores: &[f32], limit: usize) -> Vec<Hit> {
        let best = scores.iter().copied().fold(0.0, f32::max);
        let mut order: Vec<usize> = (0..scores.len())
            .filter(|number| scores[*number] > 0.0 && scores[*number] >= best * WORTH_SHOWING)
            .collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
        order.truncate(limit);
        let hit = |number: usize| Hit { id: self.ids[number].clone(), score: scores[number] };
        order.into_iter().map(hit).collect()
    }
}

/// What was put right in the question.
fn corrected(slots: &[Slot]) -> Found {
    let corrections: Vec<Correction> = slots
        .iter()
        .filter_map(|slot| {
            let meant = slot.meant.as_ref().filter(|meant| **meant != slot.typed)?;
            Some(Correction { typed: slot.typed.clone(), meant: meant.clone() })
        })
        .collect();
    let read = |slot: &Slot| slot.meant.clone().unwrap_or_else(|| slot.typed.clone());
    let changed = slots.iter().any(|slot| slot.meant.is_some());
    let suggestion = changed.then(|| slots.iter().map(read).collect::<Vec<String>>().join(" "));
    Found { corrections, suggestion, hits: Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::{Document, Index, language::Stemming};

    /// In each language one thing, all little words said about it.
    fn index() -> Index {
        Index::build([("en", "bin"), ("cy", "to"), ("ar", "حاوية")].map(|(lang, title)| Document {
            id: title.to_owned(),
            lang: lang.to_owned(),
            title: title.to_owned(),
            summary: Stemming::of(lang).littles().join(" "),
            ..Document::default()
        }))
    }

    #[test]
    fn little_words_alone_find_nothing_and_beside_another_they_do_no_harm() {
        let index = index();
        for (lang, title) in [("en", "bin"), ("cy", "to"), ("ar", "حاوية")] {
            let littles = Stemming::of(lang).littles();
            assert!(littles.len() > 40, "{lang}");
            for word in &littles {
                assert_eq!(index.search(word, lang, 5).hits, [], "{lang}: {word}");
                let hits = index.search(&format!("{word} {title}"), lang, 5).hits;
                assert_eq!(hits.first().map(|hit| hit.id.as_str()), Some(title), "{lang}: {word}");
            }
            for some in littles.chunks(6) {
                let question = some.join(" ");
                assert_eq!(index.search(&question, lang, 5).hits, [], "{lang}: {question}");
            }
        }
    }
}
