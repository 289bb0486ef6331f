//! What a resident changes about their own account, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod people;

use kit::Id;
use kit::testing::{Browser, each_database, repository_migrations};
use kit::who::{Person, Who};
use people::{Town, code_of, sign_up, texts};

async fn id_of(browser: &Browser) -> Id {
    match browser.who("/account").await.person {
        Person::Resident(id) => id,
        other => panic!("{other:?} is not signed in"),
    }
}

async fn held(town: &Town, id: Id) -> residents::Resident {
    residents::by_id(&mut town.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn prove(town: &Town, browser: &mut Browser, which: &str, address: &str) -> String {
    let asked = browser.post(&format!("/account/details/{which}"), &[(which, address)]).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    let challenge = browser.get(&asked.location).await.field("challenge");
    let (code, _) = code_of(town).await;
    let done = browser.post("/account/details/verify", &[("challenge", &challenge), ("code", &code)]).await;
    if done.status == 303 { done.location } else { done.body }
}

#[test]
fn a_new_address_is_proved_by_a_code_and_the_old_one_is_told() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut ada = sign_up(&town, "ada@post.example", None).await;
        let id = id_of(&ada).await;
        assert_eq!(prove(&town, &mut ada, "email", "new@post.example").await, "/account/details?done=email");
        assert_eq!(held(&town, id).await.email.as_deref(), Some("new@post.example"));
        let (to, text) = texts(&town).await.remove(0);
        assert_eq!(to, "ada@post.example");
        assert!(text.contains("taken off your account") && !text.contains("new@post.example"), "{text}");
        assert_eq!(prove(&town, &mut ada, "phone", "+44 7700 900123").await, "/account/details?done=phone");
        let mut other = town.browser();
        let asked = other.post("/sign-in", &[("address", "07700 900 123")]).await;
        let challenge = other.get(&asked.location).await.field("challenge");
        let (code, _) = code_of(&town).await;
        other.post("/sign-in/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(id_of(&other).await, id, "the number signs in to the same account");
        assert!(ada.get("/account/details").await.body.contains("+44\u{a0}7700\u{a0}900123"));
    });
}

#[test]
fn an_address_another_account_has_is_not_taken_and_the_last_one_is_kept() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut ada = sign_up(&town, "ada@post.example", None).await;
        sign_up(&town, "ben@post.example", None).await;
        let id = id_of(&ada).await;
        let said = prove(&town, &mut ada, "email", "ben@post.example").await;
        assert!(said.contains("Another account has this address"), "{said}");
        assert_eq!(held(&town, id).await.email.as_deref(), Some("ada@post.example"));
        assert_eq!(ada.post("/account/details/email/remove", &[]).await.status, 409, "the last way in");
        // A landline is kept for calls, and is no way in.
        let kept = ada.post("/account/details/phone", &[("phone", "01632 960123")]).await;
        assert_eq!(kept.location, "/account/details?done=phone");
        assert!(ada.get("/account/details").await.body.contains("01632\u{a0}960123 (for calls only)"));
        assert_eq!(ada.post("/account/details/email/remove", &[]).await.status, 409, "a landline signs in nobody");
        assert_eq!(
            ada.post("/account/details/phone/remove", &[]).await.location,
            "/account/details?done=phone-removed"
        );
        assert_eq!(held(&town, id).await.phone, None);
        for (which, typed) in [("email", "nonsense"), ("phone", "12"), ("email", ""), ("phone", "")] {
            let said = ada.post(&format!("/account/details/{which}"), &[(which, typed)]).await;
            assert_eq!((said.status, said.field(which).as_str()), (422, typed));
        }
    });
}

#[test]
fn a_password_is_set_changed_and_removed_and_other_places_are_signed_out() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut ada = sign_up(&town, "ada@post.example", None).await;
        let id = id_of(&ada).await;
        let password = "/account/details/password";
        for (weak, words) in [("short", "10 characters"), ("password123", "guess first"), ("adatestwell1", "your name")]
        {
            let said = ada.post(password, &[("password", weak)]).await;
            assert!(said.status == 422 && said.body.contains(words), "{weak}: {}", said.body);
            assert!(!said.body.contains(&format!("value=\"{weak}\"")), "a password is never sent back");
        }
        let set = ada.post(password, &[("password", " copper kettle stair ")]).await;
        assert_eq!(set.location, "/account/details?done=password");
        let right = [("address", "ada@post.example"), ("password", " copper kettle stair ")];
        let mut other = town.browser();
        let trimmed = [("address", "ada@post.example"), ("password", "copper kettle stair")];
        assert_eq!(other.post("/sign-in/password", &trimmed).await.status, 422, "verified exactly as received");
        assert_eq!(other.post("/sign-in/password", &right).await.location, "/account");
        let wrong = ada.post(password, &[("current", "not this"), ("password", "silver spoon ladder")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("not your password now"), "{}", wrong.body);
        let typed = [("current", " copper kettle stair "), ("password", "silver spoon ladder")];
        assert_eq!(ada.post(password, &typed).await.status, 303);
        let guess = [("current", "not this"), ("password", "silver spoon ladder")];
        let mut answer = ada.post(password, &guess).await;
        for _ in 0..10 {
            answer = ada.post(password, &guess).await;
        }
        let wait: u64 = answer.retry_after.parse().expect("it says how long to wait");
        assert!(answer.status == 429 && (1..=900).contains(&wait), "{wait}");
        town.app.clock.advance(kit::clock::HOUR);
        assert_eq!(other.who("/").await.person, Person::Anyone, "signed out elsewhere");
        assert_eq!(id_of(&ada).await, id, "still signed in here");
        let device = |who: &Who| who.device.unwrap();
        let mut read = town.app.db.read().await.unwrap();
        for (browser, known) in [(&ada, true), (&other, false)] {
            let device = device(&browser.who("/").await);
            assert_eq!(residents::store::devices::known(&mut read, id, device).await.unwrap(), known);
        }
        drop(read);
        let (to, text) = texts(&town).await.remove(0);
        assert!(to == "ada@post.example" && text.contains("password of your account was set, changed or removed"));
        let removed = ada.post("/account/details/password/remove", &[("current", "silver spoon ladder")]).await;
        assert_eq!(removed.location, "/account/details?done=password-removed");
        assert_eq!(held(&town, id).await.password_hash, None);
    });
}

