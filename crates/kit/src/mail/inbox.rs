//! The council's inbox: the addresses mail is taken for, and those that say which case or message an answer belongs to.
//!
//! `case@mail.eastmere.example` is the mailbox. An answer to a mail about a case comes to
//! `case+<reference>.<mark>@mail.eastmere.example`, a mail that could not be delivered comes back to
//! `case+<message>.<mark>@…`. The mark is an HMAC under the council's secret: nobody can make one up. Capitals are ignored,
//! since mail servers on the way may change them.

use crate::error::{Error, Result};
use crate::id::{Id, Reference};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::net::SocketAddr;
use subtle::ConstantTimeEq;

/// The longest name of a mailbox that leaves room for a tag: 64 letters stand before an @.
const LOCAL: usize = 14;
/// Bytes of a mark: 80 bits.
const MARK: usize = 10;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The section `[inbox]` of the configuration.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InboxConfig {
    /// The mailbox whose mail comes here, `case@mail.eastmere.example`.
    pub address: String,
    /// Where the receiver listens for the council's mail server, on this machine: `127.0.0.1:2525`.
    pub listen: Option<SocketAddr>,
    /// Other addresses whose mail comes here: `hello@eastmere.example`.
    #[serde(default)]
    pub also: Vec<String>,
}

/// The inbox, with the secret its marks are made under.
#[derive(Clone)]
pub struct Inbox {
    local: String,
    domain: String,
    also: Vec<String>,
    secret: [u8; 32],
}

impl fmt::Debug for Inbox {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the inbox {}@{}", self.local, self.domain)
    }
}

/// What a mail to one of our addresses is meant for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// The council, no more is said.
    Council,
    /// The case that this reference is known by.
    Case(Reference),
    /// The mail on no case that an answer of ours went to.
    Mail(Id),
    /// A message of ours that could not be delivered.
    Returned(Id),
    /// It bears a mark that we did not make.
    Forged,
    /// It is not for us.
    Nobody,
}

impl Inbox {
    /// The inbox of a configuration.
    pub fn new(config: &InboxConfig, secret: [u8; 32]) -> Result<Inbox> {
        let parts = |address: &str| {
            let (local, domain) = address.trim().rsplit_once('@')?;
            let plain =
                |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
            (plain(local) && local.len() <= LOCAL && plain(domain))
                .then(|| (local.to_lowercase(), domain.to_lowercase()))
        };
        let wrong = |address: &str| Error::internal(format!("[inbox]: {address} is no address for an inbox"));
        let (local, domain) = parts(&config.address).ok_or_else(|| wrong(&config.address))?;
        let mut also = Vec::new();
        for other in &config.also {
            let (local, domain) = parts(other).ok_or_else(|| wrong(other))?;
            also.push(format!("{local}@{domain}"));
        }
        Ok(Inbox { local, domain, also, secret })
    }

