//! By when something is promised, in words: the one place for it, on pages and in messages.

use calendar::Calendar;
use kit::Lang;

/// "Monday 23 November 2026", or with the hour where one was promised: "22 November 2026 at 12:05". A promise in days ends
/// when the council closes, or at a midnight, which is told as the day that it ends.
pub fn by_when(calendar: &Calendar, due: i64, lang: Lang) -> String {
    day_of(calendar, due).map_or_else(|| lang.date_time(due), |day| lang.date(day))
}

/// The same without the day of the week, for a table: "23 November 2026".
pub fn by_when_short(calendar: &Calendar, due: i64, lang: Lang) -> String {
    day_of(calendar, due).map_or_else(|| lang.date_time(due), |day| lang.short_date(day))
}

/// A moment of the day that is promised; nothing where an hour is.
fn day_of(calendar: &Calendar, due: i64) -> Option<i64> {
    let day = calendar.date_of(due).ok()?;
    if calendar.closing(day) == Ok(due) {
        return Some(due);
    }
    (calendar.start_of(day) == Ok(due)).then_some(due - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calendar::{Holidays, Opening, Within, date, time};

    #[test]
    fn days_are_told_as_days_and_hours_with_their_hour() {
        let opening = Opening::weekdays(time(9, 0, 0, 0), time(17, 0, 0, 0)).unwrap();
        let calendar = Calendar::london(Holidays::none(), opening);
        let sent = calendar.instant(date(2026, 11, 20), time(10, 5, 0, 0)).unwrap();
        for (within, en, ar) in [
            (Within::WorkingDays(1), "Monday 23 November 2026", "الاثنين 23 نوفمبر 2026"),
            (Within::WorkingDays(0), "Friday 20 November 2026", "الجمعة 20 نوفمبر 2026"),
            (Within::Days(2), "Sunday 22 November 2026", "الأحد 22 نوفمبر 2026"),
            (Within::Hours(2), "20 November 2026 at 12:05", "20 نوفمبر 2026 الساعة 12:05"),
            (Within::WorkingHours(8), "23 November 2026 at 10:05", "23 نوفمبر 2026 الساعة 10:05"),
        ] {
            let due = calendar.due(sent, within).unwrap();
            assert_eq!(by_when(&calendar, due, Lang::EN), en, "{within:?}");
            assert_eq!(by_when(&calendar, due, Lang::AR), ar, "{within:?}");
        }
    }
}
