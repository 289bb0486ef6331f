//! Recording, timelines, erasure.

use crate::{MONDAY, council, migrations};
use kit::app::App;
use kit::clock::{DAY, HOUR};
use kit::db::Conn;
use kit::facts::{self, Body, Fact, Help, Keeper, Recorded, SealKey, Subject};
use kit::id::Id;
use kit::lang::Lang;
use kit::testing::each_database;
use kit::who::{Person, Staff, Who};
use serde_json::json;

fn resident(id: Id) -> Who {
    Who { person: Person::Resident(id), ..Who::anyone(Lang::EN) }
}

fn officer(id: Id) -> Who {
    let staff = Staff { id, name: "An officer".into(), roles: Vec::new(), teams: Vec::new() };
    Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) }
}

async fn record(app: &App, fact: Fact) -> Id {
    let mut tx = app.db.begin().await.unwrap();
    let id = facts::record(&mut tx, app, fact).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// All facts about one of a noun, newest first.
async fn about(conn: &mut Conn, kind: &str, id: Id) -> Vec<Recorded> {
    facts::timeline(conn, &[Subject::new(kind, id)], None, 100).await.unwrap()
}

async fn kinds(app: &App, subjects: &[Subject], before: Option<Id>, limit: usize) -> Vec<String> {
    let mut read = app.db.read().await.unwrap();
    let found = facts::timeline(&mut read, subjects, before, limit).await.unwrap();
    found.into_iter().map(|fact| fact.kind).collect()
}

#[test]
fn a_fact_reads_back_as_it_was_recorded() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (case, alice, amina) = (app.id(), app.id(), app.id());
        let fact = Fact::new("case.opened", &officer(amina))
            .on_behalf(alice)
            .help(Help::ForMe)
            .about("case", case)
            .about("resident", alice)
            .data(json!({ "service": "missed-bin", "answers": 3 }))
            .body("The lid is broken \u{1f5d1} و\0");
        let id = record(&app, fact).await;
        let mut read = app.db.read().await.unwrap();
        let read_back = about(&mut read, "case", case).await.remove(0);
        assert_eq!(read_back.id, id);
        assert_eq!((read_back.kind.as_str(), read_back.at), ("case.opened", MONDAY));
        assert_eq!((read_back.who_kind.as_str(), read_back.who), ("staff", Some(amina)));
        assert_eq!((read_back.on_behalf, read_back.help), (Some(alice), Help::ForMe));
        assert_eq!(read_back.about, [Subject::new("case", case), Subject::new("resident", alice)]);
        assert_eq!(read_back.subject("resident"), Some(alice));
        assert_eq!(read_back.text(), Some("The lid is broken \u{1f5d1} و\u{fffd}"));
        let data: serde_json::Value = read_back.data().unwrap();
        assert_eq!(data, json!({ "service": "missed-bin", "answers": 3 }));
    });
}

#[test]
fn a_fact_may_have_many_subjects_or_none() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let reporters: Vec<Id> = (0..11).map(|_| app.id()).collect();
        let fact = reporters.iter().fold(Fact::new("case.joined", &Who::system()), |f, id| f.about("resident", *id));
        record(&app, fact).await;
        record(&app, Fact::new("council.started", &Who::system())).await;
        for reporter in reporters {
            assert_eq!(kinds(&app, &[Subject::new("resident", reporter)], None, 10).await, ["case.joined"]);
        }
    });
}

#[test]
fn what_is_rolled_back_never_happened() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let case = app.id();
        let mut tx = app.db.begin().await.unwrap();
        facts::record(&mut tx, &app, Fact::new("case.opened", &Who::system()).about("case", case)).await.unwrap();
        drop(tx);
        assert!(kinds(&app, &[Subject::new("case", case)], None, 10).await.is_empty());
    });
}

