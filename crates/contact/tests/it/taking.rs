//! Taking contacts: several open at once, several questions in one, finished once.

use crate::town::{Town, asks, officer};
use contact::{Channel, Contact, Outcome, Question, Start};
use kit::Error;
use kit::facts::Help;
use kit::testing::{assert_plans_of, each_database, on_sqlite, repository_migrations};

#[test]
fn every_statement_is_served_by_an_index() {
    on_sqlite(repository_migrations(), async |db| {
        let ours = kit::db::STATEMENTS.iter().copied().filter(|sql| sql.file.contains("contact/src/"));
        assert!(ours.clone().count() > 20);
        assert_plans_of(db, ours, &[]).await;
    });
}

#[test]
fn a_button_pressed_twice_starts_one_contact() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        let ada = town.ada().await;
        let start = Start { key: town.app.id(), resident: Some(ada), ..Start::default() };
        let mut ids = Vec::new();
        for _ in 0..2 {
            let mut tx = db.begin().await.unwrap();
            ids.push(contact::start(&mut tx, &town.app, &me, &start).await.unwrap());
            tx.commit().await.unwrap();
        }
        assert_eq!(ids[0], ids[1]);
        assert_eq!(town.happened("contact", ids[0]).await.len(), 1, "and leaves one fact");
        let contact = town.contact(ids[0]).await;
        assert_eq!(
            (contact.name.as_str(), contact.lang.tag),
            ("Ada Testwell", "cy"),
            "their name and language are known"
        );
    });
}

#[test]
fn several_are_open_at_once_and_each_keeps_what_was_typed() {
    each_database(repository_migrations(), async |db| {
        let (town, me, other) = (Town::on(db).await, officer(1), officer(2));
        let (first, second) = (town.start(&me, None).await, town.start(&me, None).await);
        town.start(&other, None).await;
        for (contact, words) in [(&first, "About her bin"), (&second, "About the noise")] {
            let typed = Contact { name: words.replace("About", "Somebody"), ..contact.clone() };
            let mut tx = db.begin().await.unwrap();
            contact::keep(&mut tx, &me, &typed, &[asks("", words), Question::default()]).await.unwrap();
            tx.commit().await.unwrap();
        }
        let mut read = db.read().await.unwrap();
        let open = contact::in_hand(&mut read, &town.app, me.staff().unwrap()).await.unwrap();
        let words: Vec<&str> = open.iter().map(|one| one.words.as_str()).collect();
        let told = ["Somebody her bin, 10:00: About her bin", "Somebody the noise, 10:00: About the noise"];
        assert_eq!(words, told, "mine alone, the oldest first, each by what it is about");
        let kept = contact::questions(&mut read, first.id).await.unwrap();
        assert_eq!((kept.len(), kept[0].words.as_str(), kept[1].is_blank()), (2, "About her bin", true));
        drop(read);
        let mut tx = db.begin().await.unwrap();
        let refused = contact::keep(&mut tx, &other, &first, &[]).await;
        assert!(matches!(refused, Err(Error::NotFound)), "a colleague's contact is not mine: {refused:?}");
    });
}

