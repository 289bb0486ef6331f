//! Lists of requests by every filter there is.

use crate::town::{Town, in_town};
use kit::clock::{DAY, HOUR};

/// Numbers of the list, in its order.
async fn numbers(town: &Town, query: &str) -> Vec<String> {
    town.follow().await;
    let found = town.get(&format!("/open311/v2/requests.json?{query}")).await;
    let all = found.json();
    let all = all.as_array().unwrap_or_else(|| panic!("{query}: {}", found.body)).clone();
    let ids: Vec<String> = all.iter().map(|one| one["service_request_id"].as_str().unwrap().to_owned()).collect();
    let xml = town.get(&format!("/open311/v2/requests.xml?{query}")).await;
    assert_eq!(xml.each("service_request_id"), ids, "both formats say the same");
    ids
}

#[test]
fn a_request_has_every_field_of_the_standard() {
    in_town(async |town| {
        let more = [("address_string", "21 Mill Road, Cambridge"), ("attribute[hole_depth]", "fist")];
        let number = town.pothole(0.0, &more).await.number();
        let one = &town.get(&format!("/open311/v2/requests/{number}.json")).await.json()[0];
        for (field, value) in [
            ("status", "open".into()),
            ("service_name", "Report a problem in the street".into()),
            ("service_code", "street-problem".into()),
            ("description", "A hole in the road".into()),
            ("agency_responsible", "Highways".into()),
            ("requested_datetime", "2026-09-21T09:00:01Z".into()),
            ("updated_datetime", "2026-09-21T09:00:01Z".into()),
            ("address", "Mill Road".into()),
            ("lat", 52.2003.into()),
            ("long", 0.1388.into()),
            ("media_url", serde_json::Value::Null),
            ("address_id", serde_json::Value::Null),
        ] {
            assert_eq!(one[field], value, "{field}: {one}");
        }
        assert!(one["expected_datetime"].as_str().unwrap().starts_with("2026-09-23T"), "{one}");
        assert!(one["zipcode"].as_str().unwrap().starts_with("CB1 "), "{one}");
        assert!(one.get("attributes").is_none());
        let more = &town.get(&format!("/open311/v2/requests/{number}.json?extensions=true")).await.json()[0];
        assert_eq!(more["attributes"][1]["code"], "hole_depth");
        assert_eq!(more["extended_attributes"]["channel"], "open311");
        let token = town.get(&format!("/open311/v2/tokens/{number}.json")).await.json();
        assert_eq!(token, serde_json::json!([{ "service_request_id": number, "token": number }]));
        town.follow().await;
        let listed = town.get("/open311/v2/requests.json?extensions=true").await.json();
        assert_eq!(&listed[0], more, "the list says what the one says");
    });
}

#[test]
fn every_filter_leaves_out_what_it_says() {
    in_town(async |town| {
        let mut all = Vec::new();
        for day in 0..4 {
            all.push(town.pothole(f64::from(day) * 100.0, &[]).await.number());
            town.clock.advance(DAY);
        }
        let [a, b, c, d] = [0, 1, 2, 3].map(|day: usize| all[day].as_str());
        let bo = town.staff("Bo Demo", "highways").await;
        let ended = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")];
        town.act(&bo, b, "decide", &ended).await;
        assert_eq!(numbers(&town, "").await, [d, c, b, a]);
        assert_eq!(numbers(&town, "status=open").await, [d, c, a]);
        assert_eq!(numbers(&town, "status=closed").await, [b]);
        assert_eq!(numbers(&town, "status=open,closed&service_code=street-problem").await, [d, c, b, a]);
        assert!(numbers(&town, "service_code=missed-bin").await.is_empty(), "nobody reads where bins are");
        assert_eq!(numbers(&town, "start_date=2026-09-22T00:00:00Z&end_date=2026-09-23T23:59:59Z").await, [c, b]);
        assert_eq!(numbers(&town, "start_date=2026-09-23T00:00:00Z").await, [d, c]);
        assert_eq!(numbers(&town, "end_date=2026-09-21T09:00:01Z").await, [a], "the last second is part of it");
        assert_eq!(numbers(&town, "page_size=2").await, [d, c]);
        assert_eq!(numbers(&town, "page_size=3&page=2").await, [a]);
        assert!(numbers(&town, "page_size=3&page=3").await.is_empty());
        assert_eq!(numbers(&town, "updated_after=2026-09-25T00:00:00Z").await, [b]);
        assert_eq!(numbers(&town, "updated_before=2026-09-23T00:00:00Z").await, [a]);
        let wide =
            "updated_after=2026-09-20T00:00:00Z&start_date=2018-07-18T00:00:00-05:00&end_date=2026-09-22T12:00:00Z";
        assert_eq!(numbers(&town, wide).await, [b, a], "newest change first");
        // Numbers override everything else.
        let some = format!("service_request_id={a},{c},NOTHING00&status=closed&start_date=2020-01-01T00:00:00Z");
        assert_eq!(numbers(&town, &some).await, [a, c]);
        town.clock.advance(90 * DAY - 2 * DAY + HOUR);
        assert_eq!(numbers(&town, "").await, [d], "the newest 90 days");
    });
}

