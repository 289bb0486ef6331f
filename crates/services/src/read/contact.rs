//! Email addresses, telephone numbers, postcodes and registration marks.

use super::number::plain_digits;
use super::{Read, Wrong, fault};
use crate::answers::Answer;
use kit::address::{Email, Phone};
use kit::form;
use places::Postcode;
use plates::Plate;

/// An email address that could exist; whether it does, a code sent there shows.
pub(super) fn email(typed: &str) -> Read {
    let text = match form::line(typed, 254) {
        Ok(text) => text.replace(' ', ""),
        Err(wrong) => return fault(wrong),
    };
    let bare = text.strip_prefix("mailto:").unwrap_or(&text);
    match Email::read(bare) {
        Ok(email) => Ok(Some(Answer::Text(email.as_str().to_owned()))),
        Err(_) => Err(Wrong::new("not-known", "services-error-not-email")),
    }
}

/// A telephone number, kept as it was grouped.
pub(super) fn phone(typed: &str) -> Read {
    let text = match form::line(typed, 40) {
        Ok(text) => plain_digits(&text),
        Err(wrong) => return fault(wrong),
    };
    match Phone::read(&text) {
        Ok(phone) => Ok(Some(Answer::Text(phone.as_str().to_owned()))),
        Err(_) => Err(Wrong::new("not-known", "services-error-not-phone")),
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

/// A vehicle's registration mark, written as it stands on the vehicle.
pub(super) fn plate(typed: &str) -> Read {
    let text = match form::line(typed, 40) {
        Ok(text) => plain_digits(&text),
        Err(wrong) => return fault(wrong),
    };
    match Plate::parse(&text) {
        Ok(plate) => Ok(Some(Answer::Text(plate.to_string()))),
        Err(_) => Err(Wrong::new("not-known", "services-error-not-plate")),
    }
}
