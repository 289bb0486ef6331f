//! Reports come in and take the way of a submitted form.

use crate::town::{Town, in_town};
use axum::http::StatusCode;
use kit::clock::DAY;

async fn case(town: &Town, number: &str) -> cases::elsewhere::Reported {
    let reference = number.parse().unwrap();
    let mut read = town.app.db.read().await.unwrap();
    cases::elsewhere::by_reference(&mut read, &reference).await.unwrap().expect("a case of this number")
}

#[test]
fn a_report_becomes_a_case_with_team_and_promise_and_its_reporter_is_told() {
    in_town(async |town| {
        let more = [
            ("description", "As deep as a bucket.\r\nBy the <b>bus stop</b> & the pump."),
            ("attribute[hole_depth]", "fist"),
            ("attribute[hole_where]", "cycle-lane"),
            ("address_string", "21 Mill Road, Cambridge"),
            ("email", "ann@a.example"),
            ("first_name", "Ann"),
            ("last_name", "Example"),
        ];
        let used = async || {
            let mut tx = town.app.db.begin().await.unwrap();
            kit::keys::find(&mut tx, &town.app, &town.key, open311::SCOPE).await.unwrap().unwrap().used
        };
        assert_eq!(used().await, 0);
        let taken = town.pothole(0.0, &more).await;
        assert_ne!(used().await, 0, "its page says when it was used");
        let notice = taken.json()[0]["service_notice"].as_str().unwrap().to_owned();
        // Two working days for a deep hole, from Monday.
        assert!(notice.starts_with("We will deal with this by Wednesday 23 September 2026."), "{notice}");
        let kept = case(&town, &taken.number()).await.case;
        assert_eq!((kept.service.as_str(), kept.kind.as_str()), ("street-problem", "pothole"));
        assert_eq!((kept.team.as_str(), kept.source.as_str()), ("highways", "open311"));
        assert_eq!(kept.title, "A hole in the road, 21 Mill Road, Cambridge");
        assert_eq!(kept.contact.name, "Ann Example");
        assert!(!kept.place.ward.is_empty());
        let sent = town.sent().await;
        assert_eq!(sent.len(), 1);
        assert!(sent[0].0 == "ann@a.example" && sent[0].1.starts_with("We have your request"), "{sent:?}");
        let bo = town.staff("Bo Demo", "highways").await;
        let page = town.get_as(&bo, &format!("/desk/cases/{}", kept.reference)).await;
        for words in ["another system (Open311)", "By the &#60;b&#62;bus stop", "As deep as a bucket.", "Ann Example"] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
    });
}

#[test]
fn the_same_thing_nearby_is_one_case_and_each_reporter_has_a_number() {
    in_town(async |town| {
        let first = town.pothole(0.0, &[]).await.number();
        let second = town.pothole(12.0, &[("email", "ben@b.example")]).await;
        assert!(
            second.json()[0]["service_notice"].as_str().unwrap().starts_with("Somebody has told us about this before")
        );
        let second = second.number();
        assert_ne!(first, second);
        assert_eq!(town.cases().await, 1);
        let joined = case(&town, &second).await;
        assert!(joined.joined);
        assert_eq!(joined.case.reference.as_str(), second);
        let told: Vec<String> = town.sent().await.into_iter().map(|(to, _)| to).collect();
        assert_eq!(told, ["ben@b.example"]);
        // Each is shown where its own sender said it was.
        let latitude = |number: String| {
            let town = &town;
            async move {
                let one = town.get(&format!("/open311/v2/requests/{number}.json")).await.json();
                assert_eq!(one[0]["service_request_id"], number);
                one[0]["lat"].as_f64().unwrap()
            }
        };
        assert!(latitude(second).await > latitude(first).await);
        town.pothole(100.0, &[]).await.number();
        assert_eq!(town.cases().await, 2);
    });
}

#[test]
fn answers_are_checked_as_the_form_checks_them() {
    in_town(async |town| {
        let refused = town.pothole(0.0, &[("attribute[hole_depth]", "abyss")]).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.json()[0]["description"].as_str().unwrap().starts_with("attribute[hole_depth]: "));
        // A bin's questions have to be answered: each that is missing is named.
        let bin = [("service_code", "missed-bin"), ("address_string", "12 Mill Road, Cambridge, CB1 2AZ")];
        let refused = town.report(&bin).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        let said: Vec<String> =
            refused.json().as_array().unwrap().iter().map(|one| one["description"].to_string()).collect();
        for name in ["container", "due_on", "times_before"] {
            assert!(
                said.iter().any(|words| words.contains(&format!("attribute[{name}] is missing"))),
                "{name}: {said:?}"
            );
        }
        let answered = [
            ("attribute[container]", "recycling"),
            ("attribute[due_on]", "2026-09-19T00:00:00Z"),
            ("attribute[out_by_seven]", "true"),
            ("attribute[tag]", "none"),
            ("attribute[whole_street]", "mine"),
            ("attribute[blocked]", "no"),
            ("attribute[assisted]", "no"),
            ("attribute[times_before]", "none"),
        ];
        let late = ("attribute[due_on]", "2026-12-24");
        let wrong = [&bin[..], &[late], &answered[..1], &answered[2..]].concat();
        assert_eq!(town.report(&wrong).await.status, StatusCode::BAD_REQUEST, "a day to come");
        let number = town.report(&[&bin[..], &answered].concat()).await.number();
        let kept = case(&town, &number).await;
        assert_eq!((kept.case.service.as_str(), kept.case.team.as_str()), ("missed-bin", "waste"));
        let address = kept.answers.iter().find(|given| given.question == "address").expect("its address");
        assert!(address.value.to_string().contains("12 Mill Road"), "{}", address.value);
    });
}

