//! A hole in the road: reported, followed, decided, told, opened again.

use crate::support::{Browser, Council, HERE, Reached};
use kit::clock::DAY;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// Follows a case by its reference and a code.
async fn track(council: &Council, browser: &mut Browser, reference: &str, address: &str) {
    browser.open("/").await;
    browser.follow("Follow a request").await;
    browser.fill("Reference", reference).fill("Email or phone number", address).press("Send me a code").await;
    let code = council.code_for(address).await;
    browser.fill("Code", &code).press("Go on").await;
    assert_eq!(browser.page.path, format!("/cases/{reference}"), "{}", browser.page.text());
}

#[test]
fn a_hole_is_reported_followed_decided_told_and_opened_again() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        let reference = robin.report_hole(HERE, Reached::Email("robin@post.example")).await;
        robin.page.says("We have it").says("Tuesday 24 November 2026");
        let told = council.newest_to("robin@post.example").await;
        assert!(told.subject.starts_with("We have your request") && told.text.contains("24 November 2026"), "{told:?}");

        let mut phone = council.browser();
        track(&council, &mut phone, &reference, "robin@post.example").await;
        phone.page.says("We are on it").says("The team: Highways");
        phone.fill("Write to us about this", "A bus nearly fell in.").press("Send message").await;
        phone.page.says("We have your message").says("A bus nearly fell in.");

        let mut kim = council.colleague("Kim Works", &[Role::TeamMember], &["highways"]).await.browser;
        kim.open("/desk").await;
        kim.open("/desk/cases?tab=team").await.says("New message");
        kim.open(&format!("/desk/cases/{reference}")).await;
        kim.page.says("A bus nearly fell in.").says("It is by the bus stop.").says("robin@post.example");
        let (_, asking) = ask(&mut kim, &reference).await;
        assert_eq!(asking, 200);
        let told = council.newest_to("robin@post.example").await;
        assert!(told.text.contains("Which side of the road is it on?"), "{}", told.text);
        phone.open(&format!("/cases/{reference}")).await.says("We need something from you").says("Which side");
        phone.fill("Write to us about this", "The left side.").press("Send message").await;
        phone.page.says("We are on it");

        kim.decide(&reference, true).await;
        let told = council.newest_to("robin@post.example").await;
        assert!(told.text.contains("Mended or cleared") && told.text.contains("We filled the hole."), "{}", told.text);
        phone.open(&format!("/cases/{reference}")).await.says("Finished").says("We filled the hole.");

        phone.follow("Open it again").await;
        phone.fill("What is still wrong?", "It opened up after the rain.").press("Open it again").await;
        phone.page.says("We have opened this again").says("We are on it");
        kim.open(&format!("/desk/cases/{reference}")).await.says("It opened up after the rain.");
        kim.decide(&reference, true).await;
        council.app.clock.advance(29 * DAY);
        track(&council, &mut phone, &reference, "robin@post.example").await;
        assert_eq!(phone.page.link("Open it again"), None, "28 days are over");
    });
}

/// Asks the resident something.
async fn ask(kim: &mut Browser, reference: &str) -> (String, u16) {
    kim.open(&format!("/desk/cases/{reference}/message")).await;
    kim.fill("Message", "Which side of the road is it on?").choose("We need an answer: the case waits for it");
    let page = kim.press("Send").await;
    (page.text(), page.status)
}

#[test]
fn somebody_with_only_a_landline_finishes_and_is_told_how_to_follow() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ben = council.browser();
        let reference = ben.report_hole(HERE, Reached::Call("01632 960555")).await;
        ben.page.says("We cannot send you a copy").says("01632 960100").says("Write the reference down");
        assert!(council.mail_to("01632 960555").await.is_empty());
        ben.open("/track").await;
        ben.fill("Reference", &reference).fill("Email or phone number", "01632 960555").press("Send me a code").await;
        ben.page.says("Call us on").says("01632 960100");
        let mut officer = council.colleague("Olga Desk", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open(&format!("/desk/cases/{reference}")).await.says("No email or mobile: ring or write");
    });
}

#[test]
fn two_who_report_the_same_hole_have_one_case_and_are_each_told() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        let first = robin.report_hole(HERE, Reached::Email("robin@post.example")).await;
        let mut ada = council.browser();
        ada.start_street_problem().await;
        ada.describe_hole(HERE).await;
        ada.measure_hole("").await;
        ada.be_reached("Ada Testwell", Reached::Email("ada@post.example")).await;
        assert_eq!(ada.page.heading(), "Someone may have told us already");
        let same = ada.page.texts("label").into_iter().find(|label| label.starts_with("Yes, it is this one"));
        ada.choose(&same.unwrap()).press("Continue").await;
        ada.page.says("Your report becomes part of one we already have");
        ada.press("Send").await;
        let second = ada.reference();
        assert_ne!(first, second);
        ada.page.says("Somebody had told us about this already");
        let mut lee = council.colleague("Lee Leads", &[Role::TeamLeader], &["highways"]).await.browser;
        lee.open(&format!("/desk/cases/{first}")).await.says("ada@post.example");
        lee.decide(&first, true).await;
        for (address, reference) in [("robin@post.example", &first), ("ada@post.example", &second)] {
            let told = council.newest_to(address).await;
            assert!(told.text.contains("Mended or cleared"), "{}", told.text);
            let grouped = format!("{} {} {}", &reference[..3], &reference[3..6], &reference[6..]);
            let named = told.subject.contains(&grouped) || told.subject.contains(reference.as_str());
            assert!(named, "{} not {reference}", told.subject);
        }
        track(&council, &mut ada, &second, "ada@post.example").await;
        ada.page.says("Finished").is_silent_about("robin@post.example");
    });
}

#[test]
fn what_is_taken_back_stops() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = council.resident("Ada Testwell", "ada@post.example").await;
        let reference = ada.report_hole(HERE, Reached::Email("ada@post.example")).await;
        ada.open("/account").await.says("We are on it");
        ada.open(&format!("/cases/{reference}")).await;
        ada.follow("Take it back").await;
        ada.press("Take it back").await;
        ada.page.says("You have taken this back").says("Taken back");
        let told = council.newest_to("ada@post.example").await;
        assert!(told.subject.contains("You took back"), "{}", told.subject);
        ada.open("/account").await.says("Taken back");
    });
}
