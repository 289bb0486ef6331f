//! The edge: finds who asks, runs the handler (again, where two transactions collided), lets the answer go only when
//! what it read is on disk, and draws errors as pages.

use super::{Figures, session};
use crate::pages::error::{draw, draw_keyed, lead_to_sign_in};
use crate::pages::signed_out;
use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::db::settle;
use kit::files::Incoming;
use kit::page::Failed;
use kit::session::Surface;
use kit::who::Who;
use kit::{App, Error};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

/// How often a handler is run again after a collision: with 64 at the same seat in PostgreSQL, three were too few for some.
const RERUNS: u32 = 9;
/// How long the first of these waits; each further one waits longer by this much.
const PAUSE: Duration = Duration::from_millis(5);

/// What the edge needs to know.
pub struct Edge {
    pub app: App,
    pub figures: Arc<Figures>,
    /// The paths whose forms may have files.
    pub files: HashSet<&'static str>,
}

impl Edge {
    /// True for a form with files, sent to where such a form may go: it is read as it arrives, and may take long.
    pub fn takes_files(&self, request: &Request) -> bool {
        let known = request.extensions().get::<MatchedPath>().is_some_and(|path| self.files.contains(path.as_str()));
        known && request.method() == Method::POST && Incoming::is_with_files(request.headers())
    }
}

/// The handler may be run more than once, so what comes next is a piece of the router and not just a step.
pub async fn around(edge: &Edge, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with("/static/") || path == "/livez" {
        return next.run(request).await;
    }
    let takes_files = edge.takes_files(&request);
    let (mut parts, body) = request.into_parts();
    if takes_files {
        let incoming = Incoming::new(&parts.headers, body);
        parts.extensions.insert(incoming.clone());
        let answer = runs(edge, parts, Bytes::new(), next).await;
        incoming.let_go().await;
        return answer;
    }
    let body = match whole(&parts, body).await {
        Ok(body) => body,
        Err(cause) => return finish(edge, &parts, &Who::anyone(session::language_of(&parts.headers)), cause),
    };
    runs(edge, parts, body, next).await
}

/// Runs the handler, again where it collided with another.
async fn runs(edge: &Edge, parts: Parts, body: Bytes, next: Next) -> Response {
    for run in 0..=RERUNS {
        let (who, answer) = once(&edge.app, &parts, body.clone(), next.clone()).await;
        let cause = match answer.extensions().get::<Failed>() {
            None if answer.status() == StatusCode::METHOD_NOT_ALLOWED => {
                return private(wrong_method(edge, &parts, &who, answer), &parts, &who);
            }
            None => return private(answer, &parts, &who),
            Some(Failed(cause)) => cause.clone(),
        };
        if matches!(*cause, Error::Rerun) && run < RERUNS {
            edge.figures.rerun();
            tokio::time::sleep(PAUSE * run).await;
            continue;
        }
        return private(draw_or_lead(edge, &parts, &body, &who, &cause, answer), &parts, &who);
    }
    unreachable!("the last run always answers")
}

/// The whole body of a request that has one; a form is read before a transaction begins.
async fn whole(parts: &Parts, body: Body) -> Result<Bytes, Error> {
    if parts.method == Method::GET || parts.method == Method::HEAD {
        return Ok(Bytes::new());
    }
    axum::body::to_bytes(body, kit::form::LARGEST).await.map_err(|_| Error::TooLarge)
}

/// One run of the handler, with its answer settled: also of what was read to find who asks.
async fn once(app: &App, parts: &Parts, body: Bytes, next: Next) -> (Who, Response) {
    let anyone = || Who::anyone(session::language_of(&parts.headers));
    let run = async {
        let (who, key) = match session::find(app, &parts.headers, parts.uri.path()).await {
            Ok(found) => found,
            Err(cause) => return (anyone(), cause.into_response()),
        };
        let mut request = Request::from_parts(parts.clone(), Body::from(body));
        request.extensions_mut().insert(who.clone());
        if let Some(key) = key {
            request.extensions_mut().insert(key);
        }
        let answer = next.run(request).await;
        (who, answer)
    };
    settle::scope(run).await.unwrap_or_else(|cause| (anyone(), cause.into_response()))
}

fn finish(edge: &Edge, parts: &Parts, who: &Who, cause: Error) -> Response {
    let answer = Response::new(Body::empty());
    private(draw_or_lead(edge, parts, &Bytes::new(), who, &Arc::new(cause), answer), parts, who)
}

fn draw_or_lead(edge: &Edge, parts: &Parts, body: &Bytes, who: &Who, cause: &Arc<Error>, plain: Response) -> Response {
    if let Error::Internal(inside) = &**cause {
        // The route's pattern, as in the access log: a path may hold somebody's reference.
        let route = parts.extensions.get::<MatchedPath>().map_or("-", MatchedPath::as_str);
        tracing::error!(route, cause = %inside, "a fault of ours");
    }
    if matches!(**cause, Error::SignIn) && !api::is_of_programs(parts.uri.path()) {
        let given_back = signed_out::draw(&edge.app, who, parts, body).and_then(Result::ok);
        return given_back.unwrap_or_else(|| lead_to_sign_in(parts));
    }
    if let Error::First(at) = &**cause
        && !api::is_of_programs(parts.uri.path())
    {
        return kit::page::see(at);
    }
    let mut answer = draw(&edge.app, who, parts.uri.path(), cause).unwrap_or(plain);
    if let Error::TooMany(seconds) = &**cause
        && let Ok(value) = HeaderValue::from_str(&seconds.to_string())
    {
        answer.headers_mut().insert(header::RETRY_AFTER, value);
    }
    answer
}

/// The page of an address that cannot be used in this way; the router's list of the ways that it can stays with it.
fn wrong_method(edge: &Edge, parts: &Parts, who: &Who, plain: Response) -> Response {
    let drawn = draw_keyed(&edge.app, who, parts.uri.path(), plain.status(), "server-error-wrong-method");
    let Ok(mut answer) = drawn else { return plain };
    if let Some(allowed) = plain.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    answer
}

/// Anything drawn for somebody with a session is theirs alone, and what staff see stays in no browser, whether or not they
/// are still signed in. A resident's page with its errors may stay in their own: it answers a POST, so the way back through
/// it could not be drawn anew. Signing out clears it away.
fn private(mut answer: Response, parts: &Parts, who: &Who) -> Response {
    let refused = answer.status() == StatusCode::UNPROCESSABLE_ENTITY;
    let keeps_nothing = match Surface::of(parts.uri.path()) {
        Surface::Staff => true,
        Surface::Resident => who.session.is_some() && !refused,
    };
    let headers = answer.headers_mut();
    if !headers.contains_key(header::CACHE_CONTROL) {
        let rule = if keeps_nothing { "no-store" } else { "private, no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(rule));
    }
    answer
}
