//! A backup taken while people write, and what comes of it elsewhere.

use super::Folder;
use super::started::{last_line, text};
use kit::db::{Db, Options, Place};
use kit::testing::{SmallDisk, TestDb, run};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// A council with real work in it: reports as cases, their facts, seals and messages.
fn council(home: &Path) -> Folder {
    let folder = Folder(home.join("data"));
    let mut text = String::from("report,status,title,category,latitude,longitude\n");
    for row in 0..120 {
        let (latitude, longitude) = (52.19 + (row % 50) as f64 / 2000.0, 0.11 + (row % 40) as f64 / 1000.0);
        let status = ["open", "fixed"][row % 2];
        text += &format!("{},{status},Pothole “{row}” by the bridge,Roads,{latitude:.6},{longitude:.6}\n", 9_000 + row);
    }
    let file = home.join("reports.csv");
    std::fs::write(&file, text).unwrap();
    assert!(folder.run(&["migrate"]).status.success());
    let done = folder.run(&["import", "reports", &shown(&file)]);
    assert!(done.status.success(), "{}", super::started::text(&done));
    // Its first start makes the council's keys and seals what there is.
    assert_eq!(folder.serve().stop(), Some(0));
    std::fs::create_dir_all(folder.path().join("words")).unwrap();
    std::fs::write(folder.path().join("words/en.ftl"), "# ours\n").unwrap();
    folder
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Backs up; gives the file and the digest it told.
fn backed_up(folder: &Folder, file: PathBuf, more: &[&str]) -> (PathBuf, String) {
    let done = folder.run(&[more, &["backup", &shown(&file)]].concat());
    assert!(done.status.success(), "{}", text(&done));
    (file, contents(&text(&done)))
}

fn contents(said: &str) -> String {
    let line = said.lines().find_map(|line| line.strip_prefix("contents ")).unwrap_or_else(|| panic!("{said}"));
    line.chars().take_while(char::is_ascii_hexdigit).collect()
}

#[test]
fn what_is_restored_is_what_was_backed_up_on_either_database() {
    let home = tempfile::tempdir().unwrap();
    let folder = council(home.path());
    let (file, told) = backed_up(&folder, home.path().join("one.backup"), &[]);
    let again = Folder(home.path().join("again"));
    let done = again.run(&["restore", &shown(&file)]);
    assert!(done.status.success() && contents(&text(&done)) == told, "{}", text(&done));
    again.is_whole();
    for own in ["seal.key", "secret.key", "words/en.ftl"] {
        let [before, after] = [&folder, &again].map(|folder| std::fs::read(folder.path().join(own)).unwrap());
        assert_eq!(before, after, "{own}");
    }
    let (_, of_again) = backed_up(&again, home.path().join("two.backup"), &[]);
    assert_eq!(of_again, told, "a backup of what was restored holds the same");
    let Some(empty) = run(TestDb::postgres(&[])) else { return };
    let Place::Postgres(url) = empty.place().clone() else { unreachable!("it is PostgreSQL") };
    let moved = Folder(home.path().join("moved"));
    let on = ["--database", url.as_str()];
    let done = moved.run(&[&on[..], &["restore", &shown(&file)]].concat());
    assert!(done.status.success() && contents(&text(&done)) == told, "{}", text(&done));
    let done = moved.run(&[&on[..], &["verify"]].concat());
    assert!(last_line(&done) == "whole", "{}", text(&done));
    let (back, of_moved) = backed_up(&moved, home.path().join("three.backup"), &on);
    assert_eq!(of_moved, told, "PostgreSQL holds the same");
    let home_again = Folder(home.path().join("home-again"));
    let done = home_again.run(&["restore", &shown(&back)]);
    assert!(done.status.success() && contents(&text(&done)) == told, "and back: {}", text(&done));
    home_again.is_whole();
    let refused = Folder(home.path().join("second")).run(&[&on[..], &["restore", &shown(&file)]].concat());
    assert!(!refused.status.success() && text(&refused).contains("database is not empty"), "{}", text(&refused));
}

#[test]
fn a_backup_taken_while_people_write_is_of_one_moment() {
    let home = tempfile::tempdir().unwrap();
    let folder = council(home.path());
    let mut server = folder.serve();
    let going = AtomicBool::new(true);
    let sent = std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            let mut sent = 0;
            while going.load(Ordering::Relaxed) {
                server.client().enquire().unwrap();
                sent += 1;
            }
            sent
        });
        for turn in 0..4 {
            let (file, told) = backed_up(&folder, home.path().join(format!("{turn}.backup")), &[]);
            let again = Folder(home.path().join(format!("again-{turn}")));
            let done = again.run(&["restore", &shown(&file)]);
            assert!(done.status.success() && contents(&text(&done)) == told, "{}", text(&done));
            again.is_whole();
        }
        going.store(false, Ordering::Relaxed);
        writing.join().unwrap()
    });
    assert!(sent > 0, "somebody wrote meanwhile");
    server.kill();
}

