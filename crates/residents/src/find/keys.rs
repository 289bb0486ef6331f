//! The keys a person is found by, written when their details change and, for those who came in bulk, by a job.

use super::fold;
use crate::linking::details::Details;
use crate::store::keys::{self, Person};
use kit::address::Phone;
use kit::app::{App, Boxed};
use kit::clock::{SECOND, Stopwatch};
use kit::db::Conn;
use kit::jobs::{Running, Work};
use kit::{Id, Result};
use plates::Plate;

/// The edition of these rules. With a new one the job writes everybody's keys anew.
const EDITION: i64 = 4;
/// People whose keys are written in one transaction while others want the writer too.
const AT_ONCE: usize = 20;
/// For so many times as long as that took, the writer is left to them.
const REST: u32 = 3;

/// The key of somebody whose date of birth no list shows: it stands in the place of the date, so that a search answers the same
/// whichever date was typed beside their name.
pub(super) const UNTOLD_BORN: &str = "u";

/// The keys of a person, those by which a second record of theirs is found among them. Nobody is found by an address that
/// no list shows.
fn of(person: &Person) -> Vec<String> {
    let mut keys = plain(person);
    keys.extend(Details::of(person).keys());
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The keys a person is found by in the box: name, ways to reach them, home, date of birth, vehicles.
pub fn plain(person: &Person) -> Vec<String> {
    let mut keys: Vec<String> = names(person).into_iter().map(|word| format!("w{word}")).collect();
    if let Some(email) = &person.email {
        keys.push(format!("e{}", email.to_lowercase()));
        let local = email.split('@').next().unwrap_or_default();
        keys.extend(fold::words(local).into_iter().map(|word| format!("w{word}")));
    }
    if let Some(phone) = person.phone.as_deref().and_then(|phone| Phone::read(phone).ok()) {
        let digits = fold::phone(phone.key());
        keys.push(format!("r{}", digits.chars().rev().collect::<String>()));
        keys.push(format!("p{digits}"));
    }
    match person.listed_born() {
        Some(born) => keys.push(format!("b{born}")),
        None if person.is_kept() => keys.push(UNTOLD_BORN.to_owned()),
        None => {}
    }
    if let Some(home) = person.listed_home() {
        let postcode = crate::store::postcode_key(&home.postcode);
        // Its last half by itself: it is what people remember, and it is rarer than the first.
        keys.extend(postcode.len().checked_sub(3).and_then(|at| postcode.get(at..)).map(|half| format!("i{half}")));
        keys.push(format!("z{postcode}"));
        let words = fold::words(&home.line1).into_iter().chain(fold::words(&home.street));
        keys.extend(words.filter(|word| !fold::is_common(word)).map(|word| format!("w{word}")));
    }
    keys.extend(person.plates.iter().flat_map(of_plate));
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The keys of a registration mark: from its beginning, from its end, and those it shares with marks a slip away.
pub fn of_plate(plate: &Plate) -> Vec<String> {
    let backwards: String = plate.as_str().chars().rev().collect();
    let near = plates::keys(plate).into_iter().map(|key| format!("y{key}"));
    near.chain([format!("v{}", plate.as_str()), format!("x{backwards}")]).collect()
}

/// The stretches of keys in which vehicles of this mark are, of which it is a part, or which are a slip away.
pub(super) fn stretches_of(plate: &Plate) -> Vec<(String, String)> {
    let prefix = |key: String| (key.clone(), format!("{key}\u{10ffff}"));
    let backwards: String = plate.as_str().chars().rev().collect();
    let near = plates::keys(plate).into_iter().map(|key| (format!("y{key}"), format!("y{key}\u{1}")));
    let parts = [prefix(format!("v{}", plate.as_str())), prefix(format!("x{backwards}"))];
    parts.into_iter().chain(near).collect()
}

fn names(person: &Person) -> Vec<String> {
    fold::words(&person.name)
}

/// A word and the same with any one letter left out: what words that differ by one mistake share.
pub fn grams(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut all = vec![word.to_owned()];
    for left_out in 0..letters.len() {
        all.push(letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, letter)| letter).collect());
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Words a mistake may be looked for in: names and streets, not numbers.
pub fn is_name(word: &str) -> bool {
    (3..=20).contains(&word.chars().count()) && !word.contains(|c: char| c.is_ascii_digit())
}

/// Writes the keys of a resident as they are now.
pub async fn write(tx: &mut Conn, id: Id) -> Result<()> {
    let Some(person) = keys::person(tx, id).await? else { return Ok(()) };
    let street = person.listed_home().map(|home| fold::words(&home.street)).unwrap_or_default();
    for word in names(&person).into_iter().chain(street).filter(|word| is_name(word) && !fold::is_common(word)) {
        if !keys::has_word(tx, &word).await? {
            for gram in grams(&word) {
                keys::insert_word(tx, &gram, &word).await?;
            }
        }
    }
    keys::replace(tx, id, &of(&person), EDITION).await
}

/// The names a resident is found by, among the words in which mistakes are looked for.
pub async fn words_of(conn: &mut Conn, id: Id) -> Result<Vec<String>> {
    let person = keys::person(conn, id).await?;
    Ok(person.map(|person| names(&person).into_iter().filter(|word| is_name(word)).collect()).unwrap_or_default())
}

/// Forgets those of these words by which nobody is found any more.
pub async fn forget_words(tx: &mut Conn, words: &[String]) -> Result<()> {
    for word in words {
        let key = format!("w{word}");
        if keys::with(tx, (&key, &format!("{key}\u{1}")), 1).await?.is_empty() {
            for gram in grams(word) {
                keys::forget_word(tx, &gram, word).await?;
            }
        }
    }
    Ok(())
}

/// Writes the keys of some who wait for it, so many in one transaction; how many there were.
pub async fn write_some(app: &App, most: usize) -> Result<usize> {
    let waiting = keys::waiting(&mut *app.db.read().await?, EDITION, most).await?;
    if !waiting.is_empty() {
        let mut tx = app.db.begin().await?;
        for id in &waiting {
            write(&mut tx, *id).await?;
        }
        tx.commit().await?;
    }
    Ok(waiting.len())
}

/// The job that writes keys for those who came in bulk.
pub fn works() -> Vec<Work> {
    vec![Work::every(5 * SECOND, "residents.keys", run)]
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
