//! Health: `/livez` says the process runs, `/healthz` that it can read its database, `/metrics` the figures.

use crate::layers::Figures;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::{IntoResponse, Response};
use kit::{App, Error, Result, params, sql};
use std::net::SocketAddr;
use std::sync::Arc;

sql!(ALIVE, "SELECT 1");

/// The lightest answer there is; also the baseline of the page benches.
pub async fn live() -> &'static str {
    "ok\n"
}

/// Reads from the database.
pub async fn show(State(app): State<App>) -> Result<&'static str> {
    app.db.read().await?.one(&ALIVE, params![]).await?;
    Ok("ok\n")
}

/// Figures in Prometheus' form, for callers on this machine only.
pub async fn metrics(State(app): State<App>, request: Request) -> Result<Response> {
    let caller = request.extensions().get::<ConnectInfo<SocketAddr>>();
    // A proxy on this machine is no reason to tell the whole world.
    let passed_on = request.headers().contains_key("x-forwarded-for");
    if passed_on || !caller.is_some_and(|ConnectInfo(address)| address.ip().is_loopback()) {
        return Err(Error::NotFound);
    }
    let figures = app.part::<Arc<Figures>>()?.text(app.db.commits());
    Ok(([("content-type", "text/plain; version=0.0.4")], figures).into_response())
}
