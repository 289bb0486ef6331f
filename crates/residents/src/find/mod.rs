//! One box finds the person: any part of a name, telephone number, email, postcode, address or date of birth, in any order,
//! with typing mistakes and the names people go by; or the registration mark of a vehicle.
//!
//! What was typed is cut into pieces ([`typed`]); each stands for a few stretches of the keys that are kept for everybody
//! ([`keys`]). Who may be meant is looked for on a shelf of keys ([`asked`]); nouns above have shelves of their own. Candidates
//! are then looked at as a whole and put in order ([`rank`]).

mod asked;
pub mod fold;
pub mod keys;
mod rank;
mod typed;

pub use crate::store::keys::{Home, Person, Shelf};
pub use asked::{Asked, best};
pub use plates::{Fit, Plate};
pub use typed::{Doubt, doubt};

use crate::store::keys as store;
use kit::Result;
use kit::db::Conn;

/// People shown.
pub const SHOWN: usize = 20;
/// Candidates that are looked at as a whole.
pub const CANDIDATES: usize = 60;

/// Who was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The people, best first; at most [`SHOWN`].
    pub people: Vec<Person>,
    /// There are more who fit.
    pub more: bool,
    /// Those with a vehicle of the mark that was typed, or of one near it: which, and how it fits; the best first, at most [`SHOWN`].
    pub vehicles: Vec<(Person, Plate, Fit)>,
}

/// Finds people by what was typed.
pub async fn find(conn: &mut Conn, typed: &str) -> Result<Found> {
    let asked = Asked::read(typed);
    let candidates = asked.candidates(conn, &store::RESIDENTS, CANDIDATES).await?;
    let full = candidates.len() == CANDIDATES;
    let found = store::people(conn, &candidates).await?;
    let found = found.into_iter().map(|person| (asked.score(&person), person)).collect();
    let mut people = best(one_for_each(conn, found).await?, |person| (person.name.clone(), person.id));
    let more = full || people.len() > SHOWN;
    people.truncate(SHOWN);
    Ok(Found { people, more, vehicles: with_vehicle(conn, &asked).await? })
}

/// Somebody who is known by another way than what was typed, as the box shows them; of joined records the one that is kept.
pub async fn one(conn: &mut Conn, id: kit::Id) -> Result<Found> {
    let kept = crate::linking::joined::record(conn, id).await?;
    let people = store::person(conn, kept).await?.into_iter().collect();
    Ok(Found { people, ..Found::default() })
}

/// How well somebody fits, and who it is.
type Scored = ((usize, u32), Person);

/// Of records that were joined the one that is kept, fitting as well as the best of them.
async fn one_for_each(conn: &mut Conn, found: Vec<Scored>) -> Result<Vec<Scored>> {
    let mut all: Vec<Scored> = Vec::new();
    for (fits, person) in found {
        let kept = match person.joined {
            true => crate::linking::joined::record(conn, person.id).await?,
            false => person.id,
        };
        match all.iter_mut().find(|(_, other)| other.id == kept) {
            Some((best, _)) => *best = fits.max(*best),
            None if kept == person.id => all.push((fits, person)),
            None => all.extend(store::person(conn, kept).await?.map(|person| (fits, person))),
        }
    }
    Ok(all)
}

/// Those with a vehicle that may be meant; of joined records the one that is kept.
async fn with_vehicle(conn: &mut Conn, asked: &Asked) -> Result<Vec<(Person, Plate, Fit)>> {
    let mut all: Vec<(Person, Plate, Fit)> = Vec::new();
    for id in asked.by_plate(conn, &store::RESIDENTS).await? {
        let Some(person) = store::person(conn, id).await? else { continue };
        let Some((fit, plate)) = asked.fit(&person.plates).map(|(fit, plate)| (fit, plate.clone())) else { continue };
        let kept = crate::linking::joined::record(conn, id).await?;
        let person = if kept == id { Some(person) } else { store::person(conn, kept).await? };
        all.extend(person.map(|person| (person, plate, fit)));
    }
    all.sort_by(|(one, plate, fit), (other, theirs, fits)| {
        fit.cmp(fits).then_with(|| plate.cmp(theirs)).then_with(|| one.id.cmp(&other.id))
    });
    all.dedup_by(|(one, ..), (other, ..)| one.id == other.id);
    all.truncate(SHOWN);
    Ok(all)
}
