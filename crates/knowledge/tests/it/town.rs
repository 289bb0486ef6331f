//! A council with its services and some of its staff.

use kit::app::{Boxed, Parts};
use kit::db::Conn;
use kit::outbox::{self, Kept};
use kit::session::{self, Surface};
use kit::testing::{Answer, Browser, TestDb, test_parts};
use kit::who::{Person, Role, Who};
use kit::{App, Id, Lang, Result};
use knowledge::{Known, Library, Seen, Whom};
use residents::{By, Contact, Resident};
use services::{Catalogue, Folder, Surroundings};
use std::path::{Path, PathBuf};
use workforce::Details;

kit::sql!(HAPPENED, "SELECT CAST(count(*) AS BIGINT) FROM facts WHERE kind = $1");

/// The reference of Ada's case, as these tests' cases know it.
pub const CASE: &str = "FE8WX73ZD";
/// Ada, who has an account and reads Welsh.
pub const ADA: Id = Id([0xad; 16]);

/// A path of the repository.
pub fn here(path: &str) -> PathBuf {
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

fn seen<'a>(_: &'a mut Conn, _: &'a App, _: &'a Who, typed: &'a str) -> Boxed<'a, Result<Option<Seen>>> {
    Box::pin(async move {
        let reference: kit::Reference = typed.parse()?;
        Ok((reference.as_str() == CASE).then_some((reference, Id([0xca; 16]), Some(ADA))))
    })
}

fn whom<'a>(_: &'a mut Conn, reference: &'a str) -> Boxed<'a, Result<Option<Whom>>> {
    Box::pin(async move {
        let contact = Contact { by: By::Account, name: "Ada".into(), email: None, phone: None, lang: Lang::EN };
        Ok((reference == CASE).then_some(Whom { resident: Some(ADA), by_account: true, contact }))
    })
}

/// The rules for more help, as delivered.
fn rules() -> residents::needs::Criteria {
    residents::needs::Criteria::read(&std::fs::read_to_string(here("definitions/needs/criteria.toml")).unwrap())
        .unwrap()
}

/// A council with nobody in it yet.
pub struct Town {
    pub app: App,
}

impl Town {
    /// A council on this database.
    pub async fn new(db: &TestDb) -> Town {
        Town::with_seed(db, 7).await
    }

    /// The same with chance of its own, for a second one on the same database.
    pub async fn with_seed(db: &TestDb, seed: u64) -> Town {
        let mut parts: Parts = test_parts(db, seed);
        parts.staff = workforce::lookup;
        parts.resident = residents::lookup;
        let catalogue = Catalogue::of_folder(surroundings(), &Folder::read(&here("definitions"))).unwrap();
        let app = parts.with(catalogue).with(Library::default()).with(Known { seen, whom }).with(rules()).build();
        app.part::<Library>().unwrap().refresh(&app.db).await.unwrap();
        Town { app }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.app, knowledge::routes())
    }

    /// A team.
    pub async fn team(&self, code: &str) {
        let mut tx = self.app.db.begin().await.unwrap();
        assert!(workforce::insert_team(&mut tx, self.app.id(), code, code).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// A member of staff, signed in.
    pub async fn staff(&self, name: &str, role: Role) -> Browser {
        self.staff_in(name, role, &[]).await
    }

    /// A member of staff of these teams, signed in.
    pub async fn staff_in(&self, name: &str, role: Role, teams: &[&str]) -> Browser {
        let email = format!("{}@eastmere.example", name.to_lowercase().replace(' ', "."));
        let teams: Vec<String> = teams.iter().map(|team| (*team).to_owned()).collect();
        let details = Details { name: name.into(), email, roles: vec![role], teams, active: true };
        let mut tx = self.app.db.begin().await.unwrap();
        let id = self.app.id();
        workforce::add(&mut tx, &self.app, &Who::system(), id, &details).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        self.sign_in(id).await
    }

    /// A browser in which this member of staff is signed in, also one who was before.
    pub async fn sign_in(&self, id: Id) -> Browser {
        let mut tx = self.app.db.begin().await.unwrap();
        let person = Person::Staff(workforce::lookup(&mut tx, id).await.unwrap().unwrap());
        let nobody = Who::anyone(Lang::EN);
        let (_, cookie) = session::start(&mut tx, &self.app, Surface::Staff, &person, &nobody).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = self.browser();
        let (name, rest) = cookie.split_once('=').unwrap();
        browser.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
        browser
    }

    /// Somebody with an account at this address.
    pub async fn resident(&self, id: Id, email: &str, lang: Lang) {
        let mut tx = self.app.db.begin().await.unwrap();
        let resident = Resident {
            id,
            revision: 1,
            name: "Ada Testwell".into(),
            email: Some(email.into()),
            phone: None,
            password_hash: None,
            lang,
            household: None,
            made_at: self.app.now(),
        };
        assert!(residents::store::insert_resident(&mut tx, &resident).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// Every message there is, newest first.
    pub async fn sent(&self) -> Vec<Kept> {
        outbox::recent(&mut self.app.db.read().await.unwrap(), None, 500).await.unwrap()
    }

    /// How often this is on record.
    pub async fn happened(&self, kind: &str) -> i64 {
        let mut read = self.app.db.read().await.unwrap();
        read.one(&HAPPENED, kit::params![kind]).await.unwrap().get(0).unwrap()
    }
}

/// The fields of a good new answer, without those that are given another value.
pub fn answer<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let good = [
        ("question-en", "When is the tip open?"),
        ("answer-en", "Every day from nine to five.\n\nBring proof of your address."),
        ("also-en", "dump\nhousehold waste site"),
        ("service", "missed-bin"),
        ("public", "yes"),
        ("review-day", "1"),
        ("review-month", "12"),
        ("review-year", "2027"),
        ("note", "New hours"),
    ];
    let kept = good.into_iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed.iter().copied()).collect()
}

/// Sends the form of this page with these fields, and the hidden fields of the page's own.
pub async fn send(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let shown = browser.get(path).await;
    assert_eq!(shown.status, 200, "{path}: {}", shown.body);
    let hidden: Vec<(&str, String)> = ["key", "revision", "version"]
        .into_iter()
        .filter(|name| shown.body.contains(&format!("name=\"{name}\"")))
        .map(|name| (name, shown.field(name)))
        .collect();
    let hidden = hidden.iter().map(|(name, value)| (*name, value.as_str()));
    let all: Vec<(&str, &str)> = hidden.chain(fields.iter().copied()).collect();
    browser.post(path, &all).await
}

/// The tip's hours, written by an owner and approved by a leader; gives both.
pub async fn tip(town: &Town, changed: &[(&str, &str)]) -> (Browser, Browser) {
    let mut owner = town.staff("Olga Owner", Role::ServiceOwner).await;
    let mut leader = town.staff("Lee Leader", Role::TeamLeader).await;
    let written = send(&mut owner, "/desk/knowledge/new", &answer(changed)).await;
    assert_eq!(written.location, "/desk/knowledge/when-is-the-tip-open?done=written", "{}", written.body);
    approve(&mut leader, "no").await;
    (owner, leader)
}

/// Approves what waits; whether it puts right what was told.
pub async fn approve(leader: &mut Browser, correction: &str) -> Answer {
    let done = send(leader, "/desk/knowledge/when-is-the-tip-open/approve", &[("correction", correction)]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    done
}

/// The owner writes another answer for the tip.
pub async fn rewrite(owner: &mut Browser, changed: &[(&str, &str)]) {
    let done = send(owner, "/desk/knowledge/when-is-the-tip-open/edit", &answer(changed)).await;
    assert_eq!(done.status, 303, "{}", done.body);
}
