//! Making Eastmere: once, whole or refused.

use crate::support::{Browser, Council};
use kit::testing::{each_database, repository_migrations};
use kit::{params, sql};
use server::demo::{self, Size};
use std::time::Duration;

sql!(BEGUN, "SELECT id FROM facts WHERE kind = 'demo.begun' LIMIT 1");

async fn fill(council: &Council) -> kit::Result<()> {
    demo::fill(&council.app, Size { households: 300, weeks: 1 }, None).await
}

#[test]
fn an_interrupted_demo_says_what_to_do() {
    each_database(repository_migrations(), async |db| {
        let council = Council::demo(db).await;
        let begun = async {
            while council.app.db.read().await.unwrap().row(&BEGUN, params![]).await.unwrap().is_none() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::select! {
            done = fill(&council) => panic!("it was not interrupted on {}: {done:?}", db.name()),
            () = begun => {}
        }
        let again = fill(&council).await.map_err(|cause| cause.to_string());
        assert!(again.as_ref().is_err_and(|told| told.contains("delete the data folder")), "{again:?}");
    });
}

#[test]
fn a_demo_is_made_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::demo(db).await;
        fill(&council).await.unwrap();
        let before = council.app.db.commits();
        fill(&council).await.unwrap();
        assert_eq!(council.app.db.commits(), before, "nothing is written the second time");
    });
}

#[test]
fn the_demo_page_says_who_has_the_password_and_who_presses_a_button() {
    each_database(repository_migrations(), async |db| {
        let council = Council::demo(db).await;
        let mut browser = Browser::reading(&council, "en");
        let page = browser.open("/demo").await.text();
        assert!(page.contains("Every resident listed here has the password"), "{page}");
        assert!(page.contains("Staff have no password in the demo"), "{page}");
    });
}
