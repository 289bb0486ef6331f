//! A full disk: a clear refusal, nothing acknowledged lost, and recovery without a restart.

use crate::{MIGRATIONS, insert_note, note_ids, queue};
use kit::db::{Db, Options, Place, Value};
use kit::testing::{SmallDisk, TestDb, on_sqlite, run};
use kit::{Error, Result, params, sql};
use std::collections::BTreeSet;

sql!(INSERT_BIG, "INSERT INTO notes (id, body) VALUES ($1, $2)");
sql!(
    INSERT_MANY,
    "INSERT INTO notes (id, body) WITH RECURSIVE n(i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1 + 100)
     SELECT i, $2 FROM n"
);
sql!(INTEGRITY, "PRAGMA integrity_check");
sql!(PAGES, "PRAGMA page_count");

/// Leaves room for so many pages more.
async fn leave_pages(db: &Db, pages: i64) {
    let used: i64 = db.begin().await.unwrap().one(&PAGES, &[]).await.unwrap().get(0).unwrap();
    db.maintain(&format!("PRAGMA max_page_count = {}", used + pages)).await.unwrap();
}

async fn is_whole(db: &Db) {
    let told: String = db.read().await.unwrap().one(&INTEGRITY, &[]).await.unwrap().get(0).unwrap();
    assert_eq!(told, "ok");
}

async fn ids(db: &Db) -> BTreeSet<i64> {
    note_ids(&mut db.read().await.unwrap()).await
}

async fn write(db: &Db, id: i64, body: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    tx.exec(&INSERT_BIG, params![id, body]).await?;
    tx.commit().await
}

/// 64 writers against a disk that fills: returns who was acknowledged and how many were refused.
async fn crowd(db: &Db, from: i64, body: &str) -> (BTreeSet<i64>, usize) {
    let writers = (0..64i64).map(|writer| {
        let (db, body) = (db.clone(), body.to_owned());
        tokio::spawn(async move {
            let mut acknowledged = Vec::new();
            for n in 0..8 {
                let id = from + writer * 10 + n;
                match write(&db, id, &body).await {
                    Ok(()) => acknowledged.push(id),
                    Err(Error::Unavailable(_)) => {}
                    Err(other) => panic!("a full disk reads as {other:?}"),
                }
            }
            acknowledged
        })
    });
    let mut acknowledged = BTreeSet::new();
    for writer in writers.collect::<Vec<_>>() {
        acknowledged.extend(writer.await.unwrap());
    }
    let refused = 64 * 8 - acknowledged.len();
    (acknowledged, refused)
}

#[test]
fn sixty_four_writers_meet_a_full_disk_and_recover() {
    on_sqlite(MIGRATIONS, async |db| {
        let body = "x".repeat(3000);
        leave_pages(db, 100).await;
        let (acknowledged, refused) = crowd(db, 0, &body).await;
        assert!(!acknowledged.is_empty() && refused > 0, "{} stored, {refused} refused", acknowledged.len());
        assert_eq!(ids(db).await, acknowledged, "exactly what was acknowledged is stored");
        is_whole(db).await;
        leave_pages(db, 100_000).await;
        let (more, refused) = crowd(db, 10_000, &body).await;
        assert_eq!((more.len(), refused), (64 * 8, 0), "there is room again");
        assert_eq!(ids(db).await, acknowledged.union(&more).copied().collect());
    });
}

/// SQLite rolls the whole transaction back when a single insert finds no room: those who had finished in the same
/// batch must hear it too.
#[test]
fn neighbours_of_a_full_disk_are_told_when_their_work_went_with_it() {
    on_sqlite(MIGRATIONS, async |db| {
        leave_pages(db, 5).await;
        let mut first = db.begin().await.unwrap();
        insert_note(&mut first, 1).await.unwrap();
        let place = queue(db).await;
        let glutton = tokio::spawn(async move {
            let mut tx = place.await.unwrap();
            let refused = tx.exec(&INSERT_BIG, params![2i64, "x".repeat(100_000)]).await;
            let then = insert_note(&mut tx, 3).await;
            (refused, then, tx.commit().await)
        });
        let neighbour = first.commit().await;
        assert!(matches!(neighbour, Err(Error::Unavailable(_))), "{neighbour:?}");
        let (refused, then, committed) = glutton.await.unwrap();
        assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
        assert!(matches!(then, Err(Error::Unavailable(_))), "{then:?}");
        assert!(matches!(committed, Err(Error::Unavailable(_))), "{committed:?}");
        assert_eq!(ids(db).await, BTreeSet::new());
        write(db, 4, "small").await.unwrap();
        assert_eq!(ids(db).await, BTreeSet::from([4]));
    });
}

/// A statement of many rows has a journal of its own: only it is undone and the neighbours keep their work.
#[test]
fn neighbours_keep_their_work_when_only_the_statement_is_undone() {
    on_sqlite(MIGRATIONS, async |db| {
        leave_pages(db, 5).await;
        let mut first = db.begin().await.unwrap();
        insert_note(&mut first, 1).await.unwrap();
        let place = queue(db).await;
        let glutton = tokio::spawn(async move {
            let mut tx = place.await.unwrap();
            tx.exec(&INSERT_MANY, &[100i64.into(), Value::from("x".repeat(3000))]).await
        });
        first.commit().await.unwrap();
        let refused = glutton.await.unwrap();
        assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
        assert_eq!(ids(db).await, BTreeSet::from([1]));
    });
}

/// The same with a file system that is really full: here the log cannot grow and it is COMMIT that fails.
#[test]
fn a_file_system_without_room_is_refused_and_recovers() {
    let Some(disk) = SmallDisk::of("8m") else { return };
    run(async {
        let db = Db::open(&Options::new(Place::Folder(disk.path().join("data")))).await.unwrap();
        db.migrate(MIGRATIONS).await.unwrap();
        let ballast = disk.path().join("ballast");
        std::fs::write(&ballast, vec![1; 6 << 20]).unwrap();
        let body = "x".repeat(8000);
        let (acknowledged, refused) = crowd(&db, 0, &body).await;
        assert!(!acknowledged.is_empty() && refused > 0, "{} stored, {refused} refused", acknowledged.len());
        assert_eq!(ids(&db).await, acknowledged);
        is_whole(&db).await;
        std::fs::remove_file(&ballast).unwrap();
        db.maintain("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
        write(&db, -1, "room again").await.unwrap();
        is_whole(&db).await;
    });
    let again = run(async {
        let db = Db::open(&Options::new(Place::Folder(disk.path().join("data")))).await.unwrap();
        is_whole(&db).await;
        ids(&db).await
    });
    assert!(again.contains(&-1), "after a new start too");
}

/// The harness itself: a test's folder goes with it.
#[test]
fn a_test_database_leaves_nothing_behind() {
    let folder = run(async {
        let db = TestDb::sqlite(MIGRATIONS).await;
        let file = db.file().unwrap().to_owned();
        assert!(file.is_file());
        file.parent().unwrap().to_owned()
    });
    assert!(!folder.exists());
}
