//! A whole council on a database of the test's own: the program's router and layers, a clock moved by hand, chance that
//! repeats; and the people who use it.

mod browser;
mod desk;
mod journeys;
mod page;
mod people;

pub use browser::Browser;
pub use desk::totp;
pub use journeys::*;
pub use page::Page;
pub use people::another;

use axum::Router;
use clap::Parser;
use kit::clock::{Clock, Micros};
use kit::id::Entropy;
use kit::mail::InboxConfig;
use kit::outbox::{self, Kept};
use kit::route::Route;
use kit::testing::{TEST_NOW, TestDb};
use kit::{App, Lang};
use server::commands::Common;
use server::config::{Config, Serving};
use server::{layers, router, wiring};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A council at work, nothing in the background.
#[derive(Clone)]
pub struct Council {
    /// Its parts.
    pub app: App,
    /// Its pages, layers around them.
    pub router: Router,
    _folder: Arc<tempfile::TempDir>,
}

/// The options every verb shares, read as from a command line.
#[derive(Parser)]
struct Options {
    #[command(flatten)]
    common: Common,
}

/// The common options of a data folder.
pub fn common(folder: &std::path::Path) -> Common {
    Options::parse_from(["test".as_ref(), "--data".as_ref(), folder.as_os_str()]).common
}

impl Council {
    /// A council on this database, at [`TEST_NOW`], a Sunday morning.
    pub async fn on(db: &TestDb) -> Council {
        Council::at(db, TEST_NOW, false).await
    }

    /// A demo council.
    pub async fn demo(db: &TestDb) -> Council {
        Council::at(db, TEST_NOW, true).await
    }

    /// A council on this database at this moment.
    pub async fn at(db: &TestDb, now: Micros, demo: bool) -> Council {
        Council::with(db, now, demo, Config::default()).await
    }

    /// The same with a configuration of its own.
    pub async fn with(db: &TestDb, now: Micros, demo: bool, config: Config) -> Council {
        // Two councils on one database must not draw the same ids.
        static SEED: AtomicU64 = AtomicU64::new(11);
        let folder = tempfile::Builder::new().prefix("guildhall-it-").tempdir().expect("a folder");
        let inbox = InboxConfig {
            address: "case@mail.eastmere.example".into(),
            listen: None,
            also: vec!["hello@eastmere.example".into()],
        };
        let config = Config { inbox: Some(inbox), ..config };
        let chance = (Clock::manual(now), Entropy::seeded(SEED.fetch_add(1, Ordering::Relaxed)));
        let app = wiring::app_at(&common(folder.path()), &config, db.db().clone(), demo, chance).expect("a council");
        let definitions = wiring::definitions(None).expect("definitions");
        services::publish(&app, &definitions).await.expect("the definitions are published");
        wiring::make_teams(&app).await.expect("the teams they name");
        let figures = wiring::figures(&app).expect("figures");
        let plain = router::router(router::routes());
        let router = layers::wrap(plain, &app, &router::routes(), &config.serving, figures);
        Council { app, router, _folder: Arc::new(folder) }
    }

    /// The same council with these routes instead of the program's, behind the program's layers: for what the layers do.
    pub fn with_routes(&self, routes: fn() -> Vec<Route>, serving: &Serving, longest: Duration) -> Council {
        let figures = wiring::figures(&self.app).expect("figures");
        let plain = router::router(routes());
        let router = layers::wrap_with_limit(plain, &self.app, &routes(), serving, figures, longest);
        Council { router, ..self.clone() }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        // What is live ends after its first event: a browser here reads whole answers, and would wait for ever.
        self.app.part::<queue::Live>().expect("what is live").end();
        Browser::new(self)
    }

    /// Messages to somebody, newest first.
    pub async fn mail_to(&self, address: &str) -> Vec<Kept> {
        let mut read = self.app.db.read().await.expect("a reader");
        let all = outbox::recent(&mut read, None, 500).await.expect("the outbox is read");
        all.into_iter().filter(|kept| kept.to == address).collect()
    }

    /// The newest message to somebody.
    #[track_caller]
    pub fn newest_to<'a>(&'a self, address: &'a str) -> impl Future<Output = Kept> + 'a {
        let place = std::panic::Location::caller();
        async move {
            let mut all = self.mail_to(address).await;
            assert!(!all.is_empty(), "{place}: no message to {address}");
            all.remove(0)
        }
    }

    /// The code in the newest message to somebody.
    pub async fn code_for(&self, address: &str) -> String {
        let text = self.newest_to(address).await.text;
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
        let code = text.split(|c: char| !c.is_ascii_digit()).find(is_code);
        code.unwrap_or_else(|| panic!("no code in: {text}")).to_owned()
    }

    /// Plain words, for tests of other languages.
    pub fn t(&self, lang: Lang, key: &'static str) -> String {
        self.app.t(lang, key).to_owned()
    }
}
