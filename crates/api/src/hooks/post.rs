//! Sending to another system: to the very address that was looked at, which is none of our own network unless that is
//! configured. What is answered is only its status.

use super::Reach;
use axum::http::{Request, Uri};
use http_body_util::Full;
use hyper_util::rt::TokioIo;
use kit::{Error, Result};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// How long another system may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// An address that may be told: its parts, or the end of the words key that says why not.
pub(crate) fn read(url: &str, reach: &Reach) -> Result<Uri, &'static str> {
    let uri: Uri = url.parse().map_err(|_| "address")?;
    match uri.scheme_str() {
        Some("https") => {}
        Some("http") if reach.private => {}
        _ => return Err("scheme"),
    }
    let host = uri.host().filter(|host| !host.is_empty()).ok_or("address")?;
    if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err("address");
    }
    let literal: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
    if !reach.private && (literal.is_some_and(|ip| !is_public(ip)) || host == "localhost") {
        return Err("private");
    }
    Ok(uri)
}

/// True for an address on the open internet.
pub(crate) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => {
            let first = ip.segments()[0];
            match ip.to_ipv4() {
                Some(inside) => is_public_v4(inside),
                // Global addresses, but for those that stand for IPv4 ones behind a gateway and for examples.
                None => {
                    first & 0xe000 == 0x2000 && first != 0x2002 && !matches!(ip.segments()[..2], [0x2001, 0 | 0xdb8])
                }
            }
        }
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let special = matches!((a, b, c), (0 | 240..=255, _, _) | (192, 0, 0) | (198, 18 | 19, _));
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || shared
        || special)
}

/// Sends it and gives the status of the answer. An address is looked up and looked at each time: a name may lead elsewhere
/// tomorrow.
pub(crate) async fn post(url: &str, reach: &Reach, headers: &[(&str, String)], body: String) -> Result<u16> {
    let uri = read(url, reach).map_err(|why| Error::internal(format!("the address may not be told: {why}")))?;
    match tokio::time::timeout(PATIENCE, send(&uri, reach, headers, body)).await {
        Ok(status) => status,
        Err(_) => Err(Error::internal("no answer in ten seconds")),
    }
}

async fn send(uri: &Uri, reach: &Reach, headers: &[(&str, String)], body: String) -> Result<u16> {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let secure = uri.scheme_str() == Some("https");
    let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
    let found: Vec<SocketAddr> = tokio::net::lookup_host((host.as_str(), port)).await?.collect();
    let address = found.iter().find(|address| reach.private || is_public(address.ip()));
    let address = *address.ok_or_else(|| Error::internal("the name leads to no public address"))?;
    let stream = TcpStream::connect(address).await?;
    if !secure {
        return over(stream, uri, headers, body).await;
    }
    let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(Error::internal)?.with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from(host).map_err(Error::internal)?;
    over(TlsConnector::from(Arc::new(config)).connect(name, stream).await?, uri, headers, body).await
}

async fn over<S>(stream: S, uri: &Uri, headers: &[(&str, String)], body: String) -> Result<u16>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(Error::internal)?;
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let mut request = Request::post(path).header("host", uri.authority().map_or("", |authority| authority.as_str()));
    request = request.header("content-type", "application/json").header("connection", "close");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let request = request.body(Full::new(axum::body::Bytes::from(body))).map_err(Error::internal)?;
    // It ends with the sender. Whoever hangs up after the answer has answered all the same.
    tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(Error::internal)?;
    Ok(answer.status().as_u16())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_internet_is_told_unless_it_is_configured() {
        for (ip, public) in [
            ("93.184.215.14", true),
            ("127.0.0.1", false),
            ("10.1.2.3", false),
            ("172.16.0.1", false),
            ("192.168.1.1", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("0.0.0.0", false),
            ("198.18.0.1", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("2606:2800:21f:cb07::1", true),
            ("::1", false),
            ("::", false),
            ("::ffff:10.0.0.1", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("2002:a00:1::", false),
            ("64:ff9b::a00:1", false),
        ] {
            assert_eq!(is_public(ip.parse().unwrap()), public, "{ip}");
        }
        let (open, own) = (Reach { private: false }, Reach { private: true });
        for (url, refused) in [
            ("https://contractor.example/hook", None),
            ("http://contractor.example/hook", Some("scheme")),
            ("ftp://contractor.example", Some("scheme")),
            ("https://127.0.0.1/", Some("private")),
            ("https://[::1]:8443/", Some("private")),
            ("https://localhost/", Some("private")),
            ("https://user:word@contractor.example/", Some("address")),
            ("nonsense", Some("scheme")),
        ] {
            assert_eq!(read(url, &open).err(), refused, "{url}");
        }
        assert!(read("http://127.0.0.1:9000/hook", &own).is_ok());
    }
}
