//! An officer's program decides on the spot what the rules of delegated authority allow, having seen what that is.

use super::Program;
use crate::access::things::train;
use crate::access::world::{open_case, person};
use crate::support::{Council, another};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use serde_json::{Value, json};

/// A hole in the road, in a council of its own.
async fn a_hole(council: &Council) -> String {
    let own = council.resident("Ada Example", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    open_case(council, resident, None).await.1
}

#[test]
fn what_a_rule_allows_is_shown_and_then_decided_and_the_rest_goes_up() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let reference = a_hole(&council).await;
        let officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await;
        let program = Program::of(&council, "staff", officer.id, &["desk.read", "desk.write"]).await;
        let path = format!("/api/v1/desk/cases/{reference}/on-the-spot");
        // Nobody said yet that they were trained for it.
        program.get(&path).await.refused(409, "refused");
        train(&council, officer.id).await;
        let rules = program.get(&path).await.good(200);
        let rule = &rules.body["rules"][0];
        assert_eq!((&rule["outcomes"], &rule["seen"]), (&json!(["mended"]), &json!(["mended-picture"])));
        assert!(rule["scheme"].as_str().unwrap().starts_with("Part 3"), "{rule}");
        let mark = rules.header("etag").to_owned();
        let named = [("if-match", mark.as_str()), ("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad9b")];
        let mut decision = json!({ "outcome": "mended", "reason": "Your picture shows it.", "close": true });
        program.post(&path, decision.clone()).await.refused(428, "mark-missing");
        // Without what has to be seen it would go up, and nothing is done yet.
        let beyond = program.with(&path, &named, decision.clone()).await;
        let points = beyond.refused(409, "refused").body["ahead"]["points"].as_array().unwrap().clone();
        assert!(points.iter().any(|one| one.as_str().unwrap().contains("not seen")), "{points:?}");
        decision["seen"] = json!(["mended-picture"]);
        let within = program.with(&path, &named, decision.clone()).await;
        within.refused(409, "refused");
        assert_eq!(within.body["ahead"]["points"], json!([]), "{}", within.body);
        let case = program.get(&format!("/api/v1/desk/cases/{reference}")).await.good(200);
        assert_eq!(case.text("status"), "open");
        // What was seen of another decision is not what was seen of this one.
        decision["ahead"] = beyond.body["ahead"]["seen"].clone();
        program.with(&path, &named, decision.clone()).await.refused(409, "refused");
        decision["ahead"] = within.body["ahead"]["seen"].clone();
        let done = program.with(&path, &named, decision.clone()).await.good(200);
        assert_eq!(done.text("status"), "closed");
        program.with(&path, &named, decision.clone()).await.good(200);
        program.with(&path, &[("if-match", &mark)], decision).await.refused(412, "changed");
        let case = program.get(&format!("/api/v1/desk/cases/{reference}")).await.good(200);
        let under = |one: &&Value| one["title"].as_str().unwrap().contains("scheme of delegation");
        assert_eq!(case.body["timeline"].as_array().unwrap().iter().filter(under).count(), 1, "{}", case.body);
    });
}

#[test]
fn what_is_not_an_officer_s_to_decide_goes_to_the_team_with_the_reason() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let reference = a_hole(&council).await;
        let officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await;
        train(&council, officer.id).await;
        let program = Program::of(&council, "staff", officer.id, &["desk.read", "desk.write"]).await;
        let path = format!("/api/v1/desk/cases/{reference}/on-the-spot");
        let mark = program.get(&path).await.good(200).header("etag").to_owned();
        let mut decision =
            json!({ "outcome": "mended", "reason": "The caller says so.", "close": false, "amount": 12_050 });
        let shown = program.with(&path, &[("if-match", &mark)], decision.clone()).await;
        let ahead = &shown.refused(409, "refused").body["ahead"];
        assert!(ahead["words"].as_str().unwrap().contains("£120.50"), "{ahead}");
        decision["ahead"] = ahead["seen"].clone();
        let done = program.with(&path, &[("if-match", &mark)], decision).await.good(200);
        assert_eq!(done.text("status"), "open");
        // A team's own program has no such authority to go by: it decides.
        let member = council.colleague("Mo Member", &[Role::TeamMember], &["waste"]).await;
        let member = Program::of(&council, "staff", member.id, &["desk.read"]).await;
        member.get(&path).await.refused(404, "not-found");
    });
}
