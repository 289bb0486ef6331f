//! The keys by which reporters without an account, and requests about a vehicle, are found. A listener keeps who is to be written;
//! a job writes them, a few at a time, so that nobody who sends something waits for it.

use crate::facts::Data;
use crate::open::Given;
use crate::store::{self, found::Reported};
use crate::{book, model::Case};
use kit::app::Boxed;
use kit::clock::{SECOND, Stopwatch};
use kit::db::{Conn, Tx};
use kit::facts::{Listener, Recorded};
use kit::jobs::{Running, Work};
use kit::{App, Error, Id, Result};
use residents::find::{Person, Plate, fold, keys};
use services::{Answer, Kind};

/// Reporters whose keys are written in one transaction while others want the writer too.
const AT_ONCE: usize = 20;
/// For so many times as long as that took, the writer is left to them.
const REST: u32 = 3;

/// The listener that keeps whose keys are to be written.
pub(crate) fn listener() -> Listener {
    Listener { name: "cases.found", handler: follow }
}

fn follow<'a>(_: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for fact in facts {
            let Some(case) = fact.subject("case") else { continue };
            let whose = match fact.kind.as_str() {
                "case.opened" | "case.passed-on" | "case.imported" => case,
                "case.joined" | "case.claimed" => match fact.data::<Data>()?.reporter {
                    Some(joiner) if !joiner.is_none() => joiner,
                    _ => case,
                },
                _ => continue,
            };
            store::found::wait(tx, whose).await?;
        }
        Ok(())
    })
}

/// The job that writes them.
pub(crate) fn work() -> Work {
    Work::every(2 * SECOND, "cases.found", run)
}

fn run<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        loop {
            let watch = Stopwatch::start();
            if write_some(app, AT_ONCE).await? == 0 {
                return Ok(());
            }
            tokio::time::sleep(watch.elapsed() * REST).await;
        }
    })
}

/// Writes the keys of some who wait for it, so many in one transaction; how many there were.
pub async fn write_some(app: &App, most: usize) -> Result<usize> {
    let waiting = store::found::waiting(&mut *app.db.read().await?, most).await?;
    if !waiting.is_empty() {
        let mut tx = app.db.begin().await?;
        for id in &waiting {
            write(&mut tx, app, *id).await?;
        }
        tx.commit().await?;
    }
    Ok(waiting.len())
}

/// Writes the keys of everybody who reported a case, as they are now: none are left of one that was erased.
pub async fn write_of_case(tx: &mut Conn, app: &App, case: Id) -> Result<()> {
    write(tx, app, case).await?;
    for joiner in store::found::reporters(tx, case).await? {
        write(tx, app, joiner).await?;
    }
    Ok(())
}

/// Writes the keys of one reporter, and keeps no word by which nobody is found any more.
async fn write(tx: &mut Conn, app: &App, id: Id) -> Result<()> {
    let before = store::found::keys(tx, id).await?;
    let now = match store::found::reported(tx, id).await? {
        Some(reported) => of(tx, app, &reported).await?,
        None => Vec::new(),
    };
    store::found::replace(tx, id, &now).await?;
    for word in words(&now).filter(|word| !before.iter().any(|key| is_of(key, word))) {
        for gram in keys::grams(word) {
            store::found::insert_word(tx, &gram, word).await?;
        }
    }
    for word in words(&before).filter(|word| !now.iter().any(|key| is_of(key, word))) {
        let key = format!("w{word}");
        if store::found::SHELF.with(tx, (&key, &format!("{key}\u{1}")), 1).await?.is_empty() {
            for gram in keys::grams(word) {
                store::found::forget_word(tx, &gram, word).await?;
            }
        }
    }
    Ok(())
}

/// The words among keys in which mistakes are looked for.
fn words(keys: &[String]) -> impl Iterator<Item = &str> {
    let words = keys.iter().filter_map(|key| key.strip_prefix('w'));
    words.filter(|word| keys::is_name(word) && !fold::is_common(word))
}

fn is_of(key: &str, word: &str) -> bool {
    key.strip_prefix('w') == Some(word)
}

async fn of(conn: &mut Conn, app: &App, reported: &Reported) -> Result<Vec<String>> {
    let mut all = match reported.resident {
        // Whoever has an account is found by that.
        Some(_) => Vec::new(),
        None => keys::plain(&person(reported)),
    };
    match store::cases::by_id(conn, reported.case).await {
        Ok(case) => all.extend(plates(app, &case, &reported.answers)?.iter().flat_map(keys::of_plate)),
        Err(Error::NotFound) => {}
        Err(cause) => return Err(cause),
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// A reporter as those with an account are looked at. Where they live is not told by what they reported.
pub(super) fn person(reported: &Reported) -> Person {
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    Person {
        id: reported.id,
        name: reported.name.clone(),
        email: some(&reported.email),
        phone: some(&reported.phone),
        home: None,
        born: None,
        guarded: false,
        restricted: false,
        deceased: false,
        joined: false,
        plates: Vec::new(),
    }
}

/// The registration marks among these answers.
pub(super) fn plates(app: &App, case: &Case, answers: &str) -> Result<Vec<Plate>> {
    let book = book::of(app, case)?;
    let Some(definition) = book.definition() else { return Ok(Vec::new()) };
    let given: Vec<Given> = serde_json::from_str(answers)?;
    let is_plate = |one: &&Given| definition.question(&one.question).is_some_and(|asked| asked.kind == Kind::Plate);
    let marks = given.iter().filter(is_plate).filter_map(|one| match serde_json::from_value(one.value.clone()) {
        Ok(Answer::Text(mark)) => Plate::parse(&mark).ok(),
        _ => None,
    });
    Ok(marks.collect())
}
