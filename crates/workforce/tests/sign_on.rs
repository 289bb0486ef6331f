//! How staff sign on with the council's own provider, and what of it is not believed, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod office;
mod provider;

use kit::Id;
use kit::clock::MINUTE;
use kit::facts::{self, Subject};
use kit::testing::{Answer, Browser, TestDb, each_database, repository_migrations};
use kit::who::Role;
use office::{Office, PASSWORD, staff};
use provider::{Provider, Signed};
use serde_json::{Value, json};
use workforce::SignOnConfig;

const DOOR: &str = "/desk/sign-in/council";

/// Presses the button and gives where the page leads.
async fn press(browser: &mut Browser, next: &str) -> String {
    let page = browser.post(DOOR, &[("next", next)]).await;
    assert_eq!(page.status, 200, "{page:?}");
    let leads = page.headers.get("refresh").unwrap().to_str().unwrap().to_owned();
    let (seconds, to) = leads.split_once("; url=").unwrap();
    assert_eq!(seconds, "0");
    assert!(page.body.contains(&to.replace('&', "&#38;")), "a link for who is not led on: {}", page.body);
    to.to_owned()
}

/// Goes there and comes back.
async fn go(browser: &mut Browser, to: &Provider, signed: Signed, change: impl FnOnce(&mut Value)) -> Answer {
    let address = press(browser, "/desk/cases?mine=1").await;
    let back = to.visited(&address, signed, change);
    browser.get(&back).await
}

async fn open(db: &TestDb, change: impl FnOnce(&mut SignOnConfig)) -> (Office, Provider, Id) {
    let clock = kit::clock::Clock::manual(kit::testing::TEST_NOW);
    let provider = Provider::open(&clock).await;
    let mut config = provider.config();
    change(&mut config);
    let office = Office::signing_on(db, &clock, &config);
    let tess = office.add("Tess Sample", "Tess@work.example", &[Role::Officer], &[]).await;
    (office, provider, tess.id)
}

/// What the journal says of somebody, oldest first.
async fn journal(office: &Office, about: Id) -> Vec<(String, String)> {
    let mut read = office.app.db.read().await.unwrap();
    let facts = facts::timeline(&mut read, &[Subject::new("staff", about)], None, 50).await.unwrap();
    let how = |fact: &facts::Recorded| fact.data::<Value>().unwrap()["how"].as_str().unwrap_or_default().to_owned();
    facts.iter().rev().map(|fact| (fact.kind.clone(), how(fact))).collect()
}

/// Says why somebody is not in, at the door.
async fn told(browser: &mut Browser, answer: &Answer, words: &str) {
    assert_eq!(answer.status, 303, "{answer:?}");
    assert!(answer.location.starts_with("/desk/sign-in?next="), "{}: {words}", answer.location);
    assert!(!answer.location.contains("code=") && !answer.location.contains("state="), "{}", answer.location);
    let door = browser.get(&answer.location).await.body;
    assert!(door.contains(words) && door.contains("aria-describedby=\"council-error\""), "{words}: {door}");
    assert_eq!(staff(browser).await, None, "{words}");
}

#[test]
fn who_works_here_comes_in_with_their_council_account_and_goes_where_they_wanted() {
    each_database(repository_migrations(), async |db| {
        let (office, provider, tess) = open(db, |_| ()).await;
        let mut browser = office.browser();
        let door = browser.get("/desk/sign-in").await.body;
        assert!(door.contains("Sign in with your council account") && door.contains("type=\"password\""), "{door}");
        let to = press(&mut browser, "/desk/cases?mine=1").await;
        let before = browser.cookies.clone();
        let back = provider.visited(&to, Signed::Well, |_| ());
        assert_eq!(browser.get(&back).await.location, "/desk/cases?mine=1");
        assert_eq!(staff(&browser).await.unwrap().id, tess);
        assert_ne!(before["__Host-staff"], browser.cookies["__Host-staff"], "nobody can plant a session");
        let mut planted = office.browser();
        planted.cookies = before;
        assert_eq!(staff(&planted).await, None);

        // A second time, from elsewhere, with the address only where it is asked for, and led to no page of another site.
        let mut other = office.browser();
        let to = press(&mut other, "https://evil.example/desk").await;
        let back = provider.visited(&to, Signed::Well, |claims| claims["asked"] = json!(true));
        assert_eq!(other.get(&back).await.location, "/desk");
        assert_eq!(staff(&other).await.unwrap().id, tess);
        let kinds: Vec<String> = journal(&office, tess).await.into_iter().map(|(kind, _)| kind).collect();
        let bound = kinds.iter().filter(|kind| *kind == "staff.council-bound").count();
        assert_eq!((bound, kinds.iter().filter(|kind| *kind == "staff.signed-in").count()), (1, 2), "{kinds:?}");
        let account = other.get("/desk/account").await.body;
        assert!(account.contains("You sign in with your council account") && !account.contains("type=\"password\""));
    });
}

