//! What people need: told once, by themselves or with a member of staff, obeyed by every message, and theirs to change.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod people;

use kit::clock::{DAY, SECOND};
use kit::facts::Subject;
use kit::outbox::{self, Channel, Kept};
use kit::personal::{Held, Part, Reader};
use kit::testing::{Browser, TestDb, each_database, repository_migrations};
use kit::who::Who;
use kit::{Id, Lang, params};
use people::{TESS, Town, desk, happened, send, sign_up, town};
use residents::needs::{self, Ask, Passport, Report};
use residents::{Address, By, Contact, Household, Message, To, Told, store};

kit::sql!(MOVE_IN, "UPDATE residents SET household = $2 WHERE id = $1");

const OWN: &str = "/account/details/needs";

/// Somebody with an account and a home, and their browser.
async fn ada(db: &TestDb) -> (Town, Browser, Id) {
    let town = town(db);
    let browser = sign_up(&town, "ada@post.example", None).await;
    let mut tx = db.begin().await.unwrap();
    let found = store::by_address(&mut tx, &Address::read("ada@post.example").unwrap()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    (town, browser, found.id)
}

async fn save(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> kit::testing::Answer {
    let revision = browser.get(path).await.field("revision");
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("revision", revision.as_str())]).collect();
    browser.post(path, &fields).await
}

async fn passport(town: &Town, id: Id) -> Passport {
    needs::of(&mut town.app.db.read().await.unwrap(), id).await.unwrap()
}

/// Tells them what became of a case, and gives what was sent of it.
async fn told(town: &Town, id: Id) -> (Told, Vec<Kept>) {
    town.app.clock.advance(SECOND);
    let before = town.app.now();
    let mut tx = town.app.db.begin().await.unwrap();
    let message = Message {
        key: "residents-told-password",
        values: vec![("when", "now".into())],
        about: vec![Subject::new("case", Id([5; 16]))],
        link: Some("/cases/ABC".into()),
        ..Message::default()
    };
    let told = residents::tell(&mut tx, &town.app, To::Resident(id), message).await.unwrap();
    tx.commit().await.unwrap();
    let all = outbox::recent(&mut town.app.db.read().await.unwrap(), None, 20).await.unwrap();
    let mut sent: Vec<Kept> = all.into_iter().filter(|kept| kept.made_at >= before).collect();
    sent.sort_by(|one, other| other.to.cmp(&one.to));
    (told, sent)
}

