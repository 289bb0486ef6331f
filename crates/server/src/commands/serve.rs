//! `guildhall serve`.

use super::{Common, Lock, socket};
use crate::config::Serving;
use crate::wiring::{self, Running};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use clap::Args;
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
        let config = common.config()?;
        refuse_plain_in_public(self.listen, &config.serving)?;
        let db = common.open().await?;
        let running = wiring::start(common, config, db, false).await?;
        listen(self.listen, running, common).await
    }
}

/// Serves until told to stop, then lets what is under way finish.
pub async fn listen(address: SocketAddr, running: Running, common: &Common) -> Result<ExitCode> {
    let serving = running.serving.clone();
    let listener = TcpListener::bind(address)
        .map_err(|cause| Error::internal(format!("cannot listen on {address}: {cause}; is something else there?")))?;
    listener.set_nonblocking(true)?;
    let bound = listener.local_addr()?;
    let handle = Handle::new();
    tokio::spawn(stop_when_told(handle.clone()));
    let socket = socket::listen(common, running.app.clone())?;
    let scheme = if serving.certificate.is_some() { "https" } else { "http" };
    println!("listening on {scheme}://{bound}");
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
pub fn refuse_plain_in_public(address: SocketAddr, serving: &Serving) -> Result<()> {
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
