//! Making Eastmere: once, whole or refused.

use crate::protection::verified;
use crate::support::{Browser, Council};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
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

sql!(CONTACTS, "SELECT CAST(count(*) AS BIGINT) FROM contacts WHERE open = 0 AND began < $1");
sql!(CHASERS, "SELECT CAST(count(*) AS BIGINT) FROM contacts_cases WHERE how = 'chaser' AND contact > $1");
sql!(NEEDS, "SELECT CAST(count(*) AS BIGINT) FROM residents_passports WHERE resident > $1");
sql!(BREACHES, "SELECT CAST(count(*) AS BIGINT) FROM residents_breaches WHERE id > $1");
sql!(LETTERS, "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages WHERE channel = 'letter' AND id > $1");
sql!(PICTURES, "SELECT CAST(count(*) AS BIGINT) FROM files WHERE owner_kind = 'case' AND id > $1");

#[test]
fn the_desk_of_a_new_demo_has_something_to_do_and_all_of_it_lies_in_the_past() {
    each_database(repository_migrations(), async |db| {
        let council = Council::demo(db).await;
        let now = council.app.now();
        fill(&council).await.unwrap();
        assert_eq!(council.app.now(), now, "the clock stands where it stood");
        let count = async |sql: &'static kit::db::Sql, than: kit::db::Value| -> i64 {
            council.app.db.read().await.unwrap().one(sql, &[than]).await.unwrap().get(0).unwrap()
        };
        let none = || kit::db::Value::from(kit::Id::NONE);
        assert_eq!(count(&CONTACTS, now.into()).await, 140, "each finished, none to come");
        assert!(count(&CHASERS, none()).await >= 2);
        assert!(count(&NEEDS, none()).await >= 8);
        assert_eq!(count(&BREACHES, none()).await, 4);
        assert!(count(&LETTERS, none()).await >= 1);
        assert_eq!(count(&PICTURES, none()).await, 12);
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/cases/untold").await;
        assert!(officer.page.text().contains("01632 960"), "{}", officer.page.text());
        officer.open("/desk/adjustments").await.says("The interpreter did not come");
        officer.open("/desk/linking").await.says("Sketchley");
        // Whatever the box of the search speaks of finds somebody.
        for typed in ["07700+900010", "01632+960003", "QI05+XIA"] {
            officer.open(&format!("/desk/find?q={typed}")).await.is_silent_about("Nobody was found");
        }
        officer.open("/desk/linking?of=joined").await.says("Saffron Trialworth").says("Teasel Trialby");
        officer.follow("Saffron Trialworth and Saffron Trialworth").await.says("both had passed a check");
        officer.open("/desk/linking?of=joined").await;
        officer.follow("Teasel Trialby and Teasel Trialby").await.says("Each account sees only its own");
        assert_eq!(verified(&council).await.wrong, 0, "the journal is whole");
    });
}

#[test]
fn of_the_demo_s_systems_some_have_answered_and_one_is_silent() {
    each_database(repository_migrations(), async |db| {
        let council = Council::demo(db).await;
        fill(&council).await.unwrap();
        let mut lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        lee.open("/desk/cases/handed").await.says("Kerbside Works").says("Eastmere Lighting");
        let of_a_case = |part: &&str| {
            part.strip_prefix("/desk/cases/").is_some_and(|rest| rest.len() == 9 && rest == rest.to_uppercase())
        };
        let case = lee.page.body.split('"').find(of_a_case).expect("what was not answered is listed").to_owned();
        lee.open(&case).await.says("3 of 4 systems").says("W-41");
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
