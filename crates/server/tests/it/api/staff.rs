//! The program of a member of staff.

use super::Program;
use crate::access::world::{open_case, person};
use crate::support::{Council, another};
use kit::db::Tx;
use kit::testing::{each_database, repository_migrations};
use kit::who::{Role, Who};
use kit::{App, Id, params, sql};
use serde_json::json;

sql!(LOOKS_COUNTED, "SELECT CAST(count(*) AS BIGINT) FROM looks");

sql!(
    LARGE_PRINT,
    "INSERT INTO residents_needs (resident, barrier, code, value, by_staff, giver, at)
     VALUES ($1, 0, 'large-print', '', 1, $1, $2)"
);

sql!(
    AGREED,
    "INSERT INTO residents_passports (resident, revision, agreed, agreed_at, rule, criteria, decided)
     VALUES ($1, 1, 'self', $2, '', 0, $2)"
);

async fn looks_counted(council: &Council) -> i64 {
    council.app.db.read().await.unwrap().one(&LOOKS_COUNTED, params![]).await.unwrap().get(0).unwrap()
}

async fn staff(council: &Council, role: Role, team: &str) -> Program {
    let colleague = council.colleague(&format!("Lee {}", another()), &[role], &[team]).await;
    Program::of(council, "staff", colleague.id, &["desk.read", "desk.write"]).await
}

/// A marker stands on their record.
async fn put(tx: &mut Tx, app: &App, resident: Id, (kind, reason): (&str, &str)) {
    let marker = residents::store::record::Marker {
        id: app.id(),
        kind: kind.into(),
        reason: reason.into(),
        review: (kind == "risk").then(|| "2027-01-01".into()),
        made_at: app.now(),
    };
    assert!(residents::store::record::insert_marker(tx, resident, &marker, Id::NONE).await.unwrap());
}

/// A marker stands on their record, and they asked for large print.
async fn mark(council: &Council, resident: Id, now: i64) {
    let app = &council.app;
    let mut tx = app.db.begin().await.unwrap();
    put(&mut tx, app, resident, ("risk", "Keeps a loud dog")).await;
    tx.exec(&AGREED, params![resident, now]).await.unwrap();
    tx.exec(&LARGE_PRINT, params![resident, now]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_case(council: &Council) -> (Id, String) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    (resident, open_case(council, resident, None).await.1)
}

#[test]
fn a_case_is_worked_on_as_at_the_desk() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, reference) = a_case(&council).await;
        let leader = staff(&council, Role::TeamLeader, "highways").await;
        let path = format!("/api/v1/desk/cases/{reference}");
        let before = looks_counted(&council).await;
        let listed = leader.get("/api/v1/desk/cases?list=team&limit=1").await.good(200);
        assert_eq!(listed.body["cases"][0]["reference"], reference.as_str());
        let case = leader.get(&path).await.good(200);
        assert_eq!(looks_counted(&council).await, before + 2, "each look is on record");
        let mark = case.header("etag").to_owned();
        assert!(mark.starts_with('"') && mark.ends_with('"'), "{mark}");
        let noted = leader.post(&format!("{path}/note"), json!({ "text": "Seen it." })).await.good(200);
        let decision = json!({ "outcome": "repaired", "reason": "Filled in.", "close": true });
        leader.post(&format!("{path}/decide"), decision.clone()).await.refused(428, "mark-missing");
        let wrong = leader
            .with(
                &format!("{path}/decide"),
                &[("if-match", noted.header("etag"))],
                json!({ "outcome": "x", "reason": "y", "close": false }),
            )
            .await;
        assert_eq!(wrong.refused(422, "wrong-values").body["errors"][0]["at"], "outcome");
        // Somebody else does something in between.
        let colleague = staff(&council, Role::TeamMember, "highways").await;
        colleague
            .with(&format!("{path}/plan"), &[("if-match", noted.header("etag"))], json!({ "date": "2026-11-24" }))
            .await
            .good(200);
        leader.with(&format!("{path}/close"), &[("if-match", &mark)], json!({})).await.refused(422, "wrong-values");
        leader
            .with(&format!("{path}/assign"), &[("if-match", &mark)], json!({ "team": "waste" }))
            .await
            .refused(412, "changed");
        leader
            .with(&format!("{path}/assign"), &[("if-match", "nonsense")], json!({ "team": "waste" }))
            .await
            .refused(412, "changed");
        let mark = leader.get(&path).await.header("etag").to_owned();
        let outcome = first_outcome(&council);
        let named = [("if-match", mark.as_str()), ("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad92")];
        let decision = json!({ "outcome": outcome, "reason": "Filled in.", "close": true });
        let closed = leader.with(&format!("{path}/decide"), &named, decision.clone()).await.good(200);
        assert_eq!(closed.text("status"), "closed");
        let again = leader.with(&format!("{path}/decide"), &named, decision).await.good(200);
        assert_eq!((again.body.clone(), again.header("etag")), (closed.body.clone(), closed.header("etag")));
        let open = leader
            .with(&format!("{path}/reopen"), &[("if-match", closed.header("etag"))], json!({ "reason": "It is back." }))
            .await;
        assert_eq!(open.good(200).text("status"), "open");
    });
}

