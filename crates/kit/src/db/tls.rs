//! The way to PostgreSQL, told by its address as PostgreSQL's own programs read it: `sslmode` is `disable`, `prefer` (what
//! holds when nothing is said), `require` or `verify-full`; `sslrootcert` is a file of the certificates to trust.
//!
//! `require` keeps others from reading along. To be sure who answers, name the certificate or say `verify-full`, which
//! without a file trusts what browsers trust.

use crate::error::{Error, Result};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use std::path::PathBuf;
use std::sync::Arc;
use tokio_postgres::Config;
use tokio_postgres_rustls::MakeRustlsConnect;

/// Where PostgreSQL is and how to get there.
pub(crate) struct Address {
    pub config: Config,
    pub tls: MakeRustlsConnect,
}

impl Address {
    /// Reads `postgres://user:password@host:port/name?sslmode=require`.
    pub(crate) fn read(url: &str) -> Result<Address> {
        let (url, asked) = without_trust(url);
        let config: Config = url.parse().map_err(Error::internal)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions();
        let builder = builder.map_err(Error::internal)?;
        let tls = match asked.roots()? {
            Some(roots) => builder.with_root_certificates(roots),
            None => builder.dangerous().with_custom_certificate_verifier(Arc::new(Anybody(provider))),
        };
        Ok(Address { config, tls: MakeRustlsConnect::new(tls.with_no_client_auth()) })
    }
}

/// Whom an address trusts.
#[derive(Debug, Default, PartialEq, Eq)]
struct Trust {
    file: Option<PathBuf>,
    verify: bool,
}

impl Trust {
    /// The certificates to trust; `None` where whoever answers will do.
    fn roots(&self) -> Result<Option<RootCertStore>> {
        let Some(file) = &self.file else {
            let public = || RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
            return Ok(self.verify.then(public));
        };
        let mut roots = RootCertStore::empty();
        let added = crate::ask::add_roots(&mut roots, file);
        added.map_err(|cause| Error::internal(format!("sslrootcert {cause}")))?;
        Ok(Some(roots))
    }
}

/// The address without what the client library does not know, and that.
fn without_trust(url: &str) -> (String, Trust) {
    let mut trust = Trust::default();
    let Some((before, options)) = url.split_once('?') else { return (url.to_owned(), trust) };
    let mut left = Vec::new();
    for option in options.split('&') {
        match option.split_once('=') {
            Some(("sslrootcert", file)) => {
                trust.file = Some(percent_encoding::percent_decode_str(file).decode_utf8_lossy().into_owned().into());
            }
            Some(("sslmode", "verify-full")) => {
                trust.verify = true;
                left.push("sslmode=require");
            }
            _ => left.push(option),
        }
    }
    let mark = if left.is_empty() { "" } else { "?" };
    (format!("{before}{mark}{}", left.join("&")), trust)
}

/// Takes any certificate, for addresses that ask for encryption alone. The signatures of the handshake are still checked.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_postgresql_s_own_programs_read_it() {
        let plain = || Trust::default();
        for (url, left, trust) in [
            ("postgres://a:b@h:1/x", "postgres://a:b@h:1/x", plain()),
            ("postgres://h/x?sslmode=require", "postgres://h/x?sslmode=require", plain()),
            ("postgres://h/x?sslmode=verify-full", "postgres://h/x?sslmode=require", {
                Trust { file: None, verify: true }
            }),
            ("postgres://h/x?sslrootcert=%2Fetc%2Fa%20b.pem", "postgres://h/x", {
                Trust { file: Some("/etc/a b.pem".into()), verify: false }
            }),
            (
                "postgres://h/x?sslmode=require&sslrootcert=ca.pem&connect_timeout=3",
                { "postgres://h/x?sslmode=require&connect_timeout=3" },
                { Trust { file: Some("ca.pem".into()), verify: false } },
            ),
        ] {
            assert_eq!(without_trust(url), (left.to_owned(), trust), "{url}");
        }
        assert!(Address::read("postgres://h/x?sslmode=sometimes").is_err());
        assert!(Address::read("postgres://h/x?sslrootcert=/nowhere/ca.pem").is_err());
    }
}
