//! What is kept, what is refused, and whose it is.

use super::{ANY, council, draft, keep, kept, sent};
use kit::clock::HOUR;
use kit::db::{Kind, STATEMENTS};
use kit::facts::Subject;
use kit::files::{self, Content, Refused, State, Takes};
use kit::testing::{assert_plans_of, each_database, pdf, picture, repository_migrations};
use kit::{Error, params, sql};
use sha2::{Digest, Sha256};

sql!(PIECES, "SELECT CAST(count(*) AS BIGINT) FROM files_pieces");
sql!(SIZES, "SELECT number FROM files_pieces WHERE file = $1 ORDER BY number");

sql!(
    ONE_OF_MANY,
    "INSERT INTO files (id, owner_kind, owner, name, kind, bytes, sha256, sent_sha256, state, kept_at)
     VALUES ($1, 'case', $2, 'one.pdf', 'pdf', $3, $1, $1, 'clean', $4)"
);

sql!(
    ITS_PIECE,
    "INSERT INTO files_pieces (file, number, bytes) SELECT id, 1, id FROM files WHERE state = 'clean' AND kept_at = $1"
);

async fn pieces(app: &kit::App) -> i64 {
    app.db.read().await.unwrap().one(&PIECES, &[]).await.unwrap().get(0).unwrap()
}

#[test]
fn a_file_is_kept_in_pieces_and_is_its_owner_s_once_it_is_handed_in() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let owner = draft(&app);
        let long = pdf(&"x".repeat(700_000));
        let file = keep(&app, &owner, "letter.pdf", &long).await.unwrap();
        assert_eq!((file.name.as_str(), file.content, file.state), ("letter.pdf", Content::Pdf, State::Unchecked));
        assert_eq!((file.bytes, file.sha256), (long.len() as i64, <[u8; 32]>::from(Sha256::digest(&long))));
        assert_eq!(file.sha256, file.sent_sha256, "a document stays as it was");
        let mut read = app.db.read().await.unwrap();
        let numbers = read.rows(&SIZES, params![file.id]).await.unwrap();
        assert_eq!(numbers.iter().map(|row| row.get(0).unwrap()).collect::<Vec<i64>>(), [1, 2, 3]);
        assert!(files::of(&mut read, &owner).await.unwrap().is_empty(), "nobody said what it is for");
        assert!(matches!(files::one(&mut read, &owner, file.id).await, Err(Error::NotFound)));
        drop(read);
        let mut tx = app.db.begin().await.unwrap();
        files::hand_in(&mut tx, &file).await.unwrap();
        assert_eq!(files::of(&mut tx, &owner).await.unwrap(), std::slice::from_ref(&file));
        assert!(matches!(files::one(&mut tx, &draft(&app), file.id).await, Err(Error::NotFound)), "another's");
        tx.commit().await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        assert!(files::hand_in(&mut tx, &file).await.is_err(), "a second time");
    });
}

#[test]
fn a_picture_is_written_anew_with_a_small_one_beside_it() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let jpeg = picture("jpeg", [9, 90, 200]);
        let file = kept(&app, &draft(&app), "photo.exe", &jpeg).await;
        assert_eq!((file.name.as_str(), file.content), ("photo.jpg", Content::Jpeg));
        assert_ne!(file.sha256, file.sent_sha256);
        assert_eq!(file.sent_sha256, <[u8; 32]>::from(Sha256::digest(&jpeg)), "who has the original can show it");
        assert_eq!(pieces(&app).await, 2, "the picture and the small one");
        let webp = kept(&app, &draft(&app), "screen.webp", &picture("webp", [1, 2, 3])).await;
        assert_eq!((webp.name.as_str(), webp.content), ("screen.jpg", Content::Jpeg));
    });
}

