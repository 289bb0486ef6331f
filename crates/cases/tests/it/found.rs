//! Reporters without an account, and vehicles, in the one box.

use crate::own::account;
use crate::town::{Town, browser, in_town};
use cases::{Contact, Given, Opening};
use kit::clock::DAY;
use kit::facts::{Keeper, SealKey, follow_once};
use kit::id::Entropy;
use kit::who::{Role, Who};
use kit::{Id, Lang};
use residents::find::Fit;

kit::sql!(LEFT, "SELECT CAST(count(*) AS BIGINT) FROM cases_found WHERE person > $1");
kit::sql!(WORDS_LEFT, "SELECT CAST(count(*) AS BIGINT) FROM cases_words WHERE gram > $1");

fn left(name: &str, email: &str, phone: &str) -> Option<Contact> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Some(Contact {
        by: residents::By::Address,
        name: name.into(),
        email: some(email),
        phone: some(phone),
        lang: Lang::EN,
    })
}

/// Lets the listener and the job do their work.
async fn settle(town: &Town) {
    let folder = tempfile::tempdir().unwrap();
    let key = SealKey::open_or_make(&folder.path().join("seal.key"), &Entropy::seeded(3)).unwrap();
    Keeper::start(&town.app, key, Vec::new(), None).stop().await;
    let listener = cases::listeners().into_iter().find(|listener| listener.name == "cases.found").unwrap();
    while follow_once(&town.app, &listener, 7).await.unwrap() > 0 {}
    while cases::found::write_some(&town.app, 3).await.unwrap() > 0 {}
}

async fn names(town: &Town, who: &Who, typed: &str) -> Vec<(String, usize)> {
    let mut read = town.app.db.read().await.unwrap();
    let found = cases::found::find(&mut read, &town.app, who, typed).await.unwrap();
    found.strangers.into_iter().map(|one| (one.name, one.reports.len())).collect()
}

async fn count(town: &Town, sql: &'static kit::db::Sql, after: kit::db::Value) -> i64 {
    town.app.db.read().await.unwrap().one(sql, &[after]).await.unwrap().get(0).unwrap()
}

fn of_vehicle(town: &Town, north: f64, plate: &str) -> Opening {
    let mut opening = town.pothole(north, left("Val Fixture", "", ""));
    opening.kind = "vehicle".into();
    let value = serde_json::to_value(services::Answer::Text(plate.into())).unwrap();
    opening.answers.push(Given { question: "plate".into(), value, by: "resident".into() });
    opening
}

#[test]
fn who_left_a_name_a_number_or_an_email_is_found_by_it_and_gives_their_cases() {
    in_town(async |town| {
        let officer = town.staff("Olu Officer", Role::Officer, &["waste"]).await;
        let open =
            async |north: f64, contact: Option<Contact>| town.open(&browser(9), town.pothole(north, contact)).await;
        open(0.0, left("Margaret Testbrook", "peg@post.example", "07700 900123")).await;
        open(1000.0, left("margaret testbrook", "Peg@post.example", "07700900123")).await;
        open(2000.0, left("Bill Mockwell", "", "01632 960456")).await;
        // Who joined what was reported before is found too, by the case they joined.
        assert!(open(2005.0, left("Siân Draftley", "sian@post.example", "")).await.joined);
        open(3000.0, left("", "nobody@post.example", "")).await;
        assert_eq!(names(&town, &officer, "testbrook").await, [], "the job has not come yet");
        settle(&town).await;
        let twice = [("margaret testbrook".to_owned(), 2)];
        for typed in [
            "testbrook",
            "Testbrok",
            "peggy testbrook",
            "testbrook margaret",
            "07700 900123",
            "900123",
            "peg@post.example",
        ] {
            let found = names(&town, &officer, typed).await;
            let found: Vec<_> = found.into_iter().map(|(name, n)| (name.to_lowercase(), n)).collect();
            assert_eq!(found, twice, "{typed}");
        }
        for (typed, name) in [
            ("william mockwell", "Bill Mockwell"),
            ("01632 960456", "Bill Mockwell"),
            ("sian draftley", "Siân Draftley"),
            ("nobody@post.example", ""),
        ] {
            assert_eq!(names(&town, &officer, typed).await, [(name.to_owned(), 1)], "{typed}");
        }
        // Where they reported something is not where they live.
        for nobody in ["CB1 2AZ", "mill road CB1", "zzxxqq", "", "%", "07700 900999"] {
            assert_eq!(names(&town, &officer, nobody).await, [], "{nobody}");
        }
    });
}

#[test]
fn only_what_may_be_seen_is_found() {
    in_town(async |town| {
        town.open(&browser(9), town.pothole(0.0, left("Margaret Testbrook", "peg@post.example", ""))).await;
        town.open(&browser(9), of_vehicle(&town, 900.0, "AB12 CDE")).await;
        settle(&town).await;
        for (role, team, sees) in [
            (Role::TeamMember, "highways", 1),
            (Role::TeamLeader, "waste", 0),
            (Role::TeamMember, "waste", 0),
            (Role::Officer, "waste", 1),
        ] {
            let who = town.staff(&format!("{} {team}", role.code()), role, &[team]).await;
            assert_eq!(names(&town, &who, "testbrook").await.len(), sees, "{role:?} of {team}");
            let mut read = town.app.db.read().await.unwrap();
            let found = cases::found::find(&mut read, &town.app, &who, "AB12CDE").await.unwrap();
            assert_eq!(found.vehicles.len(), sees, "{role:?} of {team}");
        }
        for role in [Role::ServiceOwner, Role::Administrator] {
            let who = town.staff(role.code(), role, &["highways"]).await;
            let mut read = town.app.db.read().await.unwrap();
            assert!(cases::found::find(&mut read, &town.app, &who, "testbrook").await.is_err(), "{role:?}");
        }
        let mut read = town.app.db.read().await.unwrap();
        assert!(cases::found::find(&mut read, &town.app, &browser(1), "testbrook").await.is_err());
    });
}

