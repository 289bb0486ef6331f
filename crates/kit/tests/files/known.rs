//! Forms with files whose sender says in a field who they are.

use axum::body::Body;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use kit::files::{Files, Incoming};
use kit::testing::multipart::{KIND, arriving, form, headers, part};
use kit::testing::{TestDb, repository_migrations, run, test_parts};
use kit::{App, Error};
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

fn council(db: &TestDb) -> App {
    test_parts(db.db(), 5).with(Files::new(std::env::temp_dir(), None)).build()
}

#[test]
fn no_more_is_read_than_up_to_the_key_and_then_the_rest() {
    run(async {
        let app = council(&TestDb::sqlite(repository_migrations()).await);
        let photo = vec![b'x'; 3 << 20];
        let sent =
            form(&[part("api_key", None, b"ours"), part("photo", Some("a.jpg"), &photo), part("to", None, b"x")]);
        let read = Arc::new(AtomicUsize::new(0));
        let count = read.clone();
        let pieces: Vec<_> = sent.chunks(16 << 10).map(Bytes::copy_from_slice).collect();
        let counted = stream::iter(pieces).map(move |piece| {
            count.fetch_add(piece.len(), Ordering::Relaxed);
            Ok::<_, Infallible>(piece)
        });
        let incoming = Incoming::new(&headers(KIND), Body::from_stream(counted));
        for _ in 0..2 {
            assert_eq!(incoming.until(&app, "api_key").await.unwrap().as_deref(), Some("ours"));
            assert!(read.load(Ordering::Relaxed) < 128 << 10, "{} bytes were read", read.load(Ordering::Relaxed));
        }
        let whole = incoming.read(&app).await.unwrap();
        assert_eq!((whole.files[0].bytes, whole.form.value("to")), (3 << 20, "x"));
        assert_eq!(incoming.until(&app, "api_key").await.unwrap().as_deref(), Some("ours"), "also when all was read");
    });
}

#[test]
fn a_key_may_stand_anywhere_and_what_stands_before_it_is_one_file() {
    run(async {
        let app = council(&TestDb::sqlite(repository_migrations()).await);
        let until = async |parts: &[Vec<u8>]| {
            let incoming = Incoming::new(&headers(KIND), arriving(form(parts), 1 << 16));
            (incoming.until(&app, "api_key").await, incoming.read(&app).await.map(|sent| sent.files.len()))
        };
        let (photo, key) = (part("photo", Some("a.jpg"), &vec![b'x'; 19 << 20]), part("api_key", None, b"ours"));
        let (found, files) = until(&[photo.clone(), key.clone(), photo.clone()]).await;
        assert_eq!((found.unwrap().as_deref(), files.unwrap()), (Some("ours"), 2));
        assert!(matches!(until(&[photo.clone(), photo, key]).await.0, Err(Error::TooLarge)));
        let (none, files) = until(&[part("more", None, b"x")]).await;
        assert_eq!((none.unwrap(), files.unwrap()), (None, 0));
        let typed = Incoming::new(&headers("application/x-www-form-urlencoded"), Body::from("a=1&api_key=ours"));
        assert_eq!(typed.until(&app, "api_key").await.unwrap().as_deref(), Some("ours"));
        assert_eq!(typed.read(&app).await.unwrap().form.value("a"), "1");
    });
}

#[test]
fn whoever_is_not_known_takes_no_turn_from_those_who_are() {
    run(async {
        let app = council(&TestDb::sqlite(repository_migrations()).await);
        let hangs = |parts: Vec<u8>| {
            let begins = stream::iter([Ok::<_, Infallible>(Bytes::from(parts))]);
            Incoming::new(&headers(KIND), Body::from_stream(begins.chain(stream::pending())))
        };
        let mut waiting = Vec::new();
        for _ in 0..20 {
            let (app, incoming) = (app.clone(), hangs(part("photo", Some("a.jpg"), &[b'x'; 100 << 10])));
            waiting.push(tokio::spawn(async move { incoming.until(&app, "api_key").await }));
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        // Whoever says first who it is does not wait for them either.
        let known = hangs([part("api_key", None, b"ours"), b"--oak\r\n".to_vec()].concat());
        assert_eq!(known.until(&app, "api_key").await.unwrap().as_deref(), Some("ours"));
        // Nor do those whose sender was asked for before, however many of the others hang.
        let resident = Incoming::new(&headers(KIND), Body::from(form(&[part("photo", Some("a.jpg"), b"x")])));
        assert_eq!(resident.read(&app).await.unwrap().files.len(), 1);
        waiting.iter().for_each(tokio::task::JoinHandle::abort);
    });
}
