//! What could not be done, as RFC 9457 has it: `application/problem+json`.

use crate::operation::Scope;
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

    /// A key, or a session of whoever could have one, is needed.
    pub fn no_key(scope: Scope) -> Refusal {
        Refusal::Said(StatusCode::UNAUTHORIZED, "api-problem-no-key", json!({ "scope": scope.code() }))
    }

    /// The key that was brought does not name the scope.
    pub fn no_scope(scope: Scope) -> Refusal {
        Refusal::Said(StatusCode::FORBIDDEN, "api-refused-scope", json!({ "scope": scope.code() }))
    }

    /// The answer that says so; what went wrong inside is the edge's.
    pub fn answer(self, app: &App) -> Result<Response> {
        let (status, key, more) = match self {
            Refusal::Inside(cause) => return Err(cause),
            Refusal::Said(status, key, more) => (status, key, more),
            Refusal::Shape(wrong) => {
                let one = |(at, what)| json!({ "at": at, "detail": app.t(Lang::EN, &format!("api-wrong-{what}")) });
                let errors: Vec<Value> = wrong.into_iter().map(one).collect();
                (StatusCode::BAD_REQUEST, "api-refused-shape", json!({ "errors": errors }))
            }
            Refusal::Fields(wrong) => {
                let one = |(at, detail): (String, String)| json!({ "at": at, "detail": detail });
                let errors: Vec<Value> = wrong.into_iter().map(one).collect();
                (StatusCode::UNPROCESSABLE_ENTITY, "api-refused-fields", json!({ "errors": errors }))
            }
        };
        Ok(written(app, status, key, more))
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
        408 => "too-slow",
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

/// How a program is told what a page says: by the address or the header it has to send, where the page says what to press.
fn to_programs(status: StatusCode, key: &'static str) -> String {
    let own = match key {
        "server-error-cross-site" => "api-problem-cross-site",
        "server-error-sign-in" => "api-problem-wrong-key",
        "cases-refused-live" => "api-refused-live",
        "cases-refused-withdraw" => "api-refused-withdraw",
        "cases-desk-outside-refused" => "api-refused-outside",
        "contact-refused-finished" => "api-refused-finished",
        "page-form-not-understood" | "page-address-not-understood" => "api-refused-shape",
        key if key.starts_with("server-error-") => return format!("api-problem-{}", code(status)),
        key => key,
    };
    own.to_owned()
}

/// Why a program's request could not be dealt with and what it does next, from the words key of the page a person would get.
pub fn detail(app: &App, status: StatusCode, key: &'static str) -> String {
    app.t(Lang::EN, &to_programs(status, key)).to_owned()
}

/// What the header says of the key that is needed, as RFC 6750 has it.
fn challenge(status: StatusCode, key: &str, scope: Option<&str>) -> Option<String> {
    let error = match (status, key, scope) {
        (StatusCode::UNAUTHORIZED, "server-error-sign-in", _) => Some("error=\"invalid_token\"".to_owned()),
        (StatusCode::UNAUTHORIZED, ..) => None,
        (StatusCode::FORBIDDEN, _, Some(_)) => Some("error=\"insufficient_scope\"".to_owned()),
        _ => return None,
    };
    let parts: Vec<String> = error.into_iter().chain(scope.map(|scope| format!("scope=\"{scope}\""))).collect();
    Some(format!("Bearer {}", parts.join(", ")).trim_end().to_owned())
}

fn written(app: &App, status: StatusCode, key: &'static str, more: Value) -> Response {
    let code = code(status);
    let scope = more["scope"].as_str().map(str::to_owned);
    let title = app.t(Lang::EN, &format!("api-problem-{code}-title")).to_owned();
    let detail = match &scope {
        Some(scope) => app.words.with(Lang::EN, key, &[("scope", scope.as_str().into())]),
        None => detail(app, status, key),
    };
    let mut said =
        json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "code": code, "detail": detail });
    if let (Value::Object(said), Value::Object(more)) = (&mut said, more) {
        said.extend(more);
    }
    let mut answer = (status, said.to_string()).into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(KIND));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let asked = challenge(status, key, scope.as_deref()).and_then(|text| HeaderValue::from_str(&text).ok());
    if let Some(asked) = asked {
        headers.insert(header::WWW_AUTHENTICATE, asked);
    }
    answer
}

/// The header with the mark of what was read, and its opposite.
pub(crate) const MARK: HeaderName = header::ETAG;

/// The same for a program that was told of another address than those of the API.
pub fn said(app: &App, status: StatusCode, key: &'static str) -> Response {
    written(app, status, key, json!({}))
}

/// The answer to a program's request that could not be dealt with, for which a person would get a page with these words;
/// nothing for any other path.
pub fn problem(app: &App, path: &str, status: StatusCode, key: &'static str) -> Option<Response> {
    crate::is_of_programs(path).then(|| said(app, status, key))
}
