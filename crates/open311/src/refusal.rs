//! Why a request is refused, as the standard writes it: an HTTP status, and errors with a code and words for whoever built
//! the other system.

use crate::answer::{Format, Value};
use axum::http::StatusCode;
use axum::response::Response;
use kit::words::Arg;
use kit::{App, Error, Lang, Result};

/// Why not.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The status and what is wrong, each in words.
    Said(StatusCode, Vec<String>),
    /// What went wrong inside: the edge writes it down, or runs the request again.
    Inside(Error),
}

impl From<Error> for Refusal {
    fn from(cause: Error) -> Refusal {
        Refusal::Inside(cause)
    }
}

impl Refusal {
    /// One thing is wrong; the words have these values.
    pub fn new(status: StatusCode, app: &App, key: &str, values: &[(&str, Arg<'_>)]) -> Refusal {
        Refusal::Said(status, vec![app.words.with(Lang::EN, key, values)])
    }

    /// The request cannot be understood.
    pub fn bad(app: &App, key: &str) -> Refusal {
        Refusal::new(StatusCode::BAD_REQUEST, app, key, &[])
    }

    /// One of its values cannot.
    pub fn value(app: &App, key: &str, name: &str) -> Refusal {
        Refusal::new(StatusCode::BAD_REQUEST, app, key, &[("name", name.into())])
    }

    /// There is no such thing.
    pub fn unknown(app: &App, key: &str) -> Refusal {
        Refusal::new(StatusCode::NOT_FOUND, app, key, &[])
    }

    /// The answer that says so.
    pub fn answer(self, format: Format) -> Result<Response> {
        match self {
            Refusal::Said(status, all) => written(format, status, all),
            Refusal::Inside(cause) => Err(cause),
        }
    }
}

fn written(format: Format, status: StatusCode, all: Vec<String>) -> Result<Response> {
    let code = i64::from(status.as_u16());
    let error = |said| Value::Object(vec![("code", Value::Whole(code)), ("description", Value::text(said))]);
    format.written(status, "errors", &Value::List("error", all.into_iter().map(error).collect()))
}

/// The answer to a request for one of these addresses that could not be dealt with, in the format of its path; nothing for
/// any other path.
pub fn page(path: &str, status: StatusCode, words: &str) -> Option<Result<Response>> {
    path.starts_with("/open311/").then(|| written(Format::of(path), status, vec![words.to_owned()]))
}
