//! An office for tests: an administrator, staff with their devices, browsers.
#![allow(dead_code)] // each test binary uses its part

use kit::app::App;
use kit::clock::{Clock, SECOND};
use kit::testing::{Answer, Browser, TestDb, test_parts};
use kit::who::{Person, Role, Staff, Who};
use kit::{Id, Lang};
use totp_rs::{Builder, Secret};
use workforce::{Added, Details, SignOn, SignOnConfig};

/// The password everybody in the office has chosen.
pub const PASSWORD: &str = "copper kettle stair nine";

/// A council with its staff.
pub struct Office {
    /// The running council.
    pub app: App,
}

impl Office {
    /// A council on this database; `demo` shows its listed staff on the sign-in page.
    pub fn new(db: &TestDb, demo: bool) -> Office {
        let mut parts = test_parts(db, 11);
        parts.staff = workforce::lookup;
        parts.demo = demo;
        Office { app: parts.build() }
    }

    /// A council whose staff sign on with this provider, at this time.
    pub fn signing_on(db: &TestDb, clock: &Clock, config: &SignOnConfig) -> Office {
        let mut parts = test_parts(db, 11);
        parts.staff = workforce::lookup;
        parts.clock = clock.clone();
        let sign_on = SignOn::new(config, &parts.council).unwrap();
        Office { app: parts.with(sign_on).build() }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.app, workforce::routes())
    }

    /// Adds somebody as `staff add` does.
    pub async fn add(&self, name: &str, email: &str, roles: &[Role], teams: &[&str]) -> Added {
        let details = Details {
            name: name.into(),
            email: email.into(),
            roles: roles.to_vec(),
            teams: teams.iter().map(|team| (*team).to_owned()).collect(),
            active: true,
        };
        let mut tx = self.app.db.begin().await.unwrap();
        let id = self.app.id();
        let added = workforce::add(&mut tx, &self.app, &Who::system(), id, &details).await.unwrap();
        tx.commit().await.unwrap();
        added.expect("the address is free")
    }

    /// Adds a team.
    pub async fn team(&self, code: &str, name: &str) {
        let mut tx = self.app.db.begin().await.unwrap();
        assert!(workforce::store::insert_team(&mut tx, self.app.id(), code, name).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// Follows a set-up link to its end and gives the device's key.
    pub async fn set_up(&self, link: &str) -> String {
        let mut browser = self.browser();
        let page = browser.get(link).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let key = key_of(&page);
        let token = page.field("token");
        let typed = [("token", token.as_str()), ("password", PASSWORD), ("code", &self.code(&key))];
        let done = browser.post("/desk/set-up", &typed).await;
        assert_eq!((done.status, done.location.as_str()), (303, "/desk/sign-in?done=set-up"), "{}", done.body);
        key
    }

    /// The code a device with this key shows in a second's time, when the browser sends it.
    pub fn code(&self, key: &str) -> String {
        let secret = Secret::try_from_base32(key.replace(' ', "")).unwrap();
        let at = (self.app.now() + SECOND) / SECOND;
        Builder::new().with_secret(secret).build().unwrap().generate(at as u64).to_string()
    }

    /// Signs somebody in with the password and the code of half a minute later.
    pub async fn sign_in(&self, email: &str, key: &str) -> Browser {
        let mut browser = self.browser();
        self.sign_in_with(&mut browser, email, key).await;
        assert!(matches!(browser.who("/desk").await.person, Person::Staff(_)));
        browser
    }

    /// The same in a browser that is there already.
    pub async fn sign_in_with(&self, browser: &mut Browser, email: &str, key: &str) -> Answer {
        self.app.clock.advance(31 * SECOND);
        let on = browser.post("/desk/sign-in", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(on.status, 303, "{}", on.body);
        let half = browser.get(&on.location).await.field("half");
        let code = self.code(key);
        browser.post("/desk/sign-in/code", &[("half", &half), ("code", &code)]).await
    }

    /// An administrator, set up and signed in.
    pub async fn administrator(&self) -> (Id, Browser) {
        let added = self.add("Adele Sample", "adele@work.example", &[Role::Administrator], &[]).await;
        let key = self.set_up(&added.link).await;
        (added.id, self.sign_in("adele@work.example", &key).await)
    }
}

/// The key a set-up page shows for typing by hand.
pub fn key_of(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("<code dir=\"ltr\">").expect("a key");
    rest.split('<').next().unwrap_or_default().to_owned()
}

/// The member of staff behind a browser.
pub async fn staff(browser: &Browser) -> Option<Staff> {
    match browser.who("/desk").await.person {
        Person::Staff(staff) => Some(staff),
        _ => None,
    }
}

/// Nobody in particular.
pub fn anyone() -> Who {
    Who::anyone(Lang::EN)
}
