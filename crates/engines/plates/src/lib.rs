//! Registration marks of vehicles: read as people type them, written as they stand on the vehicle, and found in spite of a slip.
//!
//! Pure: text comes in, text goes out. Which styles there are follows the Driver and Vehicle Licensing Agency's leaflet INF104:
//! current (`AB12 CDE`, since 2001), prefix (`A123 BCD`), suffix (`ABC 123D`), and without a year (`ABC 1234`, `1234 AB`), among
//! which are those of Northern Ireland. Marks of other countries are taken as they are.

mod fit;

pub use fit::{Fit, folded, keys};

use thiserror::Error;

/// The longest mark that is read, in letters and digits; the United Kingdom's have seven at most.
pub const LONGEST: usize = 12;

/// Why something is no registration mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PlateError {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// Something besides letters, digits, spaces and what stands between them on a plate.
    #[error("a mark has letters and digits alone")]
    Characters,
    /// Fewer than two letters and digits, or more than [`LONGEST`].
    #[error("no mark is so short or so long")]
    Length,
    /// Letters alone: words, and no mark.
    #[error("a mark has a digit")]
    NoDigit,
}

/// A registration mark: capital letters and digits, without space.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plate(String);

impl Plate {
    /// Reads a mark. Small letters, spaces, hyphens and dots do not count.
    pub fn parse(typed: &str) -> Result<Plate, PlateError> {
        let mut signs = String::new();
        for c in typed.chars() {
            match c {
                _ if c.is_alphanumeric() => signs.extend(c.to_uppercase()),
                '-' | '–' | '.' | '·' | '\'' => {}
                _ if c.is_whitespace() => {}
                _ => return Err(PlateError::Characters),
            }
        }
        match signs.chars().count() {
            0 => Err(PlateError::Empty),
            1 => Err(PlateError::Length),
            length if length > LONGEST => Err(PlateError::Length),
            _ if !signs.chars().any(|c| c.is_ascii_digit()) => Err(PlateError::NoDigit),
            _ => Ok(Plate(signs)),
        }
    }

    /// Its letters and digits, without space.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for the styles of the United Kingdom.
    pub fn is_british(&self) -> bool {
        self.parts().is_some()
    }

    /// Where a mark of the United Kingdom has its space; `None` for others.
    fn parts(&self) -> Option<usize> {
        let runs = runs(&self.0)?;
        match runs[..] {
            // Current: AB12 CDE.
            [(true, 2), (false, 2), (true, 3)] => Some(4),
            // Prefix: A123 BCD.
            [(true, 1), (false, digits @ 1..=3), (true, 3)] => Some(1 + digits),
            // Suffix: ABC 123D.
            [(true, 3), (false, 1..=3), (true, 1)] => Some(3),
            // Without a year, among them Northern Ireland's: ABC 1234, 1234 AB.
            [(true, letters @ 1..=3), (false, 1..=4)] => Some(letters),
            [(false, digits @ 1..=4), (true, 1..=3)] => Some(digits),
            _ => None,
        }
    }
}

/// As it stands on the vehicle: a British one with its space, another as it is.
impl std::fmt::Display for Plate {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.parts().and_then(|at| self.0.split_at_checked(at)) {
            Some((front, end)) => write!(to, "{front} {end}"),
            None => to.write_str(&self.0),
        }
    }
}

/// Stretches of letters (true) and of digits, each with its length; `None` where a sign is neither a plain letter nor a plain digit.
fn runs(signs: &str) -> Option<Vec<(bool, usize)>> {
    let mut runs: Vec<(bool, usize)> = Vec::new();
    for c in signs.chars() {
        let letter = match c {
            'A'..='Z' => true,
            '0'..='9' => false,
            _ => return None,
        };
        match runs.last_mut() {
            Some((same, length)) if *same == letter => *length += 1,
            _ => runs.push((letter, 1)),
        }
    }
    Some(runs)
}
