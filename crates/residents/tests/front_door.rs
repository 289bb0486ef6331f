//! Signing up, in and out as a person does it, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod people;

use kit::Id;
use kit::attempts::CODES_SENT;
use kit::clock::MINUTE;
use kit::testing::{Answer, Browser, each_database, repository_migrations};
use kit::who::Person;
use people::{SAM, TESS, Town, code_of, desk, happened, sign_up, texts, town};
use residents::find;

#[test]
fn somebody_new_gets_an_account_with_one_code_and_comes_back_with_another() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut phone = town.browser();
        let asked = phone.post("/sign-up", &[("address", "Ada@Post.Example"), ("next", "/cases/ABC")]).await;
        assert_eq!(asked.status, 303);
        let page = phone.get(&asked.location).await;
        assert!(page.body.contains("Ada@Post.Example") && page.body.contains("one-time-code"), "{}", page.body);
        let challenge = page.field("challenge");
        let (code, _) = code_of(&town).await;
        let right = [("challenge", challenge.as_str()), ("code", code.as_str()), ("next", "/cases/ABC")];
        let on = phone.post("/sign-up/code", &right).await;
        assert!(on.location.starts_with("/sign-up/details?"), "{on:?}");
        let details = phone.get(&on.location).await;
        let fields = |name: &'static str| (name, details.field(name));
        let (challenge, next, up) = (fields("challenge").1, fields("next").1, fields("up").1);
        let typed = [("challenge", &*challenge), ("next", &*next), ("up", &*up), ("name", ""), ("lang", "cy")];
        let again = phone.post("/sign-up/details", &typed).await;
        assert_eq!((again.status, again.body.contains("Type your name")), (422, true));
        let typed =
            [("challenge", &*challenge), ("next", &*next), ("up", &*up), ("name", " Ada  Testwell "), ("lang", "cy")];
        let done = phone.post("/sign-up/details", &typed).await;
        assert_eq!((done.status, done.location.as_str()), (303, "/cases/ABC"));
        let Person::Resident(ada) = phone.who("/").await.person else { panic!("signed in") };
        let held = residents::by_id(&mut db.read().await.unwrap(), ada).await.unwrap().unwrap();
        assert_eq!(
            (held.name.as_str(), held.email.as_deref(), held.lang.tag),
            ("Ada Testwell", Some("Ada@Post.Example"), "cy")
        );
        // A second press of the last button leads back to the start and makes nobody new.
        assert_eq!(phone.post("/sign-up/details", &typed).await.status, 303);

        let mut library = town.browser();
        let asked = library.post("/sign-in", &[("address", " ada@post.example ")]).await;
        let page = library.get(&asked.location).await;
        let (code, _) = code_of(&town).await;
        let challenge = page.field("challenge");
        let done = library.post("/sign-in/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!((done.status, done.location.as_str()), (303, "/account"));
        assert_eq!(library.who("/").await.person, Person::Resident(ada));
        assert_eq!(library.cookies.get("__Host-lang").map(String::as_str), Some("cy"), "the account's language");
        let out = library.post("/sign-out", &[]).await;
        assert_eq!((out.status, out.location.as_str()), (303, "/"));
        assert_eq!(library.who("/").await.person, Person::Anyone);
        assert_eq!(phone.who("/").await.person, Person::Resident(ada), "other devices stay signed in");
    });
}

#[test]
fn a_stranger_learns_nothing_about_who_has_an_account() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        sign_up(&town, "ada@post.example", Some("copper kettle stair")).await;
        let mut seen: Vec<Vec<(u16, String, String)>> = Vec::new();
        for address in ["ada@post.example", "eve@post.example"] {
            let mut stranger = town.browser();
            let mut said = Vec::new();
            let mut note = |answer: &Answer| {
                let hide =
                    |text: &str| text.replace(address, "…").split("challenge").next().unwrap_or_default().to_owned();
                said.push((answer.status, hide(&answer.body) + &hide(&answer.location), answer.retry_after.clone()));
            };
            for _ in 0..6 {
                let tried = [("address", address), ("password", "a wrong guess here")];
                note(&stranger.post("/sign-in/password", &tried).await);
            }
            let asked = stranger.post("/sign-in", &[("address", address)]).await;
            note(&asked);
            let page = stranger.get(&asked.location).await;
            note(&page);
            let challenge = page.field("challenge");
            for code in ["", "123", "000000", "000000", "000000", "000000", "000000", "000000"] {
                note(&stranger.post("/sign-in/code", &[("challenge", &challenge), ("code", code)]).await);
            }
            seen.push(said);
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(seen[0][0].0, 422, "a wrong password is wrong");
        assert_eq!(seen[0][5].0, 429, "the sixth try from an unknown device is one too many");
        let wait: u64 = seen[0][5].2.parse().expect("it says how long to wait");
        assert!((1..=3600).contains(&wait) && seen[0][0].2.is_empty(), "{wait}");
    });
}

