//! Two tabs on one draft: nothing is lost, nothing is overwritten unseen.

use crate::council::{browser, council, fill, send, start};
use kit::testing::{each_database, repository_migrations};

#[test]
fn different_pages_in_two_tabs_are_merged() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        fill(&mut ben, &format!("{draft}/size"), &[("size", "half")]).await;
        let (why, from) = (format!("{draft}/why"), format!("{draft}/from"));
        let (first, second) = (ben.get(&why).await, ben.get(&from).await);
        let day = [("from-day", "1"), ("from-month", "12"), ("from-year", "2026")];
        assert_eq!(send(&mut ben, &from, &second, &day).await.status, 303);
        assert_eq!(send(&mut ben, &why, &first, &[("why", "Beans")]).await.status, 303);
        assert!(ben.get(&why).await.body.contains("Beans"));
        assert_eq!(ben.get(&from).await.field("from-month"), "12");
    });
}

#[test]
fn the_same_question_in_two_tabs_shows_both_answers() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        let path = format!("{draft}/size");
        let (first, second) = (ben.get(&path).await, ben.get(&path).await);
        assert_eq!(send(&mut ben, &path, &first, &[("size", "full")]).await.status, 303);
        let shown = send(&mut ben, &path, &second, &[("size", "half")]).await;
        assert_eq!(shown.status, 422);
        assert!(shown.body.contains("Saved in the meantime: A full plot"), "{}", shown.body);
        assert!(checked(&shown.body, "half"), "what was chosen here stays chosen: {}", shown.body);
        assert!(checked(&ben.get(&path).await.body, "full"), "nothing was overwritten");
        // Having seen both, the person decides.
        assert_eq!(send(&mut ben, &path, &shown, &[("size", "half")]).await.status, 303);
        assert!(checked(&ben.get(&path).await.body, "half"));
    });
}

#[test]
fn going_back_and_sending_again_always_works() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        let path = format!("{draft}/size");
        let page = ben.get(&path).await;
        assert_eq!(send(&mut ben, &path, &page, &[("size", "full")]).await.location, format!("{draft}/shed"));
        // The browser's back shows the page as it was drawn, with its old revision.
        assert_eq!(send(&mut ben, &path, &page, &[("size", "half")]).await.location, format!("{draft}/site"));
        assert_eq!(send(&mut ben, &path, &page, &[("size", "half")]).await.location, format!("{draft}/site"));
        assert!(checked(&ben.get(&path).await.body, "half"));
    });
}

#[test]
fn a_form_without_its_mark_overwrites_nothing_unseen() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let path = format!("{}/size", start(&mut ben).await);
        assert_eq!(ben.post(&path, &[("size", "full")]).await.status, 303);
        for marks in [&[("size", "half")][..], &[("size", "half"), ("view", "?"), ("revision", "x")]] {
            assert_eq!(ben.post(&path, marks).await.status, 422, "{marks:?}");
        }
        assert!(checked(&ben.get(&path).await.body, "full"));
    });
}

/// True when this option is chosen on the page.
fn checked(body: &str, option: &str) -> bool {
    let at = body.find(&format!("value=\"{option}\"")).expect("the option is there");
    body[at..].split('>').next().unwrap_or_default().contains("checked")
}
