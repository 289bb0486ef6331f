//! Whether what somebody typed or read may be this mark: the same, a part of it, or a slip away.

use crate::Plate;

/// The shortest part that is looked for, in letters and digits.
const PART: usize = 3;
/// The shortest mark a slip is looked for in: of a shorter one nearly any other is a slip away.
const SLIPS_FROM: usize = 4;

/// How a mark that was typed fits one that is known, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the same.
    Same,
    /// It is the beginning or the end.
    Part,
    /// It differs in signs that look alike alone: O and 0, I and 1, B and 8.
    LooksAlike,
    /// Beside such signs one is another, one is missing, one too many, or two are exchanged.
    OneSlip,
}

impl Fit {
    /// How the mark that was typed fits one that is known; `None` where it does not.
    pub fn of(typed: &Plate, known: &Plate) -> Option<Fit> {
        let (typed, known) = (typed.as_str(), known.as_str());
        if typed == known {
            return Some(Fit::Same);
        }
        if typed.chars().count() >= PART && (known.starts_with(typed) || known.ends_with(typed)) {
            return Some(Fit::Part);
        }
        if typed.chars().count() < SLIPS_FROM || known.chars().count() < SLIPS_FROM {
            return None;
        }
        let (typed, known) = (folded(typed), folded(known));
        if typed == known {
            return Some(Fit::LooksAlike);
        }
        let signs = |text: &str| text.chars().collect::<Vec<char>>();
        typos::within(&signs(&typed), &signs(&known), 1).map(|_| Fit::OneSlip)
    }

    /// True for a mark that is not the one that was typed, only near it.
    pub fn is_near_miss(self) -> bool {
        matches!(self, Fit::LooksAlike | Fit::OneSlip)
    }
}

/// The signs with those that look alike made one: O is 0, I is 1, B is 8.
pub fn folded(signs: &str) -> String {
    let one = |c: char| match c {
        'O' => '0',
        'I' => '1',
        'B' => '8',
        other => other,
    };
    signs.chars().map(one).collect()
}

/// What marks that are a slip apart share: the folded signs, and the same with any one left out.
pub fn keys(plate: &Plate) -> Vec<String> {
    let signs: Vec<char> = folded(plate.as_str()).chars().collect();
    if signs.len() < SLIPS_FROM {
        return Vec::new();
    }
    let mut all = vec![signs.iter().collect::<String>()];
    for out in 0..signs.len() {
        all.push(signs.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, sign)| sign).collect());
    }
    all.sort_unstable();
    all.dedup();
    all
}
