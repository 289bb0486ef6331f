//! A search that found no service is counted, so that its owner learns the word people use. Email addresses, numbers and
//! postcodes are taken out before anything is kept. A name that somebody typed stays: staff alone see it, for twelve weeks.

use crate::catalogue::Catalogue;
use crate::store::{self, misses::MOST_A_WEEK};
use jiff::civil::{Date, Weekday};
use kit::clock::Micros;
use kit::db::again_if_collided;
use kit::who::{Person, Who};
use kit::{App, Result};
use places::Postcode;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;
use tokio::time::sleep;

/// Characters kept of a search.
const LONGEST: usize = 80;
/// How long counts wait before they are written together: a search that finds nothing must not cost a write of its own.
const PAUSE: Duration = Duration::from_secs(60);

/// Week, language and words of a search.
type Asked = (String, &'static str, String);

/// Searches that found nothing, counted in memory and not yet written.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    times: HashMap<Asked, i64>,
    /// Somebody will write them soon.
    promised: bool,
}

impl Waiting {
    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Adds to a count. More different searches than a week may hold are not kept.
    fn add(&self, asked: Asked, times: i64) {
        let mut counts = self.counts();
        if counts.times.contains_key(&asked) || i64::try_from(counts.times.len()).is_ok_and(|len| len < MOST_A_WEEK) {
            *counts.times.entry(asked).or_default() += times;
        }
    }

    /// True for the first who asks; it then has to write.
    fn promise(&self) -> bool {
        !std::mem::replace(&mut self.counts().promised, true)
    }

    fn take(&self) -> Vec<(Asked, i64)> {
        self.counts().times.drain().collect()
    }
}

/// The Monday of the week of a moment, as London counts days.
pub(crate) fn week(now: Micros) -> Date {
    let today = kit::lang::local(now).date();
    let after_monday = today.weekday().since(Weekday::Monday);
    today.saturating_sub(jiff::Span::new().days(after_monday))
}

/// Counts a search that found nothing. It is a GET that leads to a write, also without a session: the row is a counter
/// that nobody is shown and nothing depends on, so asking again or asking from another site does no harm. All counts of a
/// minute are written together.
pub(crate) fn note(app: &App, catalogue: &Catalogue, who: &Who, words: &str, danger: bool) {
    if matches!(who.person, Person::Staff(_) | Person::System) {
        return;
    }
    let words = if danger { String::new() } else { kept(words) };
    if words.is_empty() && !danger {
        return;
    }
    catalogue.misses().add((week(app.now()).to_string(), who.lang.tag, words), 1);
    if catalogue.misses().promise() {
        tokio::spawn(write_soon(app.clone()));
    }
}

async fn write_soon(app: App) {
    loop {
        sleep(PAUSE).await;
        let Ok(catalogue) = app.part::<Catalogue>() else { return };
        // What is counted from here on needs another promise.
        catalogue.misses().counts().promised = false;
        let Err(cause) = write_misses(&app).await else { return };
        tracing::warn!(%cause, "searches that found nothing could not be counted yet");
        if !catalogue.misses().promise() {
            return;
        }
    }
}

/// Writes the searches that were counted since it was done last, in one transaction; when that fails they are kept for the
/// next time. At work it is done once a minute, before anybody looks at them, and when the server stops.
pub async fn write_misses(app: &App) -> Result<()> {
    let waiting = app.part::<Catalogue>()?.misses();
    let counts = waiting.take();
    if counts.is_empty() {
        return Ok(());
    }
    let written = again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        for ((week, lang, words), times) in &counts {
            store::misses::count(&mut tx, app.id(), (week, lang, words), *times).await?;
        }
        tx.commit().await
    });
    let written = written.await;
    if written.is_err() {
        counts.into_iter().for_each(|(asked, times)| waiting.add(asked, times));
    }
    written
}

/// The words of a search as they may be kept: small letters, no signs, nothing that could name a person. Empty when no
/// letter is left.
pub(crate) fn kept(words: &str) -> String {
    let lower = words.to_lowercase();
    let pieces: Vec<&str> = lower.split_whitespace().collect();
    let mut plain = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match personal(&pieces[at..]) {
            0 => {
                plain.push(without_signs(pieces[at]));
                at += 1;
            }
            taken => at += taken,
        }
    }
    let line = plain.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(LONGEST).collect();
    if short.chars().any(char::is_alphabetic) { short.trim_end().to_owned() } else { String::new() }
}

