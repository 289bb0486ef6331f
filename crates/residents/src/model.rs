//! What a resident is, and how they can be reached.

use crate::{Email, Phone};
use kit::address::Wrong;
use kit::clock::Micros;
use kit::{App, Id, Lang};

/// A resident with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// Their id.
    pub id: Id,
    /// Grows with every change of the details.
    pub revision: i64,
    /// What they are called.
    pub name: String,
    /// Their email address, proved by a code; of an imported record as the register has it, and then it signs nobody in.
    pub email: Option<String>,
    /// Their telephone number: a mobile proved by a code, or a landline as typed; of an imported record as their email.
    pub phone: Option<String>,
    /// The PHC string, where they have a password.
    pub password_hash: Option<String>,
    /// The language everything is sent in.
    pub lang: Lang,
    /// Where they live, where that is known.
    pub household: Option<Id>,
    /// When the account was made.
    pub made_at: Micros,
}

impl Resident {
    /// How to reach them.
    pub fn contact(&self) -> Contact {
        let (name, email, phone) = (self.name.clone(), self.email.clone(), self.phone.clone());
        Contact { by: By::Account, name, email, phone, lang: self.lang }
    }
}

/// A dwelling with the people in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Household {
    /// Its id.
    pub id: Id,
    /// House number or name, flat.
    pub line1: String,
    /// The street.
    pub street: String,
    /// The town.
    pub town: String,
    /// The postcode, as written.
    pub postcode: String,
    /// The ward's code.
    pub ward: String,
    /// Latitude in degrees, where known.
    pub lat: Option<f64>,
    /// Longitude in degrees, where known.
    pub lon: Option<f64>,
}

/// How somebody hears from us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// At the address they gave.
    #[default]
    Address,
    /// As their account says at the time: they gave what it had.
    Account,
    /// By a person who rings or writes to them: nothing is sent.
    Hand,
}

impl By {
    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            By::Address => "address",
            By::Account => "account",
            By::Hand => "hand",
        }
    }

    /// The way of a code.
    pub fn of(code: &str) -> Option<By> {
        [By::Address, By::Account, By::Hand].into_iter().find(|by| by.code() == code)
    }
}

/// Somebody to send something to, with or without an account. The phone may be a landline, which gets nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// How they hear from us.
    pub by: By,
    /// What they are called; may be empty.
    pub name: String,
    /// Their email address.
    pub email: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// The language to write in.
    pub lang: Lang,
}

impl Contact {
    /// Where a message goes: email first, else a phone that can be texted; nowhere where they asked to be rung or written to.
    pub fn address(&self) -> Option<Address> {
        if self.by == By::Hand {
            return None;
        }
        let email = self.email.as_deref().and_then(|email| Email::read(email).ok()).map(Address::Email);
        email.or_else(|| {
            let phone = self.phone.as_deref().and_then(|phone| Phone::read(phone).ok());
            phone.filter(Phone::can_text).map(Address::Phone)
        })
    }

    /// True when they said nothing of who they are or how to reach them.
    pub fn is_nobody(&self) -> bool {
        self.name.is_empty() && self.email.is_none() && self.phone.is_none()
    }

    /// True when this address is one of theirs, however it is spelt.
    pub fn has(&self, address: &Address) -> bool {
        match address {
            Address::Email(email) => {
                self.email.as_deref().and_then(|own| Email::read(own).ok()).is_some_and(|own| own.key() == email.key())
            }
            Address::Phone(phone) => {
                self.phone.as_deref().and_then(|own| Phone::read(own).ok()).is_some_and(|own| own.key() == phone.key())
            }
        }
    }
}

/// One address a code or a message can go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// An email address.
    Email(Email),
    /// A telephone number.
    Phone(Phone),
}