type Change = fn(&mut Value);

#[test]
fn nothing_is_believed_that_the_provider_did_not_sign_for_us_now() {
    const UNBELIEVED: [(&str, Signed, Change); 15] = [
        ("another's signature", Signed::ByAnother, |_| ()),
        ("no signature", Signed::Not, |_| ()),
        ("a signature with our own secret", Signed::WithTheSecret, |_| ()),
        ("a key nobody has published", Signed::ByTheNextKey, |_| ()),
        ("for another program", Signed::Well, |claims| claims["aud"] = json!("another")),
        ("for us and another program", Signed::Well, |claims| claims["aud"] = json!(["guildhall", "another"])),
        ("of another provider", Signed::Well, |claims| claims["iss"] = json!("https://id.evil.example")),
        ("expired", Signed::Well, |claims| claims["exp"] = json!(claims["iat"].as_i64().unwrap() - 65)),
        ("of later", Signed::Well, |claims| claims["iat"] = json!(claims["iat"].as_i64().unwrap() + 65)),
        ("another nonce", Signed::Well, |claims| claims["nonce"] = json!("another")),
        ("no nonce", Signed::Well, |claims| drop(claims.as_object_mut().unwrap().remove("nonce"))),
        ("nobody", Signed::Well, |claims| claims["sub"] = json!("")),
        ("no time", Signed::Well, |claims| drop(claims.as_object_mut().unwrap().remove("exp"))),
        ("no audience", Signed::Well, |claims| drop(claims.as_object_mut().unwrap().remove("aud"))),
        ("no issuer", Signed::Well, |claims| drop(claims.as_object_mut().unwrap().remove("iss"))),
    ];
    each_database(repository_migrations(), async |db| {
        let (office, provider, _) = open(db, |_| ()).await;
        for (what, signed, change) in UNBELIEVED {
            let mut browser = office.browser();
            let answer = go(&mut browser, &provider, signed, change).await;
            let why = answer.location.rsplit("council=").next().unwrap();
            assert_eq!(why, "wrong", "{what}");
            assert_eq!(staff(&browser).await, None, "{what}");
        }
        // What differs by less than a minute of two clocks is believed.
        for change in [
            (|claims: &mut Value| claims["exp"] = json!(claims["iat"].as_i64().unwrap() - 50)) as Change,
            |claims| claims["iat"] = json!(claims["iat"].as_i64().unwrap() + 50),
            |_| (),
        ] {
            let mut browser = office.browser();
            assert_eq!(go(&mut browser, &provider, Signed::Well, change).await.location, "/desk/cases?mine=1");
            assert!(staff(&browser).await.is_some());
        }
        // A new key is found by itself, and the old one is asked about no more than once a minute.
        provider.rotates();
        office.app.clock.advance(2 * MINUTE);
        let mut browser = office.browser();
        let answer = go(&mut browser, &provider, Signed::ByTheNextKey, |_| ()).await;
        assert_eq!(answer.location, "/desk/cases?mine=1");
    });
}

#[test]
fn an_answer_is_good_once_in_the_browser_that_went_and_for_a_quarter_of_an_hour() {
    each_database(repository_migrations(), async |db| {
        let (office, provider, tess) = open(db, |_| ()).await;
        let (mut one, mut two) = (office.browser(), office.browser());
        let over = "too old, was used before, or belongs to another browser";
        let to = press(&mut one, "").await;
        press(&mut two, "").await;
        let back = provider.visited(&to, Signed::Well, |_| ());
        let stolen = two.get(&back).await;
        told(&mut two, &stolen, over).await;
        let stranger = office.browser().get(&back).await;
        assert!(stranger.location.ends_with("council=over"), "{stranger:?}");
        assert_eq!(one.get(&back).await.location, "/desk", "nobody else used it up");
        assert_eq!(one.get(&back).await.location, "/desk", "who is in goes to the desk");
        one.post("/desk/sign-out", &[]).await;
        let again = one.get(&back).await;
        told(&mut one, &again, over).await;
        let late = press(&mut two, "").await;
        let back = provider.visited(&late, Signed::Well, |_| ());
        office.app.clock.advance(16 * MINUTE);
        let late = two.get(&back).await;
        told(&mut two, &late, over).await;
        let mut tx = office.app.db.begin().await.unwrap();
        assert!(workforce::sweep(&mut tx, &office.app).await.unwrap() > 0);
        assert_eq!(workforce::sweep(&mut tx, &office.app).await.unwrap(), 0);
        tx.commit().await.unwrap();
        let failed = journal(&office, tess).await.iter().filter(|(kind, _)| kind == "staff.sign-in-failed").count();
        assert_eq!(failed, 0, "an answer nobody waits for fills no journal");
    });
}

