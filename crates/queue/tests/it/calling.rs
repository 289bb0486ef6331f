//! Who is called, and that exactly one desk calls each.

use crate::does;
use crate::town::{Town, officer};
use kit::clock::MINUTE;
use kit::testing::{each_database, repository_migrations};
use kit::{Error, Id};
use queue::{Join, State};
use std::collections::BTreeSet;

#[test]
fn fifty_desks_press_at_once_and_each_person_goes_to_one_of_them() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let officers: Vec<_> = (10..60u8).map(officer).collect();
        for (number, who) in (10..).zip(&officers) {
            assert!(town.sits(who, &number.to_string()).await);
        }
        let mut came = BTreeSet::new();
        for _ in 0..40 {
            came.insert(town.comes("housing").await.id);
        }
        let mut pressed = tokio::task::JoinSet::new();
        for who in officers {
            let (town, key) = (Town { app: town.app.clone(), clock: town.clock.clone() }, town.app.id());
            pressed.spawn(async move {
                // A second press of the same button in the same moment.
                let (once, twice) = tokio::join!(town.presses(&who, key), town.presses(&who, key));
                [once, twice].into_iter().flatten().collect::<Vec<_>>()
            });
        }
        let mut called = Vec::new();
        while let Some(done) = pressed.join_next().await {
            let done = done.unwrap();
            assert!(done.len() <= 1, "one press, one person");
            called.extend(done);
        }
        let ids: BTreeSet<Id> = called.iter().map(|visit| visit.id).collect();
        let desks: BTreeSet<&str> = called.iter().map(|visit| visit.desk.as_str()).collect();
        assert_eq!((called.len(), desks.len()), (40, 40), "everybody once, no desk twice");
        assert_eq!(ids, came);
    });
}

#[test]
fn two_nodes_do_not_give_one_person_to_two_desks() {
    each_database(repository_migrations(), async |db| {
        let (here, there) = (Town::node(db, 1), Town::node(db, 2));
        let (anna, ben) = (officer(1), officer(2));
        assert!(here.sits(&anna, "10").await && here.sits(&ben, "11").await);
        for _ in 0..20 {
            let only = here.comes("housing").await;
            let (keys, nobody) = ([here.app.id(), here.app.id()], None::<Id>);
            let (one, other) = tokio::join!(here.presses(&anna, keys[0]), there.presses(&ben, keys[1]));
            let got: Vec<Option<Id>> = [&one, &other].map(|visit| visit.as_ref().map(|visit| visit.id)).into();
            assert!(got.contains(&Some(only.id)) && got.contains(&nobody), "{got:?}");
            let who = if one.is_some() { &anna } else { &ben };
            does!(here, |tx| queue::act::no_show(tx, &here.app, who, only.id)).unwrap();
        }
    });
}

#[test]
fn the_rule_says_who_is_next_and_a_desk_sees_whom_it_can() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let (anna, ben) = (officer(1), officer(2));
        assert!(town.sits(&anna, "1").await && town.sits(&ben, "Room 1").await);
        let housing = town.comes("housing").await;
        let parking = town.comes("parking").await;
        let danger = Join { need: "in-danger".into(), ..town.asks("housing") };
        let danger = town.joins(&danger).await;
        assert_eq!(town.calls(&anna).await.unwrap().id, parking.id, "desk 1 does no housing");
        assert_eq!(town.calls(&ben).await.unwrap().id, danger.id);
        does!(town, |tx| queue::act::no_show(tx, &town.app, &ben, danger.id)).unwrap();
        assert_eq!(town.calls(&ben).await.unwrap().id, housing.id);
        assert!(town.calls(&ben).await.is_none(), "somebody is at the desk");
        assert!(town.calls(&anna).await.is_none());
    });
}

#[test]
fn nobody_is_passed_over_more_often_than_the_site_publishes() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let ben = officer(2);
        assert!(town.sits(&ben, "Room 1").await);
        let patient = town.comes("housing").await;
        let places = town.hall().rule.places;
        for _ in 0..places + 3 {
            town.clock.advance(MINUTE);
            town.joins(&Join { need: "in-danger".into(), ..town.asks("housing") }).await;
        }
        for turn in 0..=places {
            let called = town.calls(&ben).await.unwrap();
            assert_eq!(called.id == patient.id, turn == places, "{turn}");
            does!(town, |tx| queue::act::no_show(tx, &town.app, &ben, called.id)).unwrap();
        }
    });
}

#[test]
fn a_desk_has_one_officer_and_an_officer_one_desk() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let (anna, ben) = (officer(1), officer(2));
        assert!(town.sits(&anna, "1").await && town.sits(&anna, "1").await);
        assert!(!town.sits(&ben, "1").await, "somebody sits there");
        assert!(town.sits(&anna, "2").await, "she moves");
        assert!(town.sits(&ben, "1").await);
        let one = town.comes("parking").await;
        assert_eq!(town.calls(&anna).await.unwrap().id, one.id);
        assert!(!town.sits(&anna, "3").await, "not while somebody is on the way to her");
        does!(town, |tx| queue::seat::pause(tx, &town.app, &ben, true)).unwrap();
        town.comes("parking").await;
        assert!(town.calls(&ben).await.is_none(), "he is on a break");
        let stranger = does!(town, |tx| queue::act::recall(tx, &town.app, &ben, one.id));
        assert!(matches!(stranger, Err(Error::Changed)), "she is not at his desk");
        assert_eq!(town.visit(one.id).await.state, State::Called);
    });
}
