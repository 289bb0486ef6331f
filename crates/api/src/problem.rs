//! What could not be done, as RFC 9457 has it: `application/problem+json`.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::{App, Error, Lang, Result};
use serde_json::{Value, json};

/// The media type.
pub(crate) const KIND: &str = "application/problem+json";

/// Why a program's request was not done.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// What it was sent with is not of the shape described: where, and the end of the words key that says how.
    Shape(Vec<(String, &'static str)>),
    /// What it was sent with breaks a rule, each with where it stands, in words.
    Fields(Vec<(String, String)>),
    /// One thing, by the words key that says it; further members stand beside.
    Said(StatusCode, &'static str, Value),
    /// What went wrong inside: the edge writes it down, or runs the request again.
    Inside(Error),
}

impl From<Error> for Refusal {
    fn from(cause: Error) -> Refusal {
        Refusal::Inside(cause)
    }
}

impl Refusal {
    /// One thing is wrong.
    pub fn said(status: StatusCode, key: &'static str) -> Refusal {
        Refusal::Said(status, key, json!({}))
    }

    /// The answer that says so; what went wrong inside is the edge's.
    pub fn answer(self, app: &App) -> Result<Response> {
        let words = |key| app.t(Lang::EN, key);
        match self {
            Refusal::Inside(cause) => Err(cause),
            Refusal::Said(status, key, more) => Ok(written(status, "", words(key), more)),
            Refusal::Shape(wrong) => {
                let one = |(at, what)| json!({ "at": at, "detail": app.t(Lang::EN, &format!("api-wrong-{what}")) });
                let errors: Vec<Value> = wrong.into_iter().map(one).collect();
                Ok(written(StatusCode::BAD_REQUEST, "", words("api-refused-shape"), json!({ "errors": errors })))
            }
            Refusal::Fields(wrong) => {
                let one = |(at, detail): (String, String)| json!({ "at": at, "detail": detail });
                let errors: Vec<Value> = wrong.into_iter().map(one).collect();
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Ok(written(status, "", words("api-refused-fields"), json!({ "errors": errors })))
            }
        }
    }
}

/// A short name of a status, which programs may rely on.
fn code(status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => "not-understood",
        401 => "no-key",
        403 => "not-allowed",
        404 => "not-found",
        405 => "wrong-method",
        409 => "refused",
        412 => "changed",
        413 => "too-large",
        415 => "wrong-kind",
        422 => "wrong-values",
        428 => "mark-missing",
        429 => "too-many",
        503 => "unavailable",
        _ => "fault",
    }
}

fn written(status: StatusCode, title: &str, detail: &str, more: Value) -> Response {
    let title = if title.is_empty() { status.canonical_reason().unwrap_or_default() } else { title };
    let mut said = json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "code": code(status), "detail": detail });
    if let (Value::Object(said), Value::Object(more)) = (&mut said, more) {
        said.extend(more);
    }
    let mut answer = (status, said.to_string()).into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(KIND));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    answer
}

/// The header with the mark of what was read, and its opposite.
pub(crate) const MARK: HeaderName = header::ETAG;

/// The answer to a program's request that could not be dealt with, in the words of the page a person would get; nothing for
/// any other path.
pub fn problem(path: &str, status: StatusCode, title: &str, words: &str) -> Option<Result<Response>> {
    crate::is_of_programs(path).then(|| Ok(written(status, title, words, json!({}))))
}
