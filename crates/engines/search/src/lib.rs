//! Finding the right service or article from everyday, misspelt or second-language words, and
//! noticing words that mean danger.
//!
//! Pure: documents and phrase lists come in, an index is built, questions are answered from
//! memory. The same question always gets the same answer.
//!
//! How a question is answered ([`Index::search`]):
//! 1. The words are folded: small letters, no accents, Arabic letters to one form.
//! 2. Each word is looked up in the words of every language: as typed, by its stem (with Welsh
//!    mutations undone), joined with its neighbour or split in two, as the beginning of a longer
//!    word when it is the last, and, when nothing else knows it, as a typing mistake.
//! 3. A document earns points for each word it has: more for rare words, for words in its title
//!    and synonyms, for an exact match. A word counts once, in whichever language earns most.
//! 4. Synonym phrases found whole, or nearly whole, earn more.
//! 5. What is called exactly as the question stands before everything else.
//!
//! [`Danger`] is separate and stricter: phrases with a kind, see its own page.

mod arabic;
mod danger;
mod english;
mod exact;
mod index;
mod language;
mod lexicon;
mod phrases;
mod query;
mod text;
mod welsh;

pub use danger::{Danger, DangerError, Kind, Sign};
pub use index::{Document, Index, Synonym};
pub use query::{Correction, Found, Hit};
