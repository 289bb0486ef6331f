//! Delegated authority: an officer who was trained decides on the spot what the rules allow; the rest goes up with its reason.

use crate::desk::act;
use crate::town::{Town, browser, by_email, in_town};
use axum::http::StatusCode;
use kit::Lang;
use kit::who::{Role, Who};

const SEEN: (&str, &str) = ("seen", "mended-picture");

async fn a_hole(town: &Town) -> String {
    let opened = town.open(&browser(1), town.pothole(0.0, by_email("ann@a.example", Lang::EN))).await;
    format!("/desk/cases/{}", opened.reference)
}

async fn trained(town: &Town) -> Who {
    let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
    let admin = town.staff("Ada Demo", Role::Administrator, &[]).await;
    let mut tx = town.app.db.begin().await.unwrap();
    assert!(services::train(&mut tx, &town.app, &admin, "street-problem", asha.id()).await.unwrap());
    assert!(!services::train(&mut tx, &town.app, &admin, "street-problem", asha.id()).await.unwrap());
    tx.commit().await.unwrap();
    asha
}

/// Sends the form, reads what it is about to do, and presses the button under that.
async fn twice(town: &Town, who: &Who, path: &str, fields: &[(&str, &str)]) -> (String, crate::town::Answer) {
    let shown = act(town, who, path, fields).await;
    assert_eq!(shown.status, StatusCode::SEE_OTHER, "{}", shown.body);
    let shown = town.get(who, &shown.location).await;
    let ahead = shown.hidden("ahead").replace("&#34;", "\"");
    let (key, revision) = (shown.hidden("key"), shown.hidden("revision"));
    let mut all = vec![("key", key.as_str()), ("revision", revision.as_str()), ("ahead", &ahead)];
    all.extend(fields);
    let done = town.post(who, path, &all).await;
    (shown.body, done)
}

#[test]
fn what_a_rule_allows_is_decided_at_once_under_its_paragraph() {
    in_town(async |town| {
        let path = a_hole(&town).await;
        let asha = trained(&town).await;
        let spot = format!("{path}/on-the-spot");
        town.get(&asha, &path).await.says(&spot);
        town.get(&asha, &spot).await.says("End a report as mended when a picture shows it");
        let fields = [("outcome", "mended"), SEEN, ("reason", "Your picture shows it filled."), ("close", "yes")];
        let (ahead, done) = twice(&town, &asha, &spot, &fields).await;
        assert!(ahead.contains("This is yours to decide") && ahead.contains("Part 3, 5.1 (a)"), "{ahead}");
        assert_eq!(done.location, format!("{path}?done=on-the-spot"), "{}", done.body);
        let page = town.get(&asha, &path).await;
        page.says("Decided: Mended or cleared, under Part 3, 5.1 (a) of the scheme of delegation");
        page.says("Your picture shows it filled.");
        let subjects: Vec<String> = town.sent().await.into_iter().map(|(_, subject)| subject).collect();
        assert!(subjects[0].starts_with("We have decided"), "{subjects:?}");
    });
}

/// A rule that is not for what was answered is no reason to press a button; whoever comes there all the same reads which part of it
/// the case does not meet, and may send it up.
#[test]
fn a_rule_is_offered_only_where_it_is_for_what_was_answered() {
    in_town(async |town| {
        let mut hole = town.pothole(0.0, by_email("ann@a.example", Lang::EN));
        let yes = serde_json::to_value(services::Answer::YesNo(true)).unwrap();
        hole.answers.push(cases::Given { question: "hurt_now".into(), value: yes, by: "resident".into() });
        let path = format!("/desk/cases/{}", town.open(&browser(1), hole).await.reference);
        let asha = trained(&town).await;
        let spot = format!("{path}/on-the-spot");
        town.get(&asha, &path).await.is_silent_about(&spot);
        let why = "“Could hurt someone now” was answered “Yes”, which the rule is not for";
        let page = town.get(&asha, &spot).await;
        page.says("Not for this case");
        page.says(why);
        page.is_silent_about("What you may decide");
        let fields = [("outcome", "mended"), SEEN, ("reason", "The caller says so."), ("close", "yes")];
        let refused = act(&town, &asha, &spot, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "what no rule here asks for was not seen");
        let (ahead, done) = twice(&town, &asha, &spot, &[fields[0], fields[2], fields[3]]).await;
        assert!(ahead.contains("This goes up to the team") && ahead.contains(why), "{ahead}");
        assert_eq!(done.location, format!("{path}?done=on-the-spot"), "{}", done.body);
        town.get(&asha, &path).await.says("the rule is not for what was answered to “Could hurt someone now”");
    });
}

#[test]
fn what_lies_beyond_goes_up_with_the_reason_and_nothing_is_decided() {
    in_town(async |town| {
        let path = a_hole(&town).await;
        let asha = trained(&town).await;
        let spot = format!("{path}/on-the-spot");
        let fields = [("outcome", "mended"), ("reason", "The caller says so."), ("close", "yes")];
        let (ahead, done) = twice(&town, &asha, &spot, &fields).await;
        assert!(ahead.contains("This goes up to the team") && ahead.contains("not seen: A picture"), "{ahead}");
        assert_eq!(done.location, format!("{path}?done=on-the-spot"), "{}", done.body);
        let lee = town.staff("Lee Demo", Role::TeamLeader, &["highways"]).await;
        let page = town.get(&lee, &path).await;
        page.says("Sent up to be decided: Mended or cleared");
        page.says("The caller says so.");
        page.is_silent_about("scheme of delegation");
        assert_eq!(town.sent().await.len(), 1, "the resident has heard of nothing but the report");
        let decided = act(&town, &lee, &format!("{path}/decide"), &fields).await;
        assert_eq!(decided.location, format!("{path}?done=decide"), "{}", decided.body);
    });
}

