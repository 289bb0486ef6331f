//! Email addresses: checked only as far as it helps, since a code sent there is the real check.

use super::Wrong;
use crate::form::{self, Fault};
use unicode_normalization::UnicodeNormalization;

/// The longest address mail can carry (RFC 5321).
const MOST: usize = 254;

/// An email address as typed, in Unicode's composed form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads what was typed: there must be one `@` with something on both sides, a dot
    /// in the domain, no spaces, and nothing that could add a line or a second recipient to a message's head.
    pub fn read(typed: &str) -> Result<Email, Wrong> {
        let text = form::line(typed, MOST).map_err(|fault| match fault {
            Fault::Empty => Wrong::Empty,
            _ => Wrong::Shape,
        })?;
        let (local, domain) = text.rsplit_once('@').ok_or(Wrong::Shape)?;
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"@".contains(c);
        let label = |label: &str| {
            !label.is_empty() && label.len() <= 63 && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        };
        let fits = !local.is_empty()
            && local.len() <= 64
            && text.len() <= MOST
            && local.chars().all(plain)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && domain.contains('.')
            && domain.split('.').all(label);
        if fits { Ok(Email(text)) } else { Err(Wrong::Shape) }
    }

    /// As typed, for showing and sending.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one address share.
    pub fn key(&self) -> String {
        self.0.to_lowercase().nfc().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_have_are_taken() {
        for good in ["ada@post.example", " Ada.B+tag@Post.Example ", "o'neil_99@a-b.co.example", "ŵyn@cyfnod.example"]
        {
            assert!(Email::read(good).is_ok(), "{good}");
        }
        assert_eq!(Email::read(" Ada@Post.Example ").unwrap().as_str(), "Ada@Post.Example");
        assert_eq!(Email::read("Ada@Post.Example").unwrap().key(), "ada@post.example");
    }

    #[test]
    fn composed_and_decomposed_are_one_address() {
        assert_eq!(Email::read("w\u{302}yn@a.example").unwrap().key(), Email::read("ŵyn@a.example").unwrap().key());
    }

    #[test]
    fn nothing_gets_into_the_head_of_a_message() {
        let long = format!("{}@a.example", "a".repeat(65));
        for bad in [
            "",
            "ada",
            "@a.example",
            "ada@",
            "ada@example",
            "ada@a..example",
            "a b@a.example",
            "ada@a.example\r\nBcc: x@y.example",
            "ada@a.example,eve@b.example",
            "Ada <ada@a.example>",
            "ada@@a.example",
            "ada.@a.example",
            "\u{202e}ada@a.example",
            "ada\0@a.example",
            long.as_str(),
        ] {
            assert!(Email::read(bad).is_err(), "{bad:?}");
        }
        assert_eq!(Email::read("  "), Err(Wrong::Empty));
    }
}