impl Address {
    /// Reads an email address or a telephone number from one field. The words key says what is wrong.
    pub fn read(typed: &str) -> Result<Address, &'static str> {
        if typed.trim().is_empty() {
            return Err("residents-address-empty");
        }
        if typed.contains('@') {
            return Address::email(typed);
        }
        Phone::read(typed).map(Address::Phone).map_err(|_| "residents-address-shape")
    }

    /// Reads an email address. The words key says what is wrong.
    pub fn email(typed: &str) -> Result<Address, &'static str> {
        Email::read(typed).map(Address::Email).map_err(|wrong| match wrong {
            Wrong::Empty => "residents-email-empty",
            Wrong::Shape => "residents-email-shape",
        })
    }

    /// Reads a telephone number. The words key says what is wrong.
    pub fn phone(typed: &str) -> Result<Address, &'static str> {
        Phone::read(typed).map(Address::Phone).map_err(|wrong| match wrong {
            Wrong::Empty => "residents-phone-empty",
            Wrong::Shape => "residents-phone-shape",
        })
    }

    /// As typed.
    pub fn as_str(&self) -> &str {
        match self {
            Address::Email(email) => email.as_str(),
            Address::Phone(phone) => phone.as_str(),
        }
    }

    /// As much of it as whoever holds it needs to know which it is, and no more: the first letter of an email and the first two of its
    /// provider, the last three figures of a number.
    pub fn veiled(&self) -> String {
        let begin = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
        match self {
            Address::Email(email) => {
                let (mailbox, provider) = email.as_str().split_once('@').unwrap_or_default();
                format!("{}…@{}…", begin(mailbox, 1), begin(provider, 2))
            }
            Address::Phone(phone) => {
                let digits: Vec<char> = phone.as_str().chars().filter(char::is_ascii_digit).collect();
                format!("…{}", digits[digits.len().saturating_sub(3)..].iter().collect::<String>())
            }
        }
    }

    /// What two spellings of one address share.
    pub fn key(&self) -> String {
        match self {
            Address::Email(email) => email.key(),
            Address::Phone(phone) => phone.key().to_owned(),
        }
    }

    /// True when a message can be sent there: a landline gets none.
    pub fn reachable(&self) -> bool {
        match self {
            Address::Email(_) => true,
            Address::Phone(phone) => phone.can_text(),
        }
    }

    /// True when this council can send a code there.
    pub fn can_get_codes(&self, app: &App) -> bool {
        self.reachable() && (app.texts || matches!(self, Address::Email(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(email: Option<&str>, phone: Option<&str>) -> Contact {
        let own = |text: Option<&str>| text.map(str::to_owned);
        Contact { by: By::Address, name: "Ada Testwell".into(), email: own(email), phone: own(phone), lang: Lang::EN }
    }

    #[test]
    fn email_comes_first_then_a_mobile_and_a_landline_gets_nothing() {
        let way = |email, phone| contact(email, phone).address().map(|address| address.key());
        assert_eq!(way(Some("Ada@a.example"), Some("07700 900123")).as_deref(), Some("ada@a.example"));
        assert_eq!(way(None, Some("07700 900123")).as_deref(), Some("+447700900123"));
        assert_eq!(way(None, Some("01632 960123")), None);
        assert_eq!(way(None, None), None);
        let rung = Contact { by: By::Hand, ..contact(Some("ada@a.example"), Some("07700 900123")) };
        assert_eq!(rung.address(), None, "who asked for a call gets no text");
    }

    #[test]
    fn an_address_is_veiled_by_one_rule_wherever_it_is_shown() {
        for (address, veiled) in [
            ("ada.testwell@post.example", "a…@po…"),
            ("x@a.example", "x…@a.…"),
            ("07700 900123", "…123"),
            ("+44 7700 900123", "…123"),
        ] {
            assert_eq!(Address::read(address).unwrap().veiled(), veiled);
        }
    }

    #[test]
    fn an_address_is_theirs_however_it_is_spelt() {
        let ada = contact(Some("Ada@a.example"), Some("01632 960123"));
        for theirs in ["ADA@A.example", "+44 1632 960123"] {
            assert!(ada.has(&Address::read(theirs).unwrap()), "{theirs}");
        }
        assert!(!ada.has(&Address::read("eve@a.example").unwrap()));
    }
}
