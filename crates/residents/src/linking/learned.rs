//! Weights from the council's own records: how often one person's records differ here, and how often strangers agree.
//!
//! Everybody born on some days of the year, whatever the year, is compared with each other by the engine, which tells one person's pairs
//! from strangers' by itself (EM). Two records of one person nearly always share that day, so a part of the council has all of such a
//! pair or nothing of it, and a bounded number of records is enough. What such people cannot tell is how often a date of birth is
//! mistaken: that stays with the numbers everybody begins with. How common values are is counted for each pair anew.

use super::details::Details;
use crate::store::{keys, linking, models as store};
use jiff::civil::{Date, date};
use kit::app::{App, Boxed};
use kit::clock::{DAY, Micros, Stopwatch};
use kit::db::Conn;
use kit::jobs::{Running, Work};
use kit::{Error, Id, Result};
use linkage::{Field, Index, Level, Linkage, Model};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A council with fewer residents learns nothing: of 10,000 one in fifty has a second record, which makes 200 pairs, each of which
/// has a mistake in one field or other; below [`LEAST_MATCHES`] a share of one in twenty cannot be told from one in a hundred.
pub const LEAST_RECORDS: i64 = 10_000;
const LEAST_MATCHES: f64 = 50.0;
/// No register has a second record of more than one in so many: where it seems so, a household or a street was taken for one person.
const TWICE_AT_MOST: f64 = 4.0;
/// Records that are compared at most: some 20 MB for half a minute.
const MOST_RECORDS: usize = 40_000;
/// Keys of one day that are looked at; more have one day in councils of more than a million.
const MOST_OF_A_DAY: usize = 8_000;
/// It is worked out anew after so long.
const AGAIN: Micros = 30 * DAY;
/// For as long as reading took, the database is left to others.
const REST: u32 = 1;
/// Days are taken from all over the year: this has no divisor in common with their number.
const STEP: i32 = 149;
const DAYS: i32 = 366;

static STARTING: LazyLock<Model> = LazyLock::new(Model::starting);

/// Weights that were worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned {
    /// Its number; nought are those everybody begins with.
    pub version: i64,
    /// When.
    pub at: Micros,
    /// From how many records.
    pub records: i64,
    /// How many pairs of them were compared.
    pub pairs: i64,
    /// How many of these are expected to be of one person.
    pub matches: i64,
    /// Why it is not used.
    pub refused: Option<Refused>,
    /// The weights.
    pub model: Model,
}

/// Why weights are not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Too few people have a second record.
    Few,
    /// More would have a second record than anywhere, or something that agrees would count against one person, or something that
    /// differs for them.
    Odd,
}

impl Refused {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Refused::Few => "few",
            Refused::Odd => "odd",
        }
    }

    /// Of a code; nothing for what is used.
    pub fn of(code: &str) -> Option<Refused> {
        [Refused::Few, Refused::Odd].into_iter().find(|one| one.code() == code)
    }
}

/// The weights everybody begins with.
pub fn starting() -> Learned {
    let model = STARTING.clone();
    Learned { version: 0, at: 0, records: 0, pairs: 0, matches: 0, refused: None, model }
}

/// The weights pairs are scored by now.
pub async fn in_use(conn: &mut Conn) -> Result<Learned> {
    Ok(store::in_use(conn).await?.unwrap_or_else(starting))
}

/// Those with this number.
pub async fn of(conn: &mut Conn, version: i64) -> Result<Learned> {
    match version {
        0 => Ok(starting()),
        version => store::of(conn, version).await?.ok_or(Error::NotFound),
    }
}

/// Works the weights out from the records there are; nothing where there are fewer than `least` with a date of birth. What was worked
/// out is kept also where it is not used, so that it can be looked up when and why the weights changed, or did not.
pub async fn learn(app: &App, least: i64) -> Result<Option<Learned>> {
    let index = sample(app).await?;
    let records = index.len();
    if (records as i64) < least {
        return Ok(None);
    }
    let worked_out = tokio::task::spawn_blocking(move || {
        let all = Linkage::within(&index, &mut |_, _| {});
        (all.candidates(), all.train())
    });
    let (compared, model) = worked_out.await.map_err(Error::internal)?;
    keep(app, records, compared, model).await.map(Some)
}

