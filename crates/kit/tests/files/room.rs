//! Large files, several writers, a full disk.

use super::{council, draft, keep};
use kit::clock::Stopwatch;
use kit::db::{Options, Place};
use kit::files::Refused;
use kit::testing::{SmallDisk, TestDb, each_database, on_sqlite, pdf, repository_migrations, run};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What others wait for a small transaction of theirs while somebody sends a file of twenty megabytes.
#[test]
fn nobody_waits_long_for_the_writer_while_a_large_file_is_kept() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let large = pdf(&"x".repeat((20 << 20) - 200));
        let done = Arc::new(AtomicBool::new(false));
        let beside = tokio::spawn({
            let (app, done) = (app.clone(), done.clone());
            async move {
                let mut waits = Vec::new();
                while !done.load(Ordering::Relaxed) {
                    let watch = Stopwatch::start();
                    let mut tx = app.db.begin().await.unwrap();
                    kit::attempts::take(&mut tx, &app, "beside", kit::attempts::CODES_SENT).await.ok();
                    tx.commit().await.unwrap();
                    waits.push(watch.elapsed());
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                waits
            }
        });
        let watch = Stopwatch::start();
        let kept = keep(&app, &draft(&app), "large.pdf", &large).await.unwrap();
        let took = watch.elapsed();
        done.store(true, Ordering::Relaxed);
        let mut waits = beside.await.unwrap();
        waits.sort();
        let (middle, longest) = (waits[waits.len() / 2], waits[waits.len() - 1]);
        println!(
            "{}: {} bytes kept in {took:?}; {} others waited {middle:?} in the middle, {longest:?} at most",
            db.name(),
            kept.bytes,
            waits.len()
        );
        assert!(waits.len() > 3, "somebody wrote beside it");
        assert!(longest < Duration::from_secs(2), "{longest:?}");
    });
}

#[test]
fn a_disk_that_runs_full_refuses_files_and_leaves_room_for_everything_else() {
    run(async {
        let Some(disk) = SmallDisk::of("300m") else { return };
        let place = disk.path().join("data");
        let small = |options: &mut Options| options.place = Place::Folder(place.clone());
        let db = TestDb::sqlite_with(repository_migrations(), small).await;
        let app = council(&db, None);
        let owner = draft(&app);
        let first = super::kept(&app, &owner, "first.pdf", &pdf("first")).await;
        let mut refused = None;
        for n in 0..12 {
            if let Err(why) = keep(&app, &owner, &format!("{n}.pdf"), &pdf(&"x".repeat(8 << 20))).await {
                refused = Some((n, why));
                break;
            }
        }
        assert!(matches!(refused, Some((1.., Refused::NoRoom))), "{refused:?}");
        let there = kit::files::of(&mut app.db.read().await.unwrap(), &owner).await.unwrap();
        assert_eq!(there, [first], "what was kept before is there");
        for _ in 0..20 {
            let mut tx = app.db.begin().await.unwrap();
            kit::attempts::take(&mut tx, &app, "beside", kit::attempts::CODES_SENT).await.ok();
            tx.commit().await.expect("others go on writing");
        }
    });
}

/// Sent at the same moment to two nodes, or by two people: each file is whole.
#[test]
fn files_sent_at_the_same_moment_do_not_mix() {
    on_sqlite(repository_migrations(), several);
    kit::testing::on_postgres(repository_migrations(), several);
}

async fn several(db: &TestDb) {
    let app = council(db, None);
    let all = (0..6u8).map(|n| {
        let app = app.clone();
        tokio::spawn(async move {
            let sent = pdf(&char::from(b'a' + n).to_string().repeat(900_000));
            let file = super::kept(&app, &draft(&app), "one.pdf", &sent).await;
            let answer = kit::files::answer(&app, &file, kit::files::Size::Whole).await.unwrap();
            let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            assert!(body == sent);
        })
    });
    for one in all.collect::<Vec<_>>() {
        one.await.unwrap();
    }
}