/// Nor after it went up: whoever sent it may take it, plan it and promise, but not decide what was beyond them.
#[test]
fn who_takes_a_case_decides_it_by_the_rules_all_the_same() {
    in_town(async |town| {
        let path = a_hole(&town).await;
        let asha = trained(&town).await;
        let me = asha.id().to_string();
        let (decide, fields) = (format!("{path}/decide"), [("outcome", "mended"), ("reason", "So."), ("close", "yes")]);
        for round in ["before", "after it went up"] {
            let taken = act(&town, &asha, &format!("{path}/assign"), &[("team", "highways"), ("owner", &me)]).await;
            assert_eq!(taken.location, format!("{path}?done=assign"), "{round}: {}", taken.body);
            let page = town.get(&asha, &path).await;
            page.says(&format!("{path}/on-the-spot"));
            page.is_silent_about(&decide);
            assert_eq!(town.get(&asha, &decide).await.status, StatusCode::FORBIDDEN, "{round}");
            let revision = page.hidden("revision");
            let forged = [("key", town.app.id().to_string()), ("revision", revision)];
            let forged: Vec<(&str, &str)> =
                forged.iter().map(|(name, value)| (*name, value.as_str())).chain(fields).collect();
            assert_eq!(town.post(&asha, &decide, &forged).await.status, StatusCode::FORBIDDEN, "{round}");
            let (_, up) = twice(&town, &asha, &format!("{path}/on-the-spot"), &fields).await;
            assert_eq!(up.location, format!("{path}?done=on-the-spot"), "{}", up.body);
        }
    });
}

#[test]
fn nothing_is_done_that_was_not_seen_before() {
    in_town(async |town| {
        let path = a_hole(&town).await;
        let asha = trained(&town).await;
        let spot = format!("{path}/on-the-spot");
        let good = [("outcome", "mended"), SEEN, ("reason", "Filled."), ("close", "yes")];
        let shown = act(&town, &asha, &spot, &good).await;
        let ahead_of = shown.location.clone();
        let shown = town.get(&asha, &ahead_of).await;
        let (key, revision, ahead) = (shown.hidden("key"), shown.hidden("revision"), shown.hidden("ahead"));
        // Another outcome than the one that was shown is shown first.
        let other =
            [("key", &*key), ("revision", &revision), ("ahead", &ahead), ("outcome", "planned"), good[2], good[3]];
        let again = town.post(&asha, &spot, &other).await;
        assert_eq!((again.status, &again.location), (StatusCode::SEE_OTHER, &ahead_of));
        let again = town.get(&asha, &again.location).await;
        again.says("no rule lets an officer decide this outcome");
        let page = town.get(&asha, &path).await;
        page.is_silent_about("Decided:");
        page.is_silent_about("Sent up");
    });
}

#[test]
fn who_was_not_trained_is_told_so_and_teams_have_their_own_way() {
    in_town(async |town| {
        let path = a_hole(&town).await;
        let spot = format!("{path}/on-the-spot");
        let untrained = town.staff("Bo Demo", Role::Officer, &[]).await;
        town.get(&untrained, &path).await.is_silent_about(&spot);
        assert_eq!(town.get(&untrained, &spot).await.status, StatusCode::CONFLICT);
        let lee = town.staff("Lee Demo", Role::TeamLeader, &["highways"]).await;
        assert_eq!(town.get(&lee, &spot).await.status, StatusCode::FORBIDDEN);
        let key = town.app.id().to_string();
        let fields =
            [("key", &*key), ("revision", "1"), ("outcome", "mended"), SEEN, ("reason", "x"), ("close", "yes")];
        assert_eq!(town.post(&untrained, &spot, &fields).await.status, StatusCode::CONFLICT);
    });
}

#[test]
fn going_back_to_what_it_will_do_asks_for_nothing_again_and_keeps_what_was_typed() {
    in_town(async |town| {
        let path = a_hole(&town).await;
        let asha = trained(&town).await;
        let spot = format!("{path}/on-the-spot");
        let good = [("outcome", "mended"), SEEN, ("reason", "Your picture shows it filled."), ("close", "yes")];
        let shown = act(&town, &asha, &spot, &good).await;
        assert_eq!(shown.status, StatusCode::SEE_OTHER, "the page that says it has an address of its own");
        let ahead = shown.location;
        for _ in 0..2 {
            let page = town.get(&asha, &ahead).await;
            assert_eq!(page.status, StatusCode::OK);
            page.says("This is yours to decide");
            page.says("One person who reported it is sent a message.");
            page.says("Your picture shows it filled.");
        }
        // One page further back, what was typed is there too, without what it would do.
        let page = town.get(&asha, &spot).await;
        page.says("Your picture shows it filled.");
        page.is_silent_about("This is yours to decide");
        // It is hers alone.
        let other = town.staff("Olu Demo", Role::Officer, &[]).await;
        let page = town.get(&other, &spot).await;
        page.is_silent_about("Your picture shows it filled.");
        let (_, done) = twice(&town, &asha, &spot, &good).await;
        assert_eq!(done.location, format!("{path}?done=on-the-spot"), "{}", done.body);
        assert_eq!(town.get(&asha, &ahead).await.location, path, "it is done: back leads to the case");
    });
}
