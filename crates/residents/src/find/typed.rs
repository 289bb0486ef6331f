//! What somebody typed into the one box, piece by piece: names, a telephone number, an email, a postcode, a date of birth.

use super::fold;
use super::keys::UNTOLD_BORN;
use kit::address::Phone;

/// Pieces that are looked at; more tell nothing new.
const MOST: usize = 8;
/// Letters that are looked at.
const LONGEST: usize = 200;

/// One piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A name, a street, a house number, or a part of one of them.
    Word(String),
    /// The beginning of an email address, or all of it.
    Email(String),
    /// Digits of a telephone number: its beginning or its end.
    Phone(String),
    /// The beginning of a postcode, or all of it, without space.
    Postcode(String),
    /// The last half of a postcode.
    Inward(String),
    /// A date of birth, `YYYY-MM-DD`, or its year.
    Born(String),
    /// A date of birth whose century was not said.
    BornEither([String; 2]),
}

impl Piece {
    /// The stretches of keys it may stand for, from and up to.
    pub fn stretches(&self) -> Vec<(String, String)> {
        let prefix = |kind: char, text: &str| (format!("{kind}{text}"), format!("{kind}{text}\u{10ffff}"));
        let untold = || (UNTOLD_BORN.to_owned(), format!("{UNTOLD_BORN}\u{1}"));
        match self {
            Piece::Word(word) if is_year_alone(word) => vec![prefix('w', word), prefix('b', word), untold()],
            Piece::Word(word) => vec![prefix('w', word)],
            Piece::Email(email) => vec![prefix('e', email)],
            Piece::Phone(digits) => {
                vec![prefix('p', digits), prefix('r', &digits.chars().rev().collect::<String>())]
            }
            Piece::Postcode(postcode) => vec![prefix('z', postcode)],
            // `2ab` may be the number of a house too.
            Piece::Inward(half) => vec![prefix('i', half), prefix('w', &half.to_lowercase())],
            Piece::Born(date) => vec![prefix('b', date), untold()],
            Piece::BornEither(dates) => dates.iter().map(|date| prefix('b', date)).chain([untold()]).collect(),
        }
    }

    /// Whether it may be a date of birth, or its year.
    pub fn is_born(&self) -> bool {
        match self {
            Piece::Born(_) | Piece::BornEither(_) => true,
            Piece::Word(word) => is_year_alone(word),
            _ => false,
        }
    }

    /// The word in which a mistake may be looked for: names, not numbers.
    pub fn word(&self) -> Option<&str> {
        match self {
            Piece::Word(word) if word.chars().count() >= 3 && !word.contains(|c: char| c.is_ascii_digit()) => {
                Some(word)
            }
            _ => None,
        }
    }
}

fn tokens(typed: &str) -> Vec<&str> {
    typed.split([' ', ',', ';', '\t', '\n', '\u{a0}']).filter(|token| !token.is_empty()).collect()
}

/// Reads what was typed. Words that tell nothing ("road") are left out, unless there is nothing else.
pub fn read(typed: &str) -> Vec<Piece> {
    let typed: String = typed.chars().take(LONGEST).collect();
    let tokens = tokens(&typed);
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < tokens.len() && pieces.len() < MOST {
        let (read, taken) = special(&tokens[at..]).unwrap_or_else(|| {
            (
                fold::words(tokens[at])
                    .into_iter()
                    .filter(|word| word.len() > 1 || tokens.len() > 1)
                    .map(Piece::Word)
                    .collect(),
                1,
            )
        });
        pieces.extend(read);
        at += taken;
    }
    pieces.truncate(MOST);
    let telling = |piece: &Piece| !matches!(piece, Piece::Word(word) if fold::is_common(word));
    if pieces.iter().any(telling) {
        pieces.retain(telling);
    }
    pieces
}

