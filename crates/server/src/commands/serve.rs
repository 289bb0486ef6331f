//! `guildhall serve`.

use super::{Common, Lock, socket};
use crate::config::{Config, Serving};
use crate::wiring::{self, Running};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use clap::Args;
use kit::app::Council;
use kit::{Error, Result};
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::time::Duration;

/// Requests still under way get this long when the server is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serve the council's site and desk.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen; port 0 takes a free one and says which.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080", env = "GUILDHALL_LISTEN")]
    listen: SocketAddr,
}

impl Serve {
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
    refuse_plain_in_public(address, &config.serving)?;
    let listener = TcpListener::bind(address)
        .map_err(|cause| Error::internal(format!("cannot listen on {address}: {cause}; is something else there?")))?;
    listener.set_nonblocking(true)?;
    if config.council.origin == Council::default().origin {
        let bound = listener.local_addr()?;
        let at = if bound.ip().is_loopback() { format!("localhost:{}", bound.port()) } else { bound.to_string() };
        config.council.origin = format!("{}://{at}", scheme(&config.serving));
    }
    Ok(listener)
}

fn scheme(serving: &Serving) -> &'static str {
    if serving.certificate.is_some() { "https" } else { "http" }
}

/// Serves until told to stop, then lets what is under way finish.
pub async fn listen(listener: TcpListener, running: Running, common: &Common) -> Result<ExitCode> {
    let serving = running.serving.clone();
    let bound = listener.local_addr()?;
    let handle = Handle::new();
    tokio::spawn(stop_when_told(handle.clone()));
    let socket = socket::listen(common, running.app.clone())?;
    println!("listening on {}://{bound}", scheme(&serving));
    let service = running.router.clone().into_make_service_with_connect_info::<SocketAddr>();
    match (&serving.certificate, &serving.key) {
        (Some(certificate), Some(key)) => {
            let tls = tls(certificate, key).await?;
            axum_server::from_tcp_rustls(listener, tls)?.handle(handle).serve(service).await?;
        }
        (None, None) => axum_server::from_tcp(listener)?.handle(handle).serve(service).await?,
        _ => return Err(Error::internal("[serving] needs both certificate and key, or neither")),
    }
    drop(socket);
    running.stop().await;
    Ok(ExitCode::SUCCESS)
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

async fn tls(certificate: &std::path::Path, key: &std::path::Path) -> Result<RustlsConfig> {
    // The provider is set once for the whole process; a second setting changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    RustlsConfig::from_pem_file(certificate, key)
        .await
        .map_err(|cause| Error::internal(format!("{}, {}: {cause}", certificate.display(), key.display())))
}

async fn stop_when_told(handle: Handle<SocketAddr>) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    handle.graceful_shutdown(Some(GRACE));
}
