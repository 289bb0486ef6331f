//! What is refused, and how it is said.

use crate::town::in_town;
use axum::http::StatusCode;

/// A report that would be taken.
const GOOD: [(&str, &str); 4] =
    [("service_code", "street-problem"), ("lat", "52.2003"), ("long", "0.1388"), ("description", "A hole")];

#[test]
fn errors_are_written_as_the_standard_has_them_in_both_formats() {
    in_town(async |town| {
        let xml = town.post("/open311/v2/requests.xml", &GOOD).await;
        assert_eq!((xml.status, xml.kind.as_str()), (StatusCode::FORBIDDEN, "text/xml; charset=utf-8"));
        assert!(xml.body.contains("<errors><error><code>403</code><description>api_key is missing"), "{}", xml.body);
        let json = town.post("/open311/v2/requests.json", &GOOD).await;
        assert_eq!(json.kind, "application/json; charset=utf-8");
        assert_eq!(json.json()[0]["code"], 403);
        assert!(json.json()[0]["description"].as_str().unwrap().starts_with("api_key is missing"));
    });
}

#[test]
fn a_report_that_cannot_be_read_says_what_is_wrong_and_leaves_nothing() {
    in_town(async |town| {
        let long = "x".repeat(4_001);
        let huge = "é".repeat(40_000);
        let with = |name: &'static str, value: &str| -> Vec<(&str, String)> {
            let mut all: Vec<(&str, String)> = GOOD.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
            all.retain(|(other, _)| *other != name);
            all.push((name, value.to_owned()));
            all
        };
        for (fields, status) in [
            (with("service_code", ""), 400),
            (with("service_code", "nothing"), 404),
            (with("service_code", "council-tax-moving-home"), 404),
            (with("lat", ""), 400),
            (with("lat", "ninety"), 400),
            (with("lat", "91"), 400),
            (with("long", "NaN"), 400),
            (with("description", &long), 400),
            (with("description", &huge), 413),
            (with("description", "ri\u{202e}ght"), 400),
            (with("description", "\u{0}"), 400),
            (with("email", "ann"), 400),
            (with("email", "ann@a.example\nBcc: ben@b.example"), 400),
            (with("phone", "none of yours"), 400),
            (with("first_name", &long), 400),
            (with("address_string", &long), 400),
            (with("attribute[kind]", "'; DROP TABLE cases; --"), 400),
            (with("attribute[title]", "a\u{7}b"), 400),
            (with("attribute[fixmystreet_id]", &long), 400),
            (with("jurisdiction_id", "elsewhere.example"), 404),
            (with("api_key", "gh_000000000000_guess"), 403),
            (with("api_key", "\u{0}"), 403),
            (vec![("service_code", "street-problem".to_owned())], 400),
            (vec![("service_code", "street-problem".to_owned()), ("address_id", "7".to_owned())], 400),
        ] {
            let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let refused = town.report(&sent[..]).await;
            // The last key that is sent does not count: the first does.
            let refused = match sent.last() {
                Some(("api_key", _)) => town.post("/open311/v2/requests.json", &sent).await,
                _ => refused,
            };
            let last = fields.last().unwrap();
            let what = format!("{}={:.30}: {}", last.0, last.1, refused.body);
            assert_eq!(refused.status.as_u16(), status, "{what}");
            assert_eq!(refused.json()[0]["code"], status, "{what}");
            assert!(refused.body.len() < 2_000, "{what}");
        }
        assert_eq!(town.sent().await.len(), 0);
    });
}

