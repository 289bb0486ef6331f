//! Cases in the hands of other systems: a contractor's, a neighbour's, a back office's own. An officer hands a case over; the system
//! takes it under a number of its own or refuses it, says how it goes, and ends it with an outcome of the definition. What it has
//! not answered is never hidden.

mod answer;
mod begin;
mod beside;
mod end;
mod model;
mod offer;
mod words;

pub use answer::{Answered, accept, done, listed, one, refuse, say};
pub use beside::{Heard, SentFile, SentMessage, file, heard, hears};
pub use model::{Handed, SAID, State};
pub use offer::{Sent, hand_to, told};

pub(crate) use end::{listener, record};
pub(crate) use offer::{Hands, Offer, hand, hands};
pub(crate) use words::{of_case, of_resident, state_words};

use crate::store::{handed, systems};
use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result};

/// A system that takes cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taker {
    /// That of the webhook by which it is told.
    pub id: Id,
    /// What definitions call it.
    pub code: String,
    /// What people know it by.
    pub name: String,
    /// The key it answers with.
    pub key: Id,
    /// When it began to take cases.
    pub made: Micros,
    /// When it ended; 0 while it takes cases.
    pub ended: Micros,
}

/// How many cases a system has had, by how they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Asked for, and not answered yet.
    pub asked: i64,
    /// Of those, past the agreed time.
    pub silent: i64,
    /// Taken, and not done yet.
    pub accepted: i64,
    /// Refused.
    pub refused: i64,
    /// Done.
    pub done: i64,
    /// Taken back by the council.
    pub taken_back: i64,
}

/// The system of a webhook, where it takes cases.
pub async fn taker(conn: &mut Conn, webhook: Id) -> Result<Option<Taker>> {
    Ok(systems::by_id(conn, webhook).await?.filter(|system| system.ended == 0))
}

/// Every system that takes cases or did.
pub async fn takers(conn: &mut Conn) -> Result<Vec<Taker>> {
    systems::all(conn).await
}

/// Keeps a system, anew or as it is called now; false where another is called by this code.
pub async fn keep_taker(tx: &mut Conn, taker: &Taker) -> Result<bool> {
    match systems::by_code(tx, &taker.code).await? {
        Some(other) if other.id != taker.id => Ok(false),
        _ => systems::keep(tx, taker).await.map(|()| true),
    }
}

/// It takes no more cases.
pub async fn end_taker(tx: &mut Conn, webhook: Id, now: Micros) -> Result<()> {
    systems::end(tx, webhook, now).await?;
    handed::left_behind(tx, webhook, now).await
}

/// How many cases a system has had.
pub async fn counts(conn: &mut Conn, system: Id, now: Micros) -> Result<Counts> {
    handed::counts(conn, system, now).await
}
