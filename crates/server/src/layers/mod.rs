//! What every request passes on its way in and out, outermost first: log and figures, security headers, pages for what
//! the next three answer (panics, the time limit, flood protection), the cross-site rule, the cache of public pages (as they leave, compressed), compression, and the edge
//! (session, re-run, settled answers, errors as pages).

mod bare;
mod cache;
mod edge;
mod flood;
mod headers;
mod log;
mod origin;
mod session;

pub use cache::PublicPages;
pub use flood::Flood;
pub use log::Figures;
pub use session::language_of;

use crate::config::Serving;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use kit::App;
use kit::route::{Kind, Route};
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// How long a request may take, body and answer.
const LONGEST: Duration = Duration::from_secs(30);

/// Puts the layers around the router.
pub fn wrap(router: Router<App>, app: &App, routes: &[Route], serving: &Serving, figures: Arc<Figures>) -> Router {
    wrap_with_limit(router, app, routes, serving, figures, LONGEST)
}

/// The same with another time limit.
pub fn wrap_with_limit(
    router: Router<App>,
    app: &App,
    routes: &[Route],
    serving: &Serving,
    figures: Arc<Figures>,
    longest: Duration,
) -> Router {
    let public = routes.iter().filter(|r| r.kind == Kind::Public).map(|r| r.path);
    let pages = PublicPages::new(app.clone(), public);
    let edge = edge::Edge { app: app.clone(), figures: figures.clone() };
    router
        .layer(DefaultBodyLimit::max(kit::form::LARGEST))
        .layer(from_fn_with_state(edge, edge::around))
        .layer(CompressionLayer::new().gzip(true))
        .layer(from_fn_with_state(pages, cache::around))
        .layer(from_fn_with_state(app.clone(), origin::around))
        .layer(from_fn_with_state(Flood::new(serving), flood::around))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::REQUEST_TIMEOUT, longest))
        .layer(CatchPanicLayer::custom(bare::of_a_panic))
        .layer(from_fn_with_state(app.clone(), bare::around))
        .layer(from_fn(headers::around))
        .layer(from_fn_with_state(figures, log::around))
        .with_state(app.clone())
}
