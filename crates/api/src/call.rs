//! The way of every request of a program: who asks and whether their key says so, what they sent, whether it was done before.

use crate::operation::{Answer, Operation, Scope};
use crate::problem::{MARK, Refusal};
use crate::store::answers::{self, Kept};
use crate::{schema, shapes};
use axum::body::{Body, Bytes};
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kit::clock::DAY;
use kit::files::{Incoming, Sent};
use kit::keys::Key;
use kit::route::{Kind, Route};
use kit::who::{Person, Who};
use kit::{App, Error, Id, Result};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The header by which a caller names a change, so that it is done once.
const ONCE: HeaderName = HeaderName::from_static("idempotency-key");

/// The longest mark.
const MARK_LENGTH: usize = 100;

/// A request that may be carried out.
pub(crate) struct Call {
    pub app: App,
    pub who: Who,
    path: Vec<(String, String)>,
    query: Map<String, Value>,
    /// What was sent: an object, empty where nothing is.
    pub body: Value,
    /// What makes a change happen once.
    pub key: Id,
    /// The mark of what is changed, as the caller saw it.
    pub mark: Option<String>,
    /// The files that were sent.
    pub sent: Option<Arc<Sent>>,
}

impl Call {
    /// A variable part of the path.
    pub fn part(&self, name: &str) -> &str {
        self.path.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// A variable part of the path that is an id.
    pub fn id(&self, name: &str) -> Result<Id> {
        self.part(name).parse().map_err(|_| Error::NotFound)
    }

    /// A value after the question mark; empty where it is not there.
    pub fn asked(&self, name: &str) -> &str {
        self.query.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A number after the question mark.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.query.get(name).and_then(Value::as_i64)
    }

    /// A text of the body; empty where it is not there.
    pub fn text(&self, name: &str) -> &str {
        self.body.get(name).and_then(Value::as_str).unwrap_or_default()
    }
}

/// The route of an operation.
pub(crate) fn route(operation: Operation) -> Route {
    let operation = Arc::new(operation);
    let Operation { method, path, action, .. } = *operation;
    let of = operation.clone();
    let handler =
        move |State(app): State<App>, path: Result<RawPathParams, RawPathParamsRejection>, request: Request| {
            let of = of.clone();
            async move {
                // What cannot be read there names nothing that there is.
                let path = path.map_err(|_| Error::NotFound)?;
                let parts = path.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                answered(&of, app, parts, request).await
            }
        };
    // One sent again under the same key is answered the same, and without one it is another.
    let kind = if method == "GET" { Kind::Page } else { Kind::Once };
    let handler = if method == "GET" { get(handler) } else { post(handler) };
    Route { method, path, action, kind, files: operation.upload, handler }
}

async fn answered(of: &Operation, app: App, parts: Vec<(String, String)>, request: Request) -> Result<Response> {
    match carry_out(of, &app, parts, request).await {
        Ok(answer) => Ok(answer),
        Err(refusal) => refusal.answer(&app),
    }
}

async fn carry_out(
    of: &Operation,
    app: &App,
    path: Vec<(String, String)>,
    request: Request,
) -> Result<Response, Refusal> {
    let (head, body) = request.into_parts();
    let who = head.extensions.get::<Who>().cloned().unwrap_or_else(|| Who::anyone(kit::Lang::EN));
    allowed(of, &who, head.extensions.get::<Key>())?;
    let query = query(of, head.uri.query().unwrap_or_default())?;
    let (sent, bytes) = match of.upload {
        true => uploaded(app, &head, body).await.map(|(sent, digest)| (Some(sent), digest))?,
        false => (None, axum::body::to_bytes(body, kit::form::LARGEST).await.map_err(|_| Error::TooLarge)?),
    };
    let body = if of.upload { json!({}) } else { body_of(of, &head.headers, &bytes)? };
    let mark = mark(of, &head.headers)?;
    let named = named(of, &head.headers)?;
    let caller = format!("{}:{}", who.kind(), who.id());
    let digest = Sha256::new().chain_update(head.uri.to_string()).chain_update([0]).chain_update(&bytes).finalize();
    let since = app.now() - DAY;
    let before = match named {
        Some(named) => answers::find(&mut *app.db.read().await?, &caller, named, since).await?,
        None => None,
    };
    let run = match (before, of.again) {
        (None, _) => of.run,
        (Some(kept), _) if kept.digest != digest.as_slice() => {
            return Err(Refusal::said(StatusCode::UNPROCESSABLE_ENTITY, "api-refused-key-of-another"));
        }
        (Some(kept), None) => return Ok(again(kept)?),
        (Some(_), Some(reads)) => reads,
    };
    let key = named.map_or_else(|| app.id(), |named| own(&caller, named));
    let call = Call { app: app.clone(), who, path, query, body, key, mark, sent };
    let mut answer = run(&call).await?;
    if let Some(file) = answer.file.take() {
        return Ok(file);
    }
    as_described(of, &answer)?;
    let (status, headers) = (of.gives.0, headers(&answer)?);
    let given =
        Kept { digest: digest.to_vec(), status, headers: json!(headers).to_string(), body: answer.body.to_string() };
    if let Some(named) = named {
        // That it was done, where the body is not for keeping.
        let body = if of.again.is_some() { String::new() } else { given.body.clone() };
        let mut tx = app.db.begin().await?;
        answers::keep(&mut tx, &caller, named, Kept { body, ..given.clone() }, (app.now(), since)).await?;
        tx.commit().await?;
    }
    Ok(again(given)?)
}

/// Whoever asks has to be somebody the operation is for, and their key has to say so. Who may do what with which thing is asked
/// of the noun, as on its page.
fn allowed(of: &Operation, who: &Who, key: Option<&Key>) -> Result<(), Refusal> {
    let Some(scope) = of.scope else { return Ok(()) };
    match (&who.person, scope) {
        (Person::Staff(_), scope) if scope.is_of_staff() => {}
        (Person::Resident(_), Scope::OwnRead | Scope::OwnWrite) | (Person::Program(_), Scope::Handed) => {}
        (Person::Anyone, scope) if key.is_none() => return Err(Refusal::no_key(scope)),
        _ => return Err(Refusal::said(StatusCode::FORBIDDEN, "api-refused-other-surface")),
    }
    match key {
        Some(key) if !key.names(scope.code()) => Err(Refusal::no_scope(scope)),
        _ => Ok(()),
    }
}

/// What stands after the question mark, each value of the kind that is described; nothing else may stand there.
fn query(of: &Operation, text: &str) -> Result<Map<String, Value>, Refusal> {
    let (mut found, mut wrong) = (Map::new(), Vec::new());
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let plain =
            |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8().map(|text| text.into_owned());
        let (Ok(name), Ok(value)) = (plain(name), plain(value)) else {
            wrong.push((name.to_owned(), "format"));
            continue;
        };
        let Some(known) = of.query.iter().find(|known| known.name == name) else {
            wrong.push((name, "unknown"));
            continue;
        };
        let value = match known.schema["type"].as_str() {
            Some("integer") => value.parse::<i64>().map_or_else(|_| json!(value), |number| json!(number)),
            _ => json!(value),
        };
        let none = Map::new();
        wrong.extend(schema::check(&none, &known.schema, &value).into_iter().map(|one| (name.clone(), one.what)));
        if found.insert(name.clone(), value).is_some() {
            wrong.push((name, "twice"));
        }
    }
    let missing = of.query.iter().filter(|known| known.required && !found.contains_key(known.name));
    wrong.extend(missing.map(|known| (known.name.to_owned(), "missing")));
    if wrong.is_empty() { Ok(found) } else { Err(Refusal::Shape(wrong)) }
}

