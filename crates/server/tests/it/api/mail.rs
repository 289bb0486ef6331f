//! An officer's program reads what came by email and answers it.

use super::Program;
use crate::access::world::{open_case, person};
use crate::journeys::mail::{answers_to, comes, head};
use crate::support::{Council, another};
use kit::facts::Subject;
use kit::testing::{each_database, photo, repository_migrations};
use kit::who::Role;
use kit::{Id, params, sql};
use serde_json::json;

sql!(KEPT, "SELECT body FROM api_answers");

#[test]
fn mail_that_waits_is_listed_read_and_answered_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ann{}@a.example", another());
        comes(&council, &address, "hello@eastmere.example", &head("Opening hours"), "When is it open?").await;
        let lee = council.colleague("Lee Officer", &[Role::Officer], &["contact-centre"]).await;
        let lee_id = lee.id;
        let lee = Program::of(&council, "staff", lee_id, &["desk.read", "desk.write"]).await;
        let listed = lee.get("/api/v1/desk/mail").await.good(200);
        let row = listed.body["mail"].as_array().unwrap().iter().find(|row| row["sender"] == address.as_str()).unwrap();
        let path = format!("/api/v1/desk/mail/{}", row["id"].as_str().unwrap());
        let one = lee.get(&path).await.good(200);
        assert_eq!((one.text("text").trim(), one.body["may_answer"].as_bool()), ("When is it open?", Some(true)));
        let id: Id = row["id"].as_str().unwrap().parse().unwrap();
        let looks =
            kit::looks::at(&mut council.app.db.read().await.unwrap(), &Subject::new("mail", id), None, 10).await;
        assert!(looks.unwrap().iter().any(|look| look.staff == lee_id), "the look is on record");
        let words = json!({ "text": "At nine." });
        lee.post(&format!("{path}/answer"), words.clone()).await.refused(428, "mark-missing");
        lee.with(&format!("{path}/answer"), &[("if-match", "\"7\"")], words.clone()).await.refused(412, "changed");
        let mark = one.header("etag").to_owned();
        let named = [("if-match", mark.as_str()), ("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad99")];
        let done = lee.with(&format!("{path}/answer"), &named, words.clone()).await.good(200);
        assert_eq!((done.text("state"), done.body["thread"][0]["text"].as_str()), ("aside", Some("At nine.")));
        lee.with(&format!("{path}/answer"), &named, words).await.good(200);
        assert_eq!(council.mail_to(&address).await.iter().filter(|mail| mail.text.contains("At nine.")).count(), 1);
        let listed = lee.get("/api/v1/desk/mail").await.good(200);
        assert!(listed.body["mail"].as_array().unwrap().iter().all(|row| row["sender"] != address.as_str()));
        // Those who take no contacts learn nothing of it.
        let owner = council.colleague("Olu Owner", &[Role::ServiceOwner], &["highways"]).await;
        let owner = Program::of(&council, "staff", owner.id, &["desk.read"]).await;
        owner.get("/api/v1/desk/mail").await.refused(403, "not-allowed");
        owner.get(&path).await.refused(403, "not-allowed");
    });
}

#[test]
fn mail_on_a_record_is_read_once_that_is_open() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ann{}@a.example", another());
        person(&council, &council.resident("Ann Example", &address).await).await;
        comes(&council, &address, "hello@eastmere.example", &head("A rate"), "What is my rate?").await;
        let lee = council.colleague("Lee Officer", &[Role::Officer], &["contact-centre"]).await;
        let (mut desk, lee) = (lee.browser, Program::of(&council, "staff", lee.id, &["desk.read", "desk.write"]).await);
        let listed = lee.get("/api/v1/desk/mail").await.good(200);
        let row = listed.body["mail"].as_array().unwrap().iter().find(|row| row["sender"] == address.as_str()).unwrap();
        let id = row["id"].as_str().unwrap();
        let path = format!("/api/v1/desk/mail/{id}");
        let mark = lee.get(&path).await.good(200).header("etag").to_owned();
        desk.open(&format!("/desk/mail/{id}")).await;
        desk.press("Put it on their record").await.says("It is on the record.");
        let closed = lee.get(&path).await;
        closed.refused(409, "refused");
        assert!(!closed.body.to_string().contains("rate"), "{}", closed.body);
        // What a program sends meanwhile is not sent, and is nothing that its holder typed.
        let words = json!({ "text": "It is two pounds." });
        lee.with(&format!("{path}/answer"), &[("if-match", &mark)], words).await.refused(409, "refused");
        let work = json!({ "purpose": "work", "reason": "A rate" });
        lee.post(closed.text("open"), work).await.good(200);
        assert_eq!(lee.get(&path).await.good(200).text("text").trim(), "What is my rate?");
        desk.open(&format!("/desk/mail/{id}")).await;
        assert_eq!(desk.page.value("answer").trim(), "");
    });
}

