//! The people of a council under test: staff who are signed in, residents with accounts.

use super::{Browser, Council};
use kit::Id;
use kit::session::{self, Surface};
use kit::who::{Person, Role, Who};
use std::sync::atomic::{AtomicU64, Ordering};
use workforce::Details;

/// A number nobody had before, so that two people of one name have two addresses.
pub fn another() -> u64 {
    static PEOPLE: AtomicU64 = AtomicU64::new(1);
    PEOPLE.fetch_add(1, Ordering::Relaxed)
}

/// A member of staff with their browser, signed in.
pub struct Colleague {
    /// Their id.
    pub id: Id,
    /// Their set-up link, not used.
    pub link: String,
    /// Their browser.
    pub browser: Browser,
}

impl Council {
    /// Adds somebody to the staff and signs them in. The signing in itself is a journey of its own.
    pub async fn colleague(&self, name: &str, roles: &[Role], teams: &[&str]) -> Colleague {
        let details = Details {
            name: name.to_owned(),
            email: format!("{}.{}@eastmere.example", name.to_lowercase().replace(' ', "."), another()),
            roles: roles.to_vec(),
            teams: teams.iter().map(|team| (*team).to_owned()).collect(),
            active: true,
        };
        let mut tx = self.app.db.begin().await.expect("a transaction");
        let added = workforce::add(&mut tx, &self.app, &Who::system(), self.app.id(), &details).await;
        let added = added.expect("staff can be added").expect("nobody has this address");
        let staff = workforce::lookup(&mut tx, added.id).await.expect("staff are read").expect("the one just added");
        let nobody = Who::anyone(kit::Lang::EN);
        let (_, cookie) = session::start(&mut tx, &self.app, Surface::Staff, &Person::Staff(staff), &nobody)
            .await
            .expect("a session");
        tx.commit().await.expect("added");
        let mut browser = self.browser();
        super::browser::keep(&mut browser.cookies, &cookie);
        Colleague { id: added.id, link: added.link, browser }
    }

    /// Somebody makes an account by email, as anybody would.
    pub async fn resident(&self, name: &str, email: &str) -> Browser {
        let mut browser = self.browser();
        browser.open("/sign-up").await;
        browser.fill("Email address or mobile number", email).press("Send me a code").await;
        let code = self.code_for(email).await;
        browser.fill("Code", &code).press("Continue").await;
        browser.fill("Name", name).press("Make my account").await;
        assert_eq!(browser.page.path, "/account", "{}", browser.page.text());
        browser
    }
}
