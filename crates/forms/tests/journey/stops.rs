//! Dangers, what is not the council's, and what is passed on.

use crate::council::{allotment, browser, cases_count, council, fill, parts, prepared, start, submit};
use kit::testing::{each_database, repository_migrations};
use kit::{params, sql};

sql!(PASSED_TO, "SELECT passed_to FROM cases WHERE ref = $1");

#[test]
fn a_danger_shows_its_number_before_the_form_goes_on() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        let answer = fill(&mut ben, &format!("{draft}/q-check"), &[("hurt", "yes"), ("whose", "ours")]).await;
        assert_eq!(answer.location, format!("{draft}/stop"));
        let stop = ben.get(&answer.location).await;
        assert!(
            stop.body.contains("href=\"tel:999\"")
                && stop.body.contains("href=\"tel:0800111999\"")
                && stop.body.contains("href=\"tel:01632960199\"")
                && stop.body.contains("You told us someone is hurt."),
            "{}",
            stop.body
        );
        assert!(
            stop.body.contains(&format!("href=\"{draft}/size\"")),
            "carry on leads to what is still to do: {}",
            stop.body
        );
    });
}

#[test]
fn danger_in_their_own_words_brings_the_number_on_the_very_next_page() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        assert!(!ben.get(&format!("{draft}/size")).await.body.contains("app-danger"));
        fill(&mut ben, &format!("{draft}/why"), &[("why", "I have nowhere to sleep tonight and I want to die")]).await;
        for page in ["size", "contact"] {
            let body = ben.get(&format!("{draft}/{page}")).await.body;
            assert!(body.contains("class=\"app-danger\"") && body.contains("href=\"tel:999\""), "{page}: {body}");
        }
    });
}

#[test]
fn what_is_not_ours_says_whose_and_is_not_sent() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let revision = ben.get(&format!("{draft}/check")).await.field("revision");
        let path = format!("{draft}/q-check?from=check");
        let answer = fill(&mut ben, &path, &[("hurt", "no"), ("whose", "theirs")]).await;
        assert_eq!(answer.location, format!("{draft}/stop"));
        let stop = ben.get(&answer.location).await;
        assert!(
            stop.body.contains("Please go to Westmere Council.") && !stop.body.contains("Carry on</a>"),
            "{}",
            stop.body
        );
        assert_eq!(ben.get(&format!("{draft}/check")).await.location, format!("{draft}/stop"));
        let next = (revision.parse::<i64>().unwrap() + 1).to_string();
        assert_eq!(
            ben.post(&format!("{draft}/submit"), &[("revision", &next)]).await.location,
            format!("{draft}/stop")
        );
        assert_eq!(cases_count(&app).await, 0);
        // The answer can still be changed.
        let answer = fill(&mut ben, &path, &[("hurt", "no"), ("whose", "ours")]).await;
        assert_eq!(answer.location, format!("{draft}/check"));
    });
}

#[test]
fn what_is_passed_on_says_to_whom_and_is_kept_as_passed_on() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let path = format!("{draft}/q-check?from=check");
        let answer = fill(&mut ben, &path, &[("hurt", "no"), ("whose", "passed")]).await;
        assert_eq!(answer.location, format!("{draft}/stop"));
        let stop = ben.get(&answer.location).await;
        assert!(stop.body.contains(&format!("href=\"{draft}/check\"")), "{}", stop.body);
        let check = ben.get(&format!("{draft}/check")).await;
        assert!(check.body.contains("We pass this on to Westmere Council."), "{}", check.body);
        assert!(
            !check.body.contains("We write to you with a plot"),
            "what others do is not ours to say: {}",
            check.body
        );
        let sent = submit(&mut ben, &draft).await;
        let reference = sent.location.strip_prefix("/received/").unwrap();
        let row = app.db.read().await.unwrap().one(&PASSED_TO, params![reference]).await.unwrap();
        assert_eq!(row.get::<String>(0).unwrap(), "to-neighbour", "in the reader's language later");
    });
}

#[test]
fn words_that_mean_danger_show_the_number_and_never_stand_in_the_way() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let check = format!("{draft}/check");
        assert!(!ben.get(&check).await.body.contains("tel:999"));
        fill(&mut ben, &format!("{draft}/why?from=check"), &[("why", "I can smell gas in my kitchen")]).await;
        let shown = ben.get(&check).await;
        assert!(shown.body.contains("href=\"tel:999\""), "{}", shown.body);
        assert_eq!(submit(&mut ben, &draft).await.status, 303);
    });
}

#[test]
fn the_number_stands_first_also_where_it_is_passed_on_or_not_ours() {
    each_database(repository_migrations(), async |db| {
        // As in a street problem: the danger is the last row, so that the place decides what becomes of it.
        let row = "[[table.row]]\nwhen = { hurt = \"= yes\" }\n\
                   then = { stop = \"danger\", duty = \"emergency\", carry_on = true }\nreason = \"reason-hurt\"\n\n";
        let last = "[[table.row]]\nwhen = {}\nthen = { stop = \"no\" }";
        let folder = allotment(|text| text.replace(row, "").replace(last, &format!("{row}{last}")));
        let app = parts(db, &folder).build();
        for (whose, says) in [("passed", "This is for Westmere Council."), ("theirs", "Please go to Westmere Council.")]
        {
            let mut ben = browser(&app);
            let draft = prepared(&mut ben).await;
            let path = format!("{draft}/q-check?from=check");
            fill(&mut ben, &path, &[("hurt", "yes"), ("whose", whose)]).await;
            let stop = ben.get(&format!("{draft}/stop")).await;
            let number = stop.body.find("tel:999").unwrap_or_else(|| panic!("{}", stop.body));
            assert!(stop.body.find(says).is_some_and(|at| at > number), "{}", stop.body);
        }
    });
}
