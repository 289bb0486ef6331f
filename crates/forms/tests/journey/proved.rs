//! Where a service has to be sure who asks, a code proves the address; a landline goes on without.

use crate::council::{LANDLINE, PAGES, allotment, answers_of, browser, fill, last_code, parts, start, submit};
use crate::later::sign_in;
use kit::attempts::CODES_SENT;
use kit::testing::{Browser, TestDb, each_database, repository_migrations};
use kit::{App, Id, sql};

sql!(HEARS_BY, "SELECT contact_by FROM cases ORDER BY id DESC LIMIT 1");

fn council(db: &TestDb) -> App {
    parts(
        db,
        &allotment(|text| text.replace("contact = \"required\"", "contact = \"required\"\nassurance = \"contact\"")),
    )
    .build()
}

async fn answered(browser: &mut Browser) -> String {
    let draft = start(browser).await;
    for (page, typed) in PAGES {
        fill(browser, &format!("{draft}/{page}"), typed).await;
    }
    draft
}

#[test]
fn an_email_address_is_proved_by_a_code_before_sending() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ada = browser(&app);
        let draft = answered(&mut ada).await;
        let email = [("contact-name", "Ada Test"), ("contact-way", "email"), ("contact-email", "ada@post.example")];
        let asks = fill(&mut ada, &format!("{draft}/contact"), &email).await;
        assert!(asks.location.starts_with(&format!("{draft}/code?challenge=")), "{}", asks.location);
        let page = ada.get(&asks.location).await;
        assert!(page.body.contains("ada@post.example"), "{}", page.body);
        assert_eq!(ada.get(&format!("{draft}/check")).await.location, format!("{draft}/contact?from=check"));
        let challenge = page.field("challenge");
        let code = last_code(&app).await;
        let other = if code == "000000" { "000001" } else { "000000" };
        let path = format!("{draft}/code");
        let wrong = ada.post(&path, &[("challenge", &challenge), ("code", other)]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("try 4 more times"), "{}", wrong.body);
        let right = ada.post(&path, &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(right.location, format!("{draft}/check"));
        let sent = submit(&mut ada, &draft).await;
        let answers = answers_of(&app, sent.location.strip_prefix("/received/").unwrap()).await;
        assert!(answers.contains(r#"{"q":"contact-proved","a":{"yes-no":true}"#), "{answers}");
    });
}

#[test]
fn another_address_has_to_be_proved_again_and_a_landline_need_not() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ada = browser(&app);
        let draft = answered(&mut ada).await;
        let contact = format!("{draft}/contact");
        let email = |to| [("contact-name", "Ada Test"), ("contact-way", "email"), ("contact-email", to)];
        let asks = fill(&mut ada, &contact, &email("ada@post.example")).await;
        let challenge = ada.get(&asks.location).await.field("challenge");
        let code = last_code(&app).await;
        // Changed before the code is entered: the code proves the first address only.
        fill(&mut ada, &contact, &email("eve@post.example")).await;
        let path = format!("{draft}/code");
        assert_eq!(ada.post(&path, &[("challenge", &challenge), ("code", &code)]).await.status, 422);
        assert_eq!(ada.get(&format!("{draft}/check")).await.location, format!("{contact}?from=check"));
        assert_eq!(fill(&mut ada, &contact, &LANDLINE).await.location, format!("{draft}/check"));
        let sent = submit(&mut ada, &draft).await;
        let answers = answers_of(&app, sent.location.strip_prefix("/received/").unwrap()).await;
        assert!(answers.contains(r#"{"q":"contact-proved","a":{"yes-no":false}"#), "{answers}");
    });
}

const EMAIL: [(&str, &str); 3] =
    [("contact-name", "Ada Test"), ("contact-way", "email"), ("contact-email", "ada@post.example")];

#[test]
fn a_finished_task_list_leads_on_while_the_code_is_missing() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ada = browser(&app);
        let draft = answered(&mut ada).await;
        fill(&mut ada, &format!("{draft}/contact"), &EMAIL).await;
        let tasks = ada.get(&draft).await;
        assert!(tasks.body.contains("Confirm how we reach you"), "{}", tasks.body);
        assert!(tasks.body.contains("2 of 3"), "{}", tasks.body);
        // What they typed is there; pressing "Continue" sends another code.
        let asks = fill(&mut ada, &format!("{draft}/contact"), &EMAIL).await;
        let challenge = ada.get(&asks.location).await.field("challenge");
        let typed = [("challenge", challenge), ("code", last_code(&app).await)];
        let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
        let path = format!("{draft}/code");
        assert_eq!(ada.post(&path, &typed).await.location, format!("{draft}/check"));
        assert_eq!(ada.post(&path, &typed).await.location, format!("{draft}/check"), "pressed twice");
        assert!(ada.get(&draft).await.body.contains("3 of 3"));
    });
}