    /// The mailbox.
    pub fn address(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The domain of the mailbox.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Where an answer about the case with this reference comes in.
    pub fn answers(&self, reference: &Reference) -> String {
        let reference = reference.as_str().to_lowercase();
        format!("{}+{reference}.{}@{}", self.local, self.mark("case", reference.as_bytes()), self.domain)
    }

    /// The Message-ID that all mails about the case with this reference name as their thread.
    pub fn thread(&self, reference: &Reference) -> String {
        let reference = reference.as_str().to_lowercase();
        format!("<case.{reference}.{}@{}>", self.mark("thread", reference.as_bytes()), self.domain)
    }

    /// Where an answer to what we wrote about a mail that is on no case comes in.
    pub fn answers_to_mail(&self, mail: Id) -> String {
        let mail = mail.to_string().to_lowercase();
        format!("{}+{mail}.{}@{}", self.local, self.mark("mail", mail.as_bytes()), self.domain)
    }

    /// Where a mail comes back that could not be delivered.
    pub fn returns(&self, message: Id) -> String {
        let message = message.to_string().to_lowercase();
        format!("{}+{message}.{}@{}", self.local, self.mark("returned", message.as_bytes()), self.domain)
    }

    /// What a mail to this address is meant for.
    pub fn read(&self, address: &str) -> Meant {
        let address = address.trim().to_lowercase();
        let Some((local, domain)) = address.rsplit_once('@') else {
            // RFC 5321 has this one without a domain.
            return if address == "postmaster" { Meant::Council } else { Meant::Nobody };
        };
        if self.also.contains(&address) || domain == self.domain && (local == self.local || local == "postmaster") {
            return Meant::Council;
        }
        let tag = local.strip_prefix(self.local.as_str()).and_then(|rest| rest.strip_prefix('+'));
        match tag.filter(|_| domain == self.domain) {
            None => Meant::Nobody,
            Some(tag) => self.tagged(tag),
        }
    }

    /// The reference of the case that a Message-ID names as its thread.
    pub fn thread_of(&self, message_id: &str) -> Option<Reference> {
        let id = message_id.trim().trim_start_matches('<').trim_end_matches('>').to_lowercase();
        let (local, domain) = id.rsplit_once('@')?;
        let (reference, mark) = local.strip_prefix("case.")?.split_once('.')?;
        let ours = domain == self.domain && self.is("thread", reference.as_bytes(), mark);
        ours.then(|| reference.parse().ok()).flatten()
    }

    fn tagged(&self, tag: &str) -> Meant {
        let Some((what, mark)) = tag.split_once('.') else { return Meant::Forged };
        if self.is("case", what.as_bytes(), mark) {
            return what.parse().map_or(Meant::Forged, Meant::Case);
        }
        if self.is("returned", what.as_bytes(), mark) {
            return what.parse().map_or(Meant::Forged, Meant::Returned);
        }
        if self.is("mail", what.as_bytes(), mark) {
            return what.parse().map_or(Meant::Forged, Meant::Mail);
        }
        Meant::Forged
    }

    fn is(&self, what: &str, of: &[u8], mark: &str) -> bool {
        bool::from(self.mark(what, of).as_bytes().ct_eq(mark.as_bytes()))
    }

    fn mark(&self, what: &str, of: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).expect("HMAC takes a key of any length");
        for part in [b"inbox".as_slice(), what.as_bytes(), of] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        let made = mac.finalize().into_bytes();
        let bits = made[..MARK].iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letters = (0..MARK * 8 / 5).rev().map(|place| ALPHABET[(bits >> (place * 5)) as usize & 31] as char);
        letters.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Entropy;

    fn inbox(secret: u8) -> Inbox {
        let config = InboxConfig {
            address: "Case@mail.Eastmere.example".into(),
            listen: None,
            also: vec!["hello@eastmere.example".into()],
        };
        Inbox::new(&config, [secret; 32]).unwrap()
    }

    #[test]
    fn an_answer_finds_its_case_and_a_made_up_mark_finds_nothing() {
        let (inbox, entropy) = (inbox(1), Entropy::seeded(1));
        let (one, other) = (Reference::new(&entropy), Reference::new(&entropy));
        let address = inbox.answers(&one);
        assert!(address.split('@').next().unwrap().len() <= 64, "{address}");
        assert_eq!(inbox.read(&address), Meant::Case(one.clone()));
        assert_eq!(inbox.read(&address.to_uppercase()), Meant::Case(one.clone()), "servers change capitals");
        assert_eq!(inbox.read(&self::inbox(2).answers(&one)), Meant::Forged, "another council's");
        let mark = address.split('.').nth(1).unwrap().split('@').next().unwrap();
        let moved = format!("case+{}.{mark}@mail.eastmere.example", other.as_str().to_lowercase());
        assert_eq!(inbox.read(&moved), Meant::Forged, "the mark of another case");
        for made_up in ["case+@", "case+x@", "case+.@", "case+a.b@", "case+a.b.c@", "case++.@"] {
            assert_eq!(inbox.read(&format!("{made_up}mail.eastmere.example")), Meant::Forged, "{made_up}");
        }
        assert_eq!(inbox.thread_of(&inbox.thread(&one)), Some(one.clone()));
        assert_eq!(inbox.thread_of(&format!("<case.{}.{mark}@mail.eastmere.example>", one.as_str())), None);
        assert_eq!(inbox.thread_of("<x@y>"), None);
    }

    #[test]
    fn what_comes_back_names_its_message() {
        let (inbox, id) = (inbox(1), Id([7; 16]));
        let address = inbox.returns(id);
        assert!(address.split('@').next().unwrap().len() <= 64, "{address}");
        assert_eq!(inbox.read(&address), Meant::Returned(id));
        let answer = inbox.answers_to_mail(id);
        assert!(answer.split('@').next().unwrap().len() <= 64, "{answer}");
        assert_eq!(inbox.read(&answer), Meant::Mail(id), "and an answer names the mail it goes on");
        assert_ne!(address, answer);
    }

    #[test]
    fn mail_is_taken_for_our_addresses_alone() {
        let inbox = inbox(1);
        for ours in
            ["case@mail.eastmere.example", "HELLO@eastmere.example", "postmaster@mail.eastmere.example", "Postmaster"]
        {
            assert_eq!(inbox.read(ours), Meant::Council, "{ours}");
        }
        for others in ["hello@mail.eastmere.example", "case@eastmere.example", "ann@elsewhere.example", "case", "", "@"]
        {
            assert_eq!(inbox.read(others), Meant::Nobody, "{others}");
        }
    }

    #[test]
    fn a_wrong_address_is_told_at_the_start() {
        for wrong in ["", "case", "a b@c.example", "case+x@c.example", "case@", "@c.example"] {
            let config = InboxConfig { address: wrong.into(), ..InboxConfig::default() };
            assert!(Inbox::new(&config, [0; 32]).is_err(), "{wrong}");
        }
    }
}
