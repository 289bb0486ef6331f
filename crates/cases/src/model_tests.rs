use super::*;
use crate::testing::{NOON, a_case};

type Change = fn(&mut Case) -> Result<()>;

fn later() -> Promise {
    Promise { due: NOON + 20 * DAY, reason: "More rain than the ground can take.".into() }
}

/// What each change makes of each status: the status afterwards, or nothing where it is refused.
#[test]
fn every_change_from_every_status_is_as_the_table_says() {
    use Status::*;
    let changes: [(&str, Change, [Option<Status>; 6]); 9] = [
        // from:                                                       open, waiting, decided, passed on, closed, withdrawn
        ("assign", |c| c.assign("waste", Id([1; 16])), [Some(Open), Some(Waiting), Some(Decided), None, None, None]),
        ("ask", |c| c.ask(NOON + DAY), [Some(Waiting), Some(Waiting), Some(Waiting), None, None, None]),
        ("plan", |c| c.plan(NOON + DAY, NOON), [Some(Open), Some(Waiting), Some(Decided), None, None, None]),
        (
            "promise anew",
            |c| c.promise_anew(later(), NOON).map(drop),
            [Some(Open), Some(Waiting), Some(Decided), None, None, None],
        ),
        ("decide", |c| c.decide("mended"), [Some(Decided), Some(Decided), Some(Decided), None, None, None]),
        ("close undecided", |c| c.close(NOON), [None, None, None, None, None, None]),
        ("withdraw", |c| c.withdraw(true, NOON), [Some(Withdrawn), Some(Withdrawn), Some(Withdrawn), None, None, None]),
        ("withdraw where not allowed", |c| c.withdraw(false, NOON), [None, None, None, None, None, None]),
        (
            "reopen",
            |c| c.reopen(Some(28), later(), NOON + 2 * DAY, NOON + DAY),
            [None, None, None, None, Some(Open), Some(Open)],
        ),
    ];
    for (name, change, expected) in changes {
        for (from, expected) in [Open, Waiting, Decided, PassedOn, Closed, Withdrawn].into_iter().zip(expected) {
            let mut case = a_case().standing(from).build();
            let before = case.clone();
            let found = change(&mut case).ok().map(|()| case.status);
            assert_eq!(found, expected, "{name} from {from:?}");
            if expected.is_none() {
                assert_eq!(case, before, "{name} from {from:?} was refused and yet changed something");
            }
        }
    }
}

#[test]
fn a_decided_case_closes_and_keeps_its_outcome() {
    let mut case = a_case().build();
    case.decide("mended").unwrap();
    case.close(NOON + DAY).unwrap();
    assert_eq!((case.status, case.outcome.as_str(), case.closed), (Status::Closed, "mended", NOON + DAY));
}

#[test]
fn late_weighs_more_than_stale_and_nothing_ended_is_either() {
    let table = [
        (a_case().promised_in(10).next_in(2), Timeliness::InTime),
        (a_case().promised_in(10).next_in(-1), Timeliness::Stale),
        (a_case().promised_in(-1).next_in(-1), Timeliness::Late),
        (a_case().promised_in(-1).next_in(2), Timeliness::Late),
        (a_case().promised_in(0).next_in(2), Timeliness::DueSoon),
        (a_case().promised_in(-1).next_in(-1).standing(Status::Closed), Timeliness::Ended),
        (a_case().promised_in(-1).standing(Status::Waiting), Timeliness::Late),
    ];
    for (case, expected) in table {
        assert_eq!(case.clone().build().timeliness(NOON, NOON + DAY), expected, "{case:?}");
    }
}

#[test]
fn a_new_promise_is_counted_and_ends_the_lateness_of_the_old() {
    let mut case = a_case().promised_in(-1).build();
    case.told_late = true;
    let before = case.promise_anew(later(), NOON).unwrap();
    assert_eq!((before, case.promise.due, case.promises), (NOON - DAY, NOON + 20 * DAY, 2));
    assert!(!case.told_late && !case.is_late(NOON));
    assert!(case.promise_anew(Promise { due: NOON - 1, ..later() }, NOON).is_err(), "not in the past");
}

#[test]
fn a_message_brings_the_next_action_near_and_an_answer_ends_the_waiting() {
    let soon = NOON + DAY / 24;
    let mut case = a_case().next_in(14).standing(Status::Waiting).build();
    case.written_to(false, soon);
    assert_eq!((case.status, case.next_action), (Status::Waiting, soon), "from somebody who was not asked");
    case.written_to(true, soon + DAY);
    assert_eq!((case.status, case.next_action), (Status::Open, soon), "never farther away");
    let mut ended = a_case().next_in(14).standing(Status::Closed).build();
    ended.written_to(true, soon);
    assert_eq!(ended, a_case().next_in(14).standing(Status::Closed).build());
}

#[test]
fn what_speaks_of_danger_is_read_first_and_the_oldest_before_the_newest() {
    let table = [(0, false, 9), (0, true, -9), (5, false, 5), (5, true, -5), (-5, false, -5), (-5, true, -5)];
    for (before, danger, expected) in table {
        assert_eq!(unread_after(before, 9, danger), expected, "{before} {danger}");
    }
}

#[test]
fn residents_reopen_until_the_end_of_their_last_day_and_staff_at_any_time() {
    let look = NOON + 40 * DAY;
    let closed = || a_case().standing(Status::Closed).build();
    // Closed on 21 November at noon, so until midnight after 19 December: twelve hours later in the day.
    let until = closed().reopen_until(28).unwrap();
    assert_eq!(until, NOON + 28 * DAY + DAY / 2);
    assert!(closed().reopen(Some(28), later(), look, until - 1).is_ok());
    assert!(closed().reopen(Some(28), later(), look, until).is_err());
    assert!(closed().reopen(Some(0), later(), look, NOON).is_err(), "where the definition does not allow it");
    let mut case = closed();
    case.outcome = "mended".into();
    case.reopen(None, later(), look, NOON + 400 * DAY).unwrap();
    assert_eq!((case.closed, case.outcome.as_str(), case.promises), (0, "", 2));
    assert_eq!(case.next_action, case.promise.due.min(look));
}

#[test]
fn every_status_reads_back() {
    for status in Status::ALL {
        assert_eq!(Status::of(status.code()), Some(status));
    }
    assert_eq!(Status::of("lost"), None);
}
