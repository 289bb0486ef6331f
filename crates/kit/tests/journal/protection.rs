//! Holds, looks and what was sent to whom: what erasing and access requests stand on.

use crate::outbox::send;
use crate::{MONDAY, council, migrations};
use kit::clock::{DAY, MINUTE};
use kit::facts::{self, Subject};
use kit::lang::Lang;
use kit::outbox::{self, Channel, Message};
use kit::testing::each_database;
use kit::who::{Person, Staff, Who};
use kit::{Id, holds, looks};

fn sam() -> Who {
    let staff = Staff { id: Id([5; 16]), name: "Sam Sample".into(), roles: Vec::new(), teams: Vec::new() };
    Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) }
}

#[test]
fn one_hold_stands_at_a_time_and_whoever_comes_second_is_told() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (on, other) = (Subject::new("case", app.id()), Subject::new("case", app.id()));
        let first = app.id();
        app.clock.advance(MINUTE);
        let second = app.id();
        let mut tx = app.db.begin().await.unwrap();
        assert!(holds::set(&mut tx, &app, &sam(), first, &on, ("Claim 7", MONDAY + DAY)).await.unwrap());
        assert!(
            !holds::set(&mut tx, &app, &sam(), first, &on, ("Claim 7", MONDAY + DAY)).await.unwrap(),
            "pressed twice"
        );
        assert!(!holds::set(&mut tx, &app, &sam(), second, &on, ("Audit", MONDAY)).await.unwrap(), "one stands");
        let standing = holds::standing(&mut tx, &on).await.unwrap().unwrap();
        assert_eq!((standing.id, standing.reason.as_str(), standing.made_by), (first, "Claim 7", Id([5; 16])));
        assert_eq!(holds::any(&mut tx, &[other.clone(), on.clone()]).await.unwrap(), Some(standing));
        assert_eq!(holds::any(&mut tx, std::slice::from_ref(&other)).await.unwrap(), None);
        assert!(!holds::end(&mut tx, &app, &sam(), first, &other).await.unwrap(), "that is on something else");
        assert!(holds::end(&mut tx, &app, &sam(), first, &on).await.unwrap());
        assert!(!holds::end(&mut tx, &app, &sam(), first, &on).await.unwrap(), "it was ended before");
        assert!(holds::set(&mut tx, &app, &sam(), second, &on, ("Audit", MONDAY)).await.unwrap(), "another may follow");
        tx.commit().await.unwrap();
        let all = holds::of(&mut db.read().await.unwrap(), &on).await.unwrap();
        let told: Vec<_> = all.iter().map(|hold| (hold.reason.as_str(), hold.ended_at.is_some())).collect();
        assert_eq!(told, [("Claim 7", true), ("Audit", false)]);
    });
}

#[test]
fn looks_at_one_thing_come_newest_first_page_by_page() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (on, other) = (app.id(), app.id());
        let mut tx = app.db.begin().await.unwrap();
        for purpose in ["case", "note", "close"] {
            app.clock.advance(MINUTE);
            looks::record(&mut tx, &app, &sam(), "case", on, purpose).await.unwrap();
            looks::record(&mut tx, &app, &sam(), "case", other, "case").await.unwrap();
            looks::record(&mut tx, &app, &Who::system(), "case", on, "nobody looked").await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut read = db.read().await.unwrap();
        let subject = Subject::new("case", on);
        let some = looks::at(&mut read, &subject, None, 2).await.unwrap();
        let rest = looks::at(&mut read, &subject, some.last().map(|look| look.id), 2).await.unwrap();
        let purposes: Vec<_> = some.iter().chain(&rest).map(|look| look.purpose.as_str()).collect();
        assert_eq!(purposes, ["close", "note", "case"]);
        assert_eq!((rest[0].at, rest[0].staff), (MONDAY + MINUTE, Id([5; 16])));
    });
}

#[test]
fn what_was_sent_to_somebody_is_found_by_account_and_address_once_and_erased() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (ada, ben) = (app.id(), app.id());
        let mail = |to: &str, text: &str| Message::email(Lang::EN, to, "Hello", text);
        send(&app, mail("ada@a.example", "both ways").about("resident", ada)).await;
        app.clock.advance(MINUTE);
        send(&app, mail("old@a.example", "the old address").about("resident", ada)).await;
        app.clock.advance(MINUTE);
        send(&app, mail("ada@a.example", "without the account")).await;
        app.clock.advance(MINUTE);
        send(&app, mail("ada@a.example", "your code is 123456").secret(MONDAY + DAY)).await;
        send(&app, mail("ben@b.example", "for somebody else").about("resident", ben)).await;
        let addresses = ["ada@a.example".to_owned()];
        let texts = async || {
            let sent = outbox::to_person(&mut db.read().await.unwrap(), ada, &addresses).await.unwrap();
            sent.into_iter().map(|past| past.text).collect::<Vec<_>>()
        };
        assert_eq!(
            texts().await,
            ["both ways", "the old address", "without the account", ""],
            "a code is not repeated"
        );
        let erase = async || {
            let mut tx = app.db.begin().await.unwrap();
            let gone = outbox::erase_to(&mut tx, ada, &addresses).await.unwrap();
            tx.commit().await.unwrap();
            gone
        };
        assert_eq!(erase().await, 0, "what is on its way gets there first");
        db.maintain("UPDATE outbox_messages SET state = 'sent', done_at = 5").await.unwrap();
        assert_eq!(erase().await, 4);
        assert_eq!(texts().await, Vec::<String>::new());
        let theirs = outbox::to_person(&mut db.read().await.unwrap(), ben, &[]).await.unwrap();
        assert_eq!(theirs.len(), 1, "somebody else's stays");
        // What nobody carries goes too: it would leave when somebody does.
        send(
            &app,
            Message::new(Channel::Letter, Lang::EN, "1 Sample Street", "Hello", "stranded").about("resident", ada),
        )
        .await;
        db.maintain("UPDATE outbox_messages SET state = 'no-provider' WHERE text = 'stranded'").await.unwrap();
        assert_eq!(erase().await, 1);
    });
}