#[test]
fn sessions_are_listed_and_ended_but_only_ones_own() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut ada = sign_up(&town, "ada@post.example", Some("copper kettle stair")).await;
        let ben = sign_up(&town, "ben@post.example", None).await;
        let right = [("address", "ada@post.example"), ("password", "copper kettle stair")];
        let mut library = town.browser();
        library.post("/sign-in/password", &right).await;
        let page = ada.get("/account/details").await;
        assert_eq!(page.body.matches("name=\"session\"").count(), 1, "this one cannot be ended here: {}", page.body);
        let bens = ben.who("/").await.session.unwrap().to_string();
        ada.post("/account/details/sessions/end", &[("session", &bens)]).await;
        assert!(matches!(ben.who("/").await.person, Person::Resident(_)), "somebody else's stays");
        ada.post("/account/details/sessions/end", &[("session", &page.field("session"))]).await;
        assert_eq!(library.who("/").await.person, Person::Anyone);
        library.post("/sign-in/password", &right).await;
        assert_eq!(ada.post("/account/details/sessions/end-others", &[]).await.status, 303);
        assert_eq!(library.who("/").await.person, Person::Anyone);
        assert!(matches!(ada.who("/").await.person, Person::Resident(_)));
    });
}

#[test]
fn name_and_language_change_and_a_second_window_is_told() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut ada = sign_up(&town, "ada@post.example", None).await;
        let id = id_of(&ada).await;
        let old = ada.get("/account/details/name").await.field("revision");
        let saved = ada.post("/account/details/name", &[("revision", &old), ("name", "Ada Sample")]).await;
        assert_eq!(saved.location, "/account/details?done=name");
        assert_eq!(ada.post("/account/details/name", &[("revision", &old), ("name", "Ada Sample")]).await.status, 303);
        let told = ada.post("/account/details/name", &[("revision", &old), ("name", "Ada Other")]).await;
        assert!(told.status == 422 && told.body.contains("changed to Ada Sample in the meantime"), "{}", told.body);
        assert_eq!(told.field("name"), "Ada Other", "what was typed is kept");
        let new = told.field("revision");
        assert_eq!(ada.post("/account/details/name", &[("revision", &new), ("name", "Ada Other")]).await.status, 303);
        for bad in ["", " \t ", "\u{202e}adA", "A\u{1}da", &"x".repeat(101)] {
            assert_eq!(ada.post("/account/details/name", &[("revision", &new), ("name", bad)]).await.status, 422);
        }
        assert_eq!(held(&town, id).await.name, "Ada Other");
        assert_eq!(ada.post("/account/details/language", &[("lang", "xx")]).await.status, 422);
        let chosen = ada.post("/account/details/language", &[("lang", "ar")]).await;
        assert_eq!(chosen.location, "/account/details?done=language");
        assert_eq!(held(&town, id).await.lang.tag, "ar");
        assert_eq!(ada.cookies.get("__Host-lang").map(String::as_str), Some("ar"));
    });
}

#[test]
fn without_an_account_there_is_nothing_to_see_and_every_page_stands_in_three_languages() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut nobody = town.browser();
        let mut ada = sign_up(&town, "ada@post.example", Some("copper kettle stair")).await;
        for route in residents::routes().iter().filter(|route| route.action == "residents.keep") {
            let answer = match route.method {
                "GET" => nobody.get(route.path).await,
                _ => nobody.post(route.path, &[("session", &Id::NONE.to_string())]).await,
            };
            assert_eq!(answer.status, 401, "{route:?}");
        }
        for lang in kit::Lang::ALL {
            (ada.lang, nobody.lang) = (lang, lang);
            let shown = |route: &&kit::route::Route| route.method == "GET" && !route.path.starts_with("/desk/");
            for route in residents::routes().iter().filter(shown) {
                let browser = if route.action == "residents.keep" { &mut ada } else { &mut nobody };
                let page = browser.get(route.path).await;
                // A link that nobody was sent is no longer good.
                let drawn = page.status == 200 || page.status == 404 && route.path == "/sign-in/link";
                assert!(drawn || page.status == 303, "{route:?}");
                let key = page.body.split(['>', '<', '"']).find(|text| text.starts_with("residents-"));
                assert_eq!(key, None, "{route:?} shows a key in {}", lang.tag);
                assert!(
                    page.status == 303 || page.body.contains(&format!("lang=\"{}\" dir=\"{}\"", lang.tag, lang.dir))
                );
            }
        }
    });
}