/// The same answer sent again is not sent again; whose words it is answered with are told by the rights of then, each time a look.
#[test]
fn what_was_answered_is_read_again_by_whoever_may_read_it_then() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ann{}@a.example", another());
        person(&council, &council.resident("Ann Example", &address).await).await;
        comes(&council, &address, "hello@eastmere.example", &head("A rate"), "What is my rate?").await;
        let lee = council.colleague("Lee Officer", &[Role::Officer], &["contact-centre"]).await;
        let (mut desk, lee) = (lee.browser, Program::of(&council, "staff", lee.id, &["desk.read", "desk.write"]).await);
        let listed = lee.get("/api/v1/desk/mail").await.good(200);
        let row = listed.body["mail"].as_array().unwrap().iter().find(|row| row["sender"] == address.as_str()).unwrap();
        let id = row["id"].as_str().unwrap();
        let path = format!("/api/v1/desk/mail/{id}");
        desk.open(&format!("/desk/mail/{id}")).await;
        desk.press("Put it on their record").await.says("It is on the record.");
        let work = json!({ "purpose": "work", "reason": "A rate" });
        lee.post(lee.get(&path).await.text("open"), work).await.good(200);
        let mark = lee.get(&path).await.good(200).header("etag").to_owned();
        let named = [("if-match", mark.as_str()), ("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad9b")];
        let looks = async || {
            let mail = Subject::new("mail", id.parse().unwrap());
            kit::looks::at(&mut council.app.db.read().await.unwrap(), &mail, None, 100).await.unwrap().len()
        };
        let answer = async || lee.with(&format!("{path}/answer"), &named, json!({ "text": "It is two pounds." })).await;
        let first = answer().await.good(200);
        assert!(first.body.to_string().contains("two pounds") && first.body.to_string().contains("my rate"));
        let mut kept = council.app.db.read().await.unwrap().rows(&KEPT, params![]).await.unwrap();
        let kept: Vec<String> = kept.drain(..).map(|row| row.get(0).unwrap()).collect();
        assert_eq!(kept, [""], "nobody's words are kept with it");
        let before = looks().await;
        let second = answer().await.good(200);
        assert_eq!((&second.body, second.header("etag")), (&first.body, first.header("etag")));
        assert!(looks().await > before, "it is a look");
        council.app.clock.advance(kit::clock::HOUR);
        let closed = answer().await;
        closed.refused(409, "refused");
        assert!(!closed.body.to_string().contains("rate"), "{}", closed.body);
        assert_eq!(council.mail_to(&address).await.iter().filter(|mail| mail.text.contains("two pounds")).count(), 1);
    });
}

#[test]
fn what_another_address_wrote_on_a_case_is_not_told_as_the_reporter_s() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ann{}@a.example", another());
        let (resident, _) = person(&council, &council.resident("Ann Example", &address).await).await;
        let reference = open_case(&council, resident, None).await.1;
        let colleague = council.colleague("Bo Highways", &[Role::TeamMember], &["highways"]).await;
        let bo = Program::of(&council, "staff", colleague.id, &["desk.read", "desk.write"]).await;
        let path = format!("/api/v1/desk/cases/{reference}");
        let mark = bo.get(&path).await.good(200).header("etag").to_owned();
        let asks = json!({ "text": "Which side is it on?" });
        bo.with(&format!("{path}/message"), &[("if-match", &mark)], asks).await.good(200);
        let (to, _) = answers_to(&council, &council.newest_to(&address).await).await;
        comes(&council, &address, &to, &head("Re: it"), "The left side.").await;
        let elsewhere = format!("eve{}@e.example", another());
        comes(&council, &elsewhere, &to, &head("Re: it"), "Tell me where they live.").await;
        let messages = bo.get(&path).await.good(200).body["messages"].clone();
        let mut said: Vec<_> = messages
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["from"].as_str().unwrap(), one["sender"].as_str(), one["text"].as_str().unwrap().trim()))
            .collect();
        said.sort_unstable();
        let expected = [
            ("council", None, "Which side is it on?"),
            ("other-address", Some(elsewhere.as_str()), "Tell me where they live."),
            ("reporter", None, "The left side."),
        ];
        assert_eq!(said, expected);
    });
}

