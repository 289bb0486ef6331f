//! The table of contents: every route of every noun, made into one router.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::route::Route;
use kit::{App, Error};

/// Every route of the program, in the order of the nouns.
pub fn routes() -> Vec<Route> {
    let mut all = crate::pages::routes();
    all.extend(residents::routes());
    all.extend(workforce::routes());
    all.extend(services::routes());
    all.extend(knowledge::routes());
    all.extend(appointments::routes());
    all.extend(cases::routes());
    all.extend(queue::routes());
    all.extend(forms::routes());
    all.extend(open311::routes());
    all.extend(mail::routes());
    all.extend(api::routes());
    all
}

/// The router of these routes, still without layers.
pub fn router(routes: Vec<Route>) -> Router<App> {
    let router = routes.into_iter().fold(Router::new(), |router, route| router.route(route.path, route.handler));
    router.fallback(not_found).method_not_allowed_fallback(wrong_method)
}

async fn not_found() -> Error {
    Error::NotFound
}

async fn wrong_method() -> Response {
    StatusCode::METHOD_NOT_ALLOWED.into_response()
}