#[test]
fn a_damaged_backup_is_refused_and_leaves_no_trace() {
    let home = tempfile::tempdir().unwrap();
    let folder = council(home.path());
    let (file, _) = backed_up(&folder, home.path().join("good.backup"), &[]);
    let good = std::fs::read(&file).unwrap();
    let bad = home.path().join("bad.backup");
    let target = Folder(home.path().join("target"));
    let refused = |bytes: &[u8], what: &str| {
        std::fs::write(&bad, bytes).unwrap();
        let done = target.run(&["restore", &shown(&bad)]);
        assert_eq!(done.status.code(), Some(1), "{what}: {}", text(&done));
        assert!(text(&done).contains("damaged and was not restored"), "{what}: {}", text(&done));
        assert!(!target.path().exists(), "{what}");
    };
    refused(&[], "nothing at all");
    refused(b"PK\x03\x04 something else", "another file");
    refused(&good[..good.len() / 2], "half of it");
    refused(&good[..good.len() - 20], "its end is missing");
    for part in 1..20 {
        let mut flipped = good.clone();
        flipped[good.len() * part / 20] ^= 0x10;
        refused(&flipped, &format!("a bit turned at {part} twentieths"));
    }
    refused(&rezipped(&good, b"by the bridge", b"by the church"), "a word changed, zipped again");
    std::fs::write(&bad, &good).unwrap();
    let done = target.run(&["restore", &shown(&bad)]);
    assert!(done.status.success(), "and the good one goes in: {}", text(&done));
    let again = target.run(&["restore", &shown(&bad)]);
    assert!(!again.status.success() && text(&again).contains("is not empty"), "{}", text(&again));
    let over = folder.run(&["backup", &shown(&file)]);
    assert!(!over.status.success() && text(&over).contains("is there already"), "{}", text(&over));
    assert_eq!(std::fs::read(&file).unwrap(), good, "a backup is never written over");
    let left: Vec<_> = std::fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with('.')), "nothing half done is left: {left:?}");
}

/// What fails after the rows are in takes them away again: the next try finds the place as empty as the first.
#[test]
fn a_restore_that_fails_late_leaves_an_empty_database_on_either() {
    let home = tempfile::tempdir().unwrap();
    let folder = council(home.path());
    let (file, told) = backed_up(&folder, home.path().join("good.backup"), &[]);
    let postgres = run(TestDb::postgres(&[]));
    let url = postgres.as_ref().map(|empty| {
        let Place::Postgres(url) = empty.place().clone() else { unreachable!("it is PostgreSQL") };
        url
    });
    // Every entry is as the list says, and the digest over all rows is another's.
    let (digit, rest) = told.split_at(1);
    let other = format!("{}{rest}", if digit == "0" { "1" } else { "0" });
    let lying = home.path().join("lying.backup");
    std::fs::write(&lying, rezipped(&std::fs::read(&file).unwrap(), told.as_bytes(), other.as_bytes())).unwrap();
    let databases = [Vec::new(), url.iter().flat_map(|url| ["--database", url.as_str()]).collect()];
    for (number, on) in databases.iter().enumerate().take(1 + usize::from(url.is_some())) {
        let target = Folder(home.path().join(format!("target-{number}")));
        let refused = target.run(&[&on[..], &["restore", &shown(&lying)]].concat());
        assert!(!refused.status.success() && text(&refused).contains("nothing was kept"), "{}", text(&refused));
        assert!(!target.path().exists());
        // A folder cannot be moved there, which only shows at the end.
        std::os::unix::fs::symlink(home.path().join("nowhere"), target.path()).unwrap();
        let refused = target.run(&[&on[..], &["restore", &shown(&file)]].concat());
        assert!(!refused.status.success(), "{}", text(&refused));
        std::fs::remove_file(target.path()).unwrap();
        let done = target.run(&[&on[..], &["restore", &shown(&file)]].concat());
        assert!(done.status.success() && contents(&text(&done)) == told, "{}", text(&done));
    }
    let left: Vec<_> = std::fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with('.')), "nothing half done is left: {left:?}");
}

/// The copy that is read lies beside the backup: on the council's own disk it could take the room that reports need.
#[test]
fn a_backup_to_another_disk_needs_no_room_on_the_council_s() {
    let Some(disk) = SmallDisk::of("32m") else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = council(disk.path());
    let size = std::fs::metadata(folder.path().join("guildhall.db")).unwrap().len();
    let mut ballast = std::fs::File::create(disk.path().join("ballast")).unwrap();
    while std::io::Write::write_all(&mut ballast, &[1; 1 << 12]).is_ok() {}
    let room = size / 2;
    ballast.set_len(ballast.metadata().unwrap().len() - room).unwrap();
    let (file, told) = backed_up(&folder, home.path().join("far.backup"), &[]);
    let again = Folder(home.path().join("again"));
    let done = again.run(&["restore", &shown(&file)]);
    assert!(done.status.success() && contents(&text(&done)) == told, "{}", text(&done));
    let left: Vec<_> = std::fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "the copy is gone: {left:?}");
}

/// An index is taken out of the file's list and its pages stay behind, which the journal does not show.
#[test]
fn verify_finds_a_database_file_that_is_damaged() {
    let home = tempfile::tempdir().unwrap();
    let folder = council(home.path());
    folder.is_whole();
    run(async {
        let db = Db::open(&Options::new(Place::Folder(folder.path().to_owned()))).await.unwrap();
        let lost = "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'cases_near'";
        db.maintain(lost).await.unwrap();
    });
    let done = folder.run(&["verify"]);
    assert_eq!(done.status.code(), Some(2), "{}", text(&done));
    assert!(text(&done).contains("the database: ") && last_line(&done).ends_with("faults"), "{}", text(&done));
}

/// The same archive with a word changed for one as long, by somebody who knows gzip and not the manifest.
fn rezipped(good: &[u8], word: &[u8], other: &[u8]) -> Vec<u8> {
    use std::io::{Read, Write};
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(good).read_to_end(&mut plain).unwrap();
    let at = plain.windows(word.len()).position(|part| part == word).expect("the word is there");
    plain[at..at + word.len()].copy_from_slice(other);
    let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    zipped.write_all(&plain).unwrap();
    zipped.finish().unwrap()
}
