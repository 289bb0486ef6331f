//! A safe address: nothing more goes to third persons unless somebody said so; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::Id;
use kit::facts::{self, Subject};
use kit::testing::{Browser, each_database, repository_migrations};
use kit::who::Who;
use pairs::{LEE, MILL, TESS, person};
use people::{Town, desk, send, town};
use residents::needs::{self, Ask};

/// Ada, whose letters are copied to her aunt, and whose record is open to this browser.
async fn ada(town: &Town, desk: &mut Browser) -> (Id, String) {
    let ada = person(town, "Ada Testwell", "1970-03-14", MILL, "ada@post.example").await;
    let asks = [("copy-to", "Aunt May\nmay@aunt.example"), ("large-print", "")];
    let given = asks.map(|(ask, value)| (false, ask.to_owned(), value.to_owned()));
    let mut tx = town.app.db.begin().await.unwrap();
    needs::save(&mut tx, &town.app, &Who::system(), ada, &given, "phone").await.unwrap();
    tx.commit().await.unwrap();
    let record = format!("/desk/residents/{ada}");
    send(desk, &format!("{record}/open"), &[("purpose", "work"), ("reason", "Her letter")]).await;
    (ada, record)
}

async fn asks(town: &Town, id: Id) -> Vec<Ask> {
    needs::of(&mut town.app.db.read().await.unwrap(), id).await.unwrap().adjustments()
}

#[test]
fn who_puts_a_safe_address_on_a_record_says_what_becomes_of_copies_to_others() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (ada, record) = ada(&town, &mut tess).await;
        let marker = format!("{record}/marker");
        let page = tess.get(&marker).await.body;
        assert!(
            page.contains("Aunt May (may@aunt.example)"),
            "who gets copies is said before anything is saved: {page}"
        );
        assert!(!page.contains("may speak for them"), "nobody does: {page}");
        let guarded = [("kind", "guarded"), ("reason", "She left him")];
        let unsaid = send(&mut tess, &marker, &guarded).await;
        assert_eq!(unsaid.status, 422);
        assert!(unsaid.body.contains("Say whether Aunt May is to have copies any longer"), "{}", unsaid.body);
        assert!(unsaid.body.contains("She left him"), "what was typed is kept");
        let mut other = tess.get(&marker).await;
        let key = other.field("key");
        let fields = [("kind", "guarded"), ("reason", "She left him"), ("copies", "stop"), ("key", &*key)];
        for _ in 0..2 {
            other = tess.post(&marker, &fields).await;
            assert_eq!(other.location, record, "{}", other.body);
        }
        assert_eq!(asks(&town, ada).await, [Ask::LargePrint], "the rest of what she asked for stays");
        let facts = people::happened(&town, ada).await;
        let stopped: Vec<_> = facts.iter().filter(|(kind, _)| kind == "resident.needs-changed").collect();
        assert!(
            stopped.len() == 2 && stopped[0].1.contains('−'),
            "it is on record once that it was taken back: {facts:?}"
        );
    });
}

#[test]
fn copies_go_on_where_the_person_wants_it_and_who_may_speak_for_them_is_named() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut lee = desk(&town, LEE).await;
        let (ada, record) = ada(&town, &mut lee).await;
        let deputy = [
            ("kind", "deputy"),
            ("holder", "Bo Example"),
            ("reach", "everything"),
            ("seen", "Order of the court"),
            ("until-day", "1"),
            ("until-month", "5"),
            ("until-year", "2027"),
        ];
        let answer = send(&mut lee, &format!("{record}/authority"), &deputy).await;
        assert_eq!(answer.location, record, "{}", answer.body);
        // The timeline says by what, too: the name does not.
        let how = async |kind: &str| {
            let mut read = town.app.db.read().await.unwrap();
            let authorities = residents::linking::joined::authorities(&mut read, ada).await.unwrap();
            let facts = facts::timeline(&mut read, &[Subject::new("resident", ada)], None, 9).await.unwrap();
            let fact = facts.iter().find(|fact| fact.kind == kind).unwrap();
            (residents::facts::how(&town.app, fact, &authorities), residents::facts::how(&town.app, fact, &[]))
        };
        let deputy = "Deputy of the Court of Protection".to_owned();
        assert_eq!(how("resident.authority-given").await, (deputy.clone(), deputy));
        let marker = format!("{record}/marker");
        let page = lee.get(&marker).await.body;
        assert!(page.contains("Bo Example (Deputy of the Court of Protection)"), "{page}");
        let risk = [("kind", "restricted"), ("reason", "A colleague")];
        assert_eq!(send(&mut lee, &marker, &risk).await.location, record, "of another marker nothing is asked");
        let guarded = [("kind", "guarded"), ("reason", "She left him"), ("copies", "go-on")];
        assert_eq!(send(&mut lee, &marker, &guarded).await.location, record);
        assert!(asks(&town, ada).await.contains(&Ask::CopyTo));
    });
}
