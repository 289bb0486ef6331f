//! One box: somebody without an account rings about what they reported, and somebody reads out a registration mark.

use crate::access::world::{open_case, person};
use crate::support::{Browser, Council, HERE, Reached};
use kit::facts::{self, Keeper, SealKey, Subject};
use kit::looks;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// Lets the listener and the job write by what those are found who have no account.
async fn settle(council: &Council) {
    let folder = tempfile::tempdir().unwrap();
    let key = SealKey::open_or_make(&folder.path().join("seal.key"), &council.app.entropy).unwrap();
    Keeper::start(&council.app, key, Vec::new(), None).stop().await;
    let listener = cases::listeners().into_iter().find(|listener| listener.name == "cases.found").unwrap();
    while facts::follow_once(&council.app, &listener, 500).await.unwrap() > 0 {}
    while cases::found::write_some(&council.app, 50).await.unwrap() > 0 {}
}

/// Reports a vehicle that was left; gives the reference.
async fn report_vehicle(council: &Council, plate: &str) -> String {
    let mut browser = council.browser();
    browser.start_street_problem().await;
    browser.choose("An abandoned vehicle").press("Continue").await;
    browser.choose("No").press("Continue").await;
    browser.fill("Street or landmark", HERE.0).fill("Postcode, if you know it", HERE.1).press("Continue").await;
    let typed = "What is the number plate? (you can leave this empty)";
    browser.fill(typed, "no idea").press("Continue").await.says("Give a registration number, like AB12 CDE");
    browser.fill(typed, plate);
    browser.fill("What does it look like?", "Blue, no wheels").press("Continue").await;
    browser.press("Continue").await;
    browser.be_reached("", Reached::Not).await;
    browser.page.says("AB12 CDE");
    browser.press("Send").await;
    browser.reference()
}

async fn find<'a>(browser: &'a mut Browser, typed: &str) -> &'a crate::support::Page {
    browser.open("/desk/find").await;
    browser.fill("Name, number, address or reference", typed).press("Find").await
}

async fn looked(council: &Council, reference: &str) -> Vec<String> {
    let mut read = council.app.db.read().await.unwrap();
    let case = cases::received::writer(&mut read, &reference.parse().unwrap()).await.unwrap().unwrap().case.id;
    let looks = looks::at(&mut read, &Subject::new("case", case), None, 10).await.unwrap();
    looks.into_iter().map(|look| look.purpose).collect()
}

#[test]
fn a_reference_in_the_box_leads_to_its_case_and_to_whoever_reported_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ada = council.resident("Ada Testwell", "ada@post.example").await;
        let (resident, _) = person(&council, &ada).await;
        let reference = open_case(&council, resident, None).await.1;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        let page = find(&mut officer, &reference).await;
        page.says("Ada Testwell");
        assert_eq!(page.link("Ada Testwell"), Some(format!("/desk/residents/{resident}")));
        assert!(page.body.contains(&format!("/desk/cases/{reference}")));
        // Whoever is shown is looked at.
        let mut read = council.app.db.read().await.unwrap();
        let looks = looks::at(&mut read, &Subject::new("resident", resident), None, 10).await.unwrap();
        assert!(looks.iter().any(|look| look.purpose == "find"));
    });
}

#[test]
fn who_has_no_account_is_found_by_what_they_left_and_each_look_is_on_record() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let reference = council.browser().report_hole(HERE, Reached::Email("robin@post.example")).await;
        settle(&council).await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        for typed in ["Robin Example", "exmaple robin", "robin@post.example"] {
            find(&mut officer, typed).await.says("People without an account").says("Robin Example");
            officer.page.says("Report a problem in the street").says("Nobody has checked who is asking");
            // Where it is may be where they live; their address and number are on the request alone.
            officer.page.is_silent_about("Mill Road").is_silent_about("CB1 2AD");
        }
        assert_eq!(looked(&council, &reference).await, ["find", "find", "find"]);
        officer.follow("Report a problem in the street").await;
        assert_eq!(officer.page.path, format!("/desk/cases/{reference}"));
        // Whoever may not see the case learns nothing.
        let mut bins = council.colleague("Bo Bins", &[Role::TeamMember], &["waste"]).await.browser;
        find(&mut bins, "Robin Example").await.says("Nobody was found").is_silent_about("without an account");
        assert_eq!(looked(&council, &reference).await.iter().filter(|purpose| *purpose == "find").count(), 3);
    });
}

#[test]
fn a_mark_that_is_read_out_finds_the_vehicle_and_says_what_is_only_near_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let reference = report_vehicle(&council, "ab12-cde").await;
        settle(&council).await;
        let own = council.resident("Ada Testwell", "ada@post.example").await;
        let (ada, _) = person(&council, &own).await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open(&format!("/desk/residents/{ada}/open")).await;
        officer.choose("I am working on their matter").fill("What are you working on?", "Her car").press("Open").await;
        officer.open(&format!("/desk/residents/{ada}/vehicles")).await;
        officer.fill("Registration mark", "AB12 CDF").press("Note this vehicle").await.says("AB12 CDF");
        officer.open(&format!("/desk/residents/{ada}")).await.says("AB12 CDF");
        find(&mut officer, "AB12CDE").await;
        let vehicles = officer.page.texts("main li");
        assert!(vehicles[0].starts_with("AB12 CDE Report a problem in the street"), "{vehicles:?}");
        assert!(vehicles[1].starts_with("AB12 CDF Near miss Ada Testwell"), "{vehicles:?}");
        officer.page.says("A near miss is not the mark you typed");
        assert_eq!(looked(&council, &reference).await, ["find"]);
        find(&mut officer, "ab12 cdf").await;
        let vehicles = officer.page.texts("main li");
        assert!(vehicles[0].starts_with("AB12 CDF Ada Testwell"), "{vehicles:?}");
        officer.follow("Ada Testwell").await;
        assert_eq!(officer.page.path, format!("/desk/residents/{ada}"));
    });
}
