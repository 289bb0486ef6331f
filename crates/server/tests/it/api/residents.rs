//! A resident's own program.

use super::Program;
use crate::access::world::person;
use crate::support::{Council, another};
use kit::testing::{each_database, repository_migrations};
use kit::{Id, params, sql};
use serde_json::json;

sql!(CASES_COUNTED, "SELECT CAST(count(*) AS BIGINT) FROM cases");

async fn cases(council: &Council) -> i64 {
    council.app.db.read().await.unwrap().one(&CASES_COUNTED, params![]).await.unwrap().get(0).unwrap()
}

/// A resident with a program that may do everything of theirs.
pub async fn ada(council: &Council) -> (Id, Program) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    (resident, Program::of(council, "resident", resident, &["own.read", "own.write"]).await)
}

/// A form filled in so that it opens a case.
pub fn enquiry() -> serde_json::Value {
    json!({
        "answers": {
            "kind": "pothole",
            "hurt_now": false,
            "place": { "point": "52.2003, 0.1388" },
            "hole_depth": "fist",
            "hole_where": "road",
            "description": "A deep hole.",
        },
        "nearby": "different",
    })
}

#[test]
fn a_form_is_sent_whole_followed_and_taken_back() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, ada) = ada(&council).await;
        let account = ada.get("/api/v1/account").await.good(200);
        assert_eq!((account.text("id"), account.text("name")), (resident.to_string().as_str(), "Ada Testwell"));
        let service = ada.get("/api/v1/services/general-enquiry").await.good(200);
        let asked: Vec<&str> =
            service.body["questions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        let nothing = ada.post("/api/v1/services/general-enquiry/submit", json!({ "answers": {} })).await;
        nothing.refused(422, "wrong-values");
        let missing: Vec<&str> =
            nothing.body["errors"].as_array().unwrap().iter().map(|one| one["at"].as_str().unwrap()).collect();
        assert!(
            missing.iter().all(|at| asked.contains(&at.trim_start_matches("answers/"))),
            "{missing:?} of {asked:?}"
        );
        assert_eq!(cases(&council).await, 0);
        let before = cases(&council).await;
        let named = [("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad91")];
        let answers = filled(&service.body);
        let first = ada.with("/api/v1/services/general-enquiry/submit", &named, answers.clone()).await.good(201);
        let again = ada.with("/api/v1/services/general-enquiry/submit", &named, answers.clone()).await.good(201);
        assert_eq!((first.body.clone(), first.header("location")), (again.body.clone(), again.header("location")));
        assert_eq!(cases(&council).await, before + 1, "sent twice it is one case");
        let other = ada.with("/api/v1/services/general-enquiry/submit", &named, json!({ "answers": {} })).await;
        other.refused(422, "wrong-values");
        let path = first.header("location").to_owned();
        let case = ada.get(&path).await.good(200);
        assert_eq!((case.text("reference"), case.text("status")), (first.text("reference"), "open"));
        assert_eq!(ada.get("/api/v1/cases").await.good(200).body["cases"].as_array().unwrap().len(), 1);
        let wrote = ada.post(&format!("{path}/message"), json!({ "text": "When will you come?" })).await.good(200);
        assert_eq!(wrote.text("reference"), case.text("reference"));
        ada.post(&format!("{path}/message"), json!({ "text": "\u{202e}x" })).await.refused(422, "wrong-values");
        ada.post(&format!("{path}/message"), json!({ "text": "" })).await.refused(400, "not-understood");
        let case = ada.get(&path).await.good(200);
        assert_eq!(case.body["messages"][0]["text"], "When will you come?");
        assert_eq!(case.body["may_withdraw"], true, "{}", case.body);
        let gone = ada.post(&format!("{path}/withdraw"), json!({})).await.good(200);
        assert_eq!(gone.text("status"), "withdrawn");
        ada.post(&format!("{path}/withdraw"), json!({})).await.refused(409, "refused");
        let back = ada.post(&format!("{path}/reopen"), json!({ "reason": "It is still so." })).await.good(200);
        assert_eq!(back.text("status"), "open");
    });
}

/// Every question that has to be answered, answered.
fn filled(service: &serde_json::Value) -> serde_json::Value {
    let mut answers = serde_json::Map::new();
    for one in service["questions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["required"] == true && one["always_asked"] == true)
    {
        let answer = match one["kind"].as_str().unwrap() {
            "choice" => one["options"][0]["id"].clone(),
            "yes-no" => json!(false),
            "text" | "long-text" => json!("A question."),
            other => panic!("no answer to {other}"),
        };
        answers.insert(one["id"].as_str().unwrap().to_owned(), answer);
    }
    json!({ "answers": answers })
}

#[test]
fn what_was_reported_nearby_is_asked_about_and_nobody_joins_unasked() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((_, ada), (_, ben)) = (ada(&council).await, ada(&council).await);
        let path = "/api/v1/services/street-problem/submit";
        let first = ada.post(path, enquiry()).await;
        assert_eq!(first.status, 201, "{}", first.body);
        let mut same = enquiry();
        same.as_object_mut().unwrap().remove("nearby");
        let asked = ben.post(path, same.clone()).await;
        asked.refused(409, "refused");
        let case = asked.body["nearby"]["case"].as_str().expect("the case nearby").to_owned();
        assert_eq!(cases(&council).await, 1);
        same["nearby"] = json!(case);
        let joined = ben.post(path, same).await.good(201);
        assert_eq!(joined.body["joined"], true);
        assert_ne!(joined.text("reference"), first.text("reference"));
        assert_eq!(cases(&council).await, 1);
        assert_eq!(ben.post(path, enquiry()).await.good(201).body["joined"], false);
        assert_eq!(cases(&council).await, 2);
    });
}

#[test]
fn anothers_case_is_not_there() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((_, ada), (_, ben)) = (ada(&council).await, ada(&council).await);
        let sent = ada.post("/api/v1/services/street-problem/submit", enquiry()).await.good(201);
        let path = sent.header("location");
        ben.get(path).await.refused(404, "not-found");
        for (what, body) in
            [("message", json!({ "text": "Hello" })), ("withdraw", json!({})), ("reopen", json!({ "reason": "x" }))]
        {
            ben.post(&format!("{path}/{what}"), body).await.refused(404, "not-found");
        }
        Program::nobody(&council).get(path).await.refused(401, "no-key");
        assert_eq!(ada.get(path).await.good(200).text("status"), "open");
    });
}
