//! Cases in the hands of other systems: what they are told, what they answer, and that nothing of it is hidden.

use crate::desk::act;
use crate::own::account;
use crate::town::{Answer, Town, browser, by_email, in_town};
use axum::http::StatusCode;
use cases::handed::{self, Answered, Taker};
use kit::clock::HOUR;
use kit::who::{Person, Role, Who};
use kit::{Error, Id, Lang, params, sql};
use serde_json::Value;

sql!(HANDED_IDS, "SELECT id FROM cases_handed WHERE system = $1 ORDER BY id");

/// A system that takes cases under this code, and whoever answers for it.
async fn system(town: &Town, code: &str, name: &str) -> (Id, Who) {
    let taker = Taker {
        id: town.app.id(),
        code: code.into(),
        name: name.into(),
        key: town.app.id(),
        made: town.app.now(),
        ended: 0,
    };
    let mut tx = town.app.db.begin().await.unwrap();
    assert!(handed::keep_taker(&mut tx, &taker).await.unwrap());
    tx.commit().await.unwrap();
    (taker.id, Who { person: Person::Program(taker.key), ..Who::anyone(Lang::EN) })
}

async fn a_sign(town: &Town, lang: Lang, north: f64) -> String {
    let mut opening = town.pothole(north, by_email("ann@a.example", lang));
    opening.kind = "sign".into();
    opening.visitor = browser(1).visitor;
    town.open(&browser(1), opening).await.reference.to_string()
}

/// Hands it over: reads what is sent, and presses the button under that.
async fn hand(town: &Town, who: &Who, reference: &str, system: &str) -> (String, Answer) {
    let path = format!("/desk/cases/{reference}/hand-over");
    let shown = act(town, who, &path, &[("system", system)]).await;
    assert_eq!(shown.status, StatusCode::SEE_OTHER, "{}", shown.body);
    let shown = town.get(who, &shown.location).await;
    let (key, revision, ahead) = (shown.hidden("key"), shown.hidden("revision"), shown.hidden("ahead"));
    let fields = [("key", key.as_str()), ("revision", &revision), ("ahead", &ahead), ("system", system)];
    let done = town.post(who, &path, &fields).await;
    // Pressed twice it is done once.
    let again = town.post(who, &path, &fields).await;
    assert_eq!((again.status, &again.location), (done.status, &done.location), "{}", again.body);
    (shown.body, done)
}

