//! Asking over HTTP: TLS that trusts what browsers trust; without it only this machine itself.

use crate::error::{Error, Result, in_full};
use bytes::Bytes;
use http::{Request, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// One request may take so long.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest answer that is read.
const MOST: usize = 4 << 20;

/// What came back.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub status: u16,
    /// `null` where it was no JSON.
    pub body: Value,
}

impl Answer {
    /// The kinds of error in it, with their words: "BadRequestError: Missing personalisation: body".
    pub fn trouble(&self) -> String {
        let one = |error: &Value| {
            let text = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            format!("{}: {}", text("error"), text("message"))
        };
        let all: Vec<String> = self.body["errors"].as_array().into_iter().flatten().map(one).collect();
        format!("{} {}", self.status, all.join("; "))
    }
}

/// A client of one place.
pub(super) struct Client {
    origin: String,
    client: legacy::Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
}

impl Client {
    /// Prepares it; nothing is asked yet. Refuses to speak without protection to another machine.
    pub fn new(origin: &str) -> Result<Client> {
        let uri: Uri = origin.parse().map_err(|cause| Error::internal(format!("{origin}: {cause}")))?;
        let here = matches!(uri.host(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if uri.scheme_str() != Some("https") && !(uri.scheme_str() == Some("http") && here) {
            return Err(Error::internal(format!("{origin} would be asked unprotected: it begins with https://")));
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let tls = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let tls = tls.map_err(Error::internal)?.with_root_certificates(roots).with_no_client_auth();
        let connector = HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http().enable_http1().build();
        let client = legacy::Client::builder(TokioExecutor::new()).build(connector);
        Ok(Client { origin: origin.trim_end_matches('/').to_owned(), client })
    }

    /// Asks; the error says in words why nothing came back.
    pub async fn ask(
        &self,
        method: &'static str,
        path: &str,
        token: &str,
        body: Option<&Value>,
    ) -> std::result::Result<Answer, String> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.origin))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::USER_AGENT, concat!("guildhall/", env!("CARGO_PKG_VERSION")))
            .body(Full::new(body.map(Value::to_string).unwrap_or_default().into()))
            .map_err(|cause| cause.to_string())?;
        let asked = async {
            let response = self.client.request(request).await.map_err(|cause| in_full(&cause))?;
            let status = response.status().as_u16();
            let read = Limited::new(response.into_body(), MOST).collect().await;
            let bytes = read.map_err(|cause| cause.to_string())?.to_bytes();
            Ok(Answer { status, body: serde_json::from_slice(&bytes).unwrap_or_default() })
        };
        timeout(PATIENCE, asked).await.unwrap_or_else(|_| Err("no answer in time".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Client;

    #[tokio::test]
    async fn nobody_else_is_asked_unprotected() {
        for right in ["https://api.notifications.service.gov.uk", "http://127.0.0.1:6011", "http://localhost:6011/"] {
            assert!(Client::new(right).is_ok(), "{right}");
        }
        for wrong in ["http://api.notifications.service.gov.uk", "http://192.0.2.1", "notify", "ftp://localhost", ""] {
            assert!(Client::new(wrong).is_err(), "{wrong}");
        }
    }
}
