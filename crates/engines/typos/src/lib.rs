//! How many typing mistakes lie between two words.

/// The longest word whose mistakes are counted, in letters; longer ones are the same or altogether different.
pub const LONGEST: usize = 64;

/// Typing mistakes between two words: a letter missed, added, changed, or two neighbours exchanged
/// (optimal string alignment, bit-parallel after Hyyrö 2003). The same whichever word comes first.
pub fn mistakes(a: &[char], b: &[char]) -> usize {
    if a == b {
        return 0;
    }
    if a.is_empty() || b.is_empty() || a.len().max(b.len()) > LONGEST {
        return a.len().max(b.len());
    }
    let (mut positive, mut negative, mut diagonal, mut before) = (u64::MAX, 0u64, 0u64, 0u64);
    let (mut found, last) = (a.len(), 1u64 << (a.len() - 1));
    for letter in b {
        let same = a.iter().enumerate().fold(0, |bits, (i, other)| bits | u64::from(other == letter) << i);
        let exchanged = ((!diagonal & same) << 1) & before;
        diagonal = (((same & positive).wrapping_add(positive)) ^ positive) | same | negative | exchanged;
        let up = negative | !(diagonal | positive);
        let down = diagonal & positive;
        found = found + usize::from(up & last != 0) - usize::from(down & last != 0);
        let shifted = up << 1 | 1;
        positive = down << 1 | !(diagonal | shifted);
        negative = shifted & diagonal;
        before = same;
    }
    found
}

/// [`mistakes`], or `None` when there are more than `most`.
pub fn within(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    Some(mistakes(a, b)).filter(|found| *found <= most)
}

/// One bit per letter, for telling quickly that two words differ too much: each mistake changes at most two bits.
pub fn letters(word: &[char]) -> u64 {
    word.iter().fold(0, |bits, letter| bits | 1 << (*letter as u32 % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn mistakes_are_counted() {
        for (a, b, expected) in [
            ("", "", 0),
            ("abc", "", 3),
            ("colected", "collected", 1),
            ("nieghbour", "neighbour", 1),
            ("benifit", "benefit", 1),
            ("house", "horse", 1),
            ("street", "sterte", 2),
            ("ab", "ba", 1),
            ("ca", "abc", 3),
        ] {
            assert_eq!(mistakes(&chars(a), &chars(b)), expected, "{a} {b}");
            assert_eq!(within(&chars(a), &chars(b), expected), Some(expected), "{a} {b}");
            assert!(expected == 0 || within(&chars(a), &chars(b), expected - 1).is_none(), "{a} {b}");
        }
    }

    #[test]
    fn the_longest_words_are_counted_and_longer_ones_are_the_same_or_not() {
        let long: Vec<char> = ('a'..='z').cycle().take(LONGEST).collect();
        assert_eq!(mistakes(&long, &long[1..]), 1);
        assert_eq!(mistakes(&long[1..], &long), 1);
        let longer: Vec<char> = ('a'..='z').cycle().take(LONGEST + 1).collect();
        assert_eq!((within(&longer, &longer, 0), within(&longer, &long, 3)), (Some(0), None));
    }

    /// The plain recursive definition, to compare with.
    fn plain(a: &[char], b: &[char]) -> usize {
        let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_last(), b.split_last()) else {
            return a.len().max(b.len());
        };
        let change = plain(rest_a, rest_b) + usize::from(x != y);
        let mut least = change.min(plain(rest_a, b) + 1).min(plain(a, rest_b) + 1);
        if let (Some((w, more_a)), Some((z, more_b))) = (rest_a.split_last(), rest_b.split_last())
            && x == z
            && w == y
        {
            least = least.min(plain(more_a, more_b) + 1);
        }
        least
    }

    proptest! {
        #[test]
        fn counting_agrees_with_the_definition(a in "[abc]{0,6}", b in "[abc]{0,6}", most in 0usize..5) {
            let (x, y) = (chars(&a), chars(&b));
            let real = plain(&x, &y);
            prop_assert_eq!(mistakes(&x, &y), real);
            prop_assert_eq!(mistakes(&y, &x), real);
            prop_assert_eq!(within(&x, &y, most), (real <= most).then_some(real));
        }

        #[test]
        fn each_mistake_changes_at_most_two_bits(a in "[a-f]{0,6}", b in "[a-f]{0,6}") {
            let (x, y) = (chars(&a), chars(&b));
            let bits = (letters(&x) ^ letters(&y)).count_ones() as usize;
            prop_assert!(bits <= 2 * mistakes(&x, &y));
        }
    }
}
