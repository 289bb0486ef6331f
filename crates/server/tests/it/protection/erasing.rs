//! Erasing a person at their request: what may go goes, what a task of the council needs stays, and the seals hold.

use super::{ANSWERED, NAME, NOTED, Somebody, TOLD, WRITTEN, close, found_in, held, leader, talk, verified};
use crate::support::{Browser, Council};
use kit::Lang;
use kit::personal::Reader;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use kit::{params, sql};
use residents::store::record;
use server::held::fates::{Becomes, FATES};

sql!(DELIVER, "UPDATE outbox_messages SET state = 'sent', done_at = $1 WHERE done_at IS NULL");

async fn delivered(council: &Council) {
    let mut tx = council.app.db.begin().await.unwrap();
    tx.exec(&DELIVER, params![council.app.now()]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn erase(admin: &mut Browser, one: &Somebody) {
    admin.open(&format!("/desk/residents/{}/erase", one.id)).await;
    admin.fill("How did they ask, and how do you know it was them?", "At the counter, with a passport.");
    let page = admin.press("Erase").await;
    assert_eq!(page.status, 200, "{}", page.text());
}

#[test]
fn whoever_asks_is_erased_and_nothing_of_them_is_left() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, NAME).await;
        let mut desk = leader(&council).await;
        let (_, reference) = one.asks(&council, "general-enquiry", TOLD).await;
        talk(&mut one, &mut desk, &reference).await;
        close(&mut desk, &reference).await;
        one.browser.post("/forms/general-enquiry/start", &[]).await;
        verified(&council).await;
        delivered(&council).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let page = admin.open(&format!("/desk/residents/{}/erase", one.id)).await;
        page.says("everything personal in it, since no task of the council needs it");
        assert_eq!(admin.press("Erase").await.status, 422, "how they asked has to be said");
        erase(&mut admin, &one).await;
        admin.page.says("The account was erased on").says("At the counter, with a passport.");
        let words = [NAME, "Quilla", "Feathersworth", &one.email, TOLD, WRITTEN, NOTED, ANSWERED, "Feather Row"];
        let kept = found_in(db.db(), &words, None).await;
        assert!(kept.is_empty(), "still there: {kept:?}");
        let report = verified(&council).await;
        assert!(report.wrong == 0 && report.erased > 0 && report.erased == report.erased_on_record, "{report:?}");
        // They are signed out, cannot sign in as before, and may begin anew.
        let page = one.browser.open("/account/data").await;
        assert!(page.path.starts_with("/sign-in?"), "{}", page.path);
        let mut again = council.resident("Somebody New", &one.email).await;
        again.open("/account").await.is_silent_about(&reference);
    });
}

#[test]
fn every_kind_of_thing_that_is_held_is_named_and_what_is_said_to_go_has_gone() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut one = Somebody::new(&council, NAME).await;
        let mut desk = leader(&council).await;
        let (_, reference) = one.asks(&council, "general-enquiry", TOLD).await;
        talk(&mut one, &mut desk, &reference).await;
        close(&mut desk, &reference).await;
        delivered(&council).await;
        let record = format!("/desk/residents/{}", one.id);
        let mut tx = council.app.db.begin().await.unwrap();
        record::set_particulars(&mut tx, one.id, Some("1970-03-14"), false).await.unwrap();
        let marker = |kind: &str| record::Marker {
            id: council.app.id(),
            kind: kind.into(),
            reason: "A dog in the yard".into(),
            review: None,
            made_at: council.app.now(),
        };
        assert!(record::insert_marker(&mut tx, one.id, &marker("risk"), one.id).await.unwrap());
        tx.commit().await.unwrap();
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let page = admin.open(&format!("{record}/erase")).await.text();
        let (goes, stays) = page.split_once("This stays").unwrap();
        let words = |table: &str| council.app.t(Lang::EN, &format!("server-erase-of-{table}")).to_owned();
        let before = held(&council, one.id, Reader::Staff).await;
        let mut named = 0;
        for part in before.iter().filter(|part| !part.rows.is_empty()) {
            let (_, becomes) = FATES.iter().find(|(table, _)| *table == part.table).unwrap();
            let place = if matches!(becomes, Becomes::GoesAtOnce | Becomes::GoesWithAccount) { goes } else { stays };
            assert!(place.contains(&words(part.table)), "{} is not named where it belongs: {page}", part.table);
            named += 1;
        }
        assert!(named >= 10, "only {named} kinds are held");
        assert!(goes.contains("Markers on the record") && goes.contains("Date of birth"), "{goes}");
        assert!(!page.contains(&words("residents_vehicles")), "of what is not there nothing is said");
        erase(&mut admin, &one).await;
        for part in held(&council, one.id, Reader::Staff).await {
            let (_, becomes) = FATES.iter().find(|(table, _)| *table == part.table).unwrap();
            let has_gone = part.rows.is_empty() || part.table == "residents";
            let goes = matches!(becomes, Becomes::GoesAtOnce | Becomes::GoesWithAccount);
            assert!(has_gone || !goes, "{} was said to go and is there: {:?}", part.table, part.rows);
        }
    });
}

#[test]
fn what_a_task_of_the_council_needs_stays_and_is_said_before_the_press() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let one = Somebody::new(&council, NAME).await;
        let mut desk = leader(&council).await;
        let (_, open) = one.asks(&council, "street-problem", "a hole still open").await;
        let (_, needed) = one.asks(&council, "street-problem", "a hole that was mended").await;
        let (_, goes) = one.asks(&council, "general-enquiry", TOLD).await;
        close(&mut desk, &needed).await;
        close(&mut desk, &goes).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let page = admin.open(&format!("/desk/residents/{}/erase", one.id)).await;
        page.says("open: the council is working on it")
            .says("the council's task asks for it; its details are erased after");
        page.says("The account, until no request is open or on hold and every marked message is dealt with");
        erase(&mut admin, &one).await;
        admin.page.says("The account goes by itself as soon as nothing below stands against it.");
        let kept = found_in(db.db(), &[TOLD], None).await;
        assert!(kept.iter().all(|place| place.starts_with("outbox_messages.")), "{kept:?}");
        assert_eq!(server::held::finish_waiting(&council.app).await.unwrap(), 0, "one is open still");
        assert!(found_in(db.db(), &[&one.email], None).await.contains("residents.email"));
        close(&mut desk, &open).await;
        delivered(&council).await;
        assert_eq!(server::held::finish_waiting(&council.app).await.unwrap(), 1);
        assert_eq!(server::held::finish_waiting(&council.app).await.unwrap(), 0);
        let kept = found_in(db.db(), &[&one.email, NAME], None).await;
        let wanted = ["cases.contact_email", "cases.contact_name"];
        assert_eq!(kept.iter().map(String::as_str).collect::<Vec<_>>(), wanted, "only with what the task needs");
        desk.open(&format!("/desk/cases/{needed}")).await.says("a hole that was mended").says(ANSWERED);
        // What is kept can still be told.
        let parts = held(&council, one.id, Reader::Staff).await;
        let cases = parts.iter().find(|part| part.table == "cases").unwrap();
        assert_eq!(cases.rows.len(), 2);
        let report = verified(&council).await;
        assert!(report.wrong == 0 && report.erased == report.erased_on_record, "{report:?}");
    });
}