#[test]
fn it_is_finished_once_with_an_outcome_for_each_question() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        let ada = town.ada().await;
        let contact = Contact { help: Help::ForMe, ..town.start(&me, Some(ada)).await };
        let turned_away = Question {
            outcome: Some(Outcome::TurnedAway),
            reason: "Nobody for benefits today".into(),
            ..asks("", "A claim")
        };
        let asked = [asks("missed-bin", "When do they come?"), turned_away];
        // What is still to be said is for the page to ask; here it is an error, and nothing is done.
        let mut tx = db.begin().await.unwrap();
        let unsaid = [Question { outcome: None, ..asked[0].clone() }];
        assert!(contact::finish(&mut tx, &town.app, &me, &contact, &unsaid, &[]).await.is_err());
        drop(tx);
        assert!(town.finish(&me, &contact, &asked, &[None, None]).await);
        assert!(!town.finish(&me, &contact, &asked, &[None, None]).await, "a second press does nothing");
        let facts = town.happened("resident", ada).await;
        let kinds: Vec<&str> = facts.iter().map(|fact| fact.kind.as_str()).collect();
        assert_eq!(kinds, ["contact.finished", "contact.started"]);
        let data: contact::Data = facts[0].data().unwrap();
        let outcomes: Vec<&str> = data.asked.iter().map(|asked| asked.outcome.as_str()).collect();
        assert_eq!((data.channel.as_str(), data.lang.as_str(), data.seconds), ("phone", "cy", 90));
        assert_eq!((outcomes, facts[0].help), (vec!["answered", "turned-away"], Help::ForMe));
        assert_eq!((facts[0].on_behalf, facts[0].text()), (Some(ada), None), "a fact holds no words");
        // On the person's timeline it is one line.
        let mut read = db.read().await.unwrap();
        let lines = contact::lines(&mut read, &town.app, &facts).await.unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].1.title, "By telephone: Report a missed bin, answered; Something else, turned away");
        assert_eq!(lines[0].1.words, "When do they come?\nA claim\nNobody for benefits today");
        assert_eq!(lines[0].1.how, "An officer did it for them, Cymraeg");
        drop(read);
        let mut tx = db.begin().await.unwrap();
        let late = contact::keep(&mut tx, &me, &contact, &asked).await;
        assert!(matches!(late, Err(Error::Refused(_))), "{late:?}");
    });
}

#[test]
fn the_next_one_begins_on_the_channel_of_the_last() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        assert_eq!(town.start(&me, None).await.channel, Channel::Phone);
        town.talks(&me, Channel::Counter, asks("", "Where is the library?"), None).await;
        assert_eq!(town.start(&me, None).await.channel, Channel::Counter);
        assert_eq!(town.start(&officer(2), None).await.channel, Channel::Phone, "mine says nothing of a colleague's");
    });
}

#[test]
fn who_it_is_can_be_said_while_it_goes_on() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        let (ada, contact) = (town.ada().await, town.start(&me, None).await);
        for _ in 0..2 {
            let now = town.contact(contact.id).await;
            let mut tx = db.begin().await.unwrap();
            contact::name(&mut tx, &town.app, &me, &now, ada).await.unwrap();
            tx.commit().await.unwrap();
        }
        let named = town.happened("resident", ada).await;
        assert_eq!(named.len(), 1, "said twice it is one fact");
        assert_eq!(
            (named[0].kind.as_str(), town.contact(contact.id).await.name.as_str()),
            ("contact.named", "Ada Testwell")
        );
        assert!(town.finish(&me, &town.contact(contact.id).await, &[asks("", "A question")], &[None]).await);
        let (finished, ben) = (town.contact(contact.id).await, town.ada().await);
        let mut tx = db.begin().await.unwrap();
        assert!(contact::name(&mut tx, &town.app, &me, &finished, ben).await.is_err(), "not once it is finished");
    });
}

#[test]
fn what_was_finished_is_listed_page_by_page() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        let mut made = Vec::new();
        for n in 0..5 {
            made.push(town.talks(&me, Channel::Phone, asks("", &format!("Question {n}")), None).await);
        }
        town.talks(&officer(2), Channel::Phone, asks("", "A colleague's"), None).await;
        made.reverse();
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let mut read = db.read().await.unwrap();
            let some = contact::finished(&mut read, me.id(), before, i64::MIN, 2).await.unwrap();
            let Some(last) = some.last() else { break };
            before = Some((last.began, last.id));
            seen.extend(some.iter().map(|contact| contact.id));
        }
        assert_eq!(seen, made);
        let since = town.contact(made[1]).await.began;
        let mut read = db.read().await.unwrap();
        assert_eq!(contact::finished(&mut read, me.id(), None, since, 10).await.unwrap().len(), 2, "today's alone");
    });
}
