//! How likely two records are of one person, field by field. Names, birth and home are the engine's; email and telephone number
//! are added here.

use super::details::Details;
use crate::find::fold;
use linkage::{Explanation, Field, Index, Level, Model};

/// Of a hundred residents, how many have a second record, before anything is known.
const SECOND_RECORDS: f64 = 0.02;
/// Of those, how many have another home in it: people often come a second time because they moved.
const MOVED: f64 = 0.3;
/// A smaller council borrows how rare names are from a town of this size.
const SMALLEST: u32 = 50_000;
/// Where this is reached, a pair is shown to a person: two to one that they are the same.
const WORTH_A_LOOK: f64 = 1.0;

/// log2 of how much likelier one person's two records show it than two people's.
const MAILBOX: f64 = 6.0;
const MAILBOX_OF_NAMES: f64 = 3.0;
const MISTYPED: f64 = 6.0;
const SHARED_PHONE: f64 = 4.0;

/// How often the values of one record stand in the council's own data, and in how many records they could.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frequencies {
    /// Records there are.
    pub of: u32,
    /// Records with this first name, family name, date of birth, street and postcode, in this order.
    pub counts: [u32; 5],
}

/// How two emails or telephone numbers agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The same.
    Same,
    /// One typing mistake.
    Mistyped,
    /// The same mailbox with another provider.
    Mailbox,
    /// Different: people have several.
    Different,
    /// One of them has none.
    Missing,
}

/// A pair's score, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Names, birth and home.
    pub explanation: Explanation,
    /// The emails, and what that is worth in bits.
    pub email: (Reach, f64),
    /// The telephone numbers, and what that is worth in bits.
    pub phone: (Reach, f64),
}

impl Score {
    /// log2 of the odds that they are one person.
    pub fn bits(&self) -> f64 {
        self.explanation.total_bits + self.email.1 + self.phone.1
    }

    /// How likely they are one person, 0 to 1.
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-self.bits()).exp2())
    }

    /// A person should look at it. Two people may have one name: by that alone nothing is proposed.
    pub fn is_worth_a_look(&self) -> bool {
        self.bits() >= WORTH_A_LOOK && self.is_more_than_a_name()
    }

    fn is_more_than_a_name(&self) -> bool {
        let says = |field: Field| {
            let weight = self.explanation.weights.iter().find(|weight| weight.field == field);
            weight.is_some_and(|weight| {
                !matches!(weight.level, Level::Missing | Level::Elsewhere | Level::Far | Level::Similar)
            })
        };
        let home = says(Field::Address1) || says(Field::Postcode);
        says(Field::DateOfBirth) || home || self.email.1 > 0.0 || self.phone.1 > 0.0
    }
}

/// Scores a pair; the frequencies are those of the first. How many have a second record, and moved, is the same whatever the weights:
/// who comes anew is not as those are who have been here.
pub fn score(a: &Details, b: &Details, frequencies: &Frequencies, weights: &Model) -> Score {
    let of = frequencies.of.max(SMALLEST);
    let mut index: Index = [a.record(), b.record()].into_iter().collect();
    let [given, surname, born, street, postcode] = frequencies.counts;
    for (field, value, count) in [
        (Field::GivenName, &a.given, given),
        (Field::Surname, &a.surname, surname),
        (Field::DateOfBirth, &a.born, born),
        (Field::Address1, &a.street, street),
        (Field::Postcode, &a.postcode, postcode),
        // Every street has low numbers; a council has one town, or few.
        (Field::StreetNumber, &a.house, of / 40),
        (Field::Suburb, &a.town, of),
    ] {
        index.weigh(field, value, count, of);
    }
    let mut model = weights.clone();
    let share = 2.0 * SECOND_RECORDS / f64::from(of);
    (model.nearby_share, model.match_share) = (model.nearby_share / model.match_share * share, share);
    model.moved_share = MOVED;
    // Two records were added: there is such a pair.
    let explanation = index.explain_pair(&model, 0, 1);
    let explanation = explanation.unwrap_or_else(|| unreachable!("an index of two records has a pair"));
    Score { explanation, email: email(a, b), phone: phone(a, b) }
}

fn email(a: &Details, b: &Details) -> (Reach, f64) {
    match (a.email.as_str(), b.email.as_str()) {
        ("", _) | (_, "") => (Reach::Missing, 0.0),
        (one, other) if one == other => (Reach::Same, MISTYPED),
        (one, other) if are_close(one, other) => (Reach::Mistyped, MISTYPED),
        _ if a.mailbox().is_some() && a.mailbox() == b.mailbox() => {
            let letters = fold::word(a.mailbox().unwrap_or_default());
            let (given, surname) = (fold::word(&a.given), fold::word(&a.surname));
            // Whoever has the same name may well choose the same mailbox.
            let of_names = letters.contains(&given) && letters.contains(&surname);
            (Reach::Mailbox, if of_names { MAILBOX_OF_NAMES } else { MAILBOX })
        }
        _ => (Reach::Different, 0.0),
    }
}

fn phone(a: &Details, b: &Details) -> (Reach, f64) {
    match (a.phone.as_str(), b.phone.as_str()) {
        ("", _) | (_, "") => (Reach::Missing, 0.0),
        // A household shares one.
        (one, other) if one == other => (Reach::Same, SHARED_PHONE),
        (one, other) if are_close(one, other) => (Reach::Mistyped, MISTYPED),
        _ => (Reach::Different, 0.0),
    }
}

fn are_close(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    typos::within(&letters(one), &letters(other), 1).is_some()
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
