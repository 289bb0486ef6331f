//! How long things are kept: a job erases what is personal in cases whose time is over, and messages after theirs.

use super::{ANSWERED, NAME, NOTED, Somebody, TOLD, WRITTEN, close, found_in, later, leader, talk, verified};
use crate::journeys::mail::comes;
use crate::support::{Council, another};
use kit::clock::{DAY, HOUR};
use kit::testing::{each_database, repository_migrations};
use kit::{params, sql};

sql!(
    FIGURES,
    "SELECT service, status, ward, CAST(sum(cases) AS BIGINT) FROM cases_figures GROUP BY service, status, ward ORDER BY service, status, ward"
);
sql!(KEPT, "SELECT what, took, CAST(sum(cases) AS BIGINT) FROM cases_kept GROUP BY what, took ORDER BY what, took");
sql!(SENT, "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages");
sql!(DELIVER, "UPDATE outbox_messages SET state = 'sent', done_at = $1");

/// Every word of somebody, wherever it may be kept.
const WORDS: [&str; 6] = [TOLD, WRITTEN, NOTED, ANSWERED, "Feather Row", NAME];

async fn figures(council: &Council) -> String {
    let mut read = council.app.db.read().await.unwrap();
    let figures = read.rows(&FIGURES, params![]).await.unwrap();
    format!("{figures:?} {:?}", read.rows(&KEPT, params![]).await.unwrap())
}

#[test]
fn when_its_time_is_over_what_is_personal_goes_and_figures_and_seals_stay() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, "Quilla").await;
        let mut desk = leader(&council).await;
        let (_, reference) = one.asks(&council, "street-problem", TOLD).await;
        talk(&mut one, &mut desk, &reference).await;
        close(&mut desk, &reference).await;
        let (_, open) = one.asks(&council, "street-problem", "still open and blue").await;
        verified(&council).await;
        let before = figures(&council).await;
        let months =
            council.app.part::<services::Catalogue>().unwrap().current("street-problem").unwrap().retention_months;
        // A day before, nothing goes.
        let early = later(&council, db, i64::from(months) * 30 * DAY - 20 * DAY).await;
        assert_eq!(cases::erase_due(&early.app).await.unwrap(), 0);
        let over = later(&council, db, i64::from(months) * 31 * DAY + 3 * DAY).await;
        assert_eq!(cases::erase_due(&over.app).await.unwrap(), 1);
        assert_eq!(cases::erase_due(&over.app).await.unwrap(), 0, "once is enough");
        let kept = found_in(db.db(), &WORDS[..5], None).await;
        let not_messages: Vec<_> = kept.iter().filter(|place| !place.starts_with("outbox_messages.")).collect();
        // The street of the open case is there as it was.
        assert_eq!(not_messages, ["cases.street"], "{kept:?}");
        let report = verified(&over).await;
        assert_eq!(report.wrong, 0, "{:?}", report.faults);
        assert!(report.erased >= 2 && report.erased == report.erased_on_record, "{report:?}");
        assert_eq!(figures(&over).await, before, "figures are as true as before");
        // Staff see what it was, and that its words are gone; nothing more can be done with it.
        let mut desk = leader(&over).await;
        let page = desk.open(&format!("/desk/cases/{reference}")).await;
        page.says("The personal details of this case have been erased").says("Mended or cleared");
        page.says("Personal details erased: the time this service keeps them is over").is_silent_about(NOTED);
        assert!(page.link("Open it again").is_none() && page.link("Write a note").is_none(), "{}", page.text());
        assert_eq!(desk.open(&format!("/desk/cases/{reference}/note")).await.status, 409);
        desk.open(&format!("/desk/cases/{open}")).await.says("still open and blue");
    });
}

#[test]
fn many_go_in_small_pieces_and_each_service_has_its_own_time() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let one = Somebody::new(&council, NAME).await;
        let catalogue = council.app.part::<services::Catalogue>().unwrap();
        let months = |service: &str| i64::from(catalogue.current(service).unwrap().retention_months);
        let (short, long) = (months("general-enquiry"), months("street-problem"));
        assert!(short < long, "{short} {long}");
        let mut desk = leader(&council).await;
        for number in 0..23 {
            let (_, reference) = one.asks(&council, "general-enquiry", &format!("enquiry {number}")).await;
            close(&mut desk, &reference).await;
        }
        let (_, reference) = one.asks(&council, "street-problem", "a lasting hole").await;
        close(&mut desk, &reference).await;
        let over = later(&council, db, short * 31 * DAY + 3 * DAY).await;
        assert_eq!(cases::erase_due(&over.app).await.unwrap(), 23);
        desk = leader(&over).await;
        desk.open(&format!("/desk/cases/{reference}")).await.says("a lasting hole");
    });
}

#[test]
fn messages_go_after_their_time_and_those_on_their_way_stay() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        Somebody::new(&council, NAME).await.asks(&council, "general-enquiry", TOLD).await;
        let count = async |council: &Council| -> i64 {
            council.app.db.read().await.unwrap().one(&SENT, params![]).await.unwrap().get(0).unwrap()
        };
        let written = count(&council).await;
        assert!(written >= 2, "a code and a confirmation");
        let over = later(&council, db, 91 * DAY).await;
        server::wiring::clear(&over.app).await.unwrap();
        assert_eq!(count(&over).await, written, "nothing was delivered yet, so nothing goes");
        let mut tx = council.app.db.begin().await.unwrap();
        tx.exec(&DELIVER, params![council.app.now()]).await.unwrap();
        tx.commit().await.unwrap();
        let early = later(&council, db, 90 * DAY - HOUR).await;
        server::wiring::clear(&early.app).await.unwrap();
        assert_eq!(count(&early).await, written);
        server::wiring::clear(&over.app).await.unwrap();
        assert_eq!(count(&over).await, 0);
    });
}

/// Years of mail are not read every hour to find the few whose time is over.
#[test]
fn mail_goes_when_its_time_is_over_and_what_has_time_is_not_read() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let aside = async |words: &str| {
            let address = format!("ann{}@a.example", another());
            let head = format!("Subject: A letter\nMessage-ID: <{}@a.example>", another());
            comes(&council, &address, "hello@eastmere.example", &head, words).await;
            let mut tx = council.app.db.begin().await.unwrap();
            let mut all = mail::store::received::of_sender(&mut tx, &address).await.unwrap();
            all[0].settle(mail::State::Aside, kit::Id::NONE, council.app.now()).unwrap();
            mail::store::received::settle(&mut tx, &all[0]).await.unwrap();
            tx.commit().await.unwrap();
            all[0].danger
        };
        assert!(!aside("When do you open?").await);
        assert!(aside("It smokes, somebody is trapped in the fire.").await);
        council.app.clock.advance(25 * 31 * DAY);
        aside("And when do you shut?").await;
        // Whoever reads this one fails.
        let unread = "UPDATE mail_received SET files = 'none' WHERE text = 'And when do you shut?'";
        council.app.db.maintain(unread).await.unwrap();
        assert_eq!(mail::erase_due(&council.app).await.unwrap(), 2);
        assert_eq!(mail::erase_due(&council.app).await.unwrap(), 0);
    });
}
