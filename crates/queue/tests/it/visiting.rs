//! One visit from the door to its end.

use crate::does;
use crate::town::{TUESDAY, Town, officer};
use kit::clock::{DAY, MINUTE};
use kit::testing::{each_database, repository_migrations};
use kit::{App, Error};
use queue::{Join, State, act};
use std::collections::BTreeSet;

#[test]
fn a_ticket_asked_for_twice_is_one_ticket() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let asks = town.asks("housing");
        let (one, again) = tokio::join!(town.joins(&asks), town.joins(&asks));
        assert_eq!((&one.ticket, one.id), (&again.ticket, again.id));
        let token = queue::token(&town.app, asks.key);
        let mut read = town.app.db.read().await.unwrap();
        assert_eq!(queue::of_token(&mut read, &token).await.unwrap().id, one.id);
        let other = queue::of_token(&mut read, &queue::token(&town.app, town.app.id())).await;
        assert!(matches!(other, Err(Error::NotFound)));
    });
}

#[test]
fn no_number_is_given_twice_and_the_next_day_begins_at_one() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let nodes = [Town::node(db, 1), Town::node(db, 2)];
        let mut asked = tokio::task::JoinSet::new();
        for number in 0..30 {
            let town = &nodes[number % 2];
            let (town, asks) = (Town { app: town.app.clone(), clock: town.clock.clone() }, town.asks("parking"));
            asked.spawn(async move { town.joins(&asks).await.ticket });
        }
        let tickets: BTreeSet<String> = asked.join_all().await.into_iter().collect();
        let wanted: BTreeSet<String> = (1..=30).map(|number| format!("P{number:03}")).collect();
        assert_eq!(tickets, wanted);
        town.clock.advance(DAY);
        assert_eq!(town.comes("parking").await.ticket, "P001");
    });
}

#[test]
fn the_clock_starts_at_the_door_and_stops_when_somebody_able_begins() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let anna = officer(1);
        assert!(town.sits(&anna, "3").await);
        town.clock.advance(10 * MINUTE);
        let came = Join { came: Some(TUESDAY + 4 * MINUTE), ..town.asks("housing") };
        let visit = town.joins(&came).await;
        assert_eq!((visit.came, visit.joined), (TUESDAY + 4 * MINUTE, TUESDAY + 10 * MINUTE));
        town.clock.advance(5 * MINUTE);
        town.calls(&anna).await.unwrap();
        assert_eq!(town.visit(visit.id).await.began, 0, "a call does not stop it");
        let contact = does!(town, |tx| act::begin(tx, &town.app, &anna, visit.id)).unwrap();
        let again = does!(town, |tx| act::begin(tx, &town.app, &anna, visit.id)).unwrap();
        assert_eq!(contact, again, "pressed twice it is one contact");
        let seen = town.visit(visit.id).await;
        assert_eq!(seen.waited(town.app.now() + DAY) / MINUTE, 11);
        assert!(does!(town, |tx| act::finished(tx, &town.app, &anna, contact, "answered")).unwrap());
        let done = town.visit(visit.id).await;
        assert_eq!((done.state, done.outcome.as_str(), done.waited(0)), (State::Done, "answered", seen.waited(0)));
        assert!(does!(town, |tx| act::finished(tx, &town.app, &anna, contact, "answered")).unwrap());
        let kinds = town.happened(visit.id).await;
        assert_eq!(kinds, ["visit.joined", "visit.called", "visit.began", "visit.finished"]);
        assert!(town.calls(&anna).await.is_none() && town.comes("housing").await.ticket == "H002");
        assert!(town.calls(&anna).await.is_some(), "the desk is free");
    });
}

#[test]
fn somebody_passed_on_keeps_number_and_place() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let (anna, ben) = (officer(1), officer(2));
        assert!(town.sits(&anna, "1").await && town.sits(&ben, "4").await);
        let first = town.comes("parking").await;
        let second = town.comes("housing").await;
        town.calls(&anna).await.unwrap();
        does!(town, |tx| act::begin(tx, &town.app, &anna, first.id)).unwrap();
        does!(town, |tx| act::transfer(tx, &town.app, &anna, first.id, "housing")).unwrap();
        let called = town.calls(&ben).await.unwrap();
        assert_eq!((called.id, called.ticket.as_str()), (first.id, "P001"), "they came first");
        does!(town, |tx| act::park(tx, &town.app, &ben, first.id)).unwrap();
        assert_eq!(town.calls(&ben).await.unwrap().id, second.id, "the desk was free for the next");
        let busy = does!(town, |tx| queue::call::this(tx, &town.app, &ben, first.id));
        assert!(matches!(busy, Err(Error::Changed)));
        does!(town, |tx| act::no_show(tx, &town.app, &ben, second.id)).unwrap();
        does!(town, |tx| queue::call::this(tx, &town.app, &ben, first.id)).unwrap();
        let now = town.visit(first.id).await;
        assert_eq!((now.state, now.desk.as_str(), now.first_desk.as_str(), now.calls), (State::Called, "4", "1", 3));
    });
}