#[test]
fn an_account_is_one_member_of_staff_s_until_an_administrator_resets_it() {
    each_database(repository_migrations(), async |db| {
        let (office, provider, tess) = open(db, |_| ()).await;
        office.add("Tom Sample", "tom@work.example", &[Role::Officer], &[]).await;
        let mut browser = office.browser();
        assert_eq!(go(&mut browser, &provider, Signed::Well, |_| ()).await.location, "/desk/cases?mine=1");
        let mut new = office.browser();
        let change: Change = |claims| claims["sub"] = json!("2002");
        let other = go(&mut new, &provider, Signed::Well, change).await;
        told(&mut new, &other, "another council account has signed in for this address before").await;
        assert_eq!(journal(&office, tess).await.last().unwrap().1, "council-other", "it is on record");
        // Nor does one account open two doors.
        let both = go(&mut new, &provider, Signed::Well, |claims| claims["email"] = json!("tom@work.example")).await;
        told(&mut new, &both, "another council account").await;
        let (_, mut admin) = office.administrator().await;
        assert_eq!(admin.post(&format!("/admin/staff/{tess}/reset"), &[]).await.status, 200);
        assert_eq!(staff(&browser).await, None, "a reset ends their sessions");
        assert_eq!(go(&mut new, &provider, Signed::Well, change).await.location, "/desk/cases?mine=1");
        let old = go(&mut browser, &provider, Signed::Well, |_| ()).await;
        told(&mut browser, &old, "another council account").await;
    });
}

#[test]
fn nobody_becomes_staff_by_it_and_who_has_left_stays_out() {
    each_database(repository_migrations(), async |db| {
        let (office, provider, tess) = open(db, |_| ()).await;
        let mut browser = office.browser();
        let unknown = "nobody who works with this program has the address";
        let mail: Change = |claims| claims["email"] = json!("eve@work.example");
        let stranger = go(&mut browser, &provider, Signed::Well, mail).await;
        told(&mut browser, &stranger, unknown).await;
        let unverified = "does not say that your email address is yours";
        for change in [
            (|claims: &mut Value| claims["email_verified"] = json!(false)) as Change,
            |claims| drop(claims.as_object_mut().unwrap().remove("email_verified")),
            |claims| claims["email"] = json!("not an address"),
        ] {
            let answer = go(&mut browser, &provider, Signed::Well, change).await;
            told(&mut browser, &answer, unverified).await;
        }
        let claims: Change = |claims| claims["roles"] = json!(["administrator"]);
        go(&mut browser, &provider, Signed::Well, claims).await;
        assert_eq!(staff(&browser).await.unwrap().roles, vec![Role::Officer], "no role comes from a token");

        let (_, mut admin) = office.administrator().await;
        let revision = admin.get(&format!("/admin/staff/{tess}")).await.field("revision");
        let left =
            [("revision", &*revision), ("name", "Tess Sample"), ("email", "tess@work.example"), ("active", "no")];
        let saved = admin.post(&format!("/admin/staff/{tess}"), &[&left[..], &[("roles", "officer")]].concat()).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!(staff(&browser).await, None, "their session ended");
        let again = go(&mut browser, &provider, Signed::Well, |_| ()).await;
        told(&mut browser, &again, unknown).await;
        assert_eq!(journal(&office, tess).await.last().unwrap().1, "council-stranger");
    });
}

