//! A system that takes cases: an administrator makes it, and with the key it is given it answers for its own cases alone.

use super::Program;
use super::residents::{ada, enquiry};
use crate::support::{Browser, Council, another};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use kit::{Id, params, sql};
use serde_json::{Value, json};

sql!(THE_NEWEST, "SELECT id FROM cases_handed WHERE case_id = $1 ORDER BY id DESC");
sql!(THE_CASE, "SELECT id FROM cases WHERE ref = $1");

/// Makes a webhook take cases under this code; gives its page and the program with its key.
pub(super) async fn takes(council: &Council, code: &str, name: &str) -> (Browser, String, Program) {
    let mut admin = council.colleague(&format!("Ash {}", another()), &[Role::Administrator], &[]).await.browser;
    admin.open("/admin/hooks").await;
    admin.fill("Name", &format!("Contractor {}", another())).fill("Address", "https://works.example/hook");
    admin.choose("A case was handed to another system").press("Begin to tell it").await;
    let path = admin.page.path.clone();
    admin.fill("What definitions call it", code).fill("What people know it by", name).press("Let it take cases").await;
    let key = key_of(&admin.page.body);
    (admin, path, Program { key, ..Program::nobody(council) })
}

fn key_of(page: &str) -> String {
    let from = page.find("gh_").unwrap_or_else(|| panic!("no key in {page}"));
    page[from..].chars().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect()
}

pub(super) async fn leader(council: &Council) -> Program {
    let colleague = council.colleague(&format!("Lee {}", another()), &[Role::TeamLeader], &["highways"]).await;
    Program::of(council, "staff", colleague.id, &["desk.read", "desk.write"]).await
}

/// Hands a new report over; gives its reference and what the system calls it by.
async fn handed(council: &Council, ada: &Program, leader: &Program) -> (String, String) {
    let sent = ada.post("/api/v1/services/street-problem/submit", enquiry()).await.good(201);
    let reference = sent.text("reference").to_owned();
    let id = hand(council, leader, &reference).await;
    (reference, id)
}

/// Hands a case over; gives what the system calls it by.
pub(super) async fn hand(council: &Council, leader: &Program, reference: &str) -> String {
    let path = format!("/api/v1/desk/cases/{reference}");
    let mark = leader.get(&path).await.good(200).header("etag").to_owned();
    let over = json!({ "system": "street-works" });
    leader.post(&format!("{path}/hand-over"), over.clone()).await.refused(428, "mark-missing");
    leader.with(&format!("{path}/hand-over"), &[("if-match", &mark)], over).await.good(200);
    let mut read = council.app.db.read().await.unwrap();
    let case: Id = read.one(&THE_CASE, params![reference]).await.unwrap().get(0).unwrap();
    let id: Id = read.rows(&THE_NEWEST, params![case]).await.unwrap()[0].get(0).unwrap();
    id.to_string()
}

