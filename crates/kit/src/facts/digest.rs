//! What a fact's digest covers. Each field goes in with its length, so that no two facts share one encoding.

use crate::clock::Micros;
use crate::id::Id;
use sha2::{Digest, Sha256};

/// A SHA-256.
pub(super) type Hash = [u8; 32];

/// Everything of a fact that must never change.
pub(super) struct Covered<'a> {
    pub id: Id,
    pub at: Micros,
    pub kind: &'a str,
    pub who_kind: &'a str,
    pub who: Id,
    pub on_behalf: Id,
    pub help: &'a str,
    pub about: &'a str,
    pub data: &'a str,
    /// [`body_seal`] of the body; stays when the body is erased.
    pub body_seal: Option<&'a Hash>,
}

impl Covered<'_> {
    /// SHA-256 over the fields in this order.
    pub fn digest(&self) -> Hash {
        let mut sum = Fields::new(b"guildhall fact 1");
        sum.add(&self.id.0).add(&self.at.to_be_bytes()).add(self.kind.as_bytes()).add(self.who_kind.as_bytes());
        sum.add(&self.who.0).add(&self.on_behalf.0).add(self.help.as_bytes());
        sum.add(self.about.as_bytes()).add(self.data.as_bytes());
        sum.add(self.body_seal.map_or(&[][..], |seal| &seal[..]));
        sum.finish()
    }
}

/// SHA-256(salt ‖ body): without the salt, which goes with the body, a short body cannot be guessed back.
pub(super) fn body_seal(salt: &[u8; 16], body: &str) -> Hash {
    Sha256::new().chain_update(salt).chain_update(body.as_bytes()).finalize().into()
}

/// A hash over fields, each with its length before it.
pub(super) struct Fields(Sha256);

impl Fields {
    /// Begins with what is being hashed, so that a seal can never pass for a fact.
    pub fn new(what: &[u8]) -> Fields {
        let mut fields = Fields(Sha256::new());
        fields.add(what);
        fields
    }

    /// Adds a field.
    pub fn add(&mut self, field: &[u8]) -> &mut Fields {
        self.0.update((field.len() as u64).to_be_bytes());
        self.0.update(field);
        self
    }

    /// The hash.
    pub fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Covered<'static> {
        Covered {
            id: Id([1; 16]),
            at: 5,
            kind: "case.opened",
            who_kind: "resident",
            who: Id([2; 16]),
            on_behalf: Id::NONE,
            help: "alone",
            about: "case:01",
            data: "{}",
            body_seal: None,
        }
    }

    #[test]
    fn every_field_changes_the_digest() {
        let seal = [3; 32];
        let whole = sample().digest();
        let others = [
            Covered { id: Id([9; 16]), ..sample() },
            Covered { at: 6, ..sample() },
            Covered { kind: "case.closed", ..sample() },
            Covered { who_kind: "staff", ..sample() },
            Covered { who: Id([9; 16]), ..sample() },
            Covered { on_behalf: Id([9; 16]), ..sample() },
            Covered { help: "for-me", ..sample() },
            Covered { about: "case:02", ..sample() },
            Covered { data: "{\"a\":1}", ..sample() },
            Covered { body_seal: Some(&seal), ..sample() },
        ];
        assert!(others.iter().all(|other| other.digest() != whole));
    }

    #[test]
    fn moving_a_letter_to_the_next_field_changes_the_digest() {
        let one = Covered { kind: "ab", who_kind: "c", ..sample() };
        let two = Covered { kind: "a", who_kind: "bc", ..sample() };
        assert_ne!(one.digest(), two.digest());
    }

    #[test]
    fn the_salt_is_part_of_the_body_s_seal() {
        assert_ne!(body_seal(&[1; 16], "no"), body_seal(&[2; 16], "no"));
    }
}
