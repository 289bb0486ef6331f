//! Folding what was typed into one form: small letters without accents, spaces or punctuation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer values are cut here: the comparators keep one bit for each letter.
pub(crate) const LONGEST: usize = 64;

/// Letters and digits only, small, without accents, at most [`LONGEST`]. A space in the wrong place is the commonest
/// mistake in addresses, so spaces do not count.
pub(crate) fn fold(text: &str, into: &mut Vec<char>) {
    into.clear();
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        into.extend(letters.map(|b| char::from(b.to_ascii_lowercase())).take(LONGEST));
        return;
    }
    let plain = text.chars().flat_map(char::to_lowercase).nfkd();
    into.extend(plain.filter(|sign| sign.is_alphanumeric() && !is_combining_mark(*sign)).take(LONGEST));
}

/// Whether this is a date of birth: eight digits, year first, with or without signs between, not all of them zero.
/// Impossible months and days are dates too: they are typing mistakes that can still be compared.
pub(crate) fn is_date(text: &str) -> bool {
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    let (count, some) = digits.by_ref().fold((0, false), |(count, some), digit| (count + 1, some || digit != b'0'));
    count == 8 && some && text.bytes().all(|b| b.is_ascii() && !b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut into = Vec::new();
        fold(text, &mut into);
        into.into_iter().collect()
    }

    #[test]
    fn accents_spaces_and_signs_do_not_count() {
        assert_eq!(folded(" Siân  O’Neill-Rhŷs "), "sianoneillrhys");
        assert_eq!(folded("St. John's"), "stjohns");
        assert_eq!(folded("إيمان"), folded("ايمان"));
        assert_eq!(folded(" - "), "");
        assert_eq!(folded(&"é".repeat(500)).len(), LONGEST);
    }

    #[test]
    fn dates_are_eight_digits() {
        for date in ["19840229", "1984-02-29", "19211430"] {
            assert!(is_date(date), "{date}");
        }
        for none in ["", "1984", "29 Feb 1984 10", "00000000", "unknown", "1984022"] {
            assert!(!is_date(none), "{none}");
        }
    }
}
