//! A town for tests: browsers, messages sent, residents signed up.
#![allow(dead_code)] // each test binary uses its part

use kit::app::App;
use kit::outbox;
use kit::testing::{Browser, TestDb, test_parts};

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
        Town { app: parts.build() }
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
