//! What became of contacts, as the desk reads it: resolved at first contact, passed on, asked again.

use super::contacts::{ada, checked, follow, officer};
use crate::support::{Browser, Council, Page};
use kit::clock::DAY;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// The line of this name in the table of this title.
fn line(page: &Page, table: &str, name: &str) -> Option<String> {
    let place = page.texts("main table caption").iter().position(|caption| caption == table)?;
    let all = page.texts(&format!("main .app-table-scroll:nth-of-type({}) tbody tr", place + 1));
    all.into_iter().find_map(|line| line.strip_prefix(name).map(|rest| rest.trim().to_owned()))
}

#[test]
fn the_desk_reads_what_was_resolved_at_first_contact_by_service_and_channel() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, _), mut officer) = (ada(&council).await, officer(&council).await);
        // Where nobody got in touch yet it says what to do.
        officer.open("/desk/figures").await;
        officer.open("/desk/contacts/figures").await;
        officer.page.says("Nobody got in touch in this period").says("finish it with what came of it");
        let ask = async |officer: &mut Browser, service: &str, words: &str, outcome: &str| {
            checked(officer, resident).await;
            officer.press("Start a contact with them").await;
            officer.select("Service", service).fill("What do they ask?", words);
            officer.select("What came of it", outcome).press("Finish").await;
            assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
        };
        ask(&mut officer, "Report a missed bin", "Which day?", "Answered").await;
        ask(&mut officer, "Pay the council", "How?", "Passed on").await;
        follow(&council).await;
        officer.open("/desk/contacts/figures").await;
        let bins = "Resolved at first contact, by service";
        assert_eq!(line(&officer.page, bins, "Report a missed bin").as_deref(), Some("1 0 0 – 1 0"));
        officer.page.says("None of them is old enough to say yet").says("Not yet known: 2");
        // Sixteen days later nobody has asked again.
        council.app.clock.advance(16 * DAY);
        let mut officer = super::contacts::officer(&council).await;
        officer.open("/desk/contacts/figures").await;
        officer.page.says("50% were resolved at first contact: 1 of 2").says("In 0% somebody asked the same again");
        assert_eq!(line(&officer.page, bins, "Report a missed bin").as_deref(), Some("1 1 1 100% 0 0"));
        assert_eq!(line(&officer.page, bins, "Pay the council").as_deref(), Some("1 1 0 0% 0 0"));
        let by_channel = line(&officer.page, "Resolved at first contact, by channel", "By telephone");
        assert_eq!(by_channel.as_deref(), Some("2 2 1 50% 0 0"));
        assert_eq!(line(&officer.page, "Transfers, by service", "Pay the council").as_deref(), Some("1 1 1.00 0 0"));
        assert_eq!(
            line(&officer.page, "Transfers, by service", "Report a missed bin").as_deref(),
            Some("1 0 0.00 0 0")
        );
        // Asked again it was not resolved, and a month holds both.
        ask(&mut officer, "Report a missed bin", "Which day?", "Answered").await;
        council.app.clock.advance(3 * DAY);
        let mut officer = super::contacts::officer(&council).await;
        ask(&mut officer, "Report a missed bin", "They did not come", "They gave up").await;
        follow(&council).await;
        council.app.clock.advance(20 * DAY);
        let mut officer = super::contacts::officer(&council).await;
        let again = officer.open("/desk/contacts/figures?months=3").await;
        let of_bins = line(again, "The same again in 14 days, by service", "Report a missed bin");
        assert_eq!(of_bins.as_deref(), Some("3 1 33% 0 0"));
        let month = officer.open("/desk/contacts/figures?months=1").await;
        let of_bins = line(month, "The same again in 14 days, by service", "Report a missed bin");
        assert_eq!(of_bins.as_deref(), Some("2 1 50% 0 0"), "the first was longer ago than a month");
        assert_eq!(officer.open("/desk/figures").await.status, 200);
        officer.follow("Resolved at first contact, passed on, asked again").await;
        assert_eq!(officer.page.path, "/desk/contacts/figures");
    });
}

