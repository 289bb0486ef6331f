//! Booking, moving and calling off; many at once.

use crate::town::{MONDAY, Town, ada, help};
use appointments::{Answer, Choice, State, Way};
use kit::clock::{HOUR, MINUTE};
use kit::testing::{each_database, repository_migrations};
use kit::who::Who;
use kit::{Error, Lang};
use std::collections::BTreeSet;
use tokio::task::JoinSet;

#[test]
fn what_is_listed_is_booked_and_then_no_longer_listed() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let births = Choice { kind: "register-a-birth".into(), ..help() };
        let before = town.listed(&births).await;
        let first = before[0].clone();
        assert_eq!(first.span.from, MONDAY + HOUR, "at nine: an hour is the notice that is asked for");
        let booking = town.booked(&births, first.span.from).await;
        assert_eq!((booking.seat.as_str(), booking.room.as_str()), ("Registrar 2", "Register office"));
        let after = town.listed(&births).await;
        assert!(!after.iter().any(|slot| slot.seat == booking.seat && slot.span.meets(first.span)), "{after:?}");
    });
}

#[test]
fn of_fifty_who_want_the_same_time_as_many_get_it_as_there_are_seats() {
    each_database(repository_migrations(), async |db| {
        let towns = [Town::node(db.db(), 1), Town::node(db.db(), 2)];
        // By phone no room is short: two helpers, and half of their time is kept.
        let call = Choice { way: Way::Phone, ..help() };
        let at = town_start(&towns[0], &call).await;
        let seats = capacity_at(&towns[0], &call, at).await;
        let mut all = JoinSet::new();
        for number in 0..50 {
            let town = Town { app: towns[number % 2].app.clone(), clock: towns[number % 2].clock.clone() };
            let (call, key) = (call.clone(), town.app.id());
            all.spawn(async move { town.books(&call, at, &ada(), key).await });
        }
        let answers = all.join_all().await;
        let booked: Vec<_> = answers
            .into_iter()
            .filter_map(|answer| match answer {
                Answer::Booked(booking) => Some(booking),
                Answer::Gone => None,
            })
            .collect();
        assert_eq!(booked.len(), seats, "on {}", db.name());
        let seats: BTreeSet<_> = booked.iter().map(|booking| booking.seat.clone()).collect();
        assert_eq!(seats.len(), booked.len(), "each has a seat of their own");
    });
}

/// A time at which both helpers are there.
async fn town_start(town: &Town, choice: &Choice) -> i64 {
    let found = town.listed(choice).await.into_iter().map(|slot| slot.span.from).find(|at| *at == MONDAY + 2 * HOUR);
    found.expect("ten o'clock")
}

/// How many can have this time, one after the other, asked of the engine alone.
async fn capacity_at(town: &Town, choice: &Choice, at: i64) -> usize {
    let diary = town.app.part::<appointments::Diaries>().unwrap().of("town-hall").unwrap();
    let (mut taken, wish) = (
        Vec::new(),
        capacity::Wish { kind: choice.kind.clone(), minutes: 30, only: Some(at), ..capacity::Wish::default() },
    );
    while let Some(slot) = capacity::free(&diary.plan, appointments::date_of(at), &taken, &wish).first() {
        taken.push(slot.taken());
    }
    assert!(taken.len() >= 2, "both helpers");
    taken.len()
}

#[test]
fn booked_twice_with_one_key_it_is_one() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let (key, at) = (town.app.id(), MONDAY + 2 * HOUR);
        let first = town.books(&help(), at, &ada(), key).await;
        assert_eq!(town.books(&help(), at, &ada(), key).await, first);
        assert_eq!(town.books(&help(), at + HOUR, &ada(), key).await, first, "whatever else is asked for");
        let mut read = town.app.db.read().await.unwrap();
        let own = appointments::of_token(&mut read, &appointments::token(&town.app, key)).await.unwrap();
        assert_eq!(Answer::Booked(Box::new(own)), first);
        assert!(matches!(appointments::of_token(&mut read, "else").await, Err(Error::NotFound)));
    });
}

#[test]
fn what_is_called_off_can_be_booked_by_somebody_else() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let somali = Choice { speaks: "so".into(), ..help() };
        let at = MONDAY + 2 * HOUR;
        let booking = town.booked(&somali, at).await;
        assert_eq!((booking.seat.as_str(), booking.interpreter), ("Helper 2", false));
        assert_eq!(town.books(&somali, at, &ada(), town.app.id()).await, Answer::Gone, "there is one who speaks it");
        let mut tx = town.app.db.begin().await.unwrap();
        let off = appointments::cancel(&mut tx, &town.app, &Who::anyone(Lang::EN), booking).await.unwrap().unwrap();
        assert!(appointments::cancel(&mut tx, &town.app, &Who::anyone(Lang::EN), off).await.unwrap().is_none());
        tx.commit().await.unwrap();
        town.booked(&somali, at).await;
    });
}

#[test]
fn moved_it_frees_what_it_took_and_does_not_stand_in_its_own_way() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let somali = Choice { speaks: "so".into(), ..help() };
        let at = MONDAY + 2 * HOUR;
        let booking = town.booked(&somali, at).await;
        let (who, later) = (Who::anyone(Lang::EN), at + 15 * MINUTE);
        let mut tx = town.app.db.begin().await.unwrap();
        let answer = appointments::move_to(&mut tx, &town.app, &who, booking.clone(), later).await.unwrap();
        tx.commit().await.unwrap();
        let Answer::Booked(moved) = answer else { panic!("it overlaps itself alone") };
        assert_eq!((moved.start, moved.revision, moved.state), (later, 2, State::Booked));
        let mut tx = town.app.db.begin().await.unwrap();
        let stale = appointments::move_to(&mut tx, &town.app, &who, booking, at + HOUR).await;
        assert!(matches!(stale, Err(Error::Rerun)), "it was changed since it was read");
    });
}

#[test]
fn nothing_is_booked_outside_of_what_is_offered() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let gone = async |at: i64| town.books(&help(), at, &ada(), town.app.id()).await == Answer::Gone;
        assert!(gone(0).await && gone(i64::MAX).await && gone(i64::MIN).await, "no such time");
        assert!(gone(MONDAY + 2 * HOUR + MINUTE).await, "between two times");
        assert!(gone(MONDAY - 22 * HOUR).await, "yesterday");
        assert!(gone(MONDAY + 3 * 365 * 24 * HOUR).await, "in three years");
        town.clock.advance(90 * MINUTE);
        assert!(gone(MONDAY + 2 * HOUR).await, "in half an hour: too soon");
    });
}

#[test]
fn where_nobody_speaks_the_language_an_interpreter_is_asked_for() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let polish = Choice { speaks: "pl".into(), ..help() };
        assert!(town.booked(&polish, MONDAY + 2 * HOUR).await.interpreter);
    });
}
