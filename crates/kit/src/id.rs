//! Identifiers: time-ordered ids for rows, short references for people, tokens and codes for doors.

use crate::clock::Micros;
use crate::db::{FromValue, Value};
use crate::error::{Error, Result};
use rand::{Rng, SeedableRng, rngs::ChaCha20Rng};
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex};

/// Where randomness comes from: the system, or a seed in tests and in the demo.
#[derive(Clone, Default)]
pub struct Entropy(Option<Arc<Mutex<ChaCha20Rng>>>);

impl Entropy {
    /// The system's cryptographic generator.
    pub fn system() -> Self {
        Entropy(None)
    }

    /// A repeatable sequence; never for anything a stranger must not guess.
    pub fn seeded(seed: u64) -> Self {
        Entropy(Some(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))))
    }

    /// Fills the buffer.
    pub fn fill(&self, out: &mut [u8]) {
        match &self.0 {
            None => rand::rng().fill_bytes(out),
            Some(seeded) => seeded.lock().unwrap_or_else(|e| e.into_inner()).fill_bytes(out),
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.fill(&mut out);
        out
    }

    /// A number below `bound`, evenly spread.
    pub fn below(&self, bound: u64) -> u64 {
        let zone = u64::MAX - u64::MAX % bound.max(1);
        loop {
            let n = u64::from_le_bytes(self.bytes());
            if n < zone {
                return n % bound.max(1);
            }
        }
    }

    /// A one-time code of `digits` decimal digits.
    pub fn code(&self, digits: u32) -> String {
        format!("{:0width$}", self.below(10u64.pow(digits)), width = digits as usize)
    }

    /// A token nobody can guess: 256 bits in URL-safe base 64.
    pub fn token(&self) -> String {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Entropy(seeded)" } else { "Entropy(system)" })
    }
}

/// A row's id: UUID version 7 (RFC 9562), so ids sort by the time they were made, to the microsecond.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(pub [u8; 16]);

impl Id {
    /// The id of nobody: used where a column must not be NULL because lists sort by it.
    pub const NONE: Id = Id([0; 16]);

    /// A new id made at `now`.
    pub fn new(now: Micros, entropy: &Entropy) -> Self {
        let mut b = entropy.bytes::<16>();
        let millis = (now / 1000).max(0) as u64;
        let sub = ((now.rem_euclid(1000) * 4096) / 1000) as u16;
        b[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        b[6] = 0x70 | (sub >> 8) as u8;
        b[7] = sub as u8;
        b[8] = 0x80 | (b[8] & 0x3f);
        Id(b)
    }

    /// When it was made, to the millisecond.
    pub fn made_at(&self) -> Micros {
        self.0[..6].iter().fold(0, |millis, byte| millis << 8 | Micros::from(*byte)) * 1000
    }

    /// True for [`Id::NONE`].
    pub fn is_none(&self) -> bool {
        *self == Id::NONE
    }

    /// The id, or nothing for [`Id::NONE`].
    pub fn some(self) -> Option<Id> {
        (!self.is_none()).then_some(self)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = String::with_capacity(32);
        for byte in self.0 {
            for half in [byte >> 4, byte & 15] {
                text.push(char::from(DIGITS[usize::from(half)]));
            }
        }
        f.write_str(&text)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl FromStr for Id {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let digits: Vec<u8> = text.bytes().filter(|b| *b != b'-').collect();
        if digits.len() != 32 {
            return Err(Error::NotFound);
        }
        let mut out = [0; 16];
        for (byte, pair) in out.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| Error::NotFound)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| Error::NotFound)?;
        }
        Ok(Id(out))
    }
}

impl<'de> serde::Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(|_| serde::de::Error::custom("not an id"))
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl From<Id> for Value {
    fn from(id: Id) -> Self {
        Value::Blob(id.0.to_vec())
    }
}

impl FromValue for Id {
    fn from_value(value: Value) -> Result<Self> {
        <[u8; 16]>::from_value(value).map(Id)
    }
}

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

/// A reference for people: eight Crockford base 32 characters and a check character (value modulo 37), which catches
/// every single wrong character and every swap of neighbours. The check symbols `* ~ $ =` are hard to say on the
/// phone, so numbers that would end in one of the five extra symbols are never given out.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(String);

impl Reference {
    /// Characters before the check character.
    pub const LENGTH: usize = 8;
    /// Groups it is shown in.
    const GROUPS: usize = 3;

    /// A new reference; 40 bits, so the database's UNIQUE decides on the rare repeat.
    pub fn new(entropy: &Entropy) -> Self {
        loop {
            let n = entropy.below(1 << (5 * Self::LENGTH));
            if n % 37 < 32 {
                return Self::encode(n);
            }
        }
    }

