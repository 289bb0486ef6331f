//! From "start" to "received".

use crate::council::{
    LANDLINE, PAGES, allotment, answers_of, browser, cases_count, council, fill, parts, prepared, start, submit,
};
use kit::testing::{each_database, repository_migrations};

#[test]
fn somebody_with_only_a_landline_gets_from_start_to_received() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        assert!(ben.cookies.contains_key("__Host-session"), "the first POST starts a visitor's session");
        let tasks = ben.get(&draft).await;
        assert!(tasks.body.contains("Cannot start yet") && tasks.body.contains("Not started"), "{}", tasks.body);
        let mut leads = Vec::new();
        for (page, typed) in PAGES {
            leads.push(fill(&mut ben, &format!("{draft}/{page}"), typed).await.location.replace(&draft, ""));
        }
        assert_eq!(leads, ["/site", "/q-check", "", "/people", "/home", "/why", ""]);
        let contact = fill(&mut ben, &format!("{draft}/contact"), &LANDLINE).await;
        assert_eq!(contact.location, format!("{draft}/check"));
        let check = ben.get(&contact.location).await;
        for shown in ["Half a plot", "Hill Road, CB1 0AG", "1 December 2026", "Water, Seeds", "AB12", "01632 960123"] {
            assert!(check.body.contains(shown), "{shown} is not in {}", check.body);
        }
        // Sunday 22 November: five working days end on Friday 27 November.
        assert!(check.body.contains("Friday 27 November 2026"), "{}", check.body);
        let sent = submit(&mut ben, &draft).await;
        let reference = sent.location.strip_prefix("/received/").expect("a confirmation");
        let answers = answers_of(&app, reference).await;
        for kept in [r#""q":"extras""#, r#""q":"contact-way""#, "To grow beans."] {
            assert!(answers.contains(kept), "{kept}: {answers}");
        }
        assert_eq!(cases_count(&app).await, 1);
        // What is gone by is led to the confirmation, whichever page is opened.
        for page in ["", "/size", "/check", "/contact", "/save", "/delete"] {
            assert_eq!(ben.get(&format!("{draft}{page}")).await.location, sent.location);
        }
    });
}

#[test]
fn changing_an_answer_leads_straight_back_unless_something_new_is_asked() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let check = format!("{draft}/check");
        let answer = fill(
            &mut ben,
            &format!("{draft}/from?from=check"),
            &[("from-day", "2"), ("from-month", "12"), ("from-year", "2026")],
        )
        .await;
        assert_eq!(answer.location, check);
        // A full plot has a shed, which was not asked about before.
        let answer = fill(&mut ben, &format!("{draft}/size?from=check"), &[("size", "full")]).await;
        assert_eq!(answer.location, format!("{draft}/shed?from=check"));
        assert_eq!(ben.get(&check).await.location, answer.location, "nothing is checked before it is answered");
        let answer = fill(&mut ben, &answer.location, &[("shed_width", "3"), ("shed_price", "£12.50")]).await;
        assert_eq!(answer.location, check);
        // Half a plot again: the shed is no longer asked about, and not sent.
        fill(&mut ben, &format!("{draft}/size?from=check"), &[("size", "half")]).await;
        let sent = submit(&mut ben, &draft).await;
        let answers = answers_of(&app, sent.location.strip_prefix("/received/").unwrap()).await;
        assert!(!answers.contains("shed_width"), "{answers}");
    });
}

#[test]
fn pages_off_the_path_and_drafts_of_others_are_not_shown() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let (mut ben, mut eve) = (browser(&app), browser(&app));
        let draft = start(&mut ben).await;
        assert_eq!(ben.get(&format!("{draft}/shed")).await.location, format!("{draft}/size"));
        assert_eq!(ben.get(&format!("{draft}/nothing")).await.status, 404);
        assert_eq!(ben.get("/forms/not-an-id/size").await.status, 404);
        assert_eq!(ben.post("/forms/nothing/start", &[]).await.status, 404);
        for _ in 0..2 {
            for page in ["", "/size", "/check", "/contact", "/nearby", "/save", "/delete", "/stop"] {
                assert_eq!(eve.get(&format!("{draft}{page}")).await.status, 404, "{page}");
            }
            for page in ["/size", "/contact", "/submit", "/save", "/nearby"] {
                assert_eq!(eve.post(&format!("{draft}{page}"), &[("size", "full")]).await.status, 404, "{page}");
            }
            // The second time round with a session of her own.
            start(&mut eve).await;
        }
    });
}

#[test]
fn starting_again_before_anything_was_answered_is_the_same_draft() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let first = start(&mut ben).await;
        assert_eq!(start(&mut ben).await, first);
        fill(&mut ben, &format!("{first}/size"), &[("size", "half")]).await;
        assert_ne!(start(&mut ben).await, first);
    });
}

#[test]
fn the_whole_address_of_a_page_is_there_for_paper_where_it_is_known() {
    each_database(repository_migrations(), async |db| {
        for (origin, is_printed) in [("https://eastmere.example", true), ("http://127.0.0.1:8080", false)] {
            let mut parts = parts(db, &allotment(str::to_owned));
            parts.council.origin = origin.to_owned();
            let app = parts.build();
            let mut ben = browser(&app);
            let draft = prepared(&mut ben).await;
            let page = ben.get(&format!("{draft}/check")).await;
            assert_eq!(page.body.contains(&format!("{origin}{draft}/check")), is_printed, "{}", page.body);
            assert_eq!(page.body.matches("app-print-only").count(), usize::from(is_printed), "printed once");
        }
    });
}

#[test]
fn yes_and_no_are_the_same_words_where_they_are_asked_and_where_they_are_checked() {
    each_database(repository_migrations(), async |db| {
        let own = "question-hurt-yes = Oedd\nquestion-hurt-no = Nac oedd\nquestion-hurt =";
        let folder = allotment(|text| text.replace("question-hurt =", own));
        let app = parts(db, &folder).build();
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        assert!(ben.get(&format!("{draft}/check")).await.body.contains("Nac oedd"));
        let asked = ben.get(&format!("{draft}/q-check")).await.body;
        assert!(asked.contains("Oedd") && asked.contains("Nac oedd"), "{asked}");
    });
}
