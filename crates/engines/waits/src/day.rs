//! Days of the log's own clock, which counts seconds as if there were no other place than where it hangs.

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// The first second of a day written as year, month and day (`1999-02-14`); nothing where there is no such day.
pub fn first_second(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let (year, month, day): (i64, i64, i64) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let month_index = usize::try_from(month - 1).ok()?;
    if year < 1970 || day < 1 || day > *length.get(month_index)? {
        return None;
    }
    let years_before = year - 1;
    let leap_days = |years: i64| years / 4 - years / 100 + years / 400;
    let days =
        (year - 1970) * 365 + leap_days(years_before) - leap_days(1969) + length[..month_index].iter().sum::<i64>();
    Some((days + day - 1) * DAY)
}

/// The day of a second, as year, month and day.
pub fn written(second: i64) -> String {
    // Days from 1 March 0000, so that the odd day comes last: 400 years have 146,097 days.
    let days = second.div_euclid(DAY) + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// 0 for Monday to 6 for Sunday.
pub fn weekday(second: i64) -> usize {
    (second.div_euclid(DAY) + 3).rem_euclid(7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written_alike() {
        assert_eq!(first_second("1970-01-01"), Some(0));
        assert_eq!(first_second("1999-02-14"), Some(918_950_400));
        assert_eq!(first_second("2000-02-29"), Some(951_782_400));
        assert_eq!(weekday(918_950_400), 6);
        for day in (0..40_000).step_by(13) {
            assert_eq!(first_second(&written(day * DAY)), Some(day * DAY), "{}", written(day * DAY));
        }
    }

    #[test]
    fn days_there_are_not_are_refused() {
        for wrong in
            ["", "1999-2-14", "1999-02-29", "1999-13-01", "1999-00-01", "1999-01-00", "1999-01-01-01", "yesterday"]
        {
            assert_eq!(first_second(wrong), None, "{wrong}");
        }
    }
}
