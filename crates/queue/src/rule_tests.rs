//! The ordering rule, by table and by property.

use super::*;
use proptest::prelude::*;

fn rule(places: usize) -> Rule {
    let need = |id: &str, minutes: i64| Need { id: id.into(), minutes, name: BTreeMap::new() };
    Rule { edition: 1, appointment: 20, late: 10, places, needs: vec![need("soon", 15), need("danger", 60)] }
}

fn at(base: i64, turn: i64, passed_over: usize) -> Standing {
    Standing { base: base * MINUTE, turn: turn * MINUTE, passed_over }
}

#[test]
fn an_appointment_and_a_need_are_worth_what_the_rule_says() {
    let rule = rule(4);
    for (came, booked, need, wanted) in [
        (10, None, "", (10, 10)),
        (10, None, "soon", (10, -5)),
        (10, None, "unknown", (10, 10)),
        // Early and in time: as though they had come twenty minutes before the appointment.
        (10, Some(30), "", (10, 10)),
        (0, Some(30), "", (0, 10)),
        (30, Some(30), "", (30, 10)),
        (40, Some(30), "", (40, 10)),
        // Later than ten minutes: as everybody.
        (41, Some(30), "", (41, 41)),
        (30, Some(30), "danger", (30, -50)),
    ] {
        let (base, turn) = rule.place(came * MINUTE, booked.map(|at: i64| at * MINUTE), need);
        assert_eq!((base / MINUTE, turn / MINUTE), wanted, "{came} {booked:?} {need}");
    }
}

#[test]
fn whoever_was_passed_over_often_enough_is_next() {
    let rule = rule(2);
    assert_eq!(rule.next(&[]), None);
    // The smaller turn.
    assert_eq!(rule.next(&[at(5, 5, 0), at(9, -6, 0)]), Some(1));
    // One who may not be passed over any more.
    assert_eq!(rule.next(&[at(5, 5, 2), at(9, -6, 0)]), Some(0));
    // Somebody who came earlier still does not pass them over.
    assert_eq!(rule.next(&[at(5, 5, 2), at(4, 4, 0), at(9, -6, 0)]), Some(1));
    // Of those who came at the same moment, the first of the list.
    assert_eq!(rule.next(&[at(5, 5, 0), at(5, 5, 0)]), Some(0));
}

/// Somebody of a day that is made up: seconds.
#[derive(Debug, Clone)]
struct Made {
    came: i64,
    booked: Option<i64>,
    need: &'static str,
    takes: i64,
}

fn days() -> impl Strategy<Value = Vec<Made>> {
    let one = (0..7200i64, prop::option::weighted(0.3, -1200..1200i64), 0..10u8, 30..1800i64);
    prop::collection::vec(one, 1..60).prop_map(|all| {
        let mut all: Vec<Made> = all
            .into_iter()
            .map(|(came, booked, need, takes)| Made {
                came,
                booked: booked.map(|by| (came + by).max(0)),
                need: match need {
                    0 => "danger",
                    1..4 => "soon",
                    _ => "",
                },
                takes,
            })
            .collect();
        all.sort_by_key(|one| one.came);
        // Nobody comes through one door at the same moment: who came with somebody came neither earlier nor later.
        all.dedup_by_key(|one| one.came);
        all
    })
}

/// Plays a day with so many desks that can see everybody; when each is called (seconds), and the order.
fn play(day: &[Made], desks: usize, rule: &Rule, in_order: bool) -> (Vec<i64>, Vec<usize>) {
    const SECOND: i64 = MINUTE / 60;
    let places: Vec<(Micros, Micros)> =
        day.iter().map(|one| rule.place(one.came * SECOND, one.booked.map(|at| at * SECOND), one.need)).collect();
    let mut free = vec![0i64; desks];
    let (mut called, mut order) = (vec![-1i64; day.len()], Vec::new());
    let mut over = vec![0usize; day.len()];
    while order.len() < day.len() {
        let desk = (0..desks).min_by_key(|desk| free[*desk]).unwrap();
        let mut here: Vec<usize> =
            (0..day.len()).filter(|one| called[*one] < 0 && day[*one].came <= free[desk]).collect();
        if here.is_empty() {
            free[desk] = (0..day.len()).filter(|one| called[*one] < 0).map(|one| day[one].came).min().unwrap();
            continue;
        }
        let list: Vec<Standing> = here
            .iter()
            .map(|one| {
                let (base, turn) = places[*one];
                Standing { base, turn: if in_order { base } else { turn }, passed_over: over[*one] }
            })
            .collect();
        let next = here.remove(rule.next(&list).unwrap());
        for other in here.into_iter().filter(|other| places[*other].0 < places[next].0) {
            over[other] += 1;
        }
        called[next] = free[desk];
        free[desk] += day[next].takes;
        order.push(next);
    }
    assert!(over.iter().all(|passed| *passed <= rule.places), "{over:?}");
    (called, order)
}

proptest! {
    /// Nobody is passed over by more than the published number of people who came later, so that nobody starves.
    #[test]
    fn nobody_is_passed_over_more_often_than_published(day in days(), desks in 1..5usize, places in 1..6usize) {
        let rule = rule(places);
        let (called, order) = play(&day, desks, &rule, false);
        prop_assert_eq!(order.len(), day.len());
        prop_assert!(called.iter().zip(&day).all(|(at, one)| *at >= one.came));
    }

    /// And nobody waits longer than in the order of coming by more than the rule's own figure.
    #[test]
    fn nobody_waits_longer_than_the_published_limit_beyond_first_come(day in days(), desks in 1..5usize, places in 1..6usize) {
        let rule = rule(places);
        let (called, _) = play(&day, desks, &rule, false);
        let (fair, _) = play(&day, desks, &rule, true);
        let longest = day.iter().map(|one| one.takes).max().unwrap();
        let limit = longest * (places + 2 * (desks - 1)) as i64;
        for ((one, ours), theirs) in day.iter().zip(&called).zip(&fair) {
            prop_assert!((ours - theirs) * desks as i64 <= limit, "{one:?}: {ours} and not {theirs}, limit {limit}");
        }
    }
}