#[test]
fn a_closed_request_says_so_at_once_with_its_outcome() {
    in_town(async |town| {
        let number = town.pothole(0.0, &[]).await.number();
        let bo = town.staff("Bo Demo", "highways").await;
        town.clock.advance(HOUR);
        let ended = [("outcome", "mended"), ("reason", "Told Ann at number 5."), ("close", "yes")];
        town.act(&bo, &number, "decide", &ended).await;
        let one = town.get(&format!("/open311/v2/requests/{number}.json")).await;
        assert!(!one.body.contains("Ann"), "{}", one.body);
        let one = &one.json()[0];
        assert_eq!((&one["status"], &one["expected_datetime"]), (&"closed".into(), &serde_json::Value::Null));
        assert_eq!(one["updated_datetime"], "2026-09-21T10:00:02Z");
        assert!(one["status_notes"].as_str().unwrap().len() > 3, "{one}");
    });
}

#[test]
fn one_and_the_list_know_the_same_last_change_however_much_was_written_since() {
    in_town(async |town| {
        let number = town.pothole(0.0, &[]).await.number();
        let bo = town.staff("Bo Demo", "highways").await;
        town.clock.advance(HOUR);
        town.act(&bo, &number, "decide", &[("outcome", "mended"), ("reason", "Filled."), ("close", "no")]).await;
        let path = format!("/open311/v2/requests/{number}.json");
        let decided = town.get(&path).await.json()[0]["updated_datetime"].clone();
        assert_ne!(decided, town.get(&path).await.json()[0]["requested_datetime"]);
        town.follow().await;
        for written in 0..55 {
            let fields = [
                ("api_key", town.key.as_str()),
                ("service_request_id", number.as_str()),
                ("update_id", &written.to_string()),
                ("status", "OPEN"),
                ("updated_datetime", "2026-09-21T12:00:00Z"),
                ("description", "Any news?"),
            ];
            let taken = town.post("/open311/v2/servicerequestupdates.json", &fields).await;
            assert_eq!(taken.status, 200, "{}", taken.body);
        }
        town.follow().await;
        assert_eq!(town.get(&path).await.json()[0]["updated_datetime"], decided);
        assert_eq!(town.get("/open311/v2/requests.json").await.json()[0]["updated_datetime"], decided);
    });
}

#[test]
fn no_list_is_longer_than_a_thousand() {
    in_town(async |town| {
        let mut tx = town.app.db.begin().await.unwrap();
        let who = kit::who::Who::anyone(kit::Lang::EN);
        for number in 0..1_005 {
            let opening = opening(&town, number);
            let ready = cases::ready(&mut tx, &town.app, opening).await.unwrap();
            cases::open(&mut tx, &town.app, &who, ready).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(numbers(&town, "").await.len(), 1_000);
        assert_eq!(numbers(&town, "page_size=5000").await.len(), 1_000);
        assert_eq!(numbers(&town, "page=2").await.len(), 5);
    });
}

/// A hole somebody reported on the website.
fn opening(town: &Town, number: i64) -> cases::Opening {
    cases::Opening {
        draft: town.app.id(),
        service: "street-problem".into(),
        version: 1,
        title: "A hole".into(),
        kind: "pothole".into(),
        team: "highways".into(),
        answers: Vec::new(),
        contact: None,
        resident: None,
        visitor: None,
        help: kit::facts::Help::Alone,
        place: None,
        promise: cases::Promise { due: town.app.now() + DAY, reason: "reason-usual".into() },
        source: "web".into(),
        priority: "normal".into(),
        passed_to: None,
        duplicates: None,
        opened: Some(town.app.now() - number),
    }
}
