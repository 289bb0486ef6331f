//! What may follow what, as one table, and what never changes.

use super::*;

const STAFF: Id = Id([7; 16]);

pub(crate) fn visit(state: State) -> Visit {
    Visit {
        id: Id([1; 16]),
        site: "town-hall".into(),
        day: 20_000,
        ticket: "H042".into(),
        business: "housing".into(),
        way: Way::Kiosk,
        lang: "en".into(),
        initials: String::new(),
        mark: String::new(),
        need: String::new(),
        came: 100,
        joined: 110,
        booked: None,
        base: 100,
        turn: 100,
        state,
        desk: "4".into(),
        staff: None,
        first_called: 0,
        first_desk: String::new(),
        called: 0,
        calls: 0,
        began: 0,
        ended: 0,
        outcome: String::new(),
        resident: None,
        contact: None,
        family: None,
        phone: "07700 900123".into(),
        told_near: 0,
        message: None,
        away_until: 0,
        revision: 1,
    }
}

#[test]
fn every_state_allows_what_the_table_says() {
    type Change = fn(&mut Visit) -> Result<(), NotNow>;
    let changes: [(&str, Change); 13] = [
        ("call", |one| one.call("4", STAFF, 200)),
        ("recall", |one| one.recall(200)),
        ("begin", |one| one.begin(None, 200)),
        ("no-show", |one| one.no_show(200)),
        ("back", Visit::back),
        ("park", Visit::park),
        ("step-out", |one| one.step_out(300)),
        ("text-to", |one| one.text_to("07700 900124")),
        ("tell-near", |one| one.tell_near(Id([3; 16]), 200)),
        ("transfer", |one| one.transfer("parking")),
        ("leave", |one| one.leave(GAVE_UP, 200)),
        ("merge", |one| one.merge(Id([2; 16]), 200)),
        ("finish", |one| one.finish("answered", 200)),
    ];
    let table = [
        (State::Waiting, "call step-out text-to tell-near transfer leave merge"),
        (State::Called, "recall begin no-show park transfer leave"),
        (State::Serving, "park transfer finish"),
        (State::Parked, "call back transfer leave merge"),
        (State::Done, ""),
        (State::Left, "back"),
        (State::NoShow, "back"),
        (State::Merged, ""),
    ];
    assert_eq!(table.map(|(state, _)| state), State::ALL);
    for (state, wanted) in table {
        let may = |(_, change): &&(&str, Change)| change(&mut visit(state)).is_ok();
        let may: Vec<&str> = changes.iter().filter(may).map(|(name, _)| *name).collect();
        assert_eq!(may.join(" "), wanted, "{state:?}");
        assert_eq!(State::of(state.code()), Some(state));
    }
}

#[test]
fn the_first_call_and_the_first_beginning_stay() {
    let mut one = visit(State::Waiting);
    one.desk.clear();
    one.call("4", STAFF, 200).unwrap();
    one.recall(210).unwrap();
    one.no_show(220).unwrap();
    one.back().unwrap();
    assert_eq!((one.came, one.ticket.as_str(), one.waited(250)), (100, "H042", 150));
    one.call("2", STAFF, 300).unwrap();
    assert_eq!((one.first_called, one.first_desk.as_str(), one.called, one.calls), (200, "4", 300, 3));
    one.begin(None, 310).unwrap();
    one.transfer("parking").unwrap();
    one.call("1", STAFF, 400).unwrap();
    one.begin(None, 410).unwrap();
    assert_eq!((one.began, one.waited(500)), (310, 210), "somebody who could deal with it began then");
    one.finish("answered", 420).unwrap();
    assert_eq!((one.outcome.as_str(), one.phone.as_str()), ("answered", ""));
    assert!(one.back().is_err(), "who was seen takes a new ticket");
}

#[test]
fn nobody_is_told_twice_that_their_turn_is_near() {
    let (mut one, text) = (visit(State::Waiting), Id([3; 16]));
    one.tell_near(text, 200).unwrap();
    assert_eq!((one.told_near, one.message, one.phone.as_str()), (200, Some(text), ""));
    let told = one.clone();
    assert!(one.text_to("07700 900124").is_err() && one.tell_near(Id([4; 16]), 300).is_err());
    assert_eq!(one, told);
    let mut silent = visit(State::Waiting);
    silent.text_to("").unwrap();
    assert!(silent.tell_near(text, 200).is_err(), "nobody left a number");
}

#[test]
fn a_change_that_may_not_be_changes_nothing() {
    for state in State::ALL {
        let (mut one, before) = (visit(state), visit(state));
        if one.begin(None, 200).is_err() {
            assert_eq!(one, before);
        }
        if one.finish("answered", 200).is_err() {
            assert_eq!(one, visit(state));
        }
    }
}
