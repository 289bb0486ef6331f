//! `guildhall serve`.

use super::patience::BegunWithin;
use super::{Common, Lock, socket};
use crate::config::{Config, Serving};
use crate::wiring::{self, Running};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use clap::Args;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use kit::app::Council;
use kit::{App, Error, Result};
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::time::Duration;

/// Requests still under way get this long when the server is told to stop.
const GRACE: Duration = Duration::from_secs(10);
/// A connection gets this long to send the whole head of a request, the first or the next.
const HEADERS: Duration = Duration::from_secs(10);

/// Serve the council's site and desk.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen; port 0 takes a free one and says which.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080", env = "GUILDHALL_LISTEN")]
    listen: SocketAddr,
}

impl Serve {
    /// Serves until told to stop.
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        let _lock = Lock::need(&common.data)?;
        let mut config = common.config()?;
        let listener = bind(self.listen, &mut config)?;
        let db = common.open().await?;
        let running = wiring::start(common, config, db, false).await?;
        listen(listener, running, common).await
    }
}

/// Takes the address; links in messages lead there unless the configuration says where the site is reached.
pub fn bind(address: SocketAddr, config: &mut Config) -> Result<TcpListener> {
    refuse_half_a_certificate(&config.serving)?;
    refuse_plain_in_public(address, &config.serving)?;
    let listener = TcpListener::bind(address)
        .map_err(|cause| Error::internal(format!("cannot listen on {address}: {cause}; is something else there?")))?;
    listener.set_nonblocking(true)?;
    if config.council.origin == Council::default().origin {
        config.council.origin = format!("{}://{}", scheme(&config.serving), listener.local_addr()?);
    }
    Ok(listener)
}

fn refuse_half_a_certificate(serving: &Serving) -> Result<()> {
    if serving.certificate.is_some() == serving.key.is_some() {
        return Ok(());
    }
    Err(Error::internal("[serving] needs both certificate and key, or neither"))
}

fn scheme(serving: &Serving) -> &'static str {
    if serving.certificate.is_some() { "https" } else { "http" }
}

/// Serves until told to stop, then lets what is under way finish.
pub async fn listen(listener: TcpListener, running: Running, common: &Common) -> Result<ExitCode> {
    let serving = running.serving.clone();
    let tls = tls(&serving).await?;
    let bound = listener.local_addr()?;
    let handle = Handle::new();
    stop_when_told(handle.clone(), running.app.clone())?;
    let socket = socket::listen(common, running.app.clone())?;
    println!("listening on {}://{bound}", scheme(&serving));
    if let Some(address) = running.receives_at() {
        println!("receiving mail on {address}");
    }
    let service = running.router.clone().into_make_service_with_connect_info::<SocketAddr>();
    match tls {
        Some(tls) => {
            let mut server = axum_server::from_tcp_rustls(listener, tls)?.handle(handle).map(within);
            never_wait_long(server.http_builder());
            server.serve(service).await?;
        }
        None => {
            let mut server = axum_server::from_tcp(listener)?.handle(handle).map(within);
            never_wait_long(server.http_builder());
            server.serve(service).await?;
        }
    }
    drop(socket);
    running.stop().await;
    Ok(ExitCode::SUCCESS)
}

/// Ends connections that send no whole request: they would use up what this process may have open.
fn within<A>(acceptor: A) -> BegunWithin<A> {
    BegunWithin(acceptor, HEADERS)
}

fn never_wait_long(builder: &mut Builder<TokioExecutor>) {
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS);
    builder.http2().timer(TokioTimer::new()).keep_alive_interval(HEADERS).keep_alive_timeout(HEADERS);
}

/// Plain HTTP is for this machine only, or for a proxy that ends TLS before us.
fn refuse_plain_in_public(address: SocketAddr, serving: &Serving) -> Result<()> {
    let fine = address.ip().is_loopback() || serving.certificate.is_some() || !serving.behind_proxy.is_empty();
    if fine {
        return Ok(());
    }
    Err(Error::internal(format!(
        "{address} can be reached from other machines: set certificate and key, or behind_proxy, under [serving]"
    )))
}

async fn tls(serving: &Serving) -> Result<Option<RustlsConfig>> {
    let (Some(certificate), Some(key)) = (&serving.certificate, &serving.key) else { return Ok(None) };
    // The provider is set once for the whole process; a second setting changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let read = RustlsConfig::from_pem_file(certificate, key).await;
    read.map(Some).map_err(|cause| Error::internal(format!("{}, {}: {cause}", certificate.display(), key.display())))
}

/// From here on it stops in good order, also when it is told to before it has served anybody.
fn stop_when_told(handle: Handle<SocketAddr>, app: App) -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        // Whoever watches would go on for ever.
        if let Ok(live) = app.part::<queue::Live>() {
            live.end();
        }
        handle.graceful_shutdown(Some(GRACE));
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_refused_where_others_can_reach_it() {
        let tls = Serving { certificate: Some("c".into()), key: Some("k".into()), ..Serving::default() };
        let proxy = Serving { behind_proxy: vec!["10.0.0.0/8".parse().unwrap()], ..Serving::default() };
        for (address, serving, fine) in [
            ("127.0.0.1:80", &Serving::default(), true),
            ("[::1]:80", &Serving::default(), true),
            ("0.0.0.0:80", &Serving::default(), false),
            ("[::]:80", &Serving::default(), false),
            ("192.0.2.1:80", &Serving::default(), false),
            ("0.0.0.0:80", &tls, true),
            ("0.0.0.0:80", &proxy, true),
        ] {
            let refused = refuse_plain_in_public(address.parse().unwrap(), serving);
            assert_eq!(refused.is_ok(), fine, "{address}");
        }
    }
}
