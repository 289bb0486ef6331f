//! Promises and next actions: told with their hour where hours were promised, on days somebody works, and broken ones told
//! to the team leader too.

use crate::town::{MONDAY, Town, browser, by_email, in_town};
use axum::http::StatusCode;
use kit::clock::{DAY, HOUR};
use kit::who::{Role, Who};
use kit::{Lang, Reference};

async fn promised_for(town: &Town, due: i64) -> (Who, String) {
    let ann = browser(1);
    let mut opening = town.pothole(0.0, by_email("ann@a.example", Lang::EN));
    (opening.visitor, opening.promise.due) = (ann.visitor, due);
    let opened = town.open(&ann, opening).await;
    (ann, format!("/cases/{}", opened.reference))
}

async fn act(town: &Town, who: &Who, path: &str, fields: &[(&str, &str)]) -> crate::town::Answer {
    let form = town.get(who, path).await;
    let (key, revision) = (form.hidden("key"), form.hidden("revision"));
    let mut all = vec![("key", key.as_str()), ("revision", revision.as_str())];
    all.extend(fields);
    town.post(who, path, &all).await
}

#[test]
fn a_promise_in_hours_is_told_with_its_hour_everywhere() {
    in_town(async |town| {
        let (ann, path) = promised_for(&town, MONDAY + 2 * HOUR).await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let said = "21 September 2026 at 12:00";
        let pages =
            [(&ann, path.clone()), (&ann, path.replace("/cases/", "/received/")), (&asha, format!("/desk{path}"))];
        for (who, page) in pages {
            town.get(who, &page).await.says(said);
        }
        town.get(&asha, "/desk/cases?tab=all").await.says(said);
        let mut read = town.app.db.read().await.unwrap();
        let told = kit::outbox::recent(&mut read, None, 1).await.unwrap();
        drop(read);
        assert!(told[0].text.contains(said), "{}", told[0].text);
        town.clock.advance(3 * HOUR);
        town.get(&ann, &path).await.says(&format!("We said we would do this by {said} and we have not"));
    });
}

#[test]
fn a_promise_that_ends_at_midnight_names_the_day_that_it_ends() {
    in_town(async |town| {
        // Monday at ten in London: the midnight after Tuesday comes 38 hours later.
        let (ann, path) = promised_for(&town, MONDAY + 38 * HOUR).await;
        let page = town.get(&ann, &path).await;
        page.says("Tuesday 22 September 2026");
        page.is_silent_about("Wednesday 23 September");
    });
}

#[test]
fn the_next_thing_is_done_on_days_somebody_works() {
    in_town(async |town| {
        // Friday at four: two working days later is Tuesday, not Sunday.
        town.clock.advance(4 * DAY + 6 * HOUR);
        let (ann, path) = promised_for(&town, town.app.now() + 20 * DAY).await;
        town.get(&ann, &path).await.says("Tuesday 29 September 2026");
        town.clock.advance(3 * DAY);
        town.get(&ann, &path).await.is_silent_about("This has not moved on as it should");
    });
}

