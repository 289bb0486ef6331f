//! The page of an email is one form with several buttons: what is hostile is refused by each, and what was typed for another stays.

use super::hostile;
use crate::access::world::World;
use crate::support::Council;
use kit::testing::{each_database, repository_migrations};

#[test]
fn each_button_of_an_email_refuses_what_is_hostile_and_keeps_the_rest() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let world = World::of(&council, "officer").await;
        let (page, mut desk) = (format!("/desk/mail/{}", world.mail.0), world.browser.clone());
        for (what, text) in hostile() {
            desk.open(&page).await;
            desk.fill("Answer by email", &text).fill("Reference of the case", "KEPT");
            desk.press("Send the answer").await;
            assert_eq!(desk.page.status, 422, "{what}: {}", desk.page.text());
            assert!(!desk.page.errors().is_empty(), "{what}");
            assert_eq!(desk.page.value("reference"), "KEPT", "{what}");
            desk.open(&page).await;
            desk.fill("Reference of the case", &text).fill("Answer by email", "Kept.");
            desk.press("Put it on the case").await;
            assert_eq!(desk.page.status, 422, "{what}: {}", desk.page.text());
            assert!(!desk.page.errors().is_empty(), "{what}");
            assert_eq!(desk.page.value("answer").trim(), "Kept.", "{what}");
        }
    });
}
