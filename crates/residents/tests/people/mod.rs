//! A town for tests: browsers, messages sent, residents signed up.
#![allow(dead_code)] // each test binary uses its part

use kit::app::{App, Boxed};
use kit::db::Conn;
use kit::facts::{self, Body, Subject};
use kit::outbox;
use kit::session::{self, Surface};
use kit::testing::{Answer, Browser, TestDb, test_parts};
use kit::who::{Person, Role, Staff, Who};
use kit::{Id, Lang, Result};
use residents::authorities::{Matter, Service, Services};
use residents::checks::Requests;
use residents::desk::home::{Postcodes, Whereabouts};

/// An officer.
pub const TESS: Id = Id([7; 16]);
/// A member of a team.
pub const SAM: Id = Id([8; 16]);

/// A leader of a team.
pub const LEE: Id = Id([9; 16]);

/// A council with its browsers.
pub struct Town {
    /// The running council.
    pub app: App,
}

impl Town {
    /// A council on this database.
    pub fn new(db: &TestDb) -> Town {
        let mut parts = test_parts(db, 7);
        parts.resident = residents::lookup;
        Town { app: parts.with(rules()).build() }
    }

    /// A council that nobody carries text messages for.
    pub fn without_texts(db: &TestDb) -> Town {
        let mut parts = test_parts(db, 7);
        parts.resident = residents::lookup;
        parts.texts = false;
        Town { app: parts.build() }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.app, residents::routes())
    }
}

/// The texts of all messages, newest first.
pub async fn texts(town: &Town) -> Vec<(String, String)> {
    let mut read = town.app.db.read().await.unwrap();
    let kept = outbox::recent(&mut read, None, 200).await.unwrap();
    kept.into_iter().map(|kept| (kept.to, kept.text)).collect()
}

/// The code in the newest message, and a wrong one.
pub async fn code_of(town: &Town) -> (String, String) {
    let (_, text) = texts(town).await.into_iter().next().expect("a message");
    let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
    let code = text.split(|c: char| !c.is_ascii_digit()).find(is_code).expect("a code").to_owned();
    let wrong = if code == "000001" { "000002" } else { "000001" };
    (code, wrong.to_owned())
}

/// Signs somebody up and gives their browser, signed in.
pub async fn sign_up(town: &Town, address: &str, password: Option<&str>) -> Browser {
    let mut browser = town.browser();
    let asked = browser.post("/sign-up", &[("address", address)]).await;
    let challenge = browser.get(&asked.location).await.field("challenge");
    let (code, _) = code_of(town).await;
    browser.post("/sign-up/code", &[("challenge", &challenge), ("code", &code)]).await;
    let typed = [
        ("challenge", challenge.as_str()),
        ("up", "true"),
        ("name", "Ada Testwell"),
        ("password", password.unwrap_or_default()),
        ("lang", "en"),
    ];
    let done = browser.post("/sign-up/details", &typed).await;
    assert_eq!((done.status, done.location.as_str()), (303, "/account"), "{}", done.body);
    browser
}

/// The rules for more help, as delivered.
fn rules() -> residents::needs::Criteria {
    residents::needs::Criteria::read(include_str!("../../../../definitions/needs/criteria.toml")).unwrap()
}

fn staff(_: &mut Conn, id: Id) -> Boxed<'_, Result<Option<Staff>>> {
    let role = match id {
        SAM => Role::TeamMember,
        LEE => Role::TeamLeader,
        _ => Role::Officer,
    };
    Box::pin(async move { Ok(Some(Staff { id, name: "Tess Sample".into(), roles: vec![role], teams: Vec::new() })) })
}

/// A council with staff, and with the rules for more help.
pub fn town(db: &TestDb) -> Town {
    let mut parts = test_parts(db, 7);
    parts.resident = residents::lookup;
    parts.staff = staff;
    Town {
        app: parts.with(rules()).with(Requests(is_seven)).with(Services(services)).with(Postcodes(whereabouts)).build(),
    }
}

/// Two postcodes of the council are known, and one of another: they are kept by a crate that knows this one.
fn whereabouts(_: &App, typed: &str) -> Result<Option<Whereabouts>> {
    let (postcode, ward) = match typed.to_uppercase().as_str() {
        "CB1 2AD" => ("CB1 2AD", "W2"),
        "CB1 1AA" => ("CB1 1AA", "W1"),
        "SW1A 1AA" => ("SW1A 1AA", ""),
        _ => return Ok(None),
    };
    Ok(Some(Whereabouts { postcode: postcode.into(), ward: ward.into(), position: Some((52.2, 0.1)) }))
}

/// Services of a council: those are kept by a crate that knows this one.
pub fn services(_: &App, _: Lang) -> Result<Vec<Service>> {
    let all = [
        ("bin", "Report a missed bin", Some(Matter::Everyday)),
        ("care", "Ask for care", Some(Matter::Care)),
        ("support", "Council tax support", Some(Matter::Benefits)),
        ("tax", "Council tax", Some(Matter::Property)),
        ("unsaid", "Something new", None),
    ];
    Ok(all.map(|(id, name, matter)| Service { id: id.to_owned(), name: name.to_owned(), matter }).to_vec())
}

/// One reference stands for everybody's open requests: those are kept by a crate that knows this one.
fn is_seven<'a>(_: &'a mut Conn, _: &'a App, _: &'a [Id], typed: &'a str) -> Boxed<'a, Result<bool>> {
    Box::pin(async move { Ok(typed == "SEVEN") })
}

/// A browser in which this member of staff is signed in.
pub async fn desk(town: &Town, id: Id) -> Browser {
    let mut browser = town.browser();
    let person = Person::Staff(Staff { id, name: String::new(), roles: Vec::new(), teams: Vec::new() });
    let mut tx = town.app.db.begin().await.unwrap();
    let (_, cookie) =
        session::start(&mut tx, &town.app, Surface::Staff, &person, &Who::anyone(Lang::EN)).await.unwrap();
    tx.commit().await.unwrap();
    let (name, rest) = cookie.split_once('=').unwrap();
    browser.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
    browser
}

/// Sends the form of this page with these fields and the page's own key.
pub async fn send(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let key = browser.get(path).await.field("key");
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("key", key.as_str())]).collect();
    browser.post(path, &fields).await
}

/// Sends the form of this page with these fields and the revision the page was drawn with.
pub async fn save(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let revision = browser.get(path).await.field("revision");
    browser.post(path, &[fields, &[("revision", revision.as_str())]].concat()).await
}

/// What happened to somebody, the newest first: the kind and the words.
pub async fn happened(town: &Town, id: Id) -> Vec<(String, String)> {
    let mut read = town.app.db.read().await.unwrap();
    let facts = facts::timeline(&mut read, &[Subject::new("resident", id)], None, 50).await.unwrap();
    let body = |body: &Body| match body {
        Body::Text(text) => text.clone(),
        _ => String::new(),
    };
    facts.iter().map(|fact| (fact.kind.clone(), body(&fact.body))).collect()
}
