//! What was typed, and who may be meant: those with a key in the stretch of every piece; where they are few, single pieces are
//! taken for another name or for a mistake.

use super::typed::{self, Piece};
use super::{SHOWN, keys, rank};
use crate::store::keys::{Person, Shelf, Stretch};
use kit::db::Conn;
use kit::{Id, Result};
use plates::{Fit, Plate};
use std::collections::BTreeMap;

/// Keys of one piece that are counted, to know which piece has the fewest.
const COUNTED: usize = 4_000;
/// With so few keys, a stretch is walked whatever it is compared with.
const UNCOUNTED: usize = 100;
/// With fewer than this, mistakes are looked for.
const FEW: usize = 5;
/// Other words tried for one piece.
const OTHERS: usize = 12;
/// Pairs of other words tried where two pieces are mistaken.
const PAIRS: usize = 36;
/// Vehicles looked at for each key of a mark.
const VEHICLES: usize = 20;

/// What was typed into the box, read.
#[derive(Debug, Clone)]
pub struct Asked {
    pieces: Vec<Piece>,
    /// The whole of it as a registration mark, where it can be one.
    plate: Option<Plate>,
}

impl Asked {
    /// Reads it.
    pub fn read(typed: &str) -> Asked {
        let plate = Plate::parse(typed).ok().filter(|plate| plate.as_str().chars().any(char::is_alphabetic));
        Asked { pieces: typed::read(typed), plate }
    }

    /// True when nothing was typed that tells anything.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.plate.is_none()
    }

    /// Those on a shelf who may be meant, at most so many.
    pub async fn candidates(&self, conn: &mut Conn, shelf: &Shelf, most: usize) -> Result<Vec<Id>> {
        if self.pieces.is_empty() {
            return Ok(Vec::new());
        }
        let mut search = Search { conn, shelf, most, found: Vec::new(), others: BTreeMap::new() };
        // By a date alone nobody is found whose own is not told.
        let named = self.pieces.iter().any(|piece| !piece.is_born());
        let mut needs = Vec::new();
        for piece in &self.pieces {
            needs.push(search.need(piece, named).await?);
        }
        search.with_all(&needs).await?;
        if search.found.len() < FEW {
            search.with_another_word(&self.pieces, &needs).await?;
        }
        if search.found.is_empty() {
            search.with_two_other_words(&self.pieces).await?;
        }
        Ok(search.found)
    }

    /// How many pieces fit this person, and how well they do together.
    pub fn score(&self, person: &Person) -> (usize, u32) {
        rank::score(person, &self.pieces)
    }

    /// Those on a shelf who may have something to do with a vehicle of the mark that was typed, or of one near it.
    pub async fn by_plate(&self, conn: &mut Conn, shelf: &Shelf) -> Result<Vec<Id>> {
        let Some(plate) = &self.plate else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for (from, to) in keys::stretches_of(plate) {
            for id in shelf.with(conn, (&from, &to), VEHICLES).await? {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        Ok(found)
    }

    /// Which of these marks fits best what was typed, and how.
    pub fn fit<'a>(&self, marks: &'a [Plate]) -> Option<(Fit, &'a Plate)> {
        let typed = self.plate.as_ref()?;
        marks.iter().filter_map(|mark| Some((Fit::of(typed, mark)?, mark))).min()
    }
}

/// Of those who were scored the ones whom most pieces fit, the best first; of equals by what `order` says.
pub fn best<T, O: Ord>(mut scored: Vec<((usize, u32), T)>, order: impl Fn(&T) -> O) -> Vec<T> {
    let most = scored.iter().map(|((fits, _), _)| *fits).max().unwrap_or(0);
    scored.retain(|((fits, _), _)| *fits == most && most > 0);
    scored.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| order(one).cmp(&order(other))));
    scored.into_iter().map(|(_, one)| one).collect()
}

/// How many mistakes a word of so many letters may hold and still be meant.
pub(super) fn mistakes_allowed(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    }
}

/// A stretch of keys with how many there are, up to [`COUNTED`].
struct Counted {
    from: String,
    to: String,
    count: usize,
}

impl Counted {
    fn stretch(&self) -> Stretch<'_> {
        (&self.from, &self.to)
    }
}

/// One piece: its stretches.
struct Need(Vec<Counted>);

impl Need {
    fn count(&self) -> usize {
        self.0.iter().map(|stretch| stretch.count).sum()
    }

    /// The stretches that have any keys.
    fn stretches(&self) -> impl Iterator<Item = &Counted> {
        self.0.iter().filter(|stretch| stretch.count > 0)
    }
}

/// One search on one shelf, and whom it has found.
struct Search<'c> {
    conn: &'c mut Conn,
    shelf: &'c Shelf,
    most: usize,
    found: Vec<Id>,
    /// The other words of a word, once they were looked for.
    others: BTreeMap<String, Vec<String>>,
}

