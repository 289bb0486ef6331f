//! Matching one record against all others: how long it takes as somebody comes, and whether a second record is found.

use crate::figures::{last_line, percentile};
use crate::find::{Wanted, mistaken, wanted};
use kit::clock::{DAY, Stopwatch};
use kit::{App, Id, Lang, Result};
use residents::find::keys;
use residents::store::{self, record};
use residents::{Address, Household, Resident, linking};

/// People who have a second record.
const TWICE: u64 = 500;
/// Not slower than this, milliseconds.
const TARGET: f64 = 1.0;

/// The second record of person number `n`: the same birthday; a mistake in the surname, and where they have moved another home.
fn second(n: u64, has_moved: bool) -> Wanted {
    let one = wanted(n);
    let moved = wanted(n + 100_003);
    let (first, surname) = one.name.split_once(' ').unwrap_or_default();
    let home = if has_moved { moved } else { wanted(n) };
    Wanted {
        name: format!("{first} {}", mistaken(surname)),
        email: format!("second{n}@mail.example"),
        phone: String::new(),
        house: home.house,
        street: home.street,
        postcode: home.postcode,
        born: one.born,
    }
}

/// Every second of those who come twice.
fn has_moved(n: u64, people: u64) -> bool {
    (n / (people / TWICE)).is_multiple_of(2)
}

async fn account(app: &App, email: &str) -> Result<Option<Id>> {
    let Ok(address) = Address::email(email) else { return Ok(None) };
    let found = store::by_address(&mut *app.db.read().await?, &address).await?;
    Ok(found.map(|resident| resident.id))
}

/// Makes the second records, if they are not there.
async fn make(app: &App, people: u64) -> Result<()> {
    let step = people / TWICE;
    if account(app, &second(0, false).email).await?.is_some() {
        return Ok(());
    }
    for n in (0..people).step_by(step as usize) {
        let one = second(n, has_moved(n, people));
        let (id, home) = (app.id(), app.id());
        let household = Household {
            id: home,
            line1: one.house,
            street: one.street,
            town: "Eastmere".into(),
            postcode: one.postcode,
            ward: "W1".into(),
            lat: None,
            lon: None,
        };
        let resident = Resident {
            id,
            revision: 1,
            name: one.name,
            email: Some(one.email),
            phone: None,
            password_hash: None,
            lang: Lang::EN,
            household: Some(home),
            made_at: app.now() - DAY,
        };
        let mut tx = app.db.begin().await?;
        store::insert_household(&mut tx, &household).await?;
        store::insert_resident(&mut tx, &resident).await?;
        record::set_particulars(&mut tx, id, Some(&one.born), false).await?;
        keys::write(&mut tx, id).await?;
        tx.commit().await?;
    }
    app.db.maintain("ANALYZE").await
}

/// Matches those who have a second record, and says how long each took and how many were found.
pub async fn run(app: &App, people: u64) -> Result<()> {
    make(app, people).await?;
    linking::count(app).await?;
    let (mut taken, mut found, mut of_moved, mut proposed, mut all) = (Vec::new(), 0, 0, 0, 0);
    for n in (0..people).step_by((people / TWICE) as usize) {
        let (one, other) = (account(app, &wanted(n).email).await?, account(app, &second(n, false).email).await?);
        let (Some(one), Some(other)) = (one, other) else { continue };
        let mut read = app.db.read().await?;
        let begun = Stopwatch::start();
        let pairs = linking::find(&mut read, other).await?;
        taken.push(begun.elapsed());
        all += 1;
        proposed += pairs.len();
        let is_found = usize::from(pairs.iter().any(|pair| pair.id == one));
        found += is_found;
        of_moved += if has_moved(n, people) { is_found } else { 0 };
    }
    taken.sort_unstable();
    let p99 = percentile(&taken, 0.99);
    println!(
        "matching one record: p50 {:.2} ms, p99 {p99:.2} ms; second records found {found} of {all}, {of_moved} of \
         the half that moved, pairs proposed {proposed}",
        percentile(&taken, 0.5),
    );
    last_line("matching", p99, "ms", TARGET, TARGET / p99);
    Ok(())
}
