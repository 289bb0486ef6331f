//! How well a person fits what was typed.

use super::fold;
use super::typed::{Piece, is_year_alone};
use crate::store::keys::Person;
use kit::address::Phone;

/// As typed.
const WHOLE: u32 = 100;
/// The beginning, or the end of a number.
const PART: u32 = 80;
/// Another name of the same person.
const NICKNAME: u32 = 70;
/// With one typing mistake; each further one takes as much again.
const MISTAKEN: u32 = 60;
const MISTAKE: u32 = 15;
/// What is found in an address tells less than what is found in a name.
const ELSEWHERE: u32 = 10;

/// How well the person fits, and how many pieces fit at all.
pub fn score(person: &Person, pieces: &[Piece]) -> (usize, u32) {
    let fits: Vec<u32> = pieces.iter().map(|piece| fit(person, piece)).collect();
    (fits.iter().filter(|fit| **fit > 0).count(), fits.iter().sum())
}

fn fit(person: &Person, piece: &Piece) -> u32 {
    let part = |whole: &str, text: &str| match () {
        () if whole == text => WHOLE,
        () if whole.starts_with(text) => PART,
        () => 0,
    };
    match piece {
        Piece::Email(email) => person.email.as_ref().map_or(0, |own| part(&own.to_lowercase(), email)),
        // What no list tells is as likely as not, whichever date was typed.
        Piece::Born(_) | Piece::BornEither(_) if person.is_kept() => PART,
        Piece::Born(date) => person.born.as_ref().map_or(0, |born| part(born, date)),
        Piece::BornEither(dates) => {
            person.born.as_ref().map_or(0, |born| dates.iter().map(|date| part(born, date)).max().unwrap_or(0))
        }
        Piece::Inward(half) => {
            let home = person.listed_home();
            let ends = home.is_some_and(|home| crate::store::postcode_key(&home.postcode).ends_with(half.as_str()));
            if ends { PART } else { of_word(person, &half.to_lowercase()) }
        }
        Piece::Postcode(postcode) => {
            let home = person.listed_home();
            home.map_or(0, |home| part(&crate::store::postcode_key(&home.postcode), postcode))
        }
        Piece::Phone(digits) => {
            let own = person.phone.as_deref().and_then(|phone| Phone::read(phone).ok());
            let own = own.map(|phone| fold::phone(phone.key())).unwrap_or_default();
            if own.ends_with(digits.as_str()) { part(&own, digits).max(PART) } else { part(&own, digits) }
        }
        Piece::Word(typed) => of_word(person, typed),
    }
}

fn of_word(person: &Person, typed: &str) -> u32 {
    let in_name = fold::words(&person.name).iter().map(|own| alike(own, typed)).max().unwrap_or(0);
    let mut elsewhere = Vec::new();
    if let Some(email) = &person.email {
        elsewhere.extend(fold::words(email.split('@').next().unwrap_or_default()));
    }
    if let Some(home) = person.listed_home() {
        elsewhere.extend(fold::words(&home.line1));
        elsewhere.extend(fold::words(&home.street));
    }
    let year = match () {
        () if !is_year_alone(typed) => 0,
        () if person.is_kept() => PART,
        () => person.born.as_ref().map_or(0, |born| if born.starts_with(typed) { WHOLE } else { 0 }),
    };
    let elsewhere = elsewhere.iter().map(|own| alike(own, typed).saturating_sub(ELSEWHERE)).max().unwrap_or(0);
    in_name.max(elsewhere).max(year)
}

fn alike(own: &str, typed: &str) -> u32 {
    if own == typed {
        return WHOLE;
    }
    if own.starts_with(typed) {
        return PART;
    }
    if linkage::other_names(typed).contains(&own) {
        return NICKNAME;
    }
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    let (own, typed) = (letters(own), letters(typed));
    typos::within(&own, &typed, super::asked::mistakes_allowed(typed.len()))
        .map_or(0, |mistakes| MISTAKEN.saturating_sub(MISTAKE * (mistakes as u32).saturating_sub(1)))
}