fn first_outcome(council: &Council) -> String {
    let catalogue = council.app.part::<services::Catalogue>().unwrap();
    catalogue.current("street-problem").unwrap().outcomes[0].id.clone()
}

#[test]
fn another_team_learns_nothing_and_an_officer_may_less() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, reference) = a_case(&council).await;
        let path = format!("/api/v1/desk/cases/{reference}");
        let waste = staff(&council, Role::TeamMember, "waste").await;
        waste.get(&path).await.refused(404, "not-found");
        waste.post(&format!("{path}/note"), json!({ "text": "x" })).await.refused(404, "not-found");
        assert_eq!(waste.get("/api/v1/desk/cases?list=all").await.good(200).body["cases"], json!([]));
        let officer = staff(&council, Role::Officer, "contact-centre").await;
        let mark = officer.get(&path).await.good(200).header("etag").to_owned();
        officer.with(&format!("{path}/close"), &[("if-match", &mark)], json!({})).await.refused(403, "not-allowed");
        let admin = staff(&council, Role::Administrator, "highways").await;
        admin.get("/api/v1/desk/cases").await.refused(403, "not-allowed");
    });
}

#[test]
fn a_record_is_closed_until_somebody_says_who_is_asking() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, reference) = a_case(&council).await;
        let officer = staff(&council, Role::Officer, "contact-centre").await;
        let path = format!("/api/v1/desk/residents/{resident}");
        officer.get(&path).await.refused(409, "refused");
        let wrong = officer.post(&format!("{path}/open"), json!({ "purpose": "work" })).await;
        assert_eq!(wrong.refused(422, "wrong-values").body["errors"][0]["at"], "reason");
        let failed = json!({ "purpose": "caller", "caller": "self", "given": [] });
        assert_eq!(officer.post(&format!("{path}/open"), failed).await.good(200).body["passed"], false);
        officer.get(&path).await.refused(409, "refused");
        let work = json!({ "purpose": "work", "reason": "Her letter" });
        assert_eq!(officer.post(&format!("{path}/open"), work).await.good(200).body["passed"], true);
        let record = officer.get(&path).await.good(200);
        assert_eq!(record.body["cases"][0]["reference"], reference.as_str());
        // As on the page: what is to be known of them, what they need, and that nobody who asks was checked.
        assert_eq!(record.body["markers"], json!([]));
        assert_eq!((&record.body["needs"], &record.body["may_tell"]), (&json!([]), &json!(false)));
        let marked = council.app.now();
        mark(&council, resident, marked).await;
        let record = officer.get(&path).await.good(200);
        assert_eq!(record.body["markers"][0]["kind"], "risk");
        assert_eq!(record.body["markers"][0]["reason"], "Keeps a loud dog");
        assert_eq!(record.body["markers"][0]["review"], "2027-01-01");
        assert_eq!(record.body["needs"][0], "Letters in large print");
        let found = officer.get("/api/v1/desk/residents?q=testwell").await.good(200);
        assert_eq!(found.body["people"][0]["id"], resident.to_string());
        let contact = officer.post("/api/v1/desk/contacts", json!({ "resident": resident })).await.good(201);
        let finish = format!("/api/v1/desk/contacts/{}/finish", contact.text("id"));
        let asked = |reference: &str| json!({ "questions": [{ "text": "When?", "outcome": "answered", "service": "street-problem", "reference": reference }] });
        let same = officer.post(&finish, asked("")).await;
        assert!(same.refused(422, "wrong-values").body.to_string().contains(&reference), "{}", same.body);
        // A reference that is read out is known, as on the page, whatever it is about.
        let words = format!("She says {reference} and is cross");
        let read_out = json!({ "questions": [{ "text": words, "outcome": "answered" }] });
        let same = officer.post(&finish, read_out).await;
        assert_eq!(same.refused(422, "wrong-values").body["errors"][0]["at"], "questions/0/reference");
        officer.post(&finish, asked(&reference)).await.good(200);
        officer.post(&finish, asked(&reference)).await.good(200);
    });
}

