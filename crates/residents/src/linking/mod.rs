//! One record of a person: who may be the same is found as they come, explained, and joined by a person, who can part them again.
//!
//! [`details`] says what is compared and keeps the keys that find who may be the same; [`score`] says how likely it is, and why.
//! The job here compares everybody whose details are new with those who share a key, and writes down the pairs that are worth a
//! look. [`joined`] is where all others ask which accounts are one person's.

pub mod details;
pub(crate) mod join;
pub mod joined;
pub mod learned;
pub mod personal;
pub(crate) mod proof;
pub mod score;

pub use join::join;
pub use proof::prove;

use crate::store::merges::Proposal;
use crate::store::{keys, linking as store};
use details::Details;
use kit::app::{App, Boxed};
use kit::clock::{DAY, SECOND, Stopwatch};
use kit::db::{Conn, Tx};
use kit::jobs::{Running, Work};
use kit::{Error, Id, Result};
use score::{Frequencies, Score};
use std::collections::BTreeSet;

/// Keys somebody can have; the statement that asks for them has so many places.
pub const ASKED: usize = 12;
/// People who are looked at as a whole: those who share the most keys.
pub const CANDIDATES: usize = 16;
/// With more than this a key says little.
pub const MOST_OF_A_KEY: usize = 40;
/// Which of their details those are that somebody comes with.
pub const FIRST: i64 = 1;
/// A value is counted up to here; what is commoner counts as one in fifty.
const COUNTED: usize = 1_000;
const COMMON_SHARE: u32 = 50;
/// People matched in one transaction while others want the writer too, and how long it is left to them after.
const AT_ONCE: usize = 20;
const REST: u32 = 2;

/// Somebody who may be the same person, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Their account.
    pub id: Id,
    /// One of the two has a safe address.
    pub guarded: bool,
    /// How likely it is.
    pub score: Score,
    /// By which weights that was worked out.
    pub model: i64,
}

/// Everybody who may be the same person as this one, the likeliest first.
pub async fn find(conn: &mut Conn, id: Id) -> Result<Vec<Found>> {
    let Some(person) = crate::store::keys::person(conn, id).await? else { return Ok(Vec::new()) };
    let own = Details::of(&person);
    if own.surname.is_empty() {
        return Ok(Vec::new());
    }
    let candidates = store::candidates(conn, id, &own.asks()).await?;
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let (frequencies, weights) = (frequencies(conn, &own).await?, learned::in_use(conn).await?);
    let mut found = Vec::new();
    for other in keys::people(conn, &candidates).await?.iter().filter(|other| !other.name.is_empty()) {
        let score = score::score(&own, &Details::of(other), &frequencies, &weights.model);
        if score.is_worth_a_look() {
            let guarded = person.guarded || other.guarded;
            found.push(Found { id: other.id, guarded, score, model: weights.version });
        }
    }
    found.sort_by(|a, b| b.score.bits().total_cmp(&a.score.bits()));
    Ok(found)
}

/// Why two records are proposed, as they are now: with the frequencies of the first's values, and by the weights by which they were
/// proposed. Nothing where one is gone.
pub async fn compare(conn: &mut Conn, of: &Proposal) -> Result<Option<Score>> {
    let people = keys::people(conn, &[of.a, of.b]).await?;
    let details = |id: Id| people.iter().find(|person| person.id == id).map(Details::of);
    let (Some(a), Some(b)) = (details(of.a), details(of.b)) else { return Ok(None) };
    let weights = learned::of(conn, of.model).await?;
    let frequencies = frequencies(conn, &a).await?;
    Ok(Some(score::score(&a, &b, &frequencies, &weights.model)))
}

/// How frequent the values of these details are here.
async fn frequencies(conn: &mut Conn, of: &Details) -> Result<Frequencies> {
    let (counts, people) = store::frequencies(conn, of, COUNTED).await?;
    let common = u32::try_from(people).unwrap_or(u32::MAX) / COMMON_SHARE;
    let count = |counted: usize| if counted < COUNTED { counted as u32 } else { common.max(counted as u32) };
    Ok(Frequencies { of: u32::try_from(people).unwrap_or(u32::MAX), counts: counts.map(count) })
}

