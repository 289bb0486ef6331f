//! A small council for these tests, and the answers of somebody who wants an allotment.

use kit::app::Parts;
use kit::db::{Conn, Sql};
use kit::testing::{Answer, Browser, TestDb, test_parts};
use kit::{App, Id, sql};
use services::{Catalogue, Folder, Surroundings};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// The first person's whole way through the form, page by page.
pub const PAGES: [(&str, &[(&str, &str)]); 7] = [
    ("size", &[("size", "half")]),
    ("site", &[("site-street", "Hill Road"), ("site-postcode", "CB1 0AG"), ("near", "cb1 0ah")]),
    ("q-check", &[("hurt", "no"), ("whose", "ours")]),
    ("from", &[("from-day", "1"), ("from-month", "12"), ("from-year", "2026")]),
    (
        "people",
        &[
            ("partner", "Ada Test"),
            ("other_email", "ada@post.example"),
            ("other_phone", "07700 900123"),
            ("extras", "water"),
            ("extras", "seeds"),
        ],
    ),
    (
        "home",
        &[
            ("home-line1", "1 Hill Road"),
            ("home-town", "Eastmere"),
            ("home-postcode", "CB1 0AG"),
            ("nickname", "ab 12"),
        ],
    ),
    ("why", &[("why", "To grow beans.")]),
];

/// How to reach them: a landline, no email.
pub const LANDLINE: [(&str, &str); 3] =
    [("contact-name", "Ben Test"), ("contact-way", "call"), ("contact-phone", "01632 960123")];

