//! Residents follow, write, take back and open again, with or without an account.

use crate::town::{Town, browser, by_email, in_town, nobodys_reference};
use axum::http::StatusCode;
use kit::clock::DAY;
use kit::who::{Role, Who};
use kit::{Id, Lang};

async fn anns_hole(town: &Town) -> (Who, String) {
    let ann = browser(1);
    let mut opening = town.pothole(0.0, by_email("ann@a.example", Lang::EN));
    opening.visitor = ann.visitor;
    let opened = town.open(&ann, opening).await;
    (ann, format!("/cases/{}", opened.reference))
}

#[test]
fn whoever_sent_it_sees_it_and_everybody_else_is_led_to_ask_for_a_code() {
    in_town(async |town| {
        let (ann, path) = anns_hole(&town).await;
        let page = town.get(&ann, &path).await;
        for words in ["Pothole, Mill Road", "We are on it", "Thursday 1 October 2026", "The team: Highways"] {
            page.says(words);
        }
        let reference = path.trim_start_matches("/cases/");
        let never = &nobodys_reference();
        for (who, asked) in [(browser(2), reference), (browser(2), never), (Who::anyone(Lang::EN), reference)] {
            let led = town.get(&who, &format!("/cases/{asked}")).await;
            assert_eq!((led.status, led.location), (StatusCode::SEE_OTHER, format!("/track?reference={asked}")));
        }
        town.clock.advance(DAY + 1);
        let led = town.get(&ann, &path).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER, "after a day a code is asked for, also in this browser");
    });
}