#[test]
fn what_cannot_be_taken_is_refused_with_its_reason_and_leaves_nothing() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let owner = draft(&app);
        let (jpeg, document) = (picture("jpeg", [1, 2, 3]), pdf("a letter"));
        let heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic";
        for (name, bytes, why) in [
            ("empty.jpg", &b""[..], Refused::Empty),
            ("page.jpg", b"<html><script>alert(1)</script></html>", Refused::Kind),
            ("program.pdf", b"MZ\x90\x00\x03", Refused::Kind),
            ("letter.docx", b"PK\x03\x04", Refused::Kind),
            ("drawing.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Refused::Kind),
            ("phone.jpg", heic, Refused::Heic),
            ("cut.jpg", &jpeg[..jpeg.len() / 2], Refused::Broken),
            ("cut.pdf", &document[..document.len() - 20], Refused::Broken),
            ("name.jpg", b"\xff\xd8\xff\xe0 and nothing more", Refused::Broken),
        ] {
            assert_eq!(keep(&app, &owner, name, bytes).await.map(|file| file.name), Err(why), "{name}");
        }
        for (takes, bytes) in
            [(Takes { photos: true, pdf: false }, &document), (Takes { photos: false, pdf: true }, &jpeg)]
        {
            let arrived = sent(&app, &[("file", bytes)]).await;
            let kept = files::keep(&app, &owner, &arrived.files[0], takes).await.unwrap();
            assert_eq!(kept.map(|file| file.name), Err(Refused::Kind), "{takes:?}");
        }
        assert_eq!(pieces(&app).await, 0);
        for refused in
            [Refused::Empty, Refused::TooLarge, Refused::TooMany, Refused::TooMuch, Refused::Kind, Refused::Heic]
                .into_iter()
                .chain([Refused::Broken, Refused::TooManyPixels, Refused::Virus, Refused::NoRoom])
        {
            assert!(app.words.has(kit::Lang::AR, refused.key(ANY)), "{refused:?} has words");
        }
    });
}

#[test]
fn files_go_from_a_draft_to_its_case_and_away_with_it() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let (draft, case) = (draft(&app), Subject::new("case", app.id()));
        let first = kept(&app, &draft, "a.pdf", &pdf("a")).await;
        let second = kept(&app, &draft, "b.pdf", &pdf("b")).await;
        let mut tx = app.db.begin().await.unwrap();
        files::give(&mut tx, &[first.id], &draft, &case).await.unwrap();
        assert_eq!(files::of(&mut tx, &case).await.unwrap().len(), 1);
        assert_eq!(files::of(&mut tx, &draft).await.unwrap()[0].id, second.id);
        files::delete(&mut tx, &case, second.id).await.unwrap();
        assert_eq!(files::of(&mut tx, &draft).await.unwrap().len(), 1, "what is another's is not deleted");
        files::delete(&mut tx, &draft, second.id).await.unwrap();
        files::delete(&mut tx, &draft, second.id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(pieces(&app).await, 1);
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(files::delete_all(&mut tx, &case).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(pieces(&app).await, 0);
        let mut tx = app.db.begin().await.unwrap();
        let gone = files::give(&mut tx, &[first.id], &draft, &case).await;
        assert!(matches!(gone, Err(Error::Changed)), "what is gone cannot be given");
    });
}

#[test]
fn what_nobody_handed_in_is_cleared_away_after_an_hour() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let owner = draft(&app);
        let there = kept(&app, &owner, "kept.pdf", &pdf("kept")).await;
        for name in ["one.pdf", "two.pdf", "three.pdf"] {
            keep(&app, &owner, name, &pdf(name)).await.unwrap();
        }
        let sweep = async || {
            let mut tx = app.db.begin().await.unwrap();
            let gone = files::sweep(&mut tx, app.now() - HOUR).await.unwrap();
            tx.commit().await.unwrap();
            gone
        };
        assert_eq!(sweep().await, 0, "its sender may be at it");
        app.clock.advance(2 * HOUR);
        assert_eq!(sweep().await, 3);
        assert_eq!(pieces(&app).await, 1);
        assert_eq!(files::of(&mut app.db.read().await.unwrap(), &owner).await.unwrap(), [there]);
    });
}

#[test]
fn every_statement_on_files_is_served_by_an_index() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let mut tx = app.db.begin().await.unwrap();
        for n in 0..800 {
            let row = params![app.id(), app.id(), n, app.now() + n];
            tx.exec(&ONE_OF_MANY, row).await.unwrap();
            tx.exec(&ITS_PIECE, params![app.now() + n]).await.unwrap();
        }
        tx.commit().await.unwrap();
        if db.kind() == Kind::Sqlite {
            db.maintain("ANALYZE").await.unwrap();
        }
        let ours: Vec<_> = STATEMENTS.iter().filter(|sql| sql.file.contains("src/files/")).copied().collect();
        assert!(ours.len() > 10, "{}", ours.len());
        assert_plans_of(db, ours, &[]).await;
    });
}
