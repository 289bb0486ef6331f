//! Arabic: light stemming of folded words (the affixes of the "light10" method of Larkey,
//! Ballesteros and Connell, 2007), and words that carry little.

use std::{collections::HashSet, sync::LazyLock};

const BEFORE: [&str; 8] = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب"];
const AFTER: [&str; 11] = ["ها", "ان", "ات", "ون", "ين", "يه", "تي", "ه", "ي", "ت", "ا"];

pub(crate) const LITTLE: &str = "في من الي علي عن مع هذا هذه ذلك تلك التي الذي ما ماذا لا لم لن ليس هل كيف اين متي \
    لماذا انا انت هو هي نحن هم كان كانت يكون او ثم ان قد كل بعد قبل عند عندي لي لدي يوجد \
    اريد احتاج يمكن يمكنني ارجو جدا تم يتم";

/// The light stem of a folded Arabic word: one prefix off, then suffixes, leaving at least
/// three letters (two after a prefix with the article).
pub(crate) fn stem(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    for prefix in BEFORE {
        let length = prefix.chars().count();
        let keep = if length == 1 { 4 } else { 3 };
        if word.starts_with(prefix) && letters.len() >= length + keep {
            letters.drain(..length);
            break;
        }
    }
    for suffix in AFTER {
        let tail: Vec<char> = suffix.chars().collect();
        if letters.len() >= tail.len() + 3 && letters.ends_with(&tail) {
            letters.truncate(letters.len() - tail.len());
        }
    }
    letters.into_iter().collect()
}

static LITTLES: LazyLock<HashSet<&str>> = LazyLock::new(|| LITTLE.split_ascii_whitespace().collect());

/// Whether the word carries little.
pub(crate) fn is_little(word: &str) -> bool {
    LITTLES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            "ضريبة الضريبة والضريبة ضريبه",
            "سيارة السيارة سيارات بالسيارة سيارتي",
            "تصريح التصريح للتصريح",
            "إيجار الإيجار ايجاري",
            "حاوية الحاوية حاويات",
        ] {
            let stems: Vec<String> = words(forms, 9).iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|other| *other == stems[0]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(stem("ماء"), "ماء");
        assert_eq!(stem("باب"), "باب");
        assert_eq!(stem("بيت"), "بيت");
        assert!(is_little("في"));
    }
}
