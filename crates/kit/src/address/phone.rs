//! Telephone numbers: kept as typed, compared by their international form.

use super::Wrong;
use crate::form::{self, Fault};

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    typed: String,
    key: String,
}

impl Phone {
    /// Reads what was typed: United Kingdom numbers from 01, 02, 03, 07 or 08, with or without +44, and numbers of other
    /// countries that begin with + or 00.
    pub fn read(typed: &str) -> Result<Phone, Wrong> {
        let typed = match form::line(typed, 40) {
            Ok(typed) => typed,
            Err(Fault::Empty) => return Err(Wrong::Empty),
            Err(_) => return Err(Wrong::Shape),
        };
        let mut digits = String::new();
        for (at, c) in typed.replace("(0)", "").chars().enumerate() {
            match c {
                '+' if at == 0 => digits.push('+'),
                ' ' | '-' | '.' | '(' | ')' | '\u{2011}' | '\u{a0}' | '/' => {}
                c => digits.push(form::digit(c).ok_or(Wrong::Shape)?),
            }
        }
        let key = international(&digits).ok_or(Wrong::Shape)?;
        Ok(Phone { typed, key })
    }

    /// As typed, for showing.
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// The international form, `+447700900123`: what two spellings of one number share.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// True when a text message can reach it: a mobile number. A landline or a premium number cannot be texted.
    pub fn can_text(&self) -> bool {
        match self.key.strip_prefix("+44") {
            // 070 is for personal numbers and 076 for pagers, except 07624, which is Manx mobiles.
            Some(national) => {
                national.starts_with('7')
                    && !national.starts_with("70")
                    && (!national.starts_with("76") || national.starts_with("7624"))
            }
            None => true,
        }
    }
}

fn international(digits: &str) -> Option<String> {
    let abroad = digits.strip_prefix('+').or_else(|| digits.strip_prefix("00"));
    let national = match abroad {
        Some(number) => match number.strip_prefix("44") {
            Some(national) => national.strip_prefix('0').unwrap_or(national),
            None => {
                let fits = (8..=15).contains(&number.len()) && !number.starts_with('0');
                return fits.then(|| format!("+{number}"));
            }
        },
        None => digits.strip_prefix('0')?,
    };
    let first = national.bytes().next()?;
    let length = match first {
        b'1' => 9..=10,
        b'2' | b'3' | b'7' => 10..=10,
        b'8' => 9..=10,
        _ => return None,
    };
    length.contains(&national.len()).then(|| format!("+44{national}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_has_one_key_however_it_is_typed() {
        for typed in [
            "07700 900123",
            "+44 7700 900123",
            "0044 7700-900-123",
            "+44 (0)7700 900123",
            "(07700) 900.123",
            "٠٧٧٠٠٩٠٠١٢٣",
        ] {
            assert_eq!(Phone::read(typed).unwrap().key(), "+447700900123", "{typed}");
        }
        assert_eq!(Phone::read(" 07700  900123 ").unwrap().as_str(), "07700 900123");
    }

    #[test]
    fn only_mobiles_can_be_texted() {
        let table = [
            ("07700 900123", true),
            ("07624 123456", true),
            ("01632 960123", false),
            ("020 7946 0123", false),
            ("0300 123 4567", false),
            ("070 1234 5678", false),
            ("0800 1111 11", false),
            ("+353 85 123 4567", true),
        ];
        for (typed, can) in table {
            assert_eq!(Phone::read(typed).map(|phone| phone.can_text()), Ok(can), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for bad in
            ["12345", "0770090012", "077009001234", "phone", "07700 900123 x4", "+0770 900 1234", "999", "09001 234567"]
        {
            assert_eq!(Phone::read(bad), Err(Wrong::Shape), "{bad}");
        }
        assert_eq!(Phone::read(" "), Err(Wrong::Empty));
    }
}
