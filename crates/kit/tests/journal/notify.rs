//! Text messages, letters and emails through GOV.UK Notify: our double of it is tried by the official client first, then our
//! own way through it, with every error its documentation names.

use crate::outbox::{kept, let_it_try_again, send, until, until_failed_attempts};
use crate::{council, council_with, migrations};
use kit::app::App;
use kit::clock::{Clock, MINUTE};
use kit::facts::{self, Subject};
use kit::notify::{NOT_KNOWN, Notify, NotifyConfig, RETURNED, Templates};
use kit::outbox::{self, Channel, Courier, Message, Providers};
use kit::testing::notify::{Double, EMAIL, Fault, LETTER, LETTER_LARGE, TEXT, key};
use kit::testing::{each_database, on_sqlite, python};
use kit::{Id, Lang};
use serde_json::json;
use std::process::Command;
use std::sync::Arc;

const CASE: Id = Id([5; 16]);

/// Our side of it, with the key in a file.
fn notify(double: &Double, clock: Clock) -> Arc<Notify> {
    let folder = tempfile::tempdir().unwrap();
    let (key_file, callback) = (folder.path().join("notify.key"), folder.path().join("callback.token"));
    std::fs::write(&key_file, format!("{}\n", key())).unwrap();
    std::fs::write(&callback, "a token agreed on\n").unwrap();
    let id = |id: &str| Some(id.to_owned());
    let templates = Templates { email: id(EMAIL), text: id(TEXT), letter: id(LETTER), letter_large: id(LETTER_LARGE) };
    let origin = double.url().to_owned();
    let config = NotifyConfig { key_file, origin, callback_file: Some(callback), templates };
    Arc::new(Notify::new(&config, clock).unwrap())
}

fn providers(notify: &Arc<Notify>) -> Providers {
    Providers { email: Some(notify.clone()), text: Some(notify.clone()), letter: Some(notify.clone()) }
}

fn hello() -> Message {
    Message::text(Lang::EN, "+447700900123", "Your bin is collected.").about("case", CASE)
}

/// What happened to the case.
async fn happened(app: &App) -> Vec<String> {
    let mut read = app.db.read().await.unwrap();
    let facts = facts::timeline(&mut read, &[Subject::new("case", CASE)], None, 10).await.unwrap();
    facts.into_iter().map(|fact| fact.kind).collect()
}

#[test]
fn the_official_client_takes_our_double_for_the_real_one() {
    let Some(python) = python() else { return };
    on_sqlite(migrations(), async |db| {
        let app = council_with(db, Clock::System, 1);
        let double = Double::start(Clock::System).await;
        let notify = notify(&double, Clock::System);
        let courier = Courier::start(&app, providers(&notify));
        let message = send(&app, hello()).await;
        until(db, message, "sent").await;
        courier.stop().await;
        let token = double.tokens().pop().unwrap();
        let fresh = Double::start(Clock::System).await;
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/notify.py");
        let mut client = Command::new(&python);
        client.arg(script).args([fresh.url(), &key(), &token, EMAIL, TEXT, LETTER]);
        // Its first four messages are taken, the last three of those that look right meet these.
        fresh.faults([
            Fault::None,
            Fault::None,
            Fault::None,
            Fault::None,
            Fault::Says(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
            Fault::Says(500, "Exception", "Internal server error"),
            Fault::Says(503, "Exception", "Internal server error"),
        ]);
        let done = tokio::task::spawn_blocking(move || client.output().unwrap()).await.unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success() && said.contains("as expected"), "{said}");
    });
}

#[test]
fn texts_letters_and_emails_leave_once_with_our_reference() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let double = Double::start(app.clock.clone()).await;
        let courier = Courier::start(&app, providers(&notify(&double, app.clock.clone())));
        let address = "Ada Testwell\n12 Mill Road\nEastmere\nCB1 1AA";
        let letter = |large| Message::new(Channel::Letter, Lang::CY, address, "Eich bin", "Casglwyd.").large(large);
        let mail = Message::email(Lang::EN, "ada@a.example", "Your bin", "It is collected.");
        let all = [hello(), mail, letter(false), letter(true)];
        let wanted = [
            (
                "sms",
                json!({ "phone_number": "+447700900123", "template_id": TEXT,
                            "personalisation": { "body": "Your bin is collected." } }),
            ),
            (
                "email",
                json!({ "email_address": "ada@a.example", "template_id": EMAIL,
                              "personalisation": { "subject": "Your bin", "body": "It is collected." } }),
            ),
            ("letter", written(LETTER)),
            ("letter", written(LETTER_LARGE)),
        ];
        for (message, (kind, mut shape)) in all.into_iter().zip(wanted) {
            let id = send(&app, message).await;
            until(db, id, "sent").await;
            let given = double.given().pop().unwrap();
            shape["reference"] = json!(id.to_string());
            assert_eq!((given.kind.as_str(), &given.sent), (kind, &shape));
        }
        assert_eq!(double.given().len(), 4);
        courier.stop().await;
    });
}

