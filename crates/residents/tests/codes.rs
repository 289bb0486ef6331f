//! The limits on one-time codes, tried as strangers try them, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod people;

use kit::attempts::CODES_SENT;
use kit::clock::{DAY, HOUR};
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
    let ask = Ask { purpose, subject, visitor, device, address: &address, deliver: true, lang: Lang::EN };
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
        for (to, purpose) in [("eve@post.example", Purpose::Track), ("ada@post.example", Purpose::Resume)] {
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
        town.app.clock.advance(HOUR);
        assert!(ask(&town, Purpose::Resume, new, to, None).await.is_ok(), "and with a new one after an hour");
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
