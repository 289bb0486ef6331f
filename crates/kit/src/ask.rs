//! Asking other machines over HTTP: TLS that trusts what browsers trust and a file of the council's own; without TLS only this
//! machine itself. Nobody is followed to where they lead on to.

use crate::error::{Error, Result, in_full};
use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// One request may take so long.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest answer that is read.
const MOST: usize = 4 << 20;

/// A client that keeps its connections.
pub struct Client(legacy::Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

impl Client {
    /// Prepares it; nothing is asked yet. `trust` is a file of certificates to trust beside the public ones (PEM).
    pub fn new(trust: Option<&Path>) -> Result<Client> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        if let Some(file) = trust {
            add_roots(&mut roots, file)?;
        }
        let tls = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let tls = tls.map_err(Error::internal)?.with_root_certificates(roots).with_no_client_auth();
        let connector = HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http().enable_http1().build();
        Ok(Client(legacy::Client::builder(TokioExecutor::new()).build(connector)))
    }

    /// Asks; the error says in words why nothing came back.
    pub async fn ask(&self, mut request: Request<Full<Bytes>>) -> std::result::Result<Response<Bytes>, String> {
        if !is_protected(request.uri()) {
            return Err("it would be asked unprotected".to_owned());
        }
        let own = HeaderValue::from_static(concat!("guildhall/", env!("CARGO_PKG_VERSION")));
        request.headers_mut().insert(header::USER_AGENT, own);
        let asked = async {
            let answer = self.0.request(request).await.map_err(|cause| in_full(&cause))?;
            let (parts, body) = answer.into_parts();
            let read = Limited::new(body, MOST).collect().await;
            Ok(Response::from_parts(parts, read.map_err(|cause| cause.to_string())?.to_bytes()))
        };
        timeout(PATIENCE, asked).await.unwrap_or_else(|_| Err("no answer in time".to_owned()))
    }
}

/// Reads an address that may be asked; refuses to speak without protection to another machine.
pub fn protected(address: &str) -> Result<Uri> {
    let uri: Uri = address.parse().map_err(|cause| Error::internal(format!("{address}: {cause}")))?;
    if is_protected(&uri) {
        return Ok(uri);
    }
    Err(Error::internal(format!("{address} would be asked unprotected: it begins with https://")))
}

fn is_protected(uri: &Uri) -> bool {
    let here = matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"));
    uri.scheme_str() == Some("https") || (uri.scheme_str() == Some("http") && here)
}

/// Adds the certificates of a file in PEM to those that are trusted; one without any is an error.
pub(crate) fn add_roots(roots: &mut RootCertStore, file: &Path) -> Result<()> {
    let wrong = |cause: &dyn std::fmt::Display| Error::internal(format!("{}: {cause}", file.display()));
    let before = roots.len();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|cause| wrong(&cause))? {
        roots.add(certificate.map_err(|cause| wrong(&cause))?).map_err(|cause| wrong(&cause))?;
    }
    if roots.len() == before { Err(wrong(&"there is no certificate in it")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nobody_else_is_asked_unprotected() {
        for right in ["https://api.notifications.service.gov.uk", "http://127.0.0.1:6011", "http://localhost:6011/"] {
            assert!(protected(right).is_ok(), "{right}");
        }
        let client = Client::new(None).unwrap();
        for wrong in ["http://api.notifications.service.gov.uk", "http://192.0.2.1", "notify", "ftp://localhost", ""] {
            assert!(protected(wrong).is_err(), "{wrong}");
        }
        let request = Request::get("http://192.0.2.1/").body(Full::default()).unwrap();
        assert!(client.ask(request).await.unwrap_err().contains("unprotected"));
    }
}
