//! Answers given outside of the edge (a flood, a request that takes too long, a panic): they leave as pages too, in the
//! caller's language, with what to do next.

use super::language_of;
use crate::pages::error::{draw, draw_titled};
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use kit::who::Who;
use kit::{App, Error};
use std::panic::AssertUnwindSafe;
use std::time::Duration;

/// An answer that has no page yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bare {
    /// Too many requests from one address.
    Flood,
    /// The handler panicked.
    Broken,
    /// It took longer than anything may.
    Slow,
}

impl Bare {
    /// The answer, for [`around`] to draw.
    pub fn answer(self) -> Response {
        let status = match self {
            Bare::Flood => StatusCode::TOO_MANY_REQUESTS,
            Bare::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Bare::Slow => StatusCode::REQUEST_TIMEOUT,
        };
        let mut answer = status.into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// Runs a request no longer than it may take, and answers where its handler panics. The words of a panic went to standard
/// error when it happened; they may be personal.
pub async fn within(longest: Duration, request: impl Future<Output = Response>) -> Response {
    match tokio::time::timeout(longest, AssertUnwindSafe(request).catch_unwind()).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => {
            tracing::error!("a handler panicked");
            Bare::Broken.answer()
        }
        Err(_) => Bare::Slow.answer(),
    }
}

/// Draws the pages of answers that have none.
pub async fn around(app: &App, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    let path = request.uri().path().to_owned();
    let who = Who::anyone(language_of(request.headers()));
    let plain = next(request).await;
    let status = plain.status();
    let (drawn, wait) = match plain.extensions().get::<Bare>() {
        Some(Bare::Flood) => {
            (draw_titled(app, &who, &path, status, "server-error-flood-title", "server-error-flood"), Some("1"))
        }
        Some(Bare::Broken) => (draw(app, &who, &path, &Error::internal("a panic")), None),
        Some(Bare::Slow) => {
            (draw_titled(app, &who, &path, status, "server-error-slow-title", "server-error-slow"), Some("5"))
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
