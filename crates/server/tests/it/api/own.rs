//! A resident's program books, moves and calls off, reads answers, and says what its holder needs.

use super::Program;
use super::residents::ada;
use crate::support::{Council, another};
use kit::Id;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use serde_json::{Value, json};

fn at(times: &Value, place: usize) -> String {
    times["times"][place]["at"].as_str().expect("a time").to_owned()
}

#[test]
fn an_appointment_is_booked_moved_and_called_off() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((_, ada), (_, ben)) = (ada(&council).await, ada(&council).await);
        let kinds = Program::nobody(&council).get("/api/v1/bookable").await.good(200);
        assert!(kinds.body["kinds"].as_array().unwrap().iter().any(|kind| kind["id"] == "do-it-for-me"));
        let path = "/api/v1/bookable/do-it-for-me/times?site=town-hall&way=in-person&from=2026-11-23";
        let times = ada.get(path).await.good(200);
        ada.get("/api/v1/bookable/do-it-for-me/times?site=nowhere").await.refused(422, "wrong-values");
        ada.get("/api/v1/bookable/nothing/times").await.refused(404, "not-found");
        let wish = |at: &str| json!({ "kind": "do-it-for-me", "site": "town-hall", "way": "in-person", "at": at });
        let named = [("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad98")];
        let first = ada.with("/api/v1/appointments", &named, wish(&at(&times.body, 0))).await.good(201);
        let again = ada.with("/api/v1/appointments", &named, wish(&at(&times.body, 0))).await.good(201);
        assert_eq!(first.body, again.body);
        assert_eq!((first.text("state"), first.text("name")), ("booked", "Ada Testwell"));
        let told = council.mail_to(first.text("email")).await;
        assert_eq!(told.iter().filter(|mail| mail.subject.contains("appointment")).count(), 1, "{told:?}");
        ada.post("/api/v1/appointments", wish("2026-11-23T03:00:00Z")).await.refused(409, "refused");
        ada.post("/api/v1/appointments", json!({ "kind": "nothing", "at": at(&times.body, 0) }))
            .await
            .refused(422, "wrong-values");
        let own = first.header("location").to_owned();
        let listed = ada.get("/api/v1/appointments").await.good(200);
        assert_eq!(listed.body["appointments"][0]["id"], first.body["id"]);
        assert_eq!(ben.get("/api/v1/appointments").await.good(200).body["appointments"], json!([]));
        ben.get(&own).await.refused(404, "not-found");
        let mark = ada.get(&own).await.good(200).header("etag").to_owned();
        let another = json!({ "at": at(&times.body, 3) });
        ada.post(&format!("{own}/move"), another.clone()).await.refused(428, "mark-missing");
        ben.with(&format!("{own}/move"), &[("if-match", &mark)], another.clone()).await.refused(404, "not-found");
        ada.with(&format!("{own}/move"), &[("if-match", "\"99\"")], another.clone()).await.refused(412, "changed");
        let moved = ada.with(&format!("{own}/move"), &[("if-match", &mark)], another).await.good(200);
        assert_eq!(moved.text("at"), at(&times.body, 3));
        // Whoever sees people there sees it, and that is on record.
        let lee = council.colleague("Lee Officer", &[Role::Officer], &["contact-centre"]).await;
        let lee = Program::of(&council, "staff", lee.id, &["desk.read"]).await;
        let day = lee.get("/api/v1/desk/appointments?site=town-hall&day=2026-11-23").await.good(200);
        assert_eq!(day.body["appointments"][0]["name"], "Ada Testwell", "{}", day.body);
        ada.with(&format!("{own}/cancel"), &[("if-match", &mark)], json!({})).await.refused(412, "changed");
        let mark = moved.header("etag").to_owned();
        let gone = ada.with(&format!("{own}/cancel"), &[("if-match", &mark)], json!({})).await.good(200);
        assert_eq!((gone.text("state"), gone.body["may_change"].as_bool()), ("cancelled", Some(false)));
        ada.with(&format!("{own}/cancel"), &[("if-match", &mark)], json!({})).await.good(200);
        ada.with(&format!("{own}/move"), &[("if-match", gone.header("etag"))], json!({ "at": at(&times.body, 1) }))
            .await
            .refused(409, "refused");
    });
}

#[test]
fn what_somebody_needs_is_read_and_changed_and_nobody_overwrites_it_unseen() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, ada) = ada(&council).await;
        let path = "/api/v1/account/needs";
        let before = ada.get(path).await.good(200);
        assert_eq!(before.body["told"], json!([]));
        let barrier = before.body["known_barriers"][0]["id"].clone();
        let wanted = json!({ "barriers": [barrier], "help": ["large-print"], "calls": "14", "agree": true });
        ada.post(path, wanted.clone()).await.refused(428, "mark-missing");
        let mark = before.header("etag").to_owned();
        let mut unasked = wanted.clone();
        unasked["agree"] = json!(false);
        let said = ada.with(path, &[("if-match", &mark)], unasked).await;
        assert_eq!(said.refused(422, "wrong-values").body["errors"][0]["at"], "agree");
        let said = ada.with(path, &[("if-match", &mark)], json!({ "barriers": ["nothing"], "agree": true })).await;
        assert_eq!(said.refused(422, "wrong-values").body["errors"][0]["at"], "barriers");
        let kept = ada.with(path, &[("if-match", &mark)], wanted).await.good(200);
        assert_eq!((kept.text("calls"), &kept.body["help"]), ("14", &json!(["large-print"])));
        ada.with(path, &[("if-match", &mark)], json!({ "calls": "never", "agree": true }))
            .await
            .refused(412, "changed");
        let none = ada.with(path, &[("if-match", kept.header("etag"))], json!({})).await.good(200);
        assert_eq!(none.body["told"], json!([]));
    });
}

#[test]
fn answers_that_everybody_may_read_are_read_without_a_key_and_no_others() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let nobody = Program::nobody(&council);
        let word = format!("quixotic{}", another());
        for (slug, public) in [("open", true), ("closed", false)] {
            let slug = format!("{slug}-{word}");
            let text = format!("public = {public}\n[en]\nquestion = \"What is {word}?\"\nanswer = \"It is.\"\n");
            let done = knowledge::bring_in(&council.app, &[(format!("{slug}.toml"), text)], Id::NONE).await.unwrap();
            assert!(done.refused.is_empty(), "{:?}", done.refused);
        }
        council.app.part::<knowledge::Library>().unwrap().refresh(&council.app.db).await.unwrap();
        let found = nobody.get(&format!("/api/v1/answers?q={word}")).await.good(200);
        assert_eq!(found.body["answers"].as_array().unwrap().len(), 1, "{}", found.body);
        let slug = found.body["answers"][0]["slug"].as_str().unwrap().to_owned();
        assert_eq!(nobody.get(&format!("/api/v1/answers/{slug}")).await.good(200).text("slug"), slug);
        nobody.get(&format!("/api/v1/answers/closed-{word}")).await.refused(404, "not-found");
    });
}
