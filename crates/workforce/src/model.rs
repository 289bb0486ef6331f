//! A member of staff and a team, as the pages of an administrator see them.

use kit::clock::Micros;
use kit::who::Role;
use kit::{Id, Result};

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their id.
    pub id: Id,
    /// Grows with every change an administrator makes.
    pub revision: i64,
    /// Their name.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// False when they have left: they cannot sign in and are not given work.
    pub active: bool,
    /// What they may be.
    pub roles: Vec<Role>,
    /// The codes of their teams.
    pub teams: Vec<String>,
    /// When they last signed in.
    pub signed_in_at: Option<Micros>,
    /// They have set their own password and code, or signed on with the council's provider.
    pub set_up: bool,
    /// A demo council lets them in by a press.
    pub listed: bool,
}

/// What an administrator decides about a member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Their name.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// What they may be.
    pub roles: Vec<Role>,
    /// The codes of their teams.
    pub teams: Vec<String>,
    /// Whether they work here now.
    pub active: bool,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its code, as services name it: small letters, digits, hyphens.
    pub code: String,
    /// Its id, for the journal.
    pub id: Id,
    /// Grows with every change.
    pub revision: i64,
    /// Its name.
    pub name: String,
}

/// Reads the address a member of staff signs in with: one `@`, something on both sides, nothing that could add to a
/// message's head.
pub fn read_email(typed: &str) -> Result<String, &'static str> {
    kit::address::Email::read(typed).map(|email| email.as_str().to_owned()).map_err(|wrong| match wrong {
        kit::address::Wrong::Empty => "workforce-email-empty",
        kit::address::Wrong::Shape => "workforce-email-shape",
    })
}

/// Reads a team's code.
pub fn read_code(typed: &str) -> Result<String, &'static str> {
    let text = typed.trim();
    let fits = (2..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if fits { Ok(text.to_owned()) } else { Err("workforce-team-code-shape") }
}

/// What two spellings share: small letters.
pub fn key(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_small_letters_digits_and_hyphens() {
        for good in ["streets", "waste-2", " housing "] {
            assert!(read_code(good).is_ok(), "{good}");
        }
        for bad in ["", "a", "Streets", "street team", "-a", "a-", "é-b"] {
            assert!(read_code(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_cannot_add_a_line() {
        assert_eq!(read_email(" Ada@work.example ").as_deref(), Ok("Ada@work.example"));
        for bad in ["", "ada", "ada@work", "a@b.example\nBcc: c@d.example", "a b@c.example", "a@b..example"] {
            assert!(read_email(bad).is_err(), "{bad:?}");
        }
    }
}
