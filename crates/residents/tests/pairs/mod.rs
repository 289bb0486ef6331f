//! People who may have two records, and the staff who decide.
#![allow(dead_code)] // each test binary uses its part

use crate::people::{self, Town};
use kit::app::Boxed;
use kit::db::Conn;
use kit::facts::{self, Subject};
use kit::session::{self, Surface};
use kit::testing::{Answer, Browser, TestDb, test_parts};
use kit::who::{Person, Role, Staff, Who};
use kit::{Id, Lang, Result};
use residents::authorities::Services;
use residents::find::{self, keys};
use residents::linking;
use residents::store::{self, merges, record};
use residents::{Household, Message, Resident, To, Told};
use std::sync::atomic::{AtomicI64, Ordering};

pub const TESS: Id = Id([7; 16]);
pub const SAM: Id = Id([8; 16]);
pub const LEE: Id = Id([9; 16]);
pub const MILL: (&str, &str, &str) = ("12", "Mill Road", "CB1 1AA");
pub const QUAY: (&str, &str, &str) = ("3", "Quay Side", "CB5 8XY");

pub fn staff(_: &mut Conn, id: Id) -> Boxed<'_, Result<Option<Staff>>> {
    let (name, role) = match id {
        SAM => ("Sam Sample", Role::TeamMember),
        LEE => ("Lee Leader", Role::TeamLeader),
        _ => ("Tess Sample", Role::Officer),
    };
    Box::pin(async move { Ok(Some(Staff { id, name: name.into(), roles: vec![role], teams: Vec::new() })) })
}

pub fn town(db: &TestDb) -> Town {
    let mut parts = test_parts(db, 7);
    parts.resident = residents::lookup;
    parts.staff = staff;
    Town { app: parts.with(Services(people::services)).build() }
}

pub async fn signed_in(town: &Town, surface: Surface, person: Person) -> Browser {
    let (mut browser, mut tx) = (town.browser(), town.app.db.begin().await.unwrap());
    let (_, cookie) = session::start(&mut tx, &town.app, surface, &person, &Who::anyone(Lang::EN)).await.unwrap();
    tx.commit().await.unwrap();
    let (name, rest) = cookie.split_once('=').unwrap();
    browser.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
    browser
}

pub async fn desk(town: &Town, id: Id) -> Browser {
    let person = Staff { id, name: String::new(), roles: Vec::new(), teams: Vec::new() };
    signed_in(town, Surface::Staff, Person::Staff(person)).await
}

pub async fn home_of(town: &Town, id: Id) -> Browser {
    signed_in(town, Surface::Resident, Person::Resident(id)).await
}

static PEOPLE: AtomicI64 = AtomicI64::new(0);

/// Somebody with an account.
pub async fn person(town: &Town, name: &str, born: &str, home: (&str, &str, &str), email: &str) -> Id {
    let mut tx = town.app.db.begin().await.unwrap();
    let household = Household {
        id: town.app.id(),
        line1: home.0.into(),
        street: home.1.into(),
        town: "Eastmere".into(),
        postcode: home.2.into(),
        ward: "W1".into(),
        lat: None,
        lon: None,
    };
    store::insert_household(&mut tx, &household).await.unwrap();
    let resident = Resident {
        id: town.app.id(),
        revision: 1,
        name: name.into(),
        email: Some(email.into()),
        phone: None,
        password_hash: None,
        lang: Lang::EN,
        household: Some(household.id),
        // The clock stands still; whoever comes later is newer all the same.
        made_at: town.app.now() + PEOPLE.fetch_add(1, Ordering::Relaxed),
    };
    store::insert_resident(&mut tx, &resident).await.unwrap();
    if !born.is_empty() {
        record::set_particulars(&mut tx, resident.id, Some(born), false).await.unwrap();
    }
    keys::write(&mut tx, resident.id).await.unwrap();
    tx.commit().await.unwrap();
    resident.id
}

pub async fn all_matched(town: &Town) {
    while linking::match_some(&town.app, 20).await.unwrap() > 0 {}
}

pub async fn pair(town: &Town, a: Id, b: Id) -> merges::Proposal {
    let found = merges::of_pair(&mut town.app.db.read().await.unwrap(), a, b).await.unwrap();
    found.expect("they are proposed")
}

pub async fn state(town: &Town, a: Id, b: Id) -> String {
    let found = merges::of_pair(&mut town.app.db.read().await.unwrap(), a, b).await.unwrap();
    found.map_or_else(|| "not proposed".into(), |found| found.state)
}

/// Two accounts of Ada, proposed to be one person.
pub async fn twice(town: &Town) -> (Id, Id, String) {
    let one = person(town, "Ada Testwell", "1970-03-14", MILL, "ada@post.example").await;
    let other = person(town, "Ada Testwel", "1970-03-14", QUAY, "quiet.heron@mail.example").await;
    all_matched(town).await;
    let path = format!("/desk/linking/{}", pair(town, one, other).await.id);
    (one, other, path)
}

pub async fn decide(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(path).await;
    let (key, revision) = (page.field("key"), page.field("revision"));
    let hidden = [("key", key.as_str()), ("revision", revision.as_str()), ("reason", "Both showed one passport")];
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain(hidden).collect();
    browser.post(&format!("{path}/decide"), &fields).await
}

pub async fn join(browser: &mut Browser, path: &str, keep: Id) {
    let answer = decide(browser, path, &[("decision", "one"), ("keep", &keep.to_string())]).await;
    assert_eq!((answer.status, answer.location.as_str()), (303, path), "{}", answer.body);
}

/// It was shown that what stands between these accounts is one person's.
pub async fn shown(town: &Town, account: Id) {
    let mut tx = town.app.db.begin().await.unwrap();
    for edge in merges::edges(&mut tx, account).await.unwrap() {
        let proof = merges::Proof { how: "checks".into(), by: TESS, at: town.app.now() };
        assert!(merges::prove(&mut tx, edge.id, &proof).await.unwrap());
    }
    tx.commit().await.unwrap();
}

pub async fn part(browser: &mut Browser, path: &str) {
    let merge = browser.get(path).await.field("merge");
    let answer = browser.post(&format!("{path}/part"), &[("merge", &merge), ("parted", "Two sisters")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

pub async fn found(town: &Town, typed: &str) -> Vec<Id> {
    let found = find::find(&mut town.app.db.read().await.unwrap(), typed).await.unwrap();
    found.people.into_iter().map(|person| person.id).collect()
}

pub async fn told(town: &Town, id: Id) -> String {
    let before = people::texts(town).await;
    let mut tx = town.app.db.begin().await.unwrap();
    let message = Message { key: "residents-told-password", ..Message::default() };
    let told = residents::tell(&mut tx, &town.app, To::Resident(id), message).await.unwrap();
    assert!(matches!(told, Told::By(_)));
    tx.commit().await.unwrap();
    let mut after: Vec<String> = people::texts(town).await.into_iter().map(|(to, _)| to).collect();
    for (to, _) in before {
        after.remove(after.iter().position(|other| *other == to).unwrap());
    }
    after.pop().unwrap()
}

pub async fn happened(town: &Town, id: Id) -> Vec<String> {
    let mut read = town.app.db.read().await.unwrap();
    let facts = facts::timeline(&mut read, &[Subject::new("resident", id)], None, 50).await.unwrap();
    facts.into_iter().map(|fact| fact.kind).collect()
}
