//! A text when the turn is near: one, to who asked for it, and nothing of it is left afterwards.

use crate::does;
use crate::town::{Town, officer};
use kit::clock::{DAY, MINUTE};
use kit::outbox::{self, Channel, Kept};
use kit::testing::{each_database, repository_migrations};
use kit::who::Who;
use kit::{Id, Lang, params, sql};
use queue::{State, Visit, act, tell_near, wipe};

const NUMBER: &str = "+447700900123";

sql!(ARRIVES, "UPDATE outbox_messages SET state = 'sent', done_at = made_at, text = '' WHERE recipient = $1");

async fn sent(town: &Town) -> Vec<Kept> {
    outbox::recent(&mut town.app.db.read().await.unwrap(), None, 50).await.unwrap()
}

async fn asks_for_a_text(town: &Town, id: Id, phone: &str) -> kit::Result<()> {
    let mut visit = town.visit(id).await;
    does!(town, |tx| act::text_to(tx, &town.app, &Who::anyone(Lang::EN), &mut visit, phone))
}

/// A desk that is open, so many who came before them, and somebody who wants a text.
async fn after(town: &Town, before: usize) -> Visit {
    assert!(town.sits(&officer(1), "4").await);
    for _ in 0..before {
        town.comes("housing").await;
    }
    let visit = town.comes("housing").await;
    asks_for_a_text(town, visit.id, NUMBER).await.unwrap();
    visit
}

async fn one_less(town: &Town) {
    let anna = officer(1);
    let called = town.calls(&anna).await.unwrap();
    does!(town, |tx| act::no_show(tx, &town.app, &anna, called.id)).unwrap();
}

#[test]
fn one_text_leaves_when_the_turn_is_near_and_the_number_goes_with_it() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let visit = after(&town, 3).await;
        assert_eq!(tell_near(&town.app).await.unwrap(), 0, "three are before them, of eighteen minutes each");
        one_less(&town).await;
        assert_eq!(tell_near(&town.app).await.unwrap(), 0);
        one_less(&town).await;
        assert_eq!(tell_near(&town.app).await.unwrap(), 1);
        let (told, texts) = (town.visit(visit.id).await, sent(&town).await);
        assert_eq!((told.told_near, told.phone.as_str()), (town.app.now(), ""));
        assert_eq!((texts.len(), texts[0].channel, texts[0].to.as_str()), (1, Channel::Text, NUMBER));
        let wanted = format!("ticket {}, Town Hall. Your turn is near. Please come now.", visit.ticket);
        assert!(texts[0].text.ends_with(&wanted), "{}", texts[0].text);
        town.clock.advance(MINUTE);
        assert_eq!(tell_near(&town.app).await.unwrap(), 0);
        assert!(asks_for_a_text(&town, visit.id, NUMBER).await.is_err(), "it was sent");
        assert_eq!(sent(&town).await.len(), 1);
        let happened = town.happened(visit.id).await;
        assert_eq!(happened, ["visit.joined", "visit.text-asked", "visit.told-near"]);
    });
}

#[test]
fn two_nodes_that_look_at_one_moment_send_one_text() {
    each_database(repository_migrations(), async |db| {
        let (here, there) = (Town::node(db, 1), Town::node(db, 2));
        for _ in 0..10 {
            let visit = here.comes("housing").await;
            assert!(here.sits(&officer(1), "4").await);
            asks_for_a_text(&here, visit.id, NUMBER).await.unwrap();
            let before = sent(&here).await.len();
            let (one, other) = tokio::join!(tell_near(&here.app), tell_near(&there.app));
            let told = one.unwrap() + other.unwrap();
            assert_eq!((told, sent(&here).await.len() - before), (1, 1));
            here.calls(&officer(1)).await.unwrap();
            does!(here, |tx| act::no_show(tx, &here.app, &officer(1), visit.id)).unwrap();
        }
    });
}

#[test]
fn nobody_is_told_who_took_the_number_back_stepped_out_for_long_or_cannot_be_seen_now() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let alone = town.comes("housing").await;
        asks_for_a_text(&town, alone.id, NUMBER).await.unwrap();
        assert_eq!(tell_near(&town.app).await.unwrap(), 0, "no desk is open");
        assert!(town.sits(&officer(1), "4").await);
        let mut out = town.visit(alone.id).await;
        does!(town, |tx| act::step_out(tx, &town.app, &Who::anyone(Lang::EN), &mut out, 20)).unwrap();
        assert_eq!(tell_near(&town.app).await.unwrap(), 0, "they are not called for twenty minutes");
        asks_for_a_text(&town, alone.id, "").await.unwrap();
        town.clock.advance(16 * MINUTE);
        assert_eq!(tell_near(&town.app).await.unwrap(), 0, "they took it back");
        asks_for_a_text(&town, alone.id, NUMBER).await.unwrap();
        assert_eq!(tell_near(&town.app).await.unwrap(), 1, "they said they would be back in less than five minutes");
        let happened = town.happened(alone.id).await;
        assert_eq!(happened.iter().filter(|kind| *kind == "visit.text-dropped").count(), 1);
    });
}

#[test]
fn the_text_is_deleted_when_the_visit_is_over_and_a_number_with_its_day() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db);
        let anna = officer(1);
        let visit = after(&town, 0).await;
        let waits = town.comes("parking").await;
        asks_for_a_text(&town, waits.id, NUMBER).await.unwrap();
        assert_eq!(tell_near(&town.app).await.unwrap(), 1);
        assert_eq!(wipe(&town.app).await.unwrap(), 0, "they wait, and the other wants a text still");
        town.calls(&anna).await.unwrap();
        does!(town, |tx| act::no_show(tx, &town.app, &anna, visit.id)).unwrap();
        assert_eq!(wipe(&town.app).await.unwrap(), 0, "it is on its way");
        let mut tx = db.begin().await.unwrap();
        assert_eq!(tx.exec(&ARRIVES, params![NUMBER]).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(wipe(&town.app).await.unwrap(), 1);
        assert!(sent(&town).await.is_empty());
        let over = town.visit(visit.id).await;
        assert_eq!((over.message, over.state, over.told_near > 0), (None, State::NoShow, true));
        assert_eq!(town.visit(waits.id).await.phone, NUMBER);
        town.clock.advance(DAY);
        assert_eq!(wipe(&town.app).await.unwrap(), 1);
        assert_eq!((town.visit(waits.id).await.phone.as_str(), wipe(&town.app).await.unwrap()), ("", 0));
        assert_eq!(tell_near(&town.app).await.unwrap(), 0);
    });
}
