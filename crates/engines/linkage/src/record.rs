//! What is known of a person, and the fields and levels a pair of records is compared by.

use serde::{Deserialize, Serialize};

/// A record as it was written down. An empty text is a missing value. Nothing is kept of it but folded values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record<'a> {
    /// First names.
    pub given_name: &'a str,
    /// Family name.
    pub surname: &'a str,
    /// Eight digits, year first, with or without signs between; anything else counts as missing.
    pub date_of_birth: &'a str,
    /// House number, `12` or `12a`.
    pub street_number: &'a str,
    /// First line of the address without the number.
    pub address_1: &'a str,
    /// Second line: building, estate, farm.
    pub address_2: &'a str,
    /// Suburb, village or town.
    pub suburb: &'a str,
    /// Postcode.
    pub postcode: &'a str,
    /// State or county.
    pub state: &'a str,
}

/// Values in a record.
pub(crate) const COLUMNS: usize = 9;

/// The place of each value in a prepared record.
pub(crate) mod column {
    pub(crate) const GIVEN_NAME: usize = 0;
    pub(crate) const SURNAME: usize = 1;
    pub(crate) const BIRTH: usize = 2;
    pub(crate) const NUMBER: usize = 3;
    pub(crate) const LINE_1: usize = 4;
    pub(crate) const LINE_2: usize = 5;
    pub(crate) const SUBURB: usize = 6;
    pub(crate) const POSTCODE: usize = 7;
    pub(crate) const STATE: usize = 8;
}

/// What a pair of records is compared by. Each has its own list of comparison levels ([`Field::levels`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// First names.
    GivenName,
    /// Family name.
    Surname,
    /// Whether given name and surname stand in the same places in both.
    NameOrder,
    /// Date of birth.
    DateOfBirth,
    /// House number.
    StreetNumber,
    /// First line of the address.
    Address1,
    /// Second line of the address.
    Address2,
    /// Whether the two lines stand in the same places in both.
    AddressOrder,
    /// Suburb, village or town.
    Suburb,
    /// Postcode.
    Postcode,
    /// State or county.
    State,
}

/// How many fields there are.
pub(crate) const FIELDS: usize = 11;

/// How well two values agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The same after folding.
    Exact,
    /// Names one person may go by.
    Nickname,
    /// A slip: names and places with a Jaro–Winkler similarity of 0.9 or few mistakes for their length; a number, postcode or
    /// date with one sign wrong or two neighbours exchanged.
    Close,
    /// One name is the beginning of the other, as with an initial or a second name left out.
    Beginning,
    /// Day and month exchanged.
    DayMonthExchanged,
    /// Less alike than close, more than by chance.
    Similar,
    /// Two of year, month and day agree.
    TwoParts,
    /// Each value in its own place.
    AsWritten,
    /// Each value in the other's place.
    Exchanged,
    /// Nothing in common.
    Far,
    /// House numbers of two different streets, alike or not: every street has its own, so the field says nothing.
    Elsewhere,
    /// One of the two says nothing, so the field says nothing.
    Missing,
}

const NAME: &[Level] = &[Level::Exact, Level::Nickname, Level::Close, Level::Beginning, Level::Similar, Level::Far];
const BIRTH: &[Level] = &[Level::Exact, Level::Close, Level::DayMonthExchanged, Level::TwoParts, Level::Far];
const PLACE: &[Level] = &[Level::Exact, Level::Close, Level::Similar, Level::Far];
const ORDER: &[Level] = &[Level::AsWritten, Level::Exchanged];

/// The most levels a field has, without `Missing`.
pub(crate) const MOST_LEVELS: usize = 6;

impl Field {
    /// Every field, in the order of an explanation.
    pub const ALL: [Field; FIELDS] = [
        Field::GivenName,
        Field::Surname,
        Field::NameOrder,
        Field::DateOfBirth,
        Field::StreetNumber,
        Field::Address1,
        Field::Address2,
        Field::AddressOrder,
        Field::Suburb,
        Field::Postcode,
        Field::State,
    ];

    /// The comparison levels of this field, best first; `Missing` and `Elsewhere` are not among them, for they have no weight.
    pub fn levels(self) -> &'static [Level] {
        match self {
            Field::GivenName | Field::Surname => NAME,
            Field::DateOfBirth => BIRTH,
            Field::NameOrder | Field::AddressOrder => ORDER,
            _ => PLACE,
        }
    }

    /// The column it compares; `None` for the orders.
    pub(crate) fn column(self) -> Option<usize> {
        Some(match self {
            Field::GivenName => column::GIVEN_NAME,
            Field::Surname => column::SURNAME,
            Field::DateOfBirth => column::BIRTH,
            Field::StreetNumber => column::NUMBER,
            Field::Address1 => column::LINE_1,
            Field::Address2 => column::LINE_2,
            Field::Suburb => column::SUBURB,
            Field::Postcode => column::POSTCODE,
            Field::State => column::STATE,
            Field::NameOrder | Field::AddressOrder => return None,
        })
    }

    /// Whether the field belongs to the person and not to the address.
    pub(crate) fn is_personal(self) -> bool {
        matches!(self, Field::GivenName | Field::Surname | Field::NameOrder | Field::DateOfBirth)
    }

    /// Whether people who live nearby agree on it more often than strangers.
    pub(crate) fn is_shared_nearby(self) -> bool {
        !matches!(self, Field::GivenName | Field::DateOfBirth) && !self.is_order()
    }

    /// Whether the field tells the order of two others. Which order fits better is chosen, so by chance nothing is rarer
    /// than anything else: its u probabilities are all 1.
    pub(crate) fn is_order(self) -> bool {
        self.column().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_at_their_own_number() {
        for (at, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(field as usize, at);
            assert!(field.levels().len() <= MOST_LEVELS && !field.levels().contains(&Level::Missing));
        }
    }
}
