//! Email addresses and telephone numbers as people type them: what is read is read the same again, and two spellings of one
//! share a key.
#![no_main]

use kit::address::{Email, Phone};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(typed) = fuzz::text(bytes) else { return };
    if let Ok(email) = Email::read(typed) {
        let again = Email::read(email.as_str()).expect("an address that was read is one");
        assert_eq!((again.as_str(), again.key()), (email.as_str(), email.key()));
        assert!(!email.as_str().contains(char::is_control), "it goes into the head of a mail");
    }
    if let Ok(phone) = Phone::read(typed) {
        let again = Phone::read(phone.as_str()).expect("a number that was read is one");
        assert_eq!(again.key(), phone.key());
        let from_abroad = Phone::read(phone.key()).expect("its international form is one");
        assert_eq!(from_abroad.key(), phone.key());
    }
});