#[test]
fn every_wrong_field_is_an_error_of_its_own_with_its_limit() {
    in_town(async |town| {
        let long = "x".repeat(6_000);
        let wrong = [
            ("service_code", "street-problem"),
            ("lat", "abc"),
            ("long", "181"),
            ("description", long.as_str()),
            ("attribute[kind]", "nope"),
            ("email", "zz"),
            ("phone", "none of yours"),
            ("first_name", "a\u{7}b"),
            ("attribute[external_id]", &long[..201]),
        ];
        let refused = town.report(&wrong).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        let said: Vec<String> = refused
            .json()
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["description"].as_str().unwrap().to_owned())
            .collect();
        for words in [
            "lat is not a number of degrees",
            "long is not a number of degrees (WGS 84): lat from -90 to 90, long from -180 to 180.",
            "description is too long: 4000 characters at most.",
            "attribute[kind]: it is none of the values that /open311/v2/services/street-problem lists.",
            "email is not an email address such as name@mail.example.",
            "phone is not a telephone number",
            "first_name has characters that no text has",
            "attribute[external_id] is too long: 200 characters at most.",
        ] {
            assert_eq!(said.iter().filter(|said| said.starts_with(words)).count(), 1, "{words}: {said:?}");
        }
        assert_eq!(said.len(), 8, "{said:?}");
        // The service comes first, and gives the answer its status.
        let unknown = town.report(&[&[("service_code", "nothing")], &wrong[1..]].concat()).await;
        assert_eq!((unknown.status, unknown.json()[0]["code"].as_i64()), (StatusCode::NOT_FOUND, Some(404)));
        assert_eq!(unknown.json()[1]["code"], 400);
        assert_eq!(town.cases().await, 0);
    });
}

#[test]
fn a_report_about_nothing_is_refused_and_says_what_to_add() {
    in_town(async |town| {
        let bare = &GOOD[..3];
        let own =
            [bare, &[("attribute[fixmystreet_id]", "4711"), ("email", "ann@a.example"), ("description", " ")]].concat();
        for fields in [bare, &own, &[bare, &[("media_url", "javascript:x")]].concat()] {
            let refused = town.report(fields).await;
            let said = refused.json();
            let said = said.as_array().unwrap_or_else(|| panic!("{}", refused.body));
            assert_eq!((refused.status, said.len()), (StatusCode::BAD_REQUEST, 1), "{}", refused.body);
            assert!(said[0]["description"].as_str().unwrap().starts_with("Nothing says what this is about: send a"));
        }
        // A picture that cannot be kept says nothing either.
        let text = kit::testing::pdf("no picture");
        let fields = [&[("api_key", town.key.as_str())], bare].concat();
        let with = |name: &'static str, bytes: &[u8]| kit::testing::form_with_files(&fields, &[("media", name, bytes)]);
        let refused = town.post_files("/open311/v2/requests.json", with("letter.pdf", &text)).await;
        assert!(refused.body.contains("Nothing says what this is about"), "{}", refused.body);
        assert_eq!(town.cases().await, 0);
        let jpeg = kit::testing::picture("jpeg", [90, 90, 90]);
        town.post_files("/open311/v2/requests.json", with("hole.jpg", &jpeg)).await.number();
        for (north, what) in [
            ("52.2103", ("media_url", "https://pictures.example/1.jpg")),
            ("52.2203", ("attribute[category]", "Graffiti")),
            ("52.2303", ("attribute[title]", "A hole")),
        ] {
            town.report(&[&[bare[0], ("lat", north), bare[2]][..], &[what]].concat()).await.number();
        }
    });
}

#[test]
fn what_is_no_form_is_told_what_to_send() {
    in_town(async |town| {
        for path in ["requests", "servicerequestupdates"] {
            let path = format!("/open311/v2/{path}.json");
            let refused = town.post_kind(&path, "application/json", "{}").await;
            assert_eq!((refused.status, refused.json().as_array().unwrap().len()), (StatusCode::BAD_REQUEST, 1));
            let said = refused.json()[0]["description"].as_str().unwrap().to_owned();
            assert!(said.contains("application/x-www-form-urlencoded") && !said.contains("openapi"), "{said}");
        }
    });
}