#[test]
fn what_waits_for_somebody_who_died_never_leaves() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (ada, ben) = (app.id(), app.id());
        let mail = |to: &str, text: &str| Message::email(Lang::EN, to, "Hello", text);
        send(&app, mail("ada@a.example", "waits").about("resident", ada)).await;
        send(&app, mail("ada@a.example", "your code is 123456").secret(MONDAY + DAY).about("resident", ada)).await;
        send(
            &app,
            Message::new(Channel::Letter, Lang::EN, "1 Sample Street", "Hello", "stranded").about("resident", ada),
        )
        .await;
        db.maintain("UPDATE outbox_messages SET state = 'no-provider' WHERE text = 'stranded'").await.unwrap();
        send(&app, mail("ben@b.example", "for somebody else").about("resident", ben)).await;
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(outbox::end_to(&mut tx, ada, app.now(), "they died").await.unwrap(), 3);
        tx.commit().await.unwrap();
        let all = outbox::recent(&mut db.read().await.unwrap(), None, 10).await.unwrap();
        let mut states: Vec<_> = all.iter().map(|kept| (kept.text.as_str(), kept.state.as_str())).collect();
        states.sort_unstable();
        let wanted = [("", "failed"), ("for somebody else", "waiting"), ("stranded", "failed"), ("waits", "failed")];
        assert_eq!(states, wanted);
    });
}

#[test]
fn letters_that_wait_for_a_home_nobody_writes_to_end_and_what_they_were_about_says_so() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (ada, ben, case) = (app.id(), app.id(), app.id());
        for (whose, text) in [(ada, "a letter"), (ada, "stranded"), (ben, "to ben")] {
            let letter = Message::new(Channel::Letter, Lang::EN, "1 Sample Street", "Hello", text);
            send(&app, letter.about("case", case).about("resident", whose)).await;
        }
        send(&app, Message::email(Lang::EN, "ada@a.example", "Hello", "a mail").about("resident", ada)).await;
        db.maintain("UPDATE outbox_messages SET state = 'no-provider' WHERE text = 'stranded'").await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        outbox::end_letters_to(&mut tx, &app, ada, "nobody writes there").await.unwrap();
        tx.commit().await.unwrap();
        let mut read = db.read().await.unwrap();
        let all = outbox::recent(&mut read, None, 10).await.unwrap();
        let mut states: Vec<_> = all.iter().map(|kept| (kept.text.as_str(), kept.state.as_str())).collect();
        states.sort_unstable();
        let wanted = [("a letter", "failed"), ("a mail", "waiting"), ("stranded", "failed"), ("to ben", "waiting")];
        assert_eq!(states, wanted);
        let told = facts::timeline(&mut read, &[Subject::new("case", case)], None, 10).await.unwrap();
        assert_eq!(told.iter().map(|fact| fact.kind.as_str()).collect::<Vec<_>>(), ["message.failed"; 2]);
    });
}

#[test]
fn messages_are_cleared_after_their_time_and_a_letter_nobody_carries_too() {
    each_database(migrations(), async |db| {
        let app = council(db);
        for to in ["done@a.example", "waits@a.example", "young@a.example"] {
            app.clock.advance(MINUTE);
            send(&app, Message::email(Lang::EN, to, "Hello", "Hello")).await;
        }
        send(&app, Message::new(Channel::Letter, Lang::EN, "1 Sample Street", "Hello", "Hello")).await;
        let state = |to: &str, set: &str| format!("UPDATE outbox_messages SET {set} WHERE recipient = '{to}'");
        db.maintain(&state("done@a.example", &format!("state = 'sent', done_at = {MONDAY}"))).await.unwrap();
        let young = MONDAY + 2 * DAY;
        db.maintain(&state("young@a.example", &format!("state = 'failed', done_at = {young}"))).await.unwrap();
        db.maintain(&state("1 Sample Street", "state = 'no-provider'")).await.unwrap();
        let sweep = async |before| {
            let mut tx = app.db.begin().await.unwrap();
            let gone = outbox::sweep(&mut tx, before).await.unwrap();
            tx.commit().await.unwrap();
            gone
        };
        assert_eq!(sweep(MONDAY).await, 0);
        assert_eq!(sweep(MONDAY + DAY).await, 2);
        let left = outbox::recent(&mut db.read().await.unwrap(), None, 10).await.unwrap();
        let left: Vec<_> = left.iter().map(|kept| kept.to.as_str()).collect();
        assert_eq!(left, ["young@a.example", "waits@a.example"]);
    });
}