#[test]
fn a_report_without_its_kind_is_sorted_by_the_published_rules() {
    in_town(async |town| {
        for (title, category, service, kind) in [
            ("Huge pothole outside the shop", "", "street-problem", "pothole"),
            ("Something by the bridge", "Graffiti", "street-problem", "graffiti"),
            ("Our bin was not collected", "", "missed-bin", ""),
            ("Something odd", "", "street-problem", "other"),
            ("Street light out", "", "street-problem", "street-light"),
        ] {
            // As FixMyStreet writes it.
            let written = if kind == "street-light" {
                format!("title: {title}\r\n\r\ndetail: By the pothole.\r\n\r\nurl: https://fms.example/1\r\n")
            } else {
                title.to_owned()
            };
            let fields = [
                ("service_code", "street-problem"),
                ("lat", "52.2053"),
                ("long", "0.1218"),
                ("description", written.as_str()),
                ("attribute[category]", category),
            ];
            let kept = case(&town, &town.report(&fields).await.number()).await.case;
            let found = (kept.service.as_str(), kept.kind.as_str(), kept.title.as_str());
            assert_eq!(found, (service, kind, title));
            assert_eq!(kept.place.position, Some((52.2053, 0.1218)));
        }
    });
}

#[test]
fn what_is_not_ours_is_refused_in_words_and_a_trunk_road_is_passed_on() {
    in_town(async |town| {
        let report = |lat: &'static str, long: &'static str| {
            let town = &town;
            async move {
                let at =
                    [("service_code", "street-problem"), ("lat", lat), ("long", long), ("attribute[kind]", "pothole")];
                town.report(&at).await
            }
        };
        let berlin = report("52.52", "13.4").await;
        assert_eq!(berlin.status, StatusCode::BAD_REQUEST);
        assert!(
            berlin.body.contains(
                "This cannot be taken here. The place is outside our area. It is for the council for that area."
            ),
            "{}",
            berlin.body
        );
        let tower_hamlets = report("51.5150", "-0.0400").await;
        assert_eq!(tower_hamlets.status, StatusCode::BAD_REQUEST, "{}", tower_hamlets.body);
        assert_eq!(town.cases().await, 0);
        let a14 = [
            ("service_code", "street-problem"),
            ("address_string", "A14 eastbound, CB24 9PH"),
            ("attribute[kind]", "pothole"),
        ];
        let passed = town.report(&a14).await;
        assert!(
            passed.json()[0]["service_notice"].as_str().unwrap().contains("National Highways to deal with"),
            "{}",
            passed.body
        );
        let number = passed.number();
        let one = town.get(&format!("/open311/v2/requests/{number}.json")).await.json();
        assert_eq!(one[0]["status"], "closed");
        assert!(one[0]["status_notes"].as_str().unwrap().contains("National Highways"), "{one}");
    });
}

#[test]
fn sent_again_within_a_day_it_is_the_same_report() {
    in_town(async |town| {
        let own = [("attribute[fixmystreet_id]", "4711"), ("email", "ann@a.example")];
        let answer = town.pothole(0.0, &own).await;
        let first = answer.number();
        town.clock.advance(DAY / 2);
        // Another place by then: the number says that it is the same, and it is answered word for word as then.
        assert_eq!(town.pothole(500.0, &own).await.json(), answer.json());
        let notice = answer.json()[0]["service_notice"].as_str().unwrap().to_owned();
        assert!(notice.starts_with("We will deal with this by "), "{notice}");
        assert_eq!((town.cases().await, town.sent().await.len()), (1, 1));
        let other = town.new_key("another").await;
        let theirs = [
            ("api_key", other.as_str()),
            ("service_code", "street-problem"),
            ("lat", "52.21"),
            ("long", "0.13"),
            ("description", "A hole"),
        ];
        let theirs = town.post("/open311/v2/requests.json", &[&theirs[..], &own].concat()).await.number();
        assert_ne!(theirs, first, "another system counts for itself");
        town.clock.advance(DAY);
        assert_ne!(town.pothole(1_000.0, &own).await.number(), first, "a day later it is another report");
    });
}

#[test]
fn ten_at_the_same_moment_are_one() {
    in_town(async |town| {
        let own = [("attribute[external_id]", "x-1")];
        let one = async || loop {
            let answer = town.pothole(0.0, &own).await;
            // Two transactions collided: the edge would run it again.
            if answer.status != StatusCode::SERVICE_UNAVAILABLE {
                return answer.number();
            }
        };
        let (a, b, c, d) = tokio::join!(one(), one(), one(), one());
        let (e, f, g, h) = tokio::join!(one(), one(), one(), one());
        let all = [a, b, c, d, e, f, g, h];
        assert!(all.iter().all(|number| *number == all[0]), "{all:?}");
        assert_eq!(town.cases().await, 1);
    });
}

#[test]
fn words_that_speak_of_danger_are_answered_with_the_number_to_call() {
    in_town(async |town| {
        let taken = town.pothole(0.0, &[("description", "I smell gas in the hole")]).await;
        let notice = taken.json()[0]["service_notice"].as_str().unwrap().to_owned();
        assert!(notice.contains("999"), "{notice}");
    });
}