/// A piece that is no plain word, and how many tokens it takes.
fn special(tokens: &[&str]) -> Option<(Vec<Piece>, usize)> {
    let first = tokens[0];
    if first.contains('@') {
        return Some((vec![Piece::Email(first.to_lowercase())], 1));
    }
    if let Some((date, taken)) = date(tokens) {
        return Some((vec![date], taken));
    }
    if let Some((digits, taken)) = phone(tokens) {
        return Some((vec![Piece::Phone(digits)], taken));
    }
    let postcode = |text: &str| text.to_uppercase();
    if tokens.len() > 1 && is_outward(first) && is_inward(tokens[1]) {
        return Some((vec![Piece::Postcode(postcode(first) + &postcode(tokens[1]))], 2));
    }
    if is_inward(first) {
        return Some((vec![Piece::Inward(postcode(first))], 1));
    }
    let whole = first.len() >= 5
        && first.is_ascii()
        && is_inward(&first[first.len() - 3..])
        && is_outward(&first[..first.len() - 3]);
    (whole || is_outward(first)).then(|| (vec![Piece::Postcode(postcode(first))], 1))
}

/// `CB1`, `SW1A`: one or two letters, a digit, and perhaps one more digit or letter.
fn is_outward(text: &str) -> bool {
    let letters = text.chars().take_while(char::is_ascii_alphabetic).count();
    let rest = &text[letters.min(text.len())..];
    let mut rest = rest.chars();
    (1..=2).contains(&letters)
        && rest.next().is_some_and(|c| c.is_ascii_digit())
        && rest.next().is_none_or(|c| c.is_ascii_alphanumeric())
        && rest.next().is_none()
}

/// `1AA`.
fn is_inward(text: &str) -> bool {
    let mut chars = text.chars();
    text.len() == 3 && chars.next().is_some_and(|c| c.is_ascii_digit()) && chars.all(|c| c.is_ascii_alphabetic())
}

/// A year and nothing else, as it may be typed for a date of birth.
pub(super) fn is_year_alone(word: &str) -> bool {
    word.len() == 4 && is_year(word)
}

fn is_year(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// Digits that may be a telephone number's: four or more, also in groups.
fn phone(tokens: &[&str]) -> Option<(String, usize)> {
    let digits = |token: &str| -> Option<String> {
        let plain: String = token.chars().filter(|c| !"+-()".contains(*c)).map_while(kit::form::digit).collect();
        let marks = token.chars().filter(|c| "+-()".contains(*c)).count();
        (plain.len() >= 2 && plain.len() + marks == token.chars().count()).then_some(plain)
    };
    let groups: Vec<String> = tokens.iter().map_while(|token| digits(token)).collect();
    let all: String = groups.concat();
    if all.len() < 4 || groups.len() == 1 && is_year(&all) || groups[0].len() < 3 && !tokens[0].starts_with('+') {
        return None;
    }
    let typed: String = tokens[..groups.len()].concat();
    let known = Phone::read(&typed).ok().map(|phone| fold::phone(phone.key()));
    Some((
        known.unwrap_or_else(|| {
            all.strip_prefix("44").filter(|_| typed.starts_with('+')).map_or(all.clone(), |rest| format!("0{rest}"))
        }),
        groups.len(),
    ))
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Why something typed finds nobody, whoever there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// One letter or figure.
    TooShort,
    /// A day that there is not, as it was typed.
    NoSuchDay(String),
}

/// What is to be said of what was typed, beside whom it finds.
pub fn doubt(typed: &str) -> Option<Doubt> {
    let typed: String = typed.chars().take(LONGEST).collect();
    let tokens = tokens(&typed);
    let no_day = |at: usize| match (date(&tokens[at..]), written_day(&tokens[at..])) {
        (None, Some((.., taken))) => Some(tokens[at..at + taken].join(" ")),
        _ => None,
    };
    if let Some(day) = (0..tokens.len()).find_map(no_day) {
        return Some(Doubt::NoSuchDay(day));
    }
    let letters = tokens.concat().chars().filter(|c| c.is_alphanumeric()).count();
    (letters == 1).then_some(Doubt::TooShort)
}

/// `14/3/1970`, `1970-03-14`, `14 March 1970`, and the same with two digits of the year: a day that there is.
fn date(tokens: &[&str]) -> Option<(Piece, usize)> {
    let (year, month, day, taken) = written_day(tokens)?;
    let on = |year: i16| jiff::civil::Date::new(year, month, day).ok().map(|date| date.to_string());
    let year_number: i16 = year.parse().ok()?;
    let born = match year.len() {
        4 => Piece::Born(on(year_number)?),
        _ => match (on(1900 + year_number), on(2000 + year_number)) {
            (Some(one), Some(other)) => Piece::BornEither([one, other]),
            (one, other) => Piece::Born(one.or(other)?),
        },
    };
    Some((born, taken))
}

/// Something written as a day, whether there is one or not: the year with two digits or four, month, day, and how many tokens it takes.
fn written_day<'a>(tokens: &[&'a str]) -> Option<(&'a str, i8, i8, usize)> {
    let parts: Vec<&str> = tokens[0].split(['/', '-', '.']).collect();
    let (year, month, day, taken) = match parts[..] {
        [year, month, day] if year.len() == 4 => (year, month.parse().ok()?, day, 1),
        [day, month, year] => (year, month.parse().ok()?, day, 1),
        [day] if tokens.len() >= 3 => {
            let name: String = tokens[1].to_lowercase().chars().take(3).collect();
            (tokens[2], MONTHS.iter().position(|month| *month == name)? as i8 + 1, day, 3)
        }
        _ => return None,
    };
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = matches!(year.len(), 2 | 4) && figures(year) && figures(day);
    Some((year, month, day.parse().ok()?, taken)).filter(|_| is_day)
}

