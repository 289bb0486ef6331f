//! Legal hold: neither the time nor a request erases what is on hold.

use super::{NAME, Somebody, TOLD, close, found_in, later, leader};
use crate::journeys::mail::comes;
use crate::support::{Council, another};
use kit::clock::DAY;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// Longer than any service keeps anything.
const AGES: i64 = 40 * 366 * DAY;

#[test]
fn a_case_on_hold_outlasts_its_time_until_the_hold_is_ended() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let one = Somebody::new(&council, NAME).await;
        let mut desk = leader(&council).await;
        let (_, reference) = one.asks(&council, "street-problem", TOLD).await;
        close(&mut desk, &reference).await;
        let mut owner = council.colleague("Ola Owner", &[Role::ServiceOwner], &["highways"]).await.browser;
        owner.hold(&reference).await;
        owner.page.says("On legal hold").says("Claim 7 for a broken wheel.").says("Put on legal hold");
        // The team reads it; ending it is not theirs, and the resident is told nothing of it.
        let page = desk.open(&format!("/desk/cases/{reference}")).await;
        page.says("Claim 7 for a broken wheel.");
        assert!(page.link("End the legal hold").is_none());
        assert_eq!(desk.open(&format!("/desk/cases/{reference}/release")).await.status, 403);
        let mut resident = Somebody { browser: one.browser.clone(), email: one.email.clone(), id: one.id };
        resident.browser.open(&format!("/cases/{reference}")).await.is_silent_about("Claim 7").is_silent_about("hold");
        let over = later(&council, db, AGES).await;
        assert_eq!(cases::erase_due(&over.app).await.unwrap(), 0);
        assert!(found_in(db.db(), &[TOLD], None).await.contains("cases.answers"));
        // An administrator, who sees no case, may end it all the same.
        let mut admin = over.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        assert_eq!(admin.open(&format!("/desk/cases/{reference}")).await.status, 404);
        admin.open(&format!("/desk/cases/{reference}/release")).await;
        admin.fill("Why is it no longer needed?", "The claim was settled.");
        let page = admin.press("End the hold").await;
        assert_eq!((page.status, page.path.as_str()), (200, "/admin/staff"), "{}", page.text());
        assert_eq!(cases::erase_due(&over.app).await.unwrap(), 1);
        let kept = found_in(db.db(), &[TOLD], None).await;
        assert!(kept.iter().all(|place| place.starts_with("outbox_messages.")), "{kept:?}");
    });
}

#[test]
fn a_person_on_hold_is_erased_neither_by_time_nor_at_their_request() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let one = Somebody::new(&council, NAME).await;
        let mut desk = leader(&council).await;
        let (_, reference) = one.asks(&council, "general-enquiry", TOLD).await;
        close(&mut desk, &reference).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let path = format!("/desk/residents/{}", one.id);
        admin.open(&format!("{path}/erase")).await;
        let (_, _, drawn_before) = admin
            .fill("How did they ask, and how do you know it was them?", "At the counter, with a passport.")
            .about_to_press("Erase");
        admin.open(&format!("{path}/hold")).await;
        assert_eq!(admin.press("Put on hold").await.status, 422, "a reason and a day are asked for");
        admin.fill(
            "Why must it be kept? For instance a claim, an appeal, an audit or an enquiry, with its number",
            "Audit 3",
        );
        admin.fill_day("When will you look whether it is still needed?", ["1", "3", "2027"]);
        admin.press("Put on hold").await.says("On legal hold, to be looked at again by").says("Audit 3");
        let page = admin.send("POST", &format!("{path}/erase"), drawn_before).await;
        assert_eq!(page.status, 409);
        page.says("This person is on legal hold").says("At the counter, with a passport.");
        let page = admin.open(&format!("{path}/erase")).await;
        page.says("Audit 3");
        assert!(page.form("Erase").is_none(), "there is nothing to press");
        let over = later(&council, db, AGES).await;
        assert_eq!(cases::erase_due(&over.app).await.unwrap(), 0);
        assert_eq!(server::held::finish_waiting(&over.app).await.unwrap(), 0);
        assert!(found_in(db.db(), &[TOLD], None).await.contains("cases.answers"));
        admin.open(&format!("{path}/hold")).await;
        assert_eq!(admin.press("End the hold").await.status, 422, "a reason is asked for");
        admin.fill("Why is it no longer needed?", "The audit is over.").press("End the hold").await;
        // The person is told of neither.
        let own = format!("{:?}", super::held(&over, one.id, kit::personal::Reader::Themselves).await);
        assert!(!own.contains("Audit 3") && !own.contains("audit is over"), "{own}");
        let all = format!("{:?}", super::held(&over, one.id, kit::personal::Reader::Staff).await);
        assert!(all.contains("Audit 3") && all.contains("audit is over"), "{all}");
        assert_eq!(cases::erase_due(&over.app).await.unwrap(), 1);
    });
}

#[test]
fn mail_on_the_record_of_somebody_on_hold_outlasts_whoever_s_address_it_came_from() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let sender = Somebody::new(&council, NAME).await;
        let kept = Somebody::new(&council, "Ada Testwell").await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let button = admin.about_to_hold(&kept.id.to_string()).await;
        admin.press(button).await.says("On legal hold");
        for words in ["About my neighbour.", "About myself."] {
            let head = format!("Subject: A letter\nMessage-ID: <{}@a.example>", another());
            comes(&council, &sender.email, "hello@eastmere.example", &head, words).await;
        }
        let all = async || {
            let mut read = council.app.db.read().await.unwrap();
            mail::store::received::of_sender(&mut read, &sender.email).await.unwrap()
        };
        let about = |mail: &mail::Received| mail.text == "About my neighbour.";
        let mut first = all().await.into_iter().find(about).expect("it was kept");
        first.settle(mail::State::Resident, kit::Id::NONE, council.app.now()).unwrap();
        first.resident = Some(kept.id);
        let mut tx = council.app.db.begin().await.unwrap();
        mail::store::received::settle(&mut tx, &first).await.unwrap();
        tx.commit().await.unwrap();
        admin.open(&format!("/desk/residents/{}/erase", sender.id)).await;
        admin.fill("How did they ask, and how do you know it was them?", "At the counter, with a passport.");
        admin.press("Erase").await.says("The account was erased on");
        let left: Vec<String> = all().await.into_iter().map(|mail| mail.text).collect();
        assert_eq!(left, ["About my neighbour."], "what is theirs alone has gone");
    });
}