#[test]
fn a_contact_is_passed_on_with_everything_in_it_and_the_caller_says_nothing_twice() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, _), mut olu) = (ada(&council).await, officer(&council).await);
        let mut kim = council.colleague("Kim Bins", &[Role::TeamMember], &["waste"]).await.browser;
        let mut lee = council.colleague("Lee Trees", &[Role::TeamMember], &["trees"]).await.browser;
        checked(&mut olu, resident).await;
        olu.press("Start a contact with them").await;
        let contact = olu.page.path.clone();
        olu.select("Service", "Report a missed bin").fill("What do they ask?", "The violet bin");
        olu.fill("Anything else to remember", "Rings from her sister's").press("Pass it on").await;
        assert_eq!(olu.page.path, format!("{contact}/pass"));
        // To nobody and without a word it is not passed on; what was typed stays.
        olu.fill("What should they know?", "").press("Pass it on").await;
        assert_eq!(olu.page.status, 422);
        olu.page.says("Choose the team or the colleague").says("Say what whoever takes it up should know");
        olu.fill("What should they know?", "Crew says it was empty.").press("Pass it on").await;
        assert_eq!((olu.page.status, olu.page.value("note").as_str()), (422, "Crew says it was empty."));
        olu.select("To whom", "Team: Waste and recycling").press("Pass it on").await;
        olu.page
            .says("The contact is passed on")
            .says("Passed on by you, not taken up yet")
            .says("To Waste and recycling");
        assert_eq!(olu.open(&contact).await.status, 404, "while it waits nobody has it");
        // Another team does not see it; the right one does on every page, with what to know.
        lee.open("/desk/contacts").await.is_silent_about("Ada Testwell");
        assert_eq!(lee.post(&format!("{contact}/take"), &[]).await.status, 404);
        assert_eq!(kim.open("/desk/cases").await.texts(".app-hand__one"), ["Passed to you: 1"]);
        kim.open("/desk/contacts").await.says("Ada Testwell").says("Crew says it was empty.");
        kim.page.says("Passed on by Olu Officer");
        kim.press("Take it up").await;
        assert_eq!(kim.page.path, contact, "{}", kim.page.text());
        assert_eq!(kim.page.value("q1-words"), "The violet bin");
        assert_eq!(kim.page.value("note"), "Rings from her sister's");
        kim.page.says("Crew says it was empty.").is_silent_about("Check who is asking");
        // Who was checked is checked: the record is open, and says by whom that was.
        assert_eq!(kim.open(&format!("/desk/residents/{resident}")).await.path, format!("/desk/residents/{resident}"));
        kim.open(&contact).await;
        kim.press("Finish").await;
        assert_eq!(kim.page.path, "/desk/contacts?done=finish", "{}", kim.page.text());
        kim.open(&contact).await.says("Passed on by Olu Officer").says("Crew says it was empty.");
        follow(&council).await;
        let figures = olu.open("/desk/contacts/figures").await;
        let bins = line(figures, "Transfers, by service", "Report a missed bin");
        assert_eq!(bins.as_deref(), Some("1 1 1.00 1 0"));
    });
}

#[test]
fn who_was_not_checked_is_not_checked_by_being_passed_on() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, _), mut olu) = (ada(&council).await, officer(&council).await);
        let mut kim = council.colleague("Kim Bins", &[Role::TeamMember], &["waste"]).await.browser;
        let pass = async |olu: &mut Browser, kim: &mut Browser| {
            olu.press("Start a contact with them").await;
            olu.fill("What do they ask?", "Something").press("Pass it on").await;
            olu.select("To whom", "Kim Bins").fill("What should they know?", "Nothing yet.").press("Pass it on").await;
            kim.open("/desk/contacts").await;
            kim.press("Take it up").await;
        };
        // Opened to work on it: nobody was asked who they are.
        let record = format!("/desk/residents/{resident}");
        olu.open(&format!("{record}/open")).await;
        olu.choose("I am working on their matter").fill("What are you working on?", "Her letter").press("Open").await;
        pass(&mut olu, &mut kim).await;
        assert_eq!(kim.open(&record).await.path, format!("{record}/open"));
        // And who was checked more than half an hour ago has to be checked again.
        checked(&mut olu, resident).await;
        olu.press("Start a contact with them").await;
        olu.fill("What do they ask?", "Something").press("Pass it on").await;
        olu.select("To whom", "Kim Bins").fill("What should they know?", "She waits.").press("Pass it on").await;
        council.app.clock.advance(35 * kit::clock::MINUTE);
        kim.open("/desk/contacts").await;
        kim.press("Take it up").await;
        assert_eq!(kim.open(&record).await.path, format!("{record}/open"));
    });
}
