//! What a transaction promises on both databases.

use crate::{MIGRATIONS, insert_note, note_ids};
use kit::db::Db;
use kit::testing::{TestDb, each_database, on_postgres, run};
use kit::{Error, params, sql};
use std::collections::BTreeSet;
use std::time::Duration;

sql!(BACKEND, "SELECT CAST(pg_backend_pid() AS BIGINT)");
sql!(STOP_BACKEND, "SELECT pg_terminate_backend(CAST($1 AS INTEGER))");
sql!(INSERT_THROUGH_READER, "INSERT INTO notes (id, body) VALUES ($1, 'x')");

#[test]
fn committed_work_stays_and_dropped_work_is_gone() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 1).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 2).await.unwrap();
        drop(tx);
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::from([1]));
        let again = Db::open(db.options()).await.unwrap();
        assert_eq!(note_ids(&mut again.read().await.unwrap()).await, BTreeSet::from([1]));
    });
}

/// PostgreSQL answers COMMIT of a failed transaction with a quiet ROLLBACK: a handler that swallowed an error must not
/// be told that its work is safe. SQLite would keep the rest; both must refuse alike.
#[test]
fn a_transaction_with_a_failed_statement_cannot_be_committed() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 1).await.unwrap();
        let twice = insert_note(&mut tx, 1).await;
        assert!(twice.is_err_and(|e| e.violates("notes", "id")));
        assert!(insert_note(&mut tx, 2).await.is_err(), "{}: goes on after a failure", db.name());
        let committed = tx.commit().await;
        assert!(matches!(committed, Err(Error::Internal(_))), "{}: {committed:?}", db.name());
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::new());
    });
}

#[test]
fn a_reader_cannot_write() {
    each_database(MIGRATIONS, async |db| {
        let mut read = db.read().await.unwrap();
        let written = read.exec(&INSERT_THROUGH_READER, params![1i64]).await;
        assert!(matches!(written, Err(Error::Internal(_))), "{}: {written:?}", db.name());
        let mut read = db.read().await.unwrap();
        assert!(read.rows(&INSERT_THROUGH_READER, params![1i64]).await.is_err(), "{}", db.name());
        drop(read);
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::new());
    });
}

/// The only connection serves the next request as if the one before had never been.
#[test]
fn a_request_cancelled_at_any_moment_leaves_a_clean_connection() {
    run(async {
        let Some(db) = TestDb::postgres_with(MIGRATIONS, |options| options.connections = 1).await else { return };
        for round in 0..20 {
            // Polled once and dropped: BEGIN is on its way and nobody waits for it.
            tokio::select! {
                biased;
                _ = db.read() => {}
                () = std::future::ready(()) => {}
            }
            let mut tx = db.begin().await.unwrap();
            insert_note(&mut tx, round).await.unwrap();
            tx.commit().await.unwrap();
            let mut tx = db.begin().await.unwrap();
            insert_note(&mut tx, 100 + round).await.unwrap();
            drop(tx);
        }
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, (0..20).collect());
    });
}

#[test]
fn a_cancelled_request_in_the_lane_leaves_it_free() {
    run(async {
        let db = TestDb::sqlite(MIGRATIONS).await;
        let first = db.begin().await.unwrap();
        let waiting = tokio::time::timeout(Duration::from_millis(20), db.begin()).await;
        assert!(waiting.is_err(), "one writer at a time");
        drop(first);
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 1).await.unwrap();
        // The answer is cancelled while it waits for the disk; its work is committed with the batch all the same.
        let _ = tokio::time::timeout(Duration::ZERO, tx.commit()).await;
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 2).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::from([1, 2]));
    });
}

#[test]
fn a_lost_connection_is_unavailable_and_the_next_request_gets_a_new_one() {
    on_postgres(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        let backend: i64 = tx.one(&BACKEND, &[]).await.unwrap().get(0).unwrap();
        insert_note(&mut tx, 1).await.unwrap();
        db.read().await.unwrap().rows(&STOP_BACKEND, params![backend]).await.unwrap();
        let lost = tx.commit().await;
        assert!(matches!(lost, Err(Error::Unavailable(_))), "{lost:?}");
        for _ in 0..20 {
            assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::new());
        }
    });
}

/// A server that was restarted has closed what lies idle in the pool; nobody's request may fail for that.
#[test]
fn an_idle_connection_that_was_closed_is_replaced_unseen() {
    run(async {
        let Some(db) = TestDb::postgres_with(MIGRATIONS, |options| options.connections = 2).await else { return };
        for _ in 0..20 {
            let (mut idle, mut other) = (db.read().await.unwrap(), db.read().await.unwrap());
            let backend: i64 = idle.one(&BACKEND, &[]).await.unwrap().get(0).unwrap();
            drop(idle);
            other.rows(&STOP_BACKEND, params![backend]).await.unwrap();
            drop(other);
            let both = (db.read().await, db.begin().await);
            assert!(both.0.is_ok() && both.1.is_ok(), "{:?} {:?}", both.0.err(), both.1.err());
        }
    });
}