#[test]
fn who_signs_in_where_somebody_else_is_signed_in_is_another_visitor() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        sign_up(&town, "ada@post.example", Some("copper kettle stair")).await;
        sign_up(&town, "bo@post.example", Some("silver spoon ladder")).await;
        let mut shared = town.browser();
        let ada = [("address", "ada@post.example"), ("password", "copper kettle stair")];
        let bo = [("address", "bo@post.example"), ("password", "silver spoon ladder")];
        // What was begun before signing in stays with the browser.
        shared.post("/sign-in", &[("address", "ada@post.example")]).await;
        let begun = shared.who("/").await.visitor;
        assert_eq!(shared.post("/sign-in/password", &ada).await.location, "/account");
        let of_ada = shared.who("/").await.visitor;
        assert!(begun.is_some() && of_ada == begun, "{begun:?} {of_ada:?}");
        let mut tx = db.begin().await.unwrap();
        let subject = town.app.id();
        residents::grants::give(&mut tx, &town.app, begun.unwrap(), "draft", subject).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(shared.post("/sign-in/password", &ada).await.location, "/account");
        assert_eq!(shared.who("/").await.visitor, of_ada, "the same person once more");
        assert_eq!(shared.post("/sign-in/password", &bo).await.location, "/account");
        let of_bo = shared.who("/").await.visitor.unwrap();
        assert_ne!(Some(of_bo), of_ada);
        let mut read = db.read().await.unwrap();
        let open = residents::grants::has(&mut read, of_bo, "draft", subject, town.app.now()).await.unwrap();
        assert!(!open, "what codes opened for Ada stays shut to Bo");
    });
}

#[test]
fn a_code_belongs_to_one_browser_one_purpose_and_one_use() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        sign_up(&town, "ada@post.example", None).await;
        let mut own = town.browser();
        let asked = own.post("/sign-in", &[("address", "ada@post.example")]).await;
        let challenge = own.get(&asked.location).await.field("challenge");
        let (code, _) = code_of(&town).await;
        let typed = [("challenge", challenge.as_str()), ("code", code.as_str())];
        let mut other = town.browser();
        assert_eq!(other.post("/sign-in", &[("address", "eve@post.example")]).await.status, 303);
        assert!(other.post("/sign-in/code", &typed).await.location.starts_with("/sign-in?"), "another browser");
        assert!(own.post("/sign-up/code", &typed).await.location.starts_with("/sign-up?"), "another purpose");
        // A newer code takes the place of the older one in this browser.
        let asked = own.post("/sign-in", &[("address", "ada@post.example")]).await;
        assert!(own.post("/sign-in/code", &typed).await.location.starts_with("/sign-in?"), "the older code");
        let challenge = own.get(&asked.location).await.field("challenge");
        let (code, _) = code_of(&town).await;
        let typed = [("challenge", challenge.as_str()), ("code", code.as_str())];
        assert_eq!(own.post("/sign-in/code", &typed).await.location, "/account");
        own.post("/sign-out", &[]).await;
        assert!(own.post("/sign-in/code", &typed).await.location.starts_with("/sign-in?"), "used once");
    });
}

#[test]
fn five_wrong_codes_or_ten_minutes_end_a_challenge() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        for late in [false, true] {
            let mut browser = town.browser();
            let asked = browser.post("/sign-in", &[("address", "ada@post.example")]).await;
            let challenge = browser.get(&asked.location).await.field("challenge");
            let (code, wrong) = code_of(&town).await;
            if late {
                town.app.clock.advance(10 * MINUTE);
            } else {
                for left in [4, 3, 2, 1] {
                    let said = browser.post("/sign-in/code", &[("challenge", &challenge), ("code", &wrong)]).await;
                    let words = if left == 1 { "once more".to_owned() } else { format!("{left} more times") };
                    assert!(said.status == 422 && said.body.contains(&words), "{}", said.body);
                }
                let said = browser.post("/sign-in/code", &[("challenge", &challenge), ("code", &wrong)]).await;
                assert!(said.body.contains("no longer good"), "{}", said.body);
            }
            let said = browser.post("/sign-in/code", &[("challenge", &challenge), ("code", &code)]).await;
            assert_ne!(said.location, "/account");
            assert_eq!(browser.who("/").await.person, Person::Anyone, "late: {late}");
        }
    });
}

#[test]
fn nobody_can_lock_another_person_out() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut own = sign_up(&town, "ada@post.example", Some("copper kettle stair")).await;
        own.post("/sign-out", &[]).await;
        let wrong = [("address", "ada@post.example"), ("password", "a wrong guess here")];
        for _ in 0..50 {
            town.browser().post("/sign-in/password", &wrong).await;
        }
        let right = [("address", "ada@post.example"), ("password", "copper kettle stair")];
        assert_eq!(town.browser().post("/sign-in/password", &right).await.status, 429, "unknown devices wait");
        assert_eq!(own.post("/sign-in/password", &right).await.location, "/account", "a known device does not");
        own.post("/sign-out", &[]).await;
        // The same for codes: strangers use up theirs, not the owner's.
        for _ in 0..CODES_SENT.most + 1 {
            town.browser().post("/sign-in", &[("address", "ada@post.example")]).await;
        }
        let before = texts(&town).await.len();
        assert_eq!(town.browser().post("/sign-in", &[("address", "ada@post.example")]).await.status, 429);
        assert_eq!(texts(&town).await.len(), before, "and nothing more is sent");
        assert_eq!(own.post("/sign-in", &[("address", "ada@post.example")]).await.status, 303);
        town.app.clock.advance(CODES_SENT.window);
        assert_eq!(town.browser().post("/sign-in/password", &right).await.location, "/account", "and the wait ends");
    });
}

