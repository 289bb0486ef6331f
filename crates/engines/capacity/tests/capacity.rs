//! Days of a made-up place, by example, over both clock changes and by property.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use capacity::{Date, Diary, Hours, MINUTE, Pool, Room, Seat, Shift, Slot, Span, Taken, Time, TimeZone, Wish, free};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn set(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

fn time(hour: i8, minute: i8) -> Time {
    Time::new(hour, minute, 0, 0).unwrap()
}

fn hours(from: (i8, i8), until: (i8, i8)) -> Hours {
    Hours { from: time(from.0, from.1), until: time(until.0, until.1) }
}

fn day(month: i8, day: i8) -> Date {
    Date::new(2026, month, day).unwrap()
}

const WEEK: [bool; 7] = [true, true, true, true, true, false, false];

fn seat(id: &str, pool: usize, does: &[&str], speaks: &[&str]) -> Seat {
    let shift = Shift { days: WEEK, hours: hours((9, 0), (17, 0)), breaks: vec![hours((12, 0), (13, 0))] };
    Seat { id: id.to_owned(), pool, does: set(does), speaks: set(speaks), shifts: vec![shift] }
}

fn room(id: &str, takes: &[&str], has: &[&str]) -> Room {
    Room { id: id.to_owned(), takes: set(takes), has: set(has) }
}

/// Open on weekdays from nine to five: a registrar, two who help, and a partner on Tuesdays.
fn place() -> Diary {
    let open = Some(hours((9, 0), (17, 0)));
    let mut partner = seat("partner", 0, &["advice"], &["en"]);
    partner.shifts[0].days = [false, true, false, false, false, false, false];
    Diary {
        zone: TimeZone::get("Europe/London").unwrap(),
        opening: [open, open, open, open, open, None, None],
        closed: [day(12, 25)].into(),
        step: 15,
        seats: vec![
            seat("registrar", 0, &["birth"], &["en"]),
            seat("helper", 1, &["help"], &["en"]),
            seat("welsh-helper", 1, &["help"], &["en", "cy"]),
            partner,
        ],
        rooms: vec![room("a", &[], &[]), room("b", &[], &["step-free"]), room("c", &["birth"], &[])],
        pools: vec![Pool { kept: 0, window: 60 }, Pool { kept: 50, window: 120 }],
    }
}

fn wish(kind: &str, minutes: i64) -> Wish {
    Wish { kind: kind.to_owned(), minutes, in_room: true, ..Wish::default() }
}

/// When they begin, on the wall clock.
fn starts(slots: &[Slot]) -> Vec<String> {
    let zone = TimeZone::get("Europe/London").unwrap();
    let local = |slot: &Slot| jiff::Timestamp::from_microsecond(slot.span.from).unwrap().to_zoned(zone.clone());
    slots.iter().map(|slot| local(slot).strftime("%H:%M").to_string()).collect()
}

#[test]
fn an_appointment_fits_between_the_breaks_and_ends_when_the_doors_close() {
    let found = starts(&free(&place(), day(11, 23), &[], &wish("birth", 60)));
    assert_eq!(found.first().unwrap(), "09:00");
    assert!(found.contains(&"11:00".to_owned()) && !found.contains(&"11:15".to_owned()), "the break begins at twelve");
    assert!(found.contains(&"13:00".to_owned()));
    assert_eq!(found.last().unwrap(), "16:00");
}

#[test]
fn nothing_is_offered_on_a_day_on_which_the_place_is_shut() {
    for date in [day(11, 21), day(11, 22), day(12, 25)] {
        assert_eq!(free(&place(), date, &[], &wish("birth", 60)), [], "{date}");
    }
}

#[test]
fn a_partner_is_booked_on_its_days_alone() {
    assert_eq!(free(&place(), day(11, 23), &[], &wish("advice", 30)), [], "Monday");
    assert!(!free(&place(), day(11, 24), &[], &wish("advice", 30)).is_empty(), "Tuesday");
}

#[test]
fn what_is_taken_is_not_offered_again_and_neither_is_a_part_of_it() {
    let (diary, date) = (place(), day(11, 23));
    let first = free(&diary, date, &[], &wish("birth", 60)).remove(0);
    let left = starts(&free(&diary, date, &[first.taken()], &wish("birth", 60)));
    assert_eq!(left.first().unwrap(), "10:00");
}

