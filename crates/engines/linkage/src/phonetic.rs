//! A key that most spellings and many typing mistakes of one name share.

/// What most spellings of one name share, for whoever keeps blocking keys in a database: as four bytes in hexadecimal. `None`
/// where the name has no letter or digit.
pub fn sound(name: &str) -> Option<String> {
    let mut folded = Vec::new();
    crate::text::fold(name, &mut folded);
    (!folded.is_empty()).then(|| format!("{:08x}", soundex(&folded)))
}

/// The Soundex code (Russell and Odell 1918, as used by the US census): the first letter and three digits, packed into one
/// number. Letters outside of a to z count as themselves, so that names in other scripts get keys too.
pub(crate) fn soundex(name: &[char]) -> u32 {
    let Some(first) = name.first() else { return 0 };
    let (mut code, mut digits, mut last) = (*first as u32 & 0xff, 0, class(*first));
    for letter in &name[1..] {
        let class = class(*letter);
        match class {
            // h and w do not separate two letters of one class, vowels do.
            Class::Silent => continue,
            Class::Vowel => {}
            Class::Sound(digit) if class != last => {
                code = code << 8 | digit;
                digits += 1;
            }
            Class::Sound(_) => {}
        }
        last = class;
        if digits == 3 {
            break;
        }
    }
    code << (8 * (3 - digits))
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Vowel,
    Silent,
    Sound(u32),
}

fn class(letter: char) -> Class {
    match letter {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => Class::Vowel,
        'h' | 'w' => Class::Silent,
        'b' | 'f' | 'p' | 'v' => Class::Sound(1),
        'c' | 'g' | 'j' | 'k' | 'q' | 's' | 'x' | 'z' => Class::Sound(2),
        'd' | 't' => Class::Sound(3),
        'l' => Class::Sound(4),
        'm' | 'n' => Class::Sound(5),
        'r' => Class::Sound(6),
        other => Class::Sound(other as u32 & 0xff | 0x08),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str) -> u32 {
        soundex(&name.chars().collect::<Vec<_>>())
    }

    #[test]
    fn spellings_of_one_name_share_a_code() {
        for (a, b) in [
            ("robert", "rupert"),
            ("smith", "smyth"),
            ("ashcraft", "ashcroft"),
            ("evans", "evens"),
            ("tymczak", "tymczac"),
        ] {
            assert_eq!(code(a), code(b), "{a} {b}");
        }
        for (a, b) in [("robert", "rubin"), ("jones", "evans"), ("tymczak", "pfister"), ("احمد", "سمير")] {
            assert_ne!(code(a), code(b), "{a} {b}");
        }
        assert_eq!(code(""), 0);
    }

    #[test]
    fn the_code_is_letter_and_digits() {
        let written = |letter: char, digits: [u32; 3]| digits.iter().fold(letter as u32, |all, digit| all << 8 | digit);
        assert_eq!(code("robert"), written('r', [1, 6, 3]));
        assert_eq!(code("pfister"), written('p', [2, 3, 6]));
        assert_eq!(code("lee"), written('l', [0, 0, 0]));
        assert_eq!(code("ashcraft"), written('a', [2, 6, 1]));
    }
}
