//! Spellings folded to what they share: small letters, no accents, no marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word that is kept, in letters.
pub const LONGEST: usize = 40;

/// Words that say what a street is and not which one, and those that people say before their name.
const COMMON: [&str; 27] = [
    "road", "street", "lane", "avenue", "close", "drive", "way", "court", "place", "gardens", "grove", "crescent",
    "terrace", "the", "rd", "st", "ave", "flat", "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "prof",
];

/// One word, folded: `Ó Néill` comes as two, each without its mark; `O'Neill` is one.
pub fn word(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    plain.filter(|c| c.is_alphanumeric()).take(LONGEST).collect()
}

/// The words of a text. A hyphen parts words and also joins them: `Smith-Jones` is found by either name and by both at once.
pub fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for part in text.split(|c: char| !c.is_alphanumeric() && !"'’-.@_+".contains(c)) {
        let pieces: Vec<String> =
            part.split(['-', '.', '@', '_', '+']).map(word).filter(|piece| !piece.is_empty()).collect();
        if pieces.len() > 1 && part.contains('-') {
            all.push(word(part));
        }
        all.extend(pieces);
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// True for a word that tells nobody from anybody.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(&word)
}

/// The digits of a telephone number as people read it out: `07700900123`; of other countries with their code.
pub fn phone(key: &str) -> String {
    key.strip_prefix("+44").map_or_else(|| key.trim_start_matches('+').to_owned(), |national| format!("0{national}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_folded_to_one() {
        for (text, folded) in [
            ("Siân Ŵyn", vec!["sian", "wyn"]),
            ("O’Neill", vec!["oneill"]),
            ("SMITH-Jones", vec!["jones", "smith", "smithjones"]),
            ("ada.b+tag@post.example", vec!["ada", "b", "example", "post", "tag"]),
            ("  ", vec![]),
            ("محمد", vec!["محمد"]),
        ] {
            assert_eq!(words(text), folded, "{text}");
        }
        assert_eq!((phone("+447700900123").as_str(), phone("+33123456789").as_str()), ("07700900123", "33123456789"));
    }
}
