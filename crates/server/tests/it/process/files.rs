//! Files people sent, through a backup, on either database, and what `verify` says of them.

use super::Folder;
use super::started::{last_line, text};
use kit::db::{Db, Options, Place};
use kit::facts::Subject;
use kit::files::{self, Incoming, Size, Takes};
use kit::testing::{FORM_WITH_FILES, TestDb, form_with_files, pdf, picture, run, test_parts};
use kit::{App, Id, params, sql};
use std::path::Path;

sql!(CHANGE, "UPDATE files_pieces SET bytes = $2 WHERE file = $1 AND number = 2");

async fn council(place: Place) -> App {
    test_parts(&Db::open(&Options::new(place)).await.unwrap(), 3).build()
}

fn in_folder(folder: &Path) -> Place {
    Place::Folder(folder.to_owned())
}

/// Keeps two files for a case, and a third that nobody hands in; gives the case and what was sent.
async fn sent(app: &App) -> (Subject, Vec<u8>) {
    let chance = kit::id::Entropy::seeded(16);
    let mut noise = vec![0; 900_000];
    chance.fill(&mut noise);
    let document = [b"%PDF-1.7\n".as_slice(), &noise, b"\n%%EOF"].concat();
    let headers =
        [("content-type", FORM_WITH_FILES)].map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
    let headers = axum::http::HeaderMap::from_iter(headers);
    let (hole, draft) = (picture("jpeg", [7, 8, 9]), pdf("never handed in"));
    let files = [("f", "letter.pdf", &*document), ("f", "hole.jpg", &hole), ("f", "draft.pdf", &draft)];
    let form = form_with_files(&[], &files);
    let arrived = Incoming::new(&headers, form.into()).read(app).await.unwrap();
    let case = Subject::new("case", app.id());
    for (place, one) in arrived.files.iter().enumerate() {
        app.clock.advance(1_000);
        let file = files::keep(app, &case, one, Takes { photos: true, pdf: true }).await.unwrap().unwrap();
        if place < 2 {
            let mut tx = app.db.begin().await.unwrap();
            files::hand_in(&mut tx, &file).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
    (case, document)
}

/// The case's files as somebody opens them.
async fn opened(app: &App, case: &Subject) -> Vec<Vec<u8>> {
    let all = files::of(&mut app.db.read().await.unwrap(), case).await.unwrap();
    let mut bytes = Vec::new();
    for file in &all {
        let answer = files::answer(app, file, Size::Whole).await.unwrap();
        bytes.push(axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec());
    }
    bytes
}

#[test]
fn files_come_back_from_a_backup_byte_by_byte() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    assert!(folder.run(&["migrate"]).status.success());
    let (case, before) = run(async {
        let app = council(in_folder(folder.path())).await;
        let (case, document) = sent(&app).await;
        let before = opened(&app, &case).await;
        assert!(before.len() == 2 && before[0] == document);
        (case, before)
    });
    let file = home.path().join("one.backup").display().to_string();
    let backup = folder.run(&["backup", &file]);
    let again = Folder(home.path().join("again"));
    let restored = again.run(&["restore", &file]);
    let verified = again.run(&["verify"]);
    // All three count the same and say it in the same words; one that is still on its way is none of them.
    for done in [&backup, &restored, &verified, &folder.run(&["verify"])] {
        let said = text(done);
        assert!(done.status.success() && said.contains("2 files that people sent"), "{said}");
    }
    assert!(text(&verified).trim_end().ends_with("whole"), "{}", text(&verified));
    run(async {
        assert!(opened(&council(in_folder(again.path())).await, &case).await == before, "on SQLite");
    });
    let Some(empty) = run(TestDb::postgres(&[])) else { return };
    let Place::Postgres(url) = empty.place().clone() else { unreachable!("it is PostgreSQL") };
    let moved = Folder(home.path().join("moved"));
    let done = moved.run(&["--database", &url, "restore", &file]);
    assert!(done.status.success(), "{}", text(&done));
    run(async {
        assert!(opened(&council(Place::Postgres(url.clone())).await, &case).await == before, "on PostgreSQL")
    });
}

#[test]
fn a_file_that_was_changed_is_found() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    assert!(folder.run(&["migrate"]).status.success());
    let changed: Id = run(async {
        let app = council(in_folder(folder.path())).await;
        let (case, _) = sent(&app).await;
        let id = files::of(&mut app.db.read().await.unwrap(), &case).await.unwrap()[0].id;
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(tx.exec(&CHANGE, params![id, pdf("another").as_slice()]).await.unwrap(), 1);
        tx.commit().await.unwrap();
        id
    });
    let said = folder.run(&["verify"]);
    assert_eq!((last_line(&said).as_str(), said.status.code()), ("1 faults", Some(2)), "{}", text(&said));
    assert!(text(&said).contains(&format!("the file {changed} is not what was kept")), "{}", text(&said));
}
