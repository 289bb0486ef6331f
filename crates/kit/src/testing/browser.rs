//! A browser for tests of one noun: its routes, cookies kept between requests, the person resolved as the server does, a
//! collision run again. No layers: those are the server's own tests.

use super::multipart::{KIND as FORM_WITH_FILES, form_with_files};
use crate::app::App;
use crate::clock::{Clock, SECOND};
use crate::db::{Db, settle};
use crate::error::Error;
use crate::id::Entropy;
use crate::lang::Lang;
use crate::page::Failed;
use crate::route::Route;
use crate::session::{self, DEVICE_COOKIE, Surface};
use crate::who::Who;
use crate::words::{Words, WordsFile};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use axum::response::Response;
use std::collections::BTreeMap;
use std::path::Path;
use tower::ServiceExt;

/// A moment for tests: Sunday 22 November 2026, 10:00 UTC.
pub const TEST_NOW: i64 = 1_795_341_600_000_000;

/// All words of the repository.
pub fn repository_words() -> Words {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let mut files = Vec::new();
    for lang in Lang::ALL.into_iter().chain(Lang::MORE) {
        let Ok(listed) = std::fs::read_dir(root.join(lang.tag)) else { continue };
        for path in listed.map(|file| file.expect("a folder's entry").path()) {
            let name = path.display().to_string();
            let text = std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{name}: {cause}"));
            files.push(WordsFile { lang, name, text });
        }
    }
    Words::load(&files).expect("the words can be read")
}

/// A council for a test, at [`TEST_NOW`], with repeatable chance; change its parts before building it.
pub fn test_parts(db: &Db, seed: u64) -> crate::app::Parts {
    crate::app::Parts::new(db.clone(), Clock::manual(TEST_NOW), Entropy::seeded(seed), repository_words())
}

/// How a form without files is sent.
const TYPED: &str = "application/x-www-form-urlencoded";

/// One person's browser.
#[derive(Clone)]
pub struct Browser {
    app: App,
    router: Router,
    /// The cookies it keeps.
    pub cookies: BTreeMap<String, String>,
    /// The language it asks for.
    pub lang: Lang,
}

/// What a browser got.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it leads; empty when nowhere.
    pub location: String,
    /// After how many seconds to try again; empty when that is not said.
    pub retry_after: String,
    /// What it says of itself besides.
    pub headers: axum::http::HeaderMap,
    /// The body.
    pub body: String,
    /// The same, byte by byte.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The value of the first field with this name in the page's forms.
    pub fn field(&self, name: &str) -> String {
        let at =
            self.body.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}: {}", self.body));
        let tag = &self.body[self.body[..at].rfind('<').unwrap_or(0)..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        let value = tag.split_once("value=\"").map_or("", |(_, rest)| rest.split('"').next().unwrap_or_default());
        value.to_owned()
    }
}

impl Browser {
    /// A browser that has never been here.
    pub fn new(app: &App, routes: Vec<Route>) -> Browser {
        let router = routes.into_iter().fold(Router::new(), |router, route| router.route(route.path, route.handler));
        Browser { app: app.clone(), router: router.with_state(app.clone()), cookies: BTreeMap::new(), lang: Lang::EN }
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, TYPED, Vec::new()).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", path, TYPED, body.into_bytes()).await
    }

    /// Sends a form with files: each with its field, its name and its bytes.
    pub async fn post_files(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        self.send("POST", path, FORM_WITH_FILES, form_with_files(fields, files)).await
    }

    /// The person behind this browser on a path.
    pub async fn who(&self, path: &str) -> Who {
        let surface = Surface::of(path);
        let mut who = Who::anyone(self.lang);
        if let Some(token) = self.cookies.get(surface.cookie()) {
            let mut read = self.app.db.read().await.expect("a reader");
            let found =
                session::find(&mut read, &self.app, surface, token, self.lang).await.expect("sessions are read");
            who = found.map_or(who, |found| found.who);
        }
        who.device = self.cookies.get(DEVICE_COOKIE).and_then(|mark| mark.parse().ok());
        who
    }

    /// A person takes a second over everything, where the clock can be moved.
    async fn send(&mut self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        self.app.clock.advance(SECOND);
        for _ in 0..8 {
            let who = self.who(path.split('?').next().unwrap_or_default()).await;
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let request = Request::builder()
                .method(method)
                .uri(path)
                .header(header::COOKIE, cookies.join("; "))
                .header(header::CONTENT_TYPE, kind)
                .extension(who)
                .body(Body::from(body.clone()))
                .expect("a request");
            let answer = settle::scope(self.router.clone().oneshot(request)).await.expect("what was read is on disk");
            let answer = answer.expect("a router always answers");
            let failed = answer.extensions().get::<Failed>().map(|failed| failed.0.clone());
            match failed.as_deref() {
                Some(Error::Rerun) => continue,
                Some(Error::Internal(cause)) => panic!("{method} {path}: {cause}"),
                _ => {}
            }
            for set in answer.headers().get_all(header::SET_COOKIE) {
                self.keep(set.to_str().expect("a cookie in ASCII"));
            }
            let (location, retry_after) = (said(&answer, header::LOCATION), said(&answer, header::RETRY_AFTER));
            let status = answer.status().as_u16();
            let headers = answer.headers().clone();
            let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("a body").to_vec();
            let body = String::from_utf8_lossy(&bytes).into_owned();
            return Answer { status, location, retry_after, headers, body, bytes };
        }
        panic!("{method} {path} collided again and again");
    }

    fn keep(&mut self, set: &str) {
        let (pair, rest) = set.split_once(';').unwrap_or((set, ""));
        let (name, value) = pair.split_once('=').expect("a cookie has a name and a value");
        if rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// What a header of the answer says; empty where it is not there.
fn said(answer: &Response, name: header::HeaderName) -> String {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}
