//! The outbox: messages leave after their commit, wait for a provider, are tried again, and fail visibly.

use crate::{MONDAY, council, council_with, migrations, soon};
use kit::app::{App, Boxed};
use kit::clock::{Clock, DAY, HOUR, MINUTE, Micros, SECOND};
use kit::db::Db;
use kit::id::Id;
use kit::lang::Lang;
use kit::outbox::{self, Channel, Courier, Delivery, Kept, Message, Messenger, Outgoing, Providers};
use kit::testing::{each_database, on_sqlite};
use kit::{params, sql};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

sql!(STATE, "SELECT state FROM outbox_messages WHERE id = $1");
sql!(IN_HAND, "SELECT worker, attempts FROM outbox_messages WHERE id = $1");

pub(crate) async fn send(app: &App, message: Message) -> Id {
    let mut tx = app.db.begin().await.unwrap();
    let id = outbox::send(&mut tx, app, message).await.unwrap();
    tx.commit().await.unwrap();
    id
}

pub(crate) async fn kept(db: &Db, id: Id) -> Kept {
    let all = outbox::recent(&mut db.read().await.unwrap(), None, 1_000).await.unwrap();
    all.into_iter().find(|kept| kept.id == id).unwrap()
}

/// Waits until the message is in this state and nobody has it in hand.
pub(crate) async fn until(db: &Db, id: Id, state: &str) -> Kept {
    soon(state, async || Some(kept(db, id).await).filter(|message| message.state == state)).await
}

/// Waits until so many attempts have failed and written down why.
pub(crate) async fn until_failed_attempts(db: &Db, id: Id, attempts: u32) -> Kept {
    let failed = async || {
        // Both of one moment: between two looks it may have been taken for the next attempt.
        let row = db.read().await.unwrap().one(&IN_HAND, params![id]).await.unwrap();
        let (worker, tried): (Id, u32) = (row.get(0).unwrap(), row.get(1).unwrap());
        if tried != attempts || !worker.is_none() {
            return None;
        }
        Some(kept(db, id).await).filter(|message| !message.trouble.is_empty())
    };
    soon("a failed attempt", failed).await
}

/// Moves the clock forward until a message of this many attempts is tried once more.
pub(crate) async fn let_it_try_again(app: &App, id: Id, attempts: u32) {
    for _ in 0..40 {
        app.clock.advance(MINUTE);
        tokio::time::sleep(Duration::from_millis(30)).await;
        let message = kept(&app.db, id).await;
        if message.attempts > attempts || message.state != "waiting" {
            return;
        }
    }
    soon("another attempt", async || (kept(&app.db, id).await.attempts > attempts).then_some(())).await;
}

fn hello(lang: Lang) -> Message {
    Message::email(lang, "alice@residents.example", "Your report", "We have it.")
}

/// A provider that does as it is told and remembers what it was given.
#[derive(Default)]
struct Told {
    given: Mutex<Vec<(Id, String, Micros)>>,
    answer: Mutex<Option<Delivery>>,
    at_once: AtomicBool,
    running: Mutex<HashMap<Id, ()>>,
    millis: u64,
}

impl Messenger for Told {
    fn deliver<'a>(&'a self, message: &'a Outgoing) -> Boxed<'a, Delivery> {
        Box::pin(async move {
            self.given.lock().unwrap().push((message.id, message.message_id.clone(), message.made_at));
            if self.running.lock().unwrap().insert(message.id, ()).is_some() {
                self.at_once.store(true, Ordering::SeqCst);
            }
            tokio::time::sleep(Duration::from_millis(self.millis)).await;
            self.running.lock().unwrap().remove(&message.id);
            self.answer.lock().unwrap().clone().unwrap_or(Delivery::Sent)
        })
    }
}

fn by_email(provider: &Arc<Told>) -> Providers {
    Providers { email: Some(provider.clone()), ..Providers::default() }
}

