//! An error is the same page again, with what was typed and clear words.

use crate::council::{LANDLINE, browser, council, fill, prepared, start};
use kit::testing::{each_database, repository_migrations};

#[test]
fn the_same_page_comes_back_with_its_answers_and_a_list_of_what_is_wrong() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        let path = format!("{draft}/people");
        let typed =
            [("partner", "Ada <b>Test</b>"), ("other_email", "ada at post"), ("other_phone", ""), ("extras", "seeds")];
        let page = fill(&mut ben, &path, &typed).await;
        assert_eq!(page.status, 422);
        for shown in [
            "<title>Error: ",
            "There is a problem",
            r##"href="#other_email""##,
            r##"href="#other_email">Their email: Give an email address like"##,
            "Give an email address like",
            r##"href="#other_phone""##,
            "Give a phone number",
            "ada at post",
            "Ada &#60;b&#62;Test&#60;/b&#62;",
        ] {
            assert!(page.body.contains(shown), "{shown} is not in {}", page.body);
        }
        let order = ["value=\"seeds\"", ">or<", "value=\"nothing\""].map(|part| page.body.find(part));
        assert!(order.is_sorted() && order[0].is_some(), "the answer that excludes the others is last: {}", page.body);
        let seeds = page.body.split("value=\"seeds\"").nth(1).unwrap_or_default();
        assert!(seeds.split('>').next().unwrap_or_default().contains("checked"), "{}", page.body);
        assert!(!ben.get(&path).await.body.contains("ada at post"), "nothing wrong is kept in the draft");
    });
}

#[test]
fn saving_for_later_keeps_what_is_right_and_asks_no_more() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        let path = format!("{draft}/people");
        let typed = [("partner", "Ada Test"), ("other_email", "ada at post"), ("then", "save")];
        let shown = fill(&mut ben, &path, &typed).await;
        assert_eq!(shown.status, 422, "nothing that was typed is thrown away without a word");
        assert!(
            shown.body.contains("cannot be saved as they are") && shown.body.contains("ada at post"),
            "{}",
            shown.body
        );
        let typed = [("partner", "Ada Test"), ("other_email", "ada at post"), ("then", "leave")];
        assert_eq!(fill(&mut ben, &path, &typed).await.location, format!("{draft}/save"));
        let contact = format!("{draft}/contact");
        let typed = [
            ("contact-name", "Ben Test"),
            ("contact-way", "email"),
            ("contact-email", "ben at post"),
            ("then", "save"),
        ];
        let shown = fill(&mut ben, &contact, &typed).await;
        assert!(shown.status == 422 && shown.body.contains("value=\"leave\""), "{}", shown.body);
        assert_eq!(
            fill(&mut ben, &contact, &[("then", "save")]).await.location,
            format!("{draft}/save"),
            "nothing typed"
        );
        assert!(ben.get(&path).await.body.contains("Ada Test"));
    });
}

#[test]
fn how_to_reach_them_can_be_put_right_and_changed() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let path = format!("{draft}/contact?from=check");
        let wrong = fill(
            &mut ben,
            &path,
            &[("contact-name", "Ben"), ("contact-way", "text"), ("contact-mobile", "01632 960123")],
        )
        .await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("choose Phone call for a landline") && wrong.body.contains("01632 960123"));
        let right = fill(
            &mut ben,
            &path,
            &[("contact-name", "Ben"), ("contact-way", "text"), ("contact-mobile", "07700 900456")],
        )
        .await;
        assert_eq!(right.location, format!("{draft}/check"));
        assert!(ben.get(&right.location).await.body.contains("07700 900456"));
        // Two windows: the second sees what the first saved.
        let (one, two) = (ben.get(&path).await, ben.get(&path).await);
        crate::council::send(&mut ben, &path, &one, &LANDLINE).await;
        let both = crate::council::send(
            &mut ben,
            &path,
            &two,
            &[("contact-name", "Bo"), ("contact-way", "email"), ("contact-email", "bo@post.example")],
        )
        .await;
        assert_eq!(both.status, 422);
        assert!(
            both.body.contains("Saved in the meantime: Ben Test, 01632 960123")
                && both.body.contains("bo@post.example")
        );
    });
}
