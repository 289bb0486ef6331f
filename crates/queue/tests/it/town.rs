//! A council with two sites, officers, and people who come.

use kit::app::Parts;
use kit::clock::{Clock, SECOND};
use kit::db::{Db, again_if_collided};
use kit::facts::{self, Recorded, Subject};
use kit::id::Entropy;
use kit::who::{Person, Role, Staff, Who};
use kit::words::{Words, WordsFile};
use kit::{App, Id, Lang};
use queue::{Join, Site, Sites, Turns, Visit, Way, call, seat};
use std::path::{Path, PathBuf};

/// 22 September 2026, a Tuesday, 10:00 in London.
pub const TUESDAY: i64 = 1_790_067_600_000_000;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(here(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

/// The council.
pub struct Town {
    pub app: App,
    pub clock: Clock,
}

/// An officer.
pub fn officer(number: u8) -> Who {
    let staff =
        Staff { id: Id([number; 16]), name: "Olu Officer".into(), roles: vec![Role::Officer], teams: Vec::new() };
    Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) }
}

impl Town {
    pub fn on(db: &Db) -> Town {
        Town::node(db, 23)
    }

    /// One of several nodes on this database, each with a chance of its own.
    pub fn node(db: &Db, seed: u64) -> Town {
        let site = |name: &str| {
            let file = format!("{name}.toml");
            Site::read(&read(&format!("definitions/sites/{file}")), &file, |_| true).unwrap()
        };
        // A hall with as many desks as ever press at once.
        let mut hall = site("town-hall");
        let desk = hall.desk("Room 1").unwrap().clone();
        hall.desks.extend((10..60).map(|number| queue::Desk { id: number.to_string(), ..desk.clone() }));
        let name = "locales/en/queue.ftl".to_owned();
        let words = Words::load(&[WordsFile { lang: Lang::EN, text: read(&name), name }]).unwrap();
        let clock = Clock::manual(TUESDAY);
        let parts = Parts::new(db.clone(), clock.clone(), Entropy::seeded(seed), words);
        let sites = Sites::new([hall, site("north-library")]);
        let app = parts
            .with(sites)
            .with(Turns::default())
            .with(queue::Outlooks::default())
            .with(queue::Live::default())
            .with(queue::Shown::default())
            .with(contact::Terms::default())
            .build();
        Town { app, clock }
    }

    pub fn hall(&self) -> &Site {
        self.app.part::<Sites>().unwrap().get("town-hall").unwrap()
    }

    /// Somebody comes a minute later.
    pub async fn comes(&self, business: &str) -> Visit {
        self.clock.advance(60 * SECOND);
        self.joins(&self.asks(business)).await
    }

    pub fn asks(&self, business: &str) -> Join {
        Join { key: self.app.id(), business: business.into(), lang: "en".into(), ..Join::default() }
    }

    pub async fn joins(&self, join: &Join) -> Visit {
        let _turn = self.app.part::<Turns>().unwrap().take("town-hall").await;
        let joined = again_if_collided(|| async {
            let mut tx = self.app.db.begin().await?;
            let visit = queue::join(&mut tx, &self.app, &Who::anyone(Lang::EN), self.hall(), Way::Kiosk, join).await?;
            tx.commit().await?;
            Ok(visit)
        });
        joined.await.unwrap()
    }

    pub async fn sits(&self, who: &Who, desk: &str) -> bool {
        let mut tx = self.app.db.begin().await.unwrap();
        let open = seat::open(&mut tx, &self.app, who, self.hall(), desk).await.unwrap();
        tx.commit().await.unwrap();
        open
    }

    /// Presses "call the next" with this key.
    pub async fn presses(&self, who: &Who, key: Id) -> Option<Visit> {
        let _turn = self.app.part::<Turns>().unwrap().take("town-hall").await;
        let called = again_if_collided(|| async {
            let mut tx = self.app.db.begin().await?;
            let called = call::next(&mut tx, &self.app, who, key).await?;
            tx.commit().await?;
            Ok(called)
        });
        called.await.unwrap()
    }

    pub async fn calls(&self, who: &Who) -> Option<Visit> {
        self.clock.advance(SECOND);
        self.presses(who, self.app.id()).await
    }

    pub async fn visit(&self, id: Id) -> Visit {
        queue::by_id(&mut self.app.db.read().await.unwrap(), id).await.unwrap()
    }

    /// What happened to a visit, the oldest first.
    pub async fn happened(&self, id: Id) -> Vec<String> {
        let mut read = self.app.db.read().await.unwrap();
        let facts: Vec<Recorded> = facts::timeline(&mut read, &[Subject::new("visit", id)], None, 100).await.unwrap();
        facts.into_iter().rev().map(|fact| fact.kind).collect()
    }
}

/// Does something in a transaction of its own.
#[macro_export]
macro_rules! does {
    ($town:expr, |$tx:ident| $done:expr) => {{
        $town.clock.advance(kit::clock::SECOND);
        let mut tx = $town.app.db.begin().await.unwrap();
        let $tx = &mut tx;
        let done = $done.await;
        if done.is_ok() {
            tx.commit().await.unwrap();
        }
        done
    }};
}
