//! Staff work on cases: who may, what is told, and two officers at once.

use crate::town::{Town, browser, by_email, in_town};
use axum::http::StatusCode;
use kit::Lang;
use kit::who::{Role, Who};
use kit::{params, sql};

sql!(LOOKS, "SELECT staff FROM looks WHERE subject_kind = 'case' AND subject = $1");

async fn a_hole(town: &Town) -> (kit::Id, String) {
    let opened = town.open(&browser(1), town.pothole(0.0, by_email("ann@a.example", Lang::EN))).await;
    (opened.case, format!("/desk/cases/{}", opened.reference))
}

/// Opens an action's page on a case and sends its form with these fields.
pub async fn act(town: &Town, who: &Who, path: &str, fields: &[(&str, &str)]) -> crate::town::Answer {
    let form = town.get(who, path).await;
    assert_eq!(form.status, StatusCode::OK, "{path}");
    let (key, revision) = (form.hidden("key"), form.hidden("revision"));
    let mut all = vec![("key", key.as_str()), ("revision", revision.as_str())];
    all.extend(fields);
    town.post(who, path, &all).await
}

#[test]
fn a_case_goes_from_hand_to_hand_to_its_end_and_its_people_are_told() {
    in_town(async |town| {
        let (_, path) = a_hole(&town).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let me = bo.id().to_string();
        for (action, fields) in [
            ("assign", vec![("team", "highways"), ("owner", me.as_str())]),
            ("plan", vec![("next-day", "23"), ("next-month", "9"), ("next-year", "2026")]),
            (
                "promise",
                vec![("due-day", "20"), ("due-month", "10"), ("due-year", "2026"), ("reason", "The mixer broke.")],
            ),
            ("decide", vec![("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "no")]),
            ("close", vec![]),
            ("reopen", vec![("reason", "It sank again.")]),
        ] {
            let done = act(&town, &bo, &format!("{path}/{action}"), &fields).await;
            assert_eq!(done.location, format!("{path}?done={action}"), "{action}: {}", done.body);
        }
        let page = town.get(&bo, &path).await;
        for words in [
            "Bo Demo",
            "The mixer broke.",
            "Filled and rolled.",
            "Next thing to be done by Wednesday 23 September 2026",
            "Opened again",
            "As deep as a bucket.",
            "ann@a.example",
        ] {
            page.says(words);
        }
        let subjects: Vec<String> = town.sent().await.into_iter().map(|(_, subject)| subject).collect();
        let begins = ["Your request", "Your request", "We have decided", "A new date", "We have your request"];
        assert_eq!(subjects.len(), begins.len(), "{subjects:?}");
        assert!(subjects.iter().zip(begins).all(|(subject, begin)| subject.starts_with(begin)), "{subjects:?}");
    });
}

#[test]
fn the_second_of_two_officers_sees_what_changed_and_keeps_what_they_typed() {
    in_town(async |town| {
        let (_, path) = a_hole(&town).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let cy = town.staff("Cy Demo", Role::TeamMember, &["highways"]).await;
        let drawn = town.get(&bo, &format!("{path}/decide")).await;
        let (key, revision) = (drawn.hidden("key"), drawn.hidden("revision"));
        let fields = [("due-day", "20"), ("due-month", "10"), ("due-year", "2026"), ("reason", "The mixer broke.")];
        assert_eq!(act(&town, &cy, &format!("{path}/promise"), &fields).await.status, StatusCode::SEE_OTHER);
        let typed = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")];
        let mut all = vec![("key", key.as_str()), ("revision", revision.as_str())];
        all.extend(typed);
        let told = town.post(&bo, &format!("{path}/decide"), &all).await;
        assert_eq!(told.status, StatusCode::CONFLICT);
        for words in ["Somebody changed this case", "The mixer broke.", "Cy Demo", "Filled and rolled."] {
            told.says(words);
        }
        town.get(&bo, &path).await.is_silent_about("Filled and rolled.");
        let (key, revision) = (told.hidden("key"), told.hidden("revision"));
        let mut all = vec![("key", key.as_str()), ("revision", revision.as_str())];
        all.extend(typed);
        let done = town.post(&bo, &format!("{path}/decide"), &all).await;
        assert_eq!(done.location, format!("{path}?done=decide"));
        let again = town.post(&bo, &format!("{path}/decide"), &all).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "sent twice, done once: {}", again.body);
        town.get(&bo, &path).await.says("Closed");
    });
}

#[test]
fn what_is_missing_is_said_beside_its_field_and_the_rest_is_kept() {
    in_town(async |town| {
        let (_, path) = a_hole(&town).await;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        for (action, fields, said) in [
            ("decide", vec![("reason", "Kept words")], "Choose an outcome"),
            ("decide", vec![("outcome", "nonsense"), ("reason", "Kept words"), ("close", "no")], "Choose an outcome"),
            ("plan", vec![("next-day", "31"), ("next-month", "2"), ("next-year", "2027")], "Type a day that exists"),
            ("plan", vec![("next-day", "1"), ("next-month", "9"), ("next-year", "2026")], "The day must not be over"),
            ("promise", vec![("reason", "Kept words")], "Type a day that exists"),
            ("assign", vec![("team", "nobody's"), ("owner", "00000000000000000000000000000000")], "Choose a team"),
            ("assign", vec![("team", "highways"), ("owner", "x")], "Choose an owner"),
            ("note", vec![("text", "")], "Type the note"),
            ("close", vec![], "Decide first"),
        ] {
            let page = act(&town, &bo, &format!("{path}/{action}"), &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{action} {fields:?}");
            page.says(said);
            if fields.contains(&("reason", "Kept words")) {
                page.says("Kept words");
            }
        }
    });
}

#[test]
fn notes_stay_inside_and_every_look_leaves_a_row() {
    in_town(async |town| {
        let (case, path) = a_hole(&town).await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let done = act(&town, &asha, &format!("{path}/note"), &[("text", "Was rude on the phone.")]).await;
        assert_eq!(done.location, format!("{path}?done=note"));
        town.get(&asha, &path).await.says("Was rude on the phone.");
        let mut tx = town.app.db.begin().await.unwrap();
        residents::grants::give(&mut tx, &town.app, kit::Id([9; 16]), "case", case).await.unwrap();
        let looks = tx.rows(&LOOKS, params![case]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(looks.len(), 2, "the note's page and the case's: {looks:?}");
        assert!(looks.iter().all(|look| look.get::<kit::Id>(0).unwrap() == asha.id()));
        let page = town.get(&browser(9), &path.replace("/desk", "")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.is_silent_about("rude");
    });
}

#[test]
fn other_teams_and_administrators_learn_nothing_and_officers_do_not_decide_what_is_not_theirs() {
    in_town(async |town| {
        let (_, path) = a_hole(&town).await;
        let waste = town.staff("Wyn Demo", Role::TeamMember, &["waste"]).await;
        let admin = town.staff("Ada Demo", Role::Administrator, &["highways"]).await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        for who in [&waste, &admin] {
            for page in ["", "/note", "/decide"] {
                assert_eq!(town.get(who, &format!("{path}{page}")).await.status, StatusCode::NOT_FOUND);
            }
        }
        assert_eq!(town.get(&asha, &format!("{path}/decide")).await.status, StatusCode::FORBIDDEN);
        town.get(&asha, &path).await.is_silent_about("/decide");
        assert_eq!(town.get(&browser(1), &path).await.status, StatusCode::UNAUTHORIZED);
        let key = town.app.id().to_string();
        let sent = town.post(&waste, &format!("{path}/note"), &[("key", &key), ("revision", "1"), ("text", "x")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_officer_of_its_team_finishes_the_case_they_own() {
    in_town(async |town| {
        let (_, path) = a_hole(&town).await;
        let asha = town.staff("Asha Demo", Role::Officer, &["highways"]).await;
        let me = asha.id().to_string();
        for (action, fields) in [
            ("assign", vec![("team", "highways"), ("owner", me.as_str())]),
            ("plan", vec![("next-day", "23"), ("next-month", "9"), ("next-year", "2026")]),
            (
                "promise",
                vec![("due-day", "20"), ("due-month", "10"), ("due-year", "2026"), ("reason", "The mixer broke.")],
            ),
            ("decide", vec![("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")]),
            ("reopen", vec![("reason", "It sank again.")]),
        ] {
            town.get(&asha, &path).await.says(&format!("{path}/{action}"));
            let done = act(&town, &asha, &format!("{path}/{action}"), &fields).await;
            assert_eq!(done.location, format!("{path}?done={action}"), "{action}: {}", done.body);
        }
        // Given away, it is somebody else's to decide.
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        act(&town, &asha, &format!("{path}/assign"), &[("team", "highways"), ("owner", &bo.id().to_string())]).await;
        assert_eq!(town.get(&asha, &format!("{path}/decide")).await.status, StatusCode::FORBIDDEN);
    });
}

/// Giving it away may take away what the second press would need.
#[test]
fn whoever_presses_twice_to_give_a_case_away_is_led_on_twice() {
    in_town(async |town| {
        let (_, path) = a_hole(&town).await;
        let path = format!("{path}/assign");
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let (tess, nobody) = (bo.id().to_string(), kit::Id::NONE.to_string());
        let list = "/desk/cases".to_owned();
        let done = format!("{}?done=assign", path.trim_end_matches("/assign"));
        for (who, team, owner, to) in [(&asha, "highways", &tess, done), (&bo, "waste", &nobody, list)] {
            let form = town.get(who, &path).await;
            let (key, revision) = (form.hidden("key"), form.hidden("revision"));
            let fields = [("key", &*key), ("revision", &*revision), ("team", team), ("owner", owner)];
            for press in ["once", "twice"] {
                let pressed = town.post(who, &path, &fields).await;
                assert_eq!((pressed.status, &pressed.location), (StatusCode::SEE_OTHER, &to), "{press}");
            }
            let another = [("key", &*nobody), ("revision", "1"), ("team", "street-cleaning"), ("owner", &*nobody)];
            let refused = town.post(who, &path, &another).await.status;
            assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&refused), "{refused}");
        }
    });
}

#[test]
fn giving_a_case_to_those_who_have_it_says_so_and_tells_nobody() {
    in_town(async |town| {
        let opened = town.open(&browser(1), town.pothole(0.0, by_email("ann@a.example", Lang::EN))).await;
        let path = format!("/desk/cases/{}", opened.reference);
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let nobody = kit::Id::NONE.to_string();
        let same = act(&town, &bo, &format!("{path}/assign"), &[("team", "highways"), ("owner", &nobody)]).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        same.says("It is theirs already");
        town.get(&bo, &path).await.is_silent_about("Given to");
    });
}

#[test]
fn what_a_colleague_or_a_resident_wrote_meanwhile_is_told_too() {
    in_town(async |town| {
        let (_, path) = a_hole(&town).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let cy = town.staff("Cy Demo", Role::Officer, &[]).await;
        let write = async |who: &Who, action: &str, form: &crate::town::Answer, fields: &[(&str, &str)]| {
            let (key, revision) = (form.hidden("key"), form.hidden("revision"));
            let mut all = vec![("key", key.as_str()), ("revision", revision.as_str())];
            all.extend(fields);
            town.post(who, &format!("{path}/{action}"), &all).await
        };
        let decided = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")];
        let form = town.get(&bo, &format!("{path}/decide")).await;
        act(&town, &cy, &format!("{path}/note"), &[("text", "She says it is still there.")]).await;
        let wrong = write(&bo, "decide", &form, &decided[..1]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = write(&bo, "decide", &wrong, &decided).await;
        assert_eq!(told.status, StatusCode::CONFLICT, "what is wrong was said, what is new was not");
        for words in ["She says it is still there.", "Cy Demo", "Filled and rolled."] {
            told.says(words);
        }
        act(&town, &cy, &format!("{path}/message"), &[("text", "We come on Tuesday.")]).await;
        let told = write(&bo, "decide", &told, &decided).await;
        assert_eq!(told.status, StatusCode::CONFLICT);
        told.says("Cy Demo");
        told.says("We come on Tuesday.");
        told.is_silent_about("She says it is still there.");
        // Two answers to the same question are told of each other too; one's own notes are nobody's news.
        let mine = town.get(&bo, &format!("{path}/message")).await;
        mine.says("Write to the resident");
        act(&town, &bo, &format!("{path}/note"), &[("text", "I write to her now.")]).await;
        act(&town, &cy, &format!("{path}/message"), &[("text", "On Wednesday, I mean.")]).await;
        let text = [("text", "We come when we can.")];
        let told = write(&bo, "message", &mine, &text).await;
        assert_eq!(told.status, StatusCode::CONFLICT);
        told.says("We come when we can.");
        told.says("On Wednesday, I mean.");
        told.is_silent_about("I write to her now.");
        let sent = write(&bo, "message", &told, &text).await;
        assert_eq!(sent.location, format!("{path}?done=message"), "{}", sent.body);
    });
}

#[test]
fn an_ended_case_has_no_next_action_and_a_case_of_nobody_says_so() {
    in_town(async |town| {
        let mut opening = town.pothole(0.0, None);
        opening.visitor = browser(1).visitor;
        let opened = town.open(&browser(1), opening).await;
        let path = format!("/desk/cases/{}", opened.reference);
        let received = town.get(&browser(1), &format!("/received/{}", opened.reference)).await;
        received.says("tell you how it is going. Monday to Friday, 9am to 5pm.");
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        let page = town.get(&bo, &path).await;
        page.says("Not known: no name, email or phone number was given");
        page.says("Next action</dt>");
        let fields = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")];
        act(&town, &bo, &format!("{path}/decide"), &fields).await;
        town.get(&bo, &path).await.is_silent_about("Next action</dt>");
    });
}