#[test]
fn a_family_is_seen_together_and_who_comes_back_waits_on() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let anna = officer(1);
        assert!(town.sits(&anna, "3").await);
        let (mother, child) = (town.comes("housing").await, town.comes("housing").await);
        let late = town.comes("housing").await;
        town.calls(&anna).await.unwrap();
        does!(town, |tx| act::merge(tx, &town.app, &anna, child.id, mother.id)).unwrap();
        let merged = town.visit(child.id).await;
        assert_eq!((merged.state, merged.family), (State::Merged, Some(mother.id)));
        let twice = does!(town, |tx| act::merge(tx, &town.app, &anna, child.id, mother.id));
        assert!(matches!(twice, Err(Error::Changed)));
        does!(town, |tx| act::no_show(tx, &town.app, &anna, mother.id)).unwrap();
        assert_eq!(town.calls(&anna).await.unwrap().id, late.id);
        does!(town, |tx| act::back(tx, &town.app, &anna, mother.id)).unwrap();
        does!(town, |tx| act::no_show(tx, &town.app, &anna, late.id)).unwrap();
        let called = town.calls(&anna).await.unwrap();
        assert_eq!((called.id, called.came, called.first_called < called.called), (mother.id, mother.came, true));
    });
}

#[test]
fn who_is_triaged_anew_has_another_place_at_once() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let anna = officer(1);
        assert!(town.sits(&anna, "3").await);
        let (one, other) = (town.comes("housing").await, town.comes("parking").await);
        does!(town, |tx| act::triage(tx, &town.app, &anna, other.id, "housing", "cannot-wait-long")).unwrap();
        let unknown = does!(town, |tx| act::triage(tx, &town.app, &anna, one.id, "housing", "richer"));
        assert!(matches!(unknown, Err(Error::BadRequest(_))));
        assert_eq!(town.calls(&anna).await.unwrap().id, other.id);
        let gone = does!(town, |tx| act::triage(tx, &town.app, &anna, other.id, "housing", ""));
        assert!(matches!(gone, Err(Error::Changed)), "they are at a desk");
    });
}

#[test]
fn who_leaves_is_called_no_more() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let anna = officer(1);
        assert!(town.sits(&anna, "3").await);
        let mut one = town.comes("housing").await;
        let app: &App = &town.app;
        does!(town, |tx| act::leave(tx, app, &kit::who::Who::anyone(kit::Lang::EN), &mut one)).unwrap();
        assert!(town.calls(&anna).await.is_none());
        let left = town.visit(one.id).await;
        assert_eq!((left.state, left.outcome.as_str()), (State::Left, queue::GAVE_UP));
    });
}

#[test]
fn who_is_seen_to_have_gone_counts_as_turned_away_and_may_come_back() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let (anna, stranger) = (officer(1), kit::who::Who::anyone(kit::Lang::EN));
        let one = town.comes("housing").await;
        let refused = does!(town, |tx| act::walked_out(tx, &town.app, &stranger, one.id));
        assert!(matches!(refused, Err(Error::SignIn)));
        does!(town, |tx| act::walked_out(tx, &town.app, &anna, one.id)).unwrap();
        let left = town.visit(one.id).await;
        assert_eq!((left.state, left.outcome.as_str()), (State::Left, queue::TURNED_AWAY));
        does!(town, |tx| act::back(tx, &town.app, &anna, one.id)).unwrap();
        let back = town.visit(one.id).await;
        assert_eq!((back.state, back.outcome.as_str(), back.came), (State::Waiting, "", one.came));
    });
}

#[test]
fn a_mark_stays_with_the_visit_also_where_the_first_answer_was_lost() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let asks = town.asks("housing");
        let given = town.joins(&asks).await;
        let marked = Join { mark: "H-7K".into(), came: Some(TUESDAY), ..asks };
        let (one, again) = tokio::join!(town.joins(&marked), town.joins(&marked));
        assert_eq!((one.id, again.id), (given.id, given.id));
        let other = town.joins(&Join { mark: "H-9M".into(), ..marked }).await;
        assert_eq!((other.mark.as_str(), other.came), ("H-7K", given.came), "nothing that was given changes");
    });
}
