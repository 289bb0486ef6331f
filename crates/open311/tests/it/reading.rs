//! What a system finds out before it sends anything.

use crate::town::in_town;
use axum::http::StatusCode;

#[test]
fn discovery_says_where_it_is_in_which_formats_and_whom_to_ask_for_a_key() {
    in_town(async |town| {
        let found = town.get("/open311/v2/discovery.json").await;
        assert_eq!((found.status, found.kind.as_str()), (StatusCode::OK, "application/json; charset=utf-8"));
        let endpoint = &found.json()["endpoints"][0];
        assert_eq!(endpoint["specification"], "http://wiki.open311.org/GeoReport_v2");
        assert_eq!(endpoint["url"], "http://localhost:8080/open311/v2");
        assert_eq!(endpoint["formats"], serde_json::json!(["text/xml", "application/json"]));
        assert!(found.json()["key_service"].as_str().unwrap().contains("hello@eastmere.example"));
        let found = town.get("/open311/v2/discovery.xml").await;
        assert_eq!(found.kind, "text/xml; charset=utf-8");
        assert!(found.body.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><discovery>"), "{}", found.body);
        assert_eq!(found.each("format"), ["text/xml", "application/json"]);
    });
}

#[test]
fn services_are_those_whose_definition_says_so() {
    in_town(async |town| {
        let xml = town.get("/open311/v2/services.xml?jurisdiction_id=").await;
        assert_eq!(xml.each("service_code"), ["street-problem", "missed-bin"]);
        let json = town.get("/open311/v2/services.json?jurisdiction_id=localhost").await.json();
        let street = json.as_array().unwrap().iter().find(|one| one["service_code"] == "street-problem").unwrap();
        assert_eq!((&street["metadata"], &street["type"]), (&true.into(), &"realtime".into()));
        assert!(street["keywords"].as_str().unwrap().contains("pothole, "), "{street}");
        assert_eq!(street["group"], "Streets and roads");
    });
}

#[test]
fn what_a_service_asks_comes_from_its_definition() {
    in_town(async |town| {
        let bin = town.get("/open311/v2/services/missed-bin.json").await.json();
        let all = bin["attributes"].as_array().unwrap();
        let of = |code: &str| all.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("{code}: {bin}"));
        for (code, datatype, required) in [
            ("container", "singlevaluelist", true),
            ("due_on", "datetime", true),
            // Asked of some bins only.
            ("out_by_seven", "singlevaluelist", false),
        ] {
            assert_eq!((&of(code)["datatype"], &of(code)["required"]), (&datatype.into(), &required.into()), "{code}");
        }
        assert_eq!(of("container")["values"][0]["key"], "rubbish");
        assert_eq!(of("container")["values"][0]["name"], "The rubbish bin");
        assert_eq!(of("due_on")["values"], serde_json::Value::Null);
        let asked = |code: &str| all.iter().any(|one| one["code"] == code);
        assert!(!asked("address") && !asked("description"), "the standard asks for these itself");
        let orders: Vec<i64> = all.iter().map(|one| one["order"].as_i64().unwrap()).collect();
        assert_eq!(orders, (1..=all.len() as i64).collect::<Vec<_>>());
        let street = town.get("/open311/v2/services/street-problem.xml").await;
        let codes = street.each("code");
        assert!(codes.starts_with(&["kind".into(), "hurt_now".into(), "hole_depth".into()]), "{codes:?}");
        assert!(street.each("required").iter().all(|required| required == "false"), "its reports are sorted by words");
        let datatypes = street.each("datatype");
        assert!(datatypes.contains(&"multivaluelist".into()) && datatypes.contains(&"string".into()), "{datatypes:?}");
        for path in ["/open311/v2/services/council-tax-moving-home.xml", "/open311/v2/services/nothing.xml"] {
            let unknown = town.get(path).await;
            assert_eq!((unknown.status, unknown.each("code")), (StatusCode::NOT_FOUND, vec!["404".to_owned()]));
        }
    });
}
