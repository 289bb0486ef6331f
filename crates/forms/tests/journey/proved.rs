//! Where a service has to be sure who asks, a code proves the address; a landline goes on without.

use crate::council::{LANDLINE, PAGES, allotment, answers_of, browser, fill, last_code, parts, start, submit};
use kit::testing::{Browser, each_database, repository_migrations};
use kit::{App, testing::TestDb};

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
        assert!(wrong.body.contains("not right"), "{}", wrong.body);
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
