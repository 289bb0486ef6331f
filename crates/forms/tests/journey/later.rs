//! Carrying on later: by link and code, in the account, for 28 days.

use crate::council::{browser, council, fill, id_of, last_code, last_text, prepared, start, submit};
use forms::{KEPT, drafts_of_resident, expire_drafts};
use kit::clock::MINUTE;
use kit::testing::{Browser, each_database, repository_migrations};
use kit::who::Person;
use kit::{App, Id, sql};
use residents::Resident;

sql!(MESSAGES, "SELECT count(*) FROM outbox_messages");

#[test]
fn a_link_and_a_code_bring_the_answers_to_another_device() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let (mut ben, mut phone) = (browser(&app), browser(&app));
        let draft = start(&mut ben).await;
        fill(&mut ben, &format!("{draft}/size"), &[("size", "full")]).await;
        let save = format!("{draft}/save");
        for (to, says) in [
            ("", "Type your email address or your mobile number"),
            ("01632 960123", "We cannot send a text to this number"),
            ("ben at post", "name@post.example"),
        ] {
            let wrong = fill(&mut ben, &save, &[("to", to)]).await;
            assert_eq!(wrong.status, 422);
            assert!(wrong.body.contains(says) && wrong.body.contains(to), "{to}: {}", wrong.body);
        }
        let saved = fill(&mut ben, &save, &[("to", "ben@post.example")]).await;
        assert_eq!(saved.location, format!("{draft}/saved"));
        let page = ben.get(&saved.location).await;
        assert!(page.body.contains("ben@post.example") && page.body.contains("20 December 2026"), "{}", page.body);
        let link = format!("/forms/resume?draft={}", id_of(&draft));
        assert!(last_text(&app).await.contains(&link), "{}", last_text(&app).await);

        let page = phone.get(&link).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("ben@post.example"), "the link alone tells nothing");
        assert_eq!(phone.get(&format!("{draft}/size")).await.status, 404);
        let asks = phone.post("/forms/resume", &[("draft", &page.field("draft"))]).await;
        let page = phone.get(&asks.location).await;
        let (challenge, id) = (page.field("challenge"), page.field("draft"));
        let code = last_code(&app).await;
        let other = if code == "000000" { "000001" } else { "000000" };
        for (typed, says) in
            [("", "Type the code with six digits"), (other, "try 4 more times"), (other, "try 3 more times")]
        {
            let sent = [("challenge", challenge.as_str()), ("draft", &id), ("code", typed)];
            let wrong = phone.post("/forms/resume/code", &sent).await;
            assert_eq!(wrong.status, 422);
            assert!(wrong.body.contains(says), "{}", wrong.body);
        }
        let right = phone.post("/forms/resume/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(right.location, draft);
        let again = phone.post("/forms/resume/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(again.location, draft, "pressed twice");
        assert!(phone.get(&format!("{draft}/size")).await.body.contains("checked"));
        // The code of one browser opens nothing in another.
        let mut eve = browser(&app);
        start(&mut eve).await;
        assert_eq!(
            eve.post("/forms/resume/code", &[("challenge", &challenge), ("draft", &id), ("code", &code)]).await.status,
            422
        );
        assert_eq!(eve.get(&format!("{draft}/size")).await.status, 404);
    });
}

#[test]
fn too_many_codes_for_a_link_are_told_on_its_page() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let (mut ben, mut phone) = (browser(&app), browser(&app));
        let draft = start(&mut ben).await;
        fill(&mut ben, &format!("{draft}/save"), &[("to", "ben@post.example")]).await;
        let id = id_of(&draft).to_string();
        for _ in 0..kit::attempts::CODES_SENT.most {
            assert_eq!(phone.post("/forms/resume", &[("draft", &id)]).await.status, 303);
        }
        let refused = phone.post("/forms/resume", &[("draft", &id)]).await;
        assert_eq!(refused.status, 429);
        assert!(refused.body.contains("several codes") && refused.field("draft") == id, "{}", refused.body);
    });
}

#[test]
fn nobody_s_mailbox_is_flooded_by_links_for_new_drafts() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut sent = 0;
        for _ in 0..35 {
            let mut eve = browser(&app);
            let draft = start(&mut eve).await;
            let answer = fill(&mut eve, &format!("{draft}/save"), &[("to", "ben@post.example")]).await;
            assert!([303, 429].contains(&answer.status));
            sent += i32::from(answer.status == 303);
        }
        assert_eq!(sent, 30);
    });
}

