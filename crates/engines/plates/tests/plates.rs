//! Marks as people type them, as they stand on vehicles, and with a slip.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use plates::{Fit, Plate, PlateError, keys};
use proptest::prelude::*;

fn plate(typed: &str) -> Plate {
    Plate::parse(typed).unwrap()
}

#[test]
fn a_mark_is_read_however_it_is_typed_and_written_as_on_the_vehicle() {
    for (typed, written, british) in [
        ("ab12cde", "AB12 CDE", true),
        (" AB12-CDE ", "AB12 CDE", true),
        ("a b 1 2 c d e", "AB12 CDE", true),
        ("a123bcd", "A123 BCD", true),
        ("K1 ABC", "K1 ABC", true),
        ("abc123d", "ABC 123D", true),
        ("ABC 1D", "ABC 1D", true),
        ("AIG1234", "AIG 1234", true),
        ("1234ab", "1234 AB", true),
        ("A1", "A 1", true),
        ("B-MW 1234", "BMW 1234", true),
        ("bmw 1234", "BMW 1234", true),
        ("AB-123-CD", "AB123CD", false),
        ("ö-ä 77", "ÖÄ77", false),
        ("1-ABC-234", "1ABC234", false),
    ] {
        let plate = plate(typed);
        assert_eq!((plate.to_string().as_str(), plate.is_british()), (written, british), "{typed}");
        assert_eq!(Plate::parse(&plate.to_string()), Ok(plate.clone()), "what is written is read again");
        assert!(!plate.as_str().contains(' '));
    }
}

#[test]
fn what_is_no_mark_is_refused() {
    for (typed, wrong) in [
        ("", PlateError::Empty),
        (" - ", PlateError::Empty),
        ("A", PlateError::Length),
        ("AB12 CDE FGH IJK", PlateError::Length),
        ("no idea", PlateError::NoDigit),
        ("NONE", PlateError::NoDigit),
        ("AB12?CDE", PlateError::Characters),
        ("AB12<CDE", PlateError::Characters),
        ("AB12\u{202e}CDE", PlateError::Characters),
    ] {
        assert_eq!(Plate::parse(typed), Err(wrong), "{typed}");
    }
}

#[test]
fn a_slip_is_a_near_miss_and_two_are_none() {
    for (typed, known, fit) in [
        ("AB12CDE", "AB12CDE", Some(Fit::Same)),
        ("AB12", "AB12CDE", Some(Fit::Part)),
        ("2CDE", "AB12CDE", Some(Fit::Part)),
        ("A1", "A12BCD", None),
        ("A812CDE", "AB12CDE", Some(Fit::LooksAlike)),
        ("ABI2CDE", "AB12CDE", Some(Fit::LooksAlike)),
        ("AB1OCDE", "AB10CDE", Some(Fit::LooksAlike)),
        ("A8IOCDE", "AB10CDE", Some(Fit::LooksAlike)),
        ("AB13CDE", "AB12CDE", Some(Fit::OneSlip)),
        ("AB12CD", "AB12CDEF", Some(Fit::Part)),
        ("AB12CED", "AB12CDE", Some(Fit::OneSlip)),
        ("B12CDE", "AB12CDE", Some(Fit::Part)),
        ("AB2CDE", "AB12CDE", Some(Fit::OneSlip)),
        ("AB112CDE", "AB12CDE", Some(Fit::OneSlip)),
        ("A813CDE", "AB12CDE", Some(Fit::OneSlip)),
        ("AC13CDE", "AB12CDE", None),
        ("A1", "A2", None),
    ] {
        assert_eq!(Fit::of(&plate(typed), &plate(known)), fit, "{typed} for {known}");
    }
    assert!(Fit::LooksAlike.is_near_miss() && Fit::OneSlip.is_near_miss());
    assert!(!Fit::Same.is_near_miss() && !Fit::Part.is_near_miss());
}

proptest! {
    #[test]
    fn whatever_is_read_is_read_again_the_same(typed in "\\PC{0,20}") {
        if let Ok(plate) = Plate::parse(&typed) {
            prop_assert_eq!(Plate::parse(&plate.to_string()).unwrap(), plate);
        }
    }

    #[test]
    fn marks_a_slip_apart_share_a_key(known in "[A-Z]{2}[0-9]{2}[A-Z]{3}", at in 0usize..7, other in "[A-Z0-9]", kind in 0..4) {
        let mut signs: Vec<char> = known.chars().collect();
        match kind {
            0 => signs[at] = other.chars().next().unwrap(),
            1 => drop(signs.remove(at)),
            2 => signs.insert(at, other.chars().next().unwrap()),
            _ => signs.swap(at, (at + 1) % 7),
        }
        let typed: String = signs.into_iter().collect();
        let (Ok(typed), known) = (Plate::parse(&typed), plate(&known)) else { return Ok(()) };
        if Fit::of(&typed, &known).is_some_and(|fit| fit == Fit::Same || fit.is_near_miss()) {
            let theirs = keys(&known);
            prop_assert!(keys(&typed).iter().any(|key| theirs.contains(key)), "{typed} and {known}");
        }
    }
}
