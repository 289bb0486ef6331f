//! A form is a value: what was typed, and what is wrong with it. The page is drawn from it, first time and again.

use crate::error::{Error, Result};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};

/// The largest body of an ordinary form: a megabyte in one field still reaches the field's own clear error.
pub const LARGEST: usize = 8 << 20;

/// The most fields of a form; no page of ours has a tenth of it.
pub const MOST_FIELDS: usize = 1_000;

/// What was sent, in order; a name may come several times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    fields: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Form {
    /// A form nobody has sent yet.
    pub fn empty() -> Form {
        Form::default()
    }

    /// Reads `application/x-www-form-urlencoded`.
    pub fn parse(body: &[u8]) -> Form {
        let fields = form_urlencoded::parse(body).map(|(k, v)| (k.into_owned(), v.into_owned())).collect();
        Form { fields, errors: Vec::new() }
    }

    /// The same from somebody who may send anything.
    pub fn read(body: &[u8]) -> Result<Form> {
        // Counted before they are taken apart: four million empty fields would fill the memory.
        if body.iter().filter(|byte| **byte == b'&').count() >= MOST_FIELDS {
            return Err(Error::BadRequest("page-form-too-many-fields"));
        }
        Ok(Form::parse(body))
    }

    /// Fills a field, before the page is first drawn.
    pub fn fill(mut self, name: &str, value: impl Into<String>) -> Form {
        self.fields.push((name.to_owned(), value.into()));
        self
    }

    /// What was typed; empty when the field is not there.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// What was typed, without the spaces around it.
    pub fn trimmed(&self, name: &str) -> &str {
        self.value(name).trim()
    }

    /// Every value of the name (checkboxes).
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// True when this value was chosen.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|v| v == value)
    }

    /// All fields as sent.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// Says what is wrong with a field, in words.
    pub fn refuse(&mut self, name: &str, words: impl Into<String>) {
        self.errors.push((name.to_owned(), words.into()));
    }

    /// The first thing wrong with a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(n, _)| n == name).map(|(_, words)| words.as_str())
    }

    /// Everything wrong, in order: field and words.
    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }

    /// True when nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.errors.is_empty()
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Form> {
        let kind = request.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default();
        if !kind.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Error::BadRequest("page-form-not-understood"));
        }
        let body = Bytes::from_request(request, state).await.map_err(|_| Error::TooLarge)?;
        Form::read(&body)
    }
}

/// What can be wrong with a piece of text before its meaning is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing but spaces.
    Empty,
    /// More characters than the field takes.
    TooLong {
        /// The most it takes.
        most: usize,
    },
    /// Control characters, which no keyboard makes and which can hide things in a log or a letter.
    Control,
    /// Marks that turn the direction of writing, which can make a text read as something else.
    Direction,
}

impl Fault {
    /// The words key of the error; `most` is its variable.
    pub fn key(self) -> &'static str {
        match self {
            Fault::Empty => "page-field-empty",
            Fault::TooLong { .. } => "page-field-too-long",
            Fault::Control => "page-field-control",
            Fault::Direction => "page-field-direction",
        }
    }
}

/// A decimal digit as people type it, in European or Arabic script, as 0 to 9.
pub fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

/// One line of text: trimmed, inner runs of spaces made one, in Unicode's composed form.
pub fn line(typed: &str, most: usize) -> Result<String, Fault> {
    check(typed, most, false)?;
    let words: Vec<&str> = typed.split_whitespace().collect();
    finish(words.join(" "), most)
}

/// Several lines of text: trimmed, line ends made `\n`.
pub fn lines(typed: &str, most: usize) -> Result<String, Fault> {
    check(typed, most, true)?;
    finish(typed.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned(), most)
}

fn check(typed: &str, most: usize, many: bool) -> Result<(), Fault> {
    // A byte count first: nobody walks through a megabyte to be told it is too long.
    if typed.len() > most.saturating_mul(8).max(1024) {
        return Err(Fault::TooLong { most });
    }
    for c in typed.chars() {
        match c {
            '\t' | '\n' | '\r' if many => {}
            '\t' => {}
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => return Err(Fault::Direction),
            '\u{fffe}' | '\u{ffff}' => return Err(Fault::Control),
            c if c.is_control() => return Err(Fault::Control),
            _ => {}
        }
    }
    Ok(())
}

fn finish(text: String, most: usize) -> Result<String, Fault> {
    use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
    let composed = text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes;
    let text = if composed { text } else { text.nfc().collect() };
    match text.chars().count() {
        _ if text.chars().all(is_unseen) => Err(Fault::Empty),
        n if n > most => Err(Fault::TooLong { most }),
        _ => Ok(text),
    }
}

/// Signs that take no room: a text of nothing else says nothing.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_kept_with_its_errors() {
        let mut form = Form::parse(b"name=Ann+O%27Neil&day=a&day=b");
        form.refuse("name", "Too long");
        assert_eq!(form.value("name"), "Ann O'Neil");
        assert!(form.chose("day", "b") && !form.chose("day", "c"));
        assert_eq!(form.error("name"), Some("Too long"));
    }

    #[tokio::test]
    async fn a_form_of_a_million_fields_is_refused() {
        let sent = |fields: usize| {
            let body = axum::body::Body::from(vec!["a"; fields].join("&"));
            Form::from_request(Request::new(body), &())
        };
        assert_eq!(sent(MOST_FIELDS).await.unwrap().fields().len(), MOST_FIELDS);
        for fields in [MOST_FIELDS + 1, 1_000_000] {
            let refused = sent(fields).await;
            assert!(matches!(refused, Err(Error::BadRequest("page-form-too-many-fields"))), "{fields}");
        }
    }

    #[test]
    fn text_is_cleaned_or_refused() {
        assert_eq!(line("  a \t b ", 10), Ok("a b".into()));
        assert_eq!(line(" ", 10), Err(Fault::Empty));
        for unseen in ["\u{200b}\u{200b}\u{200b}", " \u{feff} ", "\u{200f}", "\u{3164}\u{2060}"] {
            assert_eq!((line(unseen, 10), lines(unseen, 10)), (Err(Fault::Empty), Err(Fault::Empty)), "{unseen:?}");
        }
        assert_eq!(line("👩\u{200d}👩", 10), Ok("👩\u{200d}👩".into()), "what joins what is seen stays");
        assert_eq!(line("a\u{0}b", 10), Err(Fault::Control));
        assert_eq!(line("a\nb", 10), Err(Fault::Control));
        assert_eq!(lines("a\r\nb", 10), Ok("a\nb".into()));
        assert_eq!(lines("abc\u{202e}fdp", 10), Err(Fault::Direction));
        assert_eq!(line("e\u{301}", 1), Ok("é".into()));
        assert_eq!(line(&"x".repeat(1 << 20), 100), Err(Fault::TooLong { most: 100 }));
    }
}
