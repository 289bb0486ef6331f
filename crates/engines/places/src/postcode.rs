//! A United Kingdom postcode as people type it, put into its one written form.

use std::{fmt, str::FromStr};

/// A postcode of a right shape, written like "CB1 1AA". Whether it exists is another question.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Postcode(String);

/// Why something typed is not a postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PostcodeError {
    /// Nothing was typed.
    #[error("enter a postcode")]
    Empty,
    /// A character other than letters, digits and spaces.
    #[error("a postcode has only letters and numbers, like CB1 1AA")]
    Characters,
    /// Only the first half, such as "CB1".
    #[error("enter the whole postcode, like CB1 1AA, not only its first half")]
    FirstHalfOnly,
    /// Fewer than 5 letters and digits.
    #[error("the postcode is too short: enter it like CB1 1AA")]
    TooShort,
    /// More than 7 letters and digits.
    #[error("the postcode is too long: enter it like CB1 1AA")]
    TooLong,
    /// Letters and digits in an order no postcode has.
    #[error("that is not how a postcode is written: enter it like CB1 1AA")]
    Shape,
}

impl Postcode {
    /// Reads a postcode in capitals or small letters, with spaces, hyphens, full stops or
    /// nothing in any place. A letter O or I where only a digit can stand is read as 0 or 1.
    pub fn parse(typed: &str) -> Result<Postcode, PostcodeError> {
        let mut signs: Vec<u8> = Vec::with_capacity(7);
        for sign in typed.chars() {
            if sign.is_ascii_alphanumeric() {
                // More than any postcode has is refused below; no need to keep it all.
                if signs.len() < 9 {
                    signs.push(sign.to_ascii_uppercase() as u8);
                }
            } else if !(sign.is_whitespace() || matches!(sign, '-' | '.' | '\u{200e}' | '\u{200f}')) {
                return Err(PostcodeError::Characters);
            }
        }
        match signs.len() {
            0 => return Err(PostcodeError::Empty),
            1..=4 if is_outward(&signs) => return Err(PostcodeError::FirstHalfOnly),
            1..=4 => return Err(PostcodeError::TooShort),
            5..=7 => {}
            _ => return Err(PostcodeError::TooLong),
        }
        let split = signs.len() - 3;
        signs[split] = match signs[split] {
            b'O' => b'0',
            b'I' => b'1',
            other => other,
        };
        let (outward, inward) = signs.split_at(split);
        if !(is_inward(inward) && (is_outward(outward) || signs == b"GIR0AA")) {
            return Err(PostcodeError::Shape);
        }
        let half = |part: &[u8]| part.iter().map(|sign| char::from(*sign)).collect::<String>();
        Ok(Postcode(format!("{} {}", half(outward), half(inward))))
    }

    /// The written form, "CB1 1AA".
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first half, "CB1".
    pub fn outward(&self) -> &str {
        self.0.split_once(' ').map_or(self.as_str(), |(outward, _)| outward)
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Postcode {
    type Err = PostcodeError;

    fn from_str(typed: &str) -> Result<Postcode, PostcodeError> {
        Postcode::parse(typed)
    }
}

/// One digit and two letters, none of them C, I, K, M, O or V (Royal Mail's rule).
fn is_inward(part: &[u8]) -> bool {
    let letter = |sign: u8| sign.is_ascii_uppercase() && !b"CIKMOV".contains(&sign);
    matches!(part, [digit, a, b] if digit.is_ascii_digit() && letter(*a) && letter(*b))
}

/// A9, A99, AA9, AA99, A9A or AA9A, with the letters Royal Mail allows in each place.
fn is_outward(part: &[u8]) -> bool {
    let first = |sign: u8| sign.is_ascii_uppercase() && !b"QVX".contains(&sign);
    let second = |sign: u8| sign.is_ascii_uppercase() && !b"IJZ".contains(&sign);
    match *part {
        [a, n] => first(a) && n.is_ascii_digit(),
        [a, n, x] if n.is_ascii_digit() => first(a) && (x.is_ascii_digit() || b"ABCDEFGHJKPSTUW".contains(&x)),
        [a, b, n] => first(a) && second(b) && n.is_ascii_digit(),
        [a, b, n, x] => {
            first(a) && second(b) && n.is_ascii_digit() && (x.is_ascii_digit() || b"ABEHMNPRVWXY".contains(&x))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_becomes_the_written_form() {
        for (typed, written) in [
            ("cb11aa", "CB1 1AA"),
            ("  CB1   1AA ", "CB1 1AA"),
            ("c b 1 1 a a", "CB1 1AA"),
            ("Cb1-1aa", "CB1 1AA"),
            ("CB1\u{a0}1AA", "CB1 1AA"),
            ("CB1 OAG", "CB1 0AG"),
            ("cb1 iag", "CB1 1AG"),
            ("n1 9gu", "N1 9GU"),
            ("n17 9gu", "N17 9GU"),
            ("e1w2ba", "E1W 2BA"),
            ("sw1a 1aa", "SW1A 1AA"),
            ("CB22 3AA.", "CB22 3AA"),
            ("gir 0aa", "GIR 0AA"),
        ] {
            assert_eq!(Postcode::parse(typed).unwrap().as_str(), written, "{typed}");
        }
        assert_eq!(Postcode::parse("sw1a1aa").unwrap().outward(), "SW1A");
    }

    #[test]
    fn what_is_not_a_postcode_says_why() {
        use PostcodeError::*;
        for (typed, error) in [
            ("", Empty),
            (" \t", Empty),
            ("-", Empty),
            ("CB1", FirstHalfOnly),
            ("sw1a", FirstHalfOnly),
            ("1234", TooShort),
            ("CB1 1AAA A", TooLong),
            ("12 Mill Road Eastmere", TooLong),
            ("CB1 1A£", Characters),
            ("<script>", Characters),
            ("１２３", Characters),
            ("123456", Shape),
            ("CB1 1CK", Shape),
            ("QB1 1AA", Shape),
            ("CBB 1AA", Shape),
            ("CB1 AAA", Shape),
        ] {
            assert_eq!(Postcode::parse(typed), Err(error), "{typed}");
        }
        assert_eq!(Postcode::parse(&"A".repeat(1_000_000)), Err(TooLong));
    }
}