    /// The references in what somebody wrote, in any of the ways they are printed and typed: in one piece, or in groups with spaces,
    /// hyphens or full stops between them.
    pub fn all_in(text: &str) -> Vec<Reference> {
        let pieces: Vec<&str> =
            text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|piece| !piece.is_empty()).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let read = (1..=Self::GROUPS.min(pieces.len() - at)).find_map(|taken| {
                let joined = pieces[at..at + taken].concat();
                Some((joined.parse().ok()?, taken))
            });
            at += read.as_ref().map_or(1, |(_, taken)| *taken);
            found.extend(read.map(|(reference, _)| reference));
        }
        found
    }

    fn encode(n: u64) -> Self {
        let digits = (0..Self::LENGTH).rev().map(|i| CROCKFORD[(n >> (5 * i) & 31) as usize]);
        Reference(digits.chain([CHECK[(n % 37) as usize]]).map(char::from).collect())
    }

    /// As stored and in addresses: nine characters without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As shown and read out: in groups of three.
    pub fn grouped(&self) -> String {
        [&self.0[..3], &self.0[3..6], &self.0[6..]].join(" ")
    }
}

impl FromStr for Reference {
    type Err = Error;

    /// Reads what a person typed: spaces, hyphens, small letters, O for 0, I and L for 1 are all understood.
    /// A mistyped character gives `BadRequest("page-reference-mistyped")`.
    fn from_str(text: &str) -> Result<Self> {
        let mistyped = Error::BadRequest("page-reference-mistyped");
        let mut n = 0u64;
        let clean: Vec<u8> = text.bytes().filter(|b| !b" -\t".contains(b)).map(|b| b.to_ascii_uppercase()).collect();
        if clean.len() != Self::LENGTH + 1 {
            return Err(mistyped);
        }
        for c in &clean[..Self::LENGTH] {
            let c = match c {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => *other,
            };
            let Some(digit) = CROCKFORD.iter().position(|d| *d == c) else { return Err(mistyped) };
            n = n << 5 | digit as u64;
        }
        let last = match clean[Self::LENGTH] {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => other,
        };
        if CHECK[(n % 37) as usize] != last || n % 37 >= 32 {
            return Err(mistyped);
        }
        Ok(Self::encode(n))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&Reference> for Value {
    fn from(reference: &Reference) -> Self {
        Value::Text(reference.0.clone())
    }
}

impl FromValue for Reference {
    fn from_value(value: Value) -> Result<Self> {
        String::from_value(value)?.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_read_back() {
        let chance = Entropy::seeded(1);
        let ids: Vec<Id> = (0..2000).map(|i| Id::new(1_700_000_000_000_000 + i, &chance)).collect();
        assert!(ids.windows(2).filter(|w| w[0] > w[1]).count() < 600, "within a microsecond or so order is by chance");
        assert!(Id::new(1_700_000_000_000_000, &chance) < Id::new(1_700_000_000_000_001 + 1000, &chance));
        assert_eq!(ids[7].to_string().parse::<Id>().unwrap(), ids[7]);
    }

    #[test]
    fn references_are_found_in_words_as_they_are_printed_and_typed() {
        let chance = Entropy::seeded(3);
        let (one, other) = (Reference::new(&chance), Reference::new(&chance));
        let dashed = one.grouped().replace(' ', "-").to_lowercase();
        for written in [one.to_string(), one.grouped(), dashed, format!("({one}).")] {
            let text = format!("Where is my repair {written}, and {}?", other.grouped());
            assert_eq!(Reference::all_in(&text), [one.clone(), other.clone()], "{text}");
        }
        assert_eq!(Reference::all_in("nothing of the sort was ever said"), []);
    }

    #[test]
    fn a_reference_catches_every_single_slip_and_every_swap() {
        let chance = Entropy::seeded(2);
        for _ in 0..200 {
            let reference = Reference::new(&chance);
            assert_eq!(reference.grouped().to_lowercase().parse::<Reference>().unwrap(), reference);
            let text = reference.as_str().as_bytes();
            for i in 0..text.len() {
                for c in CROCKFORD.iter().filter(|c| **c != text[i]) {
                    let mut wrong = text.to_vec();
                    wrong[i] = *c;
                    assert!(String::from_utf8(wrong).unwrap().parse::<Reference>().is_err());
                }
                if i + 1 < text.len() && text[i] != text[i + 1] {
                    let mut swapped = text.to_vec();
                    swapped.swap(i, i + 1);
                    assert!(String::from_utf8(swapped).unwrap().parse::<Reference>().is_err(), "{reference} {i}");
                }
            }
        }
    }

    #[test]
    fn letters_that_look_like_digits_are_understood() {
        let reference = Reference::encode(0x0000_0421);
        let heard = reference.as_str().replace('0', "o").replace('1', "L");
        assert_eq!(heard.parse::<Reference>().unwrap(), reference);
    }
}