#[test]
fn the_confirmation_survives_a_bookmark_and_tells_strangers_nothing() {
    in_town(async |town| {
        let (ann, path) = anns_hole(&town).await;
        let received = path.replace("/cases/", "/received/");
        let page = town.get(&ann, &received).await;
        for words in [
            "We have sent a copy to ann@a.example",
            "Pothole, Mill Road",
            "Thursday 1 October 2026",
            "/sign-up",
            "Sent on ",
        ] {
            page.says(words);
        }
        let stranger = town.get(&browser(2), &received).await;
        assert_eq!(stranger.status, StatusCode::OK);
        stranger.says("How to follow it");
        stranger.is_silent_about("ann@a.example");
        stranger.is_silent_about("Mill Road");
        assert_eq!(town.get(&ann, "/received/123").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_code_opens_the_case_and_no_answer_tells_whether_the_two_belong_together() {
    in_town(async |town| {
        let (_, path) = anns_hole(&town).await;
        let reference = path.trim_start_matches("/cases/").to_owned();
        let (elsewhere, stranger) = (browser(7), browser(8));
        let asked = town.post(&elsewhere, "/track", &[("reference", &reference), ("contact", "ANN@a.example")]).await;
        let wrong = town.post(&stranger, "/track", &[("reference", &reference), ("contact", "eve@e.example")]).await;
        let unknown =
            town.post(&stranger, "/track", &[("reference", &nobodys_reference()), ("contact", "ann@a.example")]).await;
        for answer in [&asked, &wrong, &unknown] {
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert!(answer.location.starts_with("/track/code?challenge="), "{}", answer.location);
        }
        let mut read = town.app.db.read().await.unwrap();
        let kept = kit::outbox::recent(&mut read, None, 10).await.unwrap();
        drop(read);
        assert_eq!(kept.len(), 2, "the confirmation and one code");
        let code: String = kept[0].text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).unwrap().into();
        let challenge = asked.location.rsplit('=').next().unwrap().to_owned();
        let theirs = wrong.location.rsplit('=').next().unwrap().to_owned();
        let refused = town.post(&stranger, "/track/code", &[("challenge", &theirs), ("code", &code)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let stolen = town.post(&stranger, "/track/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "another browser's challenge");
        let opened = town.post(&elsewhere, "/track/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!((opened.status, opened.location.as_str()), (StatusCode::SEE_OTHER, path.as_str()));
        town.get(&elsewhere, &path).await.says("Pothole, Mill Road");
    });
}

#[test]
fn whoever_uses_up_the_codes_of_a_case_keeps_nobody_from_following_it() {
    in_town(async |town| {
        let (_, path) = anns_hole(&town).await;
        let typed = [("reference", path.trim_start_matches("/cases/")), ("contact", "ann@a.example")];
        let asked = async |nr| town.post(&browser(nr), "/track", &typed).await;
        for nr in 10..10 + kit::attempts::CODES_SENT.most as u8 {
            assert_eq!(asked(nr).await.status, StatusCode::SEE_OTHER);
        }
        let refused = asked(7).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        refused.says("The newest message has a link");
        let kept = kit::outbox::recent(&mut town.app.db.read().await.unwrap(), None, 1).await.unwrap();
        let token = kept[0].text.split_once("/track/link?token=").expect("a link").1;
        let token = token.split_whitespace().next().unwrap();
        let page = town.get(&browser(7), &format!("/track/link?token={token}")).await;
        page.says("ann@a.example");
        let number = page.body.split_once("name=\"page\" value=\"").expect("a number").1.split('"').next().unwrap();
        let pressed = [("token", token), ("page", number)];
        for press in ["once", "twice"] {
            let opened = town.post(&browser(7), "/track/link", &pressed).await;
            assert_eq!((opened.status, opened.location.as_str()), (StatusCode::SEE_OTHER, path.as_str()), "{press}");
        }
        town.get(&browser(7), &path).await.says("Pothole, Mill Road");
        let other = town.post(&browser(8), "/track/link", &[("token", token), ("page", "1")]).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        let elsewhere = town.post(&browser(8), "/sign-in/link", &pressed).await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "it signs nobody in");
        assert_eq!(asked(9).await.status, StatusCode::SEE_OTHER, "codes are sent again");
    });
}

#[test]
fn a_mistyped_reference_is_caught_and_a_landline_is_told_to_ring() {
    in_town(async |town| {
        let (_, path) = anns_hole(&town).await;
        let good = path.trim_start_matches("/cases/").to_owned();
        let mut bad = good.clone().into_bytes();
        bad[3] = if bad[3] == b'7' { b'8' } else { b'7' };
        let bad = String::from_utf8(bad).unwrap();
        let page = town.post(&browser(2), "/track", &[("reference", &bad), ("contact", "ann@a.example")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says(town.app.t(Lang::EN, "page-reference-mistyped"));
        page.says("value=\"ann@a.example\"");
        let page = town.post(&browser(2), "/track", &[("reference", &good), ("contact", "01632 960123")]).await;
        page.says("We cannot send a code to that number");
    });
}

#[test]
fn messages_go_both_ways_once_and_are_marked_until_read() {
    in_town(async |town| {
        let (ann, path) = anns_hole(&town).await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let desk = format!("/desk{path}");
        let form = town.get(&asha, &format!("{desk}/message")).await;
        let (key, revision) = (form.hidden("key"), form.hidden("revision"));
        let fields = [("key", &*key), ("revision", &*revision), ("text", "Which side of the road?"), ("asks", "yes")];
        for _ in 0..2 {
            let done = town.post(&asha, &format!("{desk}/message"), &fields).await;
            assert_eq!(done.location, format!("{desk}?done=message"));
        }
        let page = town.get(&ann, &path).await;
        page.says("We need something from you");
        assert_eq!(page.body.matches("Which side of the road?").count(), 1);
        page.says("New</strong>");
        town.get(&ann, &path).await.is_silent_about("New</strong>");
        let key = page.hidden("key");
        for _ in 0..2 {
            let sent = town.post(&ann, &format!("{path}/message"), &[("key", &key), ("text", "The left.")]).await;
            assert_eq!(sent.location, format!("{path}?done=message#messages"));
        }
        let page = town.get(&ann, &path).await;
        page.says("We are on it");
        assert_eq!(page.body.matches("The left.").count(), 1);
        let empty = town.post(&ann, &format!("{path}/message"), &[("key", &page.hidden("key")), ("text", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let bad =
            town.post(&ann, &format!("{path}/message"), &[("key", &page.hidden("key")), ("text", "a\u{202e}b")]).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.get(&asha, &desk).await.says("The left.");
    });
}

#[test]
fn one_reporter_never_sees_another_s_words() {
    in_town(async |town| {
        let (ann, path) = anns_hole(&town).await;
        let ben = browser(2);
        let mut opening = town.pothole(5.0, by_email("ben@b.example", Lang::EN));
        opening.visitor = ben.visitor;
        opening.answers[2].value = serde_json::json!({ "text": "Outside number nine, where I live." });
        let joined = town.open(&ben, opening).await;
        let bens = format!("/cases/{}", joined.reference);
        let page = town.get(&ann, &path).await;
        town.post(&ann, &format!("{path}/message"), &[("key", &page.hidden("key")), ("text", "I am Ann.")]).await;
        let page = town.get(&ben, &bens).await;
        page.says("You reported it too");
        page.is_silent_about("I am Ann.");
        page.is_silent_about("ann@a.example");
        page.is_silent_about(path.trim_start_matches("/cases/"));
        let page = town.get(&ann, &path).await;
        page.is_silent_about("number nine");
        page.says("Somebody else reported the same thing");
        assert_eq!(town.get(&ben, &path).await.status, StatusCode::SEE_OTHER, "by the first one's reference");
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let desk = town.get(&asha, &format!("/desk{bens}")).await;
        desk.says("number nine");
        desk.says("ann@a.example");
    });
}

#[test]
fn a_case_is_taken_back_and_opened_again_within_its_days() {
    in_town(async |town| {
        let (ann, path) = anns_hole(&town).await;
        let asked = town.get(&ann, &format!("{path}/withdraw")).await;
        asked.says("You can open it again for 28 days.");
        let key = asked.hidden("key");
        let done = town.post(&ann, &format!("{path}/withdraw"), &[("key", &key), ("reason", "")]).await;
        assert_eq!(done.location, format!("{path}?done=withdrawn"));
        town.get(&ann, &path).await.says("Taken back");
        let page = town.get(&ann, &format!("{path}/reopen")).await;
        let key = page.hidden("key");
        let empty = town.post(&ann, &format!("{path}/reopen"), &[("key", &key), ("reason", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = town.post(&ann, &format!("{path}/reopen"), &[("key", &key), ("reason", "It is back.")]).await;
        assert_eq!(again.location, format!("{path}?done=reopened"));
        town.get(&ann, &path).await.says("We are on it");
        let subjects: Vec<String> = town.sent().await.into_iter().map(|(_, subject)| subject).collect();
        assert!(subjects[0].ends_with("is open again") && subjects[1].starts_with("You took back"), "{subjects:?}");
    });
}

#[test]
fn a_case_others_reported_too_cannot_be_taken_back() {
    in_town(async |town| {
        let (ann, path) = anns_hole(&town).await;
        assert!(town.open(&browser(2), town.pothole(5.0, None)).await.joined);
        town.get(&ann, &path).await.says("Other people reported the same thing");
        let key = town.app.id().to_string();
        let refused = town.post(&ann, &format!("{path}/withdraw"), &[("key", &key), ("reason", "")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        town.get(&ann, &path).await.says("We are on it");
    });
}

#[test]
fn a_broken_promise_is_said_on_the_page_and_told_once() {
    in_town(async |town| {
        let (_, path) = anns_hole(&town).await;
        let mut opening = town.pothole(5.0, by_email("ben@b.example", Lang::EN));
        opening.visitor = browser(2).visitor;
        town.open(&browser(2), opening).await;
        assert_eq!(cases::watch_promises(&town.app).await.unwrap(), 0);
        town.clock.advance(11 * DAY);
        assert_eq!(cases::watch_promises(&town.app).await.unwrap(), 1);
        assert_eq!(cases::watch_promises(&town.app).await.unwrap(), 0);
        let late = |(_, subject): &(String, String)| subject.starts_with("We are late");
        assert_eq!(town.sent().await.iter().filter(|sent| late(sent)).count(), 2, "each reporter once");
        let mut tx = town.app.db.begin().await.unwrap();
        let reference: kit::Reference = path.trim_start_matches("/cases/").parse().unwrap();
        let case = cases::testing::id_of(&mut tx, &reference).await;
        residents::grants::give(&mut tx, &town.app, Id([9; 16]), "case", case).await.unwrap();
        tx.commit().await.unwrap();
        let page = town.get(&browser(9), &path).await;
        page.says("We are late. We said we would do this by Thursday 1 October 2026");
        page.says("This has not moved on as it should");
    });
}
