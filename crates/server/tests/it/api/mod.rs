//! Programs: what they read and do, by the same rules as people on pages.

mod beside;
mod described;
mod files;
mod handed;
mod hooks;
mod keys;
mod mail;
mod on_the_spot;
mod own;
mod residents;
mod staff;

use crate::support::Council;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use kit::clock::{DAY, SECOND};
use kit::facts::Subject;
use kit::keys::{New, make_new};
use kit::who::Who;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::net::SocketAddr;
use tower::ServiceExt;

/// A program with a key.
#[derive(Clone)]
pub struct Program {
    council: Council,
    pub key: String,
}

/// What a program was answered.
#[derive(Debug)]
pub struct Said {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Value,
}

impl Said {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// The problem is of this status and code.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> &Said {
        assert_eq!((self.status, self.body["code"].as_str()), (status, Some(code)), "{}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.body);
        assert_eq!(self.body["status"], status);
        // Whoever reads it builds a program: no title of HTTP's own that says nothing, and no word of what is pressed on a page.
        for (name, part) in [("title", self.text("title")), ("detail", self.text("detail"))] {
            assert!(!part.is_empty() && !part.starts_with("api-"), "{name}: {}", self.body);
            let of_pages =
                ["this page", "its page", "our pages", "our site", "Go back", "sign in", "signed in", "Follow a"];
            assert!(!of_pages.iter().any(|words| part.contains(words)), "{name} speaks of pages: {}", self.body);
        }
        self
    }

    #[track_caller]
    pub fn good(self, status: u16) -> Said {
        assert_eq!(self.status, status, "{}", self.body);
        assert_eq!(self.header("content-type"), "application/json");
        self
    }

    pub fn text(&self, name: &str) -> &str {
        self.body[name].as_str().unwrap_or_default()
    }
}

impl Program {
    /// A program with the own key of somebody, for a day.
    pub async fn of(council: &Council, kind: &str, id: kit::Id, scopes: &[&str]) -> Program {
        let app = &council.app;
        let scopes: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        let name = format!("program {}", crate::support::another());
        let new = New { name: &name, scopes: &scopes, holder: Some(Subject::new(kind, id)), expires: app.now() + DAY };
        let mut tx = app.db.begin().await.unwrap();
        let key = make_new(&mut tx, app, &Who::system(), new).await.unwrap().expect("a new name");
        tx.commit().await.unwrap();
        Program { council: council.clone(), key }
    }

    /// One without a key.
    pub fn nobody(council: &Council) -> Program {
        Program { council: council.clone(), key: String::new() }
    }

    pub async fn get(&self, path: &str) -> Said {
        self.send("GET", path, &[], Vec::new()).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Said {
        self.with(path, &[], body).await
    }

    /// The same with more headers.
    pub async fn with(&self, path: &str, headers: &[(&str, &str)], body: Value) -> Said {
        let kind = ("content-type", "application/json");
        let headers: Vec<_> = headers.iter().copied().chain([kind]).collect();
        self.send("POST", path, &headers, body.to_string().into_bytes()).await
    }

    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Said {
        self.council.app.clock.advance(SECOND);
        let mut request = Request::builder().method(method).uri(path).header("host", "eastmere.example");
        if !self.key.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.key));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let from: SocketAddr = ([127, 0, 0, 1], 40_000).into();
        let request = request.extension(ConnectInfo(from)).body(Body::from(body)).unwrap();
        let answer = self.council.router.clone().oneshot(request).await.unwrap();
        let status = answer.status().as_u16();
        let text = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
            (name.to_string(), value.to_str().unwrap_or_default().to_owned())
        };
        let headers = answer.headers().iter().map(text).collect();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        let said = Said { status, headers, body: Value::Null };
        if !said.header("content-type").contains("json") {
            // A file: what there is to say of it here is its digest.
            let digest: String = Sha256::digest(&body).iter().map(|byte| format!("{byte:02x}")).collect();
            return Said { body: digest.into(), ..said };
        }
        let body = serde_json::from_slice(&body)
            .unwrap_or_else(|cause| panic!("{method} {path}: {status} {cause}: {}", String::from_utf8_lossy(&body)));
        Said { body, ..said }
    }
}
