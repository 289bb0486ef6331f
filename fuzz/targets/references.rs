//! References as people type them: what is read stays what it is however it is written, and one wrong character is noticed.
#![no_main]

use kit::{Id, Reference};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(typed) = fuzz::text(bytes) else { return };
    if let Ok(reference) = typed.parse::<Reference>() {
        for spelling in [reference.grouped(), reference.as_str().to_lowercase(), format!(" {reference} ")] {
            assert_eq!(spelling.parse::<Reference>().expect("another spelling of it"), reference);
        }
        let right = reference.as_str();
        let other = if right.starts_with('7') { '8' } else { '7' };
        let wrong = format!("{other}{}", &right[1..]);
        assert!(wrong.parse::<Reference>().is_err(), "{wrong} is one character away from {right}");
    }
    if let Ok(id) = typed.parse::<Id>() {
        assert_eq!(id.to_string().parse::<Id>().expect("an id that was read is one"), id);
    }
});
