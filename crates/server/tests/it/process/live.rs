//! A server that stops lets go of whoever watches, and does not wait for them.

use super::Folder;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

#[test]
fn a_server_stops_while_boards_watch() {
    let home = tempfile::tempdir().unwrap();
    let server = Folder(home.path().join("data")).serve();
    let mut boards: Vec<_> = (0..3).map(|_| watches(&server.address)).collect();
    let watch = kit::clock::Stopwatch::start();
    assert_eq!(server.stop(), Some(0));
    assert!(watch.elapsed() < Duration::from_secs(9), "it waited for them: {:?}", watch.elapsed());
    for board in &mut boards {
        let rest: Vec<String> = board.lines().map_while(Result::ok).collect();
        assert_eq!(rest.last().map(String::as_str), Some(""), "ended as an answer ends: {rest:?}");
    }
}

/// Watches, up to the first event.
fn watches(address: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(b"GET /live/town-hall HTTP/1.1\r\nHost: a.example\r\n\r\n").unwrap();
    let (mut stream, mut line) = (BufReader::new(stream), String::new());
    while !line.starts_with("event: change") {
        line.clear();
        assert!(stream.read_line(&mut line).unwrap() > 0, "it ends before it begins");
    }
    stream
}
