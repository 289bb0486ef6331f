//! Group commit in SQLite's one writer lane, and everything that can go wrong in it.

use crate::{MIGRATIONS, insert_note, note_ids, queue};
use kit::db::{Migration, settle};
use kit::testing::{TestDb, on_sqlite, run};
use kit::{Error, params, sql};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// Deferred references are forbidden in the program; here they make a COMMIT fail whenever a test wants it to.
const WITH_DEFERRED: &[Migration] =
    &[MIGRATIONS[0], Migration { name: "0002_deferred", sqlite: DEFERRED, postgres: DEFERRED }];
const DEFERRED: &str = "
CREATE TABLE debts (
    parent INTEGER NOT NULL REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED
);
";

sql!(INSERT_DEBT, "INSERT INTO debts (parent) VALUES ($1)");
sql!(NOTE, "SELECT id FROM notes WHERE id = $1");

async fn ids(db: &TestDb) -> BTreeSet<i64> {
    note_ids(&mut db.read().await.unwrap()).await
}

#[test]
fn many_writers_share_few_commits_and_keep_every_row() {
    on_sqlite(MIGRATIONS, async |db| {
        let before = db.commits();
        let mut writers = Vec::new();
        for writer in 0..64i64 {
            let db = db.db().clone();
            writers.push(tokio::spawn(async move {
                for n in 0..20 {
                    let mut tx = db.begin().await.unwrap();
                    insert_note(&mut tx, writer * 100 + n).await.unwrap();
                    tx.commit().await.unwrap();
                    let mut read = db.read().await.unwrap();
                    let row = read.row(&NOTE, params![writer * 100 + n]).await.unwrap();
                    assert!(row.is_some(), "what is acknowledged can be read");
                }
            }));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(ids(db).await.len(), 64 * 20);
        let commits = db.commits() - before;
        assert!(commits * 4 < 64 * 20, "{commits} commits for {} requests", 64 * 20);
    });
}

#[test]
fn without_groups_every_request_commits_alone() {
    run(async {
        let db = TestDb::sqlite_with(MIGRATIONS, |options| options.group_commit = false).await;
        let before = db.commits();
        let writers = (0..16i64).map(|id| {
            let db = db.db().clone();
            tokio::spawn(async move {
                let mut tx = db.begin().await.unwrap();
                insert_note(&mut tx, id).await.unwrap();
                tx.commit().await.unwrap();
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!((ids(&db).await.len(), db.commits() - before), (16, 16));
    });
}

#[test]
fn dropping_or_failing_undoes_only_ones_own_work() {
    on_sqlite(MIGRATIONS, async |db| {
        let before = db.commits();
        let mut first = db.begin().await.unwrap();
        insert_note(&mut first, 1).await.unwrap();
        let place = queue(db).await;
        let dropped = tokio::spawn(async move {
            let mut tx = place.await.unwrap();
            insert_note(&mut tx, 2).await.unwrap();
            assert_eq!(note_ids(&mut tx).await, BTreeSet::from([1, 2]), "shares the open transaction");
        });
        let place = queue(db).await;
        let failed = tokio::spawn(async move {
            let mut tx = place.await.unwrap();
            insert_note(&mut tx, 3).await.unwrap();
            insert_note(&mut tx, 1).await
        });
        let place = queue(db).await;
        let last = tokio::spawn(async move {
            let mut tx = place.await.unwrap();
            insert_note(&mut tx, 4).await.unwrap();
            tx.commit().await
        });
        first.commit().await.unwrap();
        dropped.await.unwrap();
        assert!(failed.await.unwrap().is_err_and(|e| e.violates("notes", "id")));
        last.await.unwrap().unwrap();
        assert_eq!(ids(db).await, BTreeSet::from([1, 4]));
        assert_eq!(db.commits() - before, 1, "all four were in one batch");
    });
}

#[test]
fn a_failing_commit_is_told_to_all_and_the_next_write_works() {
    on_sqlite(WITH_DEFERRED, async |db| {
        for round in 0..3 {
            let mut first = db.begin().await.unwrap();
            insert_note(&mut first, 10 + round).await.unwrap();
            let place = queue(db).await;
            let debtor = tokio::spawn(async move {
                let mut tx = place.await.unwrap();
                tx.exec(&INSERT_DEBT, params![404i64]).await.unwrap();
                tx.commit().await
            });
            let told = first.commit().await;
            assert!(matches!(told, Err(Error::Unavailable(_))), "the neighbour: {told:?}");
            let told = debtor.await.unwrap();
            assert!(matches!(told, Err(Error::Unavailable(_))), "the cause: {told:?}");
            assert_eq!(ids(db).await, (0..round).collect());
            let mut next = db.begin().await.unwrap();
            insert_note(&mut next, round).await.unwrap();
            next.commit().await.unwrap();
        }
    });
}

/// A repeated POST finds the first one's row, which no disk has yet, and would answer "you have it".
async fn repeat_finds_uncommitted(db: &TestDb, fails: bool) -> (kit::Result<()>, kit::Result<bool>) {
    let mut first = db.begin().await.unwrap();
    insert_note(&mut first, 1).await.unwrap();
    if fails {
        first.exec(&INSERT_DEBT, params![404i64]).await.unwrap();
    }
    let place = queue(db).await;
    let repeat = tokio::spawn(async move {
        settle::scope(async {
            let mut tx = place.await.unwrap();
            tx.row(&NOTE, params![1i64]).await.unwrap().is_some()
        })
        .await
    });
    (first.commit().await, repeat.await.unwrap())
}

#[test]
fn an_answer_that_read_a_neighbours_row_waits_for_its_commit() {
    on_sqlite(WITH_DEFERRED, async |db| {
        let (first, repeat) = repeat_finds_uncommitted(db, true).await;
        assert!(matches!(first, Err(Error::Unavailable(_))), "{first:?}");
        assert!(matches!(repeat, Err(Error::Unavailable(_))), "{repeat:?}");
        let (first, repeat) = repeat_finds_uncommitted(db, false).await;
        first.unwrap();
        assert!(repeat.unwrap(), "the row was there to be found");
    });
}

#[test]
fn an_answer_that_read_nothing_uncommitted_waits_for_nobody() {
    on_sqlite(MIGRATIONS, async |db| {
        let before = db.commits();
        let answer = settle::scope(async {
            let mut tx = db.begin().await.unwrap();
            tx.row(&NOTE, params![1i64]).await.unwrap().is_some()
        });
        assert!(!answer.await.unwrap());
        assert_eq!(db.commits(), before);
    });
}

#[test]
fn who_asks_for_the_lane_twice_is_told_and_nobody_else_is_stopped() {
    run(async {
        let db = TestDb::sqlite_with(MIGRATIONS, |options| options.wait = Duration::from_millis(50)).await;
        let first = db.begin().await.unwrap();
        let second = db.begin().await.map(|_| ());
        assert!(matches!(second, Err(Error::Unavailable(_))), "{second:?}");
        drop(first);
        let mut next = db.begin().await.unwrap();
        insert_note(&mut next, 1).await.unwrap();
        next.commit().await.unwrap();
    });
}

/// Deadlocks and forgotten wake-ups show as a test that never ends; so there is a limit.
#[test]
fn writers_that_commit_drop_fail_and_give_up_never_stop_the_lane() {
    on_sqlite(MIGRATIONS, async |db| {
        let kept = Arc::new(std::sync::Mutex::new(BTreeSet::new()));
        let mut writers = Vec::new();
        for writer in 0..32i64 {
            let (db, kept) = (db.db().clone(), kept.clone());
            writers.push(tokio::spawn(async move {
                for n in 0..24 {
                    let id = writer * 100 + n;
                    let mut tx = db.begin().await.unwrap();
                    insert_note(&mut tx, id).await.unwrap();
                    match (writer + n) % 4 {
                        0 => drop(tx),
                        1 => assert!(insert_note(&mut tx, id).await.is_err()),
                        2 => drop(tokio::time::timeout(Duration::ZERO, tx.commit()).await),
                        _ => {
                            tx.commit().await.unwrap();
                            kept.lock().unwrap().insert(id);
                        }
                    }
                }
            }));
        }
        let all = async {
            for writer in writers {
                writer.await.unwrap();
            }
        };
        tokio::time::timeout(Duration::from_secs(60), all).await.expect("the lane goes on");
        let mut last = db.begin().await.unwrap();
        insert_note(&mut last, -1).await.unwrap();
        last.commit().await.unwrap();
        let stored = ids(db).await;
        let refused = |id: i64| matches!((id / 100 + id % 100) % 4, 0 | 1);
        assert!(kept.lock().unwrap().is_subset(&stored), "every acknowledged row is there");
        assert!(!stored.iter().any(|&id| id >= 0 && refused(id)), "nothing dropped or failed is there");
    });
}