#[cfg(test)]
mod tests {
    use super::Piece::{Born, BornEither, Email, Inward, Phone, Postcode, Word};
    use super::*;

    #[test]
    fn the_box_knows_what_was_typed() {
        let word = |text: &str| Word(text.into());
        let either = |rest: &str| vec![BornEither([format!("19{rest}"), format!("20{rest}")])];
        for (typed, pieces) in [
            ("Siân Jones", vec![word("sian"), word("jones")]),
            ("Smith, John", vec![word("smith"), word("john")]),
            ("Mrs Dr. Jones", vec![word("jones")]),
            ("07700 900 123", vec![Phone("07700900123".into())]),
            ("+44 7700 900123", vec![Phone("07700900123".into())]),
            ("900123", vec![Phone("900123".into())]),
            ("smith 1970", vec![word("smith"), word("1970")]),
            ("14/3/1970", vec![Born("1970-03-14".into())]),
            ("jones 14 March 1970", vec![word("jones"), Born("1970-03-14".into())]),
            ("1970-03-14", vec![Born("1970-03-14".into())]),
            ("31/2/1970", vec![word("1970"), word("31")]),
            ("23.08.92", either("92-08-23")),
            ("23/8/92", either("92-08-23")),
            ("23 Aug 92", either("92-08-23")),
            ("jones 23-8-92", [vec![word("jones")], either("92-08-23")].concat()),
            ("29/2/00", vec![Born("2000-02-29".into())]),
            ("2ab", vec![Inward("2AB".into())]),
            ("smith 2AB", vec![word("smith"), Inward("2AB".into())]),
            ("Ada@Post.example", vec![Email("ada@post.example".into())]),
            ("cb1 1aa", vec![Postcode("CB11AA".into())]),
            ("CB11AA smith", vec![Postcode("CB11AA".into()), word("smith")]),
            ("sw1a", vec![Postcode("SW1A".into())]),
            ("12 Mill Road", vec![word("12"), word("mill")]),
            ("1a Mill Road", vec![word("1a"), word("mill")]),
            ("the road", vec![word("the"), word("road")]),
            ("", vec![]),
            ("!!!", vec![]),
        ] {
            assert_eq!(read(typed), pieces, "{typed}");
        }
        assert!(read(&"x y ".repeat(100_000)).len() <= MOST);
    }

    #[test]
    fn what_can_find_nobody_is_doubted() {
        let no_day = |text: &str| Some(Doubt::NoSuchDay(text.into()));
        for (typed, expected) in [
            ("a", Some(Doubt::TooShort)),
            (" é ", Some(Doubt::TooShort)),
            ("5", Some(Doubt::TooShort)),
            ("ab", None),
            ("a b", None),
            ("", None),
            ("!!", None),
            ("31/2/90", no_day("31/2/90")),
            ("jones 31.2.1990", no_day("31.2.1990")),
            ("1990-13-01", no_day("1990-13-01")),
            ("31 February 1990 jones", no_day("31 February 1990")),
            ("29/2/00", None),
            ("28 Feb 1990", None),
            ("07700 900 123", None),
            ("01632-960-123", None),
            ("12 May Road", None),
            ("AB12 CDE", None),
        ] {
            assert_eq!(doubt(typed), expected, "{typed}");
        }
        assert_eq!(doubt(&"x y ".repeat(100_000)), None);
    }
}