#[test]
fn the_demo_shows_every_message_and_sends_none() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let case = app.id();
        let mail = hello(Lang::CY).about("case", case);
        let mut sent = Vec::new();
        for message in [
            mail,
            Message::text(Lang::EN, "07700 900123", "Your code is 123456").secret(MONDAY + 10 * MINUTE),
            Message::new(Channel::Letter, Lang::AR, "1 High Street\nEastmere", "قرار", "نص الرسالة"),
        ] {
            app.clock.advance(SECOND);
            sent.push(send(&app, message).await);
        }
        // Only now, or it would be done with the first before the clock has gone on for the last.
        let courier = Courier::start(&app, Providers::demo());
        for id in &sent {
            until(db, *id, "shown").await;
        }
        courier.stop().await;
        let mut read = db.read().await.unwrap();
        let page = outbox::recent(&mut read, None, 2).await.unwrap();
        assert_eq!(page.iter().map(|m| m.id).collect::<Vec<_>>(), [sent[2], sent[1]]);
        assert_eq!((page[0].channel, page[0].subject.as_str(), page[0].lang), (Channel::Letter, "قرار", Lang::AR));
        assert_eq!(page[1].text, "Your code is 123456", "the demo must show the code");
        let rest = outbox::recent(&mut read, Some(page[1].id), 2).await.unwrap();
        assert_eq!(rest.len(), 1);
        assert_eq!(rest[0].message_id, format!("<{}@eastmere.example>", sent[0]));
        assert_eq!((rest[0].about[0].id, rest[0].done_at), (case, Some(app.now())));
    });
}

#[test]
fn what_is_rolled_back_is_never_sent() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let told = Arc::new(Told::default());
        let courier = Courier::start(&app, by_email(&told));
        let mut tx = app.db.begin().await.unwrap();
        outbox::send(&mut tx, &app, hello(Lang::EN)).await.unwrap();
        drop(tx);
        let id = send(&app, hello(Lang::EN)).await;
        until(db, id, "sent").await;
        courier.stop().await;
        assert_eq!(told.given.lock().unwrap().len(), 1);
    });
}

#[test]
fn without_a_provider_messages_are_kept_in_sight_until_there_is_one() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let told = Arc::new(Told::default());
        let courier = Courier::start(&app, by_email(&told));
        let text = send(&app, Message::text(Lang::EN, "07700 900123", "Your bin is missed")).await;
        let message = until(db, text, "no-provider").await;
        assert!(message.trouble.contains("nobody delivers"), "{}", message.trouble);
        let mut read = db.read().await.unwrap();
        assert_eq!(outbox::counts(&mut read).await.unwrap(), outbox::Counts { no_provider: 1, ..Default::default() });
        drop(read);
        courier.stop().await;
        app.clock.advance(5 * DAY);
        let both = Providers { text: Some(told.clone()), ..by_email(&told) };
        let courier = Courier::start(&app, both);
        assert_eq!(until(db, text, "sent").await.text, "Your bin is missed");
        courier.stop().await;
    });
}

#[test]
fn a_code_leaves_while_it_is_good_or_never_and_is_kept_nowhere() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let told = Arc::new(Told::default());
        let code = |to: &str| match to.contains('@') {
            true => Message::email(Lang::EN, to, "Your code", "123456").secret(app.now() + 10 * MINUTE),
            false => Message::text(Lang::EN, to, "123456").secret(app.now() + 10 * MINUTE),
        };
        let late = send(&app, code("late@residents.example")).await;
        app.clock.advance(10 * MINUTE);
        let courier = Courier::start(&app, by_email(&told));
        let kept = until(db, late, "failed").await;
        assert_eq!((kept.text.as_str(), kept.trouble.contains("no longer good")), ("", true));
        let nobody = send(&app, code("07700 900123")).await;
        assert_eq!(until(db, nobody, "failed").await.text, "", "nobody carries texts");
        let good = send(&app, code("alice@residents.example")).await;
        assert_eq!(until(db, good, "sent").await.text, "", "a secret is blanked once a provider has taken it");
        courier.stop().await;
        assert_eq!(told.given.lock().unwrap().len(), 1);
    });
}

