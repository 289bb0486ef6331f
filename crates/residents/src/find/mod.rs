//! One box finds the person: any part of a name, telephone number, email, postcode, address or date of birth, in any order,
//! with typing mistakes and the names people go by.
//!
//! What was typed is cut into pieces ([`typed`]); each stands for a few stretches of the keys that are kept for everybody
//! ([`keys`]). Whoever has a key in the stretch of every piece is a candidate. Where these are few, single pieces are taken
//! for another name or a mistake. Candidates are then looked at as a whole and put in order ([`rank`]).

pub mod fold;
pub mod keys;
mod rank;
mod typed;

pub use crate::store::keys::{Home, Person};

use crate::store::keys as store;
use kit::db::Conn;
use kit::{Id, Result};
use typed::Piece;

/// People shown.
pub const SHOWN: usize = 20;
/// Keys of one piece that are counted, to know which piece has the fewest.
const COUNTED: usize = 4_000;
/// Candidates that are looked at as a whole.
const CANDIDATES: usize = 60;
/// With fewer than this, mistakes are looked for.
const FEW: usize = 5;
/// Other words tried for one piece.
const OTHERS: usize = 12;
/// Pairs of other words tried where two pieces are mistaken.
const PAIRS: usize = 36;

/// Who was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The people, best first; at most [`SHOWN`].
    pub people: Vec<Person>,
    /// There are more who fit.
    pub more: bool,
}

/// Finds people by what was typed.
pub async fn find(conn: &mut Conn, typed: &str) -> Result<Found> {
    let pieces = typed::read(typed);
    if pieces.is_empty() {
        return Ok(Found::default());
    }
    let mut candidates = Candidates::default();
    let mut needs = Vec::new();
    for piece in &pieces {
        needs.push(Need::of(conn, piece).await?);
    }
    with_all(conn, &needs, &mut candidates).await?;
    if candidates.0.len() < FEW {
        with_another_word(conn, &pieces, &needs, &mut candidates).await?;
    }
    if candidates.0.is_empty() {
        with_two_other_words(conn, &pieces, &mut candidates).await?;
    }
    ranked(conn, &pieces, candidates).await
}

/// How many mistakes a word of so many letters may hold and still be meant.
fn mistakes_allowed(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    }
}

#[derive(Default)]
struct Candidates(Vec<Id>);

impl Candidates {
    fn add(&mut self, found: Vec<Id>) {
        for id in found {
            if self.0.len() < CANDIDATES && !self.0.contains(&id) {
                self.0.push(id);
            }
        }
    }
}

/// A stretch of keys with how many there are, up to [`COUNTED`].
struct Counted {
    from: String,
    to: String,
    count: usize,
}

impl Counted {
    async fn of(conn: &mut Conn, (from, to): (String, String)) -> Result<Counted> {
        let count = store::count(conn, (&from, &to), COUNTED).await?;
        Ok(Counted { from, to, count })
    }

    fn stretch(&self) -> store::Stretch<'_> {
        (&self.from, &self.to)
    }
}

/// One piece: its stretches.
struct Need(Vec<Counted>);

impl Need {
    async fn of(conn: &mut Conn, piece: &Piece) -> Result<Need> {
        let mut stretches = Vec::new();
        for stretch in piece.stretches() {
            stretches.push(Counted::of(conn, stretch).await?);
        }
        Ok(Need(stretches))
    }

    fn count(&self) -> usize {
        self.0.iter().map(|stretch| stretch.count).sum()
    }

    /// The stretches that have any keys.
    fn stretches(&self) -> impl Iterator<Item = &Counted> {
        self.0.iter().filter(|stretch| stretch.count > 0)
    }
}

/// Adds those who have a key in each of two stretches; the one with fewer is walked.
async fn with_both(conn: &mut Conn, a: &Counted, b: &Counted, candidates: &mut Candidates) -> Result<()> {
    let (few, many) = if b.count < a.count { (b, a) } else { (a, b) };
    if few.count > 0 {
        candidates.add(store::with_both(conn, few.stretch(), many.stretch(), CANDIDATES).await?);
    }
    Ok(())
}

