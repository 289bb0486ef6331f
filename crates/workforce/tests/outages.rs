//! Whoever cannot work says so with one press; the minutes lost are those that were told, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod office;

use kit::clock::{DAY, HOUR, MINUTE};
use kit::facts::Subject;
use kit::testing::{Answer, Browser, each_database, repository_migrations};
use kit::who::Role;
use kit::{Id, facts};
use office::Office;

/// Somebody of these teams, signed in, with what they sign in by.
async fn works(office: &Office, name: &str, role: Role, teams: &[&str]) -> (Browser, String, String) {
    let email = format!("{}@work.example", name.to_lowercase());
    let added = office.add(name, &email, &[role], teams).await;
    let key = office.set_up(&added.link).await;
    (office.sign_in(&email, &key).await, email, key)
}

async fn offices(db: &kit::testing::TestDb) -> Office {
    let office = Office::new(db, false);
    office.team("streets", "Street care").await;
    office.team("waste", "Waste").await;
    office
}

/// Presses "I cannot work" on this page. Gives the address of the report.
async fn press(browser: &mut Browser, page: &str) -> String {
    let shown = browser.get(page).await;
    assert!(shown.body.contains("I cannot work"), "{}", shown.body);
    let key = shown.field("key");
    let fields = [("key", key.as_str()), ("kind", "system"), ("page", page)];
    let done = browser.post("/desk/outages", &fields).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let again = browser.post("/desk/outages", &fields).await;
    assert_eq!(again.location, done.location, "sent twice it is one");
    done.location
}

/// How often this is on record about a report.
async fn happened(office: &Office, path: &str, kind: &str) -> usize {
    let id: Id = path.rsplit('/').next().unwrap().parse().unwrap();
    let mut read = office.app.db.read().await.unwrap();
    let about = Subject::new("outage", id);
    let all = facts::timeline(&mut read, std::slice::from_ref(&about), None, 50).await.unwrap();
    all.iter().filter(|fact| fact.kind == kind).count()
}

fn says(answer: &Answer, words: &[&str]) {
    for words in words {
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    }
}

fn is_silent_about(answer: &Answer, words: &[&str]) {
    for words in words {
        assert!(!answer.body.contains(words), "{words}: {}", answer.body);
    }
}

#[test]
fn one_press_says_it_one_press_ends_it_and_the_minutes_are_counted_once() {
    each_database(repository_migrations(), async |db| {
        let office = offices(db).await;
        let (mut tess, ..) = works(&office, "Tess", Role::TeamMember, &["streets", "waste"]).await;
        let (mut lee, ..) = works(&office, "Lee", Role::TeamLeader, &["streets"]).await;
        says(&lee.get("/desk/outages").await, &["Nobody has said", "Nothing was reported in these weeks"]);
        let path = press(&mut tess, "/desk/account").await;
        assert_eq!(press(&mut tess, "/desk/account").await, path, "whoever is out is not out twice");
        let now = lee.get("/desk/outages").await;
        says(&now, &["Tess", "Street care", "The system is down or too slow", "Reports: 1. Minutes lost: 0."]);
        office.app.clock.advance(25 * MINUTE);
        let ended = tess.post(&format!("{path}/end"), &[]).await;
        assert_eq!(ended.location, format!("{path}?done=ended"));
        office.app.clock.advance(HOUR);
        tess.post(&format!("{path}/end"), &[]).await;
        let one = tess.get(&path).await;
        says(&one, &["25 minutes", "/desk/account"]);
        assert_eq!(
            (happened(&office, &path, "outage.reported").await, happened(&office, &path, "outage.ended").await),
            (1, 1)
        );
        let after = lee.get("/desk/outages").await;
        says(&after, &["Nobody has said", "Reports: 1. Minutes lost: 25.", "Street care"]);
        is_silent_about(&after, &["Reports: 2"]);
    });
}

