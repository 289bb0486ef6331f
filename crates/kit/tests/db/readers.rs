//! Readers: one state for a page, a limit for a slow statement, and a connection fit for use afterwards.

use crate::{MIGRATIONS, insert_note, note_ids};
use kit::db::{LONG_READ_LIMIT, Options, Place, READ_LIMIT};
use kit::testing::{TestDb, each_database, run};
use kit::{Error, params, sql};
use std::collections::BTreeSet;
use std::time::Duration;

sql!(
    COUNT_TO,
    "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT count(*) FROM n"
);
/// Far over every limit here, and yet no load for long should a limit fail.
const FAR: i64 = 50_000_000;

/// Both databases with a single reader, so that the one that met the limit is the one used next.
fn each_with_one_reader(change: fn(&mut Options), test: impl AsyncFn(&TestDb)) {
    let change = |options: &mut Options| {
        options.connections = 1;
        change(options);
    };
    run(async {
        test(&TestDb::sqlite_with(MIGRATIONS, change).await).await;
        if let Some(db) = TestDb::postgres_with(MIGRATIONS, change).await {
            test(&db).await;
        }
    });
}

#[test]
fn the_limits_are_as_designed() {
    let options = Options::new(Place::Folder("x".into()));
    assert_eq!((READ_LIMIT, LONG_READ_LIMIT), (Duration::from_millis(200), Duration::from_secs(5)));
    assert_eq!((options.read_limit, options.long_read_limit), (READ_LIMIT, LONG_READ_LIMIT));
}

#[test]
fn a_slow_read_is_stopped_and_the_reader_lives() {
    each_with_one_reader(
        |_| {},
        async |db| {
            for _ in 0..2 {
                let clock = kit::clock::Stopwatch::start();
                let mut read = db.read().await.unwrap();
                let slow = read.one(&COUNT_TO, params![FAR]).await;
                assert!(matches!(slow, Err(Error::Unavailable(_))), "{}: {slow:?}", db.name());
                assert!(clock.elapsed() >= READ_LIMIT, "{:?}", clock.elapsed());
                drop(read);
                let mut read = db.read().await.unwrap();
                assert_eq!(read.one(&COUNT_TO, params![1000i64]).await.unwrap().get::<i64>(0).unwrap(), 1000);
            }
        },
    );
}

#[test]
fn a_long_read_has_its_own_limit_and_leaves_none_behind() {
    each_with_one_reader(
        |options| {
            options.read_limit = Duration::from_millis(20);
            options.long_read_limit = Duration::from_millis(700);
        },
        async |db| {
            let clock = kit::clock::Stopwatch::start();
            let slow = db.read_long(async |conn| conn.one(&COUNT_TO, params![FAR]).await).await;
            assert!(matches!(slow, Err(Error::Unavailable(_))), "{}: {slow:?}", db.name());
            assert!(clock.elapsed() >= Duration::from_millis(700), "{:?}", clock.elapsed());
            let short = db.read().await.unwrap().one(&COUNT_TO, params![FAR]).await;
            assert!(matches!(short, Err(Error::Unavailable(_))));
            let done = db.read_long(async |conn| conn.one(&COUNT_TO, params![1000i64]).await?.get::<i64>(0)).await;
            assert_eq!(done.unwrap(), 1000, "{}", db.name());
            // A writer on the same connection (PostgreSQL) is under no reader's limit.
            let mut tx = db.begin().await.unwrap();
            assert_eq!(tx.one(&COUNT_TO, params![300_000i64]).await.unwrap().get::<i64>(0).unwrap(), 300_000);
        },
    );
}