#[test]
fn a_wish_that_names_its_time_is_answered_with_that_alone() {
    let (diary, date) = (place(), day(11, 23));
    let listed = free(&diary, date, &[], &wish("birth", 60)).remove(3);
    let asked = Wish { only: Some(listed.span.from), ..wish("birth", 60) };
    assert_eq!(free(&diary, date, &[], &asked).first(), Some(&listed));
    let between = Wish { only: Some(listed.span.from + MINUTE), ..asked };
    assert_eq!(free(&diary, date, &[], &between), [], "a time that was typed into the address");
    let other = free(&diary, date, &[], &Wish { from: listed.span.from, ..wish("birth", 60) });
    assert_eq!(other.first(), Some(&listed), "not before");
}

#[test]
fn whoever_can_do_least_is_taken_so_that_the_rest_stays_for_those_who_need_it() {
    let (diary, date) = (place(), day(11, 23));
    let plain = free(&diary, date, &[], &wish("help", 30)).remove(0);
    assert_eq!((plain.seat.as_str(), plain.room.as_deref()), ("helper", Some("a")));
    let asked = Wish { speaks: Some("cy".into()), needs: set(&["step-free"]), ..wish("help", 30) };
    let other = free(&diary, date, &[], &asked).remove(0);
    assert_eq!((other.seat.as_str(), other.room.as_deref()), ("welsh-helper", Some("b")));
    let birth = free(&diary, date, &[], &wish("birth", 30)).remove(0);
    assert_eq!(birth.room.as_deref(), Some("c"), "a room for this alone comes first");
    let nobody = Wish { speaks: Some("so".into()), ..wish("help", 30) };
    assert_eq!(free(&diary, date, &[], &nobody), []);
}

#[test]
fn a_call_takes_no_room() {
    let (mut diary, date) = (place(), day(11, 23));
    diary.rooms.clear();
    assert_eq!(free(&diary, date, &[], &wish("help", 30)), []);
    let call = Wish { in_room: false, ..wish("help", 30) };
    assert_eq!(free(&diary, date, &[], &call)[0].room, None);
}

#[test]
fn half_of_the_helpers_time_is_kept_in_every_two_hours() {
    let (diary, date, mut taken) = (place(), day(11, 23), Vec::<Taken>::new());
    while let Some(slot) = free(&diary, date, &taken, &wish("help", 30)).first() {
        taken.push(slot.taken());
    }
    // Two helpers: nine to eleven four hours, eleven to one two, then four and four.
    let of = |from: i64| {
        let start = diary.open(date).unwrap().from + from * 60 * MINUTE;
        let window = Span { from: start, until: start + 120 * MINUTE };
        taken.iter().map(|one| one.span.common(window).length()).sum::<i64>() / MINUTE
    };
    assert_eq!([of(0), of(2), of(4), of(6)], [120, 60, 120, 120]);
}

#[test]
fn in_the_night_when_the_clock_changes_no_hour_is_offered_that_is_not_there_or_twice() {
    let mut diary = place();
    diary.opening = [Some(hours((0, 0), (4, 0))); 7];
    for seat in &mut diary.seats {
        seat.shifts =
            vec![Shift { days: [true; 7], hours: hours((0, 0), (4, 0)), breaks: vec![hours((3, 0), (3, 30))] }];
    }
    let found = |month, number| free(&diary, day(month, number), &[], &wish("birth", 30));
    let (spring, plain, autumn) = (found(3, 29), found(5, 1), found(10, 25));
    assert!(starts(&spring).contains(&"00:45".to_owned()) && starts(&spring).contains(&"02:00".to_owned()));
    assert!(!starts(&spring).iter().any(|start| start.starts_with("01")), "there is no such hour");
    assert_eq!(starts(&autumn).iter().filter(|start| start.starts_with("01")).count(), 8, "that hour is there twice");
    assert_eq!((plain.len() - spring.len(), autumn.len() - plain.len()), (4, 4));
    let distinct: BTreeSet<_> = autumn.iter().map(|slot| slot.span.from).collect();
    assert_eq!(distinct.len(), autumn.len());
}

fn wishes() -> impl Strategy<Value = Wish> {
    let kind = prop_oneof![Just("birth"), Just("help"), Just("advice")];
    let speaks = prop_oneof![3 => Just(None), 1 => Just(Some("cy")), 1 => Just(Some("en"))];
    (kind, 1i64..=12, any::<bool>(), any::<bool>(), speaks).prop_map(|(kind, tens, in_room, step_free, speaks)| Wish {
        kind: kind.to_owned(),
        minutes: tens * 10,
        in_room,
        needs: if step_free && in_room { set(&["step-free"]) } else { BTreeSet::new() },
        speaks: speaks.map(str::to_owned),
        ..Wish::default()
    })
}

