#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use super::*;
use capacity::Span;

const HOUR: Micros = 60 * MINUTE;

fn booking(state: State) -> Booking {
    Booking {
        id: Id([1; 16]),
        reference: "FE8WX73ZD".into(),
        site: "town-hall".into(),
        kind: "do-it-for-me".into(),
        way: Way::InPerson,
        start: 10 * HOUR,
        until: 11 * HOUR,
        seat: "Helper 1".into(),
        room: "Room 2".into(),
        state,
        needs: Vec::new(),
        speaks: String::new(),
        interpreter: false,
        lang: Lang::EN,
        name: "Ada Example".into(),
        email: String::new(),
        phone: String::new(),
        resident: None,
        made: 0,
        visit: None,
        revision: 1,
    }
}

#[test]
fn every_change_is_possible_where_the_table_says() {
    // Called off before it begins, there an hour before, there after it began, missed before and after it began.
    let table = [
        (State::Booked, [Ok(true), Ok(true), Ok(true), Err(NotNow), Ok(true)]),
        (State::Cancelled, [Ok(false), Err(NotNow), Err(NotNow), Err(NotNow), Err(NotNow)]),
        (State::Came, [Err(NotNow), Ok(false), Ok(false), Err(NotNow), Err(NotNow)]),
        (State::Missed, [Err(NotNow), Ok(true), Ok(true), Ok(false), Ok(false)]),
    ];
    assert_eq!(table.len(), State::ALL.len());
    for (state, wanted) in table {
        let of = || booking(state);
        let done = [
            of().cancel(9 * HOUR),
            of().come(9 * HOUR),
            of().come(10 * HOUR + 1),
            of().miss(9 * HOUR),
            of().miss(10 * HOUR),
        ];
        assert_eq!(done, wanted, "{state:?}");
    }
}

#[test]
fn what_has_begun_is_neither_moved_nor_called_off_and_nobody_is_there_hours_before() {
    let mut late = booking(State::Booked);
    let slot = capacity::Slot { span: Span { from: 12 * HOUR, until: 13 * HOUR }, seat: "Helper 2".into(), room: None };
    assert_eq!(late.cancel(10 * HOUR), Err(NotNow));
    assert_eq!(late.move_to(&slot, 10 * HOUR), Err(NotNow));
    assert_eq!(booking(State::Booked).come(8 * HOUR - 1), Err(NotNow));
    late.move_to(&slot, 9 * HOUR).unwrap();
    assert_eq!(
        (late.start, late.until, late.seat.as_str(), late.room.as_str()),
        (12 * HOUR, 13 * HOUR, "Helper 2", "")
    );
}

#[test]
fn a_code_is_read_as_it_is_written() {
    for state in State::ALL {
        assert_eq!(State::of(state.code()), Some(state));
    }
    for way in [Way::InPerson, Way::Phone] {
        assert_eq!(Way::of(way.code()), Some(way));
    }
    assert_eq!((State::of("free"), Way::of("video")), (None, None));
}
