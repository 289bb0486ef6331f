//! The description, and what cannot be dealt with.

use super::Program;
use super::residents::ada;
use crate::support::Council;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use serde_json::Value;
use std::collections::BTreeSet;

/// Every name that is pointed at.
fn pointed_at(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(parts) => {
            for (name, part) in parts {
                match (name.as_str(), part) {
                    ("$ref", Value::String(at)) => {
                        found.insert(at.trim_start_matches("#/components/schemas/").to_owned());
                    }
                    _ => pointed_at(part, found),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| pointed_at(one, found)),
        _ => {}
    }
}

#[test]
fn the_description_names_every_route_and_every_shape_there_is() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let said = Program::nobody(&council).get("/api/v1/openapi.json").await.good(200);
        let paths = said.body["paths"].as_object().unwrap();
        let routes = server::router::routes();
        let of_programs =
            routes.iter().filter(|route| api::is_of_programs(route.path) && !route.path.ends_with("openapi.json"));
        let mut operations = 0;
        for route in of_programs {
            let one = &paths[route.path][route.method.to_lowercase()];
            assert!(
                one["summary"].as_str().is_some_and(|words| !words.is_empty() && !words.starts_with("api-")),
                "{route:?}"
            );
            operations += 1;
        }
        let described: usize = paths.values().map(|at| at.as_object().unwrap().len()).sum();
        assert_eq!(described, operations);
        let shapes: BTreeSet<String> =
            said.body["components"]["schemas"].as_object().unwrap().keys().cloned().collect();
        let mut used = BTreeSet::new();
        pointed_at(&said.body, &mut used);
        assert_eq!(used, shapes, "shapes that are used, and shapes that are there");
    });
}

#[test]
fn whatever_cannot_be_dealt_with_is_a_problem() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, ada) = ada(&council).await;
        let json = [("content-type", "application/json")];
        ada.get("/api/v1/nothing").await.refused(404, "not-found");
        let wrong = ada.send("DELETE", "/api/v1/cases", &[], Vec::new()).await;
        assert_eq!(wrong.refused(405, "wrong-method").header("allow"), "GET,HEAD");
        let submit = "/api/v1/services/street-problem/submit";
        ada.send("POST", submit, &json, vec![b' '; kit::form::LARGEST + 1]).await.refused(413, "too-large");
        ada.send("POST", submit, &[("content-type", "text/plain")], b"{}".to_vec()).await.refused(415, "wrong-kind");
        ada.send("POST", submit, &json, b"{".to_vec()).await.refused(400, "not-understood");
        ada.send("POST", submit, &json, b"[]".to_vec()).await.refused(400, "not-understood");
        ada.send("POST", submit, &[json[0], ("idempotency-key", "x")], b"{\"answers\":{}}".to_vec())
            .await
            .refused(400, "not-understood");
        ada.get("/api/v1/cases?limit=0").await.refused(400, "not-understood");
        ada.get("/api/v1/cases?limit=1&limit=2").await.refused(400, "not-understood");
        ada.get("/api/v1/cases?before=x").await.refused(400, "not-understood");
        ada.send("POST", submit, &[json[0], ("sec-fetch-site", "cross-site")], b"{}".to_vec())
            .await
            .refused(403, "not-allowed");
    });
}

/// Twenty codes say nothing to an administrator: each has a sentence on the page, in a group, and the description says the same.
#[test]
fn whatever_a_webhook_is_told_of_has_a_sentence_on_the_page_and_in_the_description() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let said = Program::nobody(&council).get("/api/v1/openapi.json").await.good(200);
        let told = said.body["webhooks"].as_object().unwrap();
        assert_eq!(told.len(), 20);
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let page = admin.open("/admin/hooks").await.text();
        for group in ["A case begins", "It is worked on", "Something is said", "It ends", "It is with another system"] {
            assert!(page.contains(group), "{group}");
        }
        for (kind, one) in told {
            let sentence = one["post"]["summary"].as_str().unwrap();
            assert!(sentence.contains(' ') && !sentence.starts_with("api-"), "{kind}: {sentence}");
            assert!(page.contains(&format!("{sentence} {kind}")), "{kind}: {sentence}\n{page}");
        }
        let fields = [("name", "Kerbside Works"), ("url", "https://kerbside.example/"), ("kinds", "case.handed-said")];
        let made = admin.post("/admin/hooks", &fields).await.text();
        assert!(made.contains("The system said how it goes: planned, delayed or started case.handed-said"), "{made}");
    });
}
