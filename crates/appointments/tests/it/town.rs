//! A council with a town hall where appointments can be booked.

use appointments::{Answer, Booking, Choice, Diaries, Person, Place, Way, date_of};
use capacity::{Hours, Slot, Time};
use kit::app::Parts;
use kit::clock::Clock;
use kit::db::{Db, again_if_collided};
use kit::id::Entropy;
use kit::turns::Turns;
use kit::who::Who;
use kit::words::Words;
use kit::{App, Id, Lang};
use std::collections::BTreeSet;

/// 23 November 2026, a Monday, 08:00 in London.
pub const MONDAY: i64 = 1_795_420_800_000_000;

fn read(path: &str) -> String {
    let path = format!("{}/../../definitions/diaries/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

fn place() -> Place {
    let time = |hour| Time::new(hour, 0, 0, 0).unwrap();
    let open = Some(Hours { from: time(9), until: time(17) });
    Place {
        id: "town-hall".into(),
        name: [("en".to_owned(), "Town Hall".to_owned())].into(),
        address: "1 Market Square".into(),
        phone: String::new(),
        opening: [open, open, open, open, open, None, None],
        partners: Default::default(),
        businesses: ["anything".to_owned()].into(),
    }
}

/// The council.
pub struct Town {
    pub app: App,
    pub clock: Clock,
}

impl Town {
    pub fn on(db: &Db) -> Town {
        Town::node(db, 29)
    }

    /// One of several nodes on this database, each with a chance of its own.
    pub fn node(db: &Db, seed: u64) -> Town {
        let texts = [("town-hall.toml".to_owned(), read("town-hall.toml"))];
        let diaries = Diaries::read(&read("kinds.toml"), &texts, &[place()], &BTreeSet::new()).unwrap();
        let clock = Clock::manual(MONDAY);
        let parts = Parts::new(db.clone(), clock.clone(), Entropy::seeded(seed), Words::load(&[]).unwrap());
        Town { app: parts.with(diaries).with(Turns::default()).build(), clock }
    }

    /// What is listed for today.
    pub async fn listed(&self, choice: &Choice) -> Vec<Slot> {
        let mut read = self.app.db.read().await.unwrap();
        appointments::offered(&mut read, &self.app, choice, (date_of(self.app.now()), 1), None).await.unwrap()
    }

    /// Books what begins then, as a page does; with or without the turn of its node.
    pub async fn books(&self, choice: &Choice, at: i64, person: &Person, key: Id) -> Answer {
        let _turn = self.app.part::<Turns>().unwrap().take(&choice.site).await;
        let booked = again_if_collided(|| async {
            let mut tx = self.app.db.begin().await?;
            let answer =
                appointments::book(&mut tx, &self.app, &Who::anyone(Lang::EN), (choice, at), person, key).await?;
            tx.commit().await?;
            Ok(answer)
        });
        booked.await.unwrap()
    }

    /// The same, and it is theirs.
    pub async fn booked(&self, choice: &Choice, at: i64) -> Booking {
        match self.books(choice, at, &ada(), self.app.id()).await {
            Answer::Booked(booking) => *booking,
            Answer::Gone => panic!("{at} is gone"),
        }
    }
}

pub fn ada() -> Person {
    Person { name: "Ada Example".into(), email: "ada@a.example".into(), ..Person::default() }
}

/// Help with a form, in person.
pub fn help() -> Choice {
    let (kind, site) = ("do-it-for-me".to_owned(), "town-hall".to_owned());
    Choice { kind, site, way: Way::InPerson, needs: Vec::new(), speaks: String::new(), rings_from: 0 }
}