/// How many of the first pieces could name a person.
fn personal(pieces: &[&str]) -> usize {
    let first = pieces[0];
    if first.contains('@') || first.contains("://") || longest_run(first) >= 4 {
        return 1;
    }
    let numbers = pieces.iter().take_while(|piece| is_number(piece)).count();
    let digits: usize = pieces[..numbers].iter().map(|piece| digits(piece)).sum();
    if digits >= 4 {
        return numbers;
    }
    let is_postcode = |text: &str| Postcode::parse(text).is_ok();
    match pieces {
        [one, two, ..] if is_postcode(&format!("{} {}", trimmed(one), trimmed(two))) => 2,
        [one, ..] if is_postcode(trimmed(one)) => 1,
        _ => 0,
    }
}

fn trimmed(piece: &str) -> &str {
    piece.trim_matches(|c: char| !c.is_alphanumeric())
}

fn digits(piece: &str) -> usize {
    piece.chars().filter(|c| c.is_numeric()).count()
}

/// Digits with nothing but the signs people put between them.
fn is_number(piece: &str) -> bool {
    digits(piece) > 0 && piece.chars().all(|c| c.is_numeric() || c.is_ascii_punctuation())
}

fn longest_run(piece: &str) -> usize {
    piece.split(|c: char| !c.is_numeric()).map(|run| run.chars().count()).max().unwrap_or(0)
}

/// Letters, digits, marks on letters, and the signs inside words; every other sign becomes a space, so that no address
/// of a page survives.
fn without_signs(piece: &str) -> String {
    let belongs = |c: char| {
        let mark = matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}');
        c.is_alphanumeric() || mark || matches!(c, '\'' | '’' | '-')
    };
    let spaced: String = piece.chars().map(|c| if belongs(c) { c } else { ' ' }).collect();
    let words = spaced.split(' ').map(|word| word.trim_matches(|c| matches!(c, '\'' | '’' | '-')));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_are_kept_in_small_letters() {
        for (typed, wanted) in [
            ("Wheely BIN lid", "wheely bin lid"),
            ("who's my councillor?", "who's my councillor"),
            ("  'pot-hole'  ", "pot-hole"),
            ("Tŷ Gwag", "tŷ gwag"),
            ("رُخصة كلب", "رُخصة كلب"),
            ("p45 form a4", "p45 form a4"),
            ("24 hour parking", "24 hour parking"),
        ] {
            assert_eq!(kept(typed), wanted, "{typed}");
        }
    }

    #[test]
    fn what_could_name_a_person_is_not_kept() {
        for (typed, wanted) in [
            ("email ada@post.example about dog", "email about dog"),
            ("call 07700 900123 please", "call please"),
            ("call 077-00-90 01 23 please", "call please"),
            ("call (0)1 6 3 2 please", "call please"),
            ("tel:07700900123", ""),
            ("ring ٠٧٧٠٠٩٠٠١٢٣ now", "ring now"),
            ("born 12/03/1980 where", "born where"),
            ("ni qq123456c form", "ni form"),
            ("skip for CB1 2AD now", "skip for now"),
            ("skip for cb12ad, now", "skip for now"),
            ("see https://evil.example/x now", "see now"),
            ("see evil.example now", "see evil example now"),
            ("12 34", ""),
            ("12", ""),
            ("?!", ""),
        ] {
            assert_eq!(kept(typed), wanted, "{typed}");
        }
    }

    #[test]
    fn no_more_is_kept_than_80_characters() {
        assert_eq!(kept(&"ŵ".repeat(300)).chars().count(), 80);
        assert_eq!(kept(&format!("{} b", "a".repeat(79))), "a".repeat(79));
    }

    #[test]
    fn no_digits_survive_in_a_row_however_they_are_typed() {
        for typed in ["1a23456", "12.34.56", "1-2-3-4-5", "00 44 7700", "x9999x", "1 2 3 4", "#12 #34"] {
            let left = kept(typed);
            assert!(longest_run(&left.replace(' ', "")) < 4, "{typed}: {left}");
        }
    }

    #[test]
    fn a_week_begins_on_monday_in_london() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_microsecond();
        for (moment, monday) in [
            ("2026-11-22T10:00:00Z", "2026-11-16"),
            ("2026-11-23T00:00:00Z", "2026-11-23"),
            // Summer time: it is Monday in London already.
            ("2026-07-05T23:30:00Z", "2026-07-06"),
        ] {
            assert_eq!(week(at(moment)).to_string(), monday, "{moment}");
        }
    }
}