#[test]
fn nobody_promises_a_day_on_which_the_council_is_closed() {
    in_town(async |town| {
        let (_, path) = promised_for(&town, MONDAY + 10 * DAY).await;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        // A Sunday, and the Christmas bank holiday on a Friday.
        for day in [["4", "10", "2026"], ["25", "12", "2026"]] {
            let [d, m, y] = day;
            let fields = [("due-day", d), ("due-month", m), ("due-year", y), ("reason", "The mixer broke.")];
            let page = act(&town, &bo, &format!("/desk{path}/promise"), &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{day:?}");
            page.says("The council is closed on that day");
            page.says("The mixer broke.");
            let fields = [("next-day", d), ("next-month", m), ("next-year", y)];
            let page = act(&town, &bo, &format!("/desk{path}/plan"), &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{day:?}");
        }
    });
}

#[test]
fn the_leaders_of_the_team_are_told_of_broken_promises_once_in_one_letter() {
    in_town(async |town| {
        promised_for(&town, MONDAY + 10 * DAY).await;
        let mut second = town.pothole(900.0, by_email("ben@b.example", Lang::EN));
        second.promise.due = MONDAY + 10 * DAY;
        let second = town.open(&browser(2), second).await.reference;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        town.staff("Wyn Demo", Role::TeamLeader, &["waste"]).await;
        town.staff("Cy Demo", Role::TeamMember, &["highways"]).await;
        town.clock.advance(11 * DAY);
        assert_eq!(cases::watch_promises(&town.app).await.unwrap(), 2);
        assert_eq!(cases::watch_promises(&town.app).await.unwrap(), 0);
        let mut read = town.app.db.read().await.unwrap();
        let kept = kit::outbox::recent(&mut read, None, 50).await.unwrap();
        drop(read);
        let to_staff: Vec<_> = kept.iter().filter(|kept| kept.to.ends_with("@council.example")).collect();
        assert_eq!(to_staff.len(), 1, "{to_staff:?}");
        let letter = (to_staff[0].to.as_str(), to_staff[0].subject.as_str());
        assert_eq!(letter, ("bo.demo@council.example", "2 cases of your team are past their promise"));
        assert!(to_staff[0].text.contains(&format!("/desk/cases/{second}")), "{}", to_staff[0].text);
        let to_ann = kept.iter().find(|kept| kept.to == "ann@a.example").unwrap();
        assert!(to_ann.text.contains("The team leader has been told."), "{}", to_ann.text);
        town.get(&bo, "/desk/cases?tab=all").await.says("2 cases of your teams are past their promise");
    });
}

#[test]
fn where_nobody_leads_the_team_nobody_is_said_to_have_been_told() {
    in_town(async |town| {
        promised_for(&town, MONDAY + 10 * DAY).await;
        town.clock.advance(11 * DAY);
        assert_eq!(cases::watch_promises(&town.app).await.unwrap(), 1);
        let mut read = town.app.db.read().await.unwrap();
        let kept = kit::outbox::recent(&mut read, None, 1).await.unwrap();
        assert!(kept[0].subject.starts_with("We are late"), "{}", kept[0].subject);
        assert!(kept[0].text.contains("We are sorry. We will write to you"), "{}", kept[0].text);
    });
}

#[test]
fn a_case_can_be_opened_again_until_the_end_of_its_last_day_and_old_promises_are_not_told_beside_the_new() {
    in_town(async |town| {
        let (ann, path) = promised_for(&town, MONDAY + 10 * DAY + 7 * HOUR).await;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        let fields = [("due-day", "9"), ("due-month", "10"), ("due-year", "2026"), ("reason", "The mixer broke.")];
        act(&town, &bo, &format!("/desk{path}/promise"), &fields).await;
        town.get(&ann, &path).await.says("Before that we had said Thursday 1 October 2026");
        let fields = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")];
        act(&town, &bo, &format!("/desk{path}/decide"), &fields).await;
        let mut tx = town.app.db.begin().await.unwrap();
        let reference: Reference = path.trim_start_matches("/cases/").parse().unwrap();
        let case = cases::testing::id_of(&mut tx, &reference).await;
        tx.commit().await.unwrap();
        // Closed on Monday 21 September: 28 days later is Monday 19 October, in the evening.
        town.clock.advance(28 * DAY + 8 * HOUR);
        let mut tx = town.app.db.begin().await.unwrap();
        residents::grants::give(&mut tx, &town.app, ann.visitor.unwrap(), "case", case).await.unwrap();
        tx.commit().await.unwrap();
        town.get(&ann, &path).await.says("until Monday 19 October 2026");
        let key = town.get(&ann, &format!("{path}/reopen")).await.hidden("key");
        let done = town.post(&ann, &format!("{path}/reopen"), &[("key", &key), ("reason", "It sank.")]).await;
        assert_eq!(done.location, format!("{path}?done=reopened"), "{}", done.body);
        town.get(&ann, &path).await.is_silent_about("Before that we had said");
        // What is refused is said in the resident's language.
        let key = town.app.id().to_string();
        let refused = town.post(&ann, &format!("{path}/reopen"), &[("key", &key), ("reason", "Again.")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        for lang in [Lang::CY, Lang::AR] {
            for key in ["ended", "live", "withdraw", "reopen"] {
                let key = format!("cases-refused-{key}");
                assert_ne!(town.app.t(lang, &key), town.app.t(Lang::EN, &key), "{}", lang.tag);
            }
        }
    });
}

#[test]
fn changing_the_team_alone_takes_the_case_from_nobody() {
    in_town(async |town| {
        let (_, path) = promised_for(&town, MONDAY + 10 * DAY).await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        let ashas = asha.id().to_string();
        let fields = [("team", "highways"), ("owner", ashas.as_str())];
        act(&town, &asha, &format!("/desk{path}/assign"), &fields).await;
        let form = town.get(&bo, &format!("/desk{path}/assign")).await;
        form.says(&format!("<option value=\"{ashas}\" selected>Asha Demo</option>"));
        let kept = act(&town, &bo, &format!("/desk{path}/assign"), &fields).await;
        assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", kept.body);
        kept.says("It is theirs already");
        let page = town.get(&bo, &format!("/desk{path}")).await;
        page.says("Asha Demo, Highways");
        assert_eq!(page.body.matches("Given to").count(), 1, "given once, told once: {}", page.body);
    });
}

#[test]
fn an_earlier_date_is_good_news_the_same_is_none_and_a_far_one_is_asked_for_again() {
    in_town(async |town| {
        // Thursday 1 October, at five.
        let (_, path) = promised_for(&town, MONDAY + 10 * DAY + 6 * HOUR).await;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        let promise = format!("/desk{path}/promise");
        let day = |d: &'static str, m: &'static str, y: &'static str| {
            vec![("due-day", d), ("due-month", m), ("due-year", y), ("reason", "Another team could come.")]
        };
        let newest = async || {
            let mut read = town.app.db.read().await.unwrap();
            kit::outbox::recent(&mut read, None, 1).await.unwrap().remove(0)
        };
        act(&town, &bo, &promise, &day("29", "9", "2026")).await;
        let told = newest().await;
        assert!(told.subject.starts_with("An earlier date"), "{}", told.subject);
        assert!(told.text.contains("sooner than the day we said") && !told.text.contains("sorry"), "{}", told.text);
        let same = act(&town, &bo, &promise, &day("29", "9", "2026")).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        same.says("That is the day already promised");
        let far = act(&town, &bo, &promise, &day("10", "12", "2099")).await;
        assert_eq!(far.status, StatusCode::UNPROCESSABLE_ENTITY);
        far.says("Thursday 10 December 2099 is more than a year away");
        let sure = |day: Vec<(&'static str, &'static str)>| {
            day.into_iter().chain([("due-far", "2099-12-10")]).collect::<Vec<_>>()
        };
        let other = act(&town, &bo, &promise, &sure(day("11", "12", "2099"))).await;
        other.says("Friday 11 December 2099 is more than a year away");
        let done = act(&town, &bo, &promise, &sure(day("10", "12", "2099"))).await;
        assert_eq!(done.location, format!("/desk{path}?done=promise"), "{}", done.body);
        assert!(newest().await.text.contains("sorry that it takes longer"));
    });
}

#[test]
fn who_reads_that_it_is_open_again_reads_why() {
    in_town(async |town| {
        let (_, path) = promised_for(&town, MONDAY + 10 * DAY).await;
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        let fields = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")];
        act(&town, &bo, &format!("/desk{path}/decide"), &fields).await;
        act(&town, &bo, &format!("/desk{path}/reopen"), &[("reason", "The lorry broke it again.")]).await;
        let mut read = town.app.db.read().await.unwrap();
        let told = kit::outbox::recent(&mut read, None, 1).await.unwrap().remove(0);
        assert!(told.subject.ends_with("is open again"), "{}", told.subject);
        assert!(told.text.contains("The reason: The lorry broke it again."), "{}", told.text);
    });
}
