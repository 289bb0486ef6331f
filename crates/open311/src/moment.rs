//! Moments as the standard writes them: ISO 8601 with a zone.

use jiff::Timestamp;
use kit::clock::{Micros, SECOND};

/// "2026-11-22T12:00:00Z".
pub(crate) fn written(at: Micros) -> String {
    let seconds = Timestamp::from_second(at.div_euclid(SECOND));
    seconds.map_or_else(|_| String::new(), |moment| moment.to_string())
}

/// Reads a moment with its zone. A plus that an address turned into a space is one.
pub(crate) fn read(text: &str) -> Option<Micros> {
    let text = text.trim();
    let plain = text.parse::<Timestamp>().or_else(|_| text.replace(' ', "+").parse());
    plain.ok().map(Timestamp::as_microsecond)
}

/// The first moment after the second this lies in: what is written without fractions is found by them.
pub(crate) fn after(at: Micros) -> Micros {
    (at.div_euclid(SECOND) + 1).saturating_mul(SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_back_and_need_a_zone() {
        let noon = 1_795_348_800_000_000;
        assert_eq!(written(noon + 999_999), "2026-11-22T12:00:00Z");
        for text in [
            "2026-11-22T12:00:00Z",
            "2026-11-22T13:00:00+01:00",
            "2026-11-22T13:00:00 01:00",
            "2026-11-22T06:00:00.000-06:00",
        ] {
            assert_eq!(read(text), Some(noon), "{text}");
        }
        for text in ["2026-11-22", "2026-11-22T12:00:00", "yesterday", "", "2026-13-22T12:00:00Z"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(after(noon + 1), noon + SECOND);
    }
}
