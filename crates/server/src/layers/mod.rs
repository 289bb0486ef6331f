//! What every request passes on its way in and out, outermost first: log and figures, security headers, pages for what
//! the next three answer (panics, the time limit, flood protection), the cross-site rule, the cache of public pages (as they leave, compressed), compression, and the edge
//! (session, re-run, settled answers, errors as pages).
//!
//! They are functions within one layer, not a layer each: axum copies all that is inside a layer for every request.

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
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use edge::Edge;
use kit::App;
use kit::route::{Kind, Route};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tower::{Layer, ServiceExt, service_fn};
use tower_http::compression::CompressionLayer;

/// How long a request may take, body and answer.
const LONGEST: Duration = Duration::from_secs(30);
/// So many times as long for a form with files: twenty megabytes from a telephone at the edge of the town.
const WITH_FILES: u32 = 20;

/// All that the layers need to know.
struct Layers {
    app: App,
    figures: Arc<Figures>,
    flood: Flood,
    pages: PublicPages,
    edge: Edge,
    longest: Duration,
}

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
    let layers = Layers {
        app: app.clone(),
        flood: Flood::new(serving),
        pages: PublicPages::new(app.clone(), public),
        edge: Edge {
            app: app.clone(),
            figures: figures.clone(),
            files: routes.iter().filter(|r| r.files).map(|r| r.path).collect(),
        },
        figures,
        longest,
    };
    router.layer(from_fn_with_state(Arc::new(layers), around)).with_state(app.clone())
}

async fn around(State(layers): State<Arc<Layers>>, mut request: Request, next: Next) -> Response {
    DefaultBodyLimit::max(kit::form::LARGEST).apply(&mut request);
    let at = &*layers;
    // In a box, so that what is around it stays small: each step moves all that is inside it.
    let drawn = async |request| Box::pin(compressed(&at.edge, request, next)).await;
    let cached = async |request| cache::around(&at.pages, request, drawn).await;
    let ours = async |request| origin::around(&at.app, request, cached).await;
    let let_in = async |request| flood::around(&at.flood, request, ours).await;
    let longest = if at.edge.takes_files(&request) { at.longest * WITH_FILES } else { at.longest };
    let in_time = async |request| bare::within(longest, let_in(request)).await;
    let as_page = async |request| bare::around(&at.app, request, in_time).await;
    let safe = async |request| headers::around(request, as_page).await;
    log::around(&at.figures, request, safe).await
}

/// The edge's answer, compressed where the caller takes that.
async fn compressed(edge: &Edge, request: Request, next: Next) -> Response {
    let drawn =
        service_fn(async |request| Ok::<_, Infallible>(Box::pin(edge::around(edge, request, next.clone())).await));
    let Ok(answer) = CompressionLayer::new().gzip(true).layer(drawn).oneshot(request).await;
    answer.map(Body::new)
}
