//! The limits on one-time codes, tried as strangers try them, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod people;

use kit::attempts::CODES_SENT;
use kit::clock::{DAY, HOUR, MINUTE};
use kit::outbox::{self, Courier, Providers};
use kit::testing::{each_database, repository_migrations};
use kit::{Error, Id, Lang, Result};
use people::{Town, code_of, sign_up, texts};
use residents::Address;
use residents::codes::{self, Ask, Checked, Purpose, TRIES};

/// Asks for a code as a page does; commits what was counted.
async fn ask(town: &Town, purpose: Purpose, subject: Id, to: &str, device: Option<Id>) -> Result<(Id, Id)> {
    town.app.clock.advance(1_000_000);
    let (visitor, address) = (town.app.id(), Address::read(to).unwrap());
    let mut tx = town.app.db.begin().await?;
    let ask = Ask {
        purpose,
        subject,
        visitor,
        device,
        address: &address,
        deliver: true,
        leads_to: "/",
        lang: Lang::EN,
        read_out: false,
    };
    let challenge = codes::send(&mut tx, &town.app, ask).await?;
    tx.commit().await?;
    Ok((visitor, challenge))
}

async fn guess(town: &Town, purpose: Purpose, (visitor, challenge): (Id, Id), code: &str) -> Checked {
    let mut tx = town.app.db.begin().await.unwrap();
    let checked = codes::check(&mut tx, &town.app, Some(visitor), purpose, challenge, code).await.unwrap();
    tx.commit().await.unwrap();
    checked
}

fn refused(answer: Result<(Id, Id)>) -> bool {
    matches!(answer, Err(Error::TooMany(seconds)) if seconds > 0 && seconds <= 3600)
}

#[test]
fn a_made_up_device_gives_no_limit_of_its_own() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        sign_up(&town, "ada@post.example", None).await;
        let theirs = [
            ("eve@post.example", Purpose::Track),
            ("ada@post.example", Purpose::Resume),
            ("bob@post.example", Purpose::Verify),
        ];
        for (to, purpose) in theirs {
            let subject = town.app.id();
            for _ in 0..CODES_SENT.most {
                let made_up = Some(Id(town.app.entropy.bytes()));
                assert!(ask(&town, purpose, subject, to, made_up).await.is_ok(), "{to}");
            }
            let before = texts(&town).await.len();
            let made_up = Some(Id(town.app.entropy.bytes()));
            assert!(refused(ask(&town, purpose, subject, to, made_up).await), "{to}");
            assert_eq!(texts(&town).await.len(), before, "and nothing is sent");
        }
    });
}

#[test]
fn strangers_cannot_use_up_what_somebody_without_an_account_has() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let to = "eve@post.example";
        let (case, draft) = (town.app.id(), town.app.id());
        town.app.clock.advance(HOUR + 1);
        // A stranger asks at every door, again and again, and begins forms that name her address.
        for path in ["/sign-in", "/sign-up"] {
            for _ in 0..CODES_SENT.most + 2 {
                town.browser().post(path, &[("address", to)]).await;
            }
        }
        let address = Address::read(to).unwrap();
        for _ in 0..CODES_SENT.most + 2 {
            let _ = ask(&town, Purpose::Track, codes::nothing(&town.app, "4KD93T7QM", &address), to, None).await;
        }
        let before = texts(&town).await.len();
        let mut reached = 0;
        for _ in 0..50 {
            reached += i32::from(ask(&town, Purpose::Resume, town.app.id(), to, None).await.is_ok());
        }
        assert_eq!((reached, texts(&town).await.len() - before), (30, 30), "her mailbox is not flooded");
        assert!(ask(&town, Purpose::Track, case, to, None).await.is_ok(), "she follows her case");
        assert!(ask(&town, Purpose::Resume, draft, to, None).await.is_ok(), "she carries on with her draft");
        let new = town.app.id();
        assert!(refused(ask(&town, Purpose::Resume, new, to, None).await));
        // Nor by drafts that were prepared long before.
        let prepared: Vec<Id> = (0..50).map(|_| town.app.id()).collect();
        town.app.clock.advance(3 * HOUR);
        let mut reached = 0;
        for one in prepared {
            reached += i32::from(ask(&town, Purpose::Resume, one, to, None).await.is_ok());
        }
        assert_eq!(reached, 30);
        town.app.clock.advance(HOUR);
        assert!(ask(&town, Purpose::Resume, new, to, None).await.is_ok(), "and with a new one after an hour");
    });
}

/// The path of the newest link sent to this address.
async fn link_to(town: &Town, to: &str) -> String {
    let all = texts(town).await;
    let (_, text) = all.iter().find(|(own, text)| own == to && text.contains("/sign-in/link?token=")).expect("a link");
    let at = text.find("/sign-in/link?token=").unwrap();
    text[at..].split_whitespace().next().unwrap().to_owned()
}

