//! Whole numbers and money.

use super::{Read, Wrong, fault};
use crate::answers::Answer;
use kit::form::{self, Fault};

/// Digits of other scripts as 0 to 9.
pub(super) fn plain_digits(text: &str) -> String {
    let plain = |c: char| match c {
        '٫' => '.',
        '٬' => ',',
        '−' => '-',
        other => form::digit(other).unwrap_or(other),
    };
    text.chars().map(plain).collect()
}

/// The sign and digits of a number, without spaces, thousands commas and a pound sign. A comma that stands before anything but three digits
/// is left, and is none of a number: "200,50" is not twenty thousand.
fn cleaned(typed: &str) -> Result<String, Fault> {
    let line = plain_digits(&form::line(typed, 40)?);
    let line: String = line.chars().filter(|c| !matches!(c, ' ' | '£' | '\u{a0}')).collect();
    let whole = line.split('.').next().unwrap_or_default();
    let is_grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
    let has_more = line[whole.len()..].contains(',');
    Ok(if is_grouped && !has_more { line.replace(',', "") } else { line })
}

/// A whole number.
pub(super) fn whole(typed: &str, min: Option<i64>, max: Option<i64>) -> Read {
    let digits = match cleaned(typed) {
        Ok(digits) => digits,
        Err(wrong) => return fault(wrong),
    };
    let number: i64 = digits.parse().map_err(|_| Wrong::new("not-known", "services-error-not-whole"))?;
    limited(number, min, max, |limit| limit.to_string())?;
    Ok(Some(Answer::Number(number)))
}

/// Pounds and pence.
pub(super) fn money(typed: &str, min: Option<i64>, max: Option<i64>) -> Read {
    let digits = match cleaned(typed) {
        Ok(digits) => digits,
        Err(wrong) => return fault(wrong),
    };
    let pence = pence(&digits).ok_or_else(|| Wrong::new("not-known", "services-error-not-money"))?;
    limited(pence, Some(min.unwrap_or(0)), max, |limit| format!("£{}", written(limit)))?;
    Ok(Some(Answer::Money(pence)))
}

fn limited(number: i64, min: Option<i64>, max: Option<i64>, say: impl Fn(i64) -> String) -> Result<(), Wrong> {
    match (min, max) {
        (Some(min), _) if number < min => {
            Err(Wrong::new("too-small", "services-error-too-small").with("min", say(min)))
        }
        (_, Some(max)) if number > max => Err(Wrong::new("too-big", "services-error-too-big").with("max", say(max))),
        _ => Ok(()),
    }
}

/// Pounds and pence as somebody typed them, in pence; nothing where they are none.
pub fn typed_pence(typed: &str) -> Option<i64> {
    pence(&cleaned(typed).ok()?)
}

fn pence(digits: &str) -> Option<i64> {
    let (sign, digits) = digits.strip_prefix('-').map_or((1, digits), |rest| (-1, rest));
    let (pounds, pence) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (pounds.is_empty() && pence.is_empty()) || pence.len() > 2 || !all_digits(pounds) || !all_digits(pence) {
        return None;
    }
    let pounds: i64 = if pounds.is_empty() { 0 } else { pounds.parse().ok()? };
    let pence: i64 = format!("{pence:0<2}").parse().ok()?;
    pounds.checked_mul(100)?.checked_add(pence)?.checked_mul(sign)
}

/// "12.50" from pence.
pub(super) fn written(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pence.unsigned_abs() / 100, pence.unsigned_abs() % 100)
}