#[test]
fn a_case_says_first_what_everybody_has_to_know_as_its_page_does() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, reference) = a_case(&council).await;
        let path = format!("/api/v1/desk/cases/{reference}");
        let bo = staff(&council, Role::TeamMember, "highways").await;
        let before = bo.get(&path).await.good(200).body;
        assert_eq!([&before["markers"], &before["needs"]], [&json!([]), &json!([])]);
        mark(&council, resident, council.app.now()).await;
        let mut tx = council.app.db.begin().await.unwrap();
        put(&mut tx, &council.app, resident, ("guarded", "Left a violent partner")).await;
        put(&mut tx, &council.app, resident, ("restricted", "Sister of an officer")).await;
        tx.commit().await.unwrap();
        let told = bo.get(&path).await.good(200).body;
        let of_kind =
            |kind: &str| told["markers"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone();
        let risk = json!({ "kind": "risk", "words": "Risk.", "reason": "Keeps a loud dog" });
        // Why they are safe somewhere is for whoever opens the record.
        let safe = "Safe address. Tell nobody where they live, or that they asked.";
        assert_eq!(of_kind("risk"), risk);
        assert_eq!(of_kind("guarded"), json!({ "kind": "guarded", "words": safe }));
        assert_eq!(of_kind("restricted"), json!({ "kind": "restricted", "words": "Confidential." }));
        assert_eq!(told["needs"], json!(["Letters in large print"]));
        let person = &told["people"][0];
        assert_eq!([&person["withheld"], &person["may_tell"]], [false, false]);
        // Whoever does not work on it is not told how to reach them, and is told that.
        let kim = staff(&council, Role::Officer, "contact-centre").await;
        let told = kim.get(&path).await.good(200).body;
        assert_eq!(told["markers"].as_array().unwrap().len(), 3);
        assert_eq!([&told["people"][0]["withheld"], &told["people"][0]["may_tell"]], [true, false]);
        assert!(told["people"][0].get("email").is_none(), "{told}");
    });
}

#[test]
fn who_is_never_rung_is_named_so_to_programs() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, reference) = a_case(&council).await;
        let path = format!("/api/v1/desk/cases/{reference}");
        let bo = staff(&council, Role::TeamMember, "highways").await;
        assert!(bo.get(&path).await.good(200).body["people"][0].get("do_not_ring").is_none());
        let mut tx = council.app.db.begin().await.unwrap();
        let asked = [(false, "no-calls".to_owned(), String::new())];
        residents::needs::save(&mut tx, &council.app, &Who::system(), resident, &asked, "phone").await.unwrap();
        tx.commit().await.unwrap();
        let told = bo.get(&path).await.good(200).body;
        let wanted = json!({ "never": true, "why": "No telephone calls", "instead": "Write them an email instead." });
        assert_eq!(told["people"][0]["do_not_ring"], wanted, "{told}");
        // Nor is a call promised to them.
        let officer = staff(&council, Role::Officer, "contact-centre").await;
        let contact = officer.post("/api/v1/desk/contacts", json!({ "resident": resident })).await.good(201);
        let finish = format!("/api/v1/desk/contacts/{}/finish", contact.text("id"));
        let questions =
            |outcome: &str| json!({ "questions": [{ "text": "When?", "outcome": outcome, "reference": reference }] });
        let refused = officer.post(&finish, questions("call-back")).await;
        let errors = refused.refused(422, "wrong-values").body["errors"].clone();
        assert_eq!(errors[0]["at"], "questions/0/outcome", "{errors}");
        officer.post(&finish, questions("answered")).await.good(200);
    });
}

#[test]
fn what_somebody_asked_for_is_not_told_of_a_record_that_is_closed() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, reference) = a_case(&council).await;
        let officer = staff(&council, Role::Officer, "contact-centre").await;
        let before = looks_counted(&council).await;
        let contact = officer.post("/api/v1/desk/contacts", json!({ "resident": resident })).await.good(201);
        assert_eq!(looks_counted(&council).await, before + 1, "whom it is with is a look at them");
        let finish = format!("/api/v1/desk/contacts/{}/finish", contact.text("id"));
        let asked = json!({ "questions": [{ "text": "When?", "outcome": "answered", "service": "street-problem" }] });
        let said = officer.post(&finish, asked).await;
        assert!(!said.body.to_string().contains(&reference), "{}", said.body);
        said.good(200);
        assert_eq!(looks_counted(&council).await, before + 2);
    });
}

#[test]
fn answers_are_found_by_everyday_words() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let given = knowledge::testing::answer(&council.app, another()).await.unwrap();
        council.app.part::<knowledge::Library>().unwrap().refresh(&council.app.db).await.unwrap();
        let officer = staff(&council, Role::Officer, "contact-centre").await;
        let words = given.slug.replace('-', "+");
        let found = officer.get(&format!("/api/v1/desk/knowledge?q={words}")).await.good(200);
        assert!(
            found.body["answers"].as_array().unwrap().iter().any(|one| one["slug"] == given.slug.as_str()),
            "{}",
            found.body
        );
        officer.get("/api/v1/desk/knowledge").await.refused(400, "not-understood");
        officer.get("/api/v1/desk/knowledge?q=a&x=1").await.refused(400, "not-understood");
    });
}
