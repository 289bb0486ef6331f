//! What an officer has to see without looking for it: on the record, in a contact, before a message, and where the lists are.

use super::contacts::{ada, checked, officer};
use crate::support::Council;
use kit::clock::DAY;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// The place of words on a page.
#[track_caller]
fn place(text: &str, words: &str) -> usize {
    text.find(words).unwrap_or_else(|| panic!("no “{words}”: {text}"))
}

#[test]
fn the_record_begins_with_whether_they_may_be_told_and_a_contact_with_what_everybody_has_to_know() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, reference), mut officer) = (ada(&council).await, officer(&council).await);
        checked(&mut officer, resident).await;
        let record = format!("/desk/residents/{resident}");
        officer.open(&format!("{record}/marker")).await;
        officer.choose("Risk.").fill("Reason", "A dog bites. Ring first.");
        officer.fill_day("For a risk: look at it again on", ["1", "3", "2027"]).press("Save").await;
        officer.open(&record).await;
        let text = officer.page.text();
        assert!(place(&text, "You may tell Ada Testwell") < place(&text, "A dog bites. Ring first."), "{text}");
        let lines = officer.page.texts(".app-timeline__event");
        let marked = lines.iter().find(|line| line.contains("Marker put on the record"));
        assert!(marked.is_some_and(|line| line.contains("· Risk")), "{lines:?}");
        let grouped = reference.parse::<kit::Reference>().unwrap().grouped();
        assert!(text.contains(&grouped) && !text.contains(&reference), "it is read out in groups: {text}");
        officer.press("Start a contact with them").await;
        let text = officer.page.text();
        assert!(place(&text, "Risk. A dog bites. Ring first.") < place(&text, "What do they ask?"), "{text}");
        // What they have open is promised by a day, and what is late says so.
        let open = officer.page.texts(".app-contact__side li");
        assert!(open[0].contains("Promised by") && !open[0].contains("Late"), "{open:?}");
        council.app.clock.advance(6 * DAY);
        let page = council.colleague("Mo Officer", &[Role::Officer], &["contact-centre"]).await;
        let mut later = page.browser;
        checked(&mut later, resident).await;
        later.press("Start a contact with them").await;
        let late = later.page.texts(".app-contact__side li");
        assert!(late[0].contains("Late Promised by"), "{late:?}");
    });
}

#[test]
fn open_contacts_are_told_apart_and_passed_on_by_team() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        council.colleague("Tim Example", &[Role::TeamMember], &["waste"]).await;
        let mut officer = officer(&council).await;
        officer.open("/desk/cases").await;
        officer.press("Start a contact").await;
        let first = officer.page.path.clone();
        officer.page.says("N starts a contact, F finishes this one, Q adds a question");
        officer.fill("What do they ask?", "The fountain in the park is dry and the ducks are sad");
        officer.press("Start a contact").await;
        officer.select("Service", "Report a missed bin").press("Leave it open").await;
        let strip = officer.page.texts(".app-hand__one");
        assert!(strip[0].ends_with(": The fountain in the park is dry…"), "{strip:?}");
        assert!(strip[1].ends_with(": Report a missed bin"), "{strip:?}");
        officer.page.says("The fountain in the park is dry and the ducks are sad");
        officer.open(&format!("{first}/pass")).await;
        let groups = officer.page.body.matches("<optgroup").count();
        assert!(groups >= 2, "teams, and each team's people: {}", officer.page.body);
        assert!(officer.page.body.contains("<optgroup label=\"Waste and recycling\">"), "{}", officer.page.body);
        officer.select("To whom", "Tim Example").press("Pass it on").await;
        assert_eq!(officer.page.status, 422);
        let chosen = officer.page.body.matches(" selected>").count();
        assert_eq!(chosen, 1, "whom they chose is kept: {}", officer.page.body);
    });
}

#[test]
fn a_message_says_how_it_reaches_whom_before_it_is_written() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        let by = crate::support::Reached::Email("robin@post.example");
        let reference = robin.report_hole(crate::support::HERE, by).await;
        let mut officer = council.colleague("Tess Tester", &[Role::TeamMember], &["highways"]).await.browser;
        officer
            .open(&format!("/desk/cases/{reference}"))
            .await
            .says("Nobody who asks was checked: do not tell a caller");
        officer.open(&format!("/desk/cases/{reference}/message")).await;
        officer.page.says("Robin Example: By email to robin@post.example.");
        let reference = council.browser().report_hole(crate::support::HERE, crate::support::Reached::Not).await;
        officer.open(&format!("/desk/cases/{reference}/message")).await.is_silent_about("By email");
    });
}

#[test]
fn what_the_law_asks_is_a_press_away_for_whoever_leads() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut lee = council.colleague("Lee Leads", &[Role::TeamLeader], &["highways"]).await.browser;
        for page in ["/desk/cases", "/desk/figures"] {
            for link in ["What the law asks of us", "Adjustments people asked for and did not get"] {
                lee.open(page).await;
                assert_eq!(lee.follow(link).await.status, 200, "{link} from {page}");
            }
        }
        let mut owner = council.colleague("Ola Owns", &[Role::ServiceOwner], &[]).await.browser;
        owner.open("/desk/figures").await.is_silent_about("Adjustments people asked for");
    });
}
