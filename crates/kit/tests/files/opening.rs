//! A file as an answer.

use super::{council, draft, kept};
use axum::http::{StatusCode, header};
use kit::Error;
use kit::files::{self, Size, State};
use kit::testing::{each_database, pdf, picture, repository_migrations};

#[test]
fn a_document_leaves_as_a_download_byte_by_byte() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let sent = pdf(&"long ".repeat(200_000));
        let file = kept(&app, &draft(&app), "a \"letter\" for Siân; حفرة\r\nx.pdf", &sent).await;
        let answer = files::answer(&app, &file, Size::Whole).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let said = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        assert_eq!((said("content-type"), said("content-length")), ("application/pdf".into(), sent.len().to_string()));
        let how = said("content-disposition");
        assert!(
            how.starts_with("attachment; filename=\"a _letter_ for Si_n_ ____x.pdf\"; filename*=UTF-8''a%20"),
            "{how}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(said(name), value);
        }
        let policy = said("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && policy.ends_with("sandbox"), "{policy}");
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        assert!(body == sent, "{} of {} bytes", body.len(), sent.len());
        assert!(matches!(files::answer(&app, &file, Size::Small).await, Err(Error::NotFound)), "nothing to look at");
    });
}

#[test]
fn a_picture_can_be_looked_at_whole_and_small() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let file = kept(&app, &draft(&app), "hole.png", &picture("png", [200, 20, 20])).await;
        for (size, kind) in [(Size::Whole, "image/png"), (Size::Small, "image/jpeg")] {
            let answer = files::answer(&app, &file, size).await.unwrap();
            assert_eq!(answer.headers()[header::CONTENT_TYPE], kind);
            assert!(
                answer.headers()[header::CONTENT_DISPOSITION]
                    .to_str()
                    .unwrap()
                    .starts_with("inline; filename=\"hole.png\"")
            );
            let length: usize = answer.headers()[header::CONTENT_LENGTH].to_str().unwrap().parse().unwrap();
            let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            assert_eq!(body.len(), length, "{size:?}");
        }
    });
}

#[test]
fn what_no_scanner_has_passed_yet_is_given_to_nobody() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, None);
        let file = kept(&app, &draft(&app), "hole.jpg", &picture("jpeg", [1, 1, 1])).await;
        for state in [State::Sending, State::Waiting, State::Infected] {
            let file = files::File { state, ..file.clone() };
            for size in [Size::Whole, Size::Small] {
                assert!(matches!(files::answer(&app, &file, size).await, Err(Error::NotFound)), "{state:?} {size:?}");
            }
        }
    });
}