async fn ids(town: &Town, system: Id) -> Vec<Id> {
    let rows = town.app.db.read().await.unwrap().rows(&HANDED_IDS, params![system]).await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

/// How it stands after an answer.
#[track_caller]
fn stands(answered: kit::Result<Answered>) -> Value {
    match answered {
        Ok(Answered::Done(standing)) => serde_json::to_value(standing).unwrap(),
        other => panic!("{other:?}"),
    }
}

/// The end of the words that refuse it, or the field that is wrong.
#[track_caller]
fn refused(answered: kit::Result<Answered>) -> String {
    match answered {
        Err(Error::Refused(key)) => key.trim_start_matches("cases-handed-refused-").to_owned(),
        Ok(Answered::Wrong(wrong)) => wrong[0].0.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_case_is_handed_over_taken_and_done_and_its_people_read_it_in_plain_words() {
    in_town(async |town| {
        let (works, program) = system(&town, "street-works", "Kerbside Works").await;
        let reference = a_sign(&town, Lang::CY, 0.0).await;
        let path = format!("/desk/cases/{reference}");
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let (ahead, done) = hand(&town, &bo, &reference, "street-works").await;
        assert!(ahead.contains("Kerbside Works will be told this") && ahead.contains("Where: Mill Road"), "{ahead}");
        assert!(ahead.contains("Nothing of who reported it") && !ahead.contains("ann@a.example"), "{ahead}");
        assert_eq!(done.location, format!("{path}?done=hand-over"), "{}", done.body);
        let [id] = ids(&town, works).await[..] else { panic!("handed over twice, it is one") };
        // It is not offered again, and whoever sends it anyway is told so.
        let again = act(&town, &bo, &format!("{path}/hand-over"), &[("system", "street-works")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = town.get(&bo, &path).await;
        page.says("0 of 1 systems this was handed to have answered");
        page.says("Kerbside Works was asked");
        let (app, who) = (&town.app, &program);
        assert_eq!(refused(handed::say(app, who, id, 1, ("started", "", "")).await), "not-taken");
        assert_eq!(stands(handed::accept(app, who, id, "K-17").await)["state"], "accepted");
        assert_eq!(stands(handed::accept(app, who, id, "K-17").await)["number"], "K-17");
        assert_eq!(refused(handed::accept(app, who, id, "K-18").await), "other-number");
        assert_eq!(refused(handed::say(app, who, id, 2, ("started", "", "")).await), "order");
        assert_eq!(refused(handed::say(app, who, id, 1, ("planned", "", "")).await), "date");
        for _ in 0..2 {
            let said = handed::say(app, who, id, 1, ("planned", "2026-09-25", "")).await;
            assert_eq!(stands(said)["updates"], 1, "said twice, it is said once");
        }
        assert_eq!(stands(handed::say(app, who, id, 2, ("started", "", "With a digger.")).await)["updates"], 2);
        let subjects: Vec<String> = town.sent().await.into_iter().map(|(_, subject)| subject).collect();
        let planned = subjects.iter().filter(|subject| subject.starts_with("Mae dyddiad ar gyfer")).count();
        assert_eq!((planned, subjects.len()), (1, 3), "told once, in their language: {subjects:?}");
        let own = town.get(&browser(1), &format!("/cases/{reference}")).await;
        own.says("Kerbside Works does this for us, and has begun. Their reference is K-17.");
        own.says("With a digger.");
        assert_eq!(refused(handed::done(app, who, id, "planned", "Later.").await), "outcome");
        for _ in 0..2 {
            assert_eq!(stands(handed::done(app, who, id, "mended", "As good as new.").await)["status"], "closed");
        }
        let page = town.get(&bo, &path).await;
        page.says("1 of 1 systems this was handed to have answered");
        page.says("Kerbside Works is done");
        page.says("As good as new.");
        assert_eq!(town.sent().await.len(), 4, "the decision is told once");
        assert_eq!(refused(handed::refuse(app, who, id, "No.").await), "not-theirs");
    });
}

#[test]
fn what_is_refused_comes_back_on_top_and_what_is_never_answered_is_not_hidden() {
    in_town(async |town| {
        let (works, program) = system(&town, "street-works", "Kerbside Works").await;
        let (first, second) = (a_sign(&town, Lang::EN, 0.0).await, a_sign(&town, Lang::EN, 900.0).await);
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let elsewhere = town.staff("Kim Demo", Role::TeamMember, &["waste"]).await;
        for reference in [&first, &second] {
            hand(&town, &bo, reference, "street-works").await;
        }
        let list = "/desk/cases/handed";
        town.get(&bo, list).await.says("None.");
        let refuse = handed::refuse(&town.app, &program, ids(&town, works).await[0], "A private road.").await;
        assert_eq!(stands(refuse)["state"], "refused");
        town.clock.advance(kit::clock::SECOND);
        let page = town.get(&bo, list).await;
        page.says("A private road.");
        page.is_silent_about(&second);
        town.get(&bo, "/desk/cases?tab=team").await.says("One case came back from another system");
        town.get(&bo, "/desk/cases?tab=stale").await.says(&format!("/desk/cases/{first}"));
        town.get(&elsewhere, list).await.is_silent_about("A private road.");
        let own = town.get(&browser(1), &format!("/cases/{first}")).await;
        own.says("Kerbside Works cannot do it. We look for another way");
        own.is_silent_about("A private road.");
        // The agreed time goes by without an answer.
        town.clock.advance(25 * HOUR);
        let page = town.get(&bo, list).await;
        page.says(&format!("/desk/cases/{second}"));
        page.says("and has not answered. It should have by");
        let counts = handed::counts(&mut town.app.db.read().await.unwrap(), works, town.app.now()).await.unwrap();
        assert_eq!((counts.asked, counts.silent, counts.refused, counts.accepted), (1, 1, 1, 0));
        let stands = town.get(&bo, &format!("/desk/cases/{second}")).await;
        stands.says("0 of 1 systems this was handed to have answered");
        stands.says("was asked 25 hours ago and has not answered");
        // Whoever writes a message about it, or hands it over again, has seen to it.
        hand(&town, &bo, &first, "street-works").await;
        let page = town.get(&bo, list).await;
        page.is_silent_about("A private road.");
        page.says(&second);
    });
}

#[test]
fn of_several_systems_each_answers_for_itself_and_the_team_decides_where_they_differ() {
    in_town(async |town| {
        let (works, digger) = system(&town, "street-works", "Kerbside Works").await;
        let (lights, fitter) = system(&town, "street-lighting", "Bright Lamps").await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let mut ends = Vec::new();
        for (north, outcome) in [(0.0, "mended"), (900.0, "nothing-found")] {
            let reference = a_sign(&town, Lang::EN, north).await;
            hand(&town, &bo, &reference, "street-works").await;
            hand(&town, &bo, &reference, "street-lighting").await;
            let page = town.get(&bo, &format!("/desk/cases/{reference}")).await;
            page.says("0 of 2 systems this was handed to have answered");
            let (one, two) = (*ids(&town, works).await.last().unwrap(), *ids(&town, lights).await.last().unwrap());
            assert!(matches!(handed::accept(&town.app, &fitter, one, "L-1").await, Err(Error::NotFound)));
            assert!(matches!(handed::one(&town.app, &fitter, one).await, Err(Error::NotFound)));
            stands(handed::accept(&town.app, &digger, one, &format!("K{north}")).await);
            stands(handed::accept(&town.app, &fitter, two, &format!("L{north}")).await);
            let waits = stands(handed::done(&town.app, &digger, one, "mended", "The post stands.").await);
            assert_eq!(waits["status"], "open", "somebody else still has it");
            ends.push(stands(handed::done(&town.app, &fitter, two, outcome, "The lamp is lit.").await));
        }
        assert_eq!((&ends[0]["status"], &ends[1]["status"]), (&Value::from("closed"), &Value::from("open")));
        let page = town.get(&bo, "/desk/cases/handed").await;
        page.says(ends[1]["reference"].as_str().unwrap());
        page.is_silent_about(ends[0]["reference"].as_str().unwrap());
    });
}

#[test]
fn what_is_taken_back_and_what_has_ended_is_nobody_else_s() {
    in_town(async |town| {
        let (works, program) = system(&town, "street-works", "Kerbside Works").await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let (first, second) = (a_sign(&town, Lang::EN, 0.0).await, a_sign(&town, Lang::EN, 900.0).await);
        for reference in [&first, &second] {
            assert_eq!(town.get(&asha, &format!("/desk/cases/{reference}/hand-over")).await.status, 403);
            hand(&town, &bo, reference, "street-works").await;
        }
        let path = format!("/desk/cases/{first}/take-back");
        let wrong = act(&town, &bo, &path, &[("system", "street-works"), ("reason", "")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let back = act(&town, &bo, &path, &[("system", "street-works"), ("reason", "We do it ourselves.")]).await;
        assert_eq!(back.location, format!("/desk/cases/{first}?done=take-back"), "{}", back.body);
        let page = town.get(&bo, &format!("/desk/cases/{first}")).await;
        page.says("We do it ourselves.");
        page.says("Taken back from Kerbside Works");
        town.get(&browser(1), &format!("/cases/{first}")).await.is_silent_about("We do it ourselves.");
        let [one, two] = ids(&town, works).await[..] else { panic!("two") };
        assert_eq!(refused(handed::accept(&town.app, &program, one, "K-1").await), "not-theirs");
        // The resident takes it back: the system is told, and can do nothing with it any more.
        town.clock.advance(HOUR);
        let withdraw = format!("/cases/{second}/withdraw");
        let form = town.get(&browser(1), &withdraw).await;
        let key = form.hidden("key");
        town.post(&browser(1), &withdraw, &[("key", &key), ("reason", "")]).await;
        town.count().await;
        assert_eq!(refused(handed::accept(&town.app, &program, two, "K-2").await), "not-theirs");
        town.get(&bo, &format!("/desk/cases/{second}")).await.says("Taken back from Kerbside Works");
    });
}

#[test]
fn how_to_reach_somebody_is_sent_only_where_the_definition_says_why() {
    in_town(async |town| {
        system(&town, "home-repairs", "Mend and Sons").await;
        let opening = town.pothole(0.0, by_email("ann@a.example", Lang::EN));
        let at = services::Answer::Address(services::Address {
            line1: "26 Example Street".into(),
            postcode: "EM1 1AA".into(),
            ..services::Address::default()
        });
        let at = cases::Given {
            question: "address".into(),
            value: serde_json::to_value(at).unwrap(),
            by: "resident".into(),
        };
        let opening = cases::Opening {
            service: "housing-repair".into(),
            kind: String::new(),
            answers: vec![at.clone()],
            duplicates: None,
            ..opening
        };
        let ada = account(&town, 2, "Ada Example", "ada@a.example").await;
        let reference = town.open(&browser(1), opening).await.reference.to_string();
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let (ahead, _) = hand(&town, &bo, &reference, "home-repairs").await;
        assert!(ahead.contains("26 Example Street"), "where they come to: {ahead}");
        assert!(ahead.contains("ann@a.example") && ahead.contains("They agree with you when to come"), "{ahead}");
        // Somebody whose address is to be kept safe is reached through us alone.
        let opening = cases::Opening {
            service: "housing-repair".into(),
            kind: String::new(),
            answers: vec![at],
            duplicates: None,
            resident: ada.resident().ok(),
            ..town.pothole(900.0, by_email("ada@a.example", Lang::EN))
        };
        let guarded = town.open(&ada, opening).await.reference.to_string();
        let mut tx = town.app.db.begin().await.unwrap();
        residents::store::record::set_particulars(&mut tx, ada.id(), None, true).await.unwrap();
        tx.commit().await.unwrap();
        let (ahead, _) = hand(&town, &bo, &guarded, "home-repairs").await;
        assert!(!ahead.contains("26 Example Street"), "{ahead}");
        assert!(!ahead.contains("ada@a.example") && ahead.contains("Nothing of who reported it"), "{ahead}");
        let streets = system(&town, "street-works", "Kerbside Works").await;
        let sign = a_sign(&town, Lang::EN, 0.0).await;
        hand(&town, &bo, &sign, "street-works").await;
        let (_, sent) = handed::one(&town.app, &streets.1, ids(&town, streets.0).await[0]).await.unwrap();
        let sent = serde_json::to_value(sent).unwrap();
        assert_eq!((&sent["reference"], &sent["place"]["street"]), (&Value::from(sign), &Value::from("Mill Road")));
        let text = sent.to_string();
        assert!(!text.contains("ann@a.example") && !text.contains("bucket") && sent.get("contact").is_none(), "{text}");
    });
}
