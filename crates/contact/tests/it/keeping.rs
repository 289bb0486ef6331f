//! How long contacts are kept, what is told of them, and what erases them.

use crate::town::{Town, asks, bins, officer};
use contact::{Channel, Contact};
use kit::clock::DAY;
use kit::facts::Subject;
use kit::personal::{self, Reader};
use kit::testing::{each_database, repository_migrations};
use kit::{Id, Lang, holds};

const CASE: Id = Id([7; 16]);

/// A finished contact with this person, a note in it.
async fn talked(town: &Town, ada: Option<Id>) -> Id {
    let me = officer(1);
    let contact =
        Contact { note: "Sounded worried".into(), number: "07700 900123".into(), ..town.start(&me, ada).await };
    assert!(town.finish(&me, &contact, &[asks("missed-bin", "The violet bin")], &[bins(CASE)]).await);
    contact.id
}

#[test]
fn what_is_held_is_told_and_notes_only_to_staff() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let ada = town.ada().await;
        talked(&town, Some(ada)).await;
        talked(&town, None).await;
        let mut read = db.read().await.unwrap();
        for (reader, has_note) in [(Reader::Staff, true), (Reader::Themselves, false)] {
            let parts = contact::personal_data(&mut read, &town.app, ada, reader, Lang::EN).await.unwrap();
            let rows: Vec<(&str, usize)> = parts.iter().map(|part| (part.table, part.rows.len())).collect();
            assert_eq!(
                rows,
                [
                    ("contacts", 1),
                    ("contacts_questions", 1),
                    ("contacts_cases", 1),
                    ("contacts_articles", 0),
                    ("contacts_passes", 0)
                ]
            );
            let told = personal::json(&parts).to_string();
            for words in ["Ada Testwell", "07700 900123", "The violet bin", "Report a missed bin", &CASE.to_string()] {
                assert!(told.contains(words), "{words}: {told}");
            }
            assert_eq!(told.contains("Sounded worried"), has_note);
        }
    });
}

#[test]
fn erased_at_request_nothing_personal_is_left_and_figures_stay() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let ada = town.ada().await;
        let (hers, somebodys) = (talked(&town, Some(ada)).await, talked(&town, None).await);
        let figures = town.add_up().await;
        let mut tx = db.begin().await.unwrap();
        contact::erase(&mut tx, ada).await.unwrap();
        tx.commit().await.unwrap();
        let gone = town.contact(hers).await;
        assert_eq!((gone.resident, gone.name.as_str(), gone.number.as_str(), gone.note.as_str()), (None, "", "", ""));
        let mut read = db.read().await.unwrap();
        let asked = contact::questions(&mut read, hers).await.unwrap();
        assert_eq!((asked[0].words.as_str(), asked[0].service.as_str()), ("", "missed-bin"));
        assert_eq!(contact::questions(&mut read, somebodys).await.unwrap()[0].words, "The violet bin");
        assert_eq!(contact::chased(&mut read, CASE).await.unwrap().times, 2);
        drop(read);
        assert_eq!(town.add_up().await, figures);
    });
}

#[test]
fn after_their_time_they_go_and_a_hold_keeps_them() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let (ada, ben) = (town.ada().await, town.ada().await);
        let (hers, his, nobodys) =
            (talked(&town, Some(ada)).await, talked(&town, Some(ben)).await, talked(&town, None).await);
        let left_open = town.start(&officer(2), None).await.id;
        let (hold, on) = (town.app.id(), Subject::new("resident", ben));
        let mut tx = db.begin().await.unwrap();
        let review = town.app.now() + 3000 * DAY;
        holds::set(&mut tx, &town.app, &officer(1), hold, &on, ("A claim", review)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(contact::erase_due(&town.app).await.unwrap(), 0, "their time has not come");
        town.clock.advance(725 * DAY);
        assert_eq!(contact::erase_due(&town.app).await.unwrap(), 0);
        town.clock.advance(10 * DAY);
        let late = town.talks(&officer(1), Channel::Phone, asks("", "New"), None).await;
        assert_eq!(contact::erase_due(&town.app).await.unwrap(), 3);
        assert_eq!(contact::erase_due(&town.app).await.unwrap(), 0, "once is enough");
        for (id, is_gone) in [(hers, true), (his, false), (nobodys, true), (left_open, true), (late, false)] {
            let contact = town.contact(id).await;
            assert_eq!((contact.erased, contact.is_open()), (is_gone, false), "{id}");
        }
        assert_eq!(town.happened("contact", hers).await[0].kind, "contact.erased");
        let mut tx = db.begin().await.unwrap();
        assert!(holds::end(&mut tx, &town.app, &officer(1), hold, &on).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(contact::erase_due(&town.app).await.unwrap(), 1);
    });
}
