//! Weights from the council's own records: worked out, used from then on, and looked up; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;
mod register;

use kit::Result;
use kit::app::App;
use kit::testing::{TestDb, each_database, repository_migrations, test_parts};
use linkage::{Field, Level};
use pairs::{TESS, desk, pair, person};
use people::Town;
use register::register;
use residents::authorities::Services;
use residents::desk::home::{Postcodes, Whereabouts};
use residents::import;
use residents::linking::{
    self,
    learned::{self, Learned},
};
use residents::store::merges::Proposal;

/// Any postcode is one.
fn anywhere(_: &App, typed: &str) -> Result<Option<Whereabouts>> {
    Ok(Some(Whereabouts { postcode: typed.into(), ward: "W1".into(), position: None }))
}

fn council(db: &TestDb) -> Town {
    let mut parts = test_parts(db, 7);
    (parts.resident, parts.staff) = (residents::lookup, pairs::staff);
    Town { app: parts.with(Services(people::services)).with(Postcodes(anywhere)).build() }
}

async fn bring_in(town: &Town, file: &str) {
    let done = import::people(&town.app, "Register", file.as_bytes(), false, &|_, _| ()).await.unwrap();
    assert!(done.refused.is_empty(), "{:?}", done.refused);
}

async fn used(town: &Town) -> Learned {
    learned::in_use(&mut town.app.db.read().await.unwrap()).await.unwrap()
}

#[test]
fn weights_are_worked_out_from_the_councils_own_records_and_a_pair_keeps_those_it_was_found_by() {
    each_database(repository_migrations(), async |db| {
        let town = council(db);
        let before = {
            let one = person(&town, "Ada Testwell", "1970-03-14", pairs::MILL, "ada@post.example").await;
            let other = person(&town, "Adax Testwell", "1970-03-14", pairs::QUAY, "quiet.heron@mail.example").await;
            pairs::all_matched(&town).await;
            pair(&town, one, other).await
        };
        assert_eq!(learned::learn(&town.app, 1_000).await.unwrap(), None, "two people say nothing");
        bring_in(&town, &register(400, 80, 40)).await;
        let list = desk(&town, TESS).await.get("/desk/linking").await.body;
        assert!(list.contains("those every council begins with. From 10,000 residents on"), "{list}");
        let learned = learned::learn(&town.app, 100).await.unwrap().unwrap();
        assert_eq!((learned.version, learned.records, learned.refused), (1, 478, None), "{learned:?}");
        assert!(
            (70..=85).contains(&learned.matches) && learned.pairs > 1_000,
            "of 80 who stand there twice: {learned:?}"
        );
        assert_eq!(used(&town).await, learned, "it is read as it was written");
        let close = |of: &Learned| of.model.m_probability(Field::GivenName, Level::Close).unwrap();
        assert!(close(&learned) > 2.0 * close(&learned::starting()), "slips in first names are common here");
        let born = |of: &Learned| of.model.bits(Field::DateOfBirth, Level::Exact);
        assert_eq!(
            born(&learned),
            born(&learned::starting()),
            "whoever shares a birthday tells nothing of mistakes in it"
        );

        let scored = async |of: &Proposal| {
            let score = linking::compare(&mut town.app.db.read().await.unwrap(), of).await.unwrap().unwrap();
            (of.model, (score.bits() * 100.0) as i64)
        };
        assert_eq!(scored(&before).await, (0, before.bits), "as it was found");
        linking::match_now(&town.app, before.a).await.unwrap();
        let after = pair(&town, before.a, before.b).await;
        assert_eq!(scored(&after).await, (1, after.bits), "as it is found now");
        assert_ne!(after.bits, before.bits, "they count something else");
        let mut tess = desk(&town, TESS).await;
        let page = tess.get(&format!("/desk/linking/{}", after.id)).await.body;
        assert!(page.contains("The points were worked out from this council’s own records on"), "{page}");
        let list = tess.get("/desk/linking").await.body;
        for words in ["478 records", "Used from then on", "What each field counts", "Points to begin with"] {
            assert!(list.contains(words), "{words}: {list}");
        }
    });
}

#[test]
fn where_hardly_anybody_stands_twice_the_weights_stay_as_they_were_and_it_is_said_why() {
    each_database(repository_migrations(), async |db| {
        let town = council(db);
        bring_in(&town, &register(300, 5, 40)).await;
        let learned = learned::learn(&town.app, 100).await.unwrap().unwrap();
        assert_eq!(learned.refused, Some(learned::Refused::Few), "{learned:?}");
        assert_eq!(used(&town).await, learned::starting());
        let list = desk(&town, TESS).await.get("/desk/linking").await.body;
        assert!(list.contains("Not used: too few to tell by."), "{list}");
    });
}

#[test]
fn a_household_of_one_name_is_not_learned_to_be_one_person() {
    each_database(repository_migrations(), async |db| {
        let town = council(db);
        for n in 0..30 {
            let name = format!("Ada {}", ["Testwell", "Sample", "Placeholder"][n % 3]);
            person(&town, &name, &format!("19{}-03-14", 40 + n), pairs::MILL, &format!("a{n}@post.example")).await;
        }
        let learned = learned::learn(&town.app, 10).await.unwrap().unwrap();
        assert_eq!(learned.refused, Some(learned::Refused::Odd), "{learned:?}");
        assert_eq!(used(&town).await, learned::starting());
    });
}
