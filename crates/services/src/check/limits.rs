//! Limits between which nothing fits, and lengths of time that nobody means.

use super::Check;
use crate::model::{DateLimit, Kind};
use crate::promised::minutes;
use calendar::Within;
use jiff::civil::{Date, date};

/// The longest a promise may be: two years.
const PROMISED: Within = Within::Days(731);
/// The most days in which a finished case may be opened again: ten years.
const OPEN_AGAIN: u32 = 3_653;
/// The most months a finished case may be kept: a hundred years.
const KEPT: u32 = 1_200;

pub(super) fn check(check: &mut Check<'_>) {
    let definition = check.definition;
    for question in &definition.questions {
        let Kind::Date { min: Some(min), max: Some(max) } = question.kind else { continue };
        if alike(min, max) && days().all(|today| min.on(today) > max.on(today)) {
            let what = format!("No day can answer `{}`: its `max` comes before its `min`.", question.id);
            check.mistake(question.at, what, "Swap them, or correct one.");
        }
    }
    if let Some((_, longest)) = definition.promises().filter(|(_, longest)| minutes(*longest) > minutes(PROMISED)) {
        let at = definition.promise.as_ref().map_or(definition.places.state, |_| definition.places.promise);
        check.mistake(at, format!("{longest} is longer than any promise."), "Promise two years at most.");
    }
    let days = definition.reopen.days;
    if days > OPEN_AGAIN {
        let what = format!("A case cannot be opened again for {days} days.");
        check.mistake(definition.places.reopen, what, format!("Write a number from 0 to {OPEN_AGAIN}."));
    }
    let months = definition.retention_months;
    if months > KEPT {
        let what = format!("A case is not kept for {months} months.");
        check.mistake(definition.places.state, what, format!("Write `months` under [retention] from 1 to {KEPT}."));
    }
}

/// Whether both stand still or both go with the day: else which comes first changes with time.
fn alike(one: DateLimit, other: DateLimit) -> bool {
    matches!(one, DateLimit::Day(_)) == matches!(other, DateLimit::Day(_))
}

/// Days of a leap year and the three after it: limits counted from today stand in the same order on each.
fn days() -> impl Iterator<Item = Date> {
    (2028..2032).flat_map(|year| (1..=12).map(move |month| date(year, month, 1)))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{Case, all_are_explained};

    #[test]
    fn limits_nothing_fits_between_and_absurd_lengths_are_explained() {
        let case = |[from, to, on, what, what_to_do]: [&'static str; 5]| Case {
            file: "service.toml",
            from,
            to,
            on,
            what,
            what_to_do,
        };
        all_are_explained(
            &[
                [
                    "within = \"5 working days\"",
                    "within = \"9000 days\"",
                    "[promise]",
                    "9000 days is longer than any promise.",
                    "two years",
                ],
                [
                    "[promise]",
                    "[reopen]\ndays = 999999\n\n[promise]",
                    "[reopen]",
                    "A case cannot be opened again for 999999 days.",
                    "3653",
                ],
                [
                    "months = 12",
                    "months = 999999",
                    "state = \"online\"",
                    "A case is not kept for 999999 months.",
                    "1200",
                ],
                [
                    "id = \"note\"\ntype = \"text\"",
                    "id = \"note\"\ntype = \"date\"\nmin = \"+3 months\"\nmax = \"today\"",
                    "id = \"note\"\ntype",
                    "No day can answer `note`: its `max` comes before its `min`.",
                    "Swap",
                ],
            ]
            .map(case),
        );
    }
}
