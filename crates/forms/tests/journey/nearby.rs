//! Already reported nearby: shown with where it has got to, and asked.

use crate::council::{LANDLINE, PAGES, browser, cases_count, council, fill, prepared, start, submit};
use kit::testing::{Browser, each_database, repository_migrations};
use kit::{App, sql};

sql!(COUNT_REPORTERS, "SELECT count(*) FROM cases_reporters");

/// A second person who wants the same at the same place; gives the draft, with everything answered.
async fn second(app: &App) -> (Browser, String) {
    let mut browser = browser(app);
    let draft = start(&mut browser).await;
    for (page, typed) in PAGES {
        fill(&mut browser, &format!("{draft}/{page}"), typed).await;
    }
    fill(&mut browser, &format!("{draft}/contact"), &LANDLINE).await;
    assert_eq!(browser.get(&format!("{draft}/check")).await.location, format!("{draft}/nearby"));
    (browser, draft)
}

async fn count(app: &App) -> (i64, i64) {
    let reporters = crate::council::count(&mut app.db.read().await.unwrap(), &COUNT_REPORTERS).await;
    (cases_count(app).await, reporters)
}

#[test]
fn the_same_thing_is_joined_only_when_the_person_says_so() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        submit(&mut ben, &draft).await;

        let (mut ada, draft) = second(&app).await;
        let page = ada.get(&format!("{draft}/nearby")).await;
        for shown in [
            "Half a plot",
            "22 November 2026",
            "One person has told us",
            "Somewhere in CB1 0AG, as yours",
            "Whose site is it? The council",
        ] {
            assert!(page.body.contains(shown), "{shown}: {}", page.body);
        }
        assert!(!page.body.contains("Ben Test"), "nobody's name is shown");
        let empty = fill(&mut ada, &format!("{draft}/nearby"), &[]).await;
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("Say whether yours is the same"), "{}", empty.body);
        let same = fill(&mut ada, &format!("{draft}/nearby"), &[("same", "yes")]).await;
        assert_eq!(same.location, format!("{draft}/check"));
        assert!(ada.get(&format!("{draft}/check")).await.body.contains("part of one we already have"));
        assert_eq!(submit(&mut ada, &draft).await.status, 303);
        assert_eq!(count(&app).await, (1, 1));

        let (mut eve, draft) = second(&app).await;
        fill(&mut eve, &format!("{draft}/nearby"), &[("same", "no")]).await;
        assert_eq!(submit(&mut eve, &draft).await.status, 303);
        assert_eq!(count(&app).await, (2, 1));
    });
}

#[test]
fn what_is_reported_between_looking_and_sending_is_asked_about() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let (mut ben, mut ada) = (browser(&app), browser(&app));
        let (bens, adas) = (prepared(&mut ben).await, prepared(&mut ada).await);
        let (check, nearby) = (ada.get(&format!("{adas}/check")).await, format!("{adas}/nearby"));
        assert_eq!(check.status, 200, "nothing is near yet");
        submit(&mut ben, &bens).await;
        let revision = check.field("revision");
        for _ in 0..2 {
            let led = ada.post(&format!("{adas}/submit"), &[("revision", &revision)]).await;
            assert_eq!(led.location, nearby);
            assert_eq!(count(&app).await, (1, 0), "nobody joined and nothing was opened");
        }
        let asked = ada.get(&nearby).await;
        assert!(!asked.body.contains(" checked"), "nothing is said for them: {}", asked.body);
        fill(&mut ada, &nearby, &[("same", "yes")]).await;
        assert!(submit(&mut ada, &adas).await.location.starts_with("/received/"));
        assert_eq!(count(&app).await, (1, 1));
    });
}

#[test]
fn another_place_or_kind_asks_again() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        submit(&mut ben, &draft).await;
        let (mut ada, draft) = second(&app).await;
        fill(&mut ada, &format!("{draft}/nearby"), &[("same", "no")]).await;
        // Somewhere else there is nothing to ask; back at the first place there is, again.
        let path = format!("{draft}/site?from=check");
        let elsewhere = [("site-street", "Elsewhere"), ("site-anywhere", "yes"), ("near", "CB1 0AG")];
        fill(&mut ada, &path, &elsewhere).await;
        assert_eq!(ada.get(&format!("{draft}/check")).await.status, 200);
        fill(&mut ada, &path, PAGES[1].1).await;
        assert_eq!(ada.get(&format!("{draft}/check")).await.location, format!("{draft}/nearby"));
    });
}

#[test]
fn how_far_it_is_and_what_was_chosen_tell_whether_it_is_theirs() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let at = |point| [("site-street", "By my blue door"), ("site-point", point), ("near", "CB1 0AG")];
        fill(&mut ben, &format!("{draft}/site?from=check"), &at("52.19225, 0.13718")).await;
        submit(&mut ben, &draft).await;
        let (mut ada, draft) = second(&app).await;
        fill(&mut ada, &format!("{draft}/site?from=check"), &at("52.19225, 0.13768")).await;
        let page = ada.get(&format!("{draft}/nearby")).await;
        assert!(page.body.contains("About 34 metres from the place you gave"), "{}", page.body);
        assert!(!page.body.contains("blue door"), "another person's words are not shown");
        fill(&mut ada, &format!("{draft}/site?from=check"), &at("52.19225, 0.13718")).await;
        let page = ada.get(&format!("{draft}/nearby")).await;
        assert!(page.body.contains("At the same place as yours") && !page.body.contains("metres"), "{}", page.body);
    });
}

#[test]
fn of_two_at_the_same_place_the_newest_is_shown_with_its_street_and_no_house() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        for street in ["Other Lane", "21 Mill Road, behind Ben Test's garage"] {
            let (mut ben, at) = (browser(&app), "52.19225, 0.13718");
            let draft = start(&mut ben).await;
            for (page, typed) in PAGES {
                fill(&mut ben, &format!("{draft}/{page}"), typed).await;
            }
            fill(&mut ben, &format!("{draft}/contact"), &LANDLINE).await;
            let site = [("site-street", street), ("site-point", at), ("near", "CB1 0AG")];
            fill(&mut ben, &format!("{draft}/site?from=check"), &site).await;
            if ben.get(&format!("{draft}/check")).await.location.ends_with("/nearby") {
                fill(&mut ben, &format!("{draft}/nearby"), &[("same", "no")]).await;
            }
            assert!(submit(&mut ben, &draft).await.location.starts_with("/received/"));
        }
        let (mut ada, draft) = second(&app).await;
        let site = [("site-street", "Mill Road"), ("site-point", "52.19225, 0.13718"), ("near", "CB1 0AG")];
        fill(&mut ada, &format!("{draft}/site?from=check"), &site).await;
        let page = ada.get(&format!("{draft}/nearby")).await;
        assert!(page.body.contains("Its reporter named Mill Road."), "{}", page.body);
        for hidden in ["Other Lane", "21 Mill", "garage", "Ben Test"] {
            assert!(!page.body.contains(hidden), "{hidden}: {}", page.body);
        }
    });
}