impl Search<'_> {
    fn add(&mut self, found: Vec<Id>) {
        for id in found {
            if self.found.len() < self.most && !self.found.contains(&id) {
                self.found.push(id);
            }
        }
    }

    /// A stretch, and how many keys there are in it, up to `most`.
    async fn counted(&mut self, (from, to): (String, String), most: usize) -> Result<Counted> {
        let count = self.shelf.count(self.conn, (&from, &to), most).await?;
        Ok(Counted { from, to, count })
    }

    async fn need(&mut self, piece: &Piece, named: bool) -> Result<Need> {
        let mut stretches = Vec::new();
        for stretch in piece.stretches().into_iter().filter(|(from, _)| named || from != keys::UNTOLD_BORN) {
            stretches.push(self.counted(stretch, COUNTED).await?);
        }
        Ok(Need(stretches))
    }

    async fn with_one(&mut self, a: Stretch<'_>) -> Result<()> {
        let found = self.shelf.with(self.conn, a, self.most).await?;
        self.add(found);
        Ok(())
    }

    /// Adds those who have this word, and a key of the need. The word's keys are counted only as far as tells which are fewer, and not
    /// at all where the need has so few that walking them is less than counting.
    async fn with_word(&mut self, word: &str, need: &Need) -> Result<()> {
        for b in need.stretches() {
            let (from, to) = exactly(word);
            let a = match b.count {
                ..=UNCOUNTED => Counted { from, to, count: b.count },
                most => self.counted((from, to), most).await?,
            };
            self.with_both(b, &a).await?;
        }
        Ok(())
    }

    /// Adds those who have a key in each of two stretches; the one with fewer is walked.
    async fn with_both(&mut self, a: &Counted, b: &Counted) -> Result<()> {
        let (few, many) = if b.count < a.count { (b, a) } else { (a, b) };
        if few.count > 0 {
            let found = self.shelf.with_both(self.conn, few.stretch(), many.stretch(), self.most).await?;
            self.add(found);
        }
        Ok(())
    }

    /// Adds those who have every piece; of more than three, the three with the fewest keys are asked for.
    async fn with_all(&mut self, needs: &[Need]) -> Result<()> {
        let mut needs: Vec<&Need> = needs.iter().collect();
        needs.sort_by_key(|need| need.count());
        match needs[..] {
            [] => {}
            [one] => {
                for a in one.stretches() {
                    self.with_one(a.stretch()).await?;
                }
            }
            [first, second] => {
                for a in first.stretches() {
                    for b in second.stretches() {
                        self.with_both(a, b).await?;
                    }
                }
            }
            [first, second, third, ..] => {
                for a in first.stretches() {
                    for b in second.stretches() {
                        for c in third.stretches() {
                            let mut all = [a, b, c];
                            all.sort_by_key(|stretch| stretch.count);
                            let found = self.shelf.with_three(self.conn, all.map(Counted::stretch), self.most).await?;
                            self.add(found);
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds those who have every piece but one, and another word in its place.
    async fn with_another_word(&mut self, pieces: &[Piece], needs: &[Need]) -> Result<()> {
        for (at, piece) in pieces.iter().enumerate() {
            let other = needs.iter().enumerate().filter(|(n, need)| *n != at && need.count() > 0);
            let other = other.min_by_key(|(_, need)| need.count()).map(|(_, need)| need);
            // The others have to be there as typed.
            if pieces.len() > 1 && other.is_none() {
                continue;
            }
            let before = self.found.len();
            for word in self.other_words(piece).await? {
                let (from, to) = exactly(&word);
                match other {
                    None => self.with_one((&from, &to)).await?,
                    Some(need) => self.with_word(&word, need).await?,
                }
                // The words come in order: those further away fit nobody better.
                if self.found.len() - before >= SHOWN {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Adds those who have other words in the place of two pieces.
    async fn with_two_other_words(&mut self, pieces: &[Piece]) -> Result<()> {
        let words: Vec<&Piece> = pieces.iter().filter(|piece| piece.word().is_some()).take(2).collect();
        let [first, second] = words[..] else { return Ok(()) };
        let (first, second) = (self.counted_words(first).await?, self.counted_words(second).await?);
        let pairs = first.iter().flat_map(|a| second.iter().map(move |b| (a, b)));
        for (a, b) in pairs.take(PAIRS) {
            self.with_both(a, b).await?;
        }
        Ok(())
    }

    /// The stretches of the words that may have been meant.
    async fn counted_words(&mut self, piece: &Piece) -> Result<Vec<Counted>> {
        let mut counted = Vec::new();
        for word in self.other_words(piece).await? {
            counted.push(self.counted(exactly(&word), COUNTED).await?);
        }
        Ok(counted)
    }

    /// Words that may have been meant: other names of the same person, then words a mistake or two away.
    async fn other_words(&mut self, piece: &Piece) -> Result<Vec<String>> {
        let Some(typed) = piece.word() else { return Ok(Vec::new()) };
        if let Some(words) = self.others.get(typed) {
            return Ok(words.clone());
        }
        let mut words: Vec<String> = linkage::other_names(typed).into_iter().map(str::to_owned).collect();
        words.truncate(OTHERS);
        let letters: Vec<char> = typed.chars().collect();
        let mut near = Vec::new();
        for gram in keys::grams(typed) {
            for word in self.shelf.words(self.conn, &gram, kit::db::FEW).await? {
                let other: Vec<char> = word.chars().collect();
                if let Some(mistakes) = typos::within(&letters, &other, mistakes_allowed(letters.len()))
                    && mistakes > 0
                {
                    near.push((mistakes, word));
                }
            }
        }
        near.sort_unstable();
        near.dedup();
        words.extend(near.into_iter().map(|(_, word)| word).take(OTHERS));
        self.others.insert(typed.to_owned(), words.clone());
        Ok(words)
    }
}

/// The stretch of one whole word.
fn exactly(word: &str) -> (String, String) {
    (format!("w{word}"), format!("w{word}\u{1}"))
}