#[test]
fn somebody_says_what_they_need_once_and_sees_and_changes_all_of_it() {
    each_database(repository_migrations(), async |db| {
        let (town, mut ada, id) = ada(db).await;
        let fields = [("barrier", "health"), ("help", "large-print"), ("calls", "14"), ("interpreter", "pl")];
        let refused = save(&mut ada, OWN, &fields).await;
        assert!(refused.status == 422 && refused.body.contains("Tick the box if you agree"), "{}", refused.body);
        assert!(refused.body.contains("value=\"14\" selected"), "what was chosen is kept: {}", refused.body);
        assert_eq!(passport(&town, id).await, Passport::default(), "nothing is kept without their consent");
        let agreed = [&fields[..], &[("agree", "yes")]].concat();
        assert_eq!(save(&mut ada, OWN, &agreed).await.location, "/account/details?done=needs");
        let page = ada.get(OWN).await.body;
        for words in [
            "Letters in large print",
            "Telephone calls only after 14:00",
            "An interpreter: Polski (Polish)",
            "A disability or my health makes it hard",
            "You told us on",
            "Because of this rule: You asked for an interpreter.",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let now = passport(&town, id).await;
        assert_eq!((now.rule.as_str(), now.criteria, now.revision), ("asked-for-an-interpreter", 1, 1));
        assert!(now.answers.iter().all(|one| !one.by_staff && one.giver == id));
        let facts = happened(&town, id).await;
        let (kind, body) = &facts[0];
        assert_eq!(kind, "resident.needs-changed");
        assert!(body.contains("+ Letters in large print") && body.contains("You asked for an interpreter"), "{body}");
        // Another window still shows what was there before; what else it refuses makes it no newer.
        let wrong = ada.post(OWN, &[("revision", "0"), ("calls", "never")]).await;
        assert_eq!((wrong.status, wrong.field("revision").as_str()), (422, "0"));
        let stale = ada.post(OWN, &[("revision", "0"), ("calls", "never"), ("agree", "yes")]).await;
        assert!(stale.status == 422 && stale.body.contains("since you opened the page"), "{}", stale.body);
        assert_eq!(stale.field("revision"), "1", "now it shows what stands");
        assert_eq!(save(&mut ada, OWN, &[]).await.location, "/account/details?done=needs", "and takes it all back");
        let now = passport(&town, id).await;
        assert!(now.answers.is_empty() && now.rule.is_empty() && now.agreed.is_empty(), "{now:?}");
        assert!(happened(&town, id).await[0].1.contains("− An interpreter: Polski (Polish)"));
    });
}

#[test]
fn what_cannot_be_done_is_said_beside_its_question() {
    each_database(repository_migrations(), async |db| {
        let (town, mut ada, id) = ada(db).await;
        for (name, value, said) in [
            ("barrier", "laziness", "Choose from the answers there are"),
            ("help", "no-calls", "Choose from the answers there are"),
            ("calls", "3", "Choose from the answers there are"),
            ("interpreter", "xx", "Choose from the answers there are"),
            ("channel", "text", "We have no mobile number for you"),
            ("channel", "phone", "We have no telephone number for you"),
            ("write-to", "The Refuge, Eastmere", "the last one a postcode"),
            ("copy-name", "Bo", "Write the email address"),
            ("copy-email", "bo@b.example", "Write the name"),
        ] {
            let answer = save(&mut ada, OWN, &[(name, value), ("agree", "yes")]).await;
            assert!(answer.status == 422 && answer.body.contains(said), "{name} {value}: {}", answer.body);
        }
        let both = [("calls", "never"), ("channel", "phone"), ("agree", "yes")];
        assert!(save(&mut ada, OWN, &both).await.body.contains("You also said never to ring you"));
        assert_eq!(passport(&town, id).await.revision, 0);
    });
}

#[test]
fn every_message_goes_in_the_way_they_asked_for_or_somebody_has_to_ring_or_write() {
    each_database(repository_migrations(), async |db| {
        let (town, mut ada, id) = ada(db).await;
        let (way, sent) = told(&town, id).await;
        assert_eq!((way, sent.len()), (Told::By(Channel::Email), 1), "before they said anything");
        let copy = [("copy-name", "Bo Sample"), ("copy-email", "bo@b.example"), ("agree", "yes")];
        save(&mut ada, OWN, &copy).await;
        let (_, sent) = told(&town, id).await;
        let to: Vec<&str> = sent.iter().map(|kept| kept.to.as_str()).collect();
        assert_eq!(to, ["bo@b.example", "ada@post.example"]);
        assert!(sent[0].text.starts_with("Dear Bo Sample,\n\nThis is a copy of what we told Ada Testwell"), "{sent:?}");
        assert!(!sent[0].text.contains("/cases/") && sent[1].text.contains("/cases/"), "the way in is theirs alone");
        let letters = [("channel", "letter"), ("help", "large-print"), ("agree", "yes")];
        save(&mut ada, OWN, &letters).await;
        assert_eq!(told(&town, id).await.0, Told::NoWay, "nobody knows where they live");
        let mut tx = town.app.db.begin().await.unwrap();
        let home = Household {
            id: town.app.id(),
            line1: "12".into(),
            street: "Mill Road".into(),
            town: "Eastmere".into(),
            postcode: "CB1 1AA".into(),
            ward: "W1".into(),
            lat: None,
            lon: None,
        };
        store::insert_household(&mut tx, &home).await.unwrap();
        tx.exec(&MOVE_IN, params![id, home.id]).await.unwrap();
        tx.commit().await.unwrap();
        let (way, sent) = told(&town, id).await;
        assert_eq!((way, sent[0].large), (Told::By(Channel::Letter), true));
        assert_eq!(sent[0].to, "Ada Testwell\n12 Mill Road\nEastmere\nCB1 1AA");
        let mut tess = desk(&town, TESS).await;
        let record = format!("/desk/residents/{id}");
        send(&mut tess, &format!("{record}/open"), &[("purpose", "work"), ("reason", "Safety plan")]).await;
        let safe = [("kind", "guarded"), ("reason", "Moved away from somebody")];
        send(&mut tess, &format!("{record}/marker"), &safe).await;
        assert_eq!(told(&town, id).await.0, Told::NoWay, "a safe address goes to no provider");
        let elsewhere = [&letters[..], &[("write-to", "The Refuge\r\nPO Box 9\r\nCB1 1AB")]].concat();
        save(&mut ada, OWN, &elsewhere).await;
        assert_eq!(told(&town, id).await.1[0].to, "Ada Testwell\nThe Refuge\nPO Box 9\nCB1 1AB");
        let died = [("kind", "deceased"), ("reason", "Daughter rang, certificate seen")];
        send(&mut tess, &format!("{record}/marker"), &died).await;
        assert_eq!(told(&town, id).await.0, Told::NoWay);
    });
}

#[test]
fn an_address_given_for_one_matter_is_used_only_in_the_way_they_asked_for() {
    each_database(repository_migrations(), async |db| {
        let (town, _, id) = ada(db).await;
        let (mail, mobile, safe) = (Some("matter@a.example"), Some("07700 900456"), "PO Box 9\nCB1 1AB");
        type Row<'a> = (&'a [(&'a str, &'a str)], By, Option<&'a str>, Option<&'a str>, Option<&'a str>);
        let table: &[Row<'_>] = &[
            (&[], By::Address, mail, mobile, mail),
            (&[], By::Hand, mail, mobile, None),
            (&[("large-print", "")], By::Address, mail, None, mail),
            (&[("channel", "email")], By::Address, mail, mobile, mail),
            (&[("channel", "email")], By::Address, None, mobile, Some("ada@post.example")),
            (&[("channel", "text")], By::Address, mail, mobile, Some("+447700900456")),
            (&[("channel", "text")], By::Address, mail, None, None),
            (&[("channel", "phone")], By::Address, mail, mobile, None),
            (&[("channel", "letter")], By::Address, mail, mobile, None),
            (&[("channel", "letter"), ("write-to", safe)], By::Address, mail, mobile, Some("Al\nPO Box 9\nCB1 1AB")),
            (&[("channel", "letter"), ("write-to", safe)], By::Hand, mail, mobile, None),
        ];
        for (asks, by, email, phone, wanted) in table {
            let asks: Vec<needs::Given> =
                asks.iter().map(|(ask, value)| (false, (*ask).to_owned(), (*value).to_owned())).collect();
            let own = |text: &Option<&str>| text.map(str::to_owned);
            let contact = Contact { by: *by, name: "Al".into(), email: own(email), phone: own(phone), lang: Lang::EN };
            town.app.clock.advance(SECOND);
            let mut tx = town.app.db.begin().await.unwrap();
            needs::save(&mut tx, &town.app, &Who::system(), id, &asks, "phone").await.unwrap();
            let message = || Message { key: "residents-told-password", ..Message::default() };
            let told = residents::tell(&mut tx, &town.app, To::ResidentAt(id, &contact), message()).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(told != Told::NoWay, wanted.is_some(), "{asks:?} {email:?} {phone:?}");
            let Some(wanted) = wanted else { continue };
            let all = outbox::recent(&mut town.app.db.read().await.unwrap(), None, 1).await.unwrap();
            assert_eq!(all[0].to, *wanted, "{asks:?} {email:?} {phone:?}");
        }
    });
}

#[test]
fn staff_write_it_down_with_consent_and_each_answer_keeps_who_gave_it() {
    each_database(repository_migrations(), async |db| {
        let (town, mut ada, id) = ada(db).await;
        save(&mut ada, OWN, &[("barrier", "skills"), ("agree", "yes")]).await;
        let mut tess = desk(&town, TESS).await;
        let (record, path) = (format!("/desk/residents/{id}"), format!("/desk/residents/{id}/needs"));
        assert_eq!(tess.get(&path).await.location, format!("{record}/open"), "the record is closed");
        send(&mut tess, &format!("{record}/open"), &[("purpose", "work"), ("reason", "On the phone")]).await;
        let fields = [("barrier", "skills"), ("calls", "never")];
        let refused = save(&mut tess, &path, &fields).await;
        assert!(refused.status == 422 && refused.body.contains("Say how they agreed"), "{}", refused.body);
        let agreed = [&fields[..], &[("agreed", "phone")]].concat();
        let wrong = tess.post(&path, &[&fields[..], &[("revision", "0")]].concat()).await;
        assert_eq!((wrong.status, wrong.field("revision").as_str()), (422, "0"), "it is as old as it was");
        let stale = tess.post(&path, &[&agreed[..], &[("revision", "0")]].concat()).await;
        assert_eq!((stale.status, stale.field("revision").as_str()), (422, "1"), "{}", stale.body);
        assert_eq!(save(&mut tess, &path, &agreed).await.location, record);
        let now = passport(&town, id).await;
        let by: Vec<(&str, bool, Id)> =
            now.answers.iter().map(|one| (one.code.as_str(), one.by_staff, one.giver)).collect();
        assert_eq!(by, [("no-calls", true, TESS), ("skills", false, id)]);
        assert_eq!(now.agreed, "phone");
        // Nobody was checked: what somebody says on the telephone leads no letter of hers elsewhere, nor a copy to anybody.
        for away in [
            [("write-to", "1 Elsewhere Road\r\nCB1 1AB")].as_slice(),
            &[("copy-name", "Rex"), ("copy-email", "rex@a.example")],
        ] {
            let said = [&agreed[..], away].concat();
            let refused = save(&mut tess, &path, &said).await;
            assert!(refused.status == 422 && refused.body.contains("Nobody was checked"), "{}", refused.body);
        }
        assert_eq!(passport(&town, id).await.answers.len(), 2);
        let written = [&fields[..], &[("agreed", "writing"), ("write-to", "1 Elsewhere Road\r\nCB1 1AB")]].concat();
        assert_eq!(save(&mut tess, &path, &written).await.location, record);
        // Nor back to where somebody may wait for them.
        assert_eq!(save(&mut tess, &path, &agreed).await.status, 422);
        let theirs = ada.get(OWN).await.body;
        assert!(theirs.contains("One of our staff wrote it down for you on"), "{theirs}");
        // Born long enough ago, one thing is enough to be offered more help.
        assert_eq!(now.rule, "");
        let born = [("born-day", "2"), ("born-month", "3"), ("born-year", "1940")];
        tess.post(&format!("{record}/born"), &born).await;
        assert_eq!(passport(&town, id).await.rule, "seventy-five-and-unsure");
    });
}

#[test]
fn who_was_decided_about_long_ago_is_decided_about_again() {
    each_database(repository_migrations(), async |db| {
        let (town, mut ada, id) = ada(db).await;
        save(&mut ada, OWN, &[("barrier", "skills"), ("agree", "yes")]).await;
        town.app.clock.advance(6 * DAY);
        assert_eq!(needs::some_again(&town.app).await.unwrap(), 0, "not yet");
        let mut tx = db.begin().await.unwrap();
        store::record::set_particulars(&mut tx, id, Some("1940-03-02"), false).await.unwrap();
        tx.commit().await.unwrap();
        town.app.clock.advance(2 * DAY);
        assert_eq!(needs::some_again(&town.app).await.unwrap(), 1);
        assert_eq!(needs::some_again(&town.app).await.unwrap(), 0, "once");
        let now = passport(&town, id).await;
        assert_eq!((now.rule.as_str(), now.decided), ("seventy-five-and-unsure", town.app.now()));
        assert_eq!(happened(&town, id).await[0].0, "resident.needs-decided");
    });
}

#[test]
fn what_was_not_kept_to_is_listed_counted_told_to_them_and_nameless_once_they_are_erased() {
    each_database(repository_migrations(), async |db| {
        let (town, mut ada, id) = ada(db).await;
        save(&mut ada, OWN, &[("barrier", "health"), ("calls", "never"), ("agree", "yes")]).await;
        let mut tess = desk(&town, TESS).await;
        let who = Who {
            person: kit::who::Person::Staff(kit::who::Staff {
                id: TESS,
                name: String::new(),
                roles: Vec::new(),
                teams: Vec::new(),
            }),
            ..Who::anyone(Lang::EN)
        };
        let mut tx = town.app.db.begin().await.unwrap();
        let broken = Report { resident: id, asks: &[Ask::NoCalls], how: "rung", reason: "Gas leak", case: None };
        needs::report(&mut tx, &town.app, &who, broken).await.unwrap();
        tx.commit().await.unwrap();
        let list = tess.get("/desk/adjustments").await.body;
        for words in ["Ada Testwell", "Gas leak", "No telephone calls", "Rung", "Tess Sample"] {
            assert!(list.contains(words), "{words}: {list}");
        }
        let counted = |page: &str, words: &str| {
            let rest = page.rsplit_once(&format!("{words}</dt><dd class=\"govuk-summary-list__value\">")).unwrap().1;
            rest.split('<').next().unwrap().to_owned()
        };
        assert_eq!(counted(&list, "A disability or my health makes it hard"), "1");
        assert_eq!(counted(&list, "No telephone calls"), "1");
        assert_eq!(counted(&list, "Letters in large print"), "0");
        let held = async || {
            let mut read = town.app.db.read().await.unwrap();
            residents::personal_record::personal_data(&mut read, &town.app, id, Reader::Themselves, Lang::EN)
                .await
                .unwrap()
        };
        let texts = |parts: &[Part], table: &str| -> Vec<String> {
            let rows = parts.iter().filter(|part| part.table == table).flat_map(|part| &part.rows);
            let text = |held: &Held| match held {
                Held::Text(text) | Held::Word(text, _) => Some(text.clone()),
                _ => None,
            };
            rows.flat_map(|row| row.0.iter().filter_map(|(_, held)| text(held))).collect()
        };
        let parts = held().await;
        assert_eq!(texts(&parts, "residents_breaches"), ["no-calls", "Gas leak"]);
        assert_eq!(texts(&parts, "residents_needs"), ["no-calls", "A disability or my health makes it hard"]);
        assert_eq!(texts(&parts, "residents_passports"), ["Your health, a disability, or reading makes it hard"]);
        let mut tx = town.app.db.begin().await.unwrap();
        residents::personal::erase(&mut tx, &town.app, &Who::system(), id).await.unwrap();
        tx.commit().await.unwrap();
        let parts = held().await;
        for table in ["residents_breaches", "residents_needs", "residents_passports"] {
            assert!(texts(&parts, table).is_empty(), "{table}");
        }
        let list = tess.get("/desk/adjustments").await.body;
        assert!(list.contains("Somebody who was erased") && !list.contains("Gas leak") && !list.contains("Ada"));
        assert!(happened(&town, id).await.iter().all(|(_, body)| !body.contains("Gas")), "nor in the journal");
    });
}

#[test]
fn everybody_can_read_who_is_offered_more_help() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let page = town.browser().get("/more-help").await;
        assert_eq!(page.status, 200);
        for words in
            ["You are 75 or over and something makes it hard", "This is edition 1", "To be told things in one way only"]
        {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
    });
}