/// The files that were sent, and what tells them from others.
async fn uploaded(app: &App, head: &Parts, body: Body) -> Result<(Arc<Sent>, Bytes), Refusal> {
    if !Incoming::is_with_files(&head.headers) {
        return Err(Refusal::said(StatusCode::UNSUPPORTED_MEDIA_TYPE, "api-refused-kind-files"));
    }
    // The edge holds what arrives, also when this has to run again.
    let incoming = head.extensions.get::<Incoming>().cloned().unwrap_or_else(|| Incoming::new(&head.headers, body));
    let sent = incoming.read(app).await?;
    let digest = sent.files.iter().flat_map(|file| file.sha256).collect::<Vec<u8>>();
    Ok((sent, Bytes::from(digest)))
}

fn body_of(of: &Operation, headers: &HeaderMap, bytes: &Bytes) -> Result<Value, Refusal> {
    let Some(shape) = of.body else {
        return if bytes.is_empty() { Ok(json!({})) } else { Err(Refusal::Shape(vec![(String::new(), "unknown")])) };
    };
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(Refusal::said(StatusCode::UNSUPPORTED_MEDIA_TYPE, "api-refused-kind"));
    }
    let Ok(mut value) = serde_json::from_slice::<Value>(bytes) else {
        return Err(Refusal::said(StatusCode::BAD_REQUEST, "api-refused-json"));
    };
    schema::whole(&mut value);
    let wrong = schema::check(shapes::all(), &shapes::all()[shape], &value);
    let wrong: Vec<_> = wrong.into_iter().map(|one| (one.at, one.what)).collect();
    if wrong.is_empty() { Ok(value) } else { Err(Refusal::Shape(wrong)) }
}