#[test]
fn a_timeline_shows_the_newest_first_page_by_page() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (case, alice) = (app.id(), app.id());
        let mut tx = app.db.begin().await.unwrap();
        for kind in ["case.opened", "case.assigned", "case.promised"] {
            let fact = Fact::new(kind, &resident(alice)).about("case", case).about("resident", alice);
            facts::record(&mut tx, &app, fact).await.unwrap();
        }
        let elsewhere = Fact::new("case.closed", &resident(alice)).about("case", app.id());
        facts::record(&mut tx, &app, elsewhere).await.unwrap();
        tx.commit().await.unwrap();
        app.clock.advance(HOUR);
        record(&app, Fact::new("resident.signed-in", &resident(alice)).about("resident", alice)).await;
        // An imported fact stands where it belongs in time, not where it was written.
        record(&app, Fact::new("case.imported", &Who::system()).about("resident", alice).at(MONDAY - DAY)).await;

        let case = [Subject::new("case", case)];
        assert_eq!(kinds(&app, &case, None, 10).await, ["case.promised", "case.assigned", "case.opened"]);
        let both = [case[0].clone(), Subject::new("resident", alice)];
        let whole = ["resident.signed-in", "case.promised", "case.assigned", "case.opened", "case.imported"];
        assert_eq!(kinds(&app, &both, None, 10).await, whole, "one about both comes once");
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let mut read = app.db.read().await.unwrap();
            let page = facts::timeline(&mut read, &both, before, 2).await.unwrap();
            let Some(last) = page.last() else { break };
            before = Some(last.id);
            seen.extend(page.into_iter().map(|fact| fact.kind));
        }
        assert_eq!(seen, whole);
    });
}

#[test]
fn erased_text_is_gone_and_the_journal_still_whole() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (alice, bob) = (app.id(), app.id());
        let written = |who: Id, text: &str| Fact::new("message.sent", &resident(who)).about("resident", who).body(text);
        let first = record(&app, written(alice, "Please ring after six")).await;
        record(&app, written(alice, "Thank you")).await;
        let kept = record(&app, written(bob, "Mine stays")).await;
        record(&app, Fact::new("case.opened", &resident(alice)).about("resident", alice)).await;
        let folder = tempfile::tempdir().unwrap();
        let key = || SealKey::open_or_make(&folder.path().join("seals.key"), &app.entropy).unwrap();
        let signer = key().signer();
        Keeper::start(&app, key(), Vec::new(), None).stop().await;

        let mut tx = app.db.begin().await.unwrap();
        let erased = facts::erase(&mut tx, &app, &Who::system(), &Subject::new("resident", alice)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(erased, 2);
        Keeper::start(&app, key(), Vec::new(), None).stop().await;
        let mut read = app.db.read().await.unwrap();
        let hers = about(&mut read, "resident", alice).await;
        assert_eq!(hers.iter().find(|fact| fact.id == first).unwrap().body, Body::Erased);
        let his = about(&mut read, "resident", bob).await.remove(0);
        assert_eq!((his.id, his.text()), (kept, Some("Mine stays")));
        drop(read);
        let report = facts::verify(db, &[signer], None).await.unwrap();
        assert!(report.whole(), "{:?}", report.faults);
        assert_eq!((report.sealed, report.unsealed, report.erased, report.erased_on_record), (5, 0, 2, 2));

        app.db.maintain("UPDATE facts SET body = NULL, salt = NULL WHERE body IS NOT NULL").await.unwrap();
        let report = facts::verify(db, &[signer], None).await.unwrap();
        assert_eq!(report.faults, [facts::Fault::Erased { gone: 3, recorded: 2 }], "an erasure nobody recorded shows");
    });
}

#[test]
fn a_fact_cannot_be_put_on_a_timeline_it_is_not_about() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let (alice, bob) = (app.id(), app.id());
        record(&app, Fact::new("resident.warned", &Who::system()).about("resident", alice)).await;
        record(&app, Fact::new("resident.signed-in", &Who::system()).about("resident", bob)).await;
        let forge = "INSERT INTO facts_subjects (kind, subject, fact) SELECT 'resident', b.subject, a.fact
                     FROM facts_subjects a, facts_subjects b WHERE a.subject < b.subject
                     UNION SELECT 'resident', b.subject, a.fact
                     FROM facts_subjects a, facts_subjects b WHERE a.subject > b.subject";
        db.maintain(forge).await.unwrap();
        assert_eq!(kinds(&app, &[Subject::new("resident", alice)], None, 10).await, ["resident.warned"]);
        assert_eq!(kinds(&app, &[Subject::new("resident", bob)], None, 10).await, ["resident.signed-in"]);
    });
}