#[test]
fn too_many_codes_lose_no_answer_and_a_made_up_device_gains_nothing() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ada = browser(&app);
        let draft = answered(&mut ada).await;
        let contact = format!("{draft}/contact");
        for _ in 0..CODES_SENT.most {
            ada.cookies.insert("__Host-device".into(), Id(app.entropy.bytes()).to_string());
            assert_eq!(fill(&mut ada, &contact, &EMAIL).await.status, 303);
        }
        let typed = [("contact-name", "Ada Byron Test"), EMAIL[1], EMAIL[2]];
        let refused = fill(&mut ada, &contact, &typed).await;
        assert_eq!(refused.status, 429);
        assert!(
            refused.body.contains("several messages") && refused.body.contains("ada@post.example"),
            "{}",
            refused.body
        );
        assert!(ada.get(&contact).await.body.contains("Ada Byron Test"), "what was typed is kept");
    });
}

#[test]
fn who_signs_in_needs_no_code_for_a_draft_begun_before() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ada = browser(&app);
        let draft = answered(&mut ada).await;
        let contact = format!("{draft}/contact");
        for _ in 0..CODES_SENT.most {
            fill(&mut ada, &contact, &EMAIL).await;
        }
        assert_eq!(fill(&mut ada, &contact, &EMAIL).await.status, 429);
        let resident = sign_in(&app, &mut ada).await;
        let who = ada.who("/").await;
        forms::claim(&app, &who).await.unwrap();
        let mut read = app.db.read().await.unwrap();
        let own = forms::drafts_of_resident(&mut read, resident, i64::MAX, app.now(), 10).await.unwrap();
        assert_eq!(own.len(), 1, "it is in the account");
        drop(read);
        assert_eq!(fill(&mut ada, &contact, &EMAIL).await.location, format!("{draft}/check"));
    });
}

#[test]
fn whoever_was_signed_out_is_led_to_sign_in_and_strangers_see_nothing() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ada = browser(&app);
        sign_in(&app, &mut ada).await;
        let draft = start(&mut ada).await;
        let page = format!("{draft}/size");
        fill(&mut ada, &page, &[("size", "half")]).await;
        let mut gone = browser(&app);
        assert_eq!((gone.get(&page).await.status, gone.post(&page, &[("size", "half")]).await.status), (401, 401));
        let nothing = format!("/forms/{}/size", app.id());
        assert_eq!(gone.get(&nothing).await.status, 404);
    });
}

#[test]
fn without_anybody_to_carry_texts_a_landline_or_an_email_still_does() {
    each_database(repository_migrations(), async |db| {
        let mut parts = parts(db, &allotment(str::to_owned));
        parts.texts = false;
        let app = parts.build();
        let mut ben = browser(&app);
        let draft = answered(&mut ben).await;
        let contact = format!("{draft}/contact");
        let page = ben.get(&contact).await;
        assert!(!page.body.contains("contact-mobile") && page.body.contains("contact-email"), "{}", page.body);
        let text = [("contact-name", "Ben Test"), ("contact-way", "text"), ("contact-mobile", "07700 900123")];
        assert_eq!(fill(&mut ben, &contact, &text).await.status, 422);
        let link = fill(&mut ben, &format!("{draft}/save"), &[("to", "07700 900123")]).await;
        assert!(link.status == 422 && link.body.contains("We cannot send text messages yet"), "{}", link.body);
        fill(&mut ben, &contact, &LANDLINE).await;
        assert_eq!(submit(&mut ben, &draft).await.status, 303);
    });
}

#[test]
fn who_asked_for_a_call_is_never_sent_texts() {
    each_database(repository_migrations(), async |db| {
        let app = parts(
            db,
            &allotment(|text| {
                text.replace("contact = \"required\"", "contact = \"required\"\ncontact_ways = [\"call\"]")
            }),
        )
        .build();
        let mut ben = browser(&app);
        let draft = answered(&mut ben).await;
        let contact = format!("{draft}/contact");
        let page = ben.get(&contact).await;
        assert!(!page.body.contains("type=\"radio\""), "there is one way, and nothing to choose: {}", page.body);
        fill(&mut ben, &contact, &[("contact-name", "Ben Test"), ("contact-phone", "07700 900123")]).await;
        submit(&mut ben, &draft).await;
        let mut read = app.db.read().await.unwrap();
        assert_eq!(read.one(&HEARS_BY, &[]).await.unwrap().get::<String>(0).unwrap(), "hand");
        assert!(kit::outbox::recent(&mut read, None, 10).await.unwrap().is_empty());
    });
}
