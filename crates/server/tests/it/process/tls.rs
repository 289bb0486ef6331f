//! The server speaks TLS itself: HTTP/1.1 and HTTP/2, with a certificate made for the test.

use super::Folder;
use super::started::text;
use rcgen::generate_simple_self_signed;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

/// A data folder configured with a certificate for localhost, and who trusts it.
fn council() -> (tempfile::TempDir, Folder, RootCertStore) {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    std::fs::create_dir(folder.path()).unwrap();
    let made = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(home.path().join("cert.pem"), made.cert.pem()).unwrap();
    std::fs::write(home.path().join("key.pem"), made.signing_key.serialize_pem()).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    (home, folder, roots)
}

fn configure(home: &tempfile::TempDir, folder: &Folder, keys: &[(&str, &str)]) {
    let line = |(key, file): &(&str, &str)| format!("{key} = {:?}\n", home.path().join(file));
    let lines: String = keys.iter().map(line).collect();
    std::fs::write(folder.path().join("guildhall.toml"), format!("[serving]\n{lines}")).unwrap();
}

/// A connection over TLS that offers these protocols.
fn connect(address: &str, roots: &RootCertStore, offers: &[&str]) -> StreamOwned<ClientConnection, TcpStream> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let mut config = config.with_root_certificates(roots.clone()).with_no_client_auth();
    config.alpn_protocols = offers.iter().map(|offer| offer.as_bytes().to_vec()).collect();
    let name = ServerName::try_from("localhost").unwrap();
    let client = ClientConnection::new(Arc::new(config), name).unwrap();
    StreamOwned::new(client, TcpStream::connect(address).unwrap())
}

#[test]
fn the_server_speaks_tls_itself() {
    let (home, folder, roots) = council();
    configure(&home, &folder, &[("certificate", "cert.pem"), ("key", "key.pem")]);
    let server = folder.serve();
    let address = server.address.trim_start_matches("https://").to_owned();
    let mut stream = connect(&address, &roots, &["http/1.1"]);
    let asked = "POST /forms/missed-bin/start HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                 Sec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n";
    stream.write_all(asked.as_bytes()).unwrap();
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(answer.contains("set-cookie: __Host-session=") && answer.contains("; Secure; HttpOnly"), "{answer}");
    // HTTP/2: the preface and empty settings are answered with the server's settings (frame type 4).
    let mut stream = connect(&address, &roots, &["h2", "http/1.1"]);
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").unwrap();
    let mut frame = [0; 9];
    stream.read_exact(&mut frame).unwrap();
    assert_eq!((stream.conn.alpn_protocol(), frame[3]), (Some(&b"h2"[..]), 4));
    // Nobody talks plainly to it.
    let mut plain = TcpStream::connect(&address).unwrap();
    plain.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer);
    assert!(!answer.starts_with(b"HTTP/1.1 200"), "{answer:?}");
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn half_a_certificate_is_refused_before_anybody_is_told_that_it_listens() {
    let (home, folder, _) = council();
    let keys = [("certificate", "cert.pem"), ("key", "key.pem")];
    for half in keys {
        configure(&home, &folder, &[half]);
        let out = folder.run(&["serve", "--listen", "127.0.0.1:0"]);
        assert_eq!(out.status.code(), Some(1), "{}", text(&out));
        assert!(text(&out).contains("needs both certificate and key"), "{}", text(&out));
        assert!(!text(&out).contains("listening on"), "{}", text(&out));
    }
    std::fs::write(home.path().join("key.pem"), "no key").unwrap();
    configure(&home, &folder, &keys);
    let out = folder.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(out.status.code() == Some(1) && !text(&out).contains("listening on"), "{}", text(&out));
}