/// The mark that was brought: of what replaces something it has to be there.
fn mark(of: &Operation, headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    if !of.replaces {
        return Ok(None);
    }
    let brought =
        headers.get(header::IF_MATCH).ok_or(Refusal::said(StatusCode::PRECONDITION_REQUIRED, "api-refused-mark"))?;
    let plain = brought.to_str().unwrap_or_default().trim();
    if plain.is_empty() || plain.len() > MARK_LENGTH {
        return Err(Refusal::Shape(vec![(header::IF_MATCH.to_string(), "length")]));
    }
    Ok(Some(plain.trim_matches('"').to_owned()))
}

/// What the caller calls this change.
fn named(of: &Operation, headers: &HeaderMap) -> Result<Option<Id>, Refusal> {
    let Some(brought) = headers.get(ONCE).filter(|_| of.method == "POST") else { return Ok(None) };
    let text = brought.to_str().unwrap_or_default();
    if !schema::is_uuid(text) {
        return Err(Refusal::Shape(vec![(ONCE.to_string(), "format")]));
    }
    Ok(Some(text.parse()?))
}

/// A caller's name for a change is theirs alone: two callers may choose the same.
fn own(caller: &str, named: Id) -> Id {
    let digest = Sha256::new().chain_update(caller).chain_update(named.0).finalize();
    let mut id = [0; 16];
    id.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
    Id(id)
}

/// What is answered is what the description says: looked at while we build and test.
fn as_described(of: &Operation, answer: &Answer) -> Result<()> {
    if !cfg!(debug_assertions) {
        return Ok(());
    }
    let wrong = schema::check(shapes::all(), &shapes::all()[of.gives.1], &answer.body);
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Error::internal(format!("{} answers {wrong:?}: {}", of.id, answer.body)))
    }
}

fn headers(answer: &Answer) -> Result<Vec<(String, String)>> {
    let mark = answer.mark.iter().map(|mark| (MARK.to_string(), format!("\"{mark}\"")));
    let location = answer.location.iter().map(|path| (header::LOCATION.to_string(), path.clone()));
    Ok(mark.chain(location).collect())
}

/// The answer as it was given, or is given now.
fn again(kept: Kept) -> Result<Response> {
    let status = StatusCode::from_u16(kept.status).map_err(Error::internal)?;
    let mut answer = (status, kept.body).into_response();
    let to = answer.headers_mut();
    to.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let headers: Vec<(String, String)> = serde_json::from_str(&kept.headers)?;
    for (name, value) in headers {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(Error::internal)?;
        to.insert(name, HeaderValue::from_str(&value).map_err(Error::internal)?);
    }
    Ok(answer)
}
