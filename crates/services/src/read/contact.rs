//! Email addresses, telephone numbers and postcodes.

use super::number::plain_digits;
use super::{Read, Wrong, fault};
use crate::answers::Answer;
use kit::form;
use places::Postcode;

/// An email address that could exist; whether it does, a code sent there shows.
pub(super) fn email(typed: &str) -> Read {
    let text = match form::line(typed, 254) {
        Ok(text) => text.replace(' ', ""),
        Err(wrong) => return fault(wrong),
    };
    let bare = text.strip_prefix("mailto:").unwrap_or(&text);
    let good = bare.split_once('@').is_some_and(|(name, host)| {
        let dotted = |part: &str| !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
        let joined = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        !name.is_empty()
            && name.len() <= 64
            && dotted(name)
            && host.contains('.')
            && dotted(host)
            && host.chars().all(joined)
            && !name.contains(['(', ')', '<', '>', '[', ']', ',', ';', ':', '\\', '"'])
    });
    if good {
        Ok(Some(Answer::Text(bare.to_owned())))
    } else {
        Err(Wrong::new("not-known", "services-error-not-email"))
    }
}

/// A telephone number, kept as it was grouped.
pub(super) fn phone(typed: &str) -> Read {
    let text = match form::line(typed, 40) {
        Ok(text) => plain_digits(&text),
        Err(wrong) => return fault(wrong),
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-' | '.' | '/'));
    let plus = text.rfind('+').is_none_or(|at| at == 0 || text.starts_with('('));
    let enough = if text.starts_with('+') {
        (8..=15).contains(&digits)
    } else {
        (10..=11).contains(&digits) || text.starts_with("00") && (10..=17).contains(&digits)
    };
    if signs && plus && enough {
        Ok(Some(Answer::Text(text)))
    } else {
        Err(Wrong::new("not-known", "services-error-not-phone"))
    }
}

/// A postcode of a right shape, written as the Post Office does.
pub(super) fn postcode(typed: &str) -> Read {
    let text = match form::line(typed, 20) {
        Ok(text) => plain_digits(&text),
        Err(wrong) => return fault(wrong),
    };
    match Postcode::parse(&text) {
        Ok(postcode) => Ok(Some(Answer::Text(postcode.as_str().to_owned()))),
        Err(_) => Err(Wrong::new("not-known", "services-error-not-postcode")),
    }
}