async fn keep(app: &App, records: usize, compared: usize, model: Model) -> Result<Learned> {
    let matches = model.match_share * records as f64 * (records as f64 - 1.0) / 2.0;
    let model = settled(model, matches);
    let refused = match () {
        () if matches < LEAST_MATCHES => Some(Refused::Few),
        () if matches > records as f64 / TWICE_AT_MOST || !is_sound(&model) => Some(Refused::Odd),
        () => None,
    };
    let mut tx = app.db.begin().await?;
    let version = store::last(&mut tx, 1).await?.first().map_or(1, |last| last.version + 1);
    let (records, pairs, matches) = (records as i64, compared as i64, matches.round() as i64);
    let learned = Learned { version, at: app.now(), records, pairs, matches, refused, model };
    if !store::insert(&mut tx, &learned).await? {
        return Err(Error::Rerun);
    }
    tx.commit().await?;
    Ok(learned)
}

/// The weights with what they began with where the records cannot tell: of a date of birth, and of a part of the home in which to
/// differ would count for one person. Where all live in one town, nobody has shown what another means. What hardly any of
/// these so many pairs of one person showed counts no more than it did.
pub fn settled(model: Model, matches: f64) -> Model {
    let homes = [Field::StreetNumber, Field::Address1, Field::Suburb, Field::Postcode];
    let model = model.settled(matches, &STARTING).with(Field::DateOfBirth, &STARTING);
    homes.into_iter().fold(model, |model, field| match differing(&model, field) < 0.0 {
        true => model,
        false => model.with(field, &STARTING),
    })
}

/// What two values count that are not alike at all.
fn differing(model: &Model, field: Field) -> f64 {
    field.levels().last().and_then(|far| model.bits(field, *far)).unwrap_or_default()
}

/// Whether names that agree count for one person, and others against.
fn is_sound(model: &Model) -> bool {
    [Field::GivenName, Field::Surname]
        .into_iter()
        .all(|field| model.bits(field, Level::Exact).unwrap_or_default() > 0.0 && differing(model, field) < 0.0)
}

/// Everybody born on some days of the year, until there are enough.
async fn sample(app: &App) -> Result<Index> {
    let (mut index, first) = (Index::new(), date(2024, 1, 1));
    for day in (0..DAYS).map(|n| n * STEP % DAYS) {
        let watch = Stopwatch::start();
        let day = first.checked_add(jiff::Span::new().days(day)).map_err(Error::internal)?;
        add_born_on(app, day, &mut index).await?;
        if index.len() >= MOST_RECORDS {
            break;
        }
        tokio::time::sleep(watch.elapsed() * REST).await;
    }
    Ok(index)
}

async fn add_born_on(app: &App, day: Date, index: &mut Index) -> Result<()> {
    let mut read = app.db.read().await?;
    let key = format!("k4{:02}-{:02}", day.month(), day.day());
    let found = keys::with(&mut read, (&key, &format!("{key}\u{10ffff}")), MOST_OF_A_DAY).await?;
    // One who has two names that sound apart stands there twice.
    let ids: Vec<Id> = found.into_iter().collect::<BTreeSet<Id>>().into_iter().collect();
    for some in ids.chunks(super::CANDIDATES) {
        for person in keys::people(&mut read, some).await? {
            index.add(&Details::of(&person).record());
        }
    }
    Ok(())
}

/// The job that works the weights out, where there are enough residents and it was not done lately.
pub fn works() -> Vec<Work> {
    vec![Work::every(DAY, "residents.learning", run)]
}

fn run<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let mut read = app.db.read().await?;
        let residents = linking::residents(&mut read).await?;
        let last = store::learned_at(&mut read).await?;
        drop(read);
        if residents < LEAST_RECORDS || last.is_some_and(|at| at > app.now() - AGAIN) {
            return Ok(());
        }
        learn(app, LEAST_RECORDS).await.map(drop)
    })
}
