//! How many typing mistakes lie between two words.

/// Mistakes between two words: a letter missed, added, changed, or two neighbours swapped
/// (optimal string alignment). `None` when there are more than `most`.
pub(crate) fn mistakes(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let width = b.len() + 1;
    let (mut before, mut last, mut row) = ([0u8; ROW], [0u8; ROW], [0u8; ROW]);
    if width > ROW || a.len() >= ROW {
        return (a == b).then_some(0);
    }
    for (column, cell) in last.iter_mut().enumerate().take(width) {
        *cell = column as u8;
    }
    for (i, from) in a.iter().enumerate() {
        row[0] = i as u8 + 1;
        let mut least = row[0];
        for (j, to) in b.iter().enumerate() {
            let change = last[j] + u8::from(from != to);
            let mut cell = change.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                cell = cell.min(before[j - 1] + 1);
            }
            row[j + 1] = cell;
            least = least.min(cell);
        }
        if usize::from(least) > most {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    let found = usize::from(last[b.len()]);
    (found <= most).then_some(found)
}

/// Longer than the longest word kept.
const ROW: usize = 48;

/// One bit per letter, for telling quickly that two words differ too much: each mistake
/// changes at most two bits.
pub(crate) fn letters(word: &[char]) -> u64 {
    word.iter().fold(0, |bits, letter| bits | 1 << (*letter as u32 % 64))
}

/// How many mistakes a word of this many letters may hold: none up to three letters, one up to
/// five, two up to ten, three beyond.
pub(crate) fn allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=5 => 1,
        6..=10 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn between(a: &str, b: &str, most: usize) -> Option<usize> {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        mistakes(&a, &b, most)
    }

    #[test]
    fn mistakes_are_counted() {
        assert_eq!(between("colected", "collected", 2), Some(1));
        assert_eq!(between("nieghbour", "neighbour", 2), Some(1));
        assert_eq!(between("benifit", "benefit", 1), Some(1));
        assert_eq!(between("horse", "house", 0), None);
        assert_eq!(between("", "", 0), Some(0));
        assert_eq!(between("abc", "", 3), Some(3));
        assert_eq!(between("abc", "", 2), None);
    }

    /// The plain recursive definition, to compare with.
    fn plain(a: &[char], b: &[char]) -> usize {
        let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_last(), b.split_last()) else {
            return a.len().max(b.len());
        };
        let mut least =
            (plain(rest_a, rest_b) + usize::from(x != y)).min(plain(rest_a, b) + 1).min(plain(a, rest_b) + 1);
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
            let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let real = plain(&x, &y);
            prop_assert_eq!(mistakes(&x, &y, most), (real <= most).then_some(real));
            let bits = (letters(&x) ^ letters(&y)).count_ones() as usize;
            prop_assert!(bits <= 2 * real);
        }
    }
}
