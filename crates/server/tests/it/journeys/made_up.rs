//! Mail that anybody could make up: it fills no list and says nothing of a message of ours.

use super::mail::{head, officer, returned, take_from_nowhere};
use crate::support::{Council, another};
use kit::mail::receiver::{Answer, Mail};
use kit::outbox::Message;
use kit::testing::{each_database, repository_migrations};
use kit::{Lang, outbox};

#[test]
fn whoever_names_no_sender_does_not_fill_the_list_and_a_report_always_comes() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut said = Vec::new();
        for n in 0..62 {
            let head = format!("From: eve{n}@e.example\n{}", head("More")).replace('\n', "\r\n");
            let bytes = format!("{head}\r\n\r\nMore.\r\n").into_bytes();
            let mail = Mail { from: String::new(), to: vec!["hello@eastmere.example".into()], bytes };
            said.push(mail::take(&council.app, mail).await);
        }
        assert_eq!(said.iter().filter(|answer| **answer == Answer::TooMany).count(), 2, "{said:?}");
        let (head, text) = returned("<else@where>", "failed");
        take_from_nowhere(&council, "MAILER-DAEMON@mx.example", "hello@eastmere.example", &head, &text).await;
    });
}

#[test]
fn whoever_knows_the_message_id_of_an_email_cannot_say_that_it_came_back() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ann{}@a.example", another());
        let mut tx = council.app.db.begin().await.unwrap();
        let message = Message::email(Lang::EN, &address, "Your bin", "It is collected.");
        outbox::send(&mut tx, &council.app, message).await.unwrap();
        tx.commit().await.unwrap();
        council.app.db.maintain("UPDATE outbox_messages SET state = 'sent', done_at = 1").await.unwrap();
        let sent = council.newest_to(&address).await;
        let (head, text) = returned(&sent.message_id, "failed");
        take_from_nowhere(&council, "MAILER-DAEMON@e.example", "hello@eastmere.example", &head, &text).await;
        assert_eq!(council.newest_to(&address).await.state, "sent");
        let mut desk = officer(&council).await;
        desk.open("/desk/mail?list=automatic").await.says("A mail server tells us something about one of our emails");
    });
}