#[test]
fn a_link_to_nothing_says_so_and_sends_nothing() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut eve = browser(&app);
        for draft in ["", "x", "0190a0a0a0a07000a000a0a0a0a0a0a0"] {
            assert_eq!(eve.get(&format!("/forms/resume?draft={draft}")).await.status, 404);
            let page = eve.post("/forms/resume", &[("draft", draft)]).await;
            assert_eq!(page.status, 404);
            assert!(page.body.contains("no longer here"), "{}", page.body);
        }
        let sent = crate::council::count(&mut app.db.read().await.unwrap(), &MESSAGES).await;
        assert_eq!(sent, 0);
    });
}

/// Signs a browser in as a new resident.
pub(crate) async fn sign_in(app: &App, browser: &mut Browser) -> Id {
    let mut tx = app.db.begin().await.unwrap();
    let resident = Resident {
        id: app.id(),
        revision: 1,
        name: "Ada Test".into(),
        email: Some("ada@post.example".into()),
        phone: None,
        password_hash: None,
        lang: kit::Lang::EN,
        household: None,
        made_at: app.now(),
    };
    assert!(residents::store::insert_resident(&mut tx, &resident).await.unwrap());
    let who = browser.who("/").await;
    let surface = kit::session::Surface::Resident;
    let (_, cookie) = kit::session::start(&mut tx, app, surface, &Person::Resident(resident.id), &who).await.unwrap();
    tx.commit().await.unwrap();
    let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
    browser.cookies.insert(name.to_owned(), value.to_owned());
    resident.id
}

#[test]
fn a_draft_of_somebody_signed_in_is_in_their_account_and_nobody_elses() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ada = browser(&app);
        let draft = start(&mut ada).await;
        let before = ada.cookies.clone();
        let resident = sign_in(&app, &mut ada).await;
        // The browser's draft becomes the resident's own with the first answer.
        fill(&mut ada, &format!("{draft}/size"), &[("size", "half")]).await;
        let list =
            drafts_of_resident(&mut app.db.read().await.unwrap(), resident, i64::MAX, app.now(), 10).await.unwrap();
        assert_eq!(list.iter().map(|each| each.id).collect::<Vec<_>>(), [id_of(&draft)]);
        assert!(ada.get(&format!("{draft}/save")).await.body.contains("saved in your account"));
        let contact = ada.get(&format!("{draft}/contact")).await;
        assert!(contact.body.contains("Ada Test") && contact.body.contains("ada@post.example"), "{}", contact.body);
        let mut eve = browser(&app);
        eve.cookies = before;
        assert_eq!(eve.get(&format!("{draft}/size")).await.status, 401, "the visitor before signing in has it no more");
        assert_eq!(ada.post(&format!("{draft}/delete"), &[]).await.location, "/account?done=deleted");
        assert_eq!(ada.get(&draft).await.status, 404);
        let again = ada.post(&format!("{draft}/delete"), &[]).await;
        assert_eq!(again.location, "/account?done=deleted", "deleting twice is deleting");
    });
}

#[test]
fn after_28_days_a_draft_is_gone_and_cleared_away() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let old = start(&mut ben).await;
        fill(&mut ben, &format!("{old}/size"), &[("size", "half")]).await;
        app.clock.advance(KEPT - MINUTE);
        let mut ada = browser(&app);
        let new = start(&mut ada).await;
        assert_eq!(expire_drafts(&app).await.unwrap(), 0);
        app.clock.advance(MINUTE);
        assert_eq!(expire_drafts(&app).await.unwrap(), 1);
        assert_eq!(expire_drafts(&app).await.unwrap(), 0);
        assert_eq!(ada.get(&new).await.status, 200);
    });
}

#[test]
fn the_journal_says_of_no_draft_that_was_sent_that_it_expired() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let left = start(&mut ben).await;
        let mut ada = browser(&app);
        let sent = prepared(&mut ada).await;
        assert!(submit(&mut ada, &sent).await.location.starts_with("/received/"));
        app.clock.advance(KEPT + MINUTE);
        expire_drafts(&app).await.unwrap();
        let mut read = app.db.read().await.unwrap();
        for (draft, last) in [(&left, "draft.expired"), (&sent, "draft.answered")] {
            let id: kit::Id = draft.split('/').nth(2).unwrap().parse().unwrap();
            let about = [kit::facts::Subject::new("draft", id)];
            let facts = kit::facts::timeline(&mut read, &about, None, 20).await.unwrap();
            assert_eq!(facts.first().map(|fact| fact.kind.as_str()), Some(last), "{facts:?}");
        }
    });
}
