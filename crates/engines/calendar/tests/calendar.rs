//! Promises and working days against the published bank holidays, on ordinary days, on both
//! clock-change days, and by property.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use calendar::{Calendar, Date, Division, Holidays, Hours, Opening, OutOfRange, Weekday, Within, date, time};
use proptest::prelude::*;

const FILE: &str = include_str!("../../../../data/bank-holidays.json");
const HOUR: i64 = 3_600_000_000;

fn england() -> Calendar {
    let holidays = Holidays::parse(FILE, Division::EnglandAndWales).unwrap();
    let opening = Opening::weekdays(time(9, 0, 0, 0), time(17, 0, 0, 0)).unwrap();
    Calendar::london(holidays, opening)
}

/// Microseconds of a UTC instant such as `2026-03-29T01:00:00Z`.
fn utc(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_microsecond()
}

#[track_caller]
fn due(received: &str, within: &str, expected: &str) {
    let got = england().due(utc(received), within.parse().unwrap()).unwrap();
    let got = jiff::Timestamp::from_microsecond(got).unwrap().to_string();
    assert_eq!(got, expected, "{within} from {received}");
}

#[test]
fn working_days_step_over_weekends_and_bank_holidays() {
    let calendar = england();
    let add = |from, days| calendar.add_working_days(from, days).unwrap();
    assert_eq!(add(date(2026, 4, 2), 1), date(2026, 4, 7), "over Easter 2026");
    assert_eq!(add(date(2026, 12, 24), 1), date(2026, 12, 29), "Boxing Day's substitute");
    assert_eq!(add(date(2026, 11, 20), 5), date(2026, 11, 27));
    assert_eq!(add(date(2026, 11, 21), 1), date(2026, 11, 23), "Saturday to Monday");
    assert_eq!(add(date(2026, 11, 21), 0), date(2026, 11, 23));
    assert_eq!(add(date(2026, 11, 20), 0), date(2026, 11, 20));
    assert_eq!(calendar.working_days_between(date(2026, 4, 2), date(2026, 4, 7)), 1);
    assert_eq!(calendar.working_days_between(date(2026, 4, 7), date(2026, 4, 2)), -1);
    assert_eq!(calendar.working_days_between(date(2026, 1, 1), date(2026, 12, 31)), 253);
}

#[test]
fn divisions_differ() {
    let holidays = Holidays::parse(FILE, Division::Scotland).unwrap();
    let opening = Opening::weekdays(time(9, 0, 0, 0), time(17, 0, 0, 0)).unwrap();
    let scotland = Calendar::london(holidays, opening);
    assert!(scotland.is_working_day(date(2026, 4, 6)), "Easter Monday is worked in Scotland");
    assert!(!england().is_working_day(date(2026, 4, 6)));
}

#[test]
fn working_day_promises_end_at_closing_time_in_london() {
    due("2026-11-20T10:00:00Z", "3 working days", "2026-11-25T17:00:00Z");
    due("2026-07-01T10:00:00Z", "3 working days", "2026-07-06T16:00:00Z");
    due("2026-07-01T23:30:00Z", "1 working day", "2026-07-03T16:00:00Z");
    due("2026-11-20T16:59:00Z", "0 working days", "2026-11-20T17:00:00Z");
    due("2026-11-20T17:00:01Z", "0 working days", "2026-11-23T17:00:00Z");
    due("2026-11-21T12:00:00Z", "0 working days", "2026-11-23T17:00:00Z");
    due("2026-11-21T12:00:00Z", "1 working day", "2026-11-23T17:00:00Z");
}

#[test]
fn the_spring_change_keeps_promises() {
    // Clocks go forward on Sunday 29 March 2026 at 01:00 UTC.
    due("2026-03-27T17:00:00Z", "1 working day", "2026-03-30T16:00:00Z");
    due("2026-03-28T12:00:00Z", "24 hours", "2026-03-29T12:00:00Z");
    due("2026-03-28T12:00:00Z", "0 days", "2026-03-29T00:00:00Z");
    due("2026-03-28T12:00:00Z", "1 day", "2026-03-29T23:00:00Z");
    due("2026-03-27T16:00:00Z", "2 working hours", "2026-03-30T09:00:00Z");
    let day = england().start_of(date(2026, 3, 30)).unwrap() - england().start_of(date(2026, 3, 29)).unwrap();
    assert_eq!(day, 23 * HOUR);
    assert_eq!(
        england().instant(date(2026, 3, 29), time(1, 30, 0, 0)).unwrap(),
        utc("2026-03-29T01:30:00Z"),
        "half past one does not exist and moves to half past two"
    );
}

#[test]
fn the_autumn_change_keeps_promises() {
    // Clocks go back on Sunday 25 October 2026 at 01:00 UTC.
    due("2026-10-23T16:00:00Z", "1 working day", "2026-10-26T17:00:00Z");
    due("2026-10-24T12:00:00Z", "24 hours", "2026-10-25T12:00:00Z");
    due("2026-10-24T12:00:00Z", "1 day", "2026-10-26T00:00:00Z");
    due("2026-10-23T15:00:00Z", "2 working hours", "2026-10-26T10:00:00Z");
    assert_eq!(
        england().instant(date(2026, 10, 25), time(1, 30, 0, 0)).unwrap(),
        utc("2026-10-25T00:30:00Z"),
        "half past one comes twice: the first counts"
    );
    assert_eq!(england().date_of(utc("2026-10-24T23:30:00Z")), Ok(date(2026, 10, 25)));
}