fn repository(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn text(path: &str) -> String {
    let path = repository(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The allotment alone, perhaps with one text of its files changed.
pub fn allotment(change: impl Fn(&str) -> String) -> Folder {
    // Its words stand in for the other languages too: publishing asks for all of them.
    let files = [("service.toml", "service.toml"), ("en.ftl", "en.ftl"), ("cy.ftl", "en.ftl"), ("ar.ftl", "en.ftl")];
    let own = files.map(|(file, from)| {
        let text = change(&text(&format!("crates/forms/tests/definitions/allotment/{from}")));
        (format!("allotment/{file}"), text)
    });
    let shared = ["teams.toml", "categories.toml"].map(|file| (file.to_owned(), text(&format!("definitions/{file}"))));
    Folder::from_texts(own.into_iter().chain(shared))
}

fn surroundings() -> Surroundings {
    let holidays = calendar::Holidays::parse(&text("data/bank-holidays.json"), calendar::Division::EnglandAndWales);
    let (nine, five) = (jiff::civil::time(9, 0, 0, 0), jiff::civil::time(17, 0, 0, 0));
    let danger = [("en", text("definitions/danger/en.toml"))];
    Surroundings {
        calendar: calendar::Calendar::london(holidays.unwrap(), calendar::Opening::weekdays(nine, five).unwrap()),
        danger: search::Danger::parse(danger.iter().map(|(lang, words)| (*lang, words.as_str()))).unwrap(),
        postcodes: places::Postcodes::parse(&text("data/postcodes.csv")).unwrap(),
        roads: places::Roads::default(),
        council: "E07000008".into(),
    }
}

/// A council with these services, not yet built.
pub fn parts(db: &TestDb, folder: &Folder) -> Parts {
    let catalogue = Catalogue::of_folder(surroundings(), folder).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    // Two councils on one database must not draw the same ids.
    static SEED: AtomicU64 = AtomicU64::new(7);
    let mut parts =
        test_parts(db.db(), SEED.fetch_add(1, Ordering::Relaxed)).with(catalogue).with(forms::Endings::default());
    parts.resident = residents::lookup;
    parts.council.pass_on.insert("to-neighbour".into(), "roads@westmere.example".into());
    parts
}

/// A council that has allotments.
pub fn council(db: &TestDb) -> App {
    parts(db, &allotment(str::to_owned)).build()
}

/// A browser of that council.
pub fn browser(app: &App) -> Browser {
    Browser::new(app, forms::routes())
}

/// Sends a page as its own form would: what it shows is opened first, its hidden fields go along.
pub async fn fill(browser: &mut Browser, path: &str, typed: &[(&str, &str)]) -> Answer {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path} leads to {}: {}", page.location, page.body);
    send(browser, path, &page, typed).await
}

/// Sends the form of a page that was opened before.
pub async fn send(browser: &mut Browser, path: &str, page: &Answer, typed: &[(&str, &str)]) -> Answer {
    let hidden = ["revision", "view", "from"].map(|name| (name, has(page, name).then(|| page.field(name))));
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for (name, value) in &hidden {
        fields.extend(value.as_ref().map(|value| (*name, value.as_str())));
    }
    let asked = asked(page);
    fields.extend(asked.iter().map(|question| ("asked", question.as_str())));
    fields.extend(typed);
    let action = path.split('?').next().unwrap_or_default();
    browser.post(action, &fields).await
}

fn has(page: &Answer, name: &str) -> bool {
    page.body.contains(&format!("name=\"{name}\""))
}

fn asked(page: &Answer) -> Vec<String> {
    let parts = page.body.split("name=\"asked\" value=\"").skip(1);
    parts.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

/// Presses "start" and gives the draft's address.
pub async fn start(browser: &mut Browser) -> String {
    let answer = browser.post("/forms/allotment/start", &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location
}

/// Answers every page and says how to be reached; gives the draft's address.
pub async fn prepared(browser: &mut Browser) -> String {
    let draft = start(browser).await;
    for (page, typed) in PAGES {
        let answer = fill(browser, &format!("{draft}/{page}"), typed).await;
        assert_eq!(answer.status, 303, "{page}: {}", answer.body);
    }
    let answer = fill(browser, &format!("{draft}/contact"), &LANDLINE).await;
    assert_eq!(answer.location, format!("{draft}/check"), "{}", answer.body);
    draft
}

/// Opens check-your-answers and presses "Send".
pub async fn submit(browser: &mut Browser, draft: &str) -> Answer {
    let check = browser.get(&format!("{draft}/check")).await;
    assert_eq!(check.status, 200, "check leads to {}", check.location);
    let revision = check.field("revision");
    browser.post(&format!("{draft}/submit"), &[("revision", &revision)]).await
}

sql!(COUNT_CASES, "SELECT count(*) FROM cases");
sql!(ANSWERS_OF, "SELECT answers FROM cases WHERE ref = $1");

/// How many cases there are.
pub async fn cases_count(app: &App) -> i64 {
    count(&mut app.db.read().await.unwrap(), &COUNT_CASES).await
}

/// The number a statement gives.
pub async fn count(conn: &mut Conn, statement: &'static Sql) -> i64 {
    conn.one(statement, &[]).await.unwrap().get(0).unwrap()
}

/// The answers of a case, as JSON text.
pub async fn answers_of(app: &App, reference: &str) -> String {
    let mut read = app.db.read().await.unwrap();
    read.one(&ANSWERS_OF, kit::params![reference]).await.unwrap().get(0).unwrap()
}

/// The draft's id in its address.
pub fn id_of(draft: &str) -> Id {
    draft.rsplit('/').next().unwrap().parse().unwrap()
}

sql!(LAST_TEXT, "SELECT text FROM outbox_messages ORDER BY id DESC LIMIT 1");

/// The text of the message sent last.
pub async fn last_text(app: &App) -> String {
    app.db.read().await.unwrap().one(&LAST_TEXT, &[]).await.unwrap().get(0).unwrap()
}

/// The one-time code in the message sent last.
pub async fn last_code(app: &App) -> String {
    let text: Vec<char> = last_text(app).await.chars().collect();
    let six = text.windows(6).find(|six| six.iter().all(char::is_ascii_digit));
    six.expect("a code was sent").iter().collect()
}
