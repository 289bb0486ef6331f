//! Data protection: what is held on a person and told to them, how long it is kept, what is erased and what is not.

mod access;
mod accounted;
mod answers;
mod erasing;
mod holding;
mod keeping;

use crate::access::world::person;
use crate::support::{Browser, Council, another};
use cases::{Contact, Given, Opening, Promise};
use kit::clock::{DAY, Micros};
use kit::db::{Db, Value};
use kit::facts::{self, Help, Keeper, SealKey};
use kit::personal::{Part, Reader};
use kit::who::{Role, Who};
use kit::{Id, Lang};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Words that stand nowhere else, so that they are found wherever they are kept.
const NAME: &str = "Quilla Feathersworth";
const TOLD: &str = "zanzibar umbrella in the hedge";
const WRITTEN: &str = "yodelling badger on the towpath";
const NOTED: &str = "quicksilver remark among colleagues";
const ANSWERED: &str = "velvet reply with a date";

/// Somebody with an account, with every word of theirs to be looked for.
struct Somebody {
    id: Id,
    email: String,
    browser: Browser,
}

impl Somebody {
    async fn new(council: &Council, name: &str) -> Somebody {
        let email = format!("quilla{}@feathers.example", another());
        let browser = council.resident(name, &email).await;
        let (id, _) = person(council, &browser).await;
        Somebody { id, email, browser }
    }

    /// Asks for something, with an answer in their own words.
    async fn asks(&self, council: &Council, service: &str, words: &str) -> (Id, String) {
        let app = &council.app;
        let catalogue = app.part::<services::Catalogue>().unwrap();
        let question = if service == "general-enquiry" { "message" } else { "more" };
        let value = serde_json::to_value(services::Answer::Text(words.into())).unwrap();
        let contact = Contact {
            by: residents::By::Account,
            name: NAME.into(),
            email: Some(self.email.clone()),
            phone: None,
            lang: Lang::EN,
        };
        let opening = Opening {
            draft: app.id(),
            service: service.into(),
            version: catalogue.current(service).expect("it is delivered").version,
            title: format!("About {words}"),
            kind: "pothole".into(),
            team: "highways".into(),
            answers: vec![Given { question: question.into(), value, by: "resident".into() }],
            contact: Some(contact),
            resident: Some(self.id),
            visitor: None,
            help: Help::Alone,
            place: Some(cases::Place {
                street: "9 Feather Row".into(),
                ward: "E05013054".into(),
                ..cases::Place::default()
            }),
            promise: Promise { due: app.now() + 5 * DAY, reason: "reason-usual".into() },
            source: "web".into(),
            priority: "normal".into(),
            passed_to: None,
            duplicates: None,
            opened: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let who = Who { person: kit::who::Person::Resident(self.id), ..Who::anyone(Lang::EN) };
        let ready = cases::ready(&mut tx, app, opening).await.unwrap();
        let opened = cases::open(&mut tx, app, &who, ready).await.unwrap();
        tx.commit().await.unwrap();
        (opened.case, opened.reference.to_string())
    }
}

/// What was written to and fro about a case, and a note besides.
async fn talk(somebody: &mut Somebody, leader: &mut Browser, reference: &str) {
    somebody.browser.open(&format!("/cases/{reference}")).await;
    let page = somebody.browser.fill("Write to us about this", WRITTEN).press("Send message").await;
    assert_eq!(page.status, 200, "{}", page.text());
    leader.open(&format!("/desk/cases/{reference}/note")).await;
    leader.fill("A note for staff. The resident never sees it", NOTED).press("Keep note").await;
    leader.open(&format!("/desk/cases/{reference}/message")).await;
    leader.fill("Message", ANSWERED).press("Send").await;
}

/// The leader of the team that has these cases.
async fn leader(council: &Council) -> Browser {
    council.colleague("Lee Kestrelhook", &[Role::TeamLeader], &["highways"]).await.browser
}

/// Decides and closes a case of general enquiries, in which nothing is mended.
async fn close(leader: &mut Browser, reference: &str) {
    leader.open(&format!("/desk/cases/{reference}/decide")).await;
    let answered = if leader.page.text().contains("Mended or cleared") { "Mended or cleared" } else { "Answered" };
    leader.choose(answered).fill("Why? The resident reads these words", ANSWERED);
    let page = leader.choose("No: close the case").press("Decide").await;
    assert_eq!(page.status, 200, "{}", page.text());
}

/// Everything held on somebody.
async fn held(council: &Council, resident: Id, reader: Reader) -> Vec<Part> {
    server::held::read(&council.app, resident, reader, Lang::EN).await.expect("it is read")
}

/// The tables and columns in which one of these texts, or this id, stands.
pub(crate) async fn found_in(db: &Db, texts: &[&str], id: Option<Id>) -> BTreeSet<String> {
    let tables = db.tables().await.unwrap();
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let mut found = BTreeSet::new();
    let each = |table: usize, row: kit::db::Row| {
        for (value, (column, _)) in row.values().iter().zip(&tables[table].columns) {
            let hit = match value {
                Value::Text(held) => {
                    let held = held.to_lowercase();
                    texts.iter().any(|text| held.contains(text)) || id.is_some_and(|id| held.contains(&id.to_string()))
                }
                Value::Blob(held) => id.is_some_and(|id| held[..] == id.0[..]),
                _ => false,
            };
            if hit {
                found.insert(format!("{}.{column}", tables[table].name));
            }
        }
        Ok(())
    };
    db.dump(&tables, each).await.unwrap();
    found
}

/// Numbers and seals everything, and gives what `verify` says of it.
pub(crate) async fn verified(council: &Council) -> facts::Report {
    // One key for all: what was sealed before is verified by the same signer.
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| tempfile::tempdir().unwrap());
    let key = SealKey::open_or_make(&folder.path().join("seal.key"), &council.app.entropy).unwrap();
    let signer = key.signer();
    Keeper::start(&council.app, key, Vec::new(), None).stop().await;
    for listener in cases::listeners() {
        while facts::follow_once(&council.app, &listener, 500).await.unwrap() > 0 {}
    }
    facts::verify(&council.app.db, &[signer], None).await.unwrap()
}

/// The same council so much later.
async fn later(council: &Council, db: &kit::testing::TestDb, by: Micros) -> Council {
    Council::at(db, council.app.now() + by, false).await
}
