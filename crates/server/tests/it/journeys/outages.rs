//! Somebody cannot work: one press on any page of the desk, a line at its head until they can again, and their leader sees it.

use crate::support::Council;
use kit::clock::MINUTE;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// What stands at the head of every page, outside of what is its own.
const HEAD: &str = "You cannot work since";
const BUTTON: &str = "I cannot work";

#[test]
fn it_stands_at_the_head_of_every_page_until_they_can_work_again() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        let mut lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["contact-centre"]).await.browser;
        olu.open("/desk/cases").await;
        assert!(!olu.page.body.contains(HEAD));
        olu.press("I cannot work").await.says("The system is down or too slow").says("/desk/cases");
        olu.choose("A device is broken").fill("In one line, if you like", "The screen is black").press("Save").await;
        olu.page.says("It is noted.").says("The screen is black");
        for page in ["/desk", "/desk/find", "/desk/knowledge"] {
            olu.open(page).await;
            assert!(olu.page.body.contains(HEAD) && !olu.page.body.contains(BUTTON), "{page}: {}", olu.page.body);
        }
        lee.open("/desk").await;
        assert!(!lee.page.body.contains(HEAD), "it is somebody else who cannot work");
        lee.follow("Who cannot work").await.says("Olu Officer").says("The screen is black");
        lee.follow("Olu Officer").await;
        lee.fill("What was done about it?", "New screen ordered").press("Note what was done").await;
        lee.page.says("What was done is noted.");
        council.app.clock.advance(40 * MINUTE);
        olu.open("/desk/find").await;
        olu.press("I can work again")
            .await
            .says("The minutes are counted")
            .says("New screen ordered")
            .says("40 minutes");
        olu.open("/desk").await;
        assert!(!olu.page.body.contains(HEAD) && olu.page.body.contains(BUTTON), "{}", olu.page.body);
        lee.open("/desk/outages").await.says("Nobody has said that they cannot work.").says("Minutes lost: 40.");
    });
}

#[test]
fn what_is_typed_into_a_page_stays_where_it_is() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        olu.open("/desk").await;
        assert_eq!(olu.page.attribute("form[action='/desk/outages']", "target"), None);
        olu.press("Start a contact").await;
        assert_eq!(olu.page.attribute("form[action='/desk/outages']", "target").as_deref(), Some("_blank"));
    });
}
