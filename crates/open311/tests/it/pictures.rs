//! Pictures that come with a report.

use crate::town::{Answer, Town, in_town};
use axum::http::StatusCode;
use kit::facts::Subject;
use kit::files;
use kit::testing::{form_with_files, pdf, picture};

/// Sends a pothole with these files.
async fn with_files(town: &Town, more: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
    let fields = [
        ("api_key", town.key.as_str()),
        ("service_code", "street-problem"),
        ("lat", "52.2003"),
        ("long", "0.1388"),
        ("attribute[kind]", "pothole"),
    ];
    town.post_files("/open311/v2/requests.json", form_with_files(&[&fields[..], more].concat(), files)).await
}

async fn kept(town: &Town, number: &str) -> Vec<files::File> {
    let mut read = town.app.db.read().await.unwrap();
    let found = cases::elsewhere::by_reference(&mut read, &number.parse().unwrap()).await.unwrap().expect("a case");
    files::of(&mut read, &Subject::new("case", found.case.id)).await.unwrap()
}

#[test]
fn pictures_are_evidence_on_the_case_and_nobody_elses() {
    in_town(async |town| {
        let (jpeg, png) = (picture("jpeg", [90, 90, 90]), picture("png", [20, 20, 20]));
        let sent = [("media", "hole.jpg", jpeg.as_slice()), ("photo2", "hole.png", png.as_slice())];
        let taken = with_files(&town, &[("description", "Deep.")], &sent).await;
        let number = taken.number();
        assert_eq!(kept(&town, &number).await.len(), 2);
        let bo = town.staff("Bo Demo", "highways").await;
        let page = town.get_as(&bo, &format!("/desk/cases/{number}")).await.body;
        for words in ["hole.jpg", "hole.png", "Deep."] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let public = town.get(&format!("/open311/v2/requests/{number}.json")).await;
        assert_eq!(public.json()[0]["media_url"], serde_json::Value::Null);
        assert!(!public.body.contains("hole."), "{}", public.body);
    });
}

#[test]
fn a_report_is_not_lost_over_a_picture_and_says_why_it_was_not_kept() {
    in_town(async |town| {
        let jpeg = picture("jpeg", [90, 90, 90]);
        let text = pdf("no picture");
        let sent = [("media", "letter.pdf", text.as_slice()), ("media", "good.jpg", jpeg.as_slice())];
        let taken = with_files(&town, &[], &sent).await;
        let notice = taken.json()[0]["service_notice"].as_str().unwrap().to_owned();
        assert!(notice.contains("letter.pdf"), "{notice}");
        let names: Vec<String> = kept(&town, &taken.number()).await.into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["good.jpg"]);
        // Sent again by its own number it is the same report with the same pictures.
        let own = [("attribute[fixmystreet_id]", "77"), ("attribute[hole_depth]", "fist")];
        let mut numbers = Vec::new();
        for _ in 0..2 {
            numbers.push(with_files(&town, &own, &[("media", "a.jpg", jpeg.as_slice())]).await.number());
        }
        assert_eq!(numbers[0], numbers[1]);
        // Whoever has no key leaves nothing.
        let body = form_with_files(&[("api_key", "wrong")], &[("media", "a.jpg", jpeg.as_slice())]);
        let refused = town.post_files("/open311/v2/requests.json", body).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        // A key is looked at before anything else is read: what follows it may be no form at all.
        for path in ["requests", "servicerequestupdates"] {
            let mut body = form_with_files(&[("api_key", "wrong")], &[("media", "a.jpg", jpeg.as_slice())]);
            body.truncate(body.len() - 60);
            let refused = town.post_files(&format!("/open311/v2/{path}.json"), body).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        }
    });
}

#[test]
fn pictures_and_links_come_with_an_update_too() {
    in_town(async |town| {
        let number = town.pothole(0.0, &[]).await.number();
        let (jpeg, text) = (picture("jpeg", [90, 90, 90]), pdf("no picture"));
        let fields = [
            ("api_key", town.key.as_str()),
            ("service_request_id", number.as_str()),
            ("update_id", "u1"),
            ("status", "OPEN"),
            ("updated_datetime", "2026-09-21T12:00:00Z"),
            ("description", "Deeper."),
            ("media_url[]", "https://pictures.example/1.jpg"),
            ("media_url[]", "https://pictures.example/2.jpg"),
            ("media_url[]", "no link"),
            ("first_name", "Ben"),
            ("email", "ben@b.example"),
        ];
        let sent = [("photo1", "deeper.jpg", jpeg.as_slice()), ("photo2", "letter.pdf", text.as_slice())];
        let mut ids = Vec::new();
        for _ in 0..2 {
            let body = form_with_files(&fields, &sent);
            let taken = town.post_files("/open311/v2/servicerequestupdates.json", body).await;
            assert_eq!(taken.status, StatusCode::OK, "{}", taken.body);
            let taken = taken.json()[0].clone();
            let notice = taken["service_notice"].as_str().unwrap().to_owned();
            assert!(notice.contains("letter.pdf") && notice.contains("every link to a picture"), "{notice}");
            ids.push(taken["update_id"].clone());
        }
        assert_eq!(ids[0], ids[1]);
        let bo = town.staff("Bo Demo", "highways").await;
        let page = town.get_as(&bo, &format!("/desk/cases/{number}")).await.body;
        for words in ["deeper.jpg", "https://pictures.example/1.jpg", "https://pictures.example/2.jpg"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert_eq!(page.matches("Deeper.").count(), 1, "sent again it is the same: {page}");
        assert!(!page.contains("ben@b.example"), "whoever writes there need not be who reported it: {page}");
        // Without any of these nothing is said that the extension has no word for.
        let plain: Vec<_> = fields.iter().filter(|(name, _)| *name != "media_url[]").copied().collect();
        let plain = town.post("/open311/v2/servicerequestupdates.xml", &plain).await;
        assert_eq!((plain.status, plain.body.contains("service_notice")), (StatusCode::OK, false), "{}", plain.body);
    });
}

#[test]
fn a_link_to_a_picture_is_kept_with_the_words_and_never_fetched() {
    in_town(async |town| {
        let link = "https://pictures.example/hole.jpg";
        let number = town.pothole(0.0, &[("description", "Deep."), ("media_url", link)]).await.number();
        let bo = town.staff("Bo Demo", "highways").await;
        assert!(town.get_as(&bo, &format!("/desk/cases/{number}")).await.body.contains(link));
        assert!(kept(&town, &number).await.is_empty());
        assert!(!town.get(&format!("/open311/v2/requests/{number}.json")).await.body.contains(link));
        // FixMyStreet sends several.
        let links =
            [("media_url", "https://pictures.example/1.jpg"), ("media_url[]", "https://pictures.example/2.jpg")];
        let several = town.pothole(400.0, &links).await;
        assert!(!several.body.contains("every link"), "{}", several.body);
        let page = town.get_as(&bo, &format!("/desk/cases/{}", several.number())).await.body;
        assert!(links.iter().all(|(_, link)| page.contains(link)), "{page}");
        for odd in ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "no link"] {
            let taken = town.pothole(200.0, &[("media_url", odd)]).await;
            let notice = taken.json()[0]["service_notice"].as_str().unwrap().to_owned();
            assert!(notice.contains("We could not keep every link to a picture"), "{odd}: {notice}");
            let number = taken.number();
            assert!(!town.get_as(&bo, &format!("/desk/cases/{number}")).await.body.contains(odd), "{odd}");
        }
    });
}
