//! Which records are of the same person: record linkage after Fellegi and Sunter (1969), with the reason for every score.
//!
//! Pure: records come in, match probabilities and their explanations come out; nothing is decided here. Whether two records
//! become one is for a person to confirm.
//!
//! How a pair gets its score:
//! 1. Values are folded (small letters, no accents, no spaces) and kept once each, with how often they occur.
//! 2. **Blocking rules** find candidate pairs: only records that share a key are compared, each pair once.
//! 3. Each [`Field`] of a pair has a **comparison level** ([`Level`]): exact, close, a nickname, two names in each other's
//!    place, far. A missing value says nothing, and neither does a house number of another street.
//! 4. A level is worth its **match weight**, log2(m / u) bits. u is how often strangers show it, m how often one person's
//!    records do; both are estimated from the file itself, m by EM. Agreement on a rare value is worth more (**term
//!    frequency**).
//! 5. Weights add up to log odds. Two corrections follow, because the fields of an address are not independent: people move
//!    house, and families and neighbours share addresses and surnames ([`Model`]). [`Explanation`] lists everything.
//!
//! For a whole file: fill an [`Index`], make a [`Linkage`], train, ask for links, join them into [`clusters`]. For one record
//! that just came in: [`Index::find`] with a model trained before; its scores are those of the whole file. Where the records are
//! in a database: keys made with [`sound`] find the few that may match, and [`Index::weigh`] says how frequent their values are. Pairs a person has
//! told apart are an input, [`NeverLink`].

mod blocking;
mod clusters;
mod compare;
mod dates;
pub mod febrl;
mod hash;
mod index;
mod link;
mod model;
mod nicknames;
mod pairs;
mod phonetic;
mod record;
mod score;
mod similarity;
mod store;
mod text;
mod train;
mod vocabulary;

pub use clusters::clusters;
pub use index::{Index, Match};
pub use link::{Link, Linkage, NeverLink};
pub use model::Model;
pub use nicknames::other_names;
pub use phonetic::sound;
pub use record::{Field, Level, Record};
pub use score::{Explanation, Weight};
