//! Updates: changes of status go out, what people wrote in the other system comes in.

use crate::town::{Town, in_town};
use axum::http::StatusCode;
use kit::clock::HOUR;

/// Status and number of each update of a feed, in its order.
async fn feed(town: &Town, query: &str) -> Vec<(String, String)> {
    town.follow().await;
    let xml = town.get(&format!("/open311/v2/servicerequestupdates.xml?{query}")).await;
    assert_eq!(xml.status, StatusCode::OK, "{}", xml.body);
    assert!(xml.body.contains("<service_request_updates>"), "{}", xml.body);
    let json = town.get(&format!("/open311/v2/servicerequestupdates.json?{query}")).await.json();
    assert_eq!(json.as_array().unwrap().len(), xml.each("update_id").len());
    xml.each("status").into_iter().zip(xml.each("service_request_id")).collect()
}

#[test]
fn whoever_sent_a_report_hears_of_its_changes_by_its_own_number() {
    in_town(async |town| {
        let first = town.pothole(0.0, &[]).await.number();
        let other = town.new_key("another").await;
        let joined = [
            ("service_code", "street-problem"),
            ("lat", "52.20031"),
            ("long", "0.1388"),
            ("attribute[kind]", "pothole"),
        ];
        let joined = town
            .post("/open311/v2/requests.json", &[&[("api_key", other.as_str())], &joined[..]].concat())
            .await
            .number();
        let bo = town.staff("Bo Demo", "highways").await;
        town.clock.advance(HOUR);
        town.act(&bo, &first, "decide", &[("outcome", "mended"), ("reason", "Filled."), ("close", "no")]).await;
        town.act(&bo, &first, "close", &[]).await;
        town.act(&bo, &first, "reopen", &[("reason", "It sank.")]).await;
        let statuses = ["IN_PROGRESS", "FIXED", "OPEN"];
        let of = |number: &str| statuses.map(|status| (status.to_owned(), number.to_owned()));
        assert_eq!(feed(&town, &format!("api_key={}", town.key)).await, of(&first));
        assert_eq!(feed(&town, &format!("api_key={other}")).await, of(&joined));
        assert_eq!(feed(&town, "").await, of(&first), "everybody knows the case by its first number");
        let window = "start_date=2026-09-21T10:00:00Z&end_date=2026-09-21T10:00:03Z";
        assert_eq!(feed(&town, window).await.len(), 1, "{:?}", feed(&town, window).await);
        assert_eq!(feed(&town, "page_size=2&page=2").await, of(&first)[2..]);
        let stranger = town.get("/open311/v2/servicerequestupdates.xml?api_key=gh_x_y").await;
        assert_eq!(stranger.status, StatusCode::FORBIDDEN);
        let ids = town.get("/open311/v2/servicerequestupdates.xml").await.each("update_id");
        town.follow().await;
        assert_eq!(
            town.get("/open311/v2/servicerequestupdates.xml").await.each("update_id"),
            ids,
            "they stay the same"
        );
    });
}

#[test]
fn what_somebody_wrote_in_the_other_system_becomes_a_message_once() {
    in_town(async |town| {
        let number = town.pothole(0.0, &[]).await.number();
        let update = |key: &str, number: &str, id: &str, text: &str| {
            let fields = [
                ("api_key", key),
                ("service_request_id", number),
                ("update_id", id),
                ("status", "OPEN"),
                ("updated_datetime", "2026-09-21T12:00:00+01:00"),
                ("description", text),
                ("first_name", "Ann"),
                ("public_anonymity_required", "TRUE"),
            ];
            fields.map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let send = |fields: [(String, String); 8]| {
            let town = &town;
            async move {
                let all: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
                town.post("/open311/v2/servicerequestupdates.xml", &all).await
            }
        };
        let first = send(update(&town.key, &number, "u1", "It is <deeper> now.")).await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.body);
        let again = send(update(&town.key, &number, "u1", "It is <deeper> now.")).await;
        assert_eq!(first.each("update_id"), again.each("update_id"));
        let bo = town.staff("Bo Demo", "highways").await;
        let page = town.get_as(&bo, &format!("/desk/cases/{number}")).await;
        assert_eq!(page.body.matches("It is &#60;deeper&#62; now.").count(), 1, "{}", page.body);
        assert!(page.body.contains("where the report stands as OPEN"));
        let other = town.new_key("another").await;
        for (fields, status) in [
            (update(&other, &number, "u2", "Not mine."), 404),
            (update(&town.key, "FE8WX73ZD", "u2", "Nobody's."), 404),
            (update("gh_x_y", &number, "u2", "Who?"), 403),
            (update(&town.key, &number, "", "No number."), 400),
            (update(&town.key, &number, "u3", ""), 400),
            (update(&town.key, &number, "u3", &"x".repeat(4_001)), 400),
        ] {
            let refused = send(fields.clone()).await;
            assert_eq!(refused.status.as_u16(), status, "{fields:?}: {}", refused.body);
            assert_eq!(refused.each("code"), [status.to_string()]);
        }
        let mut odd = update(&town.key, &number, "u4", "Hm.");
        odd[3].1 = "melted, I think".into();
        assert_eq!(send(odd.clone()).await.status, StatusCode::BAD_REQUEST);
        odd[3].1 = "Awaiting_Crew".into();
        assert_eq!(send(odd).await.status, StatusCode::OK, "a council's own status");
        let page = town.get_as(&bo, &format!("/desk/cases/{number}")).await;
        assert!(page.body.contains("where the report stands as AWAITING_CREW"), "{}", page.body);
    });
}

#[test]
fn danger_written_there_stands_first_here() {
    in_town(async |town| {
        let calm = town.pothole(0.0, &[]).await.number();
        let danger = town.pothole(500.0, &[]).await.number();
        for (number, text) in [(&calm, "Any news?"), (&danger, "A child fell in and is bleeding, call an ambulance")] {
            let fields = [
                ("api_key", town.key.as_str()),
                ("service_request_id", number),
                ("update_id", number),
                ("status", "open"),
                ("updated_datetime", "2026-09-21T12:00:00Z"),
                ("description", text),
            ];
            assert_eq!(town.post("/open311/v2/servicerequestupdates.json", &fields).await.status, StatusCode::OK);
        }
        let bo = town.staff("Bo Demo", "highways").await;
        let unread = town.get_as(&bo, "/desk/cases?tab=unread").await.body;
        let place = |number: &str| unread.find(number).unwrap_or_else(|| panic!("{number} in {unread}"));
        assert!(place(&danger) < place(&calm));
    });
}