#[test]
fn who_has_made_an_account_is_found_by_that_and_what_was_erased_is_found_no_more() {
    in_town(async |town| {
        let officer = town.staff("Olu Officer", Role::Officer, &["waste"]).await;
        let contact = left("Ann Samplewick", "ann@a.example", "");
        town.open(&browser(1), town.pothole(0.0, contact)).await;
        let gone = town.open(&browser(2), town.pothole(900.0, left("Bo Sketchmere", "bo@b.example", ""))).await;
        settle(&town).await;
        assert_eq!(names(&town, &officer, "samplewick").await.len(), 1);
        let ann = account(&town, 1, "Ann Samplewick", "ann@a.example").await;
        let mut tx = town.app.db.begin().await.unwrap();
        residents::find::keys::write(&mut tx, ann.resident().unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(cases::claim(&town.app, &ann, &[]).await.unwrap(), 0, "nothing proved that it is theirs");
        let mut own = town.pothole(1800.0, left("Ann Samplewick", "ann@a.example", ""));
        own.visitor = ann.visitor;
        let theirs = town.open(&browser(1), own).await;
        settle(&town).await;
        assert_eq!(names(&town, &officer, "samplewick").await, [("Ann Samplewick".into(), 2)]);
        assert_eq!(cases::claim(&town.app, &ann, &[theirs.reference]).await.unwrap(), 1);
        assert_eq!(names(&town, &officer, "samplewick").await, [("Ann Samplewick".into(), 1)], "at once");
        settle(&town).await;
        assert_eq!(names(&town, &officer, "samplewick").await, [("Ann Samplewick".into(), 1)]);
        // A case is erased, and with it every key and every word that was theirs alone.
        let before = (count(&town, &LEFT, Id::NONE.into()).await, count(&town, &WORDS_LEFT, "".into()).await);
        let leader = town.staff("Lee Leads", Role::TeamLeader, &["highways"]).await;
        let path = format!("/desk/cases/{}", gone.reference);
        let page = town.get(&leader, &format!("{path}/decide")).await;
        let (key, revision) = (page.hidden("key"), page.hidden("revision"));
        let fields = [
            ("key", key.as_str()),
            ("revision", &revision),
            ("outcome", "mended"),
            ("reason", "Done."),
            ("close", "yes"),
        ];
        assert_eq!(town.post(&leader, &format!("{path}/decide"), &fields).await.status, 303);
        town.clock.advance(37 * 31 * DAY);
        assert_eq!(cases::erase_due(&town.app).await.unwrap(), 1);
        assert_eq!(names(&town, &officer, "sketchmere").await, []);
        assert_eq!(names(&town, &officer, "skechmere").await, []);
        let after = (count(&town, &LEFT, Id::NONE.into()).await, count(&town, &WORDS_LEFT, "".into()).await);
        assert!(after.0 < before.0 && after.1 < before.1, "{before:?} {after:?}");
        settle(&town).await;
        assert_eq!(names(&town, &officer, "bo@b.example").await, [], "nor by what the journal says later");
    });
}

#[test]
fn a_vehicle_is_found_by_its_mark_and_near_misses_are_marked_as_such() {
    in_town(async |town| {
        let officer = town.staff("Olu Officer", Role::Officer, &["waste"]).await;
        for (n, plate) in ["AB12 CDE", "AB12 CDF", "XY10 BOI", "AB123CD"].into_iter().enumerate() {
            town.open(&browser(9), of_vehicle(&town, 900.0 * n as f64, plate)).await;
        }
        settle(&town).await;
        let find = async |typed: &str| {
            let mut read = town.app.db.read().await.unwrap();
            let found = cases::found::find(&mut read, &town.app, &officer, typed).await.unwrap();
            found.vehicles.into_iter().map(|(_, plate, fit)| (plate.to_string(), fit)).collect::<Vec<_>>()
        };
        let one = |plate: &str, fit: Fit| (plate.to_owned(), fit);
        assert_eq!(find("ab12cde").await, [one("AB12 CDE", Fit::Same), one("AB12 CDF", Fit::OneSlip)]);
        assert_eq!(find("AB12 CDE").await[0], one("AB12 CDE", Fit::Same));
        assert_eq!(find("xy1ob0i").await, [one("XY10 BOI", Fit::LooksAlike)]);
        assert_eq!(find("XYI0 8O1").await, [one("XY10 BOI", Fit::LooksAlike)]);
        assert_eq!(find("AB-123-CD").await, [one("AB123CD", Fit::Same)]);
        assert_eq!(find("AB12").await.len(), 3, "the beginning");
        assert_eq!(find("2CDF").await, [one("AB12 CDF", Fit::Part)], "the end");
        for nothing in ["ZZ99 ZZZ", "12 Mill Road", "900123", "abc", ""] {
            assert_eq!(find(nothing).await, [], "{nothing}");
        }
    });
}