#[test]
fn whoever_forgets_has_no_minutes_guessed_and_may_tell_them_on_the_same_day() {
    each_database(repository_migrations(), async |db| {
        let office = offices(db).await;
        let (mut tess, email, key) = works(&office, "Tess", Role::TeamMember, &["streets"]).await;
        let path = press(&mut tess, "/desk/account").await;
        office.app.clock.advance(20 * MINUTE);
        let mut elsewhere = office.browser();
        office.sign_in_with(&mut elsewhere, &email, &key).await;
        let one = tess.get(&path).await;
        says(&one, &["End not told", "When could you work again?"]);
        is_silent_about(&one, &["20 minutes", "21 minutes"]);
        let from = one.body.split("From ").nth(1).unwrap().get(..5).unwrap().to_owned();
        for (typed, words) in
            [("", "Type a time of today"), ("25:00", "Type a time of today"), (from.as_str(), "after it began")]
        {
            let said = tess.post(&format!("{path}/end"), &[("until", typed)]).await;
            assert!(said.status == 422 && said.body.contains(words), "{typed}: {}", said.body);
        }
        let then = kit::Lang::EN.time(office.app.now() - 5 * MINUTE);
        let said = tess.post(&format!("{path}/end"), &[("until", &then)]).await;
        assert_eq!(said.status, 303, "{}", said.body);
        says(&tess.get(&path).await, &["told afterwards"]);
        // Nobody signs in again: longer than any shift is no shift.
        let second = press(&mut tess, "/desk/account").await;
        office.app.clock.advance(13 * HOUR);
        let mut tx = office.app.db.begin().await.unwrap();
        assert_eq!(workforce::outages::sweep(&mut tx, &office.app).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(happened(&office, &second, "outage.ended").await, 1);
    });
}

#[test]
fn what_could_not_be_pressed_is_noted_with_times_of_the_day_and_counted_once() {
    each_database(repository_migrations(), async |db| {
        let office = offices(db).await;
        let (mut tess, ..) = works(&office, "Tess", Role::Officer, &[]).await;
        let (_, mut admin) = office.administrator().await;
        let time = |before| kit::Lang::EN.time(office.app.now() - before);
        let (from, until, later) = (time(3 * MINUTE), time(MINUTE), time(-5 * MINUTE));
        let page = tess.get("/desk/outages/new").await;
        let key = page.field("key");
        let good =
            [("key", key.as_str()), ("kind", "device"), ("from", &from), ("until", &until), ("words", "Power cut")];
        let wrong = [
            ("kind", "", "Choose what it is"),
            ("kind", "weather", "Choose what it is"),
            ("from", "soon", "Type a time of today"),
            ("until", &later, "still to come"),
            ("until", &from, "after it began"),
        ];
        for (field, typed, words) in wrong {
            let fields: Vec<_> =
                good.iter().map(|(name, value)| (*name, if *name == field { typed } else { *value })).collect();
            let said = tess.post("/desk/outages/new", &fields).await;
            assert!(said.status == 422 && said.body.contains(words), "{field} {typed}: {}", said.body);
            assert!(said.body.contains("Power cut"), "what was typed stays");
        }
        let first = tess.post("/desk/outages/new", &good).await;
        assert_eq!(first.status, 303, "{}", first.body);
        let again = tess.post("/desk/outages/new", &good).await;
        assert_eq!((again.status, again.location), (303, first.location), "sent twice it is one");
        let key = tess.get("/desk/outages/new").await.field("key");
        let fields: Vec<_> =
            good.iter().map(|(name, value)| (*name, if *name == "key" { key.as_str() } else { *value })).collect();
        let twice = tess.post("/desk/outages/new", &fields).await;
        assert!(twice.status == 422 && twice.body.contains("reported part of this time already"), "{}", twice.body);
        let all = admin.get("/desk/outages").await;
        says(&all, &["Reports: 1. Minutes lost: 2.", "In no team", "A device is broken", "Power cut"]);
    });
}

#[test]
fn who_leads_them_says_what_was_done_and_nobody_else_reads_or_ends_it() {
    each_database(repository_migrations(), async |db| {
        let office = offices(db).await;
        let (mut tess, ..) = works(&office, "Tess", Role::TeamMember, &["streets"]).await;
        let (mut lee, ..) = works(&office, "Lee", Role::TeamLeader, &["streets"]).await;
        let (mut wes, ..) = works(&office, "Wes", Role::TeamLeader, &["waste"]).await;
        let (mut olu, ..) = works(&office, "Olu", Role::Officer, &["streets"]).await;
        let path = press(&mut tess, "/desk/account").await;
        let revision = tess.get(&path).await.field("revision");
        let said = [("revision", revision.as_str()), ("kind", "access"), ("words", "The housing register")];
        assert_eq!(tess.post(&path, &said).await.status, 303);
        for other in [&mut wes, &mut olu] {
            assert_eq!(other.get(&path).await.status, 404);
            assert_eq!(other.post(&format!("{path}/end"), &[]).await.status, 404);
            assert_eq!(other.post(&format!("{path}/done"), &[("done", "x")]).await.status, 404);
            is_silent_about(&other.get("/desk/outages").await, &["Tess", "housing register"]);
        }
        assert_eq!(lee.post(&path, &said).await.status, 404, "only they say what it is");
        assert_eq!(lee.post(&format!("{path}/end"), &[]).await.status, 404, "only they say that they can work again");
        let shown = lee.get(&path).await;
        says(&shown, &["The housing register", "Access to something is missing"]);
        let done = format!("{path}/done");
        let fresh = shown.field("revision");
        let old = lee.post(&done, &[("revision", &revision), ("done", "Access given")]).await;
        assert!(old.status == 422 && old.body.contains("Somebody changed this"), "{}", old.body);
        let empty = lee.post(&done, &[("revision", &fresh), ("done", " ")]).await;
        assert!(empty.status == 422 && empty.body.contains("Write in a few words"), "{}", empty.body);
        let given = [("revision", fresh.as_str()), ("done", "Access given")];
        assert_eq!(lee.post(&done, &given).await.status, 303);
        assert_eq!(lee.post(&done, &given).await.status, 303, "sent twice it is done once");
        assert_eq!(happened(&office, &path, "outage.dealt").await, 1);
        says(&tess.get(&path).await, &["Access given", "Lee"]);
        assert_eq!(tess.post(&done, &given).await.status, 403);
    });
}

#[test]
fn a_report_is_forgotten_with_its_words_after_its_time() {
    each_database(repository_migrations(), async |db| {
        let office = offices(db).await;
        let (mut tess, ..) = works(&office, "Tess", Role::TeamMember, &["streets", "waste"]).await;
        let path = press(&mut tess, "/desk/account").await;
        tess.post(&format!("{path}/end"), &[]).await;
        for (days, left) in [(399, true), (2, false)] {
            office.app.clock.advance(days * DAY);
            let mut tx = office.app.db.begin().await.unwrap();
            workforce::outages::sweep(&mut tx, &office.app).await.unwrap();
            let id = path.rsplit('/').next().unwrap().parse().unwrap();
            assert_eq!(workforce::store::outages::by_id(&mut tx, id).await.unwrap().is_some(), left);
            tx.commit().await.unwrap();
        }
    });
}
