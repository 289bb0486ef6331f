//! Hashes of folded text, and tables keyed by them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A folded text: small letters and digits.
pub(crate) type Folded = [char];

/// A table whose keys are hashes already.
pub(crate) type Table<V> = HashMap<u64, V, BuildHasherDefault<AsIs>>;

/// Takes a hash for what it is.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| mix(hash ^ u64::from(*byte)));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Spreads every bit over all others (the finaliser of SplitMix64, Steele, Lea and Flood 2014).
pub(crate) fn mix(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

/// The hash of a text.
pub(crate) fn of_text(text: impl Iterator<Item = char>) -> u64 {
    mix(text.fold(0xcbf2_9ce4_8422_2325, |hash, letter| (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)))
}

/// The hash of several numbers in their order.
pub(crate) fn of_parts(parts: &[u32]) -> u64 {
    parts.iter().fold(0x9e37_79b9_7f4a_7c15, |hash, part| mix(hash.wrapping_add(u64::from(*part) + 1)))
}

/// Numbers that look random and are the same every time (SplitMix64, Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub(crate) struct Sequence(u64);

impl Sequence {
    /// The sequence of this seed.
    pub(crate) fn new(seed: u64) -> Sequence {
        Sequence(seed)
    }

    /// The next number below `limit`, which is not 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        ((u128::from(mix(self.0)) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_length_count() {
        assert_ne!(of_parts(&[1, 2]), of_parts(&[2, 1]));
        assert_ne!(of_parts(&[1]), of_parts(&[1, 0]));
        assert_ne!(of_text("ab".chars()), of_text("ba".chars()));
    }

    #[test]
    fn the_sequence_is_even_and_repeats() {
        let draw = |seed| {
            let mut sequence = Sequence::new(seed);
            (0..60_000).map(|_| sequence.below(6)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        for face in 0..6 {
            let seen = draw(7).iter().filter(|drawn| **drawn == face).count();
            assert!((9_500..10_500).contains(&seen), "{face}: {seen}");
        }
    }
}
