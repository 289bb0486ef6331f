//! A table of facts, and what the figures say after each.

use super::*;
use crate::facts::Standing;
use calendar::{Holidays, Opening, time};
use kit::clock::{DAY, HOUR};

/// Saturday 21 November 2026, noon.
const SATURDAY: Micros = crate::testing::NOON;
/// Monday 9 November 2026, noon.
const MONDAY: Micros = SATURDAY - 12 * DAY;

fn calendar() -> Calendar {
    let opening = Opening::weekdays(time(9, 0, 0, 0), time(17, 0, 0, 0)).unwrap();
    Calendar::london(Holidays::none(), opening)
}

fn at(status: &str) -> Option<Standing> {
    let [service, kind, ward, team, status] = ["missed-bin", "", "", "waste", status].map(str::to_owned);
    Some(Standing { service, kind, ward, team, status, source: "web".into() })
}

/// A fact `days` after [`MONDAY`], from one status to another; "" is none.
fn fact(kind: &str, days: i64, was: &str, now: &str) -> Heard {
    let stood = |status: &str| at(status).filter(|_| !status.is_empty());
    let due = if was.is_empty() { MONDAY + 4 * DAY + 5 * HOUR } else { 0 };
    let data = Data { was: stood(was), now: stood(now), due, ..Data::default() };
    Heard { kind: kind.into(), at: MONDAY + days * DAY, data }
}

/// What the figures hold after these facts: "what on day since Monday, took".
fn figures(facts: &[Heard]) -> Vec<String> {
    let calendar = calendar();
    let mut clock = None;
    for heard in facts {
        clock = Clock::hear(clock.as_ref(), heard, &calendar).unwrap().or(clock);
    }
    let monday = day_of(MONDAY, &calendar).unwrap();
    let cells = clock.map_or_else(Vec::new, |clock| clock.cells(&calendar).unwrap());
    cells.iter().map(|cell| format!("{} {} {}", cell.what, cell.day - monday, cell.took)).collect()
}

#[test]
fn a_table_of_facts() {
    let opened = || fact("case.opened", 0, "", "open");
    let closed = |days| fact("case.closed", days, "decided", "closed");
    let reopened = |days| fact("case.reopened", days, "closed", "open");
    let promised = |before: i64, due: i64| {
        let mut promised = fact("case.promised", 1, "x", "");
        let at = |days: i64| MONDAY + days * DAY + 5 * HOUR;
        (promised.data.before, promised.data.due) = (at(before), at(due));
        promised
    };
    let table: [(&str, Vec<Heard>, &[&str]); 16] = [
        ("a note on a case nobody opened", vec![fact("case.noted", 0, "", "")], &[]),
        ("opened", vec![opened()], &["received 0 0", "open 4 0"]),
        ("written to", vec![opened(), fact("case.written", 1, "open", "waiting")], &["received 0 0", "open 4 0"]),
        ("decided", vec![opened(), fact("case.decided", 1, "open", "decided")], &["received 0 0", "open 4 0"]),
        ("closed the same day", vec![opened(), closed(0)], &["received 0 0", "kept 4 0"]),
        ("closed on Friday", vec![opened(), closed(4)], &["received 0 0", "kept 4 4"]),
        ("closed over a weekend", vec![opened(), closed(7)], &["received 0 0", "late 4 5"]),
        ("closed after months", vec![opened(), closed(300)], &["received 0 0", "late 4 61"]),
        (
            "a later date is not the first",
            vec![opened(), promised(4, 9), closed(7)],
            &["received 0 0", "late 4 5", "moved 4 0"],
        ),
        ("sooner", vec![opened(), promised(4, 2), closed(2)], &["received 0 0", "kept 4 2"]),
        (
            "later, then sooner",
            vec![opened(), promised(4, 9), promised(9, 7)],
            &["received 0 0", "open 4 0", "moved 4 0"],
        ),
        ("opened again", vec![opened(), closed(2), reopened(3)], &["received 0 0", "open 4 0"]),
        ("done twice", vec![opened(), closed(2), reopened(3), closed(8)], &["received 0 0", "late 4 6"]),
        (
            "taken back",
            vec![opened(), fact("case.withdrawn", 1, "open", "withdrawn")],
            &["received 0 0", "stopped 0 0"],
        ),
        ("passed on", vec![fact("case.passed-on", 0, "", "passed-on")], &["received 0 0", "stopped 0 0"]),
        ("imported", vec![fact("case.imported", 0, "", "open"), closed(2)], &["undated 0 0"]),
    ];
    for (what, facts, expected) in table {
        assert_eq!(figures(&facts), expected, "{what}");
    }
}

#[test]
fn a_minute_past_the_promise_is_late() {
    let done = |at: Micros| {
        let closed = Heard { at, ..fact("case.closed", 0, "open", "closed") };
        figures(&[fact("case.opened", 0, "", "open"), closed])
    };
    let due = MONDAY + 4 * DAY + 5 * HOUR;
    assert_eq!(done(due)[1], "kept 4 4");
    assert_eq!(done(due + 1)[1], "late 4 4");
}

#[test]
fn a_case_that_moves_to_another_service_leaves_the_first() {
    let mut moved = fact("case.assigned", 1, "open", "open");
    if let Some(now) = &mut moved.data.now {
        now.service = "general-enquiry".into();
    }
    let calendar = calendar();
    let first = Clock::hear(None, &fact("case.opened", 0, "", "open"), &calendar).unwrap().unwrap();
    let second = Clock::hear(Some(&first), &moved, &calendar).unwrap().unwrap();
    assert!(second.cells(&calendar).unwrap().iter().all(|cell| cell.service == "general-enquiry"));
}

#[test]
fn every_state_reads_back() {
    assert!(State::ALL.into_iter().all(|state| State::of(state.code()) == Some(state)));
}