fn written(template: &str) -> serde_json::Value {
    json!({ "template_id": template, "personalisation": {
        "address_line_1": "Ada Testwell", "address_line_2": "12 Mill Road", "address_line_3": "Eastmere",
        "address_line_4": "CB1 1AA", "subject": "Eich bin", "body": "Casglwyd." } })
}

#[test]
fn what_is_refused_is_not_sent_again_and_what_cannot_be_now_is_tried_again() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let double = Double::start(app.clock.clone()).await;
        let courier = Courier::start(&app, providers(&notify(&double, app.clock.clone())));
        double.faults([Fault::Says(400, "ValidationError", "phone_number Not a UK mobile number")]);
        let message = send(&app, hello()).await;
        let failed = until(db, message, "failed").await;
        assert_eq!(failed.trouble, "400 ValidationError: phone_number Not a UK mobile number");
        assert_eq!(happened(&app).await, ["message.failed"], "somebody has to ring or write");
        let asked = double.asked().len();
        app.clock.advance(60 * MINUTE);
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        assert_eq!(double.asked().len(), asked, "the same again would be refused again");
        let busy = [
            (403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds"),
            (403, "BadRequestError", "Cannot send letters with a team api key"),
            (429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
            (429, "TooManyRequestsError", "Exceeded send limits (sms: 250000) for today"),
            (500, "Exception", "Internal server error"),
            (504, "Exception", "Internal server error"),
        ];
        for (status, kind, words) in busy {
            double.faults([Fault::Says(status, kind, words)]);
            let message = send(&app, hello()).await;
            let waiting = until_failed_attempts(db, message, 1).await;
            assert_eq!((waiting.state.as_str(), waiting.trouble), ("waiting", format!("{status} {kind}: {words}")));
            let_it_try_again(&app, message, 1).await;
            until(db, message, "sent").await;
        }
        assert_eq!(double.given().len(), busy.len(), "each once");
        courier.stop().await;
    });
}

#[test]
fn an_answer_lost_on_its_way_does_not_send_a_message_twice() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let double = Double::start(app.clock.clone()).await;
        let courier = Courier::start(&app, providers(&notify(&double, app.clock.clone())));
        double.faults([Fault::TakesAndIsCutOff]);
        let message = send(&app, hello()).await;
        until_failed_attempts(db, message, 1).await;
        let_it_try_again(&app, message, 1).await;
        until(db, message, "sent").await;
        assert_eq!(double.given().len(), 1);
        let asked = double.asked();
        let (first, second) = (&asked[0], &asked[1]);
        assert_eq!(first, "POST /v2/notifications/sms");
        assert_eq!(second, &format!("GET /v2/notifications?reference={message}"));
        let posted = asked.iter().filter(|one| one.starts_with("POST ")).count();
        assert_eq!(posted, 1, "found there, it is not posted again: {asked:?}");
        courier.stop().await;
    });
}

