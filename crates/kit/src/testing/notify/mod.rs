//! A double of GOV.UK Notify: a real HTTP server that checks what it is sent and answers as the real one's documentation
//! says, errors included. The official Python client is tried against it (`tests/notify.py`), so it is faithful.

mod answers;
mod auth;
mod shapes;

use crate::clock::Clock;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;

/// The service of its key.
pub const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
/// The secret of its key.
pub const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";
/// A template for emails: `((subject))`, `((body))`.
pub const EMAIL: &str = "11111111-1111-4111-8111-111111111111";
/// A template for texts: `((body))`.
pub const TEXT: &str = "22222222-2222-4222-8222-222222222222";
/// A template for letters.
pub const LETTER: &str = "33333333-3333-4333-8333-333333333333";
/// A template for letters in large print.
pub const LETTER_LARGE: &str = "44444444-4444-4444-8444-444444444444";

/// The key, as GOV.UK Notify shows one.
pub fn key() -> String {
    format!("guildhall_test-{SERVICE}-{SECRET}")
}

/// What it does instead of what it was asked for, once.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Nothing: this message is taken.
    None,
    /// Answers with this status, kind of error and words.
    Says(u16, &'static str, &'static str),
    /// Takes the message, and the answer is lost on the way.
    TakesAndIsCutOff,
}

/// A message it was given.
#[derive(Debug, Clone)]
pub struct Given {
    /// What it calls it.
    pub id: String,
    /// `sms`, `email` or `letter`.
    pub kind: String,
    /// What was sent, as it was sent.
    pub sent: Value,
    /// What became of it.
    pub status: String,
}

impl Given {
    /// The sender's own name for it.
    pub fn reference(&self) -> &str {
        self.sent["reference"].as_str().unwrap_or_default()
    }
}

struct Desk {
    clock: Clock,
    url: String,
    given: Mutex<Vec<Given>>,
    faults: Mutex<VecDeque<Fault>>,
    asked: Mutex<Vec<String>>,
    tokens: Mutex<Vec<String>>,
}

impl Desk {
    /// Takes a message in, under a number of its own: two may come at the same moment.
    fn take(&self, kind: &str, sent: Value) -> Given {
        let mut all = self.given.lock().expect("nobody stopped");
        let id = uuid::Uuid::from_u128(0x7000_4000_8000_0000_0000 + all.len() as u128).to_string();
        let given = Given { id, kind: kind.to_owned(), sent, status: "created".to_owned() };
        all.push(given.clone());
        given
    }
}

/// A running double, stopped when dropped.
pub struct Double {
    desk: Arc<Desk>,
    serving: JoinHandle<()>,
}

impl Drop for Double {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Double {
    /// Starts one whose clock is this.
    pub async fn start(clock: Clock) -> Double {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let desk = Arc::new(Desk {
            clock,
            url,
            given: Mutex::default(),
            faults: Mutex::default(),
            asked: Mutex::default(),
            tokens: Mutex::default(),
        });
        let router = Router::new().fallback(answer).with_state(desk.clone());
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.expect("it serves") });
        Double { desk, serving }
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.desk.url
    }

    /// What it does instead, the next times it is given a message that looks right.
    pub fn faults(&self, faults: impl IntoIterator<Item = Fault>) {
        self.desk.faults.lock().expect("nobody stopped").extend(faults);
    }

    /// What it was given, oldest first.
    pub fn given(&self) -> Vec<Given> {
        self.desk.given.lock().expect("nobody stopped").clone()
    }

    /// What became of a message, by its sender's name for it.
    pub fn becomes(&self, reference: &str, status: &str) {
        let mut all = self.desk.given.lock().expect("nobody stopped");
        let found = all.iter_mut().find(|one| one.reference() == reference);
        found.expect("a message of this reference").status = status.to_owned();
    }

    /// Everything it was asked, as "POST /v2/notifications/sms".
    pub fn asked(&self) -> Vec<String> {
        self.desk.asked.lock().expect("nobody stopped").clone()
    }

    /// The tokens it was shown.
    pub fn tokens(&self) -> Vec<String> {
        self.desk.tokens.lock().expect("nobody stopped").clone()
    }
}

/// What is wrong with a request: the status, the kind of error, the words.
type Wrong = (u16, &'static str, String);

fn error(status: u16, errors: &[(&str, String)]) -> Response {
    let errors: Vec<Value> = errors.iter().map(|(kind, words)| json!({ "error": kind, "message": words })).collect();
    let code = StatusCode::from_u16(status).expect("a status");
    (code, axum::Json(json!({ "status_code": status, "errors": errors }))).into_response()
}

async fn answer(State(desk): State<Arc<Desk>>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    desk.asked.lock().expect("nobody stopped").push(format!("{method} {uri}"));
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if let Some(token) = shown.and_then(|shown| shown.strip_prefix("Bearer ")) {
        desk.tokens.lock().expect("nobody stopped").push(token.to_owned());
    }
    if let Err((status, kind, words)) = auth::check(shown, desk.clock.now()) {
        return error(status, &[(kind, words)]);
    }
    if method == Method::GET {
        return answers::get(&desk, &uri);
    }
    let Some(asked) = serde_json::from_slice::<Value>(&body).ok().filter(Value::is_object) else {
        return error(400, &[("BadRequestError", "Invalid JSON supplied in POST data".to_owned())]);
    };
    if let Some(template) = uri.path().strip_prefix("/v2/template/").and_then(|rest| rest.strip_suffix("/preview")) {
        return answers::preview(template, &asked);
    }
    let Some(kind) = uri.path().strip_prefix("/v2/notifications/").filter(|kind| shapes::KINDS.contains(kind)) else {
        return error(404, &[("NoResultFound", "No result found".to_owned())]);
    };
    let wrong = shapes::wrong(kind, &asked);
    if let Some((status, ..)) = wrong.first() {
        let all: Vec<(&str, String)> = wrong.iter().map(|(_, kind, words)| (*kind, words.clone())).collect();
        return error(*status, &all);
    }
    let fault = desk.faults.lock().expect("nobody stopped").pop_front();
    if let Some(Fault::Says(status, kind, words)) = fault {
        return error(status, &[(kind, words.to_owned())]);
    }
    let given = desk.take(kind, asked);
    match fault {
        // Not a word of JSON comes back: whatever was in between gave up.
        Some(Fault::TakesAndIsCutOff) => (StatusCode::GATEWAY_TIMEOUT, "").into_response(),
        _ => (StatusCode::CREATED, axum::Json(answers::taken(&desk.url, &given))).into_response(),
    }
}
