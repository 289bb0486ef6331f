//! Matching one record against all others: how long it takes as somebody comes, whether a second record is found, and how long it
//! is until the proposals are on the disk.

use crate::figures::{last_line, percentile};
use crate::find::{Wanted, mistaken, wanted};
use kit::clock::{DAY, Stopwatch};
use kit::{App, Id, Lang, Result, params, sql};
use residents::find::keys;
use residents::store::{self, record};
use residents::{Address, Household, Resident, linking};

/// People who have a second record.
const TWICE: u64 = 500;
/// Not slower than this, milliseconds.
const TARGET: f64 = 1.0;

sql!(DETAILS, "SELECT details FROM residents WHERE id = $1");
sql!(FORGET_AS_A, "DELETE FROM residents_proposals WHERE a = $1");
sql!(FORGET_AS_B, "DELETE FROM residents_proposals WHERE b = $1");

/// How many the job takes at once.
const AT_ONCE: usize = 20;

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

/// All that is done for those who come, as the job and an import do it: compared, and their proposals written, in a database that waits
/// for the disk. Says what it takes for each, where one comes alone and where many do.
pub async fn as_they_come(app: &App, people: u64) -> Result<()> {
    let mut all = Vec::new();
    for n in (0..people).step_by((people / TWICE) as usize) {
        all.extend(account(app, &second(n, false).email).await?);
    }
    for (how, at_once) in [("alone", 1), ("20 at once", AT_ONCE)] {
        let mut taken = Vec::new();
        for some in all.chunks(at_once) {
            let new = anew(app, some).await?;
            let begun = Stopwatch::start();
            store::linking::waiting(&mut *app.db.read().await?, AT_ONCE).await?;
            linking::match_these(app, &new).await?;
            taken.push(begun.elapsed() / some.len() as u32);
        }
        taken.sort_unstable();
        let (p50, p99) = (percentile(&taken, 0.5), percentile(&taken, 0.99));
        println!("matching, until the proposals are written, {how}: p50 {p50:.2} ms, p99 {p99:.2} ms a record");
    }
    Ok(())
}

/// Makes their details new, with no proposal about them; each with which of their details that is.
async fn anew(app: &App, ids: &[Id]) -> Result<Vec<(Id, i64)>> {
    let (mut tx, mut all) = (app.db.begin().await?, Vec::new());
    for id in ids {
        tx.exec(&FORGET_AS_A, params![*id]).await?;
        tx.exec(&FORGET_AS_B, params![*id]).await?;
        keys::write(&mut tx, *id).await?;
        all.push((*id, tx.one(&DETAILS, params![*id]).await?.get(0)?));
    }
    tx.commit().await?;
    Ok(all)
}
