//! How long a promise allows, as services write it.

use std::{fmt, str::FromStr};

/// How long something may take, counted from receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Within {
    /// Until closing time of the Nth working day after receipt.
    WorkingDays(u32),
    /// Until the end of the Nth day after receipt.
    Days(u32),
    /// Hours of the clock.
    Hours(u32),
    /// Hours in which the council is open.
    WorkingHours(u32),
}

/// The longest a promise may be: 10,000 of its unit (27 years in days).
pub(crate) const LONGEST: u32 = 10_000;

/// What is wrong with a written length of time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WithinError {
    /// Not a number and a unit.
    #[error(
        "\"{0}\" is not a length of time: write it like \"5 working days\", \"28 days\", \"24 hours\" or \"4 working hours\""
    )]
    Unclear(String),
    /// More than 10,000 of the unit.
    #[error("\"{0}\" is longer than 10,000 days or hours")]
    TooLong(String),
}

impl FromStr for Within {
    type Err = WithinError;

    /// Reads "5 working days", "1 working day", "28 days", "24 hours" or "4 working hours".
    fn from_str(text: &str) -> Result<Within, WithinError> {
        let unclear = || WithinError::Unclear(text.to_owned());
        let lower = text.trim().to_ascii_lowercase();
        let (number, unit) = lower.split_once(char::is_whitespace).ok_or_else(unclear)?;
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(unclear());
        }
        let number = number.parse().unwrap_or(u32::MAX);
        let words: Vec<&str> = unit.split_whitespace().collect();
        let within = match words.as_slice() {
            ["working", "day" | "days"] => Within::WorkingDays(number),
            ["working", "hour" | "hours"] => Within::WorkingHours(number),
            ["day" | "days"] => Within::Days(number),
            ["hour" | "hours"] => Within::Hours(number),
            _ => return Err(unclear()),
        };
        if number > LONGEST {
            return Err(WithinError::TooLong(text.to_owned()));
        }
        Ok(within)
    }
}

impl fmt::Display for Within {
    /// Writes what [`Within::from_str`] reads; for stored data, not for a page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match *self {
            Within::WorkingDays(number) => (number, "working day"),
            Within::Days(number) => (number, "day"),
            Within::Hours(number) => (number, "hour"),
            Within::WorkingHours(number) => (number, "working hour"),
        };
        write!(f, "{number} {unit}{}", if number == 1 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_lengths_read_and_write_alike() {
        for (text, within) in [
            ("5 working days", Within::WorkingDays(5)),
            ("1 working day", Within::WorkingDays(1)),
            ("28 days", Within::Days(28)),
            ("24 hours", Within::Hours(24)),
            ("4 working hours", Within::WorkingHours(4)),
        ] {
            assert_eq!(text.parse(), Ok(within));
            assert_eq!(within.to_string(), text);
        }
        assert_eq!(" 2  Working   Days ".parse(), Ok(Within::WorkingDays(2)));
    }

    #[test]
    fn unclear_lengths_are_refused_with_an_example() {
        for text in ["", "5", "days", "five days", "-1 days", "+1 days", "5 weeks", "5 working"] {
            assert_eq!(text.parse::<Within>(), Err(WithinError::Unclear(text.into())), "{text}");
        }
        for text in ["10001 days", "99999999999 hours"] {
            assert_eq!(text.parse::<Within>(), Err(WithinError::TooLong(text.into())));
        }
    }
}