/// Strangers ask for codes to this address until none are sent.
async fn use_up(town: &Town, path: &str, to: &str) {
    for at in 0..CODES_SENT.most {
        let sent = town.browser().post(path, &[("address", to)]).await;
        assert_eq!(sent.status, 303);
        let (_, text) = texts(town).await.into_iter().next().unwrap();
        assert_eq!(text.contains("/sign-in/link"), at == CODES_SENT.most - 1, "the last one alone: {text}");
    }
}

#[test]
fn strangers_who_use_up_passwords_and_codes_keep_nobody_out() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let to = "ada@post.example";
        sign_up(&town, to, Some("a long pass phrase of hers")).await;
        for _ in 0..30 {
            let guess = [("address", to), ("password", "a wrong guess of a stranger")];
            town.browser().post("/sign-in/password", &guess).await;
        }
        use_up(&town, "/sign-in", to).await;
        let mut own = town.browser();
        let right = [("address", to), ("password", "a long pass phrase of hers")];
        let said = own.post("/sign-in/password", &right).await;
        assert_eq!((said.status, said.body.contains("or sign in with a code")), (429, true), "{}", said.body);
        let said = own.post("/sign-in", &[("address", to), ("next", "/cases/ABC")]).await;
        assert_eq!((said.status, said.body.contains("The newest message has a link")), (429, true), "{}", said.body);
        let link = link_to(&town, to).await;
        let page = own.get(&link).await;
        assert_eq!((page.status, page.body.contains(to)), (200, true));
        let pressed = [("token", page.field("token")), ("page", page.field("page"))];
        let pressed: Vec<(&str, &str)> = pressed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut lost = own.clone();
        let done = own.post("/sign-in/link", &pressed).await;
        assert_eq!((done.status, done.location.as_str()), (303, "/account"));
        assert!(own.get("/account/details").await.body.contains("Ada Testwell"), "she is signed in");
        let again = own.post("/sign-in/link", &pressed).await;
        assert_eq!((again.status, again.location.as_str()), (303, "/account"), "a second press");
        let again = lost.post("/sign-in/link", &pressed).await;
        assert_eq!((again.status, again.location.as_str()), (303, "/account"), "and one whose first answer was lost");
        assert_eq!(own.get(&link).await.location, "/account", "who is in is led on");
        let mut other = town.browser();
        assert_eq!(other.get(&link).await.status, 404, "it works once");
        let guessed = [pressed[0], ("page", "0198c0de-0000-7000-8000-000000000001")];
        assert_eq!(other.post("/sign-in/link", &guessed).await.status, 404);
        assert_eq!(other.post("/track/link", &pressed).await.status, 404);
        assert_eq!(town.browser().post("/sign-in", &[("address", to)]).await.status, 303, "codes are sent again");
    });
}

#[test]
fn the_last_message_leaves_also_when_the_mail_server_was_away_for_a_quarter_of_an_hour() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        use_up(&town, "/sign-in", "ada@post.example").await;
        town.app.clock.advance(15 * MINUTE);
        let courier = Courier::start(&town.app, Providers::demo());
        let kept = loop {
            let kept = outbox::recent(&mut town.app.db.read().await.unwrap(), None, 6).await.unwrap();
            if kept.iter().all(|message| message.state != "waiting") {
                break kept;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        };
        courier.stop().await;
        let states: Vec<&str> = kept.iter().map(|message| message.state.as_str()).collect();
        assert_eq!(states, ["shown", "failed", "failed", "failed", "failed", "failed"], "newest first");
    });
}

#[test]
fn a_link_passed_on_takes_nothing_that_its_reader_had() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        use_up(&town, "/sign-up", "eve@post.example").await;
        let mut ann = town.browser();
        ann.post("/sign-in", &[("address", "ann@post.example")]).await;
        let before = ann.who("/").await.visitor;
        let page = ann.get(&link_to(&town, "eve@post.example").await).await;
        let pressed = [("token", page.field("token")), ("page", page.field("page"))];
        let pressed: Vec<(&str, &str)> = pressed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ann.post("/sign-in/link", &pressed).await.status, 303);
        let after = ann.who("/").await.visitor;
        assert!(
            before.is_some() && after.is_some() && before != after,
            "what she sent without an account stays behind"
        );
    });
}