fn diaries() -> impl Strategy<Value = Diary> {
    let shares = (0i64..=100, 30i64..=600, prop_oneof![Just(5i64), Just(15), Just(20)]);
    (shares, 8i8..=12, 13i8..=20, prop::collection::vec(any::<u8>(), 1..6)).prop_map(
        |((kept, window, step), opens, closes, seats)| {
            let mut diary = place();
            diary.opening = [Some(hours((opens, 0), (closes, 0))); 7];
            (diary.step, diary.pools[1]) = (step, Pool { kept, window });
            diary.seats = seats
                .iter()
                .enumerate()
                .map(|(at, bits)| {
                    let does: &[&str] = if bits & 1 == 0 { &["help"] } else { &["help", "birth"] };
                    let speaks: &[&str] = if bits & 2 == 0 { &["en"] } else { &["en", "cy"] };
                    let mut seat = seat(&format!("s{at}"), 1, does, speaks);
                    seat.shifts[0].hours = hours((8 + (bits % 4) as i8, 20), (14 + (bits % 5) as i8, 10));
                    seat
                })
                .collect();
            diary
        },
    )
}

/// Books one of what is listed again and again, checking on the way that the list and the booking agree.
fn booked(diary: &Diary, date: Date, asked: &[(Wish, prop::sample::Index)]) -> Vec<(Wish, Slot)> {
    let (mut taken, mut all) = (Vec::new(), Vec::new());
    for (wish, choice) in asked {
        let listed = free(diary, date, &taken, wish);
        for slot in &listed {
            let only = Wish { only: Some(slot.span.from), ..wish.clone() };
            assert!(free(diary, date, &taken, &only).iter().eq([slot]), "what is listed can be booked");
        }
        if !listed.is_empty() {
            let slot = choice.get(&listed).clone();
            taken.push(slot.taken());
            all.push((wish.clone(), slot));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nobody_and_no_room_is_ever_booked_twice_and_everybody_gets_what_they_need(
        diary in diaries(),
        asked in prop::collection::vec((wishes(), any::<prop::sample::Index>()), 1..30),
    ) {
        let date = day(11, 24);
        let all = booked(&diary, date, &asked);
        for (at, (wish, slot)) in all.iter().enumerate() {
            for (_, other) in &all[..at] {
                if slot.span.meets(other.span) {
                    prop_assert!(slot.seat != other.seat);
                    prop_assert!(slot.room.is_none() || slot.room != other.room);
                }
            }
            let seat = diary.seats.iter().find(|seat| seat.id == slot.seat).unwrap();
            prop_assert!(seat.does.contains(&wish.kind));
            prop_assert!(wish.speaks.as_ref().is_none_or(|lang| seat.speaks.contains(lang)));
            prop_assert!(diary.there(seat, date).iter().any(|there| there.covers(slot.span)));
            prop_assert!(diary.open(date).unwrap().covers(slot.span));
            prop_assert_eq!(slot.room.is_some(), wish.in_room);
            if let Some(id) = &slot.room {
                let room = diary.rooms.iter().find(|room| room.id == *id).unwrap();
                prop_assert!(room.has.is_superset(&wish.needs));
            }
            let at_once = all.iter().filter(|(_, other)| other.span.meets(Span { until: slot.span.from + 1, ..slot.span }));
            prop_assert!(at_once.count() <= diary.seats.len());
        }
    }

    #[test]
    fn the_share_of_those_who_just_come_is_left_in_every_window(
        diary in diaries(),
        asked in prop::collection::vec((wishes(), any::<prop::sample::Index>()), 1..40),
    ) {
        let (date, pool) = (day(11, 24), diary.pools[1]);
        let all = booked(&diary, date, &asked);
        let open = diary.open(date).unwrap();
        let mut from = open.from;
        while from < open.until {
            let window = Span { from, until: (from + pool.window * MINUTE).min(open.until) };
            let there: i64 = diary
                .seats
                .iter()
                .flat_map(|seat| diary.there(seat, date))
                .map(|there| there.common(window).length())
                .sum();
            let taken: i64 = all.iter().map(|(_, slot)| slot.span.common(window).length()).sum();
            prop_assert!(there - taken >= 0 && (there - taken) * 100 >= there * pool.kept);
            from = window.until;
        }
    }
}