#[test]
fn without_a_second_factor_there_the_code_of_their_own_device_is_asked_here() {
    each_database(repository_migrations(), async |db| {
        let (office, provider, tess) = open(db, |_| ()).await;
        let alone: Change = |claims| claims["amr"] = json!(["pwd"]);
        let mut browser = office.browser();
        let weak = go(&mut browser, &provider, Signed::Well, alone).await;
        told(&mut browser, &weak, "asked you for one thing only").await;
        let (tom, key) = {
            let added = office.add("Tom Sample", "tom@work.example", &[Role::Officer], &[]).await;
            (added.id, office.set_up(&added.link).await)
        };
        office.app.clock.advance(MINUTE);
        let tom_alone: Change = |claims| {
            claims["amr"] = json!(["pwd"]);
            claims["sub"] = json!("3003");
            claims["email"] = json!("TOM@work.example");
        };
        let half = go(&mut browser, &provider, Signed::Well, tom_alone).await;
        assert!(half.location.starts_with("/desk/sign-in/code?half="), "{half:?}");
        assert_eq!(staff(&browser).await, None, "half is not in");
        let field = browser.get(&half.location).await.field("half");
        let code = office.code(&key);
        let typed = [("half", &*field), ("code", &*code), ("next", "/desk/cases?mine=1")];
        assert_eq!(browser.post("/desk/sign-in/code", &typed).await.location, "/desk/cases?mine=1");
        assert_eq!(staff(&browser).await.unwrap().id, tom);
        assert_eq!(journal(&office, tom).await.last().unwrap().1, "council-and-code");
        assert_eq!(journal(&office, tess).await.last().unwrap().1, "council-weak");
    });
}

#[test]
fn where_the_council_requires_it_only_who_is_named_comes_in_by_a_password() {
    each_database(repository_migrations(), async |db| {
        let require = |config: &mut SignOnConfig| {
            config.required = true;
            config.except = vec!["Adele@work.example".into()];
        };
        let (office, provider, tess) = open(db, require).await;
        let link = office.add("Tom Sample", "tom@work.example", &[Role::Officer], &[]).await.link;
        office.set_up(&link).await;
        let mut browser = office.browser();
        let refused = browser.post("/desk/sign-in", &[("email", "tom@work.example"), ("password", PASSWORD)]).await;
        assert!(refused.status == 422 && refused.body.contains("or you sign in with your council account"));
        let nobody = browser.post("/desk/sign-in", &[("email", "eve@work.example"), ("password", PASSWORD)]).await;
        let said = |answer: &Answer| answer.body.replace("tom@", "eve@");
        assert_eq!(said(&refused), said(&nobody), "nobody learns who works here");
        office.administrator().await;
        assert_eq!(go(&mut browser, &provider, Signed::Well, |_| ()).await.location, "/desk/cases?mine=1");
        assert_eq!(staff(&browser).await.unwrap().id, tess);
    });
}

#[test]
fn what_keeps_somebody_out_is_said_in_words_and_without_a_provider_there_is_no_such_door() {
    each_database(repository_migrations(), async |db| {
        let (office, provider, _) = open(db, |_| ()).await;
        let mut browser = office.browser();
        for (error, words) in [("access_denied", "was cancelled"), ("server_error", "could not finish")] {
            let to = press(&mut browser, "").await;
            let state = kit::link::query(to.split_once('?').map(|(_, query)| query)).value("state").to_owned();
            let back = kit::link::path("/desk/sign-in/council/answer", &[("error", error), ("state", &state)]);
            let answer = browser.get(&back).await;
            told(&mut browser, &answer, words).await;
        }
        // The answer of one provider is not taken to another, and no code is made up.
        let to = press(&mut browser, "").await;
        let back = provider.visited(&to, Signed::Well, |_| ());
        let mixed = browser.get(&format!("{back}&iss=https%3A%2F%2Fid.evil.example")).await;
        told(&mut browser, &mixed, "an answer that we cannot trust").await;
        let to = press(&mut browser, "").await;
        let state = kit::link::query(to.split_once('?').map(|(_, query)| query)).value("state").to_owned();
        let back = kit::link::path("/desk/sign-in/council/answer", &[("code", "made-up"), ("state", &state)]);
        let answer = browser.get(&back).await;
        told(&mut browser, &answer, "could not finish").await;

        // Nobody listens on this port.
        let nowhere = |config: &mut SignOnConfig| config.issuer = "http://127.0.0.1:1".into();
        let mut config = provider.config();
        nowhere(&mut config);
        let away = Office::signing_on(db, &office.app.clock, &config);
        let mut browser = away.browser();
        let answer = browser.post(DOOR, &[("next", "/desk/cases")]).await;
        told(&mut browser, &answer, "Wait a few minutes and try again").await;
        assert!(answer.location.contains("next=/desk/cases"), "{}", answer.location);

        let without = Office::new(db, false);
        let mut browser = without.browser();
        assert!(!browser.get("/desk/sign-in?council=away").await.body.contains("council account"));
        assert_eq!(browser.post(DOOR, &[]).await.status, 404);
        assert_eq!(browser.get("/desk/sign-in/council/answer?code=1&state=2").await.status, 404);
    });
}