#[test]
fn a_system_answers_for_its_own_cases_alone_and_each_thing_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, ada) = ada(&council).await;
        let (mut admin, page, works) = takes(&council, "street-works", "Kerbside Works").await;
        let (_, _, lights) = takes(&council, "street-lighting", "Bright Lamps").await;
        let leader = leader(&council).await;
        let (reference, id) = handed(&council, &ada, &leader).await;
        let path = format!("/api/v1/handed/{id}");
        let whole = works.get(&path).await.good(200);
        assert_eq!(whole.body["handover"]["reference"], reference.as_str());
        assert!(!whole.body.to_string().contains("deep hole"), "nothing that anybody wrote: {}", whole.body);
        let list = works.get("/api/v1/handed?state=asked").await.good(200);
        assert_eq!(list.body["handed"][0]["id"], id.as_str());
        // Nobody else has anything to do with it.
        lights.get(&path).await.refused(404, "not-found");
        lights.post(&format!("{path}/accept"), json!({ "number": "L-1" })).await.refused(404, "not-found");
        assert_eq!(lights.get("/api/v1/handed").await.good(200).body["handed"], json!([]));
        for other in [&ada, &leader] {
            other.get(&path).await.refused(403, "not-allowed");
        }
        Program::nobody(&council).get(&path).await.refused(401, "no-key");
        for elsewhere in ["/api/v1/desk/cases", "/api/v1/account", "/api/v1/admin/hooks"] {
            works.get(elsewhere).await.refused(403, "not-allowed");
        }
        // In order, and each once: also with no key of the request's own.
        let said = |update: i64, status: &str| json!({ "update": update, "status": status, "note": "A note." });
        works.post(&format!("{path}/update"), said(1, "started")).await.refused(409, "refused");
        for _ in 0..2 {
            let accepted = works.post(&format!("{path}/accept"), json!({ "number": "K-1" })).await.good(200);
            assert_eq!((accepted.text("state"), accepted.text("number")), ("accepted", "K-1"));
        }
        works.post(&format!("{path}/accept"), json!({ "number": "K-2" })).await.refused(409, "refused");
        works.post(&format!("{path}/accept"), json!({ "number": " " })).await.refused(422, "wrong-values");
        works.post(&format!("{path}/update"), said(2, "started")).await.refused(409, "refused");
        works.post(&format!("{path}/update"), said(1, "planned")).await.refused(422, "wrong-values");
        works.post(&format!("{path}/update"), said(1, "lost")).await.refused(400, "not-understood");
        for _ in 0..2 {
            let told = works.post(&format!("{path}/update"), said(1, "started")).await.good(200);
            assert_eq!(told.body["updates"], 1);
        }
        let end = |outcome: &str| json!({ "outcome": outcome, "note": "Filled." });
        works.post(&format!("{path}/done"), end("planned")).await.refused(422, "wrong-values");
        for _ in 0..2 {
            assert_eq!(works.post(&format!("{path}/done"), end("mended")).await.good(200).text("status"), "closed");
        }
        let case = leader.get(&format!("/api/v1/desk/cases/{reference}")).await.good(200);
        let told: Vec<&Value> = case.body["timeline"].as_array().unwrap().iter().map(|one| &one["title"]).collect();
        let of = |words: &str| told.iter().filter(|title| title.as_str().unwrap().contains(words)).count();
        assert_eq!((of("has begun"), of("has taken it on"), of("Decided"), of("Finished")), (1, 1, 1, 1), "{told:?}");
        // A new key: the one before opens nothing any more.
        admin.open(&page).await;
        admin.press("Let it take cases").await;
        let again = Program { key: key_of(&admin.page.body), ..works.clone() };
        works.get(&path).await.refused(401, "no-key");
        assert_eq!(again.get(&path).await.good(200).text("state"), "done");
        admin.open(&page).await;
        admin.press("End it").await;
        again.get(&path).await.refused(401, "no-key");
    });
}

#[test]
fn two_answers_at_the_same_moment_are_one_and_a_case_is_taken_back_from_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, ada) = ada(&council).await;
        let (_, _, works) = takes(&council, "street-works", "Kerbside Works").await;
        let leader = leader(&council).await;
        let (reference, id) = handed(&council, &ada, &leader).await;
        let accept = format!("/api/v1/handed/{id}/accept");
        let answers = (0..8).map(|_| works.post(&accept, json!({ "number": "K-1" })));
        for answer in futures_util::future::join_all(answers).await {
            answer.good(200);
        }
        let path = format!("/api/v1/desk/cases/{reference}");
        let case = leader.get(&path).await.good(200);
        let timeline = case.body["timeline"].as_array().unwrap();
        let taken = timeline.iter().filter(|one| one["title"].as_str().unwrap().contains("has taken it on"));
        let by: Vec<&Value> = taken.map(|one| &one["by"]).collect();
        assert_eq!(by, ["Kerbside Works"]);
        let back = json!({ "system": "street-works", "reason": "We do it ourselves." });
        leader.with(&format!("{path}/take-back"), &[("if-match", case.header("etag"))], back).await.good(200);
        let done = json!({ "outcome": "mended", "note": "Filled." });
        let late = works.post(&format!("/api/v1/handed/{id}/done"), done).await;
        assert_eq!(late.refused(409, "refused").text("detail"), "This case is not with this system any more.");
        assert_eq!(works.get(&format!("/api/v1/handed/{id}")).await.good(200).text("state"), "taken-back");
    });
}