/// An email that waits, and where a program reads it.
async fn one_waits(council: &Council, lee: &Program, subject: &str) -> (String, String) {
    let address = format!("ann{}@a.example", another());
    comes(council, &address, "hello@eastmere.example", &head(subject), "There is a hole in our street.").await;
    let listed = lee.get("/api/v1/desk/mail").await.good(200);
    let row = listed.body["mail"].as_array().unwrap().iter().find(|row| row["sender"] == address.as_str()).unwrap();
    let path = format!("/api/v1/desk/mail/{}", row["id"].as_str().unwrap());
    let mark = lee.get(&path).await.good(200).header("etag").to_owned();
    (path, mark)
}

#[test]
fn a_program_says_what_a_mail_belongs_to_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let colleague = council.colleague("Lee Officer", &[Role::Officer], &["contact-centre"]).await;
        let lee = Program::of(&council, "staff", colleague.id, &["desk.read", "desk.write"]).await;
        let own = council.resident("Ada Example", &format!("ada{}@post.example", another())).await;
        let (resident, _) = person(&council, &own).await;
        let (_, reference, _) = open_case(&council, resident, None).await;

        let (path, mark) = one_waits(&council, &lee, "A hole").await;
        let mail: Id = path.rsplit('/').next().unwrap().parse().unwrap();
        let photo = photo(&council.app, &Subject::new("mail", mail)).await;
        let file = lee.get(&format!("{path}/files/{photo}")).await;
        assert_eq!((file.status, file.header("content-type")), (200, "image/jpeg"));
        lee.get(&format!("{path}/files/{mail}")).await.refused(404, "not-found");
        let to = format!("{path}/case");
        lee.post(&to, json!({ "reference": reference })).await.refused(428, "mark-missing");
        let marked = [("if-match", mark.as_str())];
        let wrong = lee.with(&to, &marked, json!({ "reference": "nothing" })).await;
        assert_eq!(wrong.refused(422, "wrong-values").body["errors"][0]["at"], "reference");
        let named = [("if-match", mark.as_str()), ("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad9a")];
        let placed = lee.with(&to, &named, json!({ "reference": reference })).await.good(200);
        assert_eq!((placed.text("state"), placed.text("case")), ("case", reference.as_str()));
        lee.with(&to, &named, json!({ "reference": reference })).await.good(200);
        lee.with(&to, &marked, json!({ "reference": reference })).await.refused(412, "changed");
        let case = lee.get(&format!("/api/v1/desk/cases/{reference}")).await.good(200);
        let messages = case.body["messages"].as_array().unwrap();
        let hole = |one: &&serde_json::Value| one["text"].as_str().unwrap().contains("a hole in our street");
        assert_eq!(messages.iter().filter(hole).count(), 1, "{messages:?}");

        let (path, mark) = one_waits(&council, &lee, "A rate").await;
        let marked = [("if-match", mark.as_str())];
        let nobody = json!({ "resident": mail });
        lee.with(&format!("{path}/resident"), &marked, nobody).await.refused(422, "wrong-values");
        let placed = lee.with(&format!("{path}/resident"), &marked, json!({ "resident": resident })).await.good(200);
        assert_eq!(placed.text("state"), "resident");
        // It is on a record now: whoever has not that open reads it no more.
        lee.get(&path).await.refused(409, "refused");

        let (path, mark) = one_waits(&council, &lee, "A question").await;
        let marked = [("if-match", mark.as_str())];
        let placed = lee.with(&format!("{path}/contact"), &marked, json!({})).await.good(200);
        let finish = json!({ "questions": [{ "text": "When is it open?", "outcome": "answered" }] });
        lee.post(&format!("/api/v1/desk/contacts/{}/finish", placed.text("contact")), finish).await.good(200);

        let (path, mark) = one_waits(&council, &lee, "A newsletter").await;
        let marked = [("if-match", mark.as_str())];
        lee.with(&format!("{path}/aside"), &marked, json!({})).await.good(200);
        let aside = lee.get("/api/v1/desk/mail?list=aside").await.good(200);
        let id = path.rsplit('/').next().unwrap();
        assert!(aside.body["mail"].as_array().unwrap().iter().any(|row| row["id"] == id));
        // Those who take no contacts say nothing of it.
        let owner = council.colleague("Olu Owner", &[Role::ServiceOwner], &["highways"]).await;
        let owner = Program::of(&council, "staff", owner.id, &["desk.read", "desk.write"]).await;
        owner.with(&format!("{path}/aside"), &marked, json!({})).await.refused(403, "not-allowed");
    });
}
