//! Why a request is refused, as the standard writes it: an HTTP status, and errors with a code and words for whoever built
//! the other system.

use crate::answer::{Format, Value};
use axum::http::StatusCode;
use axum::response::Response;
use kit::form::Fault;
use kit::words::Arg;
use kit::{App, Error, Lang, Result};

/// Why not.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// What is wrong: each with its status, in words. The answer has the status of the first.
    Said(Vec<(StatusCode, String)>),
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
        Refusal::Said(vec![(status, app.words.with(Lang::EN, key, values))])
    }

    /// The request cannot be understood.
    pub fn bad(app: &App, key: &str) -> Refusal {
        Refusal::new(StatusCode::BAD_REQUEST, app, key, &[])
    }

    /// One of its values cannot.
    pub fn value(app: &App, key: &str, name: &str) -> Refusal {
        Refusal::new(StatusCode::BAD_REQUEST, app, key, &[("name", name.into())])
    }

    /// A text is too long, or has something in it that no text has.
    pub fn fault(app: &App, fault: Fault, name: &str) -> Refusal {
        let named = ("name", name.into());
        match fault {
            Fault::TooLong { most } => {
                let most = ("most", most.into());
                Refusal::new(StatusCode::BAD_REQUEST, app, "open311-error-long", &[named, most])
            }
            _ => Refusal::new(StatusCode::BAD_REQUEST, app, "open311-error-characters", &[named]),
        }
    }

    /// There is no such thing.
    pub fn unknown(app: &App, key: &str) -> Refusal {
        Refusal::new(StatusCode::NOT_FOUND, app, key, &[])
    }

    /// The answer that says so.
    pub fn answer(self, format: Format) -> Result<Response> {
        match self {
            Refusal::Said(all) => written(format, &all),
            Refusal::Inside(cause) => Err(cause),
        }
    }
}

/// What is wrong with a report, as far as it was read: each thing is an error of its own.
#[derive(Default)]
pub(crate) struct Wrong(Vec<(StatusCode, String)>);

impl Wrong {
    /// What was read; nothing where it is wrong, which is noted. What went wrong inside ends the reading.
    pub fn note<T>(&mut self, read: Result<T, Refusal>) -> Result<Option<T>, Refusal> {
        match read {
            Ok(value) => Ok(Some(value)),
            Err(Refusal::Said(all)) => {
                self.0.extend(all);
                Ok(None)
            }
            Err(inside) => Err(inside),
        }
    }

    /// Notes what is said of values, in words.
    pub fn say(&mut self, words: impl IntoIterator<Item = String>) {
        self.0.extend(words.into_iter().map(|words| (StatusCode::BAD_REQUEST, words)));
    }

    /// How much is wrong.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Refuses where anything is.
    pub fn check(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(self.into()) }
    }
}

impl From<Wrong> for Refusal {
    fn from(Wrong(mut all): Wrong) -> Refusal {
        // A service that is not there gives the answer its status, as the standard has it.
        all.sort_by_key(|(status, _)| *status != StatusCode::NOT_FOUND);
        Refusal::Said(all)
    }
}

fn written(format: Format, all: &[(StatusCode, String)]) -> Result<Response> {
    let status = all.first().map_or(StatusCode::BAD_REQUEST, |(status, _)| *status);
    let code = |status: &StatusCode| Value::Whole(i64::from(status.as_u16()));
    let error = |(status, said): &(StatusCode, String)| {
        Value::Object(vec![("code", code(status)), ("description", Value::text(said.as_str()))])
    };
    format.written(status, "errors", &Value::List("error", all.iter().map(error).collect()))
}

/// The answer to a request for one of these addresses that could not be dealt with, in the format of its path; nothing for
/// any other path.
pub fn page(path: &str, status: StatusCode, words: impl FnOnce() -> String) -> Option<Result<Response>> {
    path.starts_with("/open311/").then(|| written(Format::of(path), &[(status, words())]))
}
