//! How alike two folded texts are: symmetric, of at most 64 letters.

/// The Jaro–Winkler similarity, 0 to 1 (Jaro 1989; Winkler 1990, prefix of up to four letters, scale 0.1).
pub(crate) fn jaro_winkler(a: &[char], b: &[char]) -> f64 {
    let jaro = jaro(a, b);
    let prefix = a.iter().zip(b).take(4).take_while(|(x, y)| x == y).count();
    jaro + prefix as f64 * 0.1 * (1.0 - jaro)
}

/// Letters found in both, no further apart than half the longer length, and how many of them are out of order.
fn jaro(a: &[char], b: &[char]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    // Letters are taken greedily, which may depend on the order of the two; so there is one order.
    let (a, b) = if (a.len(), a) <= (b.len(), b) { (a, b) } else { (b, a) };
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let (mut taken_a, mut taken_b) = (0u64, 0u64);
    for (i, letter) in a.iter().enumerate() {
        let from = i.saturating_sub(reach);
        let window = b.iter().enumerate().take(i + reach + 1).skip(from);
        let found = window.filter(|(j, other)| taken_b >> j & 1 == 0 && *other == letter).map(|(j, _)| j).next();
        if let Some(j) = found {
            taken_a |= 1 << i;
            taken_b |= 1 << j;
        }
    }
    let matches = f64::from(taken_a.count_ones());
    if matches == 0.0 {
        return 0.0;
    }
    let (mut left, mut right, mut moved) = (taken_a, taken_b, 0u32);
    while left != 0 {
        moved += u32::from(a[left.trailing_zeros() as usize] != b[right.trailing_zeros() as usize]);
        left &= left - 1;
        right &= right - 1;
    }
    let transposed = f64::from(moved / 2);
    (matches / a.len() as f64 + matches / b.len() as f64 + (matches - transposed) / matches) / 3.0
}

/// An upper bound of [`jaro_winkler`] from lengths and [`letters`](typos::letters) alone, for texts whose first letters differ.
pub(crate) fn jaro_bound(a: (usize, u64), b: (usize, u64)) -> f64 {
    let only_a = (a.1 & !b.1).count_ones() as usize;
    let only_b = (b.1 & !a.1).count_ones() as usize;
    let matches = a.0.saturating_sub(only_a).min(b.0.saturating_sub(only_b)) as f64;
    (matches / a.0.max(1) as f64 + matches / b.0.max(1) as f64 + 1.0) / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use typos::letters;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn alike(a: &str, b: &str) -> f64 {
        (jaro_winkler(&chars(a), &chars(b)) * 1000.0).round() / 1000.0
    }

    /// The examples of Winkler's paper.
    #[test]
    fn jaro_winkler_agrees_with_the_published_examples() {
        for (a, b, expected) in [
            ("martha", "marhta", 0.961),
            ("dwayne", "duane", 0.84),
            ("dixon", "dicksonx", 0.813),
            ("same", "same", 1.0),
            ("abc", "xyz", 0.0),
            ("", "", 0.0),
            ("a", "", 0.0),
        ] {
            assert_eq!(alike(a, b), expected, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn it_is_symmetric_and_the_bound_holds(a in "[a-f]{1,12}", b in "[a-f]{1,12}") {
            let (x, y) = (chars(&a), chars(&b));
            prop_assert!((jaro_winkler(&x, &y) - jaro_winkler(&y, &x)).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&jaro_winkler(&x, &y)));
            if x[0] != y[0] {
                let bound = jaro_bound((x.len(), letters(&x)), (y.len(), letters(&y)));
                prop_assert!(jaro_winkler(&x, &y) <= bound + 1e-12);
            }
        }
    }
}
