//! A council with its services, an officer, and somebody who gets in touch.

use contact::{About, Channel, Contact, Outcome, Question, Start, Terms};
use kit::app::Parts;
use kit::clock::Clock;
use kit::db::Db;
use kit::facts::{self, Keeper, Recorded, SealKey, Subject};
use kit::id::Entropy;
use kit::who::{Person, Role, Staff, Who};
use kit::words::{Words, WordsFile};
use kit::{App, Id, Lang};
use residents::{Resident, store};
use services::{Catalogue, Folder, Surroundings};
use std::path::{Path, PathBuf};

/// 21 September 2026, a Monday, 10:00 in London.
pub const MONDAY: i64 = 1_789_981_200_000_000;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(here(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

fn surroundings() -> Surroundings {
    let holidays = calendar::Holidays::parse(&read("data/bank-holidays.json"), calendar::Division::EnglandAndWales);
    let opening = calendar::Opening::weekdays(calendar::time(9, 0, 0, 0), calendar::time(17, 0, 0, 0)).unwrap();
    let danger = Lang::ALL.map(|lang| (lang.tag, read(&format!("definitions/danger/{}.toml", lang.tag))));
    Surroundings {
        calendar: calendar::Calendar::london(holidays.unwrap(), opening),
        danger: search::Danger::parse(danger.iter().map(|(lang, text)| (*lang, text.as_str()))).unwrap(),
        postcodes: places::Postcodes::parse(&read("data/postcodes.csv")).unwrap(),
        roads: places::Roads::parse(&read("data/trunk-roads.toml")).unwrap(),
        council: "E07000008".into(),
    }
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

/// What was asked, answered there and then.
pub fn asks(service: &str, words: &str) -> Question {
    let (service, words) = (service.to_owned(), words.to_owned());
    Question { service, words, outcome: Some(Outcome::Answered), ..Question::default() }
}

/// A case of missed bins that was open a day before.
pub fn bins(case: Id) -> Option<About> {
    let opened = MONDAY - kit::clock::DAY;
    Some(About { case, service: "missed-bin".into(), is_live: true, opened })
}

impl Town {
    pub async fn on(db: &Db) -> Town {
        let folder = Folder::read(&here("definitions"));
        let catalogue = Catalogue::of_folder(surroundings(), &folder).unwrap();
        let name = "locales/en/contact.ftl".to_owned();
        let words = Words::load(&[WordsFile { lang: Lang::EN, text: read(&name), name }]).unwrap();
        let clock = Clock::manual(MONDAY);
        let parts = Parts::new(db.clone(), clock.clone(), Entropy::seeded(17), words);
        Town { app: parts.with(catalogue).with(Terms::default()).build(), clock }
    }

    /// Somebody with an account.
    pub async fn ada(&self) -> Id {
        let id = self.app.id();
        let ada = Resident {
            id,
            revision: 1,
            name: "Ada Testwell".into(),
            email: Some(format!("{id}@post.example")),
            phone: None,
            password_hash: None,
            lang: Lang::CY,
            household: None,
            made_at: self.app.now(),
        };
        let mut tx = self.app.db.begin().await.unwrap();
        store::insert_resident(&mut tx, &ada).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub async fn start(&self, who: &Who, resident: Option<Id>) -> Contact {
        self.clock.advance(kit::clock::SECOND);
        let start = Start { key: self.app.id(), resident, ..Start::default() };
        let mut tx = self.app.db.begin().await.unwrap();
        let id = contact::start(&mut tx, &self.app, who, &start).await.unwrap();
        tx.commit().await.unwrap();
        self.contact(id).await
    }

    pub async fn contact(&self, id: Id) -> Contact {
        contact::by_id(&mut self.app.db.read().await.unwrap(), id).await.unwrap()
    }

    pub async fn finish(&self, who: &Who, contact: &Contact, asked: &[Question], found: &[Option<About>]) -> bool {
        self.clock.advance(90 * kit::clock::SECOND);
        let mut tx = self.app.db.begin().await.unwrap();
        let done = contact::finish(&mut tx, &self.app, who, contact, asked, found).await.unwrap();
        tx.commit().await.unwrap();
        done
    }

    /// A whole contact by this channel about one thing.
    pub async fn talks(&self, who: &Who, channel: Channel, question: Question, found: Option<About>) -> Id {
        let contact = Contact { channel, ..self.start(who, None).await };
        assert!(self.finish(who, &contact, &[question], &[found]).await);
        contact.id
    }

    /// What happened to this, the newest first.
    pub async fn happened(&self, kind: &str, id: Id) -> Vec<Recorded> {
        let mut read = self.app.db.read().await.unwrap();
        facts::timeline(&mut read, &[Subject::new(kind, id)], None, 100).await.unwrap()
    }

    /// Numbers the facts and lets the figures follow them.
    pub async fn add_up(&self) -> Vec<contact::Figure> {
        let folder = tempfile::tempdir().unwrap();
        let key = SealKey::open_or_make(&folder.path().join("seal.key"), &self.app.entropy).unwrap();
        Keeper::start(&self.app, key, Vec::new(), None).stop().await;
        for listener in contact::listeners() {
            while facts::follow_once(&self.app, &listener, 3).await.unwrap() > 0 {}
        }
        contact::figures(&mut self.app.db.read().await.unwrap(), "2026-01").await.unwrap()
    }
}