#[test]
fn a_long_read_of_many_statements_ends_after_its_limit_in_all() {
    each_with_one_reader(
        |options| options.long_read_limit = Duration::from_millis(400),
        async |db| {
            let clock = kit::clock::Stopwatch::start();
            let all = db.read_long(async |conn| {
                for _ in 0..100_000 {
                    conn.one(&COUNT_TO, params![20_000i64]).await?;
                }
                Ok(())
            });
            let ended = all.await;
            assert!(matches!(ended, Err(Error::Unavailable(_))), "{}: {ended:?}", db.name());
            assert!(clock.elapsed() < Duration::from_secs(4), "{}: {:?}", db.name(), clock.elapsed());
            db.read().await.unwrap().one(&COUNT_TO, params![1000i64]).await.unwrap();
        },
    );
}

#[test]
fn long_reads_leave_readers_for_pages() {
    let change = |options: &mut Options| {
        options.connections = 2;
        options.wait = Duration::from_millis(300);
    };
    let check = async |db: &TestDb| {
        let long = || {
            let db = db.db().clone();
            tokio::spawn(async move {
                db.read_long(async |conn| conn.one(&COUNT_TO, params![2_000_000i64]).await.map(drop)).await
            })
        };
        let (first, second, third) = (long(), long(), long());
        tokio::time::sleep(Duration::from_millis(30)).await;
        db.read().await.expect("a page finds a reader").one(&COUNT_TO, params![1000i64]).await.unwrap();
        for read in [first, second, third] {
            let ended = read.await.unwrap();
            assert!(matches!(ended, Ok(()) | Err(Error::Unavailable(_))), "{ended:?}");
        }
    };
    run(async {
        check(&TestDb::sqlite_with(MIGRATIONS, change).await).await;
        if let Some(db) = TestDb::postgres_with(MIGRATIONS, change).await {
            check(&db).await;
        }
    });
}

#[test]
fn a_reader_sees_one_state_while_writers_go_on() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 1).await.unwrap();
        tx.commit().await.unwrap();
        let mut read = db.read().await.unwrap();
        assert_eq!(note_ids(&mut read).await, BTreeSet::from([1]));
        for id in 2..10 {
            let mut tx = db.begin().await.unwrap();
            insert_note(&mut tx, id).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(note_ids(&mut read).await, BTreeSet::from([1]), "{}", db.name());
        }
        drop(read);
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, (1..10).collect());
    });
}

#[test]
fn a_writers_work_is_seen_by_others_only_after_commit() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 1).await.unwrap();
        assert_eq!(note_ids(&mut tx).await, BTreeSet::from([1]));
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::new());
        tx.commit().await.unwrap();
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::from([1]));
    });
}

#[test]
fn who_asks_for_a_second_reader_is_told_and_not_left_waiting() {
    each_with_one_reader(
        |options| options.wait = Duration::from_millis(50),
        async |db| {
            let first = db.read().await.unwrap();
            let second = db.read().await.map(|_| ());
            assert!(matches!(second, Err(Error::Unavailable(_))), "{}: {second:?}", db.name());
            drop(first);
            // It comes back when its transaction is over; a busy machine may need longer for that than one waits here.
            for _ in 0..200 {
                if db.read().await.is_ok() {
                    return;
                }
            }
            panic!("{}: the reader never came back", db.name());
        },
    );
}

#[test]
fn readers_come_back_however_a_request_ends() {
    each_with_one_reader(
        |_| {},
        async |db| {
            for round in 0..50 {
                let mut read = db.read().await.unwrap();
                let waiting = tokio::time::timeout(Duration::from_millis(1), db.read()).await;
                assert!(waiting.is_err(), "there is only one");
                if round % 2 == 0 {
                    note_ids(&mut read).await;
                }
                drop(read);
                let handle = db.db().clone();
                let panicked = tokio::spawn(async move {
                    let mut read = handle.read().await.unwrap();
                    note_ids(&mut read).await;
                    assert!(round < 0, "a handler panics with a reader in hand");
                });
                assert!(panicked.await.is_err());
            }
            let last = tokio::time::timeout(Duration::from_secs(5), db.read()).await;
            assert!(last.expect("a reader is free").is_ok());
        },
    );
}