#[test]
fn what_became_of_a_message_is_told_or_asked_and_one_that_never_arrived_is_a_fact() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let double = Double::start(app.clock.clone()).await;
        let notify = notify(&double, app.clock.clone());
        let courier = Courier::start(&app, providers(&notify));
        let (there, gone, slow) = (send(&app, hello()).await, send(&app, hello()).await, send(&app, hello()).await);
        let code = send(&app, hello().secret(app.now() + 60 * MINUTE)).await;
        for message in [there, gone, slow, code] {
            until(db, message, "sent").await;
        }
        courier.stop().await;
        assert_eq!(notify.ask_after(&app).await.unwrap(), 0, "they have a while to tell us");
        for (message, status) in
            [(there, "delivered"), (gone, "permanent-failure"), (slow, "sending"), (code, "temporary-failure")]
        {
            double.becomes(&message.to_string(), status);
        }
        app.clock.advance(20 * MINUTE);
        assert_eq!(notify.ask_after(&app).await.unwrap(), 4);
        for (message, state, delivery) in [
            (there, "sent", "delivered"),
            (gone, "failed", "permanent-failure"),
            (slow, "sent", ""),
            (code, "failed", "temporary-failure"),
        ] {
            let kept = kept(db, message).await;
            assert_eq!((kept.state.as_str(), kept.delivery.as_str()), (state, delivery), "{message}");
        }
        assert_eq!(happened(&app).await, ["message.failed"], "once, and nobody rings about a code");
        assert_eq!(notify.ask_after(&app).await.unwrap(), 0, "asked just now");
        // They tell us of the last one; what they say later changes nothing.
        outbox::became(&app, slow, "technical-failure").await.unwrap();
        outbox::became(&app, slow, "delivered").await.unwrap();
        assert_eq!(kept(db, slow).await.delivery, "technical-failure");
        assert_eq!(happened(&app).await, ["message.failed", "message.failed"]);
        app.clock.advance(20 * MINUTE);
        assert_eq!(notify.ask_after(&app).await.unwrap(), 0, "there is nothing left to ask");
        assert_eq!((notify.is_told_by("a token agreed on"), notify.is_told_by("another")), (Some(true), Some(false)));
    });
}

#[test]
fn a_letter_that_came_back_is_a_fact_though_they_had_said_it_was_posted() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let double = Double::start(app.clock.clone()).await;
        let courier = Courier::start(&app, providers(&notify(&double, app.clock.clone())));
        let address = "Ann Example\n1 Mill Road\nEastmere\nEM1 1AA";
        let letter = Message::new(Channel::Letter, Lang::EN, address, "Your bin", "It is collected.");
        let letter = send(&app, letter.about("case", CASE)).await;
        let text = send(&app, hello()).await;
        for message in [letter, text] {
            until(db, message, "sent").await;
            outbox::became(&app, message, "received").await.unwrap();
        }
        courier.stop().await;
        for message in [letter, text, letter] {
            outbox::became(&app, message, RETURNED).await.unwrap();
        }
        assert_eq!(happened(&app).await, ["message.failed"], "once, and nothing but a letter comes back");
        assert_eq!((kept(db, letter).await.state, kept(db, text).await.state), ("failed".into(), "sent".into()));
    });
}

#[test]
fn one_message_they_will_not_tell_of_holds_up_no_other() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let double = Double::start(app.clock.clone()).await;
        let notify = notify(&double, app.clock.clone());
        let courier = Courier::start(&app, providers(&notify));
        let odd = send(&app, hello()).await;
        until(db, odd, "sent").await;
        // They answer 400 to what is no id of theirs, every time.
        db.maintain("UPDATE outbox_messages SET provider_id = 'odd'").await.unwrap();
        app.clock.advance(MINUTE);
        let there = send(&app, hello()).await;
        until(db, there, "sent").await;
        courier.stop().await;
        double.becomes(&there.to_string(), "delivered");
        app.clock.advance(20 * MINUTE);
        assert_eq!(notify.ask_after(&app).await.unwrap(), 2);
        assert_eq!(kept(db, there).await.delivery, "delivered");
        assert_eq!(notify.ask_after(&app).await.unwrap(), 0, "asked just now");
        app.clock.advance(20 * MINUTE);
        assert_eq!(notify.ask_after(&app).await.unwrap(), 1, "and asked again later");
    });
}

#[test]
fn what_they_have_forgotten_is_not_said_to_have_arrived() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let double = Double::start(app.clock.clone()).await;
        let notify = notify(&double, app.clock.clone());
        let courier = Courier::start(&app, providers(&notify));
        let message = send(&app, hello()).await;
        until(db, message, "sent").await;
        courier.stop().await;
        db.maintain("UPDATE outbox_messages SET provider_id = '740e5834-3a29-46b4-9a6f-16142fde533a'").await.unwrap();
        app.clock.advance(20 * MINUTE);
        assert_eq!(notify.ask_after(&app).await.unwrap(), 1);
        let kept = kept(db, message).await;
        assert_eq!((kept.state.as_str(), kept.delivery.as_str()), ("sent", NOT_KNOWN), "it left, and no more is known");
        app.clock.advance(20 * MINUTE);
        assert_eq!(notify.ask_after(&app).await.unwrap(), 0, "it is asked about no more");
    });
}