#[test]
fn hours_open_through_a_clock_change_are_real_hours() {
    let all_night = Hours::new(time(0, 0, 0, 0), time(6, 0, 0, 0)).ok();
    let opening = Opening::new([all_night; 7]).unwrap();
    let calendar = Calendar::london(Holidays::none(), opening);
    let from = utc("2026-03-29T00:00:00Z");
    assert_eq!(calendar.due(from, Within::WorkingHours(5)), Ok(from + 5 * HOUR));
    let from = utc("2026-10-24T23:00:00Z");
    assert_eq!(calendar.due(from, Within::WorkingHours(7)), Ok(from + 7 * HOUR));
}

#[test]
fn working_hours_run_only_while_open() {
    due("2026-11-20T15:00:00Z", "4 working hours", "2026-11-23T11:00:00Z");
    due("2026-11-20T20:00:00Z", "1 working hour", "2026-11-23T10:00:00Z");
    due("2026-12-24T16:00:00Z", "2 working hours", "2026-12-29T10:00:00Z");
    due("2026-11-20T09:00:00Z", "8 working hours", "2026-11-20T17:00:00Z");
    let calendar = england();
    assert_eq!(calendar.is_open(utc("2026-07-01T08:00:00Z")), Ok(true));
    assert_eq!(calendar.is_open(utc("2026-07-01T16:00:00Z")), Ok(false));
    assert_eq!(calendar.is_open(utc("2026-12-25T12:00:00Z")), Ok(false));
    assert_eq!(calendar.next_open(utc("2026-12-24T17:00:00Z")), Ok(utc("2026-12-29T09:00:00Z")));
}

#[test]
fn years_without_data_leave_out_weekends_only() {
    let calendar = england();
    assert!(calendar.is_working_day(date(2029, 12, 25)));
    assert!(!calendar.holidays().covers(date(2029, 12, 25)));
    assert_eq!(calendar.add_working_days(date(2029, 12, 24), 1), Ok(date(2029, 12, 25)));
    assert_eq!(calendar.add_working_days(date(2011, 12, 23), 1), Ok(date(2011, 12, 26)));
}

#[test]
fn dates_past_the_calendar_are_refused_not_wrapped() {
    let calendar = england();
    assert_eq!(calendar.add_working_days(Date::MAX, 1), Err(OutOfRange));
    assert_eq!(calendar.add_working_days(date(2026, 1, 1), 10_001), Err(OutOfRange));
    assert_eq!(calendar.due(i64::MAX, Within::Hours(1)), Err(OutOfRange));
    assert_eq!(calendar.due(i64::MAX, Within::WorkingDays(1)), Err(OutOfRange));
    assert_eq!(calendar.due(0, Within::WorkingHours(u32::MAX)), Err(OutOfRange));
    assert_eq!(calendar.due(0, Within::Days(u32::MAX)), Err(OutOfRange));
}

fn any_day() -> impl Strategy<Value = Date> {
    (0i64..9000).prop_map(|days| date(2008, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap())
}

fn any_within() -> impl Strategy<Value = Within> {
    prop_oneof![
        (0u32..60).prop_map(Within::WorkingDays),
        (0u32..60).prop_map(Within::Days),
        (0u32..200).prop_map(Within::Hours),
        (0u32..200).prop_map(Within::WorkingHours),
    ]
}

proptest! {
    #[test]
    fn adding_then_counting_gives_the_same_number(from in any_day(), days in 1u32..300) {
        let calendar = england();
        let to = calendar.add_working_days(from, days).unwrap();
        prop_assert!(calendar.is_working_day(to));
        prop_assert_eq!(calendar.working_days_between(from, to), i64::from(days));
    }

    #[test]
    fn counting_agrees_with_looking_at_every_day(from in any_day(), to in any_day()) {
        let calendar = england();
        let (low, high) = (from.min(to), from.max(to));
        let mut count = 0;
        let mut day = low;
        while day < high {
            day = day.tomorrow().unwrap();
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            count += i64::from(!weekend && calendar.holidays().name(day).is_none());
        }
        let expected = if from <= to { count } else { -count };
        prop_assert_eq!(calendar.working_days_between(from, to), expected);
    }

    #[test]
    fn nothing_is_due_before_it_is_received(
        received in 1_200_000_000_000_000i64..2_000_000_000_000_000,
        within in any_within(),
    ) {
        prop_assert!(england().due(received, within).unwrap() >= received);
    }

    #[test]
    fn received_later_is_never_due_sooner(
        received in 1_200_000_000_000_000i64..2_000_000_000_000_000,
        wait in 0i64..400_000_000_000,
        within in any_within(),
    ) {
        let calendar = england();
        let first = calendar.due(received, within).unwrap();
        prop_assert!(calendar.due(received + wait, within).unwrap() >= first);
    }

    #[test]
    fn a_working_day_promise_ends_on_a_working_day_at_closing(
        received in 1_200_000_000_000_000i64..2_000_000_000_000_000,
        days in 0u32..60,
    ) {
        let calendar = england();
        let due = calendar.due(received, Within::WorkingDays(days)).unwrap();
        prop_assert!(calendar.is_working_day(calendar.date_of(due).unwrap()));
        prop_assert_eq!(calendar.time_of(due).unwrap(), time(17, 0, 0, 0));
    }
}