/// Compares some of those whose details are new, and writes down the pairs that are worth a look; how many there were.
pub async fn match_some(app: &App, most: usize) -> Result<usize> {
    let waiting = store::waiting(&mut *app.db.read().await?, most).await?;
    match_these(app, &waiting).await?;
    Ok(waiting.len())
}

/// Compares these, each with which of their details that is; the pairs that are worth a look, each once.
pub async fn match_these(app: &App, waiting: &[(Id, i64)]) -> Result<BTreeSet<(Id, Id)>> {
    let (mut all, mut pairs) = (Vec::new(), BTreeSet::new());
    let mut read = app.db.read().await?;
    for &(id, details) in waiting {
        let found = match find(&mut read, id).await {
            // Somebody who cannot be compared does not hold up the others; what ails the database does, and is tried again.
            Err(cause @ (Error::Internal(_) | Error::NotFound)) => {
                tracing::error!(resident = %id, %cause, "somebody cannot be compared with others");
                None
            }
            found => Some(found?),
        };
        all.push((id, details, found));
    }
    drop(read);
    if !all.is_empty() {
        let mut tx = app.db.begin().await?;
        for (id, details, found) in &all {
            if let Some(found) = found {
                pairs.extend(found.iter().map(|other| pair(*id, other.id)));
                note(&mut tx, app, *id, found).await?;
            }
            store::matched(&mut tx, *id, *details).await?;
        }
        tx.commit().await?;
    }
    Ok(pairs)
}

/// Two records, the lower id first.
fn pair(one: Id, other: Id) -> (Id, Id) {
    (one.min(other), one.max(other))
}

/// Compares one person with the others now, without waiting for the job.
pub async fn match_now(app: &App, id: Id) -> Result<()> {
    let found = find(&mut *app.db.read().await?, id).await?;
    let mut tx = app.db.begin().await?;
    note(&mut tx, app, id, &found).await?;
    tx.commit().await
}

/// Writes down who may be the same person as this one; what was proposed before and is no longer likely goes from the list.
async fn note(tx: &mut Tx, app: &App, id: Id, found: &[Found]) -> Result<()> {
    for other in found {
        // Hundredths of a bit; nobody is a thousand bits likely.
        let bits = (other.score.bits() * 100.0).clamp(-100_000.0, 100_000.0) as i64;
        store::propose(tx, app.id(), pair(id, other.id), other.guarded, (bits, other.model), app.now()).await?;
    }
    // Since they were compared an address may have become a safe one.
    if !found.is_empty() {
        joined::guard(tx, id).await?;
    }
    for (proposal, other) in store::open_of(tx, id).await? {
        if !found.iter().any(|found| found.id == other) {
            store::withdraw(tx, proposal).await?;
        }
    }
    Ok(())
}

/// Counts the residents, where that was not done today.
pub async fn count(app: &App) -> Result<()> {
    let last = store::counted(&mut *app.db.read().await?).await?;
    if last.is_some_and(|at| at > app.now() - DAY) {
        return Ok(());
    }
    let residents = app.db.read_long(async |conn| store::count(conn).await).await?;
    let mut tx = app.db.begin().await?;
    store::set_counted(&mut tx, residents, app.now()).await?;
    tx.commit().await
}

/// The job that matches whoever came, or changed, and the one that works the weights out.
pub fn works() -> Vec<Work> {
    let mut all = learned::works();
    all.push(Work::every(5 * SECOND, "residents.linking", run));
    all
}

fn run<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        count(app).await?;
        loop {
            let watch = Stopwatch::start();
            if match_some(app, AT_ONCE).await? == 0 {
                return Ok(());
            }
            tokio::time::sleep(watch.elapsed() * REST).await;
        }
    })
}
