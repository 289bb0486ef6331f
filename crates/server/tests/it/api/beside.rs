//! What goes to another system besides the report: photographs, and what is written while it has the case.

use super::Program;
use super::handed::{hand, leader, takes};
use super::hooks::followed;
use crate::access::world::person;
use crate::support::{Browser, Council, HERE, Reached, another};
use kit::testing::{each_database, picture, repository_migrations};
use kit::who::Role;
use residents::store::record;
use serde_json::{Value, json};

/// Reports a hole with a photograph; gives the reference.
async fn report(browser: &mut Browser) -> String {
    browser.start_street_problem().await;
    browser.describe_hole(HERE).await;
    browser.choose("About as deep as a fist").choose("The road").press("Continue").await;
    browser.attach("Photos", "hole", picture("jpeg", [200, 0, 0])).press("Continue").await;
    browser.be_reached("Ada Testwell", Reached::Not).await;
    browser.press("Send").await;
    browser.reference()
}

/// How often a webhook is to be told of each kind.
async fn told(council: &Council, page: &str) -> Vec<String> {
    followed(council).await;
    let admin = council.colleague(&format!("Ash {}", another()), &[Role::Administrator], &[]).await;
    let hooks = Program::of(council, "staff", admin.id, &["hooks"]).await;
    let path = format!("/api/v1{page}/deliveries");
    let said = hooks.get(&path).await.good(200);
    let kinds = said.body["deliveries"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned());
    kinds.collect()
}

#[test]
fn files_and_what_is_written_go_to_whoever_has_the_case_and_to_nobody_else() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
        let (resident, _) = person(&council, &own).await;
        let ada = Program::of(&council, "resident", resident, &["own.read", "own.write"]).await;
        let (_, page, works) = takes(&council, "street-works", "Kerbside Works").await;
        let (_, other, lights) = takes(&council, "street-lighting", "Bright Lamps").await;
        let (reference, leader) = (report(&mut own).await, leader(&council).await);
        let write = async |text: &str| {
            ada.post(&format!("/api/v1/cases/{reference}/message"), json!({ "text": text })).await.good(200);
        };
        write("Before anybody else had it.").await;
        let id = hand(&council, &leader, &reference).await;
        own.open(&format!("/cases/{reference}")).await.says("What you write to us here goes to Kerbside Works too");
        // The picture is its own, by its key, byte by byte.
        let whole = works.get(&format!("/api/v1/handed/{id}")).await.good(200);
        let file: &Value = &whole.body["handover"]["files"][0];
        assert_eq!((file["name"].as_str(), file["media_type"].as_str()), (Some("hole.jpg"), Some("image/jpeg")));
        let picture = file["path"].as_str().unwrap();
        let got = works.get(picture).await;
        assert_eq!((got.status, &got.body), (200, &file["sha256"]), "{:?}", got.headers);
        assert_eq!((got.header("content-type"), got.header("cache-control")), ("image/jpeg", "no-store"));
        lights.get(picture).await.refused(404, "not-found");
        ada.get(picture).await.refused(403, "not-allowed");
        Program::nobody(&council).get(picture).await.refused(401, "no-key");
        let unknown = picture.rsplit_once('/').unwrap().0;
        works.get(&format!("{unknown}/{id}")).await.refused(404, "not-found");
        // What is written now is told, in order, to whoever has the case.
        write("It is by the bus stop.").await;
        write("And it is deep.").await;
        assert_eq!(told(&council, &page).await, ["case.messaged", "case.messaged", "case.handed-over"]);
        assert_eq!(
            told(&council, &other).await,
            ["case.handed-over"],
            "what its kinds say, and nothing that was written"
        );
        // Taken back, there is nothing more to fetch, and nothing more is heard.
        let path = format!("/api/v1/desk/cases/{reference}");
        let mark = leader.get(&path).await.good(200).header("etag").to_owned();
        let back = json!({ "system": "street-works", "reason": "We do it ourselves." });
        leader.with(&format!("{path}/take-back"), &[("if-match", &mark)], back).await.good(200);
        works.get(picture).await.refused(409, "refused");
        let after = works.get(&format!("/api/v1/handed/{id}")).await.good(200);
        assert_eq!(after.body["handover"]["files"], json!([]));
        write("After they had it.").await;
        let now = ["case.taken-back", "case.messaged", "case.messaged", "case.handed-over"];
        assert_eq!(told(&council, &page).await, now);
        own.open(&format!("/cases/{reference}")).await;
        assert!(!own.page.text().contains("Kerbside Works too"), "{}", own.page.text());
        // Of somebody whose address is to be kept safe it hears nothing.
        hand(&council, &leader, &reference).await;
        let mut tx = council.app.db.begin().await.unwrap();
        record::set_particulars(&mut tx, resident, None, true).await.unwrap();
        tx.commit().await.unwrap();
        write("I am in the refuge now.").await;
        assert_eq!(told(&council, &page).await.first().map(String::as_str), Some("case.handed-over"));
        own.open(&format!("/cases/{reference}")).await;
        assert!(!own.page.text().contains("Kerbside Works too"), "{}", own.page.text());
    });
}
