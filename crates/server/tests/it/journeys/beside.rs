//! Approved answers stand beside their service for everybody: in the reader's language, at once, and no longer than they stand.

use crate::support::{Browser, Council};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

const PAGE: &str = "/services/missed-bin";

async fn bring(council: &Council, name: &str, head: &str, texts: &str) {
    let files = [(format!("{name}.toml"), format!("{head}\n{texts}\n"))];
    let done = knowledge::bring_in(&council.app, &files, kit::Id::NONE).await.unwrap();
    assert_eq!(done.new, 1, "{:?}", done.refused);
}

/// The page as nobody in particular reads it: twice, for the second comes from the cache.
async fn read(council: &Council, language: &'static str) -> Browser {
    let mut reader = Browser::reading(council, language);
    reader.open(PAGE).await;
    reader.open(PAGE).await;
    assert_eq!(reader.page.status, 200);
    reader
}

const HEAD: &str = "service = \"missed-bin\"\npublic = true";
const ENGLISH: &str = "[en]\nquestion = \"Do you come back on Sundays?\"\nanswer = \"Never on a Sunday.\"";
const WELSH: &str = "[cy]\nquestion = \"Ydych chi'n dod ar y Sul?\"\nanswer = \"Byth ar y Sul.\"";

#[test]
fn an_answer_stands_beside_its_service_in_the_readers_language() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        read(&council, "en").await.page.is_silent_about("Answers to questions");
        bring(&council, "sundays", HEAD, &format!("{ENGLISH}\n{WELSH}")).await;
        bring(&council, "for-staff", "service = \"missed-bin\"", &ENGLISH.replace("Sunday", "Staff")).await;
        bring(&council, "elsewhere", &HEAD.replace("missed-bin", "complaint"), &ENGLISH.replace("Sunday", "Else"))
            .await;
        let mut reader = read(&council, "en").await;
        reader.page.says("Answers to questions").says("Do you come back on Sundays?").says("Never on a Sunday.");
        reader.page.is_silent_about("Staff").is_silent_about("Else").is_silent_about("ar y Sul");
        let welsh = read(&council, "cy").await;
        welsh.page.says("Byth ar y Sul.").is_silent_about("Never on a Sunday").is_silent_about("Yn Saesneg yn unig");
        let arabic = read(&council, "ar").await;
        arabic.page.says("Never on a Sunday.").says("بالإنجليزية فقط").is_silent_about("ar y Sul");
        // Whoever finds it wrong is led to where they say so.
        reader.follow("Is this wrong, or hard to understand? Do you come back on Sundays?").await;
        assert_eq!(reader.page.path, "/help/sundays?wrong=yes#wrong");
        reader.fill("What is wrong with it?", "You came last Sunday.").press("Tell us").await.says("Thank you.");
    });
}

#[test]
fn what_is_not_approved_or_no_longer_stands_is_not_beside_the_service() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        bring(&council, "sundays", HEAD, ENGLISH).await;
        let mut owner = council.colleague("Olga Owner", &[Role::ServiceOwner], &["highways"]).await.browser;
        owner.open("/desk/knowledge/sundays/edit").await;
        owner.fill("The answer (English)", "Only before Christmas.").fill("What changed, and why", "New rounds");
        owner.press("Save the draft").await.says("The draft is saved.");
        read(&council, "en").await.page.says("Never on a Sunday.").is_silent_about("Only before Christmas.");
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open("/desk/knowledge/sundays/approve").await;
        leader.choose("No: this only says it better, or something new").press("Approve").await;
        read(&council, "en").await.page.says("Only before Christmas.").is_silent_about("Never on a Sunday.");
        owner.open("/desk/knowledge/sundays/keep").await;
        owner.press("Take it out of use").await.says("It is out of use.");
        let reader = read(&council, "en").await;
        reader.page.is_silent_about("Only before Christmas.").is_silent_about("Answers to questions");
    });
}

#[test]
fn of_many_answers_the_first_stand_there_and_the_rest_are_a_link_away() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for number in 1..=5 {
            let text = ENGLISH.replace("Sundays", &format!("day {number}"));
            bring(&council, &format!("day-{number}"), HEAD, &text).await;
            let reader = read(&council, "en").await;
            assert_eq!(reader.page.texts("main details").len(), number.min(4));
            let more = reader.page.texts("main p a").iter().any(|words| words == "Questions and answers");
            assert_eq!(more, number > 4);
        }
    });
}
