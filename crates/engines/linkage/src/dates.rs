//! Dates of birth: the slips people make with them.

use crate::record::Level;
use crate::vocabulary::{Both, Symbol};

/// How well two different dates agree; both are eight digits, year first.
pub(crate) fn level(words: Both<'_>, (a, b): (Symbol, Symbol)) -> Level {
    between(words.text(a), words.text(b))
}

fn between(a: &[char], b: &[char]) -> Level {
    let mut wrong = (0..8).filter(|at| a[*at] != b[*at]);
    match (wrong.next(), wrong.next(), wrong.next()) {
        (None, ..) => return Level::Exact,
        (Some(_), None, _) => return Level::Close,
        (Some(x), Some(y), None) if y == x + 1 && a[x] == b[y] && a[y] == b[x] => return Level::Close,
        _ => {}
    }
    let (year, month, day) = (a[..4] == b[..4], a[4..6] == b[4..6], a[6..] == b[6..]);
    if year && a[4..6] == b[6..] && a[6..] == b[4..6] {
        return Level::DayMonthExchanged;
    }
    if [year, month, day].into_iter().filter(|same| *same).count() == 2 { Level::TwoParts } else { Level::Far }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_apart() {
        for (a, b, level) in [
            ("19840229", "19840229", Level::Exact),
            ("19840229", "19840228", Level::Close),
            ("19840229", "19480229", Level::Close),
            ("19840229", "19820429", Level::Far),
            ("19840105", "19840501", Level::DayMonthExchanged),
            ("19840110", "19841001", Level::DayMonthExchanged),
            ("19840229", "19930229", Level::TwoParts),
            ("19840229", "19840214", Level::TwoParts),
            ("19840229", "19841129", Level::TwoParts),
            ("19840229", "19351107", Level::Far),
        ] {
            let [x, y] = [a, b].map(|date| date.chars().collect::<Vec<_>>());
            assert_eq!((between(&x, &y), between(&y, &x)), (level, level), "{a} {b}");
        }
    }
}