#[test]
fn the_link_makes_an_account_where_there_is_none_and_ends_after_an_hour() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        use_up(&town, "/sign-up", "eve@post.example").await;
        let mut own = town.browser();
        let page = own.get(&link_to(&town, "eve@post.example").await).await;
        let pressed = [("token", page.field("token")), ("page", page.field("page"))];
        let pressed: Vec<(&str, &str)> = pressed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let first = own.post("/sign-in/link", &pressed).await;
        let second = own.post("/sign-in/link", &pressed).await;
        let page = own.get(&second.location).await;
        assert!(first.location.starts_with("/sign-up/details") && page.body.contains("eve@post.example"));
        let typed = [("challenge", page.field("challenge")), ("up", "true".into()), ("name", "Eve Testwell".into())];
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(own.post("/sign-up/details", &typed).await.location, "/account");
        use_up(&town, "/sign-in", "eve@post.example").await;
        let link = link_to(&town, "eve@post.example").await;
        town.app.clock.advance(HOUR);
        let mut own = town.browser();
        let over = own.get(&link).await;
        assert_eq!((over.status, over.body.contains("no longer good")), (404, true));
        assert_eq!(own.get("/sign-in/link?token=made-up").await.status, 404);
        assert_eq!(own.get("/sign-in/link").await.status, 404);
    });
}

#[test]
fn guessing_slows_down_over_all_challenges_and_the_right_code_still_opens() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut own = sign_up(&town, "ada@post.example", None).await;
        own.post("/sign-out", &[]).await;
        let to = "ada@post.example";
        let mut wrong_tries = 0;
        while wrong_tries < 30 {
            let challenge = ask(&town, Purpose::Track, town.app.id(), to, None).await.unwrap();
            let (_, wrong) = code_of(&town).await;
            for _ in 0..TRIES {
                guess(&town, Purpose::Track, challenge, &wrong).await;
                wrong_tries += 1;
            }
        }
        let challenge = ask(&town, Purpose::Track, town.app.id(), to, None).await.unwrap();
        let (code, wrong) = code_of(&town).await;
        assert_eq!(guess(&town, Purpose::Track, challenge, &wrong).await, Checked::Over, "one try now");
        assert_eq!(guess(&town, Purpose::Track, challenge, &code).await, Checked::Over);
        let challenge = ask(&town, Purpose::Track, town.app.id(), to, None).await.unwrap();
        let (code, _) = code_of(&town).await;
        assert!(matches!(guess(&town, Purpose::Track, challenge, &code).await, Checked::Right(_)));
        // On a device of hers a mistake is a mistake.
        let asked = own.post("/sign-in", &[("address", to)]).await;
        let challenge = own.get(&asked.location).await.field("challenge");
        let (code, wrong) = code_of(&town).await;
        let said = own.post("/sign-in/code", &[("challenge", &challenge), ("code", &wrong)]).await;
        assert!(said.body.contains("4 more times"), "{}", said.body);
        let done = own.post("/sign-in/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(done.location, "/account");
        town.app.clock.advance(DAY);
        let challenge = ask(&town, Purpose::Track, town.app.id(), to, None).await.unwrap();
        let (_, wrong) = code_of(&town).await;
        assert_eq!(guess(&town, Purpose::Track, challenge, &wrong).await, Checked::Wrong { left: 4 });
    });
}

#[test]
fn where_nobody_carries_texts_no_code_goes_to_a_phone() {
    each_database(repository_migrations(), async |db| {
        let town = Town::without_texts(db);
        for path in ["/sign-in", "/sign-up"] {
            let said = town.browser().post(path, &[("address", "07700 900123")]).await;
            assert_eq!((said.status, said.body.contains("We cannot send text messages yet")), (422, true));
            assert!(said.body.contains("01632 960100"), "they can ring");
        }
        let mut own = sign_up(&town, "ada@post.example", None).await;
        let before = texts(&town).await.len();
        let said = own.post("/account/details/phone", &[("phone", "07700 900123")]).await;
        assert_eq!((said.status, said.body.contains("We cannot send text messages yet")), (422, true));
        let kept = own.post("/account/details/phone", &[("phone", "01632 960123")]).await;
        assert_eq!(kept.status, 303, "a landline is kept for calls");
        assert_eq!(texts(&town).await.len(), before);
    });
}

#[test]
fn another_language_is_chosen_without_losing_the_place() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut browser = town.browser();
        let asked = browser.post("/sign-up", &[("address", "ada@post.example"), ("next", "/cases/ABC")]).await;
        let page = browser.get(&asked.location).await;
        let challenge = page.field("challenge");
        let here = |page: &str, path: &str| page.contains(&format!("/language/cy?to={path}"));
        let path = format!("%2Fsign-up%2Fcode%3Fchallenge%3D{challenge}%26next%3D%2Fcases%2FABC");
        assert!(here(&page.body, &path), "{}", page.body);
        let (code, _) = code_of(&town).await;
        let typed = [("challenge", challenge.as_str()), ("code", code.as_str()), ("next", "/cases/ABC")];
        let on = browser.post("/sign-up/code", &typed).await;
        let page = browser.get(&on.location).await;
        let path = format!("%2Fsign-up%2Fdetails%3Fchallenge%3D{challenge}%26next%3D%2Fcases%2FABC%26up%3Dtrue");
        assert!(here(&page.body, &path), "{}", page.body);
    });
}