#[test]
fn an_attempt_that_fails_is_repeated_with_the_same_message_id_for_three_days() {
    on_sqlite(migrations(), async |db| {
        let app = council(db);
        let told = Arc::new(Told::default());
        *told.answer.lock().unwrap() = Some(Delivery::Later("the line is dead".into()));
        let courier = Courier::start(&app, by_email(&told));
        let id = send(&app, hello(Lang::EN)).await;
        let mut attempts = 0;
        let message = loop {
            attempts += 1;
            let message = until_failed_attempts(db, id, attempts).await;
            let over = app.now() + 15 * MINUTE - MONDAY > 3 * DAY && attempts >= 12;
            assert_eq!(message.state == "failed", over, "attempt {attempts}");
            if over {
                break message;
            }
            app.clock.advance(if attempts < 12 { 17 * MINUTE } else { DAY });
        };
        assert_eq!((message.state.as_str(), message.trouble.as_str()), ("failed", "the line is dead"));
        let tried_for = message.done_at.unwrap() - message.made_at;
        assert!((3 * DAY - HOUR..4 * DAY).contains(&tried_for), "{tried_for}");
        let given = told.given.lock().unwrap().clone();
        assert!(
            given.len() == attempts as usize
                && given.iter().all(|(_, message_id, at)| *message_id == message.message_id && *at == MONDAY)
        );
        courier.stop().await;
    });
}

#[test]
fn two_couriers_share_the_messages_and_never_one_message() {
    each_database(migrations(), async |db| {
        let told = Arc::new(Told { millis: 3, ..Told::default() });
        let app = council_with(db, Clock::System, 1);
        let other = council_with(&Db::open(db.options()).await.unwrap(), Clock::System, 2);
        let couriers = [Courier::start(&app, by_email(&told)), Courier::start(&other, by_email(&told))];
        let mut tx = app.db.begin().await.unwrap();
        for _ in 0..300 {
            outbox::send(&mut tx, &app, hello(Lang::EN)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let all_sent = async || {
            let counts = outbox::counts(&mut db.read().await.unwrap()).await.unwrap();
            (counts == outbox::Counts::default()).then_some(())
        };
        soon("the last delivery", all_sent).await;
        for courier in couriers {
            courier.stop().await;
        }
        let mut given: Vec<Id> = told.given.lock().unwrap().iter().map(|(id, ..)| *id).collect();
        assert_eq!(given.len(), 300, "each once when nobody dies");
        given.sort();
        given.dedup();
        assert_eq!(given.len(), 300);
        assert!(!told.at_once.load(Ordering::SeqCst));
    });
}

#[test]
fn a_message_whose_courier_died_is_delivered_after_the_lease() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let slow = Arc::new(Told { millis: 60_000, ..Told::default() });
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let (doomed, providers) = (council(&Db::open(db.options()).await.unwrap()), by_email(&slow));
        let id = send(&app, hello(Lang::EN)).await;
        runtime.spawn(async move { Courier::start(&doomed, providers) });
        soon("the first attempt", async || (!slow.given.lock().unwrap().is_empty()).then_some(())).await;
        runtime.shutdown_background();
        let quick = Arc::new(Told::default());
        let courier = Courier::start(&app, by_email(&quick));
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert!(quick.given.lock().unwrap().is_empty(), "the lease still holds");
        app.clock.advance(6 * MINUTE);
        until(db, id, "sent").await;
        courier.stop().await;
        let (first, second) = (slow.given.lock().unwrap()[0].clone(), quick.given.lock().unwrap()[0].clone());
        assert_eq!(first, second, "the same message, with the same Message-ID");
    });
}

#[test]
fn a_message_that_cannot_be_read_keeps_no_other_from_leaving() {
    each_database(migrations(), async |db| {
        let app = council(db);
        send(&app, hello(Lang::EN)).await;
        // As no version of this program writes it.
        db.maintain("UPDATE outbox_messages SET attempts = -5, due = due - 1").await.unwrap();
        let other = send(&app, hello(Lang::CY)).await;
        let courier = Courier::start(&app, Providers::demo());
        let left = async || {
            let row = db.read().await.unwrap().one(&STATE, params![other]).await.unwrap();
            (row.get::<String>(0).unwrap() == "shown").then_some(())
        };
        soon("the other message", left).await;
        courier.stop().await;
    });
}
