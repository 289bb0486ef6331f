//! Words.

use super::{Read, Wrong, fault};
use crate::answers::Answer;
use kit::form;

/// One line, in one of the shapes when there are any.
pub(super) fn line(typed: &str, most: usize, shapes: &[String]) -> Read {
    match form::line(typed, most) {
        Err(wrong) => fault(wrong),
        Ok(text) if shapes.is_empty() => Ok(Some(Answer::Text(text))),
        Ok(text) if shapes.iter().any(|shape| shape == REFERENCE) => reference(text),
        Ok(text) => match shapes.iter().find_map(|shape| shaped(&text, shape)) {
            Some(text) => Ok(Some(Answer::Text(text))),
            None => Err(Wrong::new("pattern", "services-error-pattern").with("given", text)),
        },
    }
}

/// The shape of what may be one of the council's references.
pub(crate) const REFERENCE: &str = "reference";

/// One of our references, put as we write it; or another number. What has the length and the signs of ours is ours, and
/// its check character tells a slip.
fn reference(text: String) -> Read {
    if let Ok(ours) = text.parse::<kit::Reference>() {
        return Ok(Some(Answer::Text(ours.grouped())));
    }
    let signs: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let both = signs.iter().any(char::is_ascii_digit) && signs.iter().any(char::is_ascii_alphabetic);
    let like_ours = both && signs.len() == kit::Reference::LENGTH + 1 && signs.iter().all(char::is_ascii_alphanumeric);
    if like_ours {
        return Err(Wrong::new("pattern", "services-error-pattern").with("given", text));
    }
    Ok(Some(Answer::Text(text)))
}

/// Many lines.
pub(super) fn lines(typed: &str, most: usize) -> Read {
    match form::lines(typed, most) {
        Err(wrong) => fault(wrong),
        Ok(text) => Ok(Some(Answer::Text(text))),
    }
}

/// The text written as the shape is, if it fits: `9` a digit, `A` a letter, anything else itself;
/// spaces and joining signs may be anywhere or nowhere.
fn shaped(text: &str, shape: &str) -> Option<String> {
    let loose = |c: &char| !matches!(c, ' ' | '-' | '.' | '/');
    let mut given =
        super::number::plain_digits(text).to_ascii_uppercase().chars().filter(loose).collect::<Vec<_>>().into_iter();
    let mut written = String::new();
    for wanted in shape.chars() {
        if !loose(&wanted) {
            written.push(wanted);
            continue;
        }
        let c = given.next()?;
        let fits = match wanted {
            '9' => c.is_ascii_digit(),
            'A' => c.is_ascii_uppercase(),
            other => c == other.to_ascii_uppercase(),
        };
        if !fits {
            return None;
        }
        written.push(c);
    }
    given.next().is_none().then_some(written)
}
