//! Answers given outside of the edge (a flood, a request that takes too long, a panic): they leave as pages too, in the
//! caller's language, with what to do next.

use super::language_of;
use crate::pages::error::{draw, draw_titled};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::who::Who;
use kit::{App, Error};
use std::any::Any;

/// An answer that has no page yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bare {
    /// Too many requests from one address.
    Flood,
    /// The handler panicked.
    Broken,
}

impl Bare {
    /// The answer, for [`around`] to draw.
    pub fn answer(self) -> Response {
        let status = match self {
            Bare::Flood => StatusCode::TOO_MANY_REQUESTS,
            Bare::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut answer = status.into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// What a panic is answered with. Its words went to standard error when it happened; they may be personal.
pub fn of_a_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Bare::Broken.answer()
}

pub async fn around(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let who = Who::anyone(language_of(request.headers()));
    let plain = next.run(request).await;
    let status = plain.status();
    let (drawn, wait) = match plain.extensions().get::<Bare>() {
        Some(Bare::Flood) => {
            (draw_titled(&app, &who, &path, status, "server-error-flood-title", "server-error-flood"), Some("1"))
        }
        Some(Bare::Broken) => (draw(&app, &who, &path, &Error::internal("a panic")), None),
        // Nobody but the time limit answers so.
        None if status == StatusCode::REQUEST_TIMEOUT => {
            (draw_titled(&app, &who, &path, status, "server-error-slow-title", "server-error-slow"), Some("5"))
        }
        None => return plain,
    };
    let mut answer = drawn.unwrap_or(plain);
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = wait {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static(seconds));
    }
    answer
}
