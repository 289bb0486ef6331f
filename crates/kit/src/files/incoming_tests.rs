use super::*;
use crate::files::content::Content;
use crate::files::taken::MOST;
use crate::files::{Fault, Refused, State as Kept, Takes, keep};
use crate::form::MOST_FIELDS;
use crate::testing::multipart::{KIND, arriving, form, headers, part};
use crate::testing::{TestDb, repository_migrations, run, test_parts};
use futures_util::stream;
use sha2::{Digest, Sha256};

fn council(db: &TestDb) -> App {
    test_parts(db.db(), 5).build()
}

async fn read(app: &App, body: Body) -> Result<Arc<Sent>> {
    Incoming::new(&headers(KIND), body).read(app).await
}

#[test]
fn fields_are_typed_and_files_lie_on_the_disk() {
    run(async {
        let app = council(&TestDb::sqlite(repository_migrations()).await);
        let large: Vec<u8> = (0..3_000_000u32).map(|n| (n % 251) as u8).collect();
        let sent = form(&[
            part("more", None, "Près du chêne\r\nà gauche".as_bytes()),
            part("photo", Some("large.jpg"), &large),
            part("photo", Some("empty.jpg"), b""),
            part("none", Some(""), b""),
            part("asked", None, b"more"),
        ]);
        let incoming = Incoming::new(&headers(KIND), arriving(sent, 7_001));
        let read = incoming.read(&app).await.unwrap();
        assert_eq!((read.form.value("more"), read.form.value("asked")), ("Près du chêne\r\nà gauche", "more"));
        let names: Vec<_> = read.files.iter().map(|file| (file.name.as_str(), file.bytes, file.fault)).collect();
        assert_eq!(names, [("large.jpg", 3_000_000, None), ("empty.jpg", 0, None)]);
        assert_eq!(read.files[0].whole().await.unwrap(), large);
        assert_eq!(read.files[0].sha256, <[u8; 32]>::from(Sha256::digest(&large)));
        assert_eq!(read.files[0].head, large[..Content::HEAD]);
        let again = incoming.read(&app).await.unwrap();
        assert!(Arc::ptr_eq(&read, &again), "a handler that runs again finds what was read");
    });
}

#[test]
fn a_form_without_files_reads_as_ever() {
    run(async {
        let app = council(&TestDb::sqlite(repository_migrations()).await);
        let typed = Incoming::new(&headers("application/x-www-form-urlencoded"), Body::from("a=1&b=+two"));
        assert_eq!(typed.read(&app).await.unwrap().form.value("b"), " two");
        for kind in ["text/plain", "multipart/form-data", "application/json"] {
            let refused = Incoming::new(&headers(kind), Body::from("a=1")).read(&app).await;
            assert!(matches!(refused, Err(Error::BadRequest("page-form-not-understood"))), "{kind}");
        }
    });
}

#[test]
fn what_is_too_large_or_too_much_is_told_and_the_rest_is_kept() {
    run(async {
        let app = council(&TestDb::sqlite(repository_migrations()).await);
        let too_large = vec![b'x'; LARGEST as usize + 1];
        let mut parts = vec![part("photo", Some("large.jpg"), &too_large), part("more", None, b"kept")];
        parts.extend((0..MOST + 1).map(|n| part("photo", Some(&format!("{n}.jpg")), b"x")));
        let sent = read(&app, arriving(form(&parts), 1 << 16)).await.unwrap();
        assert_eq!(sent.form.value("more"), "kept");
        let faults: Vec<_> = sent.files.iter().filter_map(|file| file.fault).collect();
        assert_eq!(faults, [Fault::TooLarge, Fault::TooMany, Fault::TooMany]);
        assert!(sent.files[0].file.metadata().unwrap().len() <= LARGEST, "no more was written than may be kept");
        let whole: Vec<_> = (0..6).map(|_| part("photo", Some("a.jpg"), &vec![b'x'; 19 << 20])).collect();
        assert!(matches!(read(&app, arriving(form(&whole), 1 << 20)).await, Err(Error::TooLarge)));
        let typed = part("more", None, &vec![b'x'; LARGEST_FORM + 1]);
        assert!(matches!(read(&app, arriving(form(&[typed]), 1 << 16)).await, Err(Error::TooLarge)));
        let many: Vec<_> = (0..MOST_FIELDS + 1).map(|_| part("more", None, b"")).collect();
        let refused = read(&app, arriving(form(&many), 1 << 16)).await;
        assert!(matches!(refused, Err(Error::BadRequest("page-form-too-many-fields"))));
    });
}

#[test]
fn what_was_cut_short_is_refused_whole() {
    run(async {
        let app = council(&TestDb::sqlite(repository_migrations()).await);
        let mut cut = form(&[part("photo", Some("a.jpg"), &[b'x'; 1_000])]);
        cut.truncate(cut.len() - 20);
        assert!(matches!(read(&app, arriving(cut, 100)).await, Err(Error::BadRequest("page-form-not-understood"))));
        let broken = stream::iter([Ok(Bytes::from_static(b"--oak\r\n")), Err(std::io::Error::other("gone"))]);
        assert!(matches!(read(&app, Body::from_stream(broken)).await, Err(Error::BadRequest(_))));
    });
}

#[test]
fn a_full_disk_refuses_the_file_and_keeps_what_was_typed() {
    run(async {
        let Some(disk) = crate::testing::SmallDisk::of("4m") else { return };
        let db = TestDb::sqlite(repository_migrations()).await;
        let app = test_parts(db.db(), 5).with(Files::new(disk.path().to_owned(), None)).build();
        let parts = [part("photo", Some("large.jpg"), &vec![b'x'; 12 << 20]), part("more", None, b"kept")];
        let sent = read(&app, arriving(form(&parts), 1 << 16)).await.unwrap();
        assert_eq!((sent.files[0].fault, sent.form.value("more")), (Some(Fault::NoRoom), "kept"));
        let owner = crate::facts::Subject::new("draft", app.id());
        let kept = keep(&app, &owner, &sent.files[0], Takes { photos: true, pdf: true }).await.unwrap();
        assert_eq!(kept.map(|file: crate::files::File| file.state), Err::<Kept, _>(Refused::NoRoom));
    });
}
