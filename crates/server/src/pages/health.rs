//! Health: `/livez` says the process runs, `/healthz` that it can read its database, `/metrics` the figures.

use crate::layers::Figures;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::{IntoResponse, Response};
use kit::clock::SECOND;
use kit::{App, Error, Result, jobs, looks, outbox, params, password, sql};
use services::Catalogue;
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
    if passed_on || !caller.is_some_and(|ConnectInfo(address)| address.ip().to_canonical().is_loopback()) {
        return Err(Error::NotFound);
    }
    let mut read = app.db.read().await?;
    let messages = outbox::counts(&mut read).await?;
    let (dead, looked) = (jobs::count_dead(&mut read).await?, looks::latest(&mut read).await?);
    let holidays = app.part::<Catalogue>()?.holidays_days_left(app.now());
    let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let figures = app.part::<Arc<Figures>>()?.text(&[
        ("guildhall_commits_total", whole(app.db.commits())),
        ("guildhall_hashes_total", whole(password::worked())),
        ("guildhall_messages_waiting", messages.waiting),
        ("guildhall_messages_failed", messages.failed),
        ("guildhall_messages_kept", messages.no_provider),
        ("guildhall_jobs_dead", dead),
        ("guildhall_look_seconds", looked.unwrap_or(0) / SECOND),
        ("guildhall_holiday_days", holidays),
    ]);
    Ok(([("content-type", "text/plain; version=0.0.4")], figures).into_response())
}
