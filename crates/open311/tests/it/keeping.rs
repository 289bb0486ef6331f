//! What a person wrote, and who they are, never leaves.

use crate::town::{Town, in_town};
use kit::clock::{DAY, HOUR};

/// Everything personal that is sent or written in this test.
const PRIVATE: [&str; 12] = [
    "Ann",
    "Example",
    "ann@a.example",
    "01632 960123",
    "bucket",
    "my neighbour",
    "BD51 SMR",
    "12",
    "fms-private-7",
    "Filled for",
    "gate code",
    "https://photos.example",
];

async fn everything(town: &Town, numbers: &[String]) -> String {
    town.follow().await;
    let key = format!("api_key={}", town.key);
    let mut all = String::new();
    for format in ["xml", "json"] {
        let mut paths = vec![
            format!("requests.{format}?extensions=true"),
            format!("requests.{format}?status=closed&extensions=true"),
            format!("servicerequestupdates.{format}"),
            format!("servicerequestupdates.{format}?{key}"),
        ];
        for number in numbers {
            paths.push(format!("requests/{number}.{format}?extensions=true"));
            paths.push(format!("requests.{format}?service_request_id={number}&{key}"));
            paths.push(format!("tokens/{number}.{format}"));
        }
        for path in paths {
            let answer = town.get(&format!("/open311/v2/{path}")).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            all.push_str(&answer.body);
        }
    }
    all
}

#[test]
fn nothing_a_person_wrote_and_nobody_s_name_leaves() {
    in_town(async |town| {
        let person = [
            ("first_name", "Ann"),
            ("last_name", "Example"),
            ("email", "ann@a.example"),
            ("phone", "01632 960123"),
            ("description", "As deep as a bucket. Ask my neighbour."),
            ("attribute[title]", "my neighbour fell"),
            ("attribute[fixmystreet_id]", "fms-private-7"),
            ("media_url", "https://photos.example/1.jpg"),
        ];
        let hole = [("address_string", "12 Mill Road, opposite my neighbour"), ("attribute[hole_depth]", "fist")];
        let hole = town.pothole(0.0, &[&person[..], &hole].concat()).await.number();
        let again = town.pothole(5.0, &person[..6]).await.number();
        let car = [
            ("service_code", "street-problem"),
            ("lat", "52.2090"),
            ("long", "0.1300"),
            ("attribute[kind]", "vehicle"),
            ("attribute[plate]", "BD51 SMR"),
            ("attribute[vehicle_looks]", "A red van, gate code inside"),
        ];
        let car = town.report(&[&car[..], &person[..6]].concat()).await.number();
        let bin = [
            ("service_code", "street-problem"),
            ("lat", "52.2011"),
            ("long", "0.1377"),
            ("address_string", "12 Catharine Street"),
            ("description", "Our bin was not collected, the gate code is on it"),
        ];
        let bin = town.report(&bin).await.number();
        let bo = town.staff("Bo Demo", "highways").await;
        town.clock.advance(HOUR);
        let reason = "Filled for Ann Example, who lives at number 5.";
        town.act(&bo, &hole, "message", &[("text", "Dear Ann, is it the hole by your gate code?"), ("asks", "yes")])
            .await;
        town.act(&bo, &hole, "decide", &[("outcome", "mended"), ("reason", reason), ("close", "yes")]).await;
        town.act(&bo, &hole, "reopen", &[("reason", "my neighbour says it sank")]).await;
        let numbers = [hole.clone(), again, car, bin.clone()];
        // Numbers hold any letters and digits, moments any digits: they are no words.
        let mut all = everything(&town, &numbers).await;
        for number in &numbers {
            assert!(all.contains(number.as_str()), "{number}");
            all = all.replace(number.as_str(), "");
        }
        for words in PRIVATE.iter().filter(|words| **words != "12") {
            assert!(!all.contains(words), "{words} in {all}");
        }
        assert!(all.contains("<address>Mill Road</address>"), "the street, not the house: {all}");
        // Where a household's bin stands is nobody's business, not even by its number.
        let bin = town.get(&format!("/open311/v2/requests/{bin}.json?extensions=true")).await;
        let shown = &bin.json()[0];
        assert_eq!((&shown["status"], &shown["service_code"]), (&"open".into(), &"missed-bin".into()));
        for field in ["lat", "long", "address", "zipcode"] {
            assert_eq!(shown[field], serde_json::Value::Null, "{field}: {shown}");
        }
        assert_eq!(shown["attributes"], serde_json::json!([]));
        assert_eq!(shown["extended_attributes"]["ward"], serde_json::Value::Null);
    });
}

#[test]
fn what_is_of_no_service_for_others_cannot_be_seen_by_its_number() {
    in_town(async |town| {
        let who = kit::who::Who::anyone(kit::Lang::EN);
        let mut tx = town.app.db.begin().await.unwrap();
        let opening = cases::Opening {
            draft: town.app.id(),
            service: "council-tax-moving-home".into(),
            version: 1,
            title: "Moving home".into(),
            kind: String::new(),
            team: "council-tax".into(),
            answers: Vec::new(),
            contact: None,
            resident: None,
            visitor: None,
            help: kit::facts::Help::Alone,
            place: None,
            promise: cases::Promise { due: town.app.now() + HOUR, reason: "reason-usual".into() },
            source: "web".into(),
            priority: "normal".into(),
            passed_to: None,
            duplicates: None,
            opened: None,
        };
        let ready = cases::ready(&mut tx, &town.app, opening).await.unwrap();
        let number = cases::open(&mut tx, &town.app, &who, ready).await.unwrap().reference;
        tx.commit().await.unwrap();
        for path in [format!("requests/{number}.json"), format!("tokens/{number}.json")] {
            assert_eq!(town.get(&format!("/open311/v2/{path}")).await.status, 404, "{path}");
        }
        town.follow().await;
        assert_eq!(town.get("/open311/v2/requests.json").await.body, "[]");
        let named = town.get(&format!("/open311/v2/requests.json?service_request_id={number}")).await;
        assert_eq!(named.body, "[]");
    });
}

#[test]
fn what_is_erased_here_is_gone_there() {
    in_town(async |town| {
        let more = [("address_string", "Mill Road"), ("attribute[hole_depth]", "fist")];
        let number = town.pothole(0.0, &more).await.number();
        let bo = town.staff("Bo Demo", "highways").await;
        town.act(&bo, &number, "decide", &[("outcome", "mended"), ("reason", "Filled."), ("close", "yes")]).await;
        town.follow().await;
        assert!(town.get("/open311/v2/requests.json").await.body.contains("Mill Road"));
        let opened = town.clock.now() / DAY;
        town.clock.advance(37 * 31 * DAY);
        assert_eq!(cases::erase_due(&town.app).await.unwrap(), 1);
        town.follow().await;
        let day = (opened * DAY) / 1_000_000;
        let moment = |seconds: i64| jiff::Timestamp::from_second(seconds).unwrap();
        let then = format!("start_date={}&end_date={}", moment(day), moment(day + 86_400));
        let listed = town.get(&format!("/open311/v2/requests.json?{then}&extensions=true")).await;
        let one = town.get(&format!("/open311/v2/requests/{number}.json?extensions=true")).await;
        for answer in [listed, one] {
            let shown = &answer.json()[0];
            assert_eq!(shown["service_request_id"], number);
            for field in ["lat", "long", "address", "zipcode"] {
                assert_eq!(shown[field], serde_json::Value::Null, "{field}: {shown}");
            }
            assert_eq!(shown["attributes"], serde_json::json!([]));
        }
    });
}