#[test]
fn lists_that_cannot_be_read_say_why() {
    in_town(async |town| {
        for (query, status) in [
            ("service_code=nothing", 404),
            ("service_code=street-problem,nothing", 404),
            ("status=melted", 400),
            ("start_date=2026-09-01", 400),
            ("start_date=yesterday", 400),
            ("start_date=2026-09-02T00:00:00Z&end_date=2026-09-01T00:00:00Z", 400),
            ("start_date=2026-01-01T00:00:00Z&end_date=2026-09-01T00:00:00Z", 400),
            ("updated_after=2026-01-01T00:00:00Z&updated_before=2026-09-01T00:00:00Z", 400),
            ("page=0", 400),
            ("page_size=-1", 400),
            ("page=99999999999999999999", 400),
            ("page=4000&page_size=1000", 400),
            ("jurisdiction_id=elsewhere.example", 404),
            ("start_date=-9999-01-01T00:00:00Z", 400),
            ("service_code=&status=&start_date=&page=", 200),
            ("start_date=2026-06-25T00:00:00Z&end_date=2026-09-20T00:00:00%2B01:00", 200),
        ] {
            let found = town.get(&format!("/open311/v2/requests.xml?{query}")).await;
            assert_eq!(found.status.as_u16(), status, "{query}: {}", found.body);
            if status != 200 {
                assert_eq!(found.each("code"), [status.to_string()], "{query}");
            }
        }
        for path in ["requests/NOTHING00.json", "tokens/NOTHING00.json", "services/x.json", "requests/FE8WX73ZD.json"] {
            let unknown = town.get(&format!("/open311/v2/{path}")).await;
            assert_eq!((unknown.status.as_u16(), unknown.json()[0]["code"].as_i64()), (404, Some(404)), "{path}");
        }
    });
}

#[test]
fn a_key_that_sends_far_too_much_is_slowed_down_and_others_are_not() {
    in_town(async |town| {
        let nothing = [("api_key", town.key.as_str())];
        let mut answers = Vec::new();
        for _ in 0..6_600 {
            answers.push(town.post("/open311/v2/requests.json", &nothing).await.status.as_u16());
            if answers.last() == Some(&429) {
                break;
            }
        }
        assert!(answers.len() > 6_000 && answers.last() == Some(&429), "{} {:?}", answers.len(), answers.last());
        let other = town.new_key("another").await;
        let fields = [&[("api_key", other.as_str())], &GOOD[..]].concat();
        town.post("/open311/v2/requests.json", &fields).await.number();
    });
}

#[test]
fn whatever_is_sent_is_answered_in_a_form_that_can_be_read() {
    const NAMES: [&str; 16] = [
        "service_code",
        "lat",
        "long",
        "address_string",
        "description",
        "email",
        "phone",
        "first_name",
        "attribute[kind]",
        "attribute[rubbish_what][]",
        "attribute[vehicle_since]",
        "attribute[hurt_now]",
        "attribute[title]",
        "attribute[",
        "attribute[fixmystreet_id]",
        "media_url",
    ];
    const VALUES: [&str; 16] = [
        "street-problem",
        "missed-bin",
        "52.2003",
        "0.1388",
        "-1e308",
        "1e-320",
        "]]><!--<a b='",
        "&amp;&#0;",
        "\u{0}\u{8}\u{fffe}\u{202e}",
        "a@b.example\r\nTo: c@d.example",
        "9999-99-99T99:99:99Z",
        "fly-tip",
        "yes",
        "CB1 2AZ",
        "\u{1f573}\u{fe0f}é",
        "07700 900123",
    ];
    in_town(async |town| {
        let chance = kit::id::Entropy::seeded(311);
        let any = |all: &[&'static str]| all[usize::try_from(chance.below(all.len() as u64)).unwrap()];
        let mut taken = 0;
        for _ in 0..400 {
            let mut fields = vec![("api_key", town.key.as_str())];
            if chance.below(2) == 0 {
                fields.extend(GOOD);
            }
            fields.extend((0..chance.below(8)).map(|_| (any(&NAMES), any(&VALUES))));
            let answer = town.post("/open311/v2/requests.xml", &fields).await;
            assert!(matches!(answer.status.as_u16(), 200 | 400 | 403 | 404), "{fields:?}: {answer:?}");
            answer.each("description");
            taken += u32::from(answer.status == StatusCode::OK);
        }
        assert!(taken > 20, "{taken}");
        town.follow().await;
        let all = town.get("/open311/v2/requests.xml?extensions=true").await;
        assert!(all.each("service_request_id").len() > 1, "{}", all.body);
    });
}