/// Adds those who have every piece; of more than three, the three with the fewest keys are asked for.
async fn with_all(conn: &mut Conn, needs: &[Need], candidates: &mut Candidates) -> Result<()> {
    let mut needs: Vec<&Need> = needs.iter().collect();
    needs.sort_by_key(|need| need.count());
    match needs[..] {
        [] => {}
        [one] => {
            for a in one.stretches() {
                candidates.add(store::with(conn, a.stretch(), CANDIDATES).await?);
            }
        }
        [first, second] => {
            for a in first.stretches() {
                for b in second.stretches() {
                    with_both(conn, a, b, candidates).await?;
                }
            }
        }
        [first, second, third, ..] => {
            for a in first.stretches() {
                for b in second.stretches() {
                    for c in third.stretches() {
                        let mut all = [a, b, c];
                        all.sort_by_key(|stretch| stretch.count);
                        let all = all.map(Counted::stretch);
                        candidates.add(store::with_three(conn, all, CANDIDATES).await?);
                    }
                }
            }
        }
    }
    Ok(())
}

/// Adds those who have every piece but one, and another word in its place.
async fn with_another_word(
    conn: &mut Conn,
    pieces: &[Piece],
    needs: &[Need],
    candidates: &mut Candidates,
) -> Result<()> {
    for (at, piece) in pieces.iter().enumerate() {
        let other = needs.iter().enumerate().filter(|(n, need)| *n != at && need.count() > 0);
        let other = other.min_by_key(|(_, need)| need.count()).map(|(_, need)| need);
        // The others have to be there as typed.
        if pieces.len() > 1 && other.is_none() {
            continue;
        }
        for word in other_words(conn, piece).await? {
            let a = Counted::of(conn, exactly(&word)).await?;
            match other {
                None => candidates.add(store::with(conn, a.stretch(), CANDIDATES).await?),
                Some(need) => {
                    for b in need.stretches() {
                        with_both(conn, &a, b, candidates).await?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// Adds those who have other words in the place of two pieces.
async fn with_two_other_words(conn: &mut Conn, pieces: &[Piece], candidates: &mut Candidates) -> Result<()> {
    let words: Vec<&Piece> = pieces.iter().filter(|piece| piece.word().is_some()).take(2).collect();
    let [first, second] = words[..] else { return Ok(()) };
    let (first, second) = (counted_words(conn, first).await?, counted_words(conn, second).await?);
    let pairs = first.iter().flat_map(|a| second.iter().map(move |b| (a, b)));
    for (a, b) in pairs.take(PAIRS) {
        with_both(conn, a, b, candidates).await?;
    }
    Ok(())
}

/// The stretches of the words that may have been meant.
async fn counted_words(conn: &mut Conn, piece: &Piece) -> Result<Vec<Counted>> {
    let mut counted = Vec::new();
    for word in other_words(conn, piece).await? {
        counted.push(Counted::of(conn, exactly(&word)).await?);
    }
    Ok(counted)
}

/// The stretch of one whole word.
fn exactly(word: &str) -> (String, String) {
    (format!("w{word}"), format!("w{word}\u{1}"))
}

/// Words that may have been meant: other names of the same person, then words a mistake or two away.
async fn other_words(conn: &mut Conn, piece: &Piece) -> Result<Vec<String>> {
    let Some(typed) = piece.word() else { return Ok(Vec::new()) };
    let mut words: Vec<String> = linkage::other_names(typed).into_iter().map(str::to_owned).collect();
    words.truncate(OTHERS);
    let letters: Vec<char> = typed.chars().collect();
    let mut near = Vec::new();
    for gram in keys::grams(typed) {
        for word in store::words(conn, &gram, kit::db::FEW).await? {
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
    Ok(words)
}

/// The candidates as people, best first: by how many pieces fit, then how well, then by name.
async fn ranked(conn: &mut Conn, pieces: &[Piece], candidates: Candidates) -> Result<Found> {
    let full = candidates.0.len() == CANDIDATES;
    let mut scored = Vec::new();
    for id in candidates.0 {
        if let Some(person) = store::person(conn, id).await? {
            scored.push((rank::score(&person, pieces), person));
        }
    }
    let most = scored.iter().map(|((fits, _), _)| *fits).max().unwrap_or(0);
    scored.retain(|((fits, _), _)| *fits == most && most > 0);
    scored.sort_by(|(a, one), (b, other)| {
        b.cmp(a).then_with(|| one.name.cmp(&other.name)).then_with(|| one.id.cmp(&other.id))
    });
    let more = full || scored.len() > SHOWN;
    Ok(Found { people: scored.into_iter().map(|(_, person)| person).take(SHOWN).collect(), more })
}
