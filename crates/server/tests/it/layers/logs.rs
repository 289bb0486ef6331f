//! Logs and addresses carry nothing personal: a whole journey with words that can be found again.

use crate::support::{Council, Reached};
use axum::extract::State;
use kit::app::{App, Boxed};
use kit::outbox::{Courier, Delivery, Messenger, Outgoing, Providers};
use kit::route::Route;
use kit::testing::repository_migrations;
use kit::who::Role;
use kit::{params, sql};
use server::config::Serving;
use std::cell::RefCell;
use std::io::Write;
use std::sync::{Arc, Once};
use std::time::Duration;

thread_local! {
    /// What was logged in this thread since it began to watch.
    static KEPT: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Keeps what is logged by a thread that watches. The program has one log, so the tests have one too: a log for one
/// thread alone misses what another thread was the first to log.
struct Kept;

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        KEPT.with_borrow_mut(|kept| kept.iter_mut().for_each(|kept| kept.extend_from_slice(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let log = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(|| Kept).finish();
        tracing::subscriber::set_global_default(log).expect("the tests have no other log");
    });
    KEPT.set(Some(Vec::new()));
}

/// Words that stand for what is personal in the journey.
const CANARIES: [&str; 6] =
    ["Zanzibarina", "zanzi@post.example", "zanzi%40post", "Quinceytree", "wobblestone", "CB1 2AD"];

#[test]
fn a_journey_leaves_nothing_personal_in_logs_or_addresses() {
    watch();
    let mut visited = Vec::new();
    on_sqlite_here(async |council| {
        let mut zan = council.resident("Zanzibarina Example", "zanzi@post.example").await;
        let reference = zan.report_hole(("7 Quinceytree Road", "CB1 2AD"), Reached::Email("zanzi@post.example")).await;
        zan.open(&format!("/cases/{reference}")).await;
        zan.fill("Write to us about this", "It is by the wobblestone.").press("Send message").await;
        zan.open("/account/details").await;
        let mut other = council.browser();
        other.open("/track").await;
        other
            .fill("Reference", &reference)
            .fill("Email or phone number", "zanzi@post.example")
            .press("Send me a code")
            .await;
        let mut officer = council.colleague("Olga Zanzibarina", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open(&format!("/desk/cases/{reference}")).await;
        officer.fill("A note for staff. The resident never sees it", "wobblestone again").press("Keep note").await;
        officer.open("/nowhere").await;
        visited = [zan.visited, other.visited, officer.visited].concat();
    });
    let text = String::from_utf8(KEPT.take().expect("it was watched")).expect("a log in UTF-8");
    assert!(text.contains("/cases/{ref}"), "nothing was logged: {text}");
    assert!(visited.len() > 20);
    for canary in CANARIES {
        let line = text.lines().find(|line| line.contains(canary));
        assert_eq!(line, None, "{canary} is in the log");
        let address = visited.iter().find(|address| address.contains(canary));
        assert_eq!(address, None, "{canary} is in an address");
    }
}

/// A mail server that refuses, with the address in its words, as real ones do.
struct Refusing;

impl Messenger for Refusing {
    fn deliver<'a>(&'a self, message: &'a Outgoing) -> Boxed<'a, Delivery> {
        Box::pin(async { Delivery::Never(format!("550 5.1.1 <{}>: Recipient address rejected", message.to)) })
    }
}

sql!(A_NAME, "SELECT name FROM residents LIMIT 1");

/// Reads somebody's name where a number should be.
async fn failing(State(app): State<App>) -> kit::Result<String> {
    Ok(app.db.read().await?.one(&A_NAME, params![]).await?.get::<i64>(0)?.to_string())
}

#[test]
fn what_goes_wrong_is_logged_without_anything_personal() {
    watch();
    on_sqlite_here(async |council| {
        council.resident("Zanzibarina Example", "zanzi@post.example").await;
        let email: Arc<dyn Messenger> = Arc::new(Refusing);
        let courier = Courier::start(&council.app, Providers { email: Some(email), ..Providers::default() });
        for _ in 0..500 {
            if council.mail_to("zanzi@post.example").await.iter().all(|kept| kept.state == "failed") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        courier.stop().await;
        let routes = || vec![Route::page("/failing/{ref}", "test.failing", failing)];
        let mut browser = council.with_routes(routes, &Serving::default(), Duration::from_secs(30)).browser();
        assert_eq!(browser.open("/failing/QUINCEYTREE").await.status, 500);
    });
    let text = String::from_utf8(KEPT.take().expect("it was watched")).expect("a log in UTF-8");
    for told in ["a message was not delivered", "a fault of ours", "/failing/{ref}", "column is text"] {
        assert!(text.contains(told), "{told} is not logged");
    }
    for canary in ["Zanzibarina", "zanzi@post.example", "QUINCEYTREE"] {
        let line = text.lines().find(|line| line.contains(canary));
        assert_eq!(line, None, "{canary} is in the log");
    }
}

/// On SQLite, in this thread, where the log is being watched.
fn on_sqlite_here(test: impl AsyncFnOnce(&Council)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = kit::testing::TestDb::sqlite(repository_migrations()).await;
        test(&Council::on(&db).await).await;
    });
}
