//! When boards make no sound, as data: "mon 15:00-17:00", or "always".

use crate::site::{DAYS, hours};
use calendar::{Hours, Weekday};
use kit::clock::Micros;
use kit::lang::local;
use serde::Deserialize;

/// Times at which a board is silent. What it shows stays the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct Quiet {
    always: bool,
    hours: Vec<(usize, Hours)>,
}

impl TryFrom<Vec<String>> for Quiet {
    type Error = String;

    fn try_from(written: Vec<String>) -> Result<Quiet, String> {
        let mut quiet = Quiet::default();
        for text in &written {
            let read = text.split_once(' ').and_then(|(day, span)| {
                let place = DAYS.iter().position(|name| *name == day)?;
                Some((place, hours(span)?))
            });
            match read {
                Some(read) => quiet.hours.push(read),
                None if text == "always" => quiet.always = true,
                None => return Err(format!("`{text}` is no quiet time: mon 15:00-17:00, or always")),
            }
        }
        Ok(quiet)
    }
}

impl Quiet {
    /// It is silent at this moment.
    pub fn is(&self, at: Micros) -> bool {
        let here = local(at);
        let (today, time) = (place(here.weekday()), here.time());
        let now = |(day, hours): &(usize, Hours)| *day == today && hours.open() <= time && time < hours.close();
        self.always || self.hours.iter().any(now)
    }
}

/// Where a weekday stands in a week that begins on Monday.
pub(crate) fn place(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::clock::{HOUR, MINUTE};

    /// Tuesday 22 September 2026, 10:00 in London.
    const TUESDAY: Micros = 1_790_067_600_000_000;

    fn read(written: &[&str]) -> Result<Quiet, String> {
        written.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>().try_into()
    }

    #[test]
    fn a_board_is_silent_at_its_quiet_times_in_london() {
        let quiet = read(&["tue 11:00-12:30", "wed 09:00-10:00"]).unwrap();
        for (after, silent) in [(0, false), (60, true), (149, true), (150, false), (23 * 60, true), (24 * 60, false)] {
            assert_eq!(quiet.is(TUESDAY + after * MINUTE), silent, "{after}");
        }
        assert!(read(&["always"]).unwrap().is(TUESDAY + 13 * HOUR));
        assert!(!read(&[]).unwrap().is(TUESDAY));
    }

    #[test]
    fn what_is_no_time_is_said() {
        for wrong in ["tuesday 11:00-12:00", "tue", "tue 12:00-11:00", "tue 11-12h", "never", ""] {
            assert!(read(&[wrong]).unwrap_err().contains(&format!("`{wrong}`")), "{wrong}");
        }
    }
}
