//! What no test from outside can bring about: batches lost under a request, a disk that refuses.

use super::*;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

/// A writer with one request's work in its open batch.
fn with_a_batch() -> (Writer, oneshot::Receiver<Outcome>) {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch("CREATE TABLE notes (id INTEGER)").unwrap();
    let mut writer = Writer { conn, log: Arc::new(Log::on(None)), open: false, waiters: Vec::new() };
    writer.begin().unwrap();
    writer.conn.execute_batch("INSERT INTO notes VALUES (1); RELEASE request").unwrap();
    let told = writer.wait();
    (writer, told)
}

#[test]
fn a_batch_lost_under_a_beginning_request_is_told_to_those_in_it() {
    let (mut writer, mut told) = with_a_batch();
    // As SQLite does for want of memory: the batch is rolled back, and the savepoint fails.
    writer.conn.execute_batch("ROLLBACK").unwrap();
    let no_savepoint = |asked: AuthContext<'_>| match asked.action {
        AuthAction::Savepoint { .. } => Authorization::Deny,
        _ => Authorization::Allow,
    };
    writer.conn.authorizer(Some(no_savepoint)).unwrap();
    let begun = writer.begin();
    assert!(writer.check(begun).is_err());
    assert!(told.try_recv().unwrap().is_err(), "nobody is told that it is stored");
    writer.conn.authorizer(None::<fn(AuthContext<'_>) -> Authorization>).unwrap();
    writer.begin().unwrap();
}

/// A lane of a real file whose log cannot be synced: a pipe stands in for it.
fn on_a_disk_that_refuses(folder: &std::path::Path, group: bool) -> Lane {
    let conn = sqlite::open_writer(&folder.join("guildhall.db"), true).unwrap();
    conn.execute_batch("CREATE TABLE notes (id INTEGER)").unwrap();
    let (pipe, _) = std::io::pipe().unwrap();
    let log = Arc::new(Log::on(Some(std::os::fd::OwnedFd::from(pipe).into())));
    Lane::new(conn, &log, group, Duration::from_secs(10))
}

#[test]
fn who_wrote_to_a_disk_that_refused_is_told_and_the_log_is_copied_before_anything_else() {
    for group in [true, false] {
        crate::testing::run(async {
            let folder = tempfile::tempdir().unwrap();
            let lane = on_a_disk_that_refuses(folder.path(), group);
            for round in 1..=3 {
                let answer = settle::scope(async {
                    let writing = lane.begin().await.unwrap();
                    let conn = &writing.writer.as_ref().unwrap().conn;
                    conn.execute("INSERT INTO notes VALUES (1)", []).unwrap();
                    let told = writing.commit().await;
                    lane.log.settle();
                    told
                });
                assert!(!matches!(answer.await, Ok(Ok(()))), "round {round}: nobody is told that it is stored");
                while lane.log.lost().is_some() {
                    tokio::task::yield_now().await;
                }
                assert_eq!(std::fs::metadata(folder.path().join("guildhall.db-wal")).unwrap().len(), 0);
                let found = sqlite::open_existing(&folder.path().join("guildhall.db")).unwrap();
                let count: i64 = found.query_row("SELECT count(*) FROM notes", [], |row| row.get(0)).unwrap();
                assert_eq!(count, round, "what is in the log is in the database then");
            }
        });
    }
}

#[test]
fn a_transaction_left_behind_is_cleared_before_the_next() {
    let (mut writer, _told) = with_a_batch();
    writer.open = false;
    writer.begin().unwrap();
    let kept: i64 = writer.conn.query_row("SELECT count(*) FROM notes", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
}
