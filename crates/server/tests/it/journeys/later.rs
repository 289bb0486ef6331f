//! Saved, and carried on with on another device; with an account, seen on every device.

use crate::support::{Council, HERE, Reached};
use kit::testing::{each_database, repository_migrations};

#[test]
fn what_was_begun_is_carried_on_with_on_another_device() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        robin.start_street_problem().await;
        robin.describe_hole(HERE).await;
        robin.follow_or_press_later().await;
        robin.fill("Email address or mobile number", "robin@post.example").press("Send me the link").await;
        robin.page.says("Your answers are saved").says("robin@post.example");
        let told = council.newest_to("robin@post.example").await;
        let link = told.text.split_whitespace().find(|word| word.contains("/forms/resume")).expect("a link");
        let path = link.split_once("/forms/").map(|(_, rest)| format!("/forms/{rest}")).unwrap();

        let mut library = council.browser();
        library.open(&path).await;
        library.press("Send me a code").await;
        library.fill("Code", "000000").press("Continue").await;
        assert_eq!(library.page.status, 422);
        let code = council.code_for("robin@post.example").await;
        library.fill("Code", &code).press("Continue").await;
        assert_eq!(library.page.heading(), "About the hole", "{}", library.page.text());
        library.measure_hole("Carried on in the library.").await;
        library.be_reached("Robin Example", Reached::Email("robin@post.example")).await;
        library.page.says(HERE.0).says("Carried on in the library.");
        library.press("Send").await;
        let reference = library.reference();
        // The first device is led to the same confirmation.
        assert_eq!(robin.open(&path).await.status, 200);
        assert_eq!(reference.len(), 9);
    });
}

#[test]
fn who_deletes_their_answers_is_told_that_they_are_gone() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ada = council.resident("Ada Testwell", "ada@post.example").await;
        for (mut browser, home) in [(council.browser(), "/"), (ada, "/account")] {
            browser.start_street_problem().await;
            let draft = browser.page.path.split('/').nth(2).expect("a draft").to_owned();
            browser.open(&format!("/forms/{draft}/delete")).await;
            browser.press("Delete my answers").await;
            assert_eq!(browser.page.path, format!("{home}?done=deleted"));
            browser.page.says("Your answers are deleted.");
            assert!(!browser.open(home).await.text().contains("Your answers are deleted."), "said once");
        }
    });
}

#[test]
fn every_draft_of_an_account_is_found_page_by_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = council.resident("Ada Testwell", "ada@post.example").await;
        let mut begun = Vec::new();
        for _ in 0..25 {
            let started = ada.send("POST", "/forms/missed-bin/start", String::new()).await;
            let draft = started.header("location").split('/').nth(2).expect("a draft").to_owned();
            // One in which nothing is kept is used again for the next start.
            ada.send("POST", &format!("/forms/{draft}/save"), "to=ada@post.example".into()).await;
            begun.push(draft);
        }
        begun.reverse();
        begun.dedup();
        assert_eq!(begun.len(), 25);
        let (mut found, mut pages) = (Vec::new(), 0);
        ada.open("/account").await;
        loop {
            pages += 1;
            let links = ada.page.body.split("href=\"/forms/").skip(1);
            found.extend(links.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
            if ada.page.link("What you started before these").is_none() {
                break;
            }
            ada.follow("What you started before these").await;
        }
        assert_eq!((pages, found), (2, begun));
    });
}

#[test]
fn a_missed_bin_with_an_account_is_seen_on_every_device() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = council.resident("Ada Testwell", "ada@post.example").await;
        ada.open("/").await;
        ada.fill("Search for a service", "bin not colected").press("Search").await;
        let first = ada.page.texts("main li a").into_iter().find(|link| !link.is_empty()).unwrap();
        ada.follow(&first).await;
        ada.press("Start").await;
        let draft = ada.page.path.split('/').nth(2).unwrap().to_owned();

        let mut phone = council.browser();
        phone.open(&format!("/sign-in?next=/forms/{draft}")).await;
        phone.fill("Email address or mobile number", "ada@post.example").press("Send me a code").await;
        let code = council.code_for("ada@post.example").await;
        phone.fill("Code", &code).press("Continue").await;
        assert!(phone.page.path.starts_with(&format!("/forms/{draft}")), "{}", phone.page.path);
        phone.open("/account").await;
        phone.follow("Carry on: Report a missed bin").await;
        assert!(phone.page.path.starts_with(&format!("/forms/{draft}")), "{}", phone.page.path);
        let label = phone.page.texts("fieldset label").into_iter().next().expect("a choice of bins");
        phone.choose(&label).press("Continue").await;
        assert_eq!(ada.open(&format!("/forms/{draft}/container")).await.status, 200);
        let chosen = ada.page.attribute("input[checked]", "value");
        assert!(chosen.is_some(), "what the phone answered is here too");
        let mut eve = council.browser();
        eve.open(&format!("/forms/{draft}/container")).await;
        assert!(eve.page.path.starts_with("/sign-in?next="), "it is behind an account: {}", eve.page.path);
    });
}

#[test]
fn what_was_sent_before_there_was_an_account_is_in_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        let reference = robin.report_hole(HERE, Reached::Email("robin@post.example")).await;
        robin.follow("Make an account").await;
        robin.fill("Email address or mobile number", "robin@post.example").press("Send me a code").await;
        let code = council.code_for("robin@post.example").await;
        robin.fill("Code", &code).press("Continue").await;
        robin.fill("Name", "Robin Example").press("Make my account").await;
        assert_eq!(robin.page.path, "/account", "{}", robin.page.text());
        assert!(robin.page.body.contains(&format!("/cases/{reference}")), "{}", robin.page.text());

        // Somebody who used this browser before is not made the sender of what another sent from it.
        let mut shared = council.browser();
        let others = shared.report_hole(("3 Mill Road", "CB1 2AD"), Reached::Email("eve@post.example")).await;
        shared.open("/sign-in").await;
        shared.fill("Email address or mobile number", "robin@post.example").press("Send me a code").await;
        let code = council.code_for("robin@post.example").await;
        shared.fill("Code", &code).press("Continue").await;
        shared.open("/account").await;
        assert!(!shared.page.body.contains(&others), "{}", shared.page.text());
    });
}

#[test]
fn what_was_filled_in_before_signing_in_and_sent_after_it_is_in_the_account() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        council.resident("Ada Testwell", "ada@post.example").await;
        let mut phone = council.browser();
        phone.start_street_problem().await;
        phone.describe_hole(HERE).await;
        phone.measure_hole("It is by the bus stop.").await;
        phone.be_reached("Ada Testwell", Reached::Call("01632 960123")).await;
        let check = phone.page.path.clone();
        assert!(check.ends_with("/check"), "{check}");
        phone.open(&format!("/sign-in?next={check}")).await;
        phone.fill("Email address or mobile number", "ada@post.example").press("Send me a code").await;
        let code = council.code_for("ada@post.example").await;
        phone.fill("Code", &code).press("Continue").await;
        assert_eq!(phone.page.path, check);
        phone.press("Send").await;
        let reference = phone.reference();
        phone.open("/account").await;
        assert!(phone.page.body.contains(&format!("/cases/{reference}")), "{}", phone.page.text());
    });
}
