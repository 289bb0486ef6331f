//! What everybody may see of a site: numbers and desks, read once a change.

use crate::does;
use crate::town::{Town, officer};
use kit::clock::{DAY, MINUTE, SECOND};
use kit::testing::{each_database, repository_migrations};
use queue::{Board, Join, Live, Shown, act};
use std::sync::Arc;

async fn board(town: &Town, seen: u64) -> Arc<Board> {
    town.app.part::<Shown>().unwrap().of(&town.app, town.hall(), seen).await.unwrap()
}

/// Something has changed, as the journal would say.
fn ring(town: &Town, place: u64) {
    town.app.part::<Live>().unwrap().ring("town-hall", place);
}

fn said(board: &Board) -> Vec<String> {
    let one = |call: &queue::Call| format!("{} {}{}", call.ticket, if call.room { "room " } else { "" }, call.desk);
    board.calls.iter().map(one).collect()
}

#[test]
fn a_number_called_again_stands_first_again_and_one_who_came_goes_to_the_last() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let (anna, ben) = (officer(1), officer(2));
        assert!(town.sits(&anna, "3").await && town.sits(&ben, "Room 1").await);
        let (first, second) = (town.comes("housing").await, town.comes("housing").await);
        town.calls(&anna).await.unwrap();
        town.calls(&ben).await.unwrap();
        ring(&town, 1);
        assert_eq!(said(&*board(&town, 0).await), ["H002 room 1", "H001 3"]);
        does!(town, |tx| act::recall(tx, &town.app, &anna, first.id)).unwrap();
        ring(&town, 2);
        assert_eq!(said(&*board(&town, 0).await), ["H001 3", "H002 room 1"]);
        does!(town, |tx| act::begin(tx, &town.app, &ben, second.id)).unwrap();
        ring(&town, 3);
        let now = board(&town, 0).await;
        assert_eq!((said(&now), now.last[0].ticket.as_str()), (vec!["H001 3".to_owned()], "H002"));
        does!(town, |tx| act::transfer(tx, &town.app, &ben, second.id, "parking")).unwrap();
        ring(&town, 4);
        assert!(board(&town, 0).await.last.is_empty(), "they wait for another call");
        town.clock.advance(DAY);
        assert!(said(&*board(&town, 0).await).is_empty(), "that was yesterday");
    });
}

#[test]
fn nothing_of_whoever_is_called_is_shown_but_the_number_and_the_desk() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let ben = officer(2);
        assert!(town.sits(&ben, "Room 1").await);
        let asks = Join {
            need: "in-danger".into(),
            initials: "QZX".into(),
            phone: "07700 900123".into(),
            lang: "so".into(),
            ..town.asks("housing")
        };
        town.joins(&asks).await;
        let danger = town.calls(&ben).await.unwrap();
        ring(&town, 1);
        let in_danger = format!("{:?}", board(&town, 0).await);
        for hidden in ["QZX", "danger", "900123", "housing", "so\"", "Olu", &danger.id.to_string()] {
            assert!(!in_danger.contains(hidden), "{hidden} in {in_danger}");
        }
        // Like anybody else's, but for the number and the time.
        let shape = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "0");
        does!(town, |tx| act::no_show(tx, &town.app, &ben, danger.id)).unwrap();
        town.comes("housing").await;
        town.calls(&ben).await.unwrap();
        ring(&town, 2);
        let (one, other) = (&board(&town, 0).await.calls, in_danger);
        assert!(shape(&other).contains(shape(&format!("{one:?}")).as_str()), "{one:?} {other}");
    });
}

#[test]
fn a_change_is_read_once_for_all_who_watch() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let reads = || town.app.part::<Shown>().unwrap().reads();
        for change in 1..=5 {
            ring(&town, change);
            let mut watching = tokio::task::JoinSet::new();
            for _ in 0..500 {
                let town = Town { app: town.app.clone(), clock: town.clock.clone() };
                watching.spawn(async move { board(&town, 0).await.version });
            }
            assert_eq!(watching.join_all().await, [change; 500]);
            assert_eq!(reads(), change);
        }
    });
}

#[test]
fn whoever_has_heard_of_a_change_elsewhere_is_not_shown_what_was_before() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let anna = officer(1);
        assert!(town.sits(&anna, "3").await);
        town.comes("housing").await;
        assert!(board(&town, 0).await.calls.is_empty());
        // Another node called, and this one has not heard of it.
        town.presses(&anna, town.app.id()).await.unwrap();
        assert!(board(&town, 0).await.calls.is_empty());
        assert_eq!(said(&*board(&town, 9).await), ["H001 3"]);
        town.clock.advance(MINUTE + SECOND);
        assert_eq!(said(&*board(&town, 0).await), ["H001 3"], "nothing is believed for long");
    });
}
