//! No statement of the journal, jobs or the outbox reads a whole table or sorts one.

use crate::{MONDAY, council, migrations};
use kit::clock::{DAY, SECOND};
use kit::db::{Kind, STATEMENTS};
use kit::facts::{self, Fact, Keeper, SealKey};
use kit::jobs::{self, Job};
use kit::lang::Lang;
use kit::outbox::{self, Message};
use kit::testing::{PlanException, TestDb, assert_plans_of, each_database};
use kit::who::Who;
use serde_json::json;

/// Enough of everything that reading all of it would be the slower way.
async fn seed(db: &TestDb) {
    let app = council(db);
    let folder = tempfile::tempdir().unwrap();
    let key = || SealKey::open_or_make(&folder.path().join("seals.key"), &app.entropy).unwrap();
    let cases: Vec<_> = (0..400).map(|_| app.id()).collect();
    for round in 0..25 {
        let mut tx = db.begin().await.unwrap();
        for n in 0..120 {
            app.clock.advance(SECOND);
            let fact = Fact::new("case.noted", &Who::system()).about("case", cases[(round * 7 + n) % 400]);
            facts::record(&mut tx, &app, fact.about("resident", app.id()).body("words")).await.unwrap();
            let job = Job::new("test.work", json!({ "n": n })).key(format!("{round} {n}"));
            jobs::enqueue(&mut tx, &app, job.due(MONDAY + DAY + n as i64)).await.unwrap();
            let to = format!("a{n}@b{round}.example");
            outbox::send(&mut tx, &app, Message::email(Lang::EN, &to, "Hello", "Hello")).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
    Keeper::start(&app, key(), Vec::new(), None).stop().await;
    // As after months: nearly all is done, a little waits, a little has failed.
    for (table, few) in [("jobs", "dead"), ("outbox_messages", "failed")] {
        let some = format!("SELECT id FROM {table} ORDER BY id LIMIT 40");
        db.maintain(&format!("UPDATE {table} SET state = '{few}' WHERE id IN ({some})")).await.unwrap();
    }
    let done = "UPDATE outbox_messages SET state = 'sent', done_at = made_at WHERE state = 'waiting' AND id NOT IN
                (SELECT id FROM outbox_messages ORDER BY id DESC LIMIT 40)";
    db.maintain(done).await.unwrap();
    let seals = "INSERT INTO facts_seals (number, first_seq, last_seq, facts, at, previous, hash, signature, signer)
                 SELECT number + (SELECT max(number) FROM facts_seals), first_seq, last_seq, facts, at, previous,
                 hash, signature, signer FROM facts_seals";
    let cursors = "INSERT INTO facts_cursors (name, seq) SELECT CAST(seq AS TEXT), seq FROM facts WHERE seq <= 500";
    db.maintain(cursors).await.unwrap();
    for _ in 0..11 {
        db.maintain(seals).await.unwrap();
    }
}

const EXCEPTIONS: &[PlanException] = &[];

#[test]
fn every_statement_finds_its_rows_by_an_index() {
    each_database(migrations(), async |db| {
        seed(db).await;
        if db.kind() == Kind::Sqlite {
            db.maintain("ANALYZE").await.unwrap();
        }
        let ours =
            |sql: &&&kit::db::Sql| ["src/facts/", "src/jobs/", "src/outbox/"].iter().any(|p| sql.file.contains(p));
        let statements: Vec<_> = STATEMENTS.iter().filter(ours).copied().collect();
        assert!(statements.len() > 35, "{}", statements.len());
        assert_plans_of(db, statements, EXCEPTIONS).await;
    });
}
