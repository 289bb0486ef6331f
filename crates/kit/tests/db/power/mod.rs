//! The power goes: of what was written, the disk has what it was asked to have, and some of the rest. kill -9 cannot show
//! this, since the system still writes what a dead process left. Here every call of a writing process is recorded by
//! strace, and the disk is put together anew as it could have been at many moments.

mod calls;
mod disk;

use crate::{MIGRATIONS, insert_note, note_ids};
use calls::Call;
use disk::{Disk, Kept};
use kit::db::{Db, Options, Place, settle};
use kit::testing::{run, strace};
use kit::{Result, params, sql};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

sql!(INTEGRITY, "PRAGMA integrity_check");
sql!(TABLE, "SELECT name FROM sqlite_schema WHERE name = 'notes'");
sql!(NEWEST, "SELECT id FROM notes ORDER BY id DESC LIMIT 1");

/// Says to this test's own process, started again, that it is the one to be watched, and whether it makes commits sure.
const ROLE: &str = "GUILDHALL_TEST_POWER";
const WRITERS: i64 = 16;
const EACH: i64 = 24;
/// Moments looked at.
const CUTS: usize = 25;

/// Writes notes from many sides and looks at them, and says in `told` what was acknowledged and what was seen.
async fn write(folder: &Path, sure: bool) -> Result<()> {
    let db = Db::open(&Options { sure, ..Options::new(Place::Folder(folder.to_owned())) }).await?;
    db.migrate(MIGRATIONS).await?;
    // So that the log is copied back, and begun anew, many times.
    db.maintain("PRAGMA wal_autocheckpoint = 20").await?;
    let told = Arc::new(File::create(folder.join("told"))?);
    let busy = Arc::new(AtomicBool::new(true));
    let (reading, seen, goes_on) = (db.clone(), told.clone(), busy.clone());
    let reader = tokio::spawn(async move {
        while goes_on.load(Ordering::Relaxed) {
            if let Some(id) = settle::scope(newest(&reading)).await.unwrap() {
                tell(&seen, id);
            }
            tokio::task::yield_now().await;
        }
    });
    let writers = (0..WRITERS).map(|writer| {
        let (db, told) = (db.clone(), told.clone());
        tokio::spawn(async move {
            for n in 0..EACH {
                let id = n * WRITERS + writer;
                let mut tx = db.begin().await.unwrap();
                insert_note(&mut tx, id).await.unwrap();
                tx.commit().await.unwrap();
                tell(&told, id);
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    busy.store(false, Ordering::Relaxed);
    reader.await.unwrap();
    Ok(())
}

/// Tells the world of a note, in one call.
fn tell(mut told: &File, id: i64) {
    told.write_all(format!("{id}\n").as_bytes()).unwrap();
}

async fn newest(db: &Db) -> Option<i64> {
    let mut read = db.read().await.unwrap();
    read.row(&NEWEST, params![]).await.unwrap().map(|row| row.get(0).unwrap())
}

/// What is in the database after the power came back.
async fn after(folder: &Path) -> BTreeSet<i64> {
    let db = Db::open(&Options::new(Place::Folder(folder.to_owned()))).await.unwrap();
    let mut read = db.read().await.unwrap();
    let whole: String = read.one(&INTEGRITY, &[]).await.unwrap().get(0).unwrap();
    assert_eq!(whole, "ok");
    match read.row(&TABLE, &[]).await.unwrap() {
        Some(_) => note_ids(&mut read).await,
        None => BTreeSet::new(),
    }
}

fn tells(call: &Call) -> bool {
    matches!(call, Call::Tell { .. })
}

/// How many notes that somebody was told of are gone, at the worst of many moments.
fn worst_loss(calls: &[Call], kept: Kept) -> usize {
    let first = calls.iter().position(tells).expect("something was acknowledged");
    let last = calls.iter().rposition(tells).expect("something was acknowledged");
    let moments: BTreeSet<_> = (0..=CUTS).map(|cut| first + (last - first) * cut / CUTS).collect();
    let mut disk = Disk::default();
    let mut worst = 0;
    for (at, call) in calls[..=last].iter().enumerate() {
        disk.take(call);
        if moments.contains(&at) {
            let folder = tempfile::tempdir().unwrap();
            disk.leave(folder.path(), kept, at as u64);
            let found = run(after(folder.path()));
            worst = worst.max(disk.told.difference(&found).count());
        }
    }
    assert_eq!(disk.told.len() as i64, WRITERS * EACH, "everything was acknowledged in the end");
    worst
}

#[test]
fn what_was_acknowledged_or_seen_is_there_after_the_power_went() {
    if let Ok(role) = std::env::var(ROLE) {
        let folder = std::env::var_os("GUILDHALL_TEST_POWER_FOLDER").expect("a folder");
        return run(write(Path::new(&folder), role == "sure")).unwrap();
    }
    let watched = |role: &str| {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let trace = folder.path().join("calls");
        let mut command = strace(&trace)?;
        command.arg(std::env::current_exe().unwrap());
        command.args(["--exact", "power::what_was_acknowledged_or_seen_is_there_after_the_power_went"]);
        let done = command.env(ROLE, role).env("GUILDHALL_TEST_POWER_FOLDER", &data).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        Some(calls::read(&std::fs::read_to_string(trace).unwrap(), &data))
    };
    let Some(calls) = watched("sure") else { return };
    for kept in [Kept::Synced, Kept::Some] {
        assert_eq!(worst_loss(&calls, kept), 0, "{kept:?}");
    }
    let calls = watched("unsure").unwrap();
    assert!(
        worst_loss(&calls, Kept::Synced) > 0,
        "a disk that is never asked loses something, or this test sees nothing"
    );
}
