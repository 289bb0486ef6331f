//! A submission becomes a case once; the same thing nearby becomes one case.

use crate::own::{a_hole, account};
use crate::town::{browser, by_email, in_town};
use cases::Opening;
use kit::Lang;
use kit::clock::DAY;

#[test]
fn a_submission_sent_twice_is_one_case_and_told_once() {
    in_town(async |town| {
        let opening = town.pothole(0.0, by_email("ann@a.example", Lang::CY));
        let first = town.open(&browser(1), opening.clone()).await;
        let again = town.open(&browser(1), opening).await;
        assert!(!first.repeat && again.repeat);
        assert_eq!((first.case, &first.reference), (again.case, &again.reference));
        let sent = town.sent().await;
        assert_eq!(sent.len(), 1, "{sent:?}");
        assert_eq!(sent[0].1, format!("Mae eich cais {} gennym", first.reference.grouped()));
    });
}

#[test]
fn the_same_thing_nearby_is_one_case_with_a_reference_for_each_reporter() {
    in_town(async |town| {
        let first = town.open(&browser(1), town.pothole(0.0, by_email("ann@a.example", Lang::EN))).await;
        let opening = town.pothole(25.0, by_email("ben@b.example", Lang::AR));
        let mut read = town.app.db.read().await.unwrap();
        let near = cases::nearby(&mut read, &town.app, &opening).await.unwrap().expect("it was reported before");
        drop(read);
        assert_eq!((near.case, near.reporters), (first.case, 1));
        let second = town.open(&browser(2), opening.clone()).await;
        assert!(second.joined && !second.repeat);
        assert_eq!(second.case, first.case);
        assert_ne!(second.reference, first.reference);
        let again = town.open(&browser(2), opening).await;
        assert!(again.repeat && again.reference == second.reference, "{again:?}");
        let sent = town.sent().await;
        assert_eq!(sent.len(), 2, "{sent:?}");
        assert_eq!(sent[0], ("ben@b.example".to_owned(), format!("وصلنا بلاغك {}", second.reference.grouped())));
    });
}

#[test]
fn other_things_farther_older_or_ended_are_cases_of_their_own() {
    in_town(async |town| {
        let first = town.open(&browser(1), town.pothole(0.0, None)).await;
        let farther = town.open(&browser(2), town.pothole(45.0, None)).await;
        assert!(!farther.joined, "45 metres are more than the 30 of the definition");
        let mut light = town.pothole(0.0, None);
        light.kind = "street-light".into();
        light.answers[0].value = serde_json::json!({ "choice": "street-light" });
        assert!(!town.open(&browser(3), light).await.joined);
        let mut passed = town.pothole(0.0, None);
        passed.passed_to = Some("National Highways".into());
        assert!(!town.open(&browser(4), passed).await.joined);
        town.clock.advance(61 * DAY);
        assert!(!town.open(&browser(5), town.pothole(0.0, None)).await.joined, "after 60 days it is another hole");
        assert_ne!(first.case, farther.case);
    });
}

/// What is done with a case is told to all of its reporters, so nobody may fill one with made-up ones.
#[test]
fn past_two_hundred_strangers_an_hour_a_report_is_a_case_of_its_own() {
    in_town(async |town| {
        let from = |number: u32| by_email(&format!("n{number}@a.example"), Lang::EN);
        let first = town.open(&browser(1), town.pothole(0.0, from(0))).await;
        let mut last = None;
        for number in 1..=200 {
            let opening = town.pothole(1.0, from(number));
            last = Some(opening.clone());
            assert_eq!(town.open(&browser(2), opening).await.case, first.case);
        }
        let again = town.open(&browser(2), last.unwrap()).await;
        assert!(again.repeat && again.case == first.case, "sent twice");
        let one_more = town.open(&browser(2), town.pothole(5.0, from(201))).await;
        assert!(!one_more.joined && one_more.case != first.case);
        let next = town.open(&browser(2), town.pothole(0.0, from(202))).await;
        assert!(next.joined && next.case == one_more.case, "which others join");
        let mut proved = town.pothole(0.0, from(203));
        let (question, value) = (cases::PROVED.to_owned(), serde_json::json!({ "yes-no": true }));
        proved.answers.push(cases::Given { question, value, by: "resident".into() });
        assert_eq!(town.open(&browser(2), proved).await.case, first.case, "no stranger");
        town.clock.advance(kit::clock::HOUR);
        assert_eq!(town.open(&browser(2), town.pothole(0.0, from(204))).await.case, first.case);
    });
}

#[test]
fn a_repeat_after_the_joined_case_ended_is_still_the_same_report() {
    in_town(async |town| {
        let first = town.open(&browser(1), town.pothole(0.0, None)).await;
        let opening = town.pothole(5.0, None);
        let joined = town.open(&browser(2), opening.clone()).await;
        assert!(joined.joined);
        town.clock.advance(70 * DAY);
        let again = town.open(&browser(2), opening).await;
        assert_eq!((again.case, again.reference, again.repeat), (first.case, joined.reference, true));
    });
}

#[test]
fn requests_are_told_apart_by_what_they_are_about_and_what_was_joined_by_ones_own_words() {
    in_town(async |town| {
        let ann = account(&town, 1, "Ann Sample", "ann@a.example").await;
        let of_ann = |north: f64, street: &str| Opening {
            resident: ann.resident().ok(),
            ..a_hole(&town, north, street, None, false)
        };
        town.open(&ann, of_ann(0.0, "Mill Road")).await;
        town.open(&browser(7), a_hole(&town, 900.0, "behind flat 9b", None, false)).await;
        assert!(town.open(&ann, of_ann(905.0, "by the blue bench")).await.joined);
        let mut read = town.app.db.read().await.unwrap();
        let mine = cases::of_resident(&mut read, &town.app, ann.resident().unwrap(), None, 20, Lang::EN).await.unwrap();
        let titles: Vec<&str> = mine.iter().map(|case| case.title.as_str()).collect();
        assert_eq!(titles.len(), 2, "{titles:?}");
        assert!(titles[0].contains("by the blue bench") && titles[1].contains("Mill Road"), "{titles:?}");
        let welsh =
            cases::of_resident(&mut read, &town.app, ann.resident().unwrap(), None, 20, Lang::CY).await.unwrap();
        assert_ne!(welsh[1].title, titles[1], "in the reader's language");
    });
}
