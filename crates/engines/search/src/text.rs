//! Folding text and cutting it into words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words longer than this are cut: nobody types them, and it bounds the work.
const LONGEST_WORD: usize = 40;

/// Endings after an apostrophe that carry no meaning for finding: English "'s", "'m", Welsh
/// "'r", "'n" and the like.
const CLITICS: [&str; 15] = ["s", "r", "n", "i", "u", "w", "m", "th", "ch", "re", "ll", "ve", "d", "na", "ma"];

/// The words of a text, folded, at most `limit` of them.
pub(crate) fn words(text: &str, limit: usize) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = 0;
    for sign in text.chars().flat_map(char::to_lowercase).nfkd() {
        if is_combining_mark(sign) || sign == '\u{640}' {
            continue;
        }
        match fold(sign) {
            Some(sign) if sign.is_alphanumeric() || sign == '\'' => {
                word.extend((letters < LONGEST_WORD).then_some(sign));
                letters += 1;
            }
            Some(_) => {
                finish(&mut word, &mut words);
                letters = 0;
                if words.len() >= limit {
                    return words;
                }
            }
            None => {}
        }
    }
    finish(&mut word, &mut words);
    words.truncate(limit);
    words
}

/// One form for letters and digits that people type in several ways; `None` drops the sign.
fn fold(sign: char) -> Option<char> {
    Some(match sign {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' => '\'',
        // Bare hamza comes and goes in typing; alef wasla and Persian forms are one letter each.
        'ء' | '\u{200c}' | '\u{200d}' | '\u{200e}' | '\u{200f}' | '\u{ad}' => return None,
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '٠'..='٩' => char::from(b'0' + (sign as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (sign as u32 - '۰' as u32) as u8),
        other => other,
    })
}

/// Ends a word: its apostrophe is dropped, with the clitic after it if there is one.
fn finish(word: &mut String, words: &mut Vec<String>) {
    if let Some((before, after)) = word.split_once('\'')
        && !before.is_empty()
        && CLITICS.contains(&after)
    {
        let keep = before.len();
        word.truncate(keep);
    }
    word.retain(|sign| sign != '\'');
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_cut() {
        assert_eq!(words("Fly-tipped MATTRESS!", 9), ["fly", "tipped", "mattress"]);
        assert_eq!(words("the bin-men didn’t come", 9), ["the", "bin", "men", "didnt", "come"]);
        assert_eq!(words("my mother's flat, I'm moving", 9), ["my", "mother", "flat", "i", "moving"]);
        assert_eq!(words("gyda'r tŷ a'r dreth", 9), ["gyda", "ty", "a", "dreth"]);
        assert_eq!(words("", 9), [""; 0]);
        assert_eq!(words("'' ... --", 9), [""; 0]);
        assert_eq!(words("a b c d", 2), ["a", "b"]);
    }

    #[test]
    fn arabic_letters_have_one_form() {
        assert_eq!(words("إيجار أيجار ايجار", 9), ["ايجار"; 3]);
        assert_eq!(words("ضَرِيبَة ضريبه", 9), ["ضريبه"; 2]);
        assert_eq!(words("مستشفى مســتشفي", 9), ["مستشفي"; 2]);
        assert_eq!(words("رقم ١٢٣", 9), ["رقم", "123"]);
    }

    #[test]
    fn endless_words_are_cut_short() {
        assert_eq!(words(&"é".repeat(1_000_000), 9), ["e".repeat(LONGEST_WORD)]);
    }
}
