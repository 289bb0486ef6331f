//! Files people send, on both databases: kept, refused, handed in, opened, looked at by a real scanner, cleared away.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod keeping;
mod known;
mod opening;
mod room;
mod scanning;

use axum::body::Body;
use axum::http::{HeaderMap, header};
use kit::App;
use kit::db::again_if_collided;
use kit::facts::Subject;
use kit::files::{self, File, Files, Incoming, Refused, Scanner, Sent, Takes};
use kit::testing::{FORM_WITH_FILES, TestDb, form_with_files, test_parts};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Both kinds.
const ANY: Takes = Takes { photos: true, pdf: true };

/// A council on this database; with this scanner.
fn council(db: &TestDb, scanner: Option<Scanner>) -> App {
    static SEED: AtomicU64 = AtomicU64::new(1);
    let parts = test_parts(db.db(), SEED.fetch_add(1, Ordering::Relaxed));
    parts.with(Files::new(std::env::temp_dir(), scanner)).build()
}

/// What arrives when somebody sends these files.
async fn sent(app: &App, all: &[(&str, &[u8])]) -> Arc<Sent> {
    let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, FORM_WITH_FILES.parse().unwrap())]);
    let all: Vec<(&str, &str, &[u8])> = all.iter().map(|(name, bytes)| ("evidence", *name, *bytes)).collect();
    Incoming::new(&headers, Body::from(form_with_files(&[], &all))).read(app).await.unwrap()
}

/// Keeps one file, or says why not.
async fn keep(app: &App, owner: &Subject, name: &str, bytes: &[u8]) -> Result<File, Refused> {
    files::keep(app, owner, &sent(app, &[(name, bytes)]).await.files[0], ANY).await.unwrap()
}

/// Keeps one file and hands it in.
async fn kept(app: &App, owner: &Subject, name: &str, bytes: &[u8]) -> File {
    app.clock.advance(1_000);
    let file = keep(app, owner, name, bytes).await.unwrap();
    let handed_in = again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        files::hand_in(&mut tx, &file).await?;
        tx.commit().await
    });
    handed_in.await.unwrap();
    file
}

/// A draft of nobody's.
fn draft(app: &App) -> Subject {
    Subject::new("draft", app.id())
}