#[test]
fn what_is_typed_wrongly_comes_back_with_plain_words() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let long = "a".repeat(1 << 20);
        let table = [
            ("", "Type your email address or your mobile number"),
            ("ada", "Type an email address, like"),
            ("ada@", "Type an email address like"),
            ("01632 960123", "We cannot send a text to this number"),
            ("a@b.example\r\nBcc: c@d.example", "Type an email address like"),
            ("<script>alert(1)</script>", "Type an email address, like"),
            ("' OR 1=1 --", "Type an email address, like"),
            ("\u{202e}moc", "Type an email address, like"),
            (long.as_str(), "Type an email address, like"),
        ];
        for (typed, words) in table {
            for path in ["/sign-in", "/sign-up"] {
                let mut browser: Browser = town.browser();
                let said = browser.post(path, &[("address", typed), ("next", "//evil.example")]).await;
                assert!(said.status == 422 && said.body.contains(words), "{typed:.40}: {}", said.status);
                assert_eq!(said.field("next"), "/account");
                assert!(!said.body.contains("<script>alert"));
                assert!(said.body.contains("<title>Error: "));
            }
        }
        assert_eq!(texts(&town).await.len(), 0);
    });
}

#[test]
fn an_account_is_made_together_and_is_theirs() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let add = "/desk/residents/add";
        for (wrong, words) in [
            (&[("lang", "cy")][..], "Type their email address or their mobile number"),
            (&[("address", "wyn@post.example")], "Choose the language"),
            (&[("address", "01632 960123"), ("lang", "cy")], "cannot send a text to this number"),
        ] {
            let said = tess.post(add, wrong).await;
            assert!(said.status == 422 && said.body.contains(words), "{words}: {}", said.body);
        }
        let asked = tess.post(add, &[("address", "wyn@post.example"), ("lang", "cy")]).await;
        assert!(asked.location.starts_with("/desk/residents/add/code?challenge="), "{asked:?}");
        let (to, text) = texts(&town).await.remove(0);
        assert_eq!((to.as_str(), text.contains("Eich cod yw")), ("wyn@post.example", true), "in their language");
        let (code, wrong) = code_of(&town).await;
        let challenge = tess.get(&asked.location).await.field("challenge");
        let typed = |name, code| [("challenge", challenge.as_str()), ("lang", "cy"), ("name", name), ("code", code)];
        let code_path = "/desk/residents/add/code";
        let said = tess.post(code_path, &typed("", &code)).await;
        assert_eq!(said.status, 422, "a name is asked before the code is used");
        assert!(said.body.contains("Type their name") && !said.body.contains("Type your"), "{}", said.body);
        let said = tess.post(code_path, &typed("Wyn Sampl", "12")).await;
        assert!(said.status == 422 && said.body.contains("that they read out"), "{}", said.body);
        assert_eq!(tess.post(code_path, &typed("Wyn Sampl", &wrong)).await.status, 422);
        let mut sam = desk(&town, SAM).await;
        assert_eq!(sam.post(code_path, &typed("Wyn Sampl", &code)).await.location, add, "another colleague's code");
        let made = tess.post(code_path, &typed("Wyn Sampl", &code)).await;
        assert!(made.status == 303 && made.location.starts_with("/desk/residents/"), "{}", made.body);
        assert_eq!(tess.post(code_path, &typed("Wyn Sampl", &code)).await.location, made.location, "a second press");
        assert_eq!(
            tess.get(&format!("{}/born", made.location)).await.status,
            200,
            "the record is open: they were checked"
        );
        let found = find::find(&mut town.app.db.read().await.unwrap(), "wyn sampl").await.unwrap();
        assert_eq!(found.people.len(), 1);
        let again = tess.post(add, &[("address", "WYN@post.example"), ("lang", "cy")]).await;
        assert!(again.status == 422 && again.body.contains(&made.location), "it leads to the record: {}", again.body);
        let mut own = town.browser();
        let asked = own.post("/sign-in", &[("address", "wyn@post.example")]).await;
        let challenge = own.get(&asked.location).await.field("challenge");
        let (code, _) = code_of(&town).await;
        assert_eq!(own.post("/sign-in/code", &[("challenge", &challenge), ("code", &code)]).await.location, "/account");
        let id: Id = made.location.rsplit('/').next().unwrap().parse().unwrap();
        let kinds: Vec<String> = happened(&town, id).await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, ["resident.signed-in", "resident.helped", "resident.joined"]);
    });
}
